#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::fmt::Debug)]
pub enum __cffi_0_library {}
unsafe impl cffi_rt::__private::library::Library for __cffi_0_library {
    const FILES: &'static ::core::primitive::str = "libz.so.1\0";
    const SYMBOLS: &'static ::core::primitive::str = "global\0@plain_2@VERSION_2\0variadic\0?maybe\0load\0";
    #[inline]
    fn slots() -> &'static [::core::sync::atomic::AtomicPtr<::core::ffi::c_void>] {
        static __TABLE: [::core::sync::atomic::AtomicPtr<
            ::core::ffi::c_void,
        >; 5 + cffi_rt::__private::library::EXTRA] = [const {
            ::core::sync::atomic::AtomicPtr::new(::core::ptr::null_mut())
        }; 5 + cffi_rt::__private::library::EXTRA];
        &__TABLE
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
pub fn load_() -> ::core::result::Result<(), cffi_rt::LoadError> {
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
    cffi_rt::__private::library::found::<__cffi_0_library>(0).cast()
}
/**```c
int maybe(void) cdef_optional;
```*/
#[allow(
    deprecated,
    non_snake_case,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn maybe() -> ::core::option::Option<unsafe extern "C" fn() -> ::core::ffi::c_int> {
    let __address = cffi_rt::__private::library::found::<__cffi_0_library>(3);
    unsafe {
        ::core::mem::transmute::<
            *mut ::core::ffi::c_void,
            ::core::option::Option<unsafe extern "C" fn() -> ::core::ffi::c_int>,
        >(__address)
    }
}
/**```c
int plain(int a) __asm__("plain_2@VERSION_2");
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn plain(a: ::core::ffi::c_int) -> ::core::ffi::c_int {
    unsafe {
        ::core::mem::transmute::<
            *mut ::core::ffi::c_void,
            unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
        >(cffi_rt::__private::library::symbol::<__cffi_0_library>(1))(a)
    }
}
/**```c
int variadic(const char *format, ...);
```*/
#[allow(non_upper_case_globals, dead_code, improper_ctypes_definitions)]
pub static variadic: cffi_rt::__private::library::Variadic<
    __cffi_0_library,
    unsafe extern "C" fn(*const ::core::ffi::c_char, ...) -> ::core::ffi::c_int,
    2,
> = unsafe { cffi_rt::__private::library::Variadic::new() };
/**```c
int load(void);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn load() -> ::core::ffi::c_int {
    unsafe {
        ::core::mem::transmute::<
            *mut ::core::ffi::c_void,
            unsafe extern "C" fn() -> ::core::ffi::c_int,
        >(cffi_rt::__private::library::symbol::<__cffi_0_library>(4))()
    }
}
