/**```c
struct outer { struct { int x; } inner; union { int i; float f; } value; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct outer {
    ///`struct { … } inner`
    pub inner: outer_inner,
    ///`union { … } value`
    pub value: outer_value,
}
impl ::core::default::Default for outer {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < outer > () == 8);
    ::core::assert!(::core::mem::align_of:: < outer > () == 4);
    ::core::assert!(::core::mem::offset_of!(outer, inner) == 0);
    ::core::assert!(::core::mem::offset_of!(outer, value) == 4);
};
/**```c
struct { int x; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct outer_inner {
    ///`int x`
    pub x: ::core::ffi::c_int,
}
impl ::core::default::Default for outer_inner {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < outer_inner > () == 4);
    ::core::assert!(::core::mem::align_of:: < outer_inner > () == 4);
    ::core::assert!(::core::mem::offset_of!(outer_inner, x) == 0);
};
/**```c
union { int i; float f; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub union outer_value {
    ///`int i`
    pub i: ::core::ffi::c_int,
    ///`float f`
    pub f: ::core::ffi::c_float,
}
impl ::core::fmt::Debug for outer_value {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("outer_value").finish_non_exhaustive()
    }
}
impl ::core::default::Default for outer_value {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < outer_value > () == 4);
    ::core::assert!(::core::mem::align_of:: < outer_value > () == 4);
    ::core::assert!(::core::mem::offset_of!(outer_value, i) == 0);
    ::core::assert!(::core::mem::offset_of!(outer_value, f) == 0);
};
