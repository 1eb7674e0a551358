//! The C library: descriptors, text in buffers, directories, and what has to stay unsafe.

use std::io;
use std::mem::MaybeUninit;

use cffi_rt::spare;

mod c {
    cffi_rt::cdef! {
        #include <dirent.h>
        #include <errno.h>
        #include <fcntl.h>
        #include <stdlib.h>
        #include <string.h>
        #include <unistd.h>

        #define EBADF ...
        #define ERANGE ...

        unsafe extern "C" {
            ssize_t read(int fd, _Out_writes_bytes_to_(n, return) void *buf, size_t n)
                _Success_(return >= 0) cdef_error(errno);
            ssize_t write(int fd, const void *__sized_by(n) buf, size_t n) _Success_(return >= 0) cdef_error(errno);
            int pipe(_Out_ int ends[2]) _Success_(return == 0) cdef_error(errno);
            int close(int fd) _Success_(return == 0) cdef_error(errno);

            struct __dirstream cdef_destroy(closedir);
            struct dirent cdef_opaque {
                ino_t d_ino;
                unsigned char d_type;
                char d_name[256] __null_terminated;
                ...;
            };
            DIR *cdef_owned _Nullable opendir(const char *__null_terminated name) cdef_error(errno);
            struct dirent *_Nullable readdir(DIR *dirp __lifetimebound)
                _Success_(return != NULL || errno == 0) cdef_error(errno);

            void qsort(_Inout_ void *__sized_by(nmemb * size) base, size_t nmemb, size_t size,
                       int (*compar)(const void *, const void *)) cdef_unsafe;
            size_t strlen(const char *__null_terminated s);
            long strtol(const char *__null_terminated text, _Outptr_ char *cdef_within(text) *end, int base)
                _Success_(errno == 0) cdef_error(errno);
            void *memcpy(void *to, const void *from, size_t n);
        }
    }
}

mod xsi {
    cffi_rt::cdef! {
        #undef _GNU_SOURCE
        #define _POSIX_C_SOURCE 200809L
        #include <errno.h>
        #include <string.h>

        unsafe extern "C" {
            int strerror_r(int errnum, _Out_writes_z_(buflen) char *buf, size_t buflen)
                _Success_(return == 0) cdef_error(errno = return);
        }
    }
}

#[test]
fn only_what_was_read_is_given() {
    let [out, into] = c::pipe().expect("there are descriptors");
    assert_eq!(c::write(into, b"hello"), Ok(5));
    assert_eq!(c::write(into, b""), Ok(0));
    let mut bytes = Vec::new();
    assert_eq!(c::read(out, spare(&mut bytes, 100)), Ok(5));
    assert_eq!(bytes, b"hello");
    c::close(into).expect("it is open");
    let mut room = [MaybeUninit::<u8>::uninit(); 8];
    let (given, rest) = c::read(out, &mut room).expect("it ends");
    assert_eq!((given.len(), rest.len()), (0, 8));
    c::close(out).expect("it is open");
    let error = c::read(out, &mut [0; 8]).expect_err("it is closed");
    assert_eq!((error.raw(), io::Error::from(error).raw_os_error()), (c::EBADF, Some(c::EBADF)));
}

#[test]
fn text_ends_within_its_room() {
    let mut room = [0; 64];
    let text = xsi::strerror_r(c::EBADF, &mut room).expect("there is room");
    assert_eq!(text, c"Bad file descriptor");
    let error = xsi::strerror_r(c::EBADF, &mut [0; 4]).expect_err("there is none");
    assert_eq!(error.raw(), c::ERANGE);
}

#[test]
fn an_end_is_no_error() {
    let mut folder = c::opendir(c"/proc/self").expect("it is there");
    let mut names = Vec::new();
    while let Some(entry) = c::readdir(&mut folder).expect("it is readable") {
        assert_ne!(entry.d_ino(), 0);
        names.push(entry.d_name().to_owned());
    }
    assert!(names.iter().any(|name| **name == *c"cmdline"));
    drop(folder);
    let error = c::opendir(c"/nonexistent").expect_err("it is not there");
    assert_eq!(io::Error::from(error).kind(), io::ErrorKind::NotFound);
}

#[test]
fn what_words_do_not_explain_is_unsafe() {
    unsafe extern "C" fn descending(a: *const core::ffi::c_void, b: *const core::ffi::c_void) -> core::ffi::c_int {
        // SAFETY: `qsort` compares elements of the array.
        let (a, b) = unsafe { (*a.cast::<i32>(), *b.cast::<i32>()) };
        b.cmp(&a) as core::ffi::c_int
    }
    let mut numbers = [1, 3, 2];
    // SAFETY: the length and the size are the array's, and the order is a total one.
    unsafe { c::qsort(numbers.as_mut_ptr().cast(), 3, 4, Some(descending)) };
    assert_eq!(numbers, [3, 2, 1]);
    assert_eq!(c::strlen(c"four"), 4);
    let mut to = [0_u8; 2];
    // SAFETY: both hold two bytes.
    unsafe { c::memcpy(to.as_mut_ptr().cast(), b"ab".as_ptr().cast(), 2) };
    assert_eq!(&to, b"ab");
}

#[test]
fn a_pointer_into_text_is_an_offset() {
    assert_eq!(c::strtol(c"12 apples", 10), Ok((12, 2)));
    assert_eq!(c::strtol(c"12", 10), Ok((12, 2)));
    assert_eq!(c::strtol(c"", 10), Ok((0, 0)));
    let error = c::strtol(c"99999999999999999999", 10).expect_err("it is too large");
    assert_eq!(error.raw(), c::ERANGE);
}
