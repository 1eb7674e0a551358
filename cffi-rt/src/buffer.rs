//! Memory that C has allocated: pointers from C in, values that free it with the right function out.

use core::ffi::{CStr, c_char, c_void};
use core::fmt;
use core::marker::PhantomData;
use core::mem;
use core::ops::{Deref, DerefMut};
use core::ptr::{self, NonNull};
use core::slice;

use crate::Pod;

/// A C function that frees memory (`cdef_owned_by`), as a type of its own.
///
/// # Safety
///
/// `free` releases the memory and does not unwind.
/// If the type is `Send`, as an empty one is by itself, the function may be called on any thread.
///
/// # Examples
///
/// ```
/// use core::ffi::c_void;
/// use core::ptr::NonNull;
///
/// unsafe extern "C" {
///     fn free(memory: *mut c_void);
/// }
///
/// /// What a block makes of `cdef_owned_by(free)`.
/// struct Malloced;
///
/// // SAFETY: `free` releases what `malloc` made, on any thread (C11 7.22.3p2).
/// unsafe impl cffi_rt::Free for Malloced {
///     unsafe fn free(memory: NonNull<c_void>) {
///         // SAFETY: the memory came from `malloc`, and is not used hereafter.
///         unsafe { free(memory.as_ptr()) };
///     }
/// }
/// ```
pub unsafe trait Free {
    /// Releases the memory.
    ///
    /// # Safety
    ///
    /// The memory came from the allocator that this function belongs to, and is not used hereafter.
    unsafe fn free(memory: NonNull<c_void>);
}

/// An array that C has allocated, freed by `F`.
///
/// It dereferences to a slice.
/// NULL is the empty array.
/// Elements are not dropped: what they point to belongs to whoever C says.
///
/// # Examples
///
/// ```
/// # use core::ffi::c_void;
/// # use core::ptr::NonNull;
/// # struct Malloced;
/// # unsafe extern "C" {
/// #     fn malloc(size: usize) -> *mut c_void;
/// #     fn free(memory: *mut c_void);
/// # }
/// # unsafe impl cffi_rt::Free for Malloced {
/// #     unsafe fn free(memory: NonNull<c_void>) {
/// #         unsafe { free(memory.as_ptr()) };
/// #     }
/// # }
/// // SAFETY: `malloc` may be called at any time.
/// let start = unsafe { malloc(3) }.cast::<u8>();
/// // SAFETY: there is room for three bytes.
/// unsafe { start.write_bytes(7, 3) };
/// // SAFETY: the three bytes have just been written, and `Malloced` frees what `malloc` made.
/// let mut bytes: cffi_rt::CBuf<u8, Malloced> = unsafe { cffi_rt::CBuf::from_raw_parts(start, 3) };
/// bytes[0] = 1;
/// assert_eq!(*bytes, [1, 7, 7]);
/// ```
pub struct CBuf<T, F: Free> {
    /// NULL, or valid for `len` elements.
    start: *mut T,
    /// Zero if `start` is NULL.
    len: usize,
    owns: PhantomData<(T, F)>,
}

// SAFETY: the array is this value's alone, as a `Vec`'s is, and `F: Send` says that it may be freed on any thread.
unsafe impl<T: Send, F: Free + Send> Send for CBuf<T, F> {}

// SAFETY: all that `&CBuf` gives is `&[T]`; `F` frees only what is owned.
unsafe impl<T: Sync, F: Free> Sync for CBuf<T, F> {}

impl<T, F: Free> CBuf<T, F> {
    /// Takes the array over; NULL has no elements, whatever `len` is.
    ///
    /// # Safety
    ///
    /// Unless `start` is NULL, it is aligned, `len` valid elements lie there, of at most `isize::MAX` bytes, nobody
    /// else uses them, and `F` frees them.
    ///
    /// # Examples
    ///
    /// See [`CBuf`].
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw_parts(start: *mut T, len: usize) -> CBuf<T, F> {
        let len = if start.is_null() { 0 } else { len };
        CBuf { start, len, owns: PhantomData }
    }

    /// Gives the array up, without freeing it.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{CBuf, Free};
    ///
    /// fn again<T, F: Free>(array: CBuf<T, F>) -> CBuf<T, F> {
    ///     let (start, len) = CBuf::into_raw_parts(array);
    ///     // SAFETY: the array was given up in the line before.
    ///     unsafe { CBuf::from_raw_parts(start, len) }
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn into_raw_parts(this: CBuf<T, F>) -> (*mut T, usize) {
        let parts = (this.start, this.len);
        mem::forget(this);
        parts
    }
}

impl<T, F: Free> Deref for CBuf<T, F> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        if self.start.is_null() {
            return &[];
        }
        // SAFETY: `from_raw_parts` has been promised that the elements are there; they are this value's alone.
        unsafe { slice::from_raw_parts(self.start, self.len) }
    }
}

