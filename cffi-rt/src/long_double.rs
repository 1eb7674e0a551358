//! C's `long double`, in the format that the target's C compilers give it.

use core::cmp::Ordering;
use core::fmt;
use core::mem::MaybeUninit;

// What the psABIs say; a verified block asks the compiler, and its expansion asserts that this is the same.
// `SIGNIFICANT` bytes have a meaning, `PADDING` bytes follow them, and `DIGITS` is `LDBL_MANT_DIG`.
macro_rules! format {
    ($format:ident, $significant:literal, $padding:literal, $align:literal) => {
        const FORMAT: Format = Format::$format;
        const SIGNIFICANT: usize = $significant;
        const PADDING: usize = $padding;

        /// C's `long double` (C11 6.2.5p10).
        ///
        /// Rust has no such type, so this one only stores it, with C's size and alignment; computing is left to C, or
        /// to `f64` after [`to_f64`](Self::to_f64).
        /// Its format is the target's: 80 bits on x86, 128 bits on most other 64-bit systems, and the 64 bits of a
        /// `double` on Windows with MSVC, on Apple's ARM processors and on 32-bit ARM.
        ///
        /// # Examples
        ///
        /// ```
        /// mod math {
        ///     cffi_rt::cdef! {
        ///         #![link("m")]
        ///         #include <math.h>
        ///
        ///         long double sqrtl(long double x);
        ///     }
        /// }
        /// use cffi_rt::LongDouble;
        ///
        /// // SAFETY: `sqrtl` only computes.
        /// let root = unsafe { math::sqrtl(LongDouble::from_f64(2.25)) };
        /// assert_eq!(root.to_f64(), 1.5);
        /// ```
        #[derive(Clone, Copy)]
        #[repr(C, align($align))]
        pub struct LongDouble {
            bytes: [u8; SIGNIFICANT],
            padding: [MaybeUninit<u8>; PADDING],
        }
    };
}

// i386's System V ABI aligns to 4; macOS, as x86-64, to 16. Windows is mingw, whose `long double` is gcc's.
#[cfg(all(target_arch = "x86", not(any(target_env = "msvc", target_os = "android", target_vendor = "apple"))))]
format!(Extended, 10, 2, 4);
#[cfg(any(
    all(target_arch = "x86_64", not(any(target_env = "msvc", target_os = "android"))),
    all(target_arch = "x86", target_vendor = "apple"),
))]
format!(Extended, 10, 6, 16);
#[cfg(any(
    all(target_arch = "x86_64", target_os = "android"),
    all(target_arch = "aarch64", not(any(target_os = "windows", target_vendor = "apple"))),
    target_arch = "riscv32",
    target_arch = "riscv64",
    target_arch = "loongarch64",
    target_arch = "mips64",
    target_arch = "sparc64",
    target_arch = "wasm32",
    target_arch = "wasm64",
))]
format!(Quadruple, 16, 0, 16);
#[cfg(target_arch = "s390x")]
format!(Quadruple, 16, 0, 8);
#[cfg(all(target_arch = "x86", target_os = "android"))]
format!(Double, 8, 0, 4);
#[cfg(any(
    all(any(target_arch = "x86", target_arch = "x86_64"), target_env = "msvc"),
    all(target_arch = "aarch64", any(target_os = "windows", target_vendor = "apple")),
    not(any(
        target_arch = "x86",
        target_arch = "x86_64",
        target_arch = "aarch64",
        target_arch = "riscv32",
        target_arch = "riscv64",
        target_arch = "loongarch64",
        target_arch = "mips64",
        target_arch = "sparc64",
        target_arch = "wasm32",
        target_arch = "wasm64",
        target_arch = "s390x",
    )),
))]
format!(Double, 8, 0, 8);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[cfg_attr(not(test), expect(dead_code, reason = "a target has one of them"))]
enum Format {
    /// x87's 80 bits: a sign, 15 bits of exponent, 64 of significand without a hidden one.
    Extended,
    /// IEEE 754's binary128: 15 bits of exponent, 112 of fraction behind a hidden one.
    Quadruple,
    /// IEEE 754's binary64.
    Double,
}

