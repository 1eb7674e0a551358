/**```c
struct table { int (*get)(int); }
```*/
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
#[derive(::core::fmt::Debug)]
pub struct table {
    ///`int (*get)(int)`
    pub get: ::core::option::Option<
        unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
    >,
}
impl ::core::default::Default for table {
    #[inline]
    fn default() -> Self {
        unsafe { ::core::mem::zeroed() }
    }
}
const _: () = {
    ::core::assert!(::core::mem::size_of:: < table > () == 8);
    ::core::assert!(::core::mem::align_of:: < table > () == 8);
    ::core::assert!(::core::mem::offset_of!(table, get) == 0);
};
/**```c
typedef void visit(void *context);
```*/
#[allow(non_camel_case_types, dead_code)]
pub type visit = unsafe extern "C" fn(*mut ::core::ffi::c_void);
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
unsafe extern "C" {
    /**```c
void each(visit *v, void (*free)(void *));
```*/
    pub unsafe fn each(
        v: ::core::option::Option<visit>,
        free: ::core::option::Option<unsafe extern "C" fn(*mut ::core::ffi::c_void)>,
    );
}
