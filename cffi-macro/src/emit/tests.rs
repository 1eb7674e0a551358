use std::fs;
use std::process::Command;

use expect_test::{Expect, expect};

use crate::model::*;
use crate::plan::fixture::sample::sample;
use crate::plan::fixture::*;
use crate::plan::outline;

use super::{emit, fallback};

fn readable(tokens: proc_macro2::TokenStream) -> String {
    let file = syn::parse2(tokens).expect("the expansion is Rust");
    prettyplease::unparse(&file).replace(&format!("__at{}_", SPAN.token), "").replace("__at4294967295_", "")
}

fn check(block: &Fixture, expected: &Expect) {
    expected.assert_eq(&readable(emit(&block.plan())));
}

#[test]
fn functions_share_one_extern_block() {
    let mut block = Fixture::default();
    let text = pointer(constant(Type::Int(Int::Char)));
    let mut variadic = signature(int(), vec![text]);
    variadic.variadic = true;
    block.function("printf", variadic, None);
    block.function("exit", signature(void(), vec![int()]), None).noreturn = true;
    check(
        &block,
        &expect![[r#"
            const _: &[::core::option::Option<&::core::primitive::str>] = &[
                ::core::option_env!("CC"),
            ];
            #[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
            #[link(name = "z")]
            unsafe extern "C" {
                /**```c
            … printf(…);
            ```*/
                pub unsafe fn printf(
                    a: *const ::core::ffi::c_char,
                    ...
                ) -> ::core::ffi::c_int;
                /**```c
            … exit(…);
            ```*/
                pub unsafe fn exit(a: ::core::ffi::c_int) -> !;
            }
        "#]],
    );
}

#[test]
fn partial_records_hide_the_rest() {
    let mut block = Fixture::verified("");
    let part = block.structure("part", Body::Partial(vec![field("a", int())]));
    block.measure(16, 8, &[(4, 4, 4)]);
    let external = Some(crate::facts::FunctionFact::External("f".to_owned()));
    block.function("f", signature(part.clone(), vec![part]), external);
    check(
        &block,
        &expect![[r#"
            const _: &[::core::option::Option<&::core::primitive::str>] = &[
                ::core::option_env!("CC"),
            ];
            ///C's `part`.
            #[allow(non_camel_case_types, non_snake_case, dead_code)]
            #[repr(C, align(8))]
            #[derive(::core::clone::Clone, ::core::marker::Copy)]
            pub struct part {
                _hidden0: [::core::mem::MaybeUninit<::core::primitive::u8>; 4],
                ///`int a`
                pub a: ::core::ffi::c_int,
                _hidden1: [::core::mem::MaybeUninit<::core::primitive::u8>; 8],
            }
            impl ::core::fmt::Debug for part {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.debug_struct("part")
                        .field("a", &self.a)
                        .finish_non_exhaustive()
                }
            }
            impl part {
                ///A value whose bytes are all zero, those without a name included.
                #[allow(dead_code)]
                #[inline]
                pub const fn zeroed() -> Self {
                    unsafe { ::core::mem::zeroed() }
                }
            }
            impl ::core::default::Default for part {
                #[inline]
                fn default() -> Self {
                    Self::zeroed()
                }
            }
            const _: () = {
                ::core::assert!(::core::mem::size_of:: < part > () == 16);
                ::core::assert!(::core::mem::align_of:: < part > () == 8);
                ::core::assert!(::core::mem::offset_of!(part, a) == 4);
            };
            /**```c
            … f(…);
            ```*/
            ///
            ///# Safety
            ///
            ///The rules of the C function.
            #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
            #[inline]
            pub unsafe extern "C" fn f(
                a: part,
            ) -> part {
                #[allow(clashing_extern_declarations)]
                unsafe extern "C" {
                    #[link_name = "cffi_0a1b_f_f"]
                    fn __stub(
                        __out: *mut part,
                        a: *const part,
                    );
                }
                let mut __out = ::core::mem::MaybeUninit::<part>::uninit();
                unsafe {
                    __stub(__out.as_mut_ptr(), &raw const a);
                    __out.assume_init()
                }
            }
            #[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
            #[link(name = "cffi_my_crate_0a1b", kind = "static")]
            #[link(name = "z")]
            unsafe extern "C" {}
        "#]],
    );
}

#[test]
fn enums_are_newtypes() {
    let mut block = Fixture::default();
    block.enumeration(Path::Tag(name("e")), &[("A", 0), ("B", -1), ("C", 0)]);
    check(
        &block,
        &expect![[r#"
            const _: &[::core::option::Option<&::core::primitive::str>] = &[
                ::core::option_env!("CC"),
            ];
            ///A C enum.
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
            pub struct e(
                ///The value.
                pub ::core::ffi::c_int,
            );
            impl ::core::fmt::Debug for e {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.write_str(
                        match self.0 {
                            0 => "A",
                            -1 => "B",
                            _ => return __f.debug_tuple("e").field(&self.0).finish(),
                        },
                    )
                }
            }
            impl ::core::ops::BitOr for e {
                type Output = Self;
                #[inline]
                fn bitor(self, __other: Self) -> Self {
                    Self(self.0 | __other.0)
                }
            }
            impl ::core::ops::BitOrAssign for e {
                #[inline]
                fn bitor_assign(&mut self, __other: Self) {
                    *self = Self(self.0 | __other.0);
                }
            }
            impl ::core::ops::BitAnd for e {
                type Output = Self;
                #[inline]
                fn bitand(self, __other: Self) -> Self {
                    Self(self.0 & __other.0)
                }
            }
            impl ::core::ops::BitAndAssign for e {
                #[inline]
                fn bitand_assign(&mut self, __other: Self) {
                    *self = Self(self.0 & __other.0);
                }
            }
            impl ::core::ops::BitXor for e {
                type Output = Self;
                #[inline]
                fn bitxor(self, __other: Self) -> Self {
                    Self(self.0 ^ __other.0)
                }
            }
            impl ::core::ops::BitXorAssign for e {
                #[inline]
                fn bitxor_assign(&mut self, __other: Self) {
                    *self = Self(self.0 ^ __other.0);
                }
            }
            impl ::core::ops::Not for e {
                type Output = Self;
                #[inline]
                fn not(self) -> Self {
                    Self(!self.0)
                }
            }
            impl ::core::convert::From<e> for ::core::ffi::c_int {
                #[inline]
                fn from(__value: e) -> Self {
                    __value.0
                }
            }
            ///`A` of `enum e`.
            #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
            pub const A: e = e(0);
            ///`B` of `enum e`.
            #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
            pub const B: e = e(-1);
            ///`C` of `enum e`.
            #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
            pub const C: e = e(0);
            #[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
            #[link(name = "z")]
            unsafe extern "C" {}
        "#]],
    );
}

#[test]
fn constants_and_addresses_of_a_declared_block() {
    let mut block = Fixture::default();
    block.declared_constant("X", ConstantKind::Macro, Literal::Int(7, Int::Int));
    block.declared_constant("S", ConstantKind::Macro, Literal::Str(b"s".to_vec()));
    let unsigned = plain(Type::Int(Int::UInt));
    block.declared_constant("U", ConstantKind::Typed(unsigned), Literal::Int(-1, Int::Int));
    block.variable("g", array(int(), Length::Flexible), &[]);
    check(
        &block,
        &expect![[r#"
            const _: &[::core::option::Option<&::core::primitive::str>] = &[
                ::core::option_env!("CC"),
            ];
            /**```c
            #define X …
            ```*/
            #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
            pub const X: ::core::ffi::c_int = 7;
            /**```c
            #define S …
            ```*/
            #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
            pub const S: &::core::ffi::CStr = match ::core::ffi::CStr::from_bytes_with_nul(
                b"s\0",
            ) {
                ::core::result::Result::Ok(__text) => __text,
                ::core::result::Result::Err(_) => ::core::panic!(),
            };
            /**```c
            #define U …
            ```*/
            #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
            pub const U: ::core::ffi::c_uint = (-1 as ::core::primitive::i128)
                as ::core::ffi::c_uint;
            /**```c
            extern … g;
            ```*/
            #[allow(
                non_snake_case,
                non_upper_case_globals,
                dead_code,
                improper_ctypes,
                clashing_extern_declarations
            )]
            #[inline]
            pub fn g() -> *mut ::core::ffi::c_int {
                unsafe extern "C" {
                    #[link_name = "g"]
                    static mut __variable: ::core::ffi::c_int;
                }
                &raw mut __variable
            }
            #[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
            #[link(name = "z")]
            unsafe extern "C" {}
        "#]],
    );
}

const RUNTIME: &str = "
#![allow(missing_docs)]
extern crate self as __cffi_rt;
pub mod __private {
    pub type Place = ::core::marker::PhantomData<(*mut u8, ::core::marker::PhantomPinned)>;
    pub type Opaque = ::core::marker::PhantomData<(*mut u8, ::core::marker::PhantomPinned)>;
}
#[derive(Clone, Copy, Debug)]
#[repr(C, align(16))]
pub struct LongDouble(pub [u8; 16]);
#[repr(C)]
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Complex<T> {
    pub re: T,
    pub im: T,
}
";

const MAIN: &str = r##"
fn main() {
    use c::*;
    let mut part = part::zeroed();
    part.a = 4;
    part.b = 6;
    unsafe {
        let more = part_add(part, 3);
        assert_eq!((more.a, more.b), (7, 6));
        assert_eq!(take(more), 6);
        assert_eq!(pair_sum(pair { x: 1, y: 2.5 }), 3.5);
        assert_eq!(konst_of(8).k, 8);
        assert_eq!(num_of(2.5).d, 2.5);
        assert_eq!(conjugate(__cffi_rt::Complex { re: 1.0, im: 2.0 }), __cffi_rt::Complex { re: 1.0, im: -2.0 });
        assert_eq!(paint(GREEN), ALIAS);
        extern "C" fn add(n: i32) -> i32 { n + 1 }
        assert_eq!(apply(Some(add), 4), 5);
        assert_eq!(measure(TEXT.as_ptr()), 5);
        assert_eq!(own(2), 21);
        assert_eq!(local(2), 20);
        assert_eq!(twice(21), ANSWER);
        assert_eq!(color(), 1);
        assert_eq!(*noise_value(), 77);
        assert_eq!((*part_value()).b, 20);
        assert_eq!(*limits(), [1, 2, 3, 4]);
        assert_eq!(*PRIMES(), [2, 3, 5]);
        let _ = blob_of(1);
    }
    assert_eq!((NOISE(), HOME().y), (77, 4.5));
    assert_eq!(format!("{:?} {:?}", NEG, c::color { 0: 7 }), "NEG color(7)");
    assert_eq!(format!("{:?}", part), "part { a: 4, b: 6, .. }");
    assert_eq!(i32::from(FAVOURITE | GREEN), 5);
    assert_eq!((LETTER as u8, INNER.len(), WIDE), (255, 4, [0x41, 0x20ac, 0]));
    assert!(NOT.is_nan() && INFINITE.is_infinite() && NOWHERE.is_null() && YES);
    let mut host = host::default();
    *host.deep_mut() = 5;
    assert_eq!((*host.deep(), host.wide.len()), (5, 3));
    unsafe {
        host.whole_mut().write(0x10002);
        assert_eq!((*host.halves()).high, 1);
        assert_eq!(tail::items((&raw const host).cast(), 2).len(), 2);
    }
}
"##;

#[test]
fn compiles_without_a_lint_and_runs() {
    let block = sample();
    let plan = block.plan();
    let folder = std::env::temp_dir().join(format!("cffi-emit-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let text = readable(emit(&plan)).replace("#[link(name = \"z\")]", "");
    let main = format!(
        "{RUNTIME}
        #[deny(warnings, missing_docs, nonstandard_style, unused, improper_ctypes)]
        /// The block.
        pub mod c {{ {text} }}
        #[deny(warnings, nonstandard_style, unused)]
        pub fn in_a_function() {{ {text} let _ = (color(1).0, RED); }}
        {MAIN}"
    )
    .replace("color(1).0", "unsafe { color() }");
    fs::write(folder.join("main.rs"), main).expect("the temporary folder can be written");
    let stubs = crate::stub::write(&plan).expect("the sample has stubs");
    fs::write(folder.join("stub.c"), stubs).expect("the temporary folder can be written");
    let run = |command: &mut Command| {
        let output = command.current_dir(&folder).output().expect("the program can be run");
        let messages = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "{command:?}: {messages}");
    };
    run(Command::new("cc").args(["-O2", "-c", "stub.c"]));
    run(Command::new("ar").args(["rcs", "libcffi_my_crate_0a1b.a", "stub.o"]));
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    run(Command::new(rustc).args(["--edition=2024", "-L.", "main.rs"]));
    run(&mut Command::new(folder.join("main")));
    fs::remove_dir_all(&folder).expect("the temporary folder can be removed");
}

#[test]
fn one_mistake_gives_one_message() {
    let mut block = sample();
    // What is refused never reaches the lists.
    block.cdef.poisoned.insert("refused".to_owned(), SPAN);
    let text = readable(fallback(&outline(&block.cdef, &Default::default(), &Default::default())));
    let main = format!(
        "{RUNTIME}
        mod c {{ compile_error!(\"the mistake\"); {text} }}
        fn main() {{
            let n: u8 = c::refused(1);
            let m: i32 = unsafe {{ c::twice(n.into()) }};
            let p = unsafe {{ c::part_add(c::part::zeroed(), c::ANSWER) }};
            let b: c::blob = unsafe {{ c::blob_of(1) }};
            let _: (c::color, i64) = (c::RED, p.b + c::LEAST);
        }}"
    );
    let folder = std::env::temp_dir().join(format!("cffi-fallback-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    fs::write(folder.join("main.rs"), main).expect("the temporary folder can be written");
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc)
        .args(["--edition=2024", "--emit=metadata", "main.rs"])
        .current_dir(&folder)
        .output()
        .expect("rustc can be run");
    let messages = String::from_utf8_lossy(&output.stderr);
    let errors = messages.lines().filter(|line| line.starts_with("error"));
    let errors: Vec<&str> = errors.collect();
    assert_eq!(errors, ["error: the mistake", "error: aborting due to 1 previous error"], "{messages}");
    fs::remove_dir_all(&folder).expect("the temporary folder can be removed");
}