/// Only where all bytes are values: other elements may be what C needs them to be.
impl<T: Pod, F: Free> DerefMut for CBuf<T, F> {
    #[inline]
    fn deref_mut(&mut self) -> &mut [T] {
        if self.start.is_null() {
            return &mut [];
        }
        // SAFETY: `from_raw_parts` has been promised that the elements are there; they are this value's alone.
        unsafe { slice::from_raw_parts_mut(self.start, self.len) }
    }
}

impl<T, F: Free> AsRef<[T]> for CBuf<T, F> {
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T, F: Free> Drop for CBuf<T, F> {
    fn drop(&mut self) {
        if let Some(memory) = NonNull::new(self.start) {
            // SAFETY: the memory is this value's own, `F` frees it, and it is not used hereafter.
            unsafe { F::free(memory.cast()) };
        }
    }
}

impl<T, F: Free> Default for CBuf<T, F> {
    fn default() -> CBuf<T, F> {
        CBuf { start: ptr::null_mut(), len: 0, owns: PhantomData }
    }
}

impl<T: fmt::Debug, F: Free> fmt::Debug for CBuf<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

/// A string that C has allocated, freed by `F`.
///
/// It dereferences to [`CStr`].
/// `Display` shows what is not UTF-8 as `\u{fffd}`.
///
/// # Examples
///
/// ```
/// # use core::ffi::{c_char, c_void};
/// # use core::ptr::NonNull;
/// # struct Malloced;
/// # unsafe extern "C" {
/// #     fn strdup(text: *const c_char) -> *mut c_char;
/// #     fn free(memory: *mut c_void);
/// # }
/// # unsafe impl cffi_rt::Free for Malloced {
/// #     unsafe fn free(memory: NonNull<c_void>) {
/// #         unsafe { free(memory.as_ptr()) };
/// #     }
/// # }
/// // SAFETY: the text ends in a NUL.
/// let copy = NonNull::new(unsafe { strdup(c"hello".as_ptr()) }).unwrap();
/// // SAFETY: `strdup` returns a string of its own, and `Malloced` frees what `malloc` made.
/// let text: cffi_rt::CStrBuf<Malloced> = unsafe { cffi_rt::CStrBuf::from_raw(copy) };
/// assert_eq!(*text, *c"hello");
/// assert_eq!(text.to_string(), "hello");
/// ```
#[repr(transparent)]
pub struct CStrBuf<F: Free> {
    text: NonNull<c_char>,
    owns: PhantomData<F>,
}

// SAFETY: the string is this value's alone, and `F: Send` says that it may be freed on any thread.
unsafe impl<F: Free + Send> Send for CStrBuf<F> {}

// SAFETY: all that `&CStrBuf` gives is `&CStr`; `F` frees only what is owned.
unsafe impl<F: Free> Sync for CStrBuf<F> {}

impl<F: Free> CStrBuf<F> {
    /// Takes the string over.
    ///
    /// # Safety
    ///
    /// A string that ends in a NUL lies there, of at most `isize::MAX` bytes; nobody else uses it, and `F` frees it.
    ///
    /// # Examples
    ///
    /// See [`CStrBuf`].
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw(text: NonNull<c_char>) -> CStrBuf<F> {
        CStrBuf { text, owns: PhantomData }
    }

    /// Gives the string up, without freeing it.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{CStrBuf, Free};
    ///
    /// fn again<F: Free>(text: CStrBuf<F>) -> CStrBuf<F> {
    ///     let raw = CStrBuf::into_raw(text);
    ///     // SAFETY: the string was given up in the line before.
    ///     unsafe { CStrBuf::from_raw(raw) }
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn into_raw(this: CStrBuf<F>) -> NonNull<c_char> {
        let raw = this.text;
        mem::forget(this);
        raw
    }
}

impl<F: Free> Deref for CStrBuf<F> {
    type Target = CStr;

    #[inline]
    fn deref(&self) -> &CStr {
        // SAFETY: `from_raw` has been promised that a string with its NUL is there; it is this value's alone.
        unsafe { CStr::from_ptr(self.text.as_ptr()) }
    }
}

impl<F: Free> AsRef<CStr> for CStrBuf<F> {
    fn as_ref(&self) -> &CStr {
        self
    }
}

impl<F: Free> Drop for CStrBuf<F> {
    fn drop(&mut self) {
        // SAFETY: the memory is this value's own, `F` frees it, and it is not used hereafter.
        unsafe { F::free(self.text.cast()) };
    }
}

impl<F: Free> fmt::Debug for CStrBuf<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<F: Free> fmt::Display for CStrBuf<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.to_string_lossy())
    }
}

#[cfg(test)]
pub(crate) mod tests;
