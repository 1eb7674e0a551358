#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "C" {
    /**```c
int f(int a);
```*/
    #[link_name = "real_f"]
    pub unsafe fn f(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
}
