//! C's arithmetic: numbers of C's types in, what C makes of them out, and no number where C's would wrap unseen.

use core::fmt;

/// A type of C's integers, which its arithmetic widens to one of four (C11 6.3.1.1p2).
pub trait Promote {
    /// Where C computes.
    type Output: Integer;

    /// The same value.
    fn promote(self) -> Self::Output;
}

/// A type that C computes in.
pub trait Integer: Copy + fmt::Display {
    /// The value.
    fn value(self) -> i128;

    /// A value of this type, if it holds the number.
    fn checked(number: i128) -> Option<Self>;

    /// What C makes of a number that is too large; None if that is not defined.
    fn wrapped(number: i128) -> Option<Self>;
}

/// Two types that C computes with together.
pub trait Common<Other: Integer>: Integer {
    /// Where it does so (C11 6.3.1.8p1).
    type Output: Integer;

    /// The first number there.
    fn this(self) -> Self::Output;

    /// The second number there.
    fn other(other: Other) -> Self::Output;
}

macro_rules! promote {
    ($($from:ty => $to:ty),* $(,)?) => { $(
        impl Promote for $from {
            type Output = $to;

            #[inline]
            fn promote(self) -> $to {
                self as $to
            }
        }
    )* };
}

promote! {
    bool => i32, i8 => i32, u8 => i32, i16 => i32, u16 => i32, i32 => i32, u32 => u32, i64 => i64, u64 => u64,
}

#[cfg(target_pointer_width = "64")]
promote!(isize => i64, usize => u64);

#[cfg(not(target_pointer_width = "64"))]
promote!(isize => i32, usize => u32);

macro_rules! integer {
    ($($ty:ty, $wrapped:expr;)*) => { $(
        impl Integer for $ty {
            #[inline]
            fn value(self) -> i128 {
                self as i128
            }

            #[inline]
            fn checked(number: i128) -> Option<$ty> {
                <$ty>::try_from(number).ok()
            }

            #[inline]
            fn wrapped(number: i128) -> Option<$ty> {
                let wrapped: fn(i128) -> Option<$ty> = $wrapped;
                wrapped(number)
            }
        }
    )* };
}

integer! {
    i32, |number| i32::try_from(number).ok();
    i64, |number| i64::try_from(number).ok();
    u32, |number| Some(number as u32);
    u64, |number| Some(number as u64);
}

macro_rules! common {
    ($($a:ty, $b:ty => $to:ty;)*) => { $(
        impl Common<$b> for $a {
            type Output = $to;

            #[inline]
            fn this(self) -> $to {
                self as $to
            }

            #[inline]
            fn other(other: $b) -> $to {
                other as $to
            }
        }
    )* };
}

// The wider type holds all values of the narrower; of two that are as wide the unsigned one wins.
common! {
    i32, i32 => i32; i32, u32 => u32; i32, i64 => i64; i32, u64 => u64;
    u32, i32 => u32; u32, u32 => u32; u32, i64 => i64; u32, u64 => u64;
    i64, i32 => i64; i64, u32 => i64; i64, i64 => i64; i64, u64 => u64;
    u64, i32 => u64; u64, u32 => u64; u64, i64 => u64; u64, u64 => u64;
}

/// A number where C computes with it.
#[inline]
#[must_use]
pub fn promote<T: Promote>(number: T) -> T::Output {
    number.promote()
}

/// The value of a number.
#[inline]
#[must_use]
pub fn value<T: Integer>(number: T) -> i128 {
    number.value()
}

/// Whether a number is not zero.
#[inline]
#[must_use]
pub fn truth<T: Integer>(number: T) -> bool {
    number.value() != 0
}

/// `a - b` as C compares them.
#[inline]
#[must_use]
pub fn compare<A: Common<B>, B: Integer>(a: A, b: B) -> core::cmp::Ordering {
    a.this().value().cmp(&A::other(b).value())
}

/// `condition ? then : otherwise`
#[inline]
pub fn choose<A: Common<B>, B: Integer>(
    condition: bool,
    then: impl FnOnce() -> A,
    otherwise: impl FnOnce() -> B,
) -> A::Output {
    if condition { then().this() } else { A::other(otherwise()) }
}

/// What becomes of a result that its type does not hold.
pub trait Overflow {
    /// The result in its type.
    fn held<T: Integer>(number: i128) -> Option<T>;
}

/// There is none: a length is as C computes it, or there is no call.
#[derive(Debug)]
pub enum Never {}

/// It wraps if it is unsigned, as in C (C11 6.2.5p9).
#[derive(Debug)]
pub enum Wraps {}

impl Overflow for Never {
    #[inline]
    fn held<T: Integer>(number: i128) -> Option<T> {
        T::checked(number)
    }
}

impl Overflow for Wraps {
    #[inline]
    fn held<T: Integer>(number: i128) -> Option<T> {
        T::wrapped(number)
    }
}

