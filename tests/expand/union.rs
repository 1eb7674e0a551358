/**```c
union number { int i; double d; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub union number {
    ///`int i`
    pub i: ::core::ffi::c_int,
    ///`double d`
    pub d: ::core::ffi::c_double,
}
impl ::core::fmt::Debug for number {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("number").finish_non_exhaustive()
    }
}
impl ::core::default::Default for number {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < number > () == 8);
    ::core::assert!(::core::mem::align_of:: < number > () == 8);
    ::core::assert!(::core::mem::offset_of!(number, i) == 0);
    ::core::assert!(::core::mem::offset_of!(number, d) == 0);
};
