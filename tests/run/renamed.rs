//! Functions whose link names are not their C names.

use core::ffi::c_int;

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/renamed.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_renamed.so"))]
        #include "renamed.h"

        int renamed_plain(int i);
        int renamed_label(int i);
        int renamed_by_pragma(int i);
    }
}

#[cfg(target_os = "linux")]
mod large_files {
    cffi_rt::cdef! {
        #define _FILE_OFFSET_BITS 64
        #include <fcntl.h>
        #include <stdio.h>
        #include <unistd.h>

        typedef int... off_t;
        #define O_RDONLY ...
        #define SEEK_END ...

        off_t lseek(int fd, off_t offset, int whence);
        int open(const char *path, int flags, ...);
        int close(int fd);
        int sscanf(const char *text, const char *format, ...);
        FILE *fopen(const char *path, const char *mode);
        int fclose(FILE *file);
    }
}

#[test]
fn the_symbol_is_the_one_that_the_header_gives() {
    // SAFETY: the functions take any number.
    unsafe {
        assert_eq!(c::renamed_plain(0), 1);
        assert_eq!(c::renamed_label(0), 2);
        assert_eq!(c::renamed_by_pragma(0), 3);
    }
}

#[cfg(target_os = "linux")]
#[test]
fn file_offsets_have_64_bits_where_the_header_says_so() {
    use large_files::{O_RDONLY, SEEK_END, close, fclose, fopen, lseek, off_t, open, sscanf};

    let _: unsafe extern "C" fn(c_int, off_t, c_int) -> off_t = lseek;
    assert_eq!(size_of::<off_t>(), 8);
    let mut number: c_int = 0;
    // SAFETY: the strings end in NUL, the formats name the arguments' types, and the files are closed once.
    unsafe {
        let fd = open(c"/proc/self/exe".as_ptr(), O_RDONLY);
        assert!(fd >= 0);
        assert!(lseek(fd, 0, SEEK_END) > 0);
        assert_eq!(close(fd), 0);

        assert_eq!(sscanf(c"31".as_ptr(), c"%d".as_ptr(), &raw mut number), 1);

        let file = fopen(c"/proc/self/exe".as_ptr(), c"r".as_ptr());
        assert!(!file.is_null());
        assert_eq!(fclose(file), 0);
    }
    assert_eq!(number, 31);
}
