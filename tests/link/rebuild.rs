//! What makes Cargo build a block again, and what doesn't start a single process.

use std::fs;

use crate::package::{BLOCK, MAIN, Package, program, target};

/// A program that prints the constant `ANSWER`, which the text in front of it brings.
fn answer(head: &str) -> String {
    format!(
        "mod c {{\n    cffi_rt::cdef! {{\n        {head}\n        #define ANSWER ...\n    }}\n}}\n\
         fn main() {{\n    println!(\"{{}}\", c::ANSWER);\n}}\n"
    )
}

#[test]
fn an_unchanged_block_starts_no_process() {
    let package = Package::new("unchanged");
    package.file("src/main.rs", program());
    assert_eq!(package.run(), "42");
    let starts = package.starts("cc");
    assert!(starts > 0, "the first build asks the compiler");

    for (change, text) in [
        ("after the block", format!("{BLOCK}{MAIN}// A change.\n")),
        ("before the block", format!("// A change,\n// that moves the block.\n{BLOCK}{MAIN}")),
        ("in the block's comments", program().replace("#define", "// A comment.\n        #define")),
    ] {
        package.file("src/main.rs", text);
        let done = package.cargo(&["run"]);
        assert!(done.stderr.contains("Compiling unchanged"), "a change {change} compiles the crate: {}", done.stderr);
        assert_eq!(done.stdout.trim(), "42");
        assert_eq!(package.starts("cc"), starts, "a change {change} starts no compiler");
    }
}

#[test]
fn nothing_is_built_twice() {
    let package = Package::new("fresh");
    package.file("src/main.rs", program());
    package.cargo(&["build"]);
    let done = package.cargo(&["build"]);
    assert!(!done.stderr.contains("Compiling"), "{}", done.stderr);
}

#[test]
fn an_unchanged_block_is_built_again_where_its_archive_is_gone() {
    let package = Package::new("archive-gone");
    package.file("src/main.rs", program());
    assert_eq!(package.run(), "42");
    for archive in archives(&target()) {
        if archive.file_name().is_some_and(|name| name.to_string_lossy().contains("archive_gone")) {
            fs::remove_file(archive).expect("the target folder is writable");
        }
    }
    package.file("src/main.rs", program() + "// A change.\n");
    assert_eq!(package.run(), "42");
}

fn archives(folder: &std::path::Path) -> Vec<std::path::PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder exists").flatten() {
        let path = entry.path();
        match entry.file_type() {
            Ok(kind) if kind.is_dir() => found.extend(archives(&path)),
            Ok(_) if path.extension().is_some_and(|extension| extension == "a") => found.push(path),
            Ok(_) | Err(_) => {}
        }
    }
    found
}

