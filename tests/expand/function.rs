#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**Adds.

```c
int plain(int a, const char *b);
```*/
    pub unsafe fn plain(
        a: ::core::ffi::c_int,
        b: *const ::core::ffi::c_char,
    ) -> ::core::ffi::c_int;
    /**```c
double half(double d);
```*/
    #[link_name = "cffi_0_f_half"]
    pub unsafe fn half(d: ::core::ffi::c_double) -> ::core::ffi::c_double;
}
