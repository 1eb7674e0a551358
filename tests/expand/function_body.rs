#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
int twice(int a);
```*/
    #[link_name = "cffi_0_b_twice"]
    pub unsafe fn twice(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
    /**```c
static int once(int a);
```*/
    #[link_name = "cffi_0_f_once"]
    pub unsafe fn once(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
}