#[test]
fn a_changed_header_beside_the_source_builds_again() {
    let package = Package::new("header-beside");
    package.file("src/main.rs", answer("#include \"answer.h\""));
    package.file("src/answer.h", "#define ANSWER 41\n");
    assert_eq!(package.run(), "41");
    package.file("src/answer.h", "#define ANSWER 42\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn a_changed_header_of_a_header_builds_again() {
    let package = Package::new("header-nested");
    package.file("src/main.rs", answer("#![include_dir(\"include\")]\n        #include <outer.h>"));
    package.file("include/outer.h", "#include \"inner.h\"\n");
    package.file("include/inner.h", "#define ANSWER 41\n");
    assert_eq!(package.run(), "41");
    package.file("include/inner.h", "#define ANSWER 42\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn a_header_that_now_comes_first_is_seen_by_the_next_build() {
    let package = Package::new("header-first");
    let text = answer("#![include_dir(\"first\", \"second\")]\n        #include <answer.h>");
    package.file("src/main.rs", &text);
    package.file("first/other.h", "");
    package.file("second/answer.h", "#define ANSWER 41\n");
    assert_eq!(package.run(), "41");
    package.file("first/answer.h", "#define ANSWER 42\n");
    package.file("src/main.rs", text + "// A change.\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn a_mistake_in_a_header_is_reported_until_it_is_mended() {
    let package = Package::new("header-mended");
    package.file("src/main.rs", answer("#include \"answer.h\""));
    package.file("src/answer.h", "#define ANSWR 42\n");
    for _ in 0..2 {
        let output = package.try_cargo(&["build"]);
        assert!(!output.status.success());
        let message = String::from_utf8_lossy(&output.stderr);
        assert!(message.contains("ANSWER"), "{message}");
    }
    package.file("src/answer.h", "#define ANSWER 42\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn another_compiler_builds_again() {
    let mut package = Package::new("other-compiler");
    package.file("src/main.rs", program());
    assert_eq!(package.run(), "42");
    let starts = package.starts("cc");
    assert_eq!(package.starts("other"), 0);

    let other = package.compiler("other");
    package.set("CC", other);
    assert_eq!(package.run(), "42");
    assert!(package.starts("other") > 0);
    assert_eq!(package.starts("cc"), starts);
}

#[test]
fn other_compiler_flags_build_again() {
    let mut package = Package::new("other-flags");
    package.file("src/main.rs", answer("#include <stddef.h>"));
    package.set("CFLAGS", "-DANSWER=41");
    assert_eq!(package.run(), "41");
    package.set("CFLAGS", "-DANSWER=42");
    assert_eq!(package.run(), "42");
}

#[test]
fn a_changed_vendored_source_builds_again() {
    let package = Package::new("vendored-source");
    package.file("csrc/answer.c", "int answer(void) { return 41; }\n");
    package.file(
        "src/main.rs",
        "mod c {\n    cffi_rt::cdef! {\n        #![source(\"csrc/answer.c\")]\n        int answer(void);\n    }\n}\n\
         fn main() {\n    // SAFETY: the function has no conditions.\n    println!(\"{}\", unsafe { c::answer() });\n}\n",
    );
    assert_eq!(package.run(), "41");
    package.file("csrc/answer.c", "int answer(void) { return 42; }\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn a_changed_header_of_a_vendored_source_builds_again() {
    let package = Package::new("vendored-header");
    package.file("csrc/answer.h", "int answer(void);\n");
    package.file("csrc/private.h", "#define ANSWER 41\n");
    package
        .file("csrc/answer.c", "#include \"answer.h\"\n#include \"private.h\"\nint answer(void) { return ANSWER; }\n");
    package.file(
        "src/main.rs",
        "mod c {\n    cffi_rt::cdef! {\n        #![source(\"csrc/answer.c\")]\n        #![include_dir(\"csrc\")]\n        \
         #include \"answer.h\"\n        int answer(void);\n    }\n}\n\
         fn main() {\n    // SAFETY: the function has no conditions.\n    println!(\"{}\", unsafe { c::answer() });\n}\n",
    );
    assert_eq!(package.run(), "41");
    package.file("csrc/private.h", "#define ANSWER 42\n");
    assert_eq!(package.run(), "42");
}

#[test]
fn a_changed_file_of_declarations_builds_again() {
    let package = Package::new("declarations");
    package.file(
        "src/main.rs",
        "mod c {\n    cffi_rt::cdef! {\n        #![preamble(\"#define ANSWER 42\")]\n        \
         #![declarations(\"src/answer.cdef.h\")]\n    }\n}\n\
         fn main() {\n    println!(\"{}\", c::ANSWER);\n}\n",
    );
    package.file("src/answer.cdef.h", "#define ANSWER 41\n");
    let output = package.try_cargo(&["build"]);
    assert!(!output.status.success(), "the block says 41, the preamble 42");
    package.file("src/answer.cdef.h", "#define ANSWER 42\n");
    assert_eq!(package.run(), "42");
    package.file("src/answer.cdef.h", "#define ANSWER 43\n");
    assert!(!package.try_cargo(&["build"]).status.success(), "the file is tracked");
}
