#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
int MAX(int a, int b);
```*/
    #[link_name = "cffi_0_f_MAX"]
    pub unsafe fn MAX(
        a: ::core::ffi::c_int,
        b: ::core::ffi::c_int,
    ) -> ::core::ffi::c_int;
}
