///Whether the C preprocessor takes a branch that declares `new_one`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const HAS_new_one: ::core::primitive::bool = true;
///Whether the C preprocessor takes a branch that declares `old_one`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const HAS_old_one: ::core::primitive::bool = false;
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "C" {
    /**```c
int new_one(int a);
```*/
    pub unsafe fn new_one(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
}
