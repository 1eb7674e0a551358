//! What wrappers make of the memory and the objects that C hands over.

use core::ffi::c_char;
use core::ptr::NonNull;

use super::breach::elements;
use crate::{CBuf, CStrBuf, Destroy, Free, GrowBuf, Owned, Retain, Shared};

/// A handle; NULL is none.
///
/// # Safety
///
/// As [`Owned::from_raw`], unless the pointer is NULL.
#[inline]
#[must_use]
pub unsafe fn owned<T: Destroy>(this: *mut T) -> Option<Owned<T>> {
    // SAFETY: the object is there, and the caller vouches for the rest.
    NonNull::new(this).map(|this| unsafe { Owned::from_raw(this) })
}

/// A reference; NULL is none.
///
/// # Safety
///
/// As [`Shared::from_raw`], unless the pointer is NULL.
#[inline]
#[must_use]
pub unsafe fn shared<T: Retain>(this: *mut T) -> Option<Shared<T>> {
    // SAFETY: the object is there, and the caller vouches for the rest.
    NonNull::new(this).map(|this| unsafe { Shared::from_raw(this) })
}

/// An array that C has allocated; NULL is the empty one.
/// It aborts where there can't be so many elements.
///
/// # Safety
///
/// Unless the pointer is NULL, `F` frees it, and if the count isn't zero that many valid elements lie there, which
/// nobody else uses.
#[inline]
#[must_use]
pub unsafe fn buffer<T, F: Free>(start: *mut T, count: i128, function: &'static str) -> CBuf<T, F> {
    let len = elements(start, count, function).unwrap_or(0);
    if len == 0 && !start.is_aligned() {
        super::broken(function, "returned a pointer that is not aligned for its type");
    }
    // SAFETY: the pointer is NULL, or aligned and with `len` elements within `isize::MAX` bytes, as `elements` has
    // tested; the caller vouches for the elements and for `F`.
    unsafe { CBuf::from_raw_parts(start, len) }
}

/// A string that C has allocated; NULL is none.
///
/// # Safety
///
/// As [`CStrBuf::from_raw`], unless the pointer is NULL.
#[inline]
#[must_use]
pub unsafe fn text<F: Free>(text: *mut c_char) -> Option<CStrBuf<F>> {
    // SAFETY: the string is there, and the caller vouches for the rest.
    NonNull::new(text).map(|text| unsafe { CStrBuf::from_raw(text) })
}

/// Takes the memory and its capacity out of a buffer, for C to grow; [`grow_put`] brings it back, even if C fails.
#[inline]
pub const fn grow_take<T, F: Free>(buf: &mut GrowBuf<T, F>) -> (*mut T, usize) {
    buf.take()
}

/// Puts the memory back that C may have grown, with the number of elements that it has written.
///
/// # Safety
///
/// Unless `start` is NULL, it is aligned, there is memory for `capacity` elements, of at most `isize::MAX` bytes, which
/// nobody else uses and `F` frees; the first `len` of them are initialised, and `len` is at most `capacity`.
#[inline]
pub unsafe fn grow_put<T, F: Free>(buf: &mut GrowBuf<T, F>, start: *mut T, capacity: usize, len: usize) {
    // SAFETY: the caller vouches for the same.
    unsafe { buf.put(start, capacity, len) };
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::{buffer, grow_put, grow_take, text};
    use crate::buffer::tests::{Malloced, malloced};
    use crate::{CBuf, GrowBuf};

    #[test]
    fn an_array_has_as_many_elements_as_c_says() {
        // SAFETY: the elements are there, from `malloc`.
        let array: CBuf<u32, Malloced> = unsafe { buffer(malloced([1, 2]), 2, "f") };
        assert_eq!(*array, [1, 2]);
        // SAFETY: no element is asked for.
        let array: CBuf<u32, Malloced> = unsafe { buffer(malloced([1]), 0, "f") };
        assert_eq!(*array, []);
        // SAFETY: NULL has no elements.
        let array: CBuf<u32, Malloced> = unsafe { buffer(ptr::null_mut(), 3, "f") };
        assert_eq!(*array, []);
    }

    #[test]
    fn null_is_no_string() {
        // SAFETY: NULL needs no string.
        assert!(unsafe { text::<Malloced>(ptr::null_mut()) }.is_none());
    }

    #[test]
    fn memory_goes_to_c_and_comes_back() {
        let mut buf = GrowBuf::<u32, Malloced>::new();
        assert_eq!(grow_take(&mut buf), (ptr::null_mut(), 0));
        // SAFETY: there are two elements from `malloc`.
        unsafe { grow_put(&mut buf, malloced([1, 2]), 2, 1) };
        assert_eq!(*buf, [1]);
    }
}
