//! Errors of C functions that have none of their own: numbers and texts in, `Error` values out.

use core::error::Error;
use core::ffi::{CStr, c_int};
use core::fmt;
use core::ops::Deref;
use std::ffi::CString;
use std::io;

/// A value of C's `errno` (C11 7.5).
///
/// # Examples
///
/// ```
/// use cffi_rt::Errno;
/// use std::io::{self, ErrorKind};
///
/// let missing = Errno::from_raw(2);
/// assert_eq!(missing.raw(), 2);
/// assert_eq!(missing, Errno::from_raw(2));
///
/// fn open() -> io::Result<()> {
///     Err(Errno::from_raw(2))?
/// }
/// # #[cfg(unix)]
/// assert_eq!(open().unwrap_err().kind(), ErrorKind::NotFound);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct Errno(c_int);

impl Errno {
    /// The error with this number.
    ///
    /// # Examples
    ///
    /// See [`Errno`].
    #[inline]
    #[must_use]
    pub const fn from_raw(number: c_int) -> Errno {
        Errno(number)
    }

    /// The number, as C's headers name it (`ENOENT`).
    ///
    /// # Examples
    ///
    /// See [`Errno`].
    #[inline]
    #[must_use]
    pub const fn raw(self) -> c_int {
        self.0
    }

    /// What Rust's standard library makes of the number.
    ///
    /// # Examples
    ///
    /// ```
    /// use std::io::ErrorKind;
    ///
    /// # #[cfg(unix)]
    /// assert_eq!(cffi_rt::Errno::from_raw(13).kind(), ErrorKind::PermissionDenied);
    /// ```
    #[must_use]
    pub fn kind(self) -> io::ErrorKind {
        io::Error::from(self).kind()
    }
}

/// The C library's text.
impl fmt::Display for Errno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        #[cfg(windows)]
        return windows::text(self.0, f);
        #[cfg(not(windows))]
        io::Error::from_raw_os_error(self.0).fmt(f)
    }
}

impl fmt::Debug for Errno {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Errno").field(&self.0).field(&format_args!("{self}")).finish()
    }
}

impl Error for Errno {}

impl From<Errno> for io::Error {
    fn from(errno: Errno) -> io::Error {
        #[cfg(windows)]
        return io::Error::other(errno);
        #[cfg(not(windows))]
        io::Error::from_raw_os_error(errno.0)
    }
}

/// There the standard library's numbers are the system's, and not those of C's `errno`.
#[cfg(windows)]
mod windows {
    use core::ffi::{CStr, c_char, c_int};
    use core::fmt;

    unsafe extern "C" {
        fn strerror(number: c_int) -> *const c_char;
    }

    pub(super) fn text(number: c_int, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // SAFETY: it takes any number, and returns a string that this thread alone changes, by calling it again.
        let text = unsafe { CStr::from_ptr(strerror(number)) }.to_string_lossy();
        write!(f, "{text} (errno {number})")
    }
}

/// The integer that a C function returned where it failed, if its declaration gives it no type of its own.
///
/// # Examples
///
/// ```
/// let error = cffi_rt::ErrorCode(-5);
/// assert_eq!(error.to_string(), "the C function returned -5");
/// assert_eq!(i32::from(error), -5);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ErrorCode<T>(
    /// What the function returned.
    pub T,
);

impl<T: fmt::Display> fmt::Display for ErrorCode<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the C function returned {}", self.0)
    }
}

impl<T: fmt::Debug + fmt::Display> Error for ErrorCode<T> {}

impl<T> From<T> for ErrorCode<T> {
    fn from(code: T) -> ErrorCode<T> {
        ErrorCode(code)
    }
}

macro_rules! code {
    ($($ty:ty)*) => { $(
        impl From<ErrorCode<$ty>> for $ty {
            fn from(error: ErrorCode<$ty>) -> $ty {
                error.0
            }
        }
    )* };
}

code!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize);

/// A message that a C library gave where a function failed, copied.
///
/// It dereferences to [`CStr`]; `Display` shows what is not UTF-8 as `\u{fffd}`.
///
/// # Examples
///
/// ```
/// let error = cffi_rt::ErrorText::from(c"no such window");
/// assert_eq!(error.to_string(), "no such window");
/// assert_eq!(error.to_bytes(), b"no such window");
/// ```
#[derive(Clone, PartialEq, Eq, Hash)]
pub struct ErrorText(CString);

impl Deref for ErrorText {
    type Target = CStr;

    fn deref(&self) -> &CStr {
        &self.0
    }
}

impl fmt::Display for ErrorText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_string_lossy())
    }
}

impl fmt::Debug for ErrorText {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("ErrorText").field(&self.0).finish()
    }
}

impl Error for ErrorText {}

impl From<CString> for ErrorText {
    fn from(text: CString) -> ErrorText {
        ErrorText(text)
    }
}

impl From<&CStr> for ErrorText {
    fn from(text: &CStr) -> ErrorText {
        ErrorText(text.to_owned())
    }
}

impl From<ErrorText> for CString {
    fn from(error: ErrorText) -> CString {
        error.0
    }
}

#[cfg(test)]
mod tests {
    use core::error::Error;

    use super::{Errno, ErrorCode, ErrorText};

    #[test]
    fn each_error_can_be_passed_on_by_a_question_mark() {
        fn failed<E: Error + Send + Sync + 'static>(error: E) -> Result<(), Box<dyn Error + Send + Sync>> {
            Err(error)?
        }
        assert!(failed(Errno::from_raw(1)).is_err());
        assert!(failed(ErrorCode(1)).is_err());
        assert!(failed(ErrorText::from(c"one")).is_err());
    }

    #[test]
    #[cfg(unix)]
    fn an_errno_shows_number_and_text() {
        let errno = Errno::from_raw(2);
        assert!(errno.to_string().contains("No such file"), "{errno}");
        let debug = format!("{errno:?}");
        assert!(debug.starts_with("Errno(2, No such file"), "{debug}");
    }

    #[test]
    fn a_text_that_is_not_utf_8_is_shown() {
        assert_eq!(ErrorText::from(c"a\xffb").to_string(), "a\u{fffd}b");
    }
}
