#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "C" {
    /**```c
int sum(int count, ...);
```*/
    pub unsafe fn sum(count: ::core::ffi::c_int, ...) -> ::core::ffi::c_int;
}
