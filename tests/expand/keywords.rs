/**```c
struct type { int match; int self; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct r#type {
    ///`int match`
    pub r#match: ::core::ffi::c_int,
    ///`int self`
    pub self_: ::core::ffi::c_int,
}
impl ::core::default::Default for r#type {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < r#type > () == 8);
    ::core::assert!(::core::mem::align_of:: < r#type > () == 4);
    ::core::assert!(::core::mem::offset_of!(r#type, r#match) == 0);
    ::core::assert!(::core::mem::offset_of!(r#type, self_) == 4);
};
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
int box(int move);
```*/
    #[link_name = "cffi_0_f_box"]
    pub unsafe fn r#box(r#move: ::core::ffi::c_int) -> ::core::ffi::c_int;
    /**```c
struct type *type(void);
```*/
    #[link_name = "cffi_0_f_type"]
    pub unsafe fn r#type() -> *mut r#type;
}
