//! Buffers that C writes a string to: memory of Rust's in, the string that C has written to it out.

use core::ffi::{CStr, c_char, c_int, c_void};
use core::mem::MaybeUninit;
use core::slice;

use crate::__private::breach::fail;

mod sealed {
    pub trait Sealed {}
}

/// A buffer for a string that C ends with a NUL: bytes, initialised or not.
///
/// # Safety
///
/// The trait is sealed.
/// What `as_mut_ptr` returns is good for writing `capacity` bytes until the buffer is moved or dropped, and both
/// stay the same.
///
/// # Examples
///
/// ```
/// use cffi_rt::OutStr;
/// use core::ffi::{CStr, c_char, c_int};
/// use core::mem::MaybeUninit;
///
/// unsafe extern "C" {
///     fn snprintf(to: *mut c_char, size: usize, format: *const c_char, ...) -> c_int;
/// }
///
/// /// As a wrapper for C is written.
/// fn digits<'a, B: OutStr<'a>>(mut to: B, number: c_int) -> &'a CStr {
///     assert!(to.capacity() > 0);
///     // SAFETY: C writes at most `capacity` bytes, the last of them a NUL.
///     unsafe {
///         snprintf(to.as_mut_ptr(), to.capacity(), c"%d".as_ptr(), number);
///         to.finish("snprintf", "to")
///     }
/// }
///
/// assert_eq!(digits(&mut [0; 16], 42), c"42");
/// assert_eq!(digits(&mut [MaybeUninit::uninit(); 3], 12345), c"12");
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no buffer for C to write a string to",
    note = "it takes `&mut [u8]` and `&mut [MaybeUninit<u8>]`"
)]
pub unsafe trait OutStr<'a>: sealed::Sealed {
    /// How many bytes C may write, the NUL included.
    fn capacity(&self) -> usize;

    /// Where C writes them.
    fn as_mut_ptr(&mut self) -> *mut c_char;

    /// The string that C has written.
    /// It aborts if the buffer has no NUL, because the library has then broken its contract.
    ///
    /// # Safety
    ///
    /// C has written all bytes up to a NUL within the capacity, or all of them.
    unsafe fn finish(self, function: &'static str, parameter: &'static str) -> &'a CStr;
}

impl sealed::Sealed for &mut [u8] {}

// SAFETY: pointer and length are the slice's, and all bytes are values.
unsafe impl<'a> OutStr<'a> for &'a mut [u8] {
    #[inline]
    fn capacity(&self) -> usize {
        self.len()
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut c_char {
        <[u8]>::as_mut_ptr(self).cast()
    }

    #[inline]
    unsafe fn finish(self, function: &'static str, parameter: &'static str) -> &'a CStr {
        match CStr::from_bytes_until_nul(self) {
            Ok(text) => text,
            Err(_) => unterminated(self.len(), function, parameter),
        }
    }
}

impl sealed::Sealed for &mut [MaybeUninit<u8>] {}

// SAFETY: pointer and length are the slice's, and any byte may be written to one that need not be initialised.
unsafe impl<'a> OutStr<'a> for &'a mut [MaybeUninit<u8>] {
    #[inline]
    fn capacity(&self) -> usize {
        self.len()
    }

    #[inline]
    fn as_mut_ptr(&mut self) -> *mut c_char {
        <[MaybeUninit<u8>]>::as_mut_ptr(self).cast()
    }

    #[inline]
    unsafe fn finish(self, function: &'static str, parameter: &'static str) -> &'a CStr {
        let start = self.as_ptr().cast::<u8>();
        // SAFETY: the bytes up to a NUL have been written, or all of them, as the caller says, and `memchr` reads none
        // behind the NUL (C11 7.24.5.1p2).
        let nul = unsafe { memchr(start.cast(), 0, self.len()) };
        if nul.is_null() {
            unterminated(self.len(), function, parameter);
        }
        let len = nul.addr() - start.addr() + 1;
        // SAFETY: the bytes up to and with the NUL are initialised and borrowed for `'a`.
        let bytes = unsafe { slice::from_raw_parts(start, len) };
        // SAFETY: the last byte is the first NUL, as `memchr` found it.
        unsafe { CStr::from_bytes_with_nul_unchecked(bytes) }
    }
}

macro_rules! array {
    ($byte:ty) => {
        impl<const N: usize> sealed::Sealed for &mut [$byte; N] {}

        // SAFETY: as for the slice, which it is used as.
        unsafe impl<'a, const N: usize> OutStr<'a> for &'a mut [$byte; N] {
            #[inline]
            fn capacity(&self) -> usize {
                N
            }

            #[inline]
            fn as_mut_ptr(&mut self) -> *mut c_char {
                <[$byte]>::as_mut_ptr(*self).cast()
            }

            #[inline]
            unsafe fn finish(self, function: &'static str, parameter: &'static str) -> &'a CStr {
                // SAFETY: what the caller says of the array holds for the slice.
                unsafe { self.as_mut_slice().finish(function, parameter) }
            }
        }
    };
}

array!(u8);
array!(MaybeUninit<u8>);

unsafe extern "C" {
    fn memchr(bytes: *const c_void, byte: c_int, count: usize) -> *const c_void;
}

#[cold]
#[inline(never)]
fn unterminated(capacity: usize, function: &'static str, parameter: &'static str) -> ! {
    fail(format_args!("`{function}` wrote no NUL to `{parameter}`, which holds {capacity}"))
}

#[cfg(test)]
mod tests {
    use core::ffi::{CStr, c_char};
    use core::mem::MaybeUninit;

    use super::OutStr;
    use crate::__private::support::aborts;

    fn write<'a, B: OutStr<'a>>(mut buf: B, text: &[u8]) -> &'a CStr {
        assert!(text.len() <= buf.capacity());
        for (index, byte) in text.iter().enumerate() {
            // SAFETY: the index is below the capacity.
            unsafe { buf.as_mut_ptr().add(index).write(*byte as c_char) };
        }
        // SAFETY: the texts end in a NUL, or are as long as the buffer.
        unsafe { buf.finish("write", "buf") }
    }

    #[test]
    fn a_string_ends_at_the_first_nul() {
        assert_eq!(write(&mut [1_u8; 4], b"a\0b"), c"a");
        assert_eq!(write(&mut [1_u8; 4][..], b"abc\0"), c"abc");
        assert_eq!(write(&mut [MaybeUninit::<u8>::uninit(); 4], b"a\0"), c"a");
        assert_eq!(write(&mut [MaybeUninit::<u8>::uninit(); 4][..], b"abc\0"), c"abc");
    }

    #[test]
    fn a_string_without_an_end_aborts() {
        let said = aborts("out_str::tests::a_string_without_an_end_aborts", || {
            write(&mut [0_u8; 3], b"abc");
        });
        assert!(said.contains("`write` wrote no NUL to `buf`, which holds 3"), "{said}");
    }

    #[test]
    fn uninitialised_bytes_without_an_end_abort() {
        let said = aborts("out_str::tests::uninitialised_bytes_without_an_end_abort", || {
            write(&mut [MaybeUninit::<u8>::uninit(); 3], b"abc");
        });
        assert!(said.contains("`write` wrote no NUL"), "{said}");
    }
}