impl Format {
    /// The bits of a `double`, in this format; no value is lost.
    const fn encode(self, value: f64) -> u128 {
        let bits = value.to_bits();
        let sign = (bits >> 63) as u128;
        let biased = (bits >> 52) & 0x7ff;
        let fraction = (bits & ((1 << 52) - 1)) as u128;
        // Normalized: the leading one stands in bit 63, and `exponent` is its power.
        let (exponent, significand) = match (biased, fraction) {
            (0, 0) => return self.pack(sign, 0, 0),
            (0x7ff, _) => return self.pack(sign, 0x7fff, 1 << 63 | fraction << 11),
            (0, _) => {
                let shift = fraction.leading_zeros() - 64;
                (-1011 - shift as i32, fraction << shift)
            }
            (_, _) => (biased as i32 - 1023, 1 << 63 | fraction << 11),
        };
        match self {
            Format::Double => bits as u128,
            Format::Extended | Format::Quadruple => self.pack(sign, (exponent + 16383) as u128, significand),
        }
    }

    /// `significand` has its leading one in bit 63.
    const fn pack(self, sign: u128, biased: u128, significand: u128) -> u128 {
        match self {
            Format::Extended => sign << 79 | biased << 64 | significand,
            Format::Quadruple => sign << 127 | biased << 112 | (significand & ((1 << 63) - 1)) << 49,
            // Only zero, infinity and NaN come here.
            Format::Double => sign << 63 | (biased & 0x7ff) << 52 | (significand & ((1 << 63) - 1)) >> 11,
        }
    }

    /// The nearest `double`; of two equally near the one whose last bit is zero, as C's conversion has it in the
    /// rounding mode that programs start with (C11 6.3.1.5p1, F.3).
    const fn decode(self, bits: u128) -> f64 {
        // The leading one of `significand` is to stand in bit 127.
        let (negative, biased, significand) = match self {
            Format::Double => return f64::from_bits(bits as u64),
            Format::Extended => (bits >> 79 & 1, bits >> 64 & 0x7fff, bits << 64),
            Format::Quadruple => {
                let biased = bits >> 112 & 0x7fff;
                let hidden = if biased == 0 { 0 } else { 1 << 127 };
                (bits >> 127, biased, hidden | bits << 16 >> 1)
            }
        };
        let sign = (negative as u64) << 63;
        if biased == 0x7fff {
            // Quiet, as a conversion makes it.
            let fraction = (significand << 1 >> 76) as u64;
            let is_nan = significand << 1 != 0;
            let quiet = if is_nan { fraction | 1 << 51 } else { 0 };
            return f64::from_bits(sign | 0x7ff << 52 | quiet);
        }
        if significand >> 127 == 0 {
            // Zero, or below the least `double` by far: a subnormal of the wider format.
            return f64::from_bits(sign);
        }
        let exponent = biased as i32 - 16383;
        if exponent > 1023 {
            return f64::from_bits(sign | 0x7ff << 52);
        }
        // A subnormal keeps fewer bits than 53.
        let kept = if exponent >= -1022 { 53 } else { 53 + (exponent + 1022) };
        if kept < 0 {
            return f64::from_bits(sign);
        }
        let dropped = 128 - kept as u32;
        let (high, rest, half) = match dropped {
            128 => (0, significand, 1 << 127),
            _ => (significand >> dropped, significand & ((1 << dropped) - 1), 1 << (dropped - 1)),
        };
        let up = rest > half || rest == half && high & 1 == 1;
        // A carry goes on into the exponent, and from the greatest `double` to infinity.
        let exponent_bits = if exponent >= -1022 { ((exponent + 1022) as u64) << 52 } else { 0 };
        f64::from_bits(sign | (exponent_bits + high as u64 + up as u64))
    }
}

impl LongDouble {
    /// C's `LDBL_MANT_DIG`: the number of bits in the significand.
    pub const MANTISSA_DIGITS: u32 = match FORMAT {
        Format::Extended => 64,
        Format::Quadruple => 113,
        Format::Double => 53,
    };

    /// The value of a `double`, which every `long double` holds exactly (C11 6.2.5p10).
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::LongDouble;
    ///
    /// assert_eq!(LongDouble::from_f64(0.1).to_f64(), 0.1);
    /// ```
    #[must_use]
    pub const fn from_f64(value: f64) -> LongDouble {
        LongDouble::of_bits(FORMAT.encode(value))
    }

