//! Memory of `malloc`'s: valgrind sees what is freed twice or never.

use core::ffi::{CStr, c_char, c_void};
use core::ptr::{self, NonNull};
use std::thread;

use super::{CBuf, CStrBuf, Free};

pub(crate) struct Malloced;

unsafe extern "C" {
    fn malloc(size: usize) -> *mut c_void;
    fn strdup(text: *const c_char) -> *mut c_char;
    fn free(memory: *mut c_void);
}

// SAFETY: `free` releases what `malloc` made, on any thread.
unsafe impl Free for Malloced {
    unsafe fn free(memory: NonNull<c_void>) {
        // SAFETY: the memory came from `malloc`, and is not used hereafter.
        unsafe { free(memory.as_ptr()) };
    }
}

pub(crate) fn malloced<const N: usize>(elements: [u32; N]) -> *mut u32 {
    // SAFETY: it may be called at any time.
    let start = unsafe { malloc(size_of_val(&elements).max(1)) }.cast::<u32>();
    // SAFETY: there is room for the elements.
    unsafe { ptr::copy_nonoverlapping(elements.as_ptr(), start, N) };
    start
}

fn duplicate(text: &CStr) -> CStrBuf<Malloced> {
    // SAFETY: the text ends in a NUL.
    let copy = NonNull::new(unsafe { strdup(text.as_ptr()) }).expect("there is memory");
    // SAFETY: `strdup` returns a string of its own, from `malloc`.
    unsafe { CStrBuf::from_raw(copy) }
}

#[test]
fn an_array_is_a_slice_that_is_freed() {
    // SAFETY: the elements are there, from `malloc`.
    let mut array = unsafe { CBuf::<u32, Malloced>::from_raw_parts(malloced([1, 2, 3]), 3) };
    array[1] = 5;
    assert_eq!(*array, [1, 5, 3]);
    assert_eq!(format!("{array:?}"), "[1, 5, 3]");
    let array = thread::spawn(move || array).join().expect("it does not panic");
    assert_eq!(array.len(), 3);
}

#[test]
fn null_is_the_empty_array() {
    // SAFETY: NULL has no elements.
    let mut array = unsafe { CBuf::<u32, Malloced>::from_raw_parts(ptr::null_mut(), 7) };
    assert!(array.is_empty());
    assert!(array.iter_mut().next().is_none());
    assert!(CBuf::<u32, Malloced>::default().is_empty());
}

#[test]
fn an_array_without_elements_is_freed_too() {
    // SAFETY: no elements are asked for; the memory is from `malloc`.
    let array = unsafe { CBuf::<u32, Malloced>::from_raw_parts(malloced([]), 0) };
    assert!(array.is_empty());
    let (start, len) = CBuf::into_raw_parts(array);
    assert!(!start.is_null());
    // SAFETY: the array was given up above.
    drop(unsafe { CBuf::<u32, Malloced>::from_raw_parts(start, len) });
}

#[test]
fn a_string_is_text_that_is_freed() {
    let text = duplicate(c"a\xffb");
    assert_eq!(text.to_bytes(), b"a\xffb");
    assert_eq!(text.to_string(), "a\u{fffd}b");
    assert_eq!(format!("{text:?}"), r#""a\xffb""#);
    assert_eq!(size_of::<Option<CStrBuf<Malloced>>>(), size_of::<*const u8>());
    let raw = CStrBuf::into_raw(text);
    // SAFETY: the string was given up above.
    drop(unsafe { CStrBuf::<Malloced>::from_raw(raw) });
}
