unsafe extern "C" {}
#[doc(hidden)]
#[allow(non_camel_case_types)]
pub mod __cffi_0_raw {
    /**The functions with C's own signatures, for those of this block that have safe ones.

What the safe ones rest on:

| function | checked | the header says | the block says |
| --- | --- | --- | --- |
| `each` | the prototype is the header's (C compiler); `f` does not run twice at once, and no panic of it goes through C (at each call) |  | C calls `f` in the call alone, with what its words say; nothing else need be true before the call |
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
int each(int (*f)(int number, void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe extern "C" fn each(
        f: ::core::option::Option<
            unsafe extern "C" fn(
                ::core::ffi::c_int,
                *mut ::core::ffi::c_void,
            ) -> ::core::ffi::c_int,
        >,
        ctx: *mut ::core::ffi::c_void,
    ) -> ::core::ffi::c_int {
        #[allow(clashing_extern_declarations)]
        unsafe extern "C" {
            #[link_name = "cffi_0_f_each"]
            fn __stub(
                f: ::core::option::Option<
                    unsafe extern "C" fn(
                        ::core::ffi::c_int,
                        *mut ::core::ffi::c_void,
                    ) -> ::core::ffi::c_int,
                >,
                ctx: *mut ::core::ffi::c_void,
            ) -> ::core::ffi::c_int;
        }
        unsafe { __stub(f, ctx) }
    }
}
/**C's `each`.

```c
int each(int (*f)(int number, void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx);
```

# Panics

A panic of the closure ends the process: no `cdef_on_panic` says what C gets instead.

# Trust

Checked:

- the prototype is the header's (C compiler)
- `f` does not run twice at once, and no panic of it goes through C (at each call)

The block says:

- C calls `f` in the call alone, with what its words say
- nothing else need be true before the call
*/
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
pub fn each<__F0: ::core::ops::FnMut(::core::ffi::c_int) -> ::core::ffi::c_int>(
    f: __F0,
) -> ::core::ffi::c_int {
    fn __f0<__F: ::core::ops::FnMut(::core::ffi::c_int) -> ::core::ffi::c_int>(
        _: &cffi_rt::__private::callback::CallCtx<__F>,
    ) -> ::core::option::Option<
        unsafe extern "C" fn(
            ::core::ffi::c_int,
            *mut ::core::ffi::c_void,
        ) -> ::core::ffi::c_int,
    > {
        unsafe extern "C" fn __callback<
            __F: ::core::ops::FnMut(::core::ffi::c_int) -> ::core::ffi::c_int,
        >(
            __c0: ::core::ffi::c_int,
            __c1: *mut ::core::ffi::c_void,
        ) -> ::core::ffi::c_int {
            unsafe {
                cffi_rt::__private::callback::CallCtx::<
                    __F,
                >::enter(
                    __c1 as *mut ::core::ffi::c_void,
                    || cffi_rt::__private::callback::no_answer("each"),
                    |__f| { __f(__c0) },
                )
            }
        }
        ::core::option::Option::Some(__callback::<__F>)
    }
    let __x0 = cffi_rt::__private::callback::CallCtx::new("each", f);
    let __a0: ::core::option::Option<
        unsafe extern "C" fn(
            ::core::ffi::c_int,
            *mut ::core::ffi::c_void,
        ) -> ::core::ffi::c_int,
    > = __f0(&__x0);
    let __c0: *mut ::core::ffi::c_void = __x0.as_ptr();
    let __a1: *mut ::core::ffi::c_void = __c0.cast();
    let __result = unsafe { __cffi_0_raw::raw::each(__a0, __a1) };
    let __output = (|| -> ::core::ffi::c_int { __result })();
    __x0.finish();
    __output
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
