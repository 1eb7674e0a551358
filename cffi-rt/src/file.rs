//! C's `FILE`.

use core::ffi::c_int;
use core::ptr::NonNull;

use crate::__private::Place;
use crate::{Destroy, Errno, Survival, TryDestroy};

/// C's `FILE`, the state of a stream (C11 7.21.1p2).
///
/// Only the C library knows what is in it, so it is always behind a pointer.
/// All blocks use this one type: a stream that one block opens can be passed to functions of another.
/// An [`Owned<FILE>`](crate::Owned) closes the stream with `fclose`, on any thread (C11 7.21.2p7 locks it).
///
/// # Examples
///
/// ```
/// mod stdio {
///     cffi_rt::cdef! {
///         #include <stdio.h>
///
///         FILE *tmpfile(void);
///         int fclose(FILE *stream);
///     }
/// }
/// mod text {
///     cffi_rt::cdef! {
///         #include <stdio.h>
///
///         int fputs(const char *text, FILE *stream);
///     }
/// }
///
/// // SAFETY: `tmpfile` may be called at any time (C11 7.21.4.3).
/// let stream: *mut cffi_rt::FILE = unsafe { stdio::tmpfile() };
/// assert!(!stream.is_null());
/// // SAFETY: the text ends in NUL, and the stream is open.
/// assert!(unsafe { text::fputs(c"hello".as_ptr(), stream) } >= 0);
/// // SAFETY: the stream is open, and not used hereafter.
/// assert_eq!(unsafe { stdio::fclose(stream) }, 0);
/// ```
#[repr(C)]
#[derive(Debug)]
pub struct FILE {
    content: Place,
}

unsafe extern "C" {
    fn fclose(stream: *mut FILE) -> c_int;
}

// SAFETY: a stream has a lock of its own, so that it may be used and closed on any thread (C11 7.21.2p7).
unsafe impl Send for FILE {}

// SAFETY: the type is a place, and `fclose` releases the stream even if it fails (C11 7.21.5.1p2).
unsafe impl Destroy for FILE {
    unsafe fn destroy(this: NonNull<Self>) {
        // SAFETY: the stream is open, and not used hereafter, as the caller says.
        unsafe { fclose(this.as_ptr()) };
    }
}

// SAFETY: the stream is gone in both cases (C11 7.21.5.1p2).
unsafe impl TryDestroy for FILE {
    type Error = Errno;

    unsafe fn try_destroy(this: NonNull<Self>) -> Result<(), (Survival, Errno)> {
        // SAFETY: the stream is open, and not used hereafter, as the caller says.
        match unsafe { fclose(this.as_ptr()) } {
            0 => Ok(()),
            _ => Err((Survival::Gone, last_errno())),
        }
    }
}

/// Nothing that could change it has been called between.
fn last_errno() -> Errno {
    #[cfg(windows)]
    {
        unsafe extern "C" {
            fn _errno() -> *mut c_int;
        }
        // SAFETY: it returns the address of this thread's `errno`.
        return Errno::from_raw(unsafe { *_errno() });
    }
    #[cfg(not(windows))]
    Errno::from_raw(std::io::Error::last_os_error().raw_os_error().unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use core::ffi::{c_char, c_int};
    use core::ptr::NonNull;

    use super::FILE;
    use crate::Owned;

    unsafe extern "C" {
        fn tmpfile() -> *mut FILE;
        fn fopen(path: *const c_char, mode: *const c_char) -> *mut FILE;
        fn fputc(byte: c_int, stream: *mut FILE) -> c_int;
    }

    fn owned(stream: *mut FILE) -> Owned<FILE> {
        // SAFETY: the stream has just been opened.
        unsafe { Owned::from_raw(NonNull::new(stream).expect("it opens")) }
    }

    #[test]
    fn a_stream_is_closed() {
        // SAFETY: it may be called at any time.
        drop(owned(unsafe { tmpfile() }));
        // SAFETY: it may be called at any time.
        assert!(owned(unsafe { tmpfile() }).close().is_ok());
    }

    #[test]
    #[cfg(target_os = "linux")]
    fn a_full_disk_is_reported_when_a_stream_is_closed() {
        // SAFETY: both texts end in a NUL.
        let full = owned(unsafe { fopen(c"/dev/full".as_ptr(), c"w".as_ptr()) });
        // SAFETY: the stream is open.
        assert_eq!(unsafe { fputc(1, Owned::as_ptr(&full)) }, 1);
        let failed = full.close().expect_err("there is no room");
        assert_eq!(failed.error().kind(), std::io::ErrorKind::StorageFull);
        assert!(failed.into_handle().is_none());
    }
}
