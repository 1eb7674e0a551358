/**A color.

```c
enum color { RED, GREEN = 5, BLUE }
```*/
#[allow(non_camel_case_types, dead_code)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
#[repr(transparent)]
pub struct color(
    ///The value.
    pub ::core::ffi::c_uint,
);
impl ::core::fmt::Debug for color {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.write_str(
            match self.0 {
                0 => "RED",
                5 => "GREEN",
                6 => "BLUE",
                _ => return __f.debug_tuple("color").field(&self.0).finish(),
            },
        )
    }
}
impl ::core::ops::BitOr for color {
    type Output = Self;
    #[inline]
    fn bitor(self, __other: Self) -> Self {
        Self(self.0 | __other.0)
    }
}
impl ::core::ops::BitOrAssign for color {
    #[inline]
    fn bitor_assign(&mut self, __other: Self) {
        *self = Self(self.0 | __other.0);
    }
}
impl ::core::ops::BitAnd for color {
    type Output = Self;
    #[inline]
    fn bitand(self, __other: Self) -> Self {
        Self(self.0 & __other.0)
    }
}
impl ::core::ops::BitAndAssign for color {
    #[inline]
    fn bitand_assign(&mut self, __other: Self) {
        *self = Self(self.0 & __other.0);
    }
}
impl ::core::ops::BitXor for color {
    type Output = Self;
    #[inline]
    fn bitxor(self, __other: Self) -> Self {
        Self(self.0 ^ __other.0)
    }
}
impl ::core::ops::BitXorAssign for color {
    #[inline]
    fn bitxor_assign(&mut self, __other: Self) {
        *self = Self(self.0 ^ __other.0);
    }
}
impl ::core::ops::Not for color {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(!self.0)
    }
}
impl ::core::convert::From<color> for ::core::ffi::c_uint {
    #[inline]
    fn from(__value: color) -> Self {
        __value.0
    }
}
///Warm.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const RED: color = color(0);
///`GREEN` of `enum color`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const GREEN: color = color(5);
///`BLUE` of `enum color`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const BLUE: color = color(6);
///`LOOSE` of an enum.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const LOOSE: ::core::ffi::c_int = -1;
