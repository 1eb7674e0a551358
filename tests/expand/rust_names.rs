/**C's `struct px_box`, an object that `px_box_free` destroys.

```c
struct px_box cdef_destroy(px_box_free)
```*/
#[doc(alias = "px_box")]
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
pub struct Box {
    _data: [::core::primitive::u8; 0],
    _marker: cffi_rt::__private::Place,
}
impl ::core::fmt::Debug for Box {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("Box").finish_non_exhaustive()
    }
}
/**```c
enum px_kind { PX_A }
```*/
#[doc(alias = "px_kind")]
#[allow(non_camel_case_types, dead_code)]
#[derive(
    ::core::clone::Clone,
    ::core::marker::Copy,
    ::core::cmp::PartialEq,
    ::core::cmp::Eq,
    ::core::cmp::PartialOrd,
    ::core::cmp::Ord,
    ::core::hash::Hash
)]
#[repr(transparent)]
pub struct Kind(
    ///The value.
    pub ::core::ffi::c_uint,
);
impl ::core::fmt::Debug for Kind {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.write_str(
            match self.0 {
                0 => "PX_A",
                _ => return __f.debug_tuple("Kind").field(&self.0).finish(),
            },
        )
    }
}
impl ::core::ops::BitOr for Kind {
    type Output = Self;
    #[inline]
    fn bitor(self, __other: Self) -> Self {
        Self(self.0 | __other.0)
    }
}
impl ::core::ops::BitOrAssign for Kind {
    #[inline]
    fn bitor_assign(&mut self, __other: Self) {
        *self = Self(self.0 | __other.0);
    }
}
impl ::core::ops::BitAnd for Kind {
    type Output = Self;
    #[inline]
    fn bitand(self, __other: Self) -> Self {
        Self(self.0 & __other.0)
    }
}
impl ::core::ops::BitAndAssign for Kind {
    #[inline]
    fn bitand_assign(&mut self, __other: Self) {
        *self = Self(self.0 & __other.0);
    }
}
impl ::core::ops::BitXor for Kind {
    type Output = Self;
    #[inline]
    fn bitxor(self, __other: Self) -> Self {
        Self(self.0 ^ __other.0)
    }
}
impl ::core::ops::BitXorAssign for Kind {
    #[inline]
    fn bitxor_assign(&mut self, __other: Self) {
        *self = Self(self.0 ^ __other.0);
    }
}
impl ::core::ops::Not for Kind {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(!self.0)
    }
}
impl ::core::convert::From<Kind> for ::core::ffi::c_uint {
    #[inline]
    fn from(__value: Kind) -> Self {
        __value.0
    }
}
unsafe extern "C" {}
unsafe impl cffi_rt::Destroy for Box {
    #[inline]
    unsafe fn destroy(__this: ::core::ptr::NonNull<Self>) {
        unsafe extern "C" {
            #[allow(clashing_extern_declarations, improper_ctypes)]
            #[link_name = "cffi_0_d_Box"]
            fn __destroy(__this: *mut ::core::ffi::c_void);
        }
        let _ = unsafe { __destroy(__this.as_ptr().cast()) };
    }
}
#[doc(hidden)]
#[allow(non_camel_case_types)]
pub mod __cffi_0_raw {
    /**The functions with C's own signatures, for those of this block that have safe ones.

What the safe ones rest on:

| function | checked | the header says | the block says |
| --- | --- | --- | --- |
| `px_box_new` | the prototype is the header's (C compiler); the destructor of the result takes such an object (C compiler) |  | the result is the caller's to destroy; nothing else need be true before the call |
| `px_box_get` | the prototype is the header's (C compiler) |  | C does not change `box` and keeps no pointer to it; nothing else need be true before the call |
*/
    #[allow(dead_code)]
    #[derive(::core::fmt::Debug)]
    pub enum raw {}
}
#[allow(unused_imports)]
#[doc(inline)]
pub use __cffi_0_raw::*;
#[allow(dead_code)]
impl __cffi_0_raw::raw {
    /**```c
px_box *cdef_owned _Nullable px_box_new(void);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe extern "C" fn px_box_new() -> *mut Box {
        #[allow(clashing_extern_declarations)]
        unsafe extern "C" {
            #[link_name = "px_box_new"]
            fn __stub() -> *mut Box;
        }
        unsafe { __stub() }
    }
    /**```c
int px_box_get(const px_box *box);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe extern "C" fn px_box_get(r#box: *const Box) -> ::core::ffi::c_int {
        #[allow(clashing_extern_declarations)]
        unsafe extern "C" {
            #[link_name = "px_box_get"]
            fn __stub(r#box: *const Box) -> ::core::ffi::c_int;
        }
        unsafe { __stub(r#box) }
    }
}
#[allow(dead_code)]
impl Box {
    /**C's `px_box_new`.

```c
px_box *cdef_owned _Nullable px_box_new(void);
```

# Trust

Checked:

- the prototype is the header's (C compiler)
- the destructor of the result takes such an object (C compiler)

The block says:

- the result is the caller's to destroy
- nothing else need be true before the call
*/
    #[doc(alias = "px_box_new")]
    #[allow(
        deprecated,
        non_snake_case,
        dead_code,
        unused_mut,
        unused_variables,
        clippy::all,
        clippy::pedantic
    )]
    #[inline]
    #[track_caller]
    pub fn new() -> ::core::option::Option<cffi_rt::Owned<Box>> {
        let __result = unsafe { __cffi_0_raw::raw::px_box_new() };
        ::core::ptr::NonNull::new(__result.cast::<Box>())
            .map(|__p| unsafe { cffi_rt::Owned::<Box>::from_raw(__p) })
    }
    /**C's `px_box_get`.

```c
int px_box_get(const px_box *box);
```

# Trust

Checked:

- the prototype is the header's (C compiler)

The block says:

- C does not change `box` and keeps no pointer to it
- nothing else need be true before the call
*/
    #[doc(alias = "px_box_get")]
    #[allow(
        deprecated,
        non_snake_case,
        dead_code,
        unused_mut,
        unused_variables,
        clippy::all,
        clippy::pedantic
    )]
    #[inline]
    #[track_caller]
    pub fn get(&self) -> ::core::ffi::c_int {
        let __a0: *const Box = {
            let __s = self;
            ::core::ptr::from_ref(__s).cast()
        };
        let __result = unsafe { __cffi_0_raw::raw::px_box_get(__a0) };
        __result
    }
}
///`PX_A` of `enum px_kind`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const PX_A: Kind = Kind(0);
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
enum px_kind px_kindOf(int value);
```*/
    #[doc(alias = "px_kindOf")]
    #[link_name = "px_kindOf"]
    pub unsafe fn kind_of(value: ::core::ffi::c_int) -> Kind;
}
