//! Memory that C allocates and grows from call to call, as `getline` does.

use core::fmt;
use core::marker::PhantomData;
use core::ops::Deref;
use core::ptr::{self, NonNull};
use core::slice;

use crate::Free;

/// A buffer that a C function allocates and grows as it needs: NULL, or memory that `F` frees.
///
/// Functions such as `getline` take one, write to it, and leave it for the next call.
/// It dereferences to the elements that the last call has written.
///
/// # Examples
///
/// ```
/// # struct Malloced;
/// # unsafe impl cffi_rt::Free for Malloced {
/// #     unsafe fn free(_: core::ptr::NonNull<core::ffi::c_void>) {}
/// # }
/// let line: cffi_rt::GrowBuf<u8, Malloced> = cffi_rt::GrowBuf::new();
/// assert!(line.is_empty());
/// assert_eq!(line.capacity(), 0);
/// ```
pub struct GrowBuf<T, F: Free> {
    /// NULL, or memory for `capacity` elements.
    start: *mut T,
    capacity: usize,
    /// So many elements are initialised; at most `capacity`.
    len: usize,
    owns: PhantomData<(T, F)>,
}

// SAFETY: the memory is this value's alone, as a `Vec`'s is, and `F: Send` says that it may be freed on any thread; what
// C grows it with belongs to the same allocator.
unsafe impl<T: Send, F: Free + Send> Send for GrowBuf<T, F> {}

// SAFETY: all that `&GrowBuf` gives is `&[T]`; `F` frees only what is owned.
unsafe impl<T: Sync, F: Free> Sync for GrowBuf<T, F> {}

impl<T, F: Free> GrowBuf<T, F> {
    /// NULL: C allocates when it first needs to.
    ///
    /// # Examples
    ///
    /// See [`GrowBuf`].
    #[must_use]
    pub const fn new() -> GrowBuf<T, F> {
        GrowBuf { start: ptr::null_mut(), capacity: 0, len: 0, owns: PhantomData }
    }

    /// What the last call has written.
    ///
    /// # Examples
    ///
    /// ```
    /// fn is_comment<F: cffi_rt::Free>(line: &cffi_rt::GrowBuf<u8, F>) -> bool {
    ///     line.as_slice().starts_with(b"#")
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_slice(&self) -> &[T] {
        if self.start.is_null() {
            return &[];
        }
        // SAFETY: `len` elements are initialised, of at most `isize::MAX` bytes, as `put` has been promised; they are
        // this value's alone.
        unsafe { slice::from_raw_parts(self.start, self.len) }
    }

    /// How many elements C can write before it has to grow the memory.
    ///
    /// # Examples
    ///
    /// See [`GrowBuf`].
    #[must_use]
    pub const fn capacity(&self) -> usize {
        self.capacity
    }

    /// Forgets what was written, and keeps the memory.
    ///
    /// # Examples
    ///
    /// ```
    /// fn forget<F: cffi_rt::Free>(line: &mut cffi_rt::GrowBuf<u8, F>) {
    ///     line.clear();
    ///     assert!(line.is_empty());
    /// }
    /// ```
    pub const fn clear(&mut self) {
        self.len = 0;
    }

    /// The memory and its capacity.
    pub(crate) const fn parts(&self) -> (*mut T, usize) {
        (self.start, self.capacity)
    }

    /// Says how many elements are initialised.
    ///
    /// # Safety
    ///
    /// They are, and there are at most `capacity`.
    pub(crate) const unsafe fn fill(&mut self, len: usize) {
        self.len = len;
    }

    /// Takes the memory and its capacity out, so that C may free or move it.
    pub(crate) const fn take(&mut self) -> (*mut T, usize) {
        let parts = (self.start, self.capacity);
        self.start = ptr::null_mut();
        self.capacity = 0;
        self.len = 0;
        parts
    }

    /// Puts memory in, and frees what is there.
    ///
    /// # Safety
    ///
    /// Unless `start` is NULL, it is aligned, there is memory for `capacity` elements, of at most `isize::MAX` bytes,
    /// which nobody else uses and `F` frees; the first `len` of them are initialised, and `len` is at most `capacity`.
    pub(crate) unsafe fn put(&mut self, start: *mut T, capacity: usize, len: usize) {
        let (capacity, len) = if start.is_null() { (0, 0) } else { (capacity, len) };
        *self = GrowBuf { start, capacity, len, owns: PhantomData };
    }
}

impl<T, F: Free> Deref for GrowBuf<T, F> {
    type Target = [T];

    #[inline]
    fn deref(&self) -> &[T] {
        self.as_slice()
    }
}

impl<T, F: Free> AsRef<[T]> for GrowBuf<T, F> {
    fn as_ref(&self) -> &[T] {
        self
    }
}

impl<T, F: Free> Default for GrowBuf<T, F> {
    fn default() -> GrowBuf<T, F> {
        GrowBuf::new()
    }
}

impl<T, F: Free> Drop for GrowBuf<T, F> {
    fn drop(&mut self) {
        if let Some(memory) = NonNull::new(self.start) {
            // SAFETY: the memory is this value's own, `F` frees it, and it is not used hereafter.
            unsafe { F::free(memory.cast()) };
        }
    }
}

impl<T: fmt::Debug, F: Free> fmt::Debug for GrowBuf<T, F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_slice().fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::GrowBuf;
    use crate::buffer::tests::{Malloced, malloced};

    #[test]
    fn it_begins_as_null() {
        let mut buf = GrowBuf::<u32, Malloced>::default();
        assert_eq!(buf.take(), (ptr::null_mut(), 0));
        assert_eq!(*buf, []);
    }

    #[test]
    fn it_shows_what_was_written_and_frees_it() {
        let mut buf = GrowBuf::<u32, Malloced>::new();
        // SAFETY: there are four elements from `malloc`.
        unsafe { buf.put(malloced([1, 2, 3, 0]), 4, 3) };
        assert_eq!((buf.as_slice(), buf.len(), buf.capacity()), ([1, 2, 3].as_slice(), 3, 4));
        let (start, capacity) = buf.take();
        assert_eq!((buf.len(), buf.capacity()), (0, 0));
        // SAFETY: the memory was taken out above.
        unsafe { buf.put(start, capacity, 1) };
        assert_eq!(*buf, [1]);
        buf.clear();
        assert_eq!((buf.len(), buf.capacity()), (0, 4));
        // SAFETY: there is one element from `malloc`.
        unsafe { buf.put(malloced([9]), 1, 1) };
        assert_eq!(format!("{buf:?}"), "[9]");
        // SAFETY: NULL has no elements.
        unsafe { buf.put(ptr::null_mut(), 7, 7) };
        assert_eq!((buf.len(), buf.capacity()), (0, 0));
    }
}
