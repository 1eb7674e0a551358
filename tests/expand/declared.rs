/**```c
struct point { int x; double y; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct point {
    ///`int x`
    pub x: ::core::ffi::c_int,
    ///`double y`
    pub y: ::core::ffi::c_double,
}
impl ::core::default::Default for point {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
/**```c
typedef ... opaque;
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
pub struct opaque {
    _data: [::core::primitive::u8; 0],
    _marker: cffi_rt::__private::Place,
}
impl ::core::fmt::Debug for opaque {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("opaque").finish_non_exhaustive()
    }
}
/**```c
enum color { RED, GREEN }
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
                1 => "GREEN",
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
///`RED` of `enum color`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const RED: color = color(0);
///`GREEN` of `enum color`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const GREEN: color = color(1);
/**```c
#define ANSWER 42
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const ANSWER: ::core::ffi::c_int = 42;
/**```c
extern int global;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn global() -> *mut ::core::ffi::c_int {
    unsafe extern "C" {
        #[link_name = "global"]
        static mut __variable: ::core::ffi::c_int;
    }
    &raw mut __variable
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "z")]
unsafe extern "C" {
    /**```c
int plain(int a, enum color b, struct point c, opaque *d);
```*/
    pub unsafe fn plain(
        a: ::core::ffi::c_int,
        b: color,
        c: point,
        d: *mut opaque,
    ) -> ::core::ffi::c_int;
    /**```c
int variadic(const char *format, ...);
```*/
    pub unsafe fn variadic(
        format: *const ::core::ffi::c_char,
        ...
    ) -> ::core::ffi::c_int;
}
