/**```c
#define INTEGER ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const INTEGER: ::core::ffi::c_int = 42;
/**```c
#define UNSIGNED_LONG_LONG ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const UNSIGNED_LONG_LONG: ::core::ffi::c_ulonglong = 18446744073709551615;
/**```c
#define NEGATIVE ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const NEGATIVE: ::core::ffi::c_long = -1;
/**```c
#define FLOAT ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const FLOAT: ::core::ffi::c_float = 1.5;
/**```c
#define DOUBLE ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const DOUBLE: ::core::ffi::c_double = 0.1;
/**```c
#define TEXT ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const TEXT: &::core::ffi::CStr = match ::core::ffi::CStr::from_bytes_with_nul(
    b"text\0",
) {
    ::core::result::Result::Ok(__text) => __text,
    ::core::result::Result::Err(_) => ::core::panic!(),
};
/**```c
#define INNER_NUL ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const INNER_NUL: [::core::ffi::c_char; 4] = unsafe {
    ::core::mem::transmute(*b"a\0b\0")
};
/**```c
#define WIDE ...
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const WIDE: [::core::primitive::u32; 5] = [119, 105, 100, 101, 0];
