//! A library that is loaded: its table, the functions that load it, and functions called through the table.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::quote;

use crate::plan::{LoadingNames, PlannedFunction, PlannedLibrary, Slot, Table};
use crate::respan::mark;

use super::function::marks;
use super::rust::{ident, result_tokens, type_tokens};
use super::table::{Reach, address};

pub(super) fn library(library: &PlannedLibrary) -> TokenStream {
    let name = ident(&library.name);
    let files: String = library.files.iter().map(|file| format!("{file}\0")).collect();
    let symbols: String = library.symbols.iter().map(|symbol| format!("{}\0", symbol.entry())).collect();
    let count = Literal::usize_unsuffixed(library.symbols.len());
    let ty = quote! {
        [::core::sync::atomic::AtomicPtr<::core::ffi::c_void>; #count + __cffi_rt::__private::library::EXTRA]
    };
    // SAFETY of the code: the table has the length that both sides count with, and no other library uses it.
    let table = match &library.table {
        Table::Rust => quote! {
            static __TABLE: #ty = [const { ::core::sync::atomic::AtomicPtr::new(::core::ptr::null_mut()) };
                #count + __cffi_rt::__private::library::EXTRA];
            &__TABLE
        },
        Table::Value(_) => return TokenStream::new(),
        Table::Stubs(symbol) => quote! {
            unsafe extern "C" {
                #[link_name = #symbol]
                static __TABLE: #ty;
            }
            unsafe { &*(&raw const __TABLE) }
        },
    };
    let loading = loading(&name, &library.loading);
    // SAFETY of the code: the block declares what stands behind the names.
    quote! {
        #[doc(hidden)]
        #[allow(non_camel_case_types, dead_code)]
        #[derive(::core::fmt::Debug)]
        pub enum #name {}
        unsafe impl __cffi_rt::__private::library::Library for #name {
            const FILES: &'static ::core::primitive::str = #files;
            const SYMBOLS: &'static ::core::primitive::str = #symbols;
            #[inline]
            fn slots() -> &'static [::core::sync::atomic::AtomicPtr<::core::ffi::c_void>] {
                #table
            }
        }
        #loading
    }
}

fn loading(library: &Ident, names: &LoadingNames) -> TokenStream {
    let LoadingNames { load, load_from, load_from_handle, is_loaded } = names;
    let names = [load, load_from, load_from_handle, is_loaded].map(|name| ident(name));
    let [load, load_from, load_from_handle, is_loaded] = names;
    // SAFETY of the code: the callers vouch for what they name.
    quote! {
        /// Loads the library and looks up all that the block declares.
        ///
        /// The first call of a function would do so as well, but has no way to say what is wrong.
        ///
        /// # Errors
        ///
        /// If no library of the block's names can be loaded, or the one that is lacks a name.
        #[allow(dead_code)]
        pub fn #load() -> ::core::result::Result<(), __cffi_rt::LoadError> {
            __cffi_rt::__private::library::load::<#library>()
        }
        /// Loads this library instead of those that the block names.
        ///
        /// # Errors
        ///
        /// If it can't be loaded, lacks a name, or another one is loaded already.
        ///
        /// # Safety
        ///
        /// The initialisers of the library may run, and its functions and variables are those that the block declares.
        #[allow(dead_code)]
        pub unsafe fn #load_from(
            path: impl ::core::convert::AsRef<__cffi_rt::__private::library::OsStr>,
        ) -> ::core::result::Result<(), __cffi_rt::LoadError> {
            unsafe { __cffi_rt::__private::library::load_from::<#library>(path.as_ref()) }
        }
        /// Takes a library that was opened elsewhere; the handle is the one of `dlopen` or `LoadLibrary`.
        ///
        /// # Errors
        ///
        /// If it lacks a name, or another one is loaded already.
        ///
        /// # Safety
        ///
        /// The handle is valid and nobody closes it; the library's functions and variables are those that the block
        /// declares.
        #[allow(dead_code)]
        pub unsafe fn #load_from_handle(
            handle: *mut ::core::ffi::c_void,
        ) -> ::core::result::Result<(), __cffi_rt::LoadError> {
            unsafe { __cffi_rt::__private::library::load_from_handle::<#library>(handle) }
        }
        /// Whether the library is loaded.
        #[allow(dead_code)]
        #[must_use]
        pub fn #is_loaded() -> ::core::primitive::bool {
            __cffi_rt::__private::library::is_loaded::<#library>()
        }
    }
}

/// A function that is called through the table.
pub(super) fn function(function: &PlannedFunction, slot: &Slot, reach: Reach<'_>) -> TokenStream {
    let name = mark(&function.label.name, function.label.span);
    let doc = &function.label.doc;
    let address = address(slot);
    let types: Vec<TokenStream> = function.parameters.iter().map(|parameter| type_tokens(&parameter.ty)).collect();
    let names: Vec<Ident> = function.parameters.iter().map(|parameter| ident(&parameter.name)).collect();
    let result = result_tokens(&function.result);
    let marks = marks(&function.marks);
    if function.variadic {
        let pointer = quote!(unsafe extern "C" fn(#(#types,)* ...) #result);
        let Some(library) = &slot.library else {
            // SAFETY of the code: the address is the function's, which is there.
            return quote! {
                #[doc = #doc]
                #marks
                #[allow(non_snake_case, dead_code, improper_ctypes_definitions)]
                #[inline]
                pub fn #name(&self) -> #pointer {
                    let __table = self.0;
                    unsafe { ::core::mem::transmute::<*mut ::core::ffi::c_void, #pointer>(#address) }
                }
            };
        };
        let (library, index) = (ident(library), Literal::usize_unsuffixed(slot.index));
        // SAFETY of the code: it is the type that the block declares.
        return quote! {
            #[doc = #doc]
            #marks
            #[allow(non_upper_case_globals, dead_code, improper_ctypes_definitions)]
            pub static #name: __cffi_rt::__private::library::Variadic<#library, #pointer, #index> =
                unsafe { __cffi_rt::__private::library::Variadic::new() };
        };
    }
    let (receiver, begins, linkage, abi) =
        (reach.receiver(), reach.begins(), reach.linkage(function.abi), function.abi.name());
    // SAFETY of the code: the address is the function's, and the caller keeps its rules.
    quote! {
        #[doc = #doc]
        #[doc = ""]
        #[doc = "# Safety"]
        #[doc = ""]
        #[doc = "The rules of the C function."]
        #marks
        #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
        #[inline]
        pub unsafe #linkage fn #name(#receiver #(#names: #types),*) #result {
            #begins
            unsafe {
                ::core::mem::transmute::<*mut ::core::ffi::c_void, unsafe extern #abi fn(#(#types),*) #result>(
                    #address,
                )(#(#names),*)
            }
        }
    }
}
