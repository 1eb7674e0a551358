/**```c
struct tagged
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
pub struct tagged {
    _data: [::core::primitive::u8; 0],
    _marker: cffi_rt::__private::Place,
}
impl ::core::fmt::Debug for tagged {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("tagged").finish_non_exhaustive()
    }
}
/**```c
typedef struct { ...; } sized;
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(8))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct sized {
    _data: [::core::mem::MaybeUninit<::core::primitive::u8>; 16],
    _marker: cffi_rt::__private::Opaque,
}
impl ::core::fmt::Debug for sized {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("sized").finish_non_exhaustive()
    }
}
impl sized {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for sized {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < sized > () == 16);
    ::core::assert!(::core::mem::align_of:: < sized > () == 8);
};
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
///What [`handle`] points to.
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
pub struct handle_pointee {
    _data: [::core::primitive::u8; 0],
    _marker: cffi_rt::__private::Place,
}
impl ::core::fmt::Debug for handle_pointee {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("handle_pointee").finish_non_exhaustive()
    }
}
///C's `implicit`.
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(4))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct implicit {
    _data: [::core::mem::MaybeUninit<::core::primitive::u8>; 4],
    _marker: cffi_rt::__private::Opaque,
}
impl ::core::fmt::Debug for implicit {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("implicit").finish_non_exhaustive()
    }
}
impl implicit {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for implicit {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < implicit > () == 4);
    ::core::assert!(::core::mem::align_of:: < implicit > () == 4);
};
/**```c
typedef ... *handle;
```*/
#[allow(non_camel_case_types, dead_code)]
pub type handle = *mut handle_pointee;
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "C" {
    /**```c
void f(opaque *a, handle b, struct tagged *c, sized *d, implicit *e);
```*/
    pub unsafe fn f(
        a: *mut opaque,
        b: handle,
        c: *mut tagged,
        d: *mut sized,
        e: *mut implicit,
    );
}
