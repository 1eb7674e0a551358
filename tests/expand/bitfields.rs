/**Each bitfield has a getter and a setter.

```c
struct flags { unsigned ready : 1; int level : 5; enum kind kind : 3; unsigned : 0; _Bool set : 1; unsigned char tail; struct { long long wide : 40; }; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct flags {
    ///`unsigned char tail`
    pub tail: ::core::ffi::c_uchar,
    ///An anonymous member.
    pub anon1: flags_anon1,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 1],
}
impl ::core::fmt::Debug for flags {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("flags")
            .field("tail", &self.tail)
            .field("anon1", &self.anon1)
            .field("ready", &self.ready())
            .field("level", &self.level())
            .field("kind", &self.kind())
            .field("set", &self.set())
            .field("wide", &self.wide())
            .finish_non_exhaustive()
    }
}
impl flags {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for flags {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl flags {
    ///`unsigned int ready`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn ready(&self) -> ::core::ffi::c_uint {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word as ::core::ffi::c_uint
    }
    ///`unsigned int ready`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_ready(&mut self, value: ::core::ffi::c_uint) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `ready`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
    ///`int level`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn level(&self) -> ::core::ffi::c_int {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word as ::core::ffi::c_int
    }
    ///`int level`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_level(&mut self, value: ::core::ffi::c_int) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `level`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
    ///`enum kind kind`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn kind(&self) -> kind {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        kind(__word as _)
    }
    ///`enum kind kind`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_kind(&mut self, value: kind) {
        let __word: ::core::primitive::u64 = value.0 as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `kind`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
    ///`_Bool set`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn set(&self) -> ::core::primitive::bool {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word != 0
    }
    ///`_Bool set`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_set(&mut self, value: ::core::primitive::bool) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `set`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
    ///`long long wide`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn wide(&self) -> ::core::ffi::c_longlong {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word as ::core::ffi::c_longlong
    }
    ///`long long wide`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_wide(&mut self, value: ::core::ffi::c_longlong) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `wide`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
}
/**```c
struct { long long wide : 40; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct flags_anon1 {
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 1],
}
impl ::core::fmt::Debug for flags_anon1 {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("flags_anon1")
            .field("wide", &self.wide())
            .finish_non_exhaustive()
    }
}
impl flags_anon1 {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for flags_anon1 {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl flags_anon1 {
    ///`long long wide`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn wide(&self) -> ::core::ffi::c_longlong {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word as ::core::ffi::c_longlong
    }
    ///`long long wide`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_wide(&mut self, value: ::core::ffi::c_longlong) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `wide`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
}
/**```c
union word { unsigned whole; unsigned low : 9; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub union word {
    ///`unsigned int whole`
    pub whole: ::core::ffi::c_uint,
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 1],
}
impl ::core::fmt::Debug for word {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("word").finish_non_exhaustive()
    }
}
impl word {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for word {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl word {
    ///`unsigned int low`
    ///
    ///# Safety
    ///
    ///The bytes that hold the field have a value: another member of the union may have left some without.
    #[allow(unused_unsafe)]
    #[inline]
    pub const unsafe fn low(&self) -> ::core::ffi::c_uint {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word as ::core::ffi::c_uint
    }
    ///`unsigned int low`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    ///
    ///# Safety
    ///
    ///The bytes that hold the field have a value: another member of the union may have left some without.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const unsafe fn set_low(&mut self, value: ::core::ffi::c_uint) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `low`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
}
/**```c
struct some { int seen : 7; ...; }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct some {
    _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 1],
}
impl ::core::fmt::Debug for some {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("some").field("seen", &self.seen()).finish_non_exhaustive()
    }
}
impl some {
    ///A value whose bytes are all zero, those without a name included.
    #[allow(dead_code)]
    #[inline]
    pub const fn zeroed() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
impl ::core::default::Default for some {
    #[inline]
    fn default() -> Self {
        Self::zeroed()
    }
}
#[allow(non_snake_case, dead_code)]
impl some {
    ///`int seen`
    #[allow(unused_unsafe)]
    #[inline]
    pub const fn seen(&self) -> ::core::ffi::c_int {
        let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
        let __word: ::core::primitive::u64 = unsafe { 0 };
        let __word: ::core::primitive::u64 = ((__word << 63) as ::core::primitive::u64
            >> 63) as ::core::primitive::u64;
        __word as ::core::ffi::c_int
    }
    ///`int seen`
    ///
    ///The value must fit into 1 bits; in debug builds this is checked.
    #[allow(unused_unsafe)]
    #[inline]
    #[track_caller]
    pub const fn set_seen(&mut self, value: ::core::ffi::c_int) {
        let __word: ::core::primitive::u64 = value as ::core::primitive::u64;
        ::core::debug_assert!(
            ((__word << 63) as ::core::primitive::u64 >> 63) as ::core::primitive::u64 ==
            __word, "the value does not fit into the 1 bits of `seen`"
        );
        let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
        unsafe {}
    }
}
/**```c
enum kind { NONE, SOME }
```*/
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
pub struct kind(
    ///The value.
    pub ::core::ffi::c_uint,
);
impl ::core::fmt::Debug for kind {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.write_str(
            match self.0 {
                0 => "NONE",
                1 => "SOME",
                _ => return __f.debug_tuple("kind").field(&self.0).finish(),
            },
        )
    }
}
impl ::core::ops::BitOr for kind {
    type Output = Self;
    #[inline]
    fn bitor(self, __other: Self) -> Self {
        Self(self.0 | __other.0)
    }
}
impl ::core::ops::BitOrAssign for kind {
    #[inline]
    fn bitor_assign(&mut self, __other: Self) {
        *self = Self(self.0 | __other.0);
    }
}
impl ::core::ops::BitAnd for kind {
    type Output = Self;
    #[inline]
    fn bitand(self, __other: Self) -> Self {
        Self(self.0 & __other.0)
    }
}
impl ::core::ops::BitAndAssign for kind {
    #[inline]
    fn bitand_assign(&mut self, __other: Self) {
        *self = Self(self.0 & __other.0);
    }
}
impl ::core::ops::BitXor for kind {
    type Output = Self;
    #[inline]
    fn bitxor(self, __other: Self) -> Self {
        Self(self.0 ^ __other.0)
    }
}
impl ::core::ops::BitXorAssign for kind {
    #[inline]
    fn bitxor_assign(&mut self, __other: Self) {
        *self = Self(self.0 ^ __other.0);
    }
}
impl ::core::ops::Not for kind {
    type Output = Self;
    #[inline]
    fn not(self) -> Self {
        Self(!self.0)
    }
}
impl ::core::convert::From<kind> for ::core::ffi::c_uint {
    #[inline]
    fn from(__value: kind) -> Self {
        __value.0
    }
}
///`NONE` of `enum kind`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const NONE: kind = kind(0);
///`SOME` of `enum kind`.
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const SOME: kind = kind(1);
::core::compile_error! {
    "line 1 of the string: `SOME` is 5 in the header and 1 in the block"
}
