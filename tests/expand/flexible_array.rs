/**```c
struct list { int count; double values[]; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::fmt::Debug)]
pub struct list {
    ///`int count`
    pub count: ::core::ffi::c_int,
    ///`double values[]`
    pub values: [::core::ffi::c_double; 0],
}
#[allow(non_snake_case, dead_code)]
impl list {
    ///`double values[]`
    ///
    ///# Safety
    ///
    ///`this` points to a record with room for `len` elements behind it.
    #[inline]
    pub unsafe fn values(
        this: *const Self,
        len: ::core::primitive::usize,
    ) -> *const [::core::ffi::c_double] {
        ::core::ptr::slice_from_raw_parts(
            unsafe { &raw const (*this).values }.cast(),
            len,
        )
    }
    ///`double values[]`
    ///
    ///# Safety
    ///
    ///`this` points to a record with room for `len` elements behind it.
    #[inline]
    pub unsafe fn values_mut(
        this: *mut Self,
        len: ::core::primitive::usize,
    ) -> *mut [::core::ffi::c_double] {
        ::core::ptr::slice_from_raw_parts_mut(
            unsafe { &raw mut (*this).values }.cast(),
            len,
        )
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < list > () == 8);
    ::core::assert!(::core::mem::align_of:: < list > () == 8);
    ::core::assert!(::core::mem::offset_of!(list, count) == 0);
    ::core::assert!(::core::mem::offset_of!(list, values) == 8);
};
