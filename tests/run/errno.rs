//! `errno` is the thread's own, and `std::io::Error::last_os_error` reads what C wrote.

use core::ffi::c_int;
use std::io::Error;

mod c {
    cffi_rt::cdef! {
        #include <errno.h>
        #include <stdlib.h>

        extern int errno;
        #define EDOM ...
        void errno_set(int value) { errno = value; }
        int errno_shift(int value) { int before = errno; errno = value; return before; }
        int errno_by_stub(int value) { errno_set(value); return value + 1; }
    }
}

#[test]
fn each_thread_keeps_its_errno_over_ten_thousand_calls() {
    let threads: Vec<_> = (0..10)
        .map(|thread: c_int| {
            std::thread::spawn(move || {
                let mut last = -1;
                for call in 0..10_000 {
                    let value = thread * 10_000 + call;
                    // SAFETY: the functions only write this thread's `errno`.
                    unsafe {
                        if last >= 0 {
                            assert_eq!(c::errno_shift(value), last);
                        } else {
                            c::errno_set(value);
                        }
                    }
                    assert_eq!(Error::last_os_error().raw_os_error(), Some(value));
                    last = value;
                }
            })
        })
        .collect();
    for thread in threads {
        assert!(thread.join().is_ok());
    }
}

#[test]
fn what_rust_writes_is_read_by_c() {
    // SAFETY: the variable is this thread's, and the functions only use it.
    unsafe {
        *c::errno() = c::EDOM;
        assert_eq!(c::errno_shift(0), c::EDOM);
        assert_eq!(*c::errno(), 0);
        assert_eq!(c::errno_by_stub(7), 8);
        assert_eq!(*c::errno(), 7);
    }
}
