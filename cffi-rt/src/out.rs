//! Buffers that C writes to: memory of Rust's in, what C has written of it out.

use core::fmt;
use core::mem::MaybeUninit;
use core::slice;

use crate::Pod;

mod sealed {
    pub trait Sealed<T> {}
}

/// A buffer for a C function's output, which need not be initialised.
///
/// What a safe wrapper gives back depends on the buffer:
///
/// | buffer | result |
/// | --- | --- |
/// | `&mut [T]`, `&mut [T; N]` | the number of elements written |
/// | `&mut [MaybeUninit<T>]`, `&mut [MaybeUninit<T>; N]` | the written elements and the rest |
/// | [`spare(&mut vec, room)`](spare) | the number of elements appended |
///
/// # Safety
///
/// The trait is sealed.
/// What `as_mut_ptr` returns is good for writing `capacity` elements until the buffer is moved or dropped, and both
/// stay the same.
///
/// # Examples
///
/// ```
/// use cffi_rt::OutBuf;
/// use core::ffi::{CStr, c_char, c_int};
/// use core::mem::MaybeUninit;
///
/// unsafe extern "C" {
///     fn snprintf(to: *mut c_char, size: usize, format: *const c_char, ...) -> c_int;
/// }
///
/// /// As a wrapper for C is written.
/// fn digits<B: OutBuf<u8>>(mut to: B, number: c_int) -> B::Out {
///     let capacity = to.capacity();
///     // SAFETY: C writes at most `capacity` bytes, and the format takes one `int`.
///     let length = unsafe { snprintf(to.as_mut_ptr().cast(), capacity, c"%d".as_ptr(), number) };
///     let written = usize::try_from(length).unwrap();
///     assert!(written < capacity);
///     // SAFETY: that many bytes have been written, and the buffer is larger.
///     unsafe { to.finish(written) }
/// }
///
/// let mut array = [0; 16];
/// assert_eq!(digits(&mut array, 42), 2);
/// assert_eq!(&array[..2], b"42");
///
/// let mut room = [MaybeUninit::uninit(); 16];
/// let (written, rest) = digits(&mut room, 123);
/// assert_eq!(written, b"123");
/// assert_eq!(rest.len(), 13);
///
/// let mut vec = b"n = ".to_vec();
/// assert_eq!(digits(cffi_rt::spare(&mut vec, 16), -7), 2);
/// assert_eq!(vec, b"n = -7");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no buffer for C to write `{T}` to",
    note = "it takes `&mut [{T}]`, `&mut [MaybeUninit<{T}>]`, or `cffi_rt::spare(&mut vec, room)`"
)]
pub unsafe trait OutBuf<T>: sealed::Sealed<T> {
    /// What is known of the buffer once C has written to it.
    type Out;

    /// How many elements C may write.
    fn capacity(&self) -> usize;

    /// Where C writes them.
    fn as_mut_ptr(&mut self) -> *mut T;

    /// What C has written.
    ///
    /// # Safety
    ///
    /// The first `written` elements have been written with valid values, and `written` is at most the capacity.
    unsafe fn finish(self, written: usize) -> Self::Out;
}

impl<T: Pod> sealed::Sealed<T> for &mut [T] {}

// SAFETY: pointer and length are the slice's; whatever C writes makes valid elements, because they are `Pod`.
unsafe impl<T: Pod> OutBuf<T> for &mut [T] {
    type Out = usize;

    #[inline]
    fn capacity(&self) -> usize {
        self.len()
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut T {
        <[T]>::as_mut_ptr(self)
    }

    #[inline]
    unsafe fn finish(self, written: usize) -> usize {
        written
    }
}

impl<T: Pod, const N: usize> sealed::Sealed<T> for &mut [T; N] {}

// SAFETY: pointer and length are the array's; whatever C writes makes valid elements, because they are `Pod`.
unsafe impl<T: Pod, const N: usize> OutBuf<T> for &mut [T; N] {
    type Out = usize;

    #[inline]
    fn capacity(&self) -> usize {
        N
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut T {
        <[T]>::as_mut_ptr(*self)
    }

    #[inline]
    unsafe fn finish(self, written: usize) -> usize {
        written
    }
}

impl<T> sealed::Sealed<T> for &mut [MaybeUninit<T>] {}

// SAFETY: pointer and length are the slice's, and any bytes may be written to elements that need not be initialised.
unsafe impl<'a, T> OutBuf<T> for &'a mut [MaybeUninit<T>] {
    type Out = (&'a mut [T], &'a mut [MaybeUninit<T>]);

    #[inline]
    fn capacity(&self) -> usize {
        self.len()
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut T {
        <[MaybeUninit<T>]>::as_mut_ptr(self).cast()
    }

    #[inline]
    unsafe fn finish(self, written: usize) -> Self::Out {
        let (written, rest) = self.split_at_mut(written);
        // SAFETY: the elements are initialised, as the caller says; pointer, length and lifetime are those of a slice
        // of the same layout, which is not used hereafter.
        let written = unsafe { slice::from_raw_parts_mut(written.as_mut_ptr().cast::<T>(), written.len()) };
        (written, rest)
    }
}

impl<T, const N: usize> sealed::Sealed<T> for &mut [MaybeUninit<T>; N] {}

// SAFETY: pointer and length are the array's, and any bytes may be written to elements that need not be initialised.
unsafe impl<'a, T, const N: usize> OutBuf<T> for &'a mut [MaybeUninit<T>; N] {
    type Out = (&'a mut [T], &'a mut [MaybeUninit<T>]);

