/**```c
extern int plain;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn plain() -> *mut ::core::ffi::c_int {
    unsafe extern "C" {
        #[link_name = "cffi_0_v_plain"]
        fn __stub() -> *mut ::core::ffi::c_int;
    }
    unsafe { __stub() }
}
/**```c
extern const char *const constant;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn constant() -> *const *const ::core::ffi::c_char {
    unsafe extern "C" {
        #[link_name = "cffi_0_v_constant"]
        fn __stub() -> *const *const ::core::ffi::c_char;
    }
    unsafe { __stub() }
}
/**```c
extern _Thread_local int per_thread;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn per_thread() -> *mut ::core::ffi::c_int {
    unsafe extern "C" {
        #[link_name = "cffi_0_v_per_thread"]
        fn __stub() -> *mut ::core::ffi::c_int;
    }
    unsafe { __stub() }
}
/**```c
extern int macro;
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn r#macro() -> *mut ::core::ffi::c_int {
    unsafe extern "C" {
        #[link_name = "cffi_0_v_macro"]
        fn __stub() -> *mut ::core::ffi::c_int;
    }
    unsafe { __stub() }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
