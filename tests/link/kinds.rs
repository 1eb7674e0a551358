//! Every kind of crate and of build that Cargo knows links a block that needs stubs.

use std::process::Command;

use crate::package::{BLOCK, Done, Package, dependency, program, target};

/// A library with the block, and a C function `answer` of its own.
fn library() -> String {
    format!(
        "{BLOCK}
#[unsafe(no_mangle)]
pub extern \"C\" fn answer() -> std::ffi::c_int {{
    // SAFETY: the functions take any small number.
    unsafe {{ c::twice(c::abs(-21)) }}
}}
"
    )
}

/// A C program that prints what `answer` returns.
const C_MAIN: &str = "#include <stdio.h>\nint answer(void);\nint main(void) { printf(\"%d\\n\", answer()); }\n";

#[test]
fn check_then_build() {
    let package = Package::new("check-then-build");
    package.file("src/main.rs", program());
    package.cargo(&["check"]);
    assert_eq!(package.run(), "42");
}

#[test]
fn build_then_check() {
    let package = Package::new("build-then-check");
    package.file("src/main.rs", program());
    assert_eq!(package.run(), "42");
    package.cargo(&["check"]);
    package.file("src/main.rs", program() + "// A change.\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn doc_then_build() {
    let package = Package::new("doc-then-build");
    package.file("src/main.rs", program()).file("src/lib.rs", BLOCK);
    let done = package.cargo(&["doc", "--lib", "--no-deps"]);
    assert!(!done.stderr.contains("warning: `doc-then-build`"), "{}", done.stderr);
    let page = std::fs::read_to_string(target().join("doc/doc_then_build/c/fn.abs.html")).expect("`abs` has a page");
    assert!(page.contains("int abs(int number);"), "the page shows the C declaration");
    assert_eq!(package.run(), "42");
}

#[test]
fn unit_tests_integration_tests_and_doctests() {
    let package = Package::new("all-tests");
    package.file(
        "src/lib.rs",
        format!(
            "//! ```
//! assert_eq!(all_tests::answer(), 42);
//! ```
//!
//! A block may stand inside a doctest:
//!
//! ```
//! cffi_rt::cdef! {{
//!     #include <ctype.h>
//!     int toupper(int letter);
//!     static int next(int number) {{ return number + 1; }}
//! }}
//! // SAFETY: both take any character.
//! assert_eq!(unsafe {{ next(toupper(97)) }}, 66);
//! ```
{}
#[test]
fn unit() {{
    assert_eq!(answer(), 42);
}}
",
            library()
        ),
    );
    let integration = format!(
        "{BLOCK}\n#[test]\nfn integration() {{\n    assert_eq!(all_tests::answer(), 42);\n    \
         // SAFETY: the function takes any small number.\n    assert_eq!(unsafe {{ c::twice(4) }}, 8);\n}}\n"
    );
    package.file("tests/integration.rs", integration);
    let done = package.cargo(&["test"]);
    for line in ["test unit ... ok", "test integration ... ok", "2 passed"] {
        assert!(done.stdout.contains(line), "{line}: {}", done.stdout);
    }
}

#[test]
fn a_program_uses_the_library_of_its_package() {
    let package = Package::new("lib-and-bin");
    package.file("src/lib.rs", library());
    package.file("src/main.rs", "fn main() {\n    println!(\"{}\", lib_and_bin::answer());\n}\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn release() {
    let package = Package::new("release");
    package.file("src/main.rs", program());
    assert_eq!(package.cargo(&["run", "--release"]).stdout.trim(), "42");
}

#[test]
fn fat_link_time_optimisation() {
    let package = Package::with_manifest(
        "fat-lto",
        &format!("[profile.release]\nlto = \"fat\"\npanic = \"abort\"\n\n[dependencies]\n{}", dependency()),
    );
    package.file("src/lib.rs", library());
    package.file("src/main.rs", "fn main() {\n    println!(\"{}\", fat_lto::answer());\n}\n");
    assert_eq!(package.cargo(&["run", "--release"]).stdout.trim(), "42");
}

#[test]
fn a_named_target() {
    let package = Package::new("named-target");
    package.file("src/main.rs", program());
    let version = Done::of(&Command::new("rustc").arg("-vV").output().expect("rustc starts")).stdout;
    let host = version.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host");
    assert_eq!(package.cargo(&["run", "--target", host]).stdout.trim(), "42");
}

#[test]
fn cdylib() {
    let package = Package::with_manifest(
        "c-dylib",
        &format!("[lib]\ncrate-type = [\"cdylib\"]\n\n[dependencies]\n{}", dependency()),
    );
    package.file("src/lib.rs", library()).file("main.c", C_MAIN);
    package.cargo(&["build"]);
    let folder = target().join("debug");
    let mut link = package.command("cc");
    link.args(["main.c", "-o", "main", "-lc_dylib"]);
    link.arg(format!("-L{}", folder.display())).arg(format!("-Wl,-rpath,{}", folder.display()));
    Done::of(&link.output().expect("the C compiler starts"));
    assert_eq!(Done::of(&package.command(package.path("main")).output().expect("it was built")).stdout.trim(), "42");
}

#[test]
fn staticlib() {
    let package = Package::with_manifest(
        "c-static",
        &format!("[lib]\ncrate-type = [\"staticlib\"]\n\n[dependencies]\n{}", dependency()),
    );
    package.file("src/lib.rs", library()).file("main.c", C_MAIN);
    package.cargo(&["build"]);
    let mut link = package.command("cc");
    link.args(["main.c", "-o", "main"]).arg(target().join("debug/libc_static.a"));
    link.args(["-lpthread", "-ldl", "-lm"]);
    Done::of(&link.output().expect("the C compiler starts"));
    assert_eq!(Done::of(&package.command(package.path("main")).output().expect("it was built")).stdout.trim(), "42");
}

#[test]
fn a_missing_library_is_named() {
    let package = Package::new("missing-library");
    let with_link = program().replace("#include", "#![link(\"cdef_no_such_library\")]\n        #include");
    package.file("src/main.rs", with_link);
    package.cargo(&["check"]);
    let output = package.try_cargo(&["build"]);
    assert!(!output.status.success());
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("cdef_no_such_library"), "{message}");
}

#[test]
fn a_missing_compiler_is_named() {
    let mut package = Package::new("missing-compiler");
    package.file("src/main.rs", program());
    package.set("CC", "cdef-no-such-compiler");
    let output = package.try_cargo(&["build"]);
    assert!(!output.status.success());
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("cdef-no-such-compiler") && !message.contains("panicked"), "{message}");
}