    /// The nearest `double`, as C's conversion gives it in the rounding mode that programs start with: to nearest,
    /// ties to even (C11 6.3.1.5p1, F.3).
    ///
    /// What is greater than every `double` becomes infinite.
    ///
    /// # Examples
    ///
    /// ```
    /// mod limits {
    ///     cffi_rt::cdef! {
    ///         #include <float.h>
    ///
    ///         #define LDBL_EPSILON ...
    ///     }
    /// }
    ///
    /// let epsilon = limits::LDBL_EPSILON.to_f64();
    /// assert!(epsilon > 0.0 && epsilon <= f64::EPSILON);
    /// ```
    #[must_use]
    pub const fn to_f64(self) -> f64 {
        FORMAT.decode(self.bits())
    }

    /// The value whose bytes in memory are these; C's padding is no part of them.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::LongDouble;
    ///
    /// let one = LongDouble::from_f64(1.0);
    /// assert_eq!(LongDouble::from_ne_bytes(one.to_ne_bytes()), one);
    /// ```
    #[must_use]
    pub const fn from_ne_bytes(bytes: [u8; SIGNIFICANT]) -> LongDouble {
        // Written as zeroes, so that equal values of Rust's have equal bytes.
        LongDouble { bytes, padding: [MaybeUninit::zeroed(); PADDING] }
    }

    /// The bytes of the value in memory, without C's padding.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::LongDouble;
    ///
    /// assert!(LongDouble::from_f64(0.0).to_ne_bytes().iter().all(|byte| *byte == 0));
    /// ```
    #[must_use]
    pub const fn to_ne_bytes(self) -> [u8; SIGNIFICANT] {
        self.bytes
    }

    const fn of_bits(bits: u128) -> LongDouble {
        let all = bits.to_ne_bytes();
        let mut bytes = [0; SIGNIFICANT];
        // Where the machine is big-endian, the low bytes are the last.
        let first = if cfg!(target_endian = "big") { 16 - SIGNIFICANT } else { 0 };
        let mut index = 0;
        while index < SIGNIFICANT {
            bytes[index] = all[first + index];
            index += 1;
        }
        LongDouble::from_ne_bytes(bytes)
    }

    const fn bits(self) -> u128 {
        let mut all = [0; 16];
        let first = if cfg!(target_endian = "big") { 16 - SIGNIFICANT } else { 0 };
        let mut index = 0;
        while index < SIGNIFICANT {
            all[first + index] = self.bytes[index];
            index += 1;
        }
        u128::from_ne_bytes(all)
    }

    /// A number that is greater for a greater value; NaN has none.
    fn rank(self) -> Option<i128> {
        let bits = self.bits();
        let width = 8 * SIGNIFICANT as u32;
        let sign = bits >> (width - 1);
        let magnitude = bits & !(1 << (width - 1));
        let infinite = match FORMAT {
            Format::Extended => 0x7fff << 64 | 1 << 63,
            Format::Quadruple => 0x7fff << 112,
            Format::Double => 0x7ff << 52,
        };
        if magnitude > infinite {
            return None;
        }
        let magnitude = magnitude.cast_signed();
        Some(if sign == 1 { -magnitude } else { magnitude })
    }
}

impl Default for LongDouble {
    fn default() -> Self {
        LongDouble::from_f64(0.0)
    }
}

impl From<f64> for LongDouble {
    fn from(value: f64) -> Self {
        LongDouble::from_f64(value)
    }
}

impl From<f32> for LongDouble {
    fn from(value: f32) -> Self {
        LongDouble::from_f64(value.into())
    }
}

/// As C's `==`: the zeroes are equal, and a NaN equals nothing.
impl PartialEq for LongDouble {
    fn eq(&self, other: &Self) -> bool {
        matches!((self.rank(), other.rank()), (Some(a), Some(b)) if a == b)
    }
}

/// As C's `<`.
impl PartialOrd for LongDouble {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.rank()?.cmp(&other.rank()?))
    }
}

/// The nearest `f64`.
impl fmt::Debug for LongDouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("LongDouble").field(&self.to_f64()).finish()
    }
}

#[cfg(test)]
mod tests;
