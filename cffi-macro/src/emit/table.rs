//! A library whose table is a value: its type, the functions that load one, and how methods get at it.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::plan::{Abi, LoadingNames, Plan, PlannedLibrary, PlannedTable, Slot};
use crate::respan::mark;

use super::rust::ident;
use super::safe::state_names;

/// How the functions of a block get at its library.
#[derive(Clone, Copy)]
pub(super) enum Reach<'a> {
    /// They are items, and the library is the linker's, or a static's.
    Items,
    /// They are methods of the table.
    Methods(&'a PlannedTable),
}

impl<'a> Reach<'a> {
    pub(super) fn of(plan: &'a Plan<'_>) -> Reach<'a> {
        plan.library.as_ref().and_then(PlannedLibrary::value).map_or(Reach::Items, Reach::Methods)
    }

    /// `&self`
    pub(super) fn receiver(self) -> TokenStream {
        self.only(quote!(&self,))
    }

    /// How functions are called: methods are for Rust alone.
    pub(super) fn linkage(self, abi: Abi) -> TokenStream {
        match self {
            Reach::Items => {
                let abi = abi.name();
                quote!(extern #abi)
            }
            Reach::Methods(_) => TokenStream::new(),
        }
    }

    pub(super) fn begins(self) -> TokenStream {
        self.only(quote!(let __table = self.0;))
    }

    /// Not all need the table.
    pub(super) fn quiet(self) -> TokenStream {
        self.only(quote!(#[allow(unused_variables)]))
    }

    /// What a stub takes in front of all else.
    pub(super) fn parameter(self) -> TokenStream {
        self.only(quote!(__table: *const *mut ::core::ffi::c_void,))
    }

    pub(super) fn argument(self) -> TokenStream {
        self.only(quote!(__table.addresses(),))
    }

    fn only(self, tokens: TokenStream) -> TokenStream {
        match self {
            Reach::Items => TokenStream::new(),
            Reach::Methods(_) => tokens,
        }
    }
}

fn index(slot: &Slot) -> Literal {
    Literal::usize_unsuffixed(slot.index)
}

/// The address of a function, for what can't unwind.
pub(super) fn address(slot: &Slot) -> TokenStream {
    looked_up(slot, "symbol")
}

/// The address of a variable, or of what may be missing.
pub(super) fn found(slot: &Slot) -> TokenStream {
    looked_up(slot, "found")
}

/// The address of a variable of which each thread has its own.
pub(super) fn of_this_thread(slot: &Slot) -> TokenStream {
    let index = index(slot);
    match &slot.library {
        Some(_) => looked_up(slot, "of_this_thread"),
        None => quote!(__table.of_this_thread(#index)),
    }
}

fn looked_up(slot: &Slot, how: &str) -> TokenStream {
    let (index, how) = (index(slot), format_ident!("{how}"));
    match &slot.library {
        Some(library) => {
            let library = ident(library);
            quote!(__cffi_rt::__private::library::#how::<#library>(#index))
        }
        None => quote!(__table.address(#index)),
    }
}

/// The block's table: its type with the methods.
pub(super) fn table(
    plan: &Plan<'_>,
    library: &PlannedLibrary,
    table: &PlannedTable,
    methods: &TokenStream,
) -> TokenStream {
    let shape = ident(&library.name);
    let (own, name) = (ident(&table.name), mark(&table.name, table.span));
    let files: String = library.files.iter().map(|file| format!("{file}\0")).collect();
    let symbols: String = library.symbols.iter().map(|symbol| format!("{}\0", symbol.entry())).collect();
    let count = Literal::usize_unsuffixed(library.symbols.len());
    let states = Literal::usize_unsuffixed(state_names(&plan.safe).len());
    let loading = loading(&shape, library);
    let raw = (!plan.raw.is_empty()).then(|| {
        let (method, module) = (ident(&table.raw), format_ident!("{}", plan.raw_module));
        quote! {
            /// The functions with C's own signatures.
            #[allow(dead_code)]
            #[inline]
            #[must_use]
            pub fn #method(&self) -> #module::raw {
                #module::raw(self.0)
            }
        }
    });
    let own_method = (!table.bound.is_empty()).then(|| {
        let method = ident(&table.own);
        // SAFETY of the code: the caller gives the object, and that it is one of this library.
        quote! {
            /// A handle of an object that a function with C's own signature gave.
            ///
            /// # Safety
            ///
            /// The object is one of this library, is alive, and nobody else will destroy it or use it while the handle
            /// can be used. If `T` has lifetimes, they last no longer than what the object needs.
            #[allow(dead_code)]
            #[must_use]
            pub unsafe fn #method<T>(&self, __object: ::core::ptr::NonNull<__cffi_rt::Object<T>>) -> __cffi_rt::Owned<T>
            where
                T: __cffi_rt::Destroy + __cffi_rt::__private::bound::Bound<Shape = #shape>,
            {
                unsafe { __cffi_rt::Owned::from_raw(__cffi_rt::__private::bound::bind(__object.cast(), self.0)) }
            }
        }
    });
    let bound = table.bound.iter().map(|bound| {
        let name = ident(&bound.name);
        let lifetime = bound.child.then(|| quote!(<'_>));
        // SAFETY of the code: the type is a place, and handles of it are made of `bind`'s alone.
        quote! {
            unsafe impl __cffi_rt::__private::bound::Bound for #name #lifetime {
                type Shape = #shape;
            }
        }
    });
    let doc = format!(
        "A library of this block's shape, whose functions are its methods.\n\n\
         Copies are of one library, which is never closed; it is loaded by `{}`.",
        library.loading.load_from
    );
    // SAFETY of the code: the block declares what stands behind the names, and there are so many of them.
    quote! {
        #[doc(hidden)]
        #[allow(non_camel_case_types, dead_code)]
        #[derive(::core::fmt::Debug)]
        pub enum #shape {}
        unsafe impl __cffi_rt::__private::table::Shape for #shape {
            const FILES: &'static ::core::primitive::str = #files;
            const SYMBOLS: &'static ::core::primitive::str = #symbols;
            const STATES: ::core::primitive::usize = #states;
            type Addresses = [*mut ::core::ffi::c_void; #count];
            fn tables() -> &'static __cffi_rt::__private::table::Tables<#shape> {
                static __TABLES: __cffi_rt::__private::table::Tables<#shape> =
                    __cffi_rt::__private::table::Tables::new();
                &__TABLES
            }
        }
        #[doc = #doc]
        #[allow(non_camel_case_types, dead_code)]
        #[derive(::core::clone::Clone, ::core::marker::Copy)]
        pub struct #name(&'static __cffi_rt::__private::table::Table<#shape>);
        impl ::core::fmt::Debug for #own {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self.0, __f)
            }
        }
        impl ::core::cmp::PartialEq for #own {
            /// Whether they are one library.
            fn eq(&self, __other: &#own) -> ::core::primitive::bool {
                ::core::ptr::eq(self.0, __other.0)
            }
        }
        impl ::core::cmp::Eq for #own {}
        #(#bound)*
        impl #own {
            #loading
            #raw
            #own_method
            #methods
        }
    }
}

fn loading(shape: &Ident, library: &PlannedLibrary) -> TokenStream {
    let LoadingNames { load, load_from, load_from_handle, is_loaded: _ } = &library.loading;
    let [load, load_from, load_from_handle] = [load, load_from, load_from_handle].map(|name| ident(name));
    let load = (!library.files.is_empty()).then(|| {
        quote! {
            /// Loads the library that the block names, and looks up all that the block declares.
            ///
            /// # Errors
            ///
            /// If no library of the block's names can be loaded, or the one that is lacks a name.
            #[allow(dead_code)]
            pub fn #load() -> ::core::result::Result<Self, __cffi_rt::LoadError> {
                __cffi_rt::__private::table::Table::<#shape>::load().map(Self)
            }
        }
    });
    // SAFETY of the code: the callers vouch for what they name.
    quote! {
        #load
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
        pub unsafe fn #load_from(
            path: impl ::core::convert::AsRef<__cffi_rt::__private::library::OsStr>,
        ) -> ::core::result::Result<Self, __cffi_rt::LoadError> {
            unsafe { __cffi_rt::__private::table::Table::<#shape>::load_from(path.as_ref()) }.map(Self)
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
        pub unsafe fn #load_from_handle(
            handle: *mut ::core::ffi::c_void,
        ) -> ::core::result::Result<Self, __cffi_rt::LoadError> {
            unsafe { __cffi_rt::__private::table::Table::<#shape>::load_from_handle(handle) }.map(Self)
        }
    }
}
