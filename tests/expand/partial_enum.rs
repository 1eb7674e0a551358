/**```c
typedef enum { HIGH = ..., LOW = -2, ... } level;
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
pub struct level(
    ///The value.
    pub ::core::ffi::c_int,
);
impl ::core::fmt::Debug for level {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.write_str(
            match self.0 {
                2 => "HIGH",
                -2 => "LOW",
                _ => return __f.debug_tuple("level").field(&self.0).finish(),
            },
        )
    }
}
impl ::core::ops::BitOr for level {
    type Output = Self;
    #[inline]
    fn bitor(self, __other: Self) -> Self {
        Self(self.0 | __other.0)
    }
}
impl ::core::ops::BitOrAssign for level {
    #[inline]
    fn bitor_assign(&mut self, __other: Self) {
        *self = Self(self.0 | __other.0);
    }
}
impl ::core::ops::BitAnd for level {
    type Output = Self;
    #[inline]
    fn bitand(self, __other: Self) -> Self {
        Self(self.0 & __other.0)
    }
}
impl ::core::ops::BitAndAssign for level {
    #[inline]
    fn bitand_assign(&mut self, __other: Self) {
        *self = Self(self.0 & __other.0);
    }
}
impl ::core::ops::BitXor for level {
    type Output = Self;
    #[inline]
    fn bitxor(self, __other: Self) -> Self {
        Self(self.0 ^ __other.0)
    }
}
impl ::core::ops::BitXorAssign for level {
    #[inline]
    fn bitxor_assign(&mut self, __other: Self) {
        *self = Self(self.0 ^ __other.0);
    }
}
impl ::core::ops::Not for level {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(!self.0)
    }
}
impl ::core::convert::From<level> for ::core::ffi::c_int {
    #[inline]
    fn from(__value: level) -> Self {
        __value.0
    }
}
///`HIGH` of `level`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const HIGH: level = level(2);
///`LOW` of `level`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const LOW: level = level(-2);
