/**```c
struct point { int id; floats place; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct point {
    ///`int id`
    pub id: ::core::ffi::c_int,
    ///`floats place`
    pub place: floats,
}
impl ::core::default::Default for point {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < point > () == 32);
    ::core::assert!(::core::mem::align_of:: < point > () == 16);
    ::core::assert!(::core::mem::offset_of!(point, id) == 0);
    ::core::assert!(::core::mem::offset_of!(point, place) == 16);
};
/**```c
typedef float floats __attribute__((vector_size(16)));
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(16))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct floats {
    ///The elements.
    pub lanes: [::core::ffi::c_float; 4],
}
impl ::core::default::Default for floats {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < floats > () == 16);
    ::core::assert!(::core::mem::align_of:: < floats > () == 16);
};
/**```c
typedef unsigned char bytes __attribute__((__vector_size__(2 * sizeof(int))));
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(8))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct bytes {
    ///The elements.
    pub lanes: [::core::ffi::c_uchar; 8],
}
impl ::core::default::Default for bytes {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < bytes > () == 8);
    ::core::assert!(::core::mem::align_of:: < bytes > () == 8);
};
///C's `loose`.
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(1))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct loose {
    _data: [::core::mem::MaybeUninit<::core::primitive::u8>; 16],
    _marker: cffi_rt::__private::Opaque,
}
impl ::core::fmt::Debug for loose {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("loose").finish_non_exhaustive()
    }
}
impl loose {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for loose {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < loose > () == 16);
    ::core::assert!(::core::mem::align_of:: < loose > () == 1);
};
/**```c
floats twice(floats a, struct point *p);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn twice(a: floats, p: *mut point) -> floats {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_twice"]
        fn __stub(__out: *mut floats, a: *const floats, p: *mut point);
    }
    let mut __out = ::core::mem::MaybeUninit::<floats>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), &raw const a, p);
        __out.assume_init()
    }
}
/**```c
floats taken(loose *p);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn taken(p: *mut loose) -> floats {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_taken"]
        fn __stub(__out: *mut floats, p: *mut loose);
    }
    let mut __out = ::core::mem::MaybeUninit::<floats>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), p);
        __out.assume_init()
    }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
