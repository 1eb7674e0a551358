const _: () = {
    ::core::assert!(::core::mem::size_of:: < cffi_rt::LongDouble > () == 16);
    ::core::assert!(::core::mem::align_of:: < cffi_rt::LongDouble > () == 16);
    ::core::assert!(cffi_rt::LongDouble::MANTISSA_DIGITS == 64);
};
/**```c
union number { int whole; float part; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub union number {
    ///`int whole`
    pub whole: ::core::ffi::c_int,
    ///`float part`
    pub part: ::core::ffi::c_float,
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
    ::core::assert!(::core::mem::size_of:: < number > () == 4);
    ::core::assert!(::core::mem::align_of:: < number > () == 4);
    ::core::assert!(::core::mem::offset_of!(number, whole) == 0);
    ::core::assert!(::core::mem::offset_of!(number, part) == 0);
};
/**```c
struct bits { unsigned low : 3; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C, align(4))]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct bits {
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 4],
}
impl ::core::fmt::Debug for bits {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("bits").field("low", &self.low()).finish_non_exhaustive()
    }
}
impl bits {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for bits {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl bits {
    ///`unsigned int low`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn low(&self) -> ::core::ffi::c_uint {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe {
            0 | ((__bytes.add(0).read() >> 0 & 7) as ::core::primitive::u64) << 0
        };
        let __word: ::core::primitive::u64 = ((__word << 61) as ::core::primitive::u64
            >> 61) as ::core::primitive::u64;
        __word as ::core::ffi::c_uint
    }
    ///`unsigned int low`
    ///
    ///The value must fit into 3 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_low(&mut self, value: ::core::ffi::c_uint) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 61) as ::core::primitive::u64 >> 61) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 3 bits of `low`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {
            __bytes
                .add(0)
                .write(
                    __bytes.add(0).read() & !7
                        | ((__word >> 0) as ::core::primitive::u8) << 0 & 7,
                );
        }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < bits > () == 4);
    ::core::assert!(::core::mem::align_of:: < bits > () == 4);
};
/**```c
struct partial { int b; ...; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct partial {
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 4],
    ///`int b`
    pub b: ::core::ffi::c_int,
}
impl ::core::fmt::Debug for partial {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("partial").field("b", &self.b).finish_non_exhaustive()
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
    ::core::assert!(::core::mem::size_of:: < partial > () == 8);
    ::core::assert!(::core::mem::align_of:: < partial > () == 4);
    ::core::assert!(::core::mem::offset_of!(partial, b) == 4);
};
/**What Rust passes otherwise than C goes by address through a stub.

```c
union number twice(union number n);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn twice(n: number) -> number {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_twice"]
        fn __stub(__out: *mut number, n: *const number);
    }
    let mut __out = ::core::mem::MaybeUninit::<number>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), &raw const n);
        __out.assume_init()
    }
}
/**```c
long double root(long double x, __int128 y);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn root(
    x: cffi_rt::LongDouble,
    y: ::core::primitive::i128,
) -> cffi_rt::LongDouble {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_root"]
        fn __stub(
            __out: *mut cffi_rt::LongDouble,
            x: *const cffi_rt::LongDouble,
            y: *const ::core::primitive::i128,
        );
    }
    let mut __out = ::core::mem::MaybeUninit::<cffi_rt::LongDouble>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), &raw const x, &raw const y);
        __out.assume_init()
    }
}
/**```c
struct partial turn(struct bits b, struct partial p);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn turn(b: bits, p: partial) -> partial {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_turn"]
        fn __stub(__out: *mut partial, b: *const bits, p: *const partial);
    }
    let mut __out = ::core::mem::MaybeUninit::<partial>::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), &raw const b, &raw const p);
        __out.assume_init()
    }
}
/**```c
double _Complex add(double _Complex a, int b);
```*/
///
///# Safety
///
///The rules of the C function.
#[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
#[inline]
pub unsafe extern "C" fn add(
    a: cffi_rt::Complex<::core::ffi::c_double>,
    b: ::core::ffi::c_int,
) -> cffi_rt::Complex<::core::ffi::c_double> {
    #[allow(clashing_extern_declarations)]
    unsafe extern "C" {
        #[link_name = "cffi_0_f_add"]
        fn __stub(
            __out: *mut cffi_rt::Complex<::core::ffi::c_double>,
            a: *const cffi_rt::Complex<::core::ffi::c_double>,
            b: ::core::ffi::c_int,
        );
    }
    let mut __out = ::core::mem::MaybeUninit::<
        cffi_rt::Complex<::core::ffi::c_double>,
    >::uninit();
    unsafe {
        __stub(__out.as_mut_ptr(), &raw const a, b);
        __out.assume_init()
    }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
