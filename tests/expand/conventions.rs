/**```c
struct pair { long a, b; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct pair {
    ///`long a`
    pub a: ::core::ffi::c_long,
    ///`long b`
    pub b: ::core::ffi::c_long,
}
impl ::core::default::Default for pair {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < pair > () == 16);
    ::core::assert!(::core::mem::align_of:: < pair > () == 8);
    ::core::assert!(::core::mem::offset_of!(pair, a) == 0);
    ::core::assert!(::core::mem::offset_of!(pair, b) == 8);
};
/**```c
struct table { long (__attribute__((ms_abi)) *first)(long); long (__stdcall *second)(long); }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct table {
    ///`long (__attribute__((__ms_abi__)) *first)(long)`
    pub first: ::core::option::Option<
        unsafe extern "win64" fn(::core::ffi::c_long) -> ::core::ffi::c_long,
    >,
    ///`long (__attribute__((__stdcall__)) *second)(long)`
    pub second: ::core::option::Option<
        unsafe extern "C" fn(::core::ffi::c_long) -> ::core::ffi::c_long,
    >,
}
impl ::core::default::Default for table {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < table > () == 16);
    ::core::assert!(::core::mem::align_of:: < table > () == 8);
    ::core::assert!(::core::mem::offset_of!(table, first) == 0);
    ::core::assert!(::core::mem::offset_of!(table, second) == 8);
};
/**```c
struct opaque_pair { long a; char b : 3; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct opaque_pair {
    ///`long a`
    pub a: ::core::ffi::c_long,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 8],
}
impl ::core::fmt::Debug for opaque_pair {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("opaque_pair")
            .field("a", &self.a)
            .field("b", &self.b())
            .finish_non_exhaustive()
    }
}
impl opaque_pair {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for opaque_pair {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl opaque_pair {
    ///`char b`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn b(&self) -> ::core::ffi::c_char {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe {
            0 | ((__bytes.add(8).read() >> 0 & 7) as ::core::primitive::u64) << 0
        };
        let __word: ::core::primitive::u64 = ((__word << 61) as ::core::primitive::i64
            >> 61) as ::core::primitive::u64;
        __word as ::core::ffi::c_char
    }
    ///`char b`
    ///
    ///The value must fit into 3 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_b(&mut self, value: ::core::ffi::c_char) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 61) as ::core::primitive::i64 >> 61) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 3 bits of `b`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {
            __bytes
                .add(8)
                .write(
                    __bytes.add(8).read() & !7
                        | ((__word >> 0) as ::core::primitive::u8) << 0 & 7,
                );
        }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < opaque_pair > () == 16);
    ::core::assert!(::core::mem::align_of:: < opaque_pair > () == 8);
    ::core::assert!(::core::mem::offset_of!(opaque_pair, a) == 0);
};
/**```c
typedef long (__attribute__((ms_abi)) *step)(long);
```*/
#[allow(non_camel_case_types, dead_code)]
pub type step = ::core::option::Option<
    unsafe extern "win64" fn(::core::ffi::c_long) -> ::core::ffi::c_long,
>;
/**```c
__attribute__((ms_abi)) long by_stub(struct opaque_pair p);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn by_stub(p: opaque_pair) -> ::core::ffi::c_long {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_by_stub"]
        fn __stub(p: *const opaque_pair) -> ::core::ffi::c_long;
    }
    unsafe { __stub(&raw const p) }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {
    /**```c
long __attribute__((sysv_abi)) usual(long n);
```*/
    pub unsafe fn usual(n: ::core::ffi::c_long) -> ::core::ffi::c_long;
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "win64" {
    /**```c
long __attribute__((ms_abi)) apply(step f, long n);
```*/
    pub unsafe fn apply(f: step, n: ::core::ffi::c_long) -> ::core::ffi::c_long;
    /**```c
__attribute__((ms_abi)) long own(struct pair p);
```*/
    #[link_name = "cffi_0_b_own"]
    pub unsafe fn own(p: pair) -> ::core::ffi::c_long;
}
