/**All fields close together.

```c
struct __attribute__((packed)) entry { char tag; int length; double value; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, packed(1))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct entry {
    ///`char tag`
    pub tag: ::core::ffi::c_char,
    ///`int length`
    pub length: ::core::ffi::c_int,
    ///`double value`
    pub value: ::core::ffi::c_double,
}
impl ::core::default::Default for entry {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < entry > () == 13);
    ::core::assert!(::core::mem::align_of:: < entry > () == 1);
    ::core::assert!(::core::mem::offset_of!(entry, tag) == 0);
    ::core::assert!(::core::mem::offset_of!(entry, length) == 1);
    ::core::assert!(::core::mem::offset_of!(entry, value) == 5);
};
/**One field close to the last, and the whole aligned: the field is read and written by value.

```c
struct point { char tag; int __attribute__((packed)) x; short y; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(8))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct point {
    ///`char tag`
    pub tag: ::core::ffi::c_char,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 5],
    ///`short y`
    pub y: ::core::ffi::c_short,
}
impl ::core::fmt::Debug for point {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("point")
            .field("tag", &self.tag)
            .field("y", &self.y)
            .finish_non_exhaustive()
    }
}
impl point {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for point {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl point {
    ///`int x`
    #[inline]
    pub const fn x(&self) -> ::core::ffi::c_int {
        unsafe {
            (&raw const *self)
                .cast::<::core::primitive::u8>()
                .add(1)
                .cast::<::core::ffi::c_int>()
                .read_unaligned()
        }
    }
    ///`int x`
    #[inline]
    pub const fn set_x(&mut self, value: ::core::ffi::c_int) {
        unsafe {
            (&raw mut *self)
                .cast::<::core::primitive::u8>()
                .add(1)
                .cast::<::core::ffi::c_int>()
                .write_unaligned(value)
        }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < point > () == 8);
    ::core::assert!(::core::mem::align_of:: < point > () == 8);
    ::core::assert!(::core::mem::offset_of!(point, tag) == 0);
    ::core::assert!(::core::mem::offset_of!(point, y) == 6);
};
