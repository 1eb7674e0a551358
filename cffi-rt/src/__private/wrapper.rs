//! What safe wrappers do with the answers of C that are neither lengths nor pointers.

use core::ffi::{CStr, c_char, c_int};
use core::fmt;
use std::ffi::CString;

use super::breach::broken;

/// The number that C returned as its sign and its bits.
#[inline]
#[must_use]
pub const fn operand(bits: u64, negative: bool) -> i128 {
    // The bits of a negative number are sign-extended.
    if negative { bits.cast_signed() as i128 } else { bits as i128 }
}

/// An `errno` that C returned as a number; what is none is the greatest.
#[inline]
#[must_use]
pub fn errno(number: i128) -> c_int {
    c_int::try_from(number).unwrap_or(c_int::MAX)
}

/// A text of C's that the next call may change; null is the empty one.
///
/// # Safety
///
/// The pointer is null or points to text that ends in NUL.
#[must_use]
pub unsafe fn copied_text(text: *const c_char) -> CString {
    if text.is_null() {
        return CString::default();
    }
    // SAFETY: the caller says so.
    unsafe { CStr::from_ptr(text) }.to_owned()
}

/// How far behind the start of a buffer a pointer into it points, one past its end included; it aborts elsewhere.
#[inline]
#[must_use]
pub fn offset(pointer: usize, start: usize, length: usize, function: &'static str) -> usize {
    match pointer.checked_sub(start) {
        Some(offset) if offset <= length => offset,
        _ => broken(function, "gave a pointer that is not within the buffer"),
    }
}

/// Writes what C calls a number; null says that it has no name.
///
/// # Errors
///
/// Those of the formatter.
///
/// # Safety
///
/// The pointer is null or points to text that ends in NUL.
pub unsafe fn fmt_text(text: *const c_char, number: impl fmt::Display, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    if text.is_null() {
        return write!(f, "{number}");
    }
    // SAFETY: the caller says so.
    f.write_str(&unsafe { CStr::from_ptr(text) }.to_string_lossy())
}

/// A library that can't be used, where the function has no way to say so.
#[cold]
#[inline(never)]
#[track_caller]
pub fn unavailable(function: &'static str, state: &'static str) -> ! {
    panic!("`{function}`: `{state}` is not to be had")
}

/// The same, with the reason.
#[cold]
#[inline(never)]
#[track_caller]
pub fn unavailable_because(function: &'static str, state: &'static str, reason: &dyn fmt::Display) -> ! {
    panic!("`{function}`: `{state}` is not to be had: {reason}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_keep_their_sign() {
        assert_eq!(operand(u64::MAX, true), -1);
        assert_eq!(operand(u64::MAX, false), i128::from(u64::MAX));
        assert_eq!(errno(22), 22);
        assert_eq!(errno(1 << 40), c_int::MAX);
    }

    #[test]
    fn text_is_copied() {
        // SAFETY: the text ends in NUL.
        assert_eq!(unsafe { copied_text(c"a".as_ptr()) }.as_c_str(), c"a");
        // SAFETY: null is allowed.
        assert_eq!(unsafe { copied_text(core::ptr::null()) }.as_c_str(), c"");
    }

    #[test]
    fn offsets_reach_one_past_the_end() {
        assert_eq!(offset(12, 10, 2, "f"), 2);
        assert_eq!(offset(10, 10, 0, "f"), 0);
    }
}
