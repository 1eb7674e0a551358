/**```c
static const unsigned char NUMBER;
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const NUMBER: ::core::ffi::c_uchar = 7;
/**```c
static char *const POINTER;
```*/
#[allow(non_snake_case, dead_code, improper_ctypes)]
#[inline]
pub fn POINTER() -> *mut ::core::ffi::c_char {
    unsafe extern "C" {
        #[link_name = "cffi_0_c_POINTER"]
        fn __stub() -> *mut ::core::ffi::c_char;
    }
    unsafe { __stub() }
}
/**```c
static const char *const VERSION;
```*/
#[allow(non_snake_case, dead_code, improper_ctypes)]
#[inline]
pub fn VERSION() -> *const ::core::ffi::c_char {
    unsafe extern "C" {
        #[link_name = "cffi_0_c_VERSION"]
        fn __stub() -> *const ::core::ffi::c_char;
    }
    unsafe { __stub() }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
