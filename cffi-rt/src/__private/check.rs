//! What a caller must keep to: lengths and values in, a panic at the caller's line where the C function excludes them.

use core::fmt;

#[cold]
#[inline(never)]
#[track_caller]
fn refuse(function: &'static str, what: fmt::Arguments<'_>) -> ! {
    panic!("`{function}`: {what}")
}

/// A length as the integer type that C takes.
///
/// # Panics
///
/// If the type is too small.
#[inline]
#[track_caller]
#[must_use]
pub fn narrow<I: TryFrom<usize>>(len: usize, function: &'static str, parameter: &'static str) -> I {
    match I::try_from(len) {
        Ok(len) => len,
        Err(_) => too_long(len, function, parameter),
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn too_long(len: usize, function: &'static str, parameter: &'static str) -> ! {
    refuse(function, format_args!("`{parameter}` has {len} elements, more than its C type can say"))
}

/// Two buffers share one length in C.
///
/// # Panics
///
/// If they differ.
#[inline]
#[track_caller]
pub fn same_length(a: usize, b: usize, function: &'static str, name_a: &'static str, name_b: &'static str) {
    if a != b {
        differ(a, b, function, name_a, name_b);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn differ(a: usize, b: usize, function: &'static str, name_a: &'static str, name_b: &'static str) -> ! {
    refuse(function, format_args!("`{name_a}` has {a} elements and `{name_b}` has {b}, but they must be as long"))
}

/// A buffer holds what C may write.
///
/// # Panics
///
/// If it holds less, or if C asks for a negative number.
#[inline]
#[track_caller]
pub fn capacity(have: usize, need: i128, function: &'static str, parameter: &'static str) {
    if need < 0 || (have as i128) < need {
        too_small(have, need, function, parameter);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn too_small(have: usize, need: i128, function: &'static str, parameter: &'static str) -> ! {
    if need < 0 {
        refuse(function, format_args!("`{parameter}` holds {have}, but the C library asks for {need}"));
    }
    refuse(function, format_args!("`{parameter}` holds {have}, needs {need}"))
}

/// An input has what C may read.
///
/// # Panics
///
/// If it has less, or if C asks for a negative number.
#[inline]
#[track_caller]
pub fn length(have: usize, need: i128, function: &'static str, parameter: &'static str) {
    if need < 0 || (have as i128) < need {
        too_short(have, need, function, parameter);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn too_short(have: usize, need: i128, function: &'static str, parameter: &'static str) -> ! {
    if need < 0 {
        refuse(function, format_args!("`{parameter}` has {have} elements, but the C library asks for {need}"));
    }
    refuse(function, format_args!("`{parameter}` has {have} elements, needs {need}"))
}

/// A value lies within its range, both ends included.
///
/// # Panics
///
/// If it does not.
#[inline]
#[track_caller]
pub fn in_range(value: i128, low: i128, high: i128, function: &'static str, parameter: &'static str) {
    if value < low || value > high {
        out_of_range(value, low, high, function, parameter);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn out_of_range(value: i128, low: i128, high: i128, function: &'static str, parameter: &'static str) -> ! {
    refuse(function, format_args!("`{parameter}` is {value}, but must be from {low} to {high}"))
}

/// A precondition that the declaration spells out.
///
/// # Panics
///
/// If it does not hold.
#[inline]
#[track_caller]
pub fn precondition(holds: bool, function: &'static str, text: &'static str) {
    if !holds {
        unsatisfied(function, text);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn unsatisfied(function: &'static str, text: &'static str) -> ! {
    refuse(function, format_args!("`{text}` must hold"))
}

#[cfg(test)]
mod tests {
    use super::{capacity, in_range, length, narrow, precondition, same_length};
    use crate::__private::support::message;

    #[test]
    fn a_length_fits_its_type_or_panics() {
        assert_eq!(narrow::<u8>(255, "f", "p"), 255);
        let said = message(|| {
            let _: u8 = narrow(256, "crc", "buf");
        });
        assert_eq!(said, "`crc`: `buf` has 256 elements, more than its C type can say");
    }

    #[test]
    #[cfg(target_pointer_width = "64")]
    fn a_length_is_never_cut_off() {
        let said = message(|| {
            let _: u32 = narrow(1 << 32, "crc32", "buf");
        });
        assert_eq!(said, "`crc32`: `buf` has 4294967296 elements, more than its C type can say");
    }

    #[test]
    fn lengths_that_c_shares_are_equal() {
        same_length(3, 3, "f", "a", "b");
        let said = message(|| same_length(3, 4, "f", "a", "b"));
        assert_eq!(said, "`f`: `a` has 3 elements and `b` has 4, but they must be as long");
    }

    #[test]
    fn a_buffer_holds_what_c_may_write() {
        capacity(32, 32, "f", "p");
        capacity(0, 0, "f", "p");
        let said = message(|| capacity(16, 32, "EVP_DigestFinal_ex", "md"));
        assert_eq!(said, "`EVP_DigestFinal_ex`: `md` holds 16, needs 32");
        let said = message(|| capacity(16, -1, "EVP_DigestFinal_ex", "md"));
        assert_eq!(said, "`EVP_DigestFinal_ex`: `md` holds 16, but the C library asks for -1");
    }

    #[test]
    fn an_input_has_what_c_may_read() {
        length(32, 32, "f", "p");
        let said = message(|| length(16, 32, "f", "key"));
        assert_eq!(said, "`f`: `key` has 16 elements, needs 32");
        let said = message(|| length(16, -1, "f", "key"));
        assert_eq!(said, "`f`: `key` has 16 elements, but the C library asks for -1");
    }

    #[test]
    fn a_value_is_within_its_range() {
        in_range(1, 1, 3, "f", "n");
        in_range(3, 1, 3, "f", "n");
        assert_eq!(message(|| in_range(0, 1, 3, "f", "n")), "`f`: `n` is 0, but must be from 1 to 3");
        assert_eq!(message(|| in_range(4, 1, 3, "f", "n")), "`f`: `n` is 4, but must be from 1 to 3");
    }

    #[test]
    fn a_precondition_holds() {
        precondition(true, "f", "n > 0");
        assert_eq!(message(|| precondition(false, "f", "n > 0")), "`f`: `n > 0` must hold");
    }

    #[test]
    fn a_panic_names_the_line_of_the_caller() {
        use std::sync::Mutex;
        static LINES: Mutex<Vec<u32>> = Mutex::new(Vec::new());
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(|info| {
            let line = info.location().filter(|place| place.file().ends_with("check.rs")).map(|place| place.line());
            LINES.lock().unwrap().extend(line);
        }));
        let line = line!() + 1;
        message(|| capacity(1, 2, "f", "p"));
        std::panic::set_hook(before);
        assert!(LINES.lock().unwrap().contains(&line));
    }
}
