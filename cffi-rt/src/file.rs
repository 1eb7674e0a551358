//! C's `FILE`.

use crate::__private::Opaque;

/// C's `FILE`, the state of a stream (C11 7.21.1p2).
///
/// Only the C library knows what is in it, so it is always behind a pointer.
/// All blocks use this one type: a stream that one block opens can be passed to functions of another.
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
    content: Opaque,
}
