//! What a C library must keep to: answers of C in, values that Rust can rely on out, or the end of the process.
//!
//! A library that breaks what its declaration says has undefined behaviour behind it already; no error and no panic
//! would repair that.

use core::ffi::{CStr, c_char};
use core::fmt;
use core::slice;
use std::io::{self, Write};
use std::process;

/// Ends the process, because the C library did what its declaration excludes.
#[cold]
#[inline(never)]
pub fn broken(function: &'static str, fact: &'static str) -> ! {
    fail(format_args!("`{function}` {fact}"))
}

#[cold]
#[inline(never)]
pub(crate) fn fail(what: fmt::Arguments<'_>) -> ! {
    // Without a place to write to, the abort has to say it alone.
    let _ = writeln!(io::stderr(), "cdef!: the C library broke its contract: {what}");
    process::abort()
}

/// The number of elements that C says it has written, if they fit.
#[inline]
#[must_use]
pub fn written(count: i128, capacity: usize, function: &'static str, parameter: &'static str) -> usize {
    match usize::try_from(count) {
        Ok(count) if count <= capacity => count,
        _ => overrun(count, capacity, function, parameter),
    }
}

/// How many elements of a buffer C has used: by where its pointer is now and, if it tells that, by how many are left.
/// It aborts where the two differ or are not within the buffer.
#[inline]
#[must_use]
pub fn advanced<T>(
    start: usize,
    now: usize,
    left: Option<i128>,
    length: usize,
    function: &'static str,
    parameter: &'static str,
) -> usize {
    let bytes = now.checked_sub(start).filter(|bytes| bytes % size_of::<T>() == 0);
    let used = bytes.map(|bytes| bytes / size_of::<T>()).filter(|used| *used <= length);
    match (used, left) {
        (Some(used), None) => used,
        (Some(used), Some(left)) if left == (length - used) as i128 => used,
        _ => strayed(function, parameter),
    }
}

#[cold]
#[inline(never)]
fn strayed(function: &'static str, parameter: &'static str) -> ! {
    fail(format_args!("`{function}` moved `{parameter}` otherwise than it says"))
}

#[cold]
#[inline(never)]
fn overrun(count: i128, capacity: usize, function: &'static str, parameter: &'static str) -> ! {
    fail(format_args!("`{function}` says that it wrote {count} elements to `{parameter}`, which holds {capacity}"))
}

/// The slice that C describes by a pointer and a count; NULL and zero elements are the empty one.
///
/// # Safety
///
/// Unless the pointer is NULL or the count zero, that many elements lie there, are valid, and for `'a` nobody
/// writes to them.
#[inline]
#[must_use]
pub unsafe fn slice_parts<'a, T>(start: *const T, count: i128, function: &'static str) -> &'a [T] {
    let Some(count) = elements(start, count, function) else { return &[] };
    // SAFETY: the pointer is neither null nor misaligned and the size in bytes is within `isize`, as `elements` has
    // tested; the caller vouches for the elements and for `'a`.
    unsafe { slice::from_raw_parts(start, count) }
}

/// The slice that C describes by a pointer and a count, to write to; NULL and zero elements are the empty one.
///
/// # Safety
///
/// Unless the pointer is NULL or the count zero, that many elements lie there, are valid, and for `'a` nobody else
/// uses them.
#[inline]
#[must_use]
pub unsafe fn slice_parts_mut<'a, T>(start: *mut T, count: i128, function: &'static str) -> &'a mut [T] {
    let Some(count) = elements(start, count, function) else { return &mut [] };
    // SAFETY: the pointer is neither null nor misaligned and the size in bytes is within `isize`, as `elements` has
    // tested; the caller vouches for the elements and for `'a`.
    unsafe { slice::from_raw_parts_mut(start, count) }
}

/// How many elements there are; `None` is none. What comes back can be a slice's.
#[inline]
pub(crate) fn elements<T>(start: *const T, count: i128, function: &'static str) -> Option<usize> {
    if count == 0 {
        return None;
    }
    let count = match usize::try_from(count) {
        Ok(count) if count.checked_mul(size_of::<T>()).is_some_and(|bytes| bytes <= isize::MAX as usize) => count,
        _ => impossible(count, function),
    };
    if start.is_null() {
        return None;
    }
    if !start.is_aligned() {
        broken(function, "returned a pointer that is not aligned for its type");
    }
    Some(count)
}

#[cold]
#[inline(never)]
fn impossible(count: i128, function: &'static str) -> ! {
    fail(format_args!("`{function}` says that it returned {count} elements"))
}

/// The string at a pointer from C; NULL is none.
///
/// # Safety
///
/// Unless the pointer is NULL, a string that ends in a NUL lies there, and for `'a` nobody writes to it.
#[inline]
#[must_use]
pub unsafe fn cstr<'a>(text: *const c_char) -> Option<&'a CStr> {
    if text.is_null() {
        return None;
    }
    // SAFETY: it is not null, and the caller vouches for the NUL and for `'a`.
    Some(unsafe { CStr::from_ptr(text) })
}