    #[inline]
    fn capacity(&self) -> usize {
        N
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut T {
        <[MaybeUninit<T>]>::as_mut_ptr(*self).cast()
    }

    #[inline]
    unsafe fn finish(self, written: usize) -> Self::Out {
        // SAFETY: what the caller says of the array holds for the slice.
        unsafe { self.as_mut_slice().finish(written) }
    }
}

/// Room behind the elements of a vector, for C to append to; [`spare`] makes it.
///
/// # Examples
///
/// ```
/// use cffi_rt::OutBuf;
///
/// let mut vec = vec![1_u8];
/// let room: cffi_rt::Spare<'_, u8> = cffi_rt::spare(&mut vec, 10);
/// assert_eq!(room.capacity(), 10);
/// assert_eq!(vec, [1]);
/// ```
pub struct Spare<'a, T> {
    vec: &'a mut Vec<T>,
    /// At most the vector's capacity behind its length.
    room: usize,
}

/// Exactly `room` elements behind those of the vector, as a buffer for C to append to.
///
/// # Panics
///
/// If the vector's capacity would exceed `isize::MAX` bytes.
///
/// # Examples
///
/// ```
/// fn read<B: cffi_rt::OutBuf<u8>>(mut buf: B) -> B::Out {
///     // SAFETY: one element is within the capacity, which the caller of `read` sees to.
///     unsafe { buf.as_mut_ptr().write(7) };
///     // SAFETY: one element has just been written.
///     unsafe { buf.finish(1) }
/// }
///
/// let mut vec = vec![1, 2];
/// assert_eq!(read(cffi_rt::spare(&mut vec, 8)), 1);
/// assert_eq!(vec, [1, 2, 7]);
/// ```
pub fn spare<T>(vec: &mut Vec<T>, room: usize) -> Spare<'_, T> {
    vec.reserve(room);
    Spare { vec, room }
}

impl<T> fmt::Debug for Spare<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Spare").field("len", &self.vec.len()).field("room", &self.room).finish()
    }
}

impl<T> sealed::Sealed<T> for Spare<'_, T> {}

// SAFETY: `spare` has reserved the room, and the vector is borrowed, so that nobody takes it away.
unsafe impl<T> OutBuf<T> for Spare<'_, T> {
    type Out = usize;

    #[inline]
    fn capacity(&self) -> usize {
        self.room
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut T {
        self.vec.spare_capacity_mut().as_mut_ptr().cast()
    }

    #[inline]
    unsafe fn finish(self, written: usize) -> usize {
        let len = self.vec.len() + written;
        // SAFETY: the elements up to the old length are initialised, and so are `written` more, as the caller says;
        // together they are within the capacity, because `written` is at most `room`.
        unsafe { self.vec.set_len(len) };
        written
    }
}

#[cfg(test)]
mod tests {
    use core::mem::MaybeUninit;

    use super::{OutBuf, spare};

    /// As a C function that writes 1, 2 and so on.
    fn count<B: OutBuf<u32>>(mut buf: B, written: usize) -> B::Out {
        assert!(written <= buf.capacity());
        for index in 0..written {
            // SAFETY: the index is below the capacity.
            unsafe { buf.as_mut_ptr().add(index).write(index as u32 + 1) };
        }
        // SAFETY: that many have been written.
        unsafe { buf.finish(written) }
    }

    #[test]
    fn a_slice_knows_how_much_was_written() {
        let mut there = [0; 4];
        assert_eq!(count(&mut there[1..], 2), 2);
        assert_eq!(count(&mut [0; 4], 4), 4);
        assert_eq!(there, [0, 1, 2, 0]);
    }

    #[test]
    fn uninitialised_elements_are_split_at_what_was_written() {
        let mut room = [MaybeUninit::uninit(); 4];
        let (written, rest) = count(&mut room, 3);
        assert_eq!((&*written, rest.len()), ([1, 2, 3].as_slice(), 1));
        let (written, rest) = count(&mut room[..2], 0);
        assert_eq!((&*written, rest.len()), ([].as_slice(), 2));
    }

    #[test]
    fn a_vector_grows_by_what_was_written() {
        let mut vec = vec![9];
        let room = spare(&mut vec, 100);
        assert_eq!(room.capacity(), 100);
        assert_eq!(count(room, 2), 2);
        assert_eq!(vec, [9, 1, 2]);
        assert_eq!(count(spare(&mut vec, 0), 0), 0);
        assert_eq!(vec, [9, 1, 2]);
    }

    #[test]
    fn room_that_nothing_was_written_to_is_no_element() {
        let mut vec = Vec::<Box<u8>>::new();
        assert_eq!(spare(&mut vec, 3).capacity(), 3);
        assert!(vec.is_empty());
    }
}
