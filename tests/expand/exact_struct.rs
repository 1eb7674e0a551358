/**A point.

```c
struct point { int x; double y; const char *name; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct point {
    ///Leftwards.
    pub x: ::core::ffi::c_int,
    ///`double y`
    pub y: ::core::ffi::c_double,
    ///`const char *name`
    pub name: *const ::core::ffi::c_char,
}
impl ::core::default::Default for point {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < point > () == 24);
    ::core::assert!(::core::mem::align_of:: < point > () == 8);
    ::core::assert!(::core::mem::offset_of!(point, x) == 0);
    ::core::assert!(::core::mem::offset_of!(point, y) == 8);
    ::core::assert!(::core::mem::offset_of!(point, name) == 16);
};
