//! Several crates, one block: renamed, re-exported and repeated.

use crate::package::{BLOCK, MAIN, Package, dependency, program};

#[test]
fn a_renamed_dependency() {
    let renamed = dependency().replace("cffi-rt = {", "ffi = { package = \"cffi-rt\",");
    let package = Package::with_manifest("renamed", &format!("[dependencies]\n{renamed}"));
    package.file("src/main.rs", program().replace("cffi_rt::", "ffi::"));
    assert_eq!(package.run(), "42");
}

/// Adds a library crate to a package.
fn member(package: &Package, name: &str, dependencies: &str, text: &str) {
    let manifest = format!(
        "[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[dependencies]\n{dependencies}"
    );
    package.file(&format!("{name}/Cargo.toml"), manifest).file(&format!("{name}/src/lib.rs"), text);
}

#[test]
fn the_macro_re_exported_by_another_crate() {
    let package = Package::with_manifest(
        "re-exported",
        "[dependencies]\nre-exported-middle = { path = \"re-exported-middle\" }\n",
    );
    member(&package, "re-exported-middle", &dependency(), "pub use cffi_rt::cdef;\n");
    package.file("src/main.rs", program().replace("cffi_rt::", "re_exported_middle::"));
    assert_eq!(package.run(), "42");
}

#[test]
fn the_macro_wrapped_by_another_crate() {
    let package = Package::with_manifest("wrapped", "[dependencies]\nwrapped-middle = { path = \"wrapped-middle\" }\n");
    let text = "#[doc(hidden)]\npub use cffi_rt;\n\n#[macro_export]\nmacro_rules! with_stdlib {\n    ($($rest:tt)*) => {\n        \
                $crate::cffi_rt::cdef! { $($rest)* }\n    };\n}\n";
    member(&package, "wrapped-middle", &dependency(), text);
    package.file("src/main.rs", program().replace("cffi_rt::cdef", "wrapped_middle::with_stdlib"));
    assert_eq!(package.run(), "42");
}

#[test]
fn two_crates_with_the_same_block_in_one_program() {
    let package = Package::with_manifest(
        "same-block",
        &format!(
            "[dependencies]\nsame-block-one = {{ path = \"same-block-one\" }}\n\
             same-block-two = {{ path = \"same-block-two\" }}\n{}",
            dependency()
        ),
    );
    member(&package, "same-block-one", &dependency(), BLOCK);
    member(&package, "same-block-two", &dependency(), BLOCK);
    let calls = MAIN.replace(
        "println!(\"{}\", unsafe { c::twice(c::abs(-20) + c::EXIT_FAILURE) });",
        "println!(\"{}\", unsafe { c::twice(1) + same_block_one::c::twice(10) + same_block_two::c::twice(10) });",
    );
    package.file("src/main.rs", format!("{BLOCK}{calls}"));
    assert_eq!(package.run(), "42");
}

#[test]
fn two_versions_of_a_vendored_library_do_not_meet() {
    let package = Package::with_manifest(
        "two-versions",
        "[dependencies]\ntwo-versions-one = { path = \"two-versions-one\" }\n\
         two-versions-two = { path = \"two-versions-two\" }\n",
    );
    // Functions that a block defines stay inside its crate, though both are called `version`.
    for (name, version) in [("two-versions-one", 40), ("two-versions-two", 2)] {
        let text =
            format!("cffi_rt::cdef! {{\n    #include <stddef.h>\n    int version(void) {{ return {version}; }}\n}}\n");
        member(&package, name, &dependency(), &text);
    }
    package.file(
        "src/main.rs",
        "fn main() {\n    // SAFETY: the functions have no conditions.\n    \
         println!(\"{}\", unsafe { two_versions_one::version() + two_versions_two::version() });\n}\n",
    );
    assert_eq!(package.run(), "42");
}

#[test]
fn the_same_block_twice_in_one_crate() {
    let package = Package::new("twice-in-one");
    let second = BLOCK.replace("mod c", "mod d");
    let calls = MAIN.replace("c::abs(-20)", "d::twice(10)");
    package.file("src/main.rs", format!("{BLOCK}{second}{calls}"));
    assert_eq!(package.run(), "42");
}
