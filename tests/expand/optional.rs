/**```c
typedef struct { int a; ...; } pair;
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct pair {
    ///`int a`
    pub a: ::core::ffi::c_int,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 4],
}
impl ::core::fmt::Debug for pair {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("pair").field("a", &self.a).finish_non_exhaustive()
    }
}
impl pair {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for pair {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < pair > () == 8);
    ::core::assert!(::core::mem::align_of:: < pair > () == 4);
    ::core::assert!(::core::mem::offset_of!(pair, a) == 0);
};
/**```c
static const int NUMBER cdef_optional;
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const NUMBER: ::core::option::Option<::core::ffi::c_int> = ::core::option::Option::Some(
    7,
);
/**```c
static const int NO_NUMBER cdef_optional;
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const NO_NUMBER: ::core::option::Option<::core::ffi::c_int> = ::core::option::Option::None;
/**```c
extern int variable cdef_optional;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn variable() -> ::core::option::Option<*mut ::core::ffi::c_int> {
    unsafe extern "C" {
        #[link_name = "cffi_0_w_variable"]
        fn __stub() -> *mut ::core::ffi::c_int;
    }
    let __address = unsafe { __stub() };
    if __address.is_null() {
        ::core::option::Option::None
    } else {
        ::core::option::Option::Some(__address)
    }
}
/**```c
extern int no_variable cdef_optional;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn no_variable() -> ::core::option::Option<*mut ::core::ffi::c_int> {
    ::core::option::Option::None
}
/**```c
int there(int a) cdef_optional;
```*/
#[allow(
    deprecated,
    non_snake_case,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn there() -> ::core::option::Option<
    unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
> {
    unsafe extern "C" {
        #[link_name = "cffi_0_w_there"]
        fn __stub() -> ::core::option::Option<
            unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
        >;
    }
    unsafe { __stub() }
}
/**```c
int missing(const char *a) cdef_optional;
```*/
#[allow(
    deprecated,
    non_snake_case,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn missing() -> ::core::option::Option<
    unsafe extern "C" fn(*const ::core::ffi::c_char) -> ::core::ffi::c_int,
> {
    ::core::option::Option::None
}
/**```c
int inline_one(int a) cdef_optional;
```*/
#[allow(
    deprecated,
    non_snake_case,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn inline_one() -> ::core::option::Option<
    unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
> {
    unsafe extern "C" {
        /**```c
int inline_one(int a) cdef_optional;
```*/
        #[link_name = "cffi_0_f_inline_one"]
        pub unsafe fn __function(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
    }
    ::core::option::Option::Some(__function)
}
/**```c
pair swap(pair a) cdef_optional;
```*/
#[allow(
    deprecated,
    non_snake_case,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn swap() -> ::core::option::Option<unsafe extern "C" fn(pair) -> pair> {
    /**```c
pair swap(pair a) cdef_optional;
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe extern "C" fn __function(a: pair) -> pair {
        #[allow(clashing_extern_declarations)]
        unsafe extern "C" {
            #[link_name = "cffi_0_f_swap"]
            fn __stub(__out: *mut pair, a: *const pair);
        }
        let mut __out = ::core::mem::MaybeUninit::<pair>::uninit();
        unsafe {
            __stub(__out.as_mut_ptr(), &raw const a);
            __out.assume_init()
        }
    }
    unsafe extern "C" {
        #[link_name = "cffi_0_w_swap"]
        fn __stub() -> ::core::option::Option<unsafe extern "C" fn()>;
    }
    match unsafe { __stub() } {
        ::core::option::Option::Some(_) => ::core::option::Option::Some(__function),
        ::core::option::Option::None => ::core::option::Option::None,
    }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
