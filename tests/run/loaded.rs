//! Libraries that are loaded while the program runs: C's own, which every program finds.
#![cfg(target_os = "linux")]

use core::ffi::{CStr, c_char, c_int};

mod declared {
    cffi_rt::cdef! {
        #![dlopen("libno-such-library.so", "libc.so.6")]

        size_t strlen(const char *s);
        int snprintf(char *to, size_t size, const char *format, ...);
        int absolute(int number) __asm__("abs");
        extern char **environ;
        int no_such_function(int a) cdef_optional;
        void free(void *p);
    }
}

mod verified {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        #include <stdlib.h>
        #include <stdio.h>
        #include <ctype.h>

        typedef struct { int quot, rem; } div_t;
        typedef struct { long quot; ...; } ldiv_t;
        div_t div(int a, int b);
        ldiv_t ldiv(long a, long b);
        int abs(int a);
        long double strtold(const char *text, char **end);
        int snprintf(char *to, size_t size, const char *format, ...);
        extern FILE *stdin;
        int twice(int a) { return abs(a) * 2; }
        static int thrice(int a) { return abs(a) * 3; }
        #define RAND_MAX ...
    }
}

#[test]
fn declared_functions_are_called() {
    let mut buffer = [0 as c_char; 16];
    // SAFETY: the strings end in NUL, the format names its argument, and the buffer has the length.
    unsafe {
        assert_eq!(declared::strlen(c"four".as_ptr()), 4);
        assert_eq!(declared::snprintf(buffer.as_mut_ptr(), buffer.len(), c"<%d>".as_ptr(), 3 as c_int), 3);
        assert_eq!(CStr::from_ptr(buffer.as_ptr()), c"<3>");
        assert_eq!(declared::absolute(-3), 3);
    }
    let _: Option<unsafe extern "C" fn(*mut core::ffi::c_void)> = Some(declared::free);
    assert!(declared::no_such_function().is_none());
    assert!(!declared::environ().is_null());
    assert!(declared::is_loaded());
    declared::load().expect("it is loaded");
}

#[test]
fn verified_functions_and_stubs_are_called() {
    // SAFETY: the divisors are not zero, and the texts end in NUL.
    unsafe {
        assert_eq!(verified::div(7, 2).rem, 1);
        assert_eq!(verified::ldiv(7, 2).quot, 3);
        assert_eq!(verified::strtold(c"1.5".as_ptr(), core::ptr::null_mut()).to_f64(), 1.5);
        assert_eq!((verified::twice(-2), verified::thrice(-2)), (4, 6));
        assert!(!(*verified::stdin()).is_null());
    }
    const { assert!(verified::RAND_MAX > 0) };
}

mod missing {
    cffi_rt::cdef! {
        #![dlopen("libno-such-library.so.1", "libno-such-library.so")]
        int f(void);
    }
}

mod other {
    cffi_rt::cdef! {
        #![dlopen("libno-such-library.so.1")]
        int abs(int a);
    }
}

mod lacking {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        int abs(int a);
        int lacks_first(int a), lacks_second(void);
        extern int lacks_third;
    }
}

mod versions {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        int first(int number) __asm__("abs@GLIBC_2.2.5");
        int second(int number) __asm__("abs@GLIBC_9.9") cdef_optional;
    }
}

mod once {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        int abs(int number);
    }
}

/// A file that is no library, or one of another machine.
fn file(name: &str, bytes: &[u8]) -> std::path::PathBuf {
    let path = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, bytes).expect("the target folder is writable");
    path
}

#[test]
fn a_missing_library_is_told_with_each_name() {
    let error = missing::load().expect_err("there is no such library").to_string();
    let (start, no_file) = ("none of these libraries can be loaded: `libno-such-library.so.1`: ", "No such file");
    assert!(error.starts_with(start) && error.matches(no_file).count() == 2, "{error}");
    assert!(!missing::is_loaded());
}

#[test]
fn all_missing_symbols_are_told_at_once() {
    let error = lacking::load().expect_err("the library has none of them");
    // Variables are asked first.
    assert_eq!(error.missing(), ["lacks_third", "lacks_first", "lacks_second"]);
    let text = error.to_string();
    assert!(text.contains("/libc.so.6` lacks `lacks_third`, `lacks_first` and `lacks_second`: "), "{text}");
    assert!(text.ends_with("undefined symbol: lacks_third"), "{text}");
    assert!(error.path().is_some_and(|path| path.ends_with("libc.so.6")));
}

#[test]
fn what_is_no_library_is_told() {
    let text = file("no-library.so", b"This is a text, and no library at all, though it is long enough to be one.");
    // SAFETY: nothing is loaded.
    let error = unsafe { missing::load_from(&text) }.expect_err("it is a text").to_string();
    assert!(error.contains("no-library.so` can't be loaded: ") && error.contains("invalid ELF header"), "{error}");
    assert!(error.ends_with(" (it is no library)"), "{error}");
}

