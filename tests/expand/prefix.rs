/**```c
enum px_kind { PX_A }
```*/
#[doc(alias = "px_kind")]
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
pub struct kind(
    ///The value.
    pub ::core::ffi::c_uint,
);
impl ::core::fmt::Debug for kind {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.write_str(
            match self.0 {
                0 => "PX_A",
                _ => return __f.debug_tuple("kind").field(&self.0).finish(),
            },
        )
    }
}
impl ::core::ops::BitOr for kind {
    type Output = Self;
    #[inline]
    fn bitor(self, __other: Self) -> Self {
        Self(self.0 | __other.0)
    }
}
impl ::core::ops::BitOrAssign for kind {
    #[inline]
    fn bitor_assign(&mut self, __other: Self) {
        *self = Self(self.0 | __other.0);
    }
}
impl ::core::ops::BitAnd for kind {
    type Output = Self;
    #[inline]
    fn bitand(self, __other: Self) -> Self {
        Self(self.0 & __other.0)
    }
}
impl ::core::ops::BitAndAssign for kind {
    #[inline]
    fn bitand_assign(&mut self, __other: Self) {
        *self = Self(self.0 & __other.0);
    }
}
impl ::core::ops::BitXor for kind {
    type Output = Self;
    #[inline]
    fn bitxor(self, __other: Self) -> Self {
        Self(self.0 ^ __other.0)
    }
}
impl ::core::ops::BitXorAssign for kind {
    #[inline]
    fn bitxor_assign(&mut self, __other: Self) {
        *self = Self(self.0 ^ __other.0);
    }
}
impl ::core::ops::Not for kind {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(!self.0)
    }
}
impl ::core::convert::From<kind> for ::core::ffi::c_uint {
    #[inline]
    fn from(__value: kind) -> Self {
        __value.0
    }
}
///`PX_A` of `enum px_kind`.
#[doc(alias = "PX_A")]
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const A: kind = kind(0);
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
int px_add(int a);
```*/
    #[doc(alias = "px_add")]
    #[link_name = "cffi_0_f_px_add"]
    pub unsafe fn add(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
}
