//! Libraries that are loaded while the program runs: what builds without a compiler, and how a program ends.

use std::path::PathBuf;

use crate::package::{Done, Package, dependency};

const DECLARED: &str = "
mod c {
    cffi_rt::cdef! {
        #![dlopen(\"libno-such-library.so.1\")]
        #define ANSWER 42
        int no_such_function(int a);
        int variadic(int a, ...);
        extern int variable;
    }
}
";

#[test]
fn a_declared_block_needs_no_compiler() {
    let mut package = Package::new("no-compiler");
    package.set("CC", "/nonexistent");
    package.file(
        "src/main.rs",
        format!("{DECLARED}{TABLE}fn main() {{ println!(\"{{}} {{}}\", c::ANSWER, c::load().is_err()); }}"),
    );
    // Rust's own linker is a C compiler: rustc gets it by its path, and the macro finds none.
    let linker = found("cc");
    let target = Done::of(&package.command("rustc").arg("-vV").output().expect("Cargo found it, too")).stdout;
    let host = target.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc says where it runs");
    let variable = format!("CARGO_TARGET_{}_LINKER", host.to_uppercase().replace('-', "_"));
    let sysroot = Done::of(&package.command("rustc").args(["--print", "sysroot"]).output().expect("as above")).stdout;
    package.file("path/empty", "");
    // The linker's own part.
    std::os::unix::fs::symlink(found("ld"), package.path("path/ld")).expect("the folder is new");
    package.set("RUSTC", format!("{}/bin/rustc", sysroot.trim()));
    package.set(variable.leak(), linker);
    package.set("PATH", package.path("path"));
    for compiler in ["cc", "gcc", "clang"] {
        assert!(package.command(compiler).output().is_err(), "`{compiler}` is out of reach");
    }
    package.cargo(&["check"]);
    assert_eq!(package.run(), "42 true");
}

fn found(program: &str) -> PathBuf {
    let path = std::env::var_os("PATH").expect("there is a path");
    let found = std::env::split_paths(&path).map(|folder| folder.join(program)).find(|path| path.is_file());
    found.expect("Rust programs are linked with it")
}

const TABLE: &str = "
mod table {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        void counter_free(struct counter *c);
        unsafe extern \"C\" {
            struct counter cdef_destroy(counter_free);
            struct counter *cdef_owned counter_new(int start);
        }
    }
}
";

#[test]
fn a_raw_function_without_its_library_says_so_and_aborts() {
    use std::os::unix::process::ExitStatusExt;

    let package = Package::new("no-library");
    package.file(
        "src/main.rs",
        // SAFETY of the code: there is no such function.
        format!("{DECLARED}fn main() {{ unsafe {{ c::no_such_function(1) }}; }}"),
    );
    package.cargo(&["build"]);
    let output = package
        .command(crate::package::target().join("debug/no-library"))
        .output()
        .expect("the program was just built");
    let message = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.signal(), Some(6), "{message}");
    assert!(message.contains("`libno-such-library.so.1` can't be loaded: "), "{message}");
}

#[test]
fn a_feature_chooses_between_linking_and_loading() {
    let manifest = format!("[features]\nloaded = []\n\n[dependencies]\n{}", dependency());
    let package = Package::with_manifest("chooses", &manifest);
    package.file(
        "src/main.rs",
        "mod c {
            cffi_rt::cdef! {
                #![cfg_attr(feature = \"loaded\", dlopen(\"libc.so.6\"))]
                #include <stdlib.h>
                typedef struct { long quot; ...; } ldiv_t;
                ldiv_t ldiv(long a, long b);
                int abs(int number);
            }
        }
        fn main() {
            #[cfg(feature = \"loaded\")]
            c::load().unwrap();
            // SAFETY: the divisor is not zero.
            println!(\"{}\", unsafe { i64::from(c::abs(-2)) * c::ldiv(42, 2).quot });
        }",
    );
    assert_eq!(package.run(), "42");
    let Done { stdout, .. } = package.cargo(&["run", "--features", "loaded"]);
    assert_eq!(stdout.trim(), "42");
}

#[test]
fn an_inline_function_that_needs_the_library_is_refused() {
    let package = Package::new("inline-of-a-library");
    package.file("src/a.h", "int lib_call(int a);\nstatic inline int inlined(int a) { return lib_call(a); }\n");
    package.file(
        "src/main.rs",
        "mod c {
            cffi_rt::cdef! {
                #![dlopen(\"liba.so\")]
                #include \"a.h\"
                int inlined(int a);
            }
        }
        fn main() {}",
    );
    let output = package.try_cargo(&["build"]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("`inlined` needs `lib_call` through an inline function of the headers"), "{message}");
}

#[test]
fn c_code_of_a_block_can_not_know_the_library_of_a_table() {
    let package = Package::new("code-beside-a-table");
    package.file("src/a.h", "int lib_call(int a);\n");
    package.file(
        "src/main.rs",
        "mod c {
            cffi_rt::cdef! {
                #![dlopen(struct Plugin)]
                #include \"a.h\"
                int lib_call(int a);
                int twice(int a) { return lib_call(a) + lib_call(a); }
            }
        }
        fn main() {}",
    );
    let output = package.try_cargo(&["build"]);
    let message = String::from_utf8_lossy(&output.stderr);
    assert!(message.contains("needs `lib_call`, but does not know in which library"), "{message}");
}

#[test]
fn neither_a_check_nor_a_build_needs_the_library() {
    let package = Package::new("header-without-library");
    package.file(
        "src/a.h",
        "#define LIB_VERSION 3\nint lib_call(int a);\ntypedef struct lib lib;\nvoid lib_free(lib *l);\n",
    );
    package.file(
        "src/main.rs",
        "mod c {
            cffi_rt::cdef! {
                #![dlopen(\"libno-such-library.so.1\")]
                #include \"a.h\"
                #define LIB_VERSION ...
                int lib_call(int a);
                int twice(int a) { return lib_call(a) * 2; }
                unsafe extern \"C\" { typedef struct lib lib cdef_destroy(lib_free); }
            }
        }
        fn main() {
            println!(\"{} {}\", c::LIB_VERSION, c::load().unwrap_err());
        }",
    );
    package.cargo(&["check"]);
    let said = package.run();
    assert!(said.starts_with("3 `libno-such-library.so.1` can't be loaded: "), "{said}");
}
