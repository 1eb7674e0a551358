#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
_Noreturn void leave(int code);
```*/
    #[link_name = "cffi_0_f_leave"]
    pub unsafe fn leave(code: ::core::ffi::c_int) -> !;
    /**```c
_Noreturn void leave_inline(void);
```*/
    #[link_name = "cffi_0_f_leave_inline"]
    pub unsafe fn leave_inline() -> !;
}
