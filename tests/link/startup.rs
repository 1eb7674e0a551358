//! What happens before `main`: nothing, however much a block declares.
#![cfg(target_os = "linux")]

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::package::{Package, target};

const FUNCTIONS: usize = 3_000;

/// Instructions before `main`, in a program whose block has one option and so many functions.
///
/// The names of the programs are equally long, since the loader and C's start code look at them.
fn instructions(name: &'static str, option: &str, functions: usize, main: &str) -> u64 {
    let package = Package::new(name);
    let declarations: String = (0..functions).map(|n| format!("int startup_{n:04}(int a);\n")).collect();
    let option = if option.is_empty() { String::new() } else { format!("#![{option}]") };
    package.file(
        "src/main.rs",
        format!("mod c {{ cffi_rt::cdef! {{ {option} int abs(int a);\n{declarations} }} }}\nfn main() {{ {main} }}\n"),
    );
    package.cargo(&["build"]);
    let out = package.path("callgrind.out");
    let mut command = Command::new("valgrind");
    command.args(["--tool=callgrind", "--dump-before=main"]);
    command.arg(format!("--callgrind-out-file={}", out.display())).arg(target().join("debug").join(name));
    let output = command.env_clear().env("PATH", "/usr/bin:/bin").output().expect("valgrind is installed");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    total(&package.path("callgrind.out.1"))
}

/// What callgrind had counted when it met `main`.
fn total(out: &Path) -> u64 {
    let text = fs::read_to_string(out).expect("callgrind wrote it");
    let total = text.lines().find_map(|line| line.strip_prefix("totals: "));
    total.and_then(|total| total.trim().parse().ok()).expect("callgrind says how many")
}

#[test]
fn linked_declarations_run_nothing_before_main() {
    // SAFETY of the code: the function takes any small number.
    let main = "assert_eq!(unsafe { c::abs(-1) }, 1);";
    let none = instructions("startup-linked-none", "", 0, main);
    let many = instructions("startup-linked-many", "", FUNCTIONS, main);
    assert_eq!(many, none);
}

#[test]
fn loaded_declarations_run_nothing_before_main() {
    // Both keep their tables and the code that fills them; the library has none of the functions.
    let main = "assert!(c::load().is_ok() || c::load().unwrap_err().missing().len() == 3_000);";
    let none = instructions("startup-loaded-none", "dlopen(\"libc.so.6\")", 0, main);
    let many = instructions("startup-loaded-many", "dlopen(\"libc.so.6\")", FUNCTIONS, main);
    assert_eq!(many, none);
}

#[test]
fn tables_run_nothing_before_main() {
    // SAFETY of the code: the library is C's own.
    let main = "assert!(unsafe { c::Tables::load_from(\"libc.so.6\") }.is_ok() || std::env::args().count() == 1);";
    let none = instructions("startup-tables-none", "dlopen(struct Tables)", 0, main);
    let many = instructions("startup-tables-many", "dlopen(struct Tables)", FUNCTIONS, main);
    assert_eq!(many, none);
}
