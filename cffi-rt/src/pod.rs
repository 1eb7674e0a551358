//! Types that are nothing but their bytes.

use crate::Complex;

/// A type that is nothing but its bytes: C may write any bytes to it, and read all of its own.
///
/// Safe wrappers let C write to `&mut [T]` only where `T` is `Pod`, and pass only such a `T` where C takes untyped
/// memory (`void *`).
/// All integers and floats are `Pod`, and arrays and [`Complex`] numbers of them.
/// `bool`, `char` and references are not, as they have invalid bit patterns; pointers are not, as C could make
/// them up.
///
/// # Safety
///
/// * Each bit pattern of the type's size is a valid value.
/// * The type has no padding, neither between its fields nor at its end.
/// * It has no interior mutability (no `Cell`, no atomic type).
///
/// A record from a block meets them if each field's type is `Pod` and the fields' sizes add up to the record's.
///
/// # Examples
///
/// A record for a function that fills `void *` memory:
///
/// ```
/// mod c {
///     cffi_rt::cdef! {
///         struct sample { int left; int right; };
///     }
/// }
///
/// // SAFETY: it consists of two `int`s, each of them `Pod`, and has their size.
/// unsafe impl cffi_rt::Pod for c::sample {}
/// const _: () = assert!(size_of::<c::sample>() == 2 * size_of::<core::ffi::c_int>());
///
/// fn is_plain<T: cffi_rt::Pod>(_: &[T]) {}
/// is_plain(&[c::sample { left: 1, right: -1 }]);
/// is_plain(&[[1.0, 2.0]]);
/// ```
///
/// ```compile_fail,E0277
/// fn is_plain<T: cffi_rt::Pod>(_: &[T]) {}
/// is_plain(&[true]);
/// ```
#[diagnostic::on_unimplemented(
    message = "`{Self}` is not plain bytes to C",
    label = "C may write any bytes to it or read its padding",
    note = "integers, floats and arrays of them are `Pod`; for a C record without padding write `unsafe impl Pod`"
)]
pub unsafe trait Pod: Copy + 'static {}

macro_rules! pod {
    ($($ty:ty)*) => { $(
        // SAFETY: all bit patterns are numbers (a NaN among them), and nothing is padding or a cell.
        unsafe impl Pod for $ty {}
    )* };
}

pod!(u8 u16 u32 u64 u128 usize i8 i16 i32 i64 i128 isize f32 f64);

// SAFETY: an array consists of its elements, without anything between them.
unsafe impl<T: Pod, const N: usize> Pod for [T; N] {}

// SAFETY: two fields of one type follow each other without padding.
unsafe impl<T: Pod> Pod for Complex<T> {}

#[cfg(test)]
mod tests {
    use core::ffi::{c_char, c_double, c_long};

    use super::Pod;
    use crate::{Complex, wchar_t};

    #[test]
    fn the_numbers_of_c_are_plain() {
        fn is_plain<T: Pod>() {}
        is_plain::<c_char>();
        is_plain::<c_long>();
        is_plain::<c_double>();
        is_plain::<wchar_t>();
        is_plain::<[[u16; 3]; 0]>();
        is_plain::<Complex<f32>>();
    }

    #[test]
    fn a_complex_number_has_no_padding() {
        assert_eq!(size_of::<Complex<f64>>(), 2 * size_of::<f64>());
    }
}
