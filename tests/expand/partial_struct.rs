/**```c
struct partial { int shown; ...; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(8))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct partial {
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 4],
    ///`int shown`
    pub shown: ::core::ffi::c_int,
    _hidden1: [::core::mem::MaybeUninit<::core::primitive::u8>; 8],
}
impl ::core::fmt::Debug for partial {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("partial").field("shown", &self.shown).finish_non_exhaustive()
    }
}
impl partial {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for partial {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < partial > () == 16);
    ::core::assert!(::core::mem::align_of:: < partial > () == 8);
    ::core::assert!(::core::mem::offset_of!(partial, shown) == 4);
};
/**```c
struct partial pass(struct partial p);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn pass(p: partial) -> partial {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_pass"]
        fn __stub(__out: *mut partial, p: *const partial);
    }
    let mut __out = ::core::mem::MaybeUninit::<partial>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), &raw const p);
        __out.assume_init()
    }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
