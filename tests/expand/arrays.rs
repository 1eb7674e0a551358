/**```c
struct arrays { int given[2][3]; short asked[...]; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct arrays {
    ///`int given[2][3]`
    pub given: [[::core::ffi::c_int; 3]; 2],
    ///`short asked[...]`
    pub asked: [::core::ffi::c_short; 4],
}
impl ::core::default::Default for arrays {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < arrays > () == 32);
    ::core::assert!(::core::mem::align_of:: < arrays > () == 4);
    ::core::assert!(::core::mem::offset_of!(arrays, given) == 0);
    ::core::assert!(::core::mem::offset_of!(arrays, asked) == 24);
};
/**```c
typedef int row[...];
```*/
#[allow(non_camel_case_types, dead_code)]
pub type row = [::core::ffi::c_int; 5];
/**```c
extern char names[...][7];
```*/
#[allow(
    non_snake_case,
    non_upper_case_globals,
    dead_code,
    improper_ctypes,
    clashing_extern_declarations
)]
#[inline]
pub fn names() -> *mut [[::core::ffi::c_char; 7]; 6] {
    unsafe extern "C" {
        #[link_name = "cffi_0_v_names"]
        fn __stub() -> *mut [[::core::ffi::c_char; 7]; 6];
    }
    unsafe { __stub() }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