#[test]
fn a_declared_block_needs_no_compiler() {
    let mut package = Package::new("declared-only");
    package.file(
        "src/main.rs",
        "cffi_rt::cdef! {\n    int abs(int number);\n}\n\
         fn main() {\n    // SAFETY: the number has an opposite.\n    println!(\"{}\", unsafe { abs(-42) });\n}\n",
    );
    package.set("CC", "cdef-no-such-compiler");
    assert_eq!(package.run(), "42");
}

#[test]
fn the_dump_shows_probe_stubs_and_expansion() {
    let mut package = Package::new("dump");
    package.file("src/main.rs", program());
    // The variable is tracked, so a crate that is built already shows it too.
    assert_eq!(package.run(), "42");
    package.set("CDEF_DUMP", package.path("dumped"));
    assert_eq!(package.run(), "42");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(package.path("dumped")).expect("the folder was made").flatten() {
        let text = std::fs::read_to_string(entry.path()).unwrap_or_default();
        files.push((entry.file_name().to_string_lossy().into_owned(), text));
    }
    let has =
        |ending: &str, text: &str| files.iter().any(|(name, found)| name.ends_with(ending) && found.contains(text));
    let names: Vec<_> = files.iter().map(|(name, _)| name).collect();
    assert!(has(".c", "EXIT_FAILURE"), "the probe asks for the constant: {names:?}");
    assert!(has(".c", "return 2"), "the stubs hold the C code: {names:?}");
    assert!(has(".rs", "fn twice"), "the expansion is there: {names:?}");
}
