#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
int number(long a);
```*/
    #[link_name = "cffi_0_f_number"]
    pub unsafe fn number(a: ::core::ffi::c_long) -> ::core::ffi::c_int;
    /**```c
char *name(int *of);
```*/
    #[link_name = "cffi_0_f_name"]
    pub unsafe fn name(of: *mut ::core::ffi::c_int) -> *mut ::core::ffi::c_char;
    /**```c
int exact(int a);
```*/
    pub unsafe fn exact(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
}
