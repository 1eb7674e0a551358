/**```c
typedef const char *text;
```*/
#[allow(non_camel_case_types, dead_code)]
pub type text = *const ::core::ffi::c_char;
/**```c
typedef int (*operation)(int a, text b);
```*/
#[allow(non_camel_case_types, dead_code)]
pub type operation = ::core::option::Option<
    unsafe extern "C" fn(::core::ffi::c_int, text) -> ::core::ffi::c_int,
>;
/**```c
typedef int... some_integer;
```*/
#[allow(non_camel_case_types, dead_code)]
pub type some_integer = ::core::ffi::c_ushort;
/**```c
typedef float... some_float;
```*/
#[allow(non_camel_case_types, dead_code)]
pub type some_float = ::core::ffi::c_double;