#[test]
fn another_architecture_is_told() {
    // The first page of a library for another machine.
    let mut elf = vec![0_u8; 4096];
    elf[..20].copy_from_slice(b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0\xf3\0");
    elf[20] = 1;
    let other = file("other-machine.so", &elf);
    // SAFETY: nothing is loaded.
    let error = unsafe { missing::load_from(&other) }.expect_err("it is of another machine").to_string();
    assert!(error.contains("other-machine.so` can't be loaded: "), "{error}");
    assert!(error.contains(" (it is for another architecture: RISC-V (64 bits), but this program is "), "{error}");
}

#[cfg(feature = "tools")]
#[test]
fn libraries_of_cross_compilers_are_told() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR"));
    let source = file("cross.c", b"int f(int a) { return a; }");
    let libraries = [("aarch64-linux-gnu-gcc", "AArch64 (64 bits)"), ("arm-linux-gnueabihf-gcc", "ARM (32 bits)")];
    for (compiler, machine) in libraries {
        let library = folder.join(format!("{compiler}.so"));
        let mut command = std::process::Command::new(compiler);
        command.args(["-shared", "-fPIC", "-nostdlib", "-o"]).arg(&library).arg(&source);
        assert!(command.status().expect("the compiler is installed").success());
        // SAFETY: nothing is loaded.
        let error = unsafe { missing::load_from(&library) }.expect_err("it is of another machine").to_string();
        assert!(error.contains(&format!("(it is for another architecture: {machine}, but this")), "{error}");
    }
}

#[test]
fn a_text_for_the_linker_is_told() {
    let script = file("script.so", b"/* GNU ld script\n   Use the shared library. */\nGROUP ( libc.so.6 )\n");
    // SAFETY: nothing is loaded.
    let error = unsafe { missing::load_from(&script) }.expect_err("it is a text").to_string();
    assert!(error.ends_with("where the library is; name the library itself)"), "{error}");
}

#[test]
fn a_library_is_chosen_once() {
    // SAFETY: the libraries are C's own, and the first has the function.
    unsafe {
        assert!(other::load().is_err());
        assert!(other::load_from_handle(core::ptr::null_mut()).is_err());
        other::load_from("libc.so.6").expect("the C library is there");
        assert_eq!(other::abs(-2), 2);
        other::load_from("libc.so.6").expect("it is the same");
        let second = other::load_from("libm.so.6").expect_err("it is another");
        assert!(second.is_already_loaded(), "{second}");
        assert!(second.to_string().contains("libc.so.6` is already loaded, and `"), "{second}");
    }
    other::load().expect("it is loaded, if from elsewhere");
}

#[test]
fn a_handle_is_taken() {
    mod by_handle {
        cffi_rt::cdef! {
            #![dlopen("libno-such-library.so.1")]
            int abs(int a);
        }
    }
    mod by_program {
        cffi_rt::cdef! {
            #![dlopen("libno-such-library.so.1")]
            long labs(long a);
        }
    }
    mod loader {
        cffi_rt::cdef! {
            #include <dlfcn.h>
            #define RTLD_LAZY ...
            void *dlopen(const char *file, int mode);
        }
    }
    // SAFETY: the library is C's own, which stays open and has the function.
    unsafe {
        let handle = loader::dlopen(c"libc.so.6".as_ptr(), loader::RTLD_LAZY);
        by_handle::load_from_handle(handle).expect("it has the function");
        assert_eq!(by_handle::abs(-4), 4);
        // No file is the whole program.
        let program = loader::dlopen(core::ptr::null(), loader::RTLD_LAZY);
        by_program::load_from_handle(program).expect("it has the function");
        assert_eq!(by_program::labs(-5), 5);
    }
}

#[test]
fn a_path_may_have_any_characters() {
    mod elsewhere {
        cffi_rt::cdef! {
            #![dlopen("libno-such-library.so.1")]
            int plus_one(int a);
        }
    }
    let source = file("größe ☃.c", b"int plus_one(int a) { return a + 1; }");
    let library = source.with_extension("so");
    let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let mut command = std::process::Command::new(compiler);
    command.args(["-shared", "-fPIC", "-o"]).arg(&library).arg(&source);
    assert!(command.status().expect("there is a C compiler").success());
    // SAFETY: the library is ours, and the function takes any number but the greatest.
    unsafe {
        elsewhere::load_from(&library).expect("it has the function");
        assert_eq!(elsewhere::plus_one(1), 2);
    }
}

#[test]
fn labels_may_have_versions() {
    // SAFETY: the function takes any number but the least.
    assert_eq!(unsafe { versions::first(-5) }, 5);
    assert!(versions::second().is_none());
}

#[test]
fn sixteen_threads_make_the_first_call_at_once() {
    let barrier = std::sync::Barrier::new(16);
    std::thread::scope(|scope| {
        for number in 0..16 {
            let barrier = &barrier;
            scope.spawn(move || {
                barrier.wait();
                // SAFETY: the function takes any number but the least.
                assert_eq!(unsafe { once::abs(-number) }, number);
            });
        }
    });
}

#[test]
#[should_panic(expected = "libno-such-library.so.1")]
fn an_address_that_is_not_there_panics() {
    mod variable {
        cffi_rt::cdef! {
            #![dlopen("libno-such-library.so.1")]
            extern int nothing;
        }
    }
    let _ = variable::nothing();
}