/// The value at a pointer from C; NULL is none.
/// It aborts where the pointer is not aligned for its type.
///
/// # Safety
///
/// Unless the pointer is NULL, a value lies there, and for `'a` nobody writes to it but through interior mutability.
#[inline]
#[must_use]
pub unsafe fn reference<'a, T>(value: *const T, function: &'static str) -> Option<&'a T> {
    if value.is_null() {
        return None;
    }
    if !value.is_aligned() {
        broken(function, "gave a pointer that is not aligned for its type");
    }
    // SAFETY: it is neither null nor unaligned, and the caller vouches for the value and for `'a`.
    Some(unsafe { &*value })
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::{advanced, broken, cstr, reference, slice_parts, slice_parts_mut, written};
    use crate::__private::support::aborts;

    #[test]
    fn null_and_zero_are_the_empty_slice() {
        let dangling = ptr::without_provenance::<u32>(1);
        // SAFETY: none of them has elements.
        unsafe {
            assert_eq!(slice_parts::<u32>(ptr::null(), 0, "f"), []);
            assert_eq!(slice_parts::<u32>(ptr::null(), 5, "f"), []);
            assert_eq!(slice_parts(dangling, 0, "f"), []);
            assert_eq!(slice_parts_mut::<u32>(ptr::null_mut(), 5, "f"), []);
        }
    }

    #[test]
    fn a_slice_has_the_elements_that_c_says() {
        let mut there = [1, 2, 3];
        // SAFETY: the elements are in the array, which nobody else uses.
        unsafe {
            assert_eq!(slice_parts(there.as_ptr(), 2, "f"), [1, 2]);
            slice_parts_mut(there.as_mut_ptr(), 2, "f")[1] = 5;
        }
        assert_eq!(there, [1, 5, 3]);
    }

    #[test]
    fn a_null_string_is_none() {
        // SAFETY: one is NULL, the other a literal.
        unsafe {
            assert_eq!(cstr(ptr::null()), None);
            assert_eq!(cstr(c"text".as_ptr()), Some(c"text"));
        }
    }

    #[test]
    fn what_fits_is_written() {
        assert_eq!(written(0, 0, "f", "p"), 0);
        assert_eq!(written(3, 3, "f", "p"), 3);
    }

    #[test]
    fn a_cursor_has_moved_as_far_as_c_says() {
        assert_eq!(advanced::<u8>(100, 103, Some(2), 5, "f", "p"), 3);
        assert_eq!(advanced::<u32>(100, 108, Some(0), 2, "f", "p"), 2);
        assert_eq!(advanced::<u32>(100, 104, None, 2, "f", "p"), 1);
        assert_eq!(advanced::<u8>(0, 0, Some(0), 0, "f", "p"), 0);
    }

    #[test]
    fn a_cursor_that_strays_aborts() {
        let name = "__private::breach::tests::a_cursor_that_strays_aborts";
        let said = aborts(name, || {
            let _ = advanced::<u8>(100, 103, Some(3), 5, "iconv", "in");
        });
        assert!(said.contains("`iconv` moved `in` otherwise than it says"), "{said}");
    }

    #[test]
    fn a_cursor_beyond_its_buffer_aborts() {
        let name = "__private::breach::tests::a_cursor_beyond_its_buffer_aborts";
        let said = aborts(name, || {
            let _ = advanced::<u8>(100, 106, None, 5, "d2i", "in");
        });
        assert!(said.contains("`d2i` moved `in` otherwise than it says"), "{said}");
    }

    #[test]
    fn a_breach_aborts_and_says_which() {
        let said = aborts("__private::breach::tests::a_breach_aborts_and_says_which", || broken("f", "returned NULL"));
        assert!(said.contains("cdef!: the C library broke its contract: `f` returned NULL"), "{said}");
    }

    #[test]
    fn more_than_the_capacity_aborts() {
        let said = aborts("__private::breach::tests::more_than_the_capacity_aborts", || {
            let _ = written(17, 16, "read", "buf");
        });
        assert!(said.contains("`read` says that it wrote 17 elements to `buf`, which holds 16"), "{said}");
    }

    #[test]
    fn a_negative_count_of_written_elements_aborts() {
        let said = aborts("__private::breach::tests::a_negative_count_of_written_elements_aborts", || {
            let _ = written(-1, 16, "read", "buf");
        });
        assert!(said.contains("wrote -1 elements"), "{said}");
    }

    #[test]
    fn a_slice_beyond_the_address_space_aborts() {
        let said = aborts("__private::breach::tests::a_slice_beyond_the_address_space_aborts", || {
            // SAFETY: the count ends the process.
            let _ = unsafe { slice_parts([1_u64].as_ptr(), i128::from(i64::MAX), "f") };
        });
        assert!(said.contains("`f` says that it returned 9223372036854775807 elements"), "{said}");
    }

    #[test]
    fn a_misaligned_slice_aborts() {
        let said = aborts("__private::breach::tests::a_misaligned_slice_aborts", || {
            // SAFETY: the address ends the process.
            let _ = unsafe { slice_parts([1_u64].as_ptr().wrapping_byte_add(1), 1, "f") };
        });
        assert!(said.contains("not aligned"), "{said}");
    }

    #[test]
    fn a_value_lies_where_its_type_may() {
        let value = 5_u32;
        // SAFETY: it is a value of this function's.
        assert_eq!(unsafe { reference(&raw const value, "f") }, Some(&5));
        // SAFETY: null needs no value.
        assert_eq!(unsafe { reference::<u32>(ptr::null(), "f") }, None);
        let said = aborts("__private::breach::tests::a_value_lies_where_its_type_may", || {
            let bytes = [0_u32; 2];
            // SAFETY: the bytes of a number lie there, at an address that is none of a number's.
            let _ = unsafe { reference::<u32>((&raw const bytes).cast::<u8>().add(1).cast(), "f") };
        });
        assert!(said.contains("`f` gave a pointer that is not aligned"), "{said}");
    }
}
