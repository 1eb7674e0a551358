//! C's complex types.

/// C's `T _Complex`, where `T` is `f32`, `f64` or [`LongDouble`](crate::LongDouble).
///
/// Its layout is that of an array of two, the real part first (C11 6.2.5p13).
/// Computing is left to C, or to a crate for complex numbers.
///
/// # Examples
///
/// ```
/// mod math {
///     cffi_rt::cdef! {
///         #![link("m")]
///         #include <complex.h>
///
///         double cabs(double _Complex z);
///         double _Complex conj(double _Complex z);
///     }
/// }
/// use cffi_rt::Complex;
///
/// let z = Complex { re: 3.0, im: 4.0 };
/// // SAFETY: both functions only compute.
/// let (size, mirrored) = unsafe { (math::cabs(z), math::conj(z)) };
/// assert_eq!(size, 5.0);
/// assert_eq!(mirrored, Complex { re: 3.0, im: -4.0 });
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq)]
#[repr(C)]
pub struct Complex<T> {
    /// The real part.
    pub re: T,
    /// The imaginary part.
    pub im: T,
}
