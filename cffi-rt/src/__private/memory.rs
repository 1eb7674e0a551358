//! What wrappers make of the memory and the objects that C hands over.

use core::ffi::{CStr, c_char};
use core::ptr::{self, NonNull};
use std::ffi::CString;

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

/// The memory of a buffer and how much there is, for C to make it larger; [`grow_put`] follows, even if C fails.
#[inline]
#[must_use]
pub const fn grow_parts<T, F: Free>(buf: &GrowBuf<T, F>) -> (*mut T, usize) {
    buf.parts()
}

/// Puts the memory in that C has made of a buffer's; nothing in it counts as written.
/// It aborts where there can't be so much.
///
/// # Safety
///
/// The buffer's memory went to C, which has freed it or gives it back.
/// Unless `start` is NULL, there is memory for `capacity` elements, which nobody else uses and `F` frees.
#[inline]
pub unsafe fn grow_put<T, F: Free>(buf: &mut GrowBuf<T, F>, start: *mut T, capacity: i128, function: &'static str) {
    let _ = buf.take();
    let capacity = elements(start, capacity, function).unwrap_or(0);
    if capacity == 0 && !start.is_aligned() {
        super::broken(function, "returned a pointer that is not aligned for its type");
    }
    // SAFETY: the pointer is NULL or aligned, and the memory of at most `isize::MAX` bytes, as `elements` has tested; the
    // caller vouches for the rest.
    unsafe { buf.put(start, capacity, 0) };
}

/// Says how much C has written to a buffer; less than nothing is none.
/// It aborts where there is no room for so much.
///
/// # Safety
///
/// So many elements have been written.
#[inline]
pub unsafe fn grow_fill<T, F: Free>(
    buf: &mut GrowBuf<T, F>,
    count: i128,
    function: &'static str,
    parameter: &'static str,
) -> Option<usize> {
    if count < 0 {
        return None;
    }
    let count = super::written(count, buf.capacity(), function, parameter);
    // SAFETY: there is room, and the caller vouches that they have been written.
    unsafe { buf.fill(count) };
    Some(count)
}

/// The pointers of a list of texts, with NULL behind them.
#[must_use]
pub fn list(texts: &[&CStr]) -> Vec<*const c_char> {
    texts.iter().map(|text| text.as_ptr()).chain([ptr::null()]).collect()
}

/// The same, of texts some of which may be missing.
#[must_use]
pub fn list_with_gaps(texts: &[Option<&CStr>]) -> Vec<*const c_char> {
    texts.iter().map(|text| text.map_or(ptr::null(), CStr::as_ptr)).chain([ptr::null()]).collect()
}

/// Texts that the next call may change.
#[must_use]
pub fn copied_texts(texts: Vec<&CStr>) -> Vec<CString> {
    texts.into_iter().map(CStr::to_owned).collect()
}

/// The texts of a list that C gives: as many as it says, or up to null; NULL is none, or the empty one where C counts.
/// It aborts where a text is null.
///
/// # Safety
///
/// Unless the pointer is NULL, so many pointers lie there, or some and then NULL; for `'a` each points to a string that
/// ends in NUL and that nobody writes to.
#[must_use]
pub unsafe fn texts<'a>(
    list: *const *const c_char,
    count: Option<i128>,
    function: &'static str,
) -> Option<Vec<&'a CStr>> {
    let count = match count {
        Some(count) => elements(list, count, function).unwrap_or(0),
        None if list.is_null() => return None,
        // SAFETY: the caller vouches for the pointers up to NULL.
        None => (0..).find(|at| unsafe { *list.add(*at) }.is_null())?,
    };
    let text = |at: usize| {
        // SAFETY: the caller vouches for the pointers, and what they point to.
        unsafe { super::cstr(*list.add(at)) }.unwrap_or_else(|| super::broken(function, "gave a list with a null"))
    };
    Some((0..count).map(text).collect())
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::{buffer, grow_fill, grow_parts, grow_put, text, texts};
    use crate::__private::support::aborts;
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
        assert_eq!(grow_parts(&buf), (ptr::null_mut(), 0));
        // SAFETY: there are two elements from `malloc`, of which one is said to be written.
        unsafe {
            grow_put(&mut buf, malloced([1, 2]), 2, "f");
            assert_eq!(*buf, []);
            assert_eq!(grow_fill(&mut buf, 1, "f", "p"), Some(1));
        }
        assert_eq!(*buf, [1]);
        let (start, capacity) = grow_parts(&buf);
        // SAFETY: C gives the same memory back.
        unsafe {
            grow_put(&mut buf, start, 2, "f");
            assert_eq!(grow_fill(&mut buf, -1, "f", "p"), None);
        }
        assert_eq!((buf.len(), buf.capacity(), capacity), (0, 2, 2));
    }

    #[test]
    fn more_than_the_memory_holds_aborts() {
        let said = aborts("__private::memory::tests::more_than_the_memory_holds_aborts", || {
            let mut buf = GrowBuf::<u32, Malloced>::new();
            // SAFETY: the count ends the process.
            unsafe {
                grow_put(&mut buf, malloced([1, 2]), 2, "getline");
                grow_fill(&mut buf, 3, "getline", "line");
            }
        });
        assert!(said.contains("`getline` says that it wrote 3 elements to `line`, which holds 2"), "{said}");
    }

    #[test]
    fn a_list_ends_at_null_or_where_c_says() {
        let list = [c"a".as_ptr(), c"".as_ptr(), ptr::null()];
        // SAFETY: two strings stand in the list, and then NULL.
        unsafe {
            assert_eq!(texts(list.as_ptr(), None, "f"), Some(vec![c"a", c""]));
            assert_eq!(texts(list.as_ptr(), Some(1), "f"), Some(vec![c"a"]));
            assert_eq!(texts(list.as_ptr().add(2), None, "f"), Some(vec![]));
            assert_eq!(texts(ptr::null(), None, "f"), None);
            assert_eq!(texts(ptr::null(), Some(2), "f"), Some(vec![]));
        }
    }

    #[test]
    fn a_null_in_a_counted_list_aborts() {
        let said = aborts("__private::memory::tests::a_null_in_a_counted_list_aborts", || {
            // SAFETY: the null ends the process.
            let _ = unsafe { texts([ptr::null()].as_ptr(), Some(1), "names") };
        });
        assert!(said.contains("`names` gave a list with a null"), "{said}");
    }
}
