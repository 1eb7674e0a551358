/**C's `struct counter`, an object that `counter_free` destroys.

```c
struct counter cdef_destroy(counter_free)
```*/
#[doc(alias = "counter")]
#[allow(non_camel_case_types, non_snake_case, dead_code)]
#[repr(C)]
pub struct Counter {
    _data: [::core::primitive::u8; 0],
    _marker: cffi_rt::__private::Place,
}
impl ::core::fmt::Debug for Counter {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        __f.debug_struct("Counter").finish_non_exhaustive()
    }
}
unsafe extern "C" {}
unsafe impl cffi_rt::Destroy for Counter {
    #[inline]
    unsafe fn destroy(__this: ::core::ptr::NonNull<Self>) {
        #[allow(unused_variables)]
        let (__table, __object) = unsafe {
            (
                cffi_rt::__private::bound::table_of(__this),
                cffi_rt::__private::bound::object_of(__this),
            )
        };
        let _ = unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(*mut ::core::ffi::c_void),
            >(__table.address(3))(__object)
        };
        unsafe { cffi_rt::__private::bound::release(__this) };
    }
}
#[doc(hidden)]
#[allow(non_camel_case_types)]
pub mod __cffi_0_raw {
    /**The functions with C's own signatures, for those of this block that have safe ones.

What the safe ones rest on:

| function | checked | the header says | the block says |
| --- | --- | --- | --- |
| `counter_free` | the prototype is the header's (C compiler) |  | C destroys `c`, or keeps it for good; nothing else need be true before the call |
| `counter_new` | the prototype is the header's (C compiler); the destructor of the result takes such an object (C compiler) |  | the result is the caller's to destroy; nothing else need be true before the call |
| `counter_next` | the prototype is the header's (C compiler) |  | C uses `c` in the call alone; nothing else need be true before the call |
| `counter_twice` | the prototype is the header's (C compiler) |  | C uses `c` in the call alone; nothing else need be true before the call |
| `counter_add` | the prototype is the header's (C compiler) |  | C uses `c` in the call alone; C does not change `other` and keeps no pointer to it; nothing else need be true before the call |
*/
    #[allow(dead_code)]
    #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
    pub struct raw(
        pub(super) &'static cffi_rt::__private::table::Table<super::__cffi_0_library>,
    );
}
#[allow(unused_imports)]
#[doc(inline)]
pub use __cffi_0_raw::*;
#[allow(dead_code)]
impl __cffi_0_raw::raw {
    /**```c
void counter_free(struct counter *cdef_consumed c);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe fn counter_free(&self, c: *mut cffi_rt::Object<Counter>) {
        let __table = self.0;
        unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(*mut cffi_rt::Object<Counter>),
            >(__table.address(3))(c)
        }
    }
    /**```c
struct counter *cdef_owned _Nonnull counter_new(int start);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe fn counter_new(
        &self,
        start: ::core::ffi::c_int,
    ) -> *mut cffi_rt::Object<Counter> {
        let __table = self.0;
        unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(::core::ffi::c_int) -> *mut cffi_rt::Object<Counter>,
            >(__table.address(4))(start)
        }
    }
    /**```c
int counter_next(struct counter *_Nonnull c);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe fn counter_next(
        &self,
        c: *mut cffi_rt::Object<Counter>,
    ) -> ::core::ffi::c_int {
        let __table = self.0;
        unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(*mut cffi_rt::Object<Counter>) -> ::core::ffi::c_int,
            >(__table.address(5))(c)
        }
    }
    /**```c
int counter_twice(struct counter *_Nonnull c);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(unused_variables)]
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe fn counter_twice(
        &self,
        c: *mut cffi_rt::Object<Counter>,
    ) -> ::core::ffi::c_int {
        let __table = self.0;
        #[allow(clashing_extern_declarations)]
        unsafe extern "C" {
            #[link_name = "cffi_0_f_counter_twice"]
            fn __stub(
                __table: *const *mut ::core::ffi::c_void,
                c: *mut cffi_rt::Object<Counter>,
            ) -> ::core::ffi::c_int;
        }
        unsafe { __stub(__table.addresses(), c) }
    }
    /**```c
int counter_add(struct counter *_Nonnull c, const struct counter *_Nonnull other);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe fn counter_add(
        &self,
        c: *mut cffi_rt::Object<Counter>,
        other: *const cffi_rt::Object<Counter>,
    ) -> ::core::ffi::c_int {
        let __table = self.0;
        unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(
                    *mut cffi_rt::Object<Counter>,
                    *const cffi_rt::Object<Counter>,
                ) -> ::core::ffi::c_int,
            >(__table.address(6))(c, other)
        }
    }
}
#[allow(dead_code)]
impl Counter {
    /**C's `counter_next`.

```c
int counter_next(struct counter *_Nonnull c);
```

# Trust

Checked:

- the prototype is the header's (C compiler)

The block says:

- C uses `c` in the call alone
- nothing else need be true before the call
*/
    #[doc(alias = "counter_next")]
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
    pub fn next(&mut self) -> ::core::ffi::c_int {
        let __table = cffi_rt::__private::bound::table(&*self);
        let __a0: *mut cffi_rt::Object<Counter> = {
            let __s = self;
            cffi_rt::__private::bound::object(&*__s) as *mut cffi_rt::Object<Counter>
        };
        let __result = unsafe { __cffi_0_raw::raw(__table).counter_next(__a0) };
        __result
    }
    /**C's `counter_twice`.

```c
int counter_twice(struct counter *_Nonnull c);
```

# Trust

Checked:

- the prototype is the header's (C compiler)

The block says:

- C uses `c` in the call alone
- nothing else need be true before the call
*/
    #[doc(alias = "counter_twice")]
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
    pub fn twice(&mut self) -> ::core::ffi::c_int {
        let __table = cffi_rt::__private::bound::table(&*self);
        let __a0: *mut cffi_rt::Object<Counter> = {
            let __s = self;
            cffi_rt::__private::bound::object(&*__s) as *mut cffi_rt::Object<Counter>
        };
        let __result = unsafe { __cffi_0_raw::raw(__table).counter_twice(__a0) };
        __result
    }
    /**C's `counter_add`.

```c
int counter_add(struct counter *_Nonnull c, const struct counter *_Nonnull other);
```

# Trust

Checked:

- the prototype is the header's (C compiler)

The block says:

- C uses `c` in the call alone
- C does not change `other` and keeps no pointer to it
- nothing else need be true before the call
*/
    #[doc(alias = "counter_add")]
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
    pub fn add(&mut self, other: &Counter) -> ::core::ffi::c_int {
        let __table = cffi_rt::__private::bound::table(&*self);
        let __a0: *mut cffi_rt::Object<Counter> = {
            let __s = self;
            cffi_rt::__private::bound::object(&*__s) as *mut cffi_rt::Object<Counter>
        };
        let __a1: *const cffi_rt::Object<Counter> = {
            let __s = other;
            cffi_rt::__private::bound::given(&*__s, __table, "counter_add", "other")
                as *const cffi_rt::Object<Counter>
        };
        let __result = unsafe { __cffi_0_raw::raw(__table).counter_add(__a0, __a1) };
        __result
    }
}
#[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
#[link(name = "cffi_crate_0", kind = "static")]
unsafe extern "C" {}
#[doc(hidden)]
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::fmt::Debug)]
pub enum __cffi_0_library {}
unsafe impl cffi_rt::__private::table::Shape for __cffi_0_library {
    const FILES: &'static ::core::primitive::str = "";
    const SYMBOLS: &'static ::core::primitive::str = "variable\0plain\0variadic\0counter_free\0counter_new\0counter_next\0counter_add\0";
    const STATES: ::core::primitive::usize = 0;
    type Addresses = [*mut ::core::ffi::c_void; 7];
    fn tables() -> &'static cffi_rt::__private::table::Tables<__cffi_0_library> {
        static __TABLES: cffi_rt::__private::table::Tables<__cffi_0_library> = cffi_rt::__private::table::Tables::new();
        &__TABLES
    }
}
/**A library of this block's shape, whose functions are its methods.

Copies are of one library, which is never closed; it is loaded by `load_from`.*/
#[allow(non_camel_case_types, dead_code)]
#[derive(::core::clone::Clone, ::core::marker::Copy)]
pub struct Plugin(&'static cffi_rt::__private::table::Table<__cffi_0_library>);
impl ::core::fmt::Debug for Plugin {
    fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
        ::core::fmt::Debug::fmt(self.0, __f)
    }
}
impl ::core::cmp::PartialEq for Plugin {
    /// Whether they are one library.
    fn eq(&self, __other: &Plugin) -> ::core::primitive::bool {
        ::core::ptr::eq(self.0, __other.0)
    }
}
impl ::core::cmp::Eq for Plugin {}
unsafe impl cffi_rt::__private::bound::Bound for Counter {
    type Shape = __cffi_0_library;
}
impl Plugin {
    /// Loads a library, and looks up all that the block declares; if it is loaded already, it is the same.
    ///
    /// # Errors
    ///
    /// If it can't be loaded or lacks a name.
    ///
    /// # Safety
    ///
    /// The initialisers of the library may run, and its functions and variables are those that the block declares.
    #[allow(dead_code)]
    pub unsafe fn load_from(
        path: impl ::core::convert::AsRef<cffi_rt::__private::library::OsStr>,
    ) -> ::core::result::Result<Self, cffi_rt::LoadError> {
        unsafe {
            cffi_rt::__private::table::Table::<
                __cffi_0_library,
            >::load_from(path.as_ref())
        }
            .map(Self)
    }
    /// Takes a library that was opened elsewhere; the handle is the one of `dlopen` or `LoadLibrary`.
    ///
    /// # Errors
    ///
    /// If it lacks a name.
    ///
    /// # Safety
    ///
    /// The handle is valid and nobody closes it; the library's functions and variables are those that the block
    /// declares.
    #[allow(dead_code)]
    pub unsafe fn load_from_handle(
        handle: *mut ::core::ffi::c_void,
    ) -> ::core::result::Result<Self, cffi_rt::LoadError> {
        unsafe {
            cffi_rt::__private::table::Table::<
                __cffi_0_library,
            >::load_from_handle(handle)
        }
            .map(Self)
    }
    /// The functions with C's own signatures.
    #[allow(dead_code)]
    #[inline]
    #[must_use]
    pub fn raw(&self) -> __cffi_0_raw::raw {
        __cffi_0_raw::raw(self.0)
    }
    /// A handle of an object that a function with C's own signature gave.
    ///
    /// # Safety
    ///
    /// The object is one of this library, is alive, and nobody else will destroy it or use it while the handle
    /// can be used. If `T` has lifetimes, they last no longer than what the object needs.
    #[allow(dead_code)]
    #[must_use]
    pub unsafe fn own<T>(
        &self,
        __object: ::core::ptr::NonNull<cffi_rt::Object<T>>,
    ) -> cffi_rt::Owned<T>
    where
        T: cffi_rt::Destroy + cffi_rt::__private::bound::Bound<Shape = __cffi_0_library>,
    {
        unsafe {
            cffi_rt::Owned::from_raw(
                cffi_rt::__private::bound::bind(__object.cast(), self.0),
            )
        }
    }
    /**C's `counter_free`.

```c
void counter_free(struct counter *cdef_consumed c);
```

# Trust

Checked:

- the prototype is the header's (C compiler)

The block says:

- C destroys `c`, or keeps it for good
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
    pub fn counter_free(&self, c: cffi_rt::Owned<Counter>) -> () {
        let __table = self.0;
        let __a0: *mut cffi_rt::Object<Counter> = cffi_rt::__private::bound::given(
            &*c,
            __table,
            "counter_free",
            "c",
        ) as *mut cffi_rt::Object<Counter>;
        unsafe { cffi_rt::__private::bound::release(cffi_rt::Owned::into_raw(c)) };
        let __result = unsafe { __cffi_0_raw::raw(__table).counter_free(__a0) };
        ()
    }
    /**C's `counter_new`.

```c
struct counter *cdef_owned _Nonnull counter_new(int start);
```

# Trust

Checked:

- the prototype is the header's (C compiler)
- the destructor of the result takes such an object (C compiler)

The block says:

- the result is the caller's to destroy
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
    pub fn counter_new(&self, start: ::core::ffi::c_int) -> cffi_rt::Owned<Counter> {
        let __table = self.0;
        let __a0: ::core::ffi::c_int = start;
        let __result = unsafe { __cffi_0_raw::raw(__table).counter_new(__a0) };
        match ::core::ptr::NonNull::new(__result.cast::<::core::ffi::c_void>())
            .map(|__p| unsafe {
                cffi_rt::Owned::<
                    Counter,
                >::from_raw(cffi_rt::__private::bound::bind(__p, __table))
            })
        {
            ::core::option::Option::Some(__s) => __s,
            ::core::option::Option::None => {
                cffi_rt::__private::broken(
                    "counter_new",
                    "a pointer that it gives is null",
                )
            }
        }
    }
    /**```c
extern int variable;
```*/
    #[allow(unused_variables)]
    #[allow(
        non_snake_case,
        non_upper_case_globals,
        dead_code,
        improper_ctypes,
        clashing_extern_declarations
    )]
    #[inline]
    pub fn variable(&self) -> *mut ::core::ffi::c_int {
        let __table = self.0;
        __table.address(0).cast()
    }
    /**```c
int plain(int a);
```*/
    ///
    ///# Safety
    ///
    ///The rules of the C function.
    #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
    #[inline]
    pub unsafe fn plain(&self, a: ::core::ffi::c_int) -> ::core::ffi::c_int {
        let __table = self.0;
        unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(::core::ffi::c_int) -> ::core::ffi::c_int,
            >(__table.address(1))(a)
        }
    }
    /**```c
int variadic(int a, ...);
```*/
    #[allow(non_snake_case, dead_code, improper_ctypes_definitions)]
    #[inline]
    pub fn variadic(
        &self,
    ) -> unsafe extern "C" fn(::core::ffi::c_int, ...) -> ::core::ffi::c_int {
        let __table = self.0;
        unsafe {
            ::core::mem::transmute::<
                *mut ::core::ffi::c_void,
                unsafe extern "C" fn(::core::ffi::c_int, ...) -> ::core::ffi::c_int,
            >(__table.address(2))
        }
    }
}
