//! The first calls of many threads, watched by rustc's ThreadSanitizer.
//!
//! Valgrind's tools know no atomics, and report each use of them. The sanitizer's runtime comes with rustup's
//! toolchains for this target; the flag that asks for it is not stable.
#![cfg(all(target_os = "linux", target_arch = "x86_64"))]

use std::process::Output;

use crate::package::{Package, target};

/// The threads are C's own, since Rust's standard library is not compiled for the sanitizer.
const PROGRAM: &str = r#"
use std::ffi::{c_int, c_void};

mod pthread {
    cffi_rt::cdef! {
        #include <pthread.h>
        int pthread_create(pthread_t *thread, const pthread_attr_t *attr, void *(*start)(void *), void *data);
        int pthread_join(pthread_t thread, void **result);
        int pthread_barrier_init(pthread_barrier_t *barrier, const pthread_barrierattr_t *attr, unsigned count);
        int pthread_barrier_wait(pthread_barrier_t *barrier);
    }
}
mod raw {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        int abs(int number);
    }
}
mod safe {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        unsafe extern "C" { int toupper(int letter); }
    }
}
mod stubs {
    cffi_rt::cdef! {
        #![dlopen("libc.so.6")]
        #include <stdlib.h>
        int twice(int number) { return 2 * abs(number); }
        int abs(int number);
    }
}
mod table {
    cffi_rt::cdef! {
        #![dlopen(struct LibC, "libc.so.6")]
        int abs(int number);
    }
}

static mut UNGUARDED: c_int = 0;

extern "C" fn first_calls(barrier: *mut c_void) -> *mut c_void {
    let races = std::env::args().count() > 1;
    // SAFETY: the barrier is the main thread's, which waits, and the functions take any small number.
    let sum = unsafe {
        pthread::pthread_barrier_wait(barrier.cast());
        if races {
            UNGUARDED += 1;
        }
        let table = table::LibC::load().map_or(0, |libc| libc.abs(-8));
        raw::abs(-1) + safe::toupper(2) + stubs::twice(-2) + table
    };
    sum as usize as *mut c_void
}

fn main() {
    // SAFETY: the barrier and the threads are there until all threads have ended.
    unsafe {
        let mut barrier: pthread::pthread_barrier_t = std::mem::zeroed();
        let mut threads: [pthread::pthread_t; 16] = std::mem::zeroed();
        pthread::pthread_barrier_init(&mut barrier, std::ptr::null(), 16);
        for thread in &mut threads {
            let barrier = (&raw mut barrier).cast();
            assert_eq!(pthread::pthread_create(thread, std::ptr::null(), Some(first_calls), barrier), 0);
        }
        for thread in threads {
            let mut sum = std::ptr::null_mut();
            pthread::pthread_join(thread, &mut sum);
            assert_eq!(sum as usize, 1 + 2 + 4 + 8);
        }
    }
}
"#;

fn reports(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn sixteen_first_calls_at_once_do_not_race() {
    const TARGET: &str = "x86_64-unknown-linux-gnu";
    let mut package = Package::new("first-calls");
    package.file("src/main.rs", PROGRAM);
    package.set("RUSTC_BOOTSTRAP", "1");
    package.set(
        "CARGO_TARGET_X86_64_UNKNOWN_LINUX_GNU_RUSTFLAGS",
        "-Zsanitizer=thread -Cunsafe-allow-abi-mismatch=sanitizer",
    );
    package.cargo(&["build", "--target", TARGET]);
    let program = target().join(TARGET).join("debug/first-calls");
    // Each run is another order of the threads.
    for _ in 0..20 {
        let output = package.command(&program).output().expect("the program was just built");
        assert!(output.status.success(), "{}", reports(&output));
    }
    // The sanitizer is at work: it tells a race that is there.
    let output = package.command(&program).arg("race").output().expect("the program was just built");
    assert!(!output.status.success() && reports(&output).contains("WARNING: ThreadSanitizer: data race"));
}
