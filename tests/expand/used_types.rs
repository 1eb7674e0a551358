const _: () = {
    #[allow(unused_imports)]
    use cffi_rt::__private::bound::Unbound as _;
    ::core::assert!(
        ! cffi_rt::__private::bound::Asked:: < ::core::ffi::c_int > ::IS_BOUND,
        "a handle of `dlopen(struct …)` leads to its library, too, of which this block knows nothing"
    );
};
const _: () = {
    #[allow(unused_imports)]
    use cffi_rt::__private::bound::Unbound as _;
    ::core::assert!(
        ! cffi_rt::__private::bound::Asked:: < ::core::ffi::c_void > ::IS_BOUND,
        "a handle of `dlopen(struct …)` leads to its library, too, of which this block knows nothing"
    );
};
const _: () = ::core::assert!(
    ::core::mem::size_of:: < ::core::ffi::c_int > () == 4 && ::core::mem::align_of:: <
    ::core::ffi::c_int > () == 4, "`number` has another layout in this block's headers"
);
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "C" {
    /**```c
number next(number a);
```*/
    pub unsafe fn next(a: ::core::ffi::c_int) -> ::core::ffi::c_int;
    /**```c
int look(struct opaque *at);
```*/
    pub unsafe fn look(at: *mut ::core::ffi::c_void) -> ::core::ffi::c_int;
}
