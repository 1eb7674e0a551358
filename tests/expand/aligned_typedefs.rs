/**The field stands where C aligns it.

```c
struct far { char tag; wide number; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(16))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct far {
    ///`char tag`
    pub tag: ::core::ffi::c_char,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 15],
    ///`wide number`
    pub number: wide,
}
impl ::core::fmt::Debug for far {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("far")
            .field("tag", &self.tag)
            .field("number", &self.number)
            .finish_non_exhaustive()
    }
}
impl far {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for far {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < far > () == 32);
    ::core::assert!(::core::mem::align_of:: < far > () == 16);
    ::core::assert!(::core::mem::offset_of!(far, tag) == 0);
    ::core::assert!(::core::mem::offset_of!(far, number) == 16);
};
/**```c
struct close { char tag; near number; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, packed(2))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct close {
    ///`char tag`
    pub tag: ::core::ffi::c_char,
    ///`near number`
    pub number: near,
}
impl ::core::default::Default for close {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < close > () == 10);
    ::core::assert!(::core::mem::align_of:: < close > () == 2);
    ::core::assert!(::core::mem::offset_of!(close, tag) == 0);
    ::core::assert!(::core::mem::offset_of!(close, number) == 2);
};
/**```c
enum __attribute__((packed)) level { LOW, HIGH = 200 }
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
    pub ::core::ffi::c_uchar,
);
impl ::core::fmt::Debug for level {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.write_str(
            match self.0 {
                0 => "LOW",
                200 => "HIGH",
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
impl ::core::convert::From<level> for ::core::ffi::c_uchar {
    #[inline]
    fn from(__value: level) -> Self {
        __value.0
    }
}
/**Rust's type is aligned as an `int` is.

```c
typedef int wide __attribute__((aligned(16)));
```*/
#[allow(non_camel_case_types, dead_code)]
pub type wide = ::core::ffi::c_int;
/**```c
typedef long long near __attribute__((aligned(2)));
```*/
#[allow(non_camel_case_types, dead_code)]
pub type near = ::core::ffi::c_longlong;
/**```c
typedef int word __attribute__((mode(DI)));
```*/
#[allow(non_camel_case_types, dead_code)]
pub type word = ::core::ffi::c_long;
///`LOW` of `enum level`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const LOW: level = level(0);
///`HIGH` of `enum level`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const HIGH: level = level(200);