macro_rules! arithmetic {
    ($($name:ident, $checked:ident, $what:literal;)*) => { $(
        #[doc = concat!("The ", $what, " of two numbers.")]
        ///
        /// # Panics
        ///
        /// If there is none in C.
        #[inline]
        #[track_caller]
        #[must_use]
        pub fn $name<O: Overflow, A: Common<B>, B: Integer>(a: A, b: B, function: &'static str) -> A::Output {
            let (a, b) = (a.this().value(), A::other(b).value());
            // Both have 64 bits, so that an `i128` holds all that they make.
            match a.$checked(b).and_then(O::held) {
                Some(result) => result,
                None => no_result(a, b, $what, function),
            }
        }
    )* };
}

arithmetic! {
    add, checked_add, "sum";
    sub, checked_sub, "difference";
    mul, checked_mul, "product";
    div, checked_div, "quotient";
    rem, checked_rem, "remainder";
}

/// A number with the other sign.
///
/// # Panics
///
/// If there is none in C.
#[inline]
#[track_caller]
#[must_use]
pub fn neg<O: Overflow, A: Integer>(a: A, function: &'static str) -> A {
    match O::held(-a.value()) {
        Some(result) => result,
        None => no_result(0, a.value(), "difference", function),
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn no_result(a: i128, b: i128, what: &'static str, function: &'static str) -> ! {
    panic!("`{function}`: the {what} of {a} and {b} is no number of C's type")
}

#[cfg(test)]
mod tests {
    use core::cmp::Ordering;

    use super::{Never, Wraps, add, choose, compare, div, mul, neg, promote, rem, sub};
    use crate::__private::support::message;

    #[test]
    fn small_types_are_ints() {
        assert_eq!(compare(promote(255_u8), promote(-1_i32)), Ordering::Greater);
        assert_eq!(compare(promote(u16::MAX), promote(-1_i32)), Ordering::Greater);
        assert_eq!(promote(true), 1_i32);
    }

    #[test]
    fn of_two_types_as_wide_the_unsigned_one_wins() {
        assert_eq!(compare(promote(u32::MAX), promote(-1_i32)), Ordering::Equal);
        assert_eq!(compare(promote(-1_i32), promote(4_u32)), Ordering::Greater);
        assert_eq!(compare(promote(-1_i64), promote(u64::MAX)), Ordering::Equal);
    }

    #[test]
    fn a_wider_type_holds_the_narrower() {
        assert_eq!(compare(promote(u32::MAX), promote(-1_i64)), Ordering::Greater);
        assert_eq!(compare(promote(-1_i32), promote(u64::MAX)), Ordering::Equal);
        assert_eq!(compare(promote(-1_i32), promote(-1_i64)), Ordering::Equal);
    }

    #[test]
    fn a_choice_has_the_type_of_both() {
        assert_eq!(choose(true, || -1_i32, || 1_u32), u32::MAX);
        assert_eq!(choose(false, || 0_u64, || -1_i32), u64::MAX);
    }

    #[test]
    fn what_an_unsigned_type_does_not_hold_wraps_where_c_does() {
        assert_eq!(sub::<Wraps, u32, i32>(0, 1, "f"), u32::MAX);
        assert_eq!(add::<Wraps, u64, u64>(u64::MAX, 2, "f"), 1);
        assert_eq!(mul::<Wraps, u32, u32>(1 << 31, 2, "f"), 0);
        assert_eq!(neg::<Wraps, u32>(1, "f"), u32::MAX);
        assert!(
            message(|| {
                let _ = add::<Wraps, i32, i32>(i32::MAX, 1, "f");
            })
            .contains("the sum")
        );
    }

    #[test]
    fn a_length_does_not_wrap() {
        assert_eq!(add::<Never, u64, i32>(40, 2, "f"), 42);
        let said = message(|| {
            let _ = sub::<Never, u32, i32>(0, 1, "f");
        });
        assert_eq!(said, "`f`: the difference of 0 and 1 is no number of C's type");
        assert!(
            message(|| {
                let _ = mul::<Never, i32, i32>(1 << 30, 2, "f");
            })
            .contains("the product")
        );
    }

    #[test]
    fn division_is_cs() {
        assert_eq!((div::<Never, i32, i32>(-7, 2, "f"), rem::<Never, i32, i32>(-7, 2, "f")), (-3, -1));
        assert!(
            message(|| {
                let _ = div::<Never, i32, i32>(1, 0, "f");
            })
            .contains("the quotient of 1 and 0")
        );
        assert!(
            message(|| {
                let _ = rem::<Never, u32, i32>(1, 0, "f");
            })
            .contains("the remainder")
        );
        assert!(
            message(|| {
                let _ = div::<Wraps, i32, i32>(i32::MIN, -1, "f");
            })
            .contains("the quotient")
        );
    }
}
