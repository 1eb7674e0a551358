#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::fmt::Debug)]
pub enum __cffi_0_library {}
unsafe impl cffi_rt::__private::library::Library for __cffi_0_library {
    const FILES: &'static ::core::primitive::str = "libz.so.1\0libz.so\0";
    const SYMBOLS: &'static ::core::primitive::str = "abs\0ldiv\0?atexit\0";
    #[inline]
    fn slots() -> &'static [::core::sync::atomic::AtomicPtr<::core::ffi::c_void>] {
        unsafe extern "C" {
            #[link_name = "cffi_0_t"]
            static __TABLE: [::core::sync::atomic::AtomicPtr<
                ::core::ffi::c_void,
            >; 3 + cffi_rt::__private::library::EXTRA];
        }
        unsafe { &*(&raw const __TABLE) }
    }
}
/// Loads the library and looks up all that the block declares.
///
/// The first call of a function would do so as well, but has no way to say what is wrong.
///
/// # Errors
///
/// If no library of the block's names can be loaded, or the one that is lacks a name.
#[allow(dead_code)]
pub fn load() -> ::core::result::Result<(), cffi_rt::LoadError> {
    cffi_rt::__private::library::load::<__cffi_0_library>()
}
/// Loads this library instead of those that the block names.
///
/// # Errors
///
/// If it can't be loaded, lacks a name, or another one is loaded already.
///
/// # Safety
///
/// The initialisers of the library may run, and its functions and variables are those that the block declares.
#[allow(dead_code)]
pub unsafe fn load_from(
    path: impl ::core::convert::AsRef<cffi_rt::__private::library::OsStr>,
) -> ::core::result::Result<(), cffi_rt::LoadError> {
    unsafe { cffi_rt::__private::library::load_from::<__cffi_0_library>(path.as_ref()) }
}
/// Takes a library that was opened elsewhere; the handle is the one of `dlopen` or `LoadLibrary`.
///
/// # Errors
///
/// If it lacks a name, or another one is loaded already.
///
/// # Safety
///
/// The handle is valid and nobody closes it; the library's functions and variables are those that the block
/// declares.
#[allow(dead_code)]
pub unsafe fn load_from_handle(
    handle: *mut ::core::ffi::c_void,
) -> ::core::result::Result<(), cffi_rt::LoadError> {
    unsafe { cffi_rt::__private::library::load_from_handle::<__cffi_0_library>(handle) }
}
/// Whether the library is loaded.
#[allow(dead_code)]
#[must_use]
pub fn is_loaded() -> ::core::primitive::bool {
    cffi_rt::__private::library::is_loaded::<__cffi_0_library>()
}
/**```c
typedef struct { long quot; ...; } ldiv_t;
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct ldiv_t {
    ///`long quot`
    pub quot: ::core::ffi::c_long,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 8],
}
impl ::core::fmt::Debug for ldiv_t {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("ldiv_t").field("quot", &self.quot).finish_non_exhaustive()
    }
}
impl ldiv_t {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for ldiv_t {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < ldiv_t > () == 16);
    ::core::assert!(::core::mem::align_of:: < ldiv_t > () == 8);
    ::core::assert!(::core::mem::offset_of!(ldiv_t, quot) == 0);
};
/**```c
int atexit(void (*f)(void)) cdef_optional;
```*/
#[allow(
    deprecated,
    non_snake_case,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn atexit() -> ::core::option::Option<
    unsafe extern "C" fn(
        ::core::option::Option<unsafe extern "C" fn()>,
    ) -> ::core::ffi::c_int,
> {
    let __address = cffi_rt::__private::library::found::<__cffi_0_library>(2);
    unsafe {
        ::core::mem::transmute::<
            *mut ::core::ffi::c_void,
            ::core::option::Option<
                unsafe extern "C" fn(
                    ::core::option::Option<unsafe extern "C" fn()>,
                ) -> ::core::ffi::c_int,
            >,
        >(__address)
    }
}
/**```c
int abs(int a);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn abs(a: ::core::ffi::c_int) -> ::core::ffi::c_int {
    unsafe {
        ::core::mem::transmute::<
            *mut ::core::ffi::c_void,
            unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
        >(cffi_rt::__private::library::symbol::<__cffi_0_library>(0))(a)
    }
}
/**```c
ldiv_t ldiv(long a, long b);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn ldiv(a: ::core::ffi::c_long, b: ::core::ffi::c_long) -> ldiv_t {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_ldiv"]
        fn __stub(__out: *mut ldiv_t, a: ::core::ffi::c_long, b: ::core::ffi::c_long);
    }
    let mut __out = ::core::mem::MaybeUninit::<ldiv_t>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), a, b);
        __out.assume_init()
    }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
int twice(int a);
```*/
    #[link_name = "cffi_0_b_twice"]
    pub unsafe fn twice(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
}
