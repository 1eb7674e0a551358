//! Functions: one `extern` block for all, and a wrapper for each that passes values by pointer.

use std::collections::BTreeMap;

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{
    Abi, Label, Marks, Parameter, Passing, PlannedFunction, PlannedOptional, Presence, RustType, Through,
};
use crate::respan::mark;

use super::library;
use super::rust::{doc, ident, result_tokens, type_tokens};
use super::table::{Reach, found};

/// The block's functions; the libraries' link attributes stand on their `extern` block.
pub(super) fn functions(functions: &[PlannedFunction], links: Vec<TokenStream>) -> TokenStream {
    let (wrapped, direct): (Vec<_>, Vec<_>) = functions.iter().partition(|f| is_wrapped(f) || f.slot.is_some());
    let wrappers = wrapped.into_iter().map(|function| raw_function(function, Reach::Items));
    if direct.is_empty() && links.is_empty() {
        return quote!(#(#wrappers)*);
    }
    let mut blocks: BTreeMap<Abi, Vec<TokenStream>> = BTreeMap::new();
    for function in direct {
        blocks.entry(function.abi).or_default().push(foreign(function));
    }
    let usual = blocks.remove(&Abi::C).unwrap_or_default();
    let others = blocks.into_iter().map(|(abi, functions)| {
        let abi = abi.name();
        quote! {
            #[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
            unsafe extern #abi { #(#functions)* }
        }
    });
    quote! {
        #(#wrappers)*
        #[allow(non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
        #(#links)*
        unsafe extern "C" { #(#usual)* }
        #(#others)*
    }
}

/// Those functions of a table that are its methods: all but the block's own C code, which has no library.
pub(super) fn methods(functions: &[PlannedFunction], reach: Reach<'_>) -> TokenStream {
    functions.iter().filter(|function| is_method(function)).map(|function| raw_function(function, reach)).collect()
}

/// The others.
pub(super) fn beside_methods(functions: &[PlannedFunction]) -> Vec<PlannedFunction> {
    functions.iter().filter(|function| !is_method(function)).cloned().collect()
}

fn is_method(function: &PlannedFunction) -> bool {
    function.slot.is_some() || function.through == Through::Stub
}

/// A function that gives the function, where it is there.
pub(super) fn optional(optional: &PlannedOptional, reach: Reach<'_>) -> TokenStream {
    let PlannedOptional { function, presence } = optional;
    let name = mark(&function.label.name, function.label.span);
    let doc = doc(&function.label);
    let parameters = function.parameters.iter().map(|parameter| type_tokens(&parameter.ty));
    let result = result_tokens(&function.result);
    let dots = function.variadic.then(|| quote!(...));
    let abi = function.abi.name();
    let pointer = quote!(unsafe extern #abi fn(#(#parameters,)* #dots) #result);
    let body = match presence {
        Presence::Absent => quote!(::core::option::Option::None),
        Presence::Certain => {
            let item = inner(function);
            quote!(#item ::core::option::Option::Some(__function))
        }
        // SAFETY of the code: the stub returns the function's address or null, which is `None` of this type.
        Presence::Asked { symbol, through: Through::Itself } => quote! {
            unsafe extern "C" {
                #[link_name = #symbol]
                fn __stub() -> ::core::option::Option<#pointer>;
            }
            unsafe { __stub() }
        },
        // SAFETY of the code: the address is the function's, or null, which is `None` of this type.
        Presence::Loaded { slot, through: Through::Itself } => {
            let found = found(slot);
            quote! {
                let __address = #found;
                unsafe {
                    ::core::mem::transmute::<*mut ::core::ffi::c_void, ::core::option::Option<#pointer>>(__address)
                }
            }
        }
        Presence::Loaded { slot, through: Through::Stub } => {
            let found = found(slot);
            let item = inner(function);
            quote! {
                #item
                match #found.is_null() {
                    false => ::core::option::Option::Some(__function),
                    true => ::core::option::Option::None,
                }
            }
        }
        // SAFETY of the code: the stub returns an address or null.
        Presence::Asked { symbol, through: Through::Stub } => {
            let item = inner(function);
            quote! {
                #item
                unsafe extern "C" {
                    #[link_name = #symbol]
                    fn __stub() -> ::core::option::Option<unsafe extern "C" fn()>;
                }
                match unsafe { __stub() } {
                    ::core::option::Option::Some(_) => ::core::option::Option::Some(__function),
                    ::core::option::Option::None => ::core::option::Option::None,
                }
            }
        }
    };
    let (receiver, begins) = (reach.receiver(), reach.begins());
    let quiet = reach.quiet();
    quote! {
        #doc
        #quiet
        #[allow(deprecated, non_snake_case, dead_code, improper_ctypes, clashing_extern_declarations)]
        #[inline]
        pub fn #name(#receiver) -> ::core::option::Option<#pointer> {
            #begins
            #body
        }
    }
}

/// The function as an item of a body.
fn inner(function: &PlannedFunction) -> TokenStream {
    let link_name = function.link_name.clone().unwrap_or_else(|| function.label.name.clone());
    let label = Label { name: "__function".to_owned(), ..function.label.clone() };
    let function = PlannedFunction { label, link_name: Some(link_name), ..function.clone() };
    if is_wrapped(&function) {
        return wrapper(&function, Reach::Items);
    }
    let item = foreign(&function);
    let abi = function.abi.name();
    quote!(unsafe extern #abi { #item })
}

fn is_wrapped(function: &PlannedFunction) -> bool {
    function.result_passing == Passing::Pointer
        || function.parameters.iter().any(|parameter| parameter.passing == Passing::Pointer)
}

fn foreign(function: &PlannedFunction) -> TokenStream {
    let name = mark(&function.label.name, function.label.span);
    let doc = doc(&function.label);
    let link_name = function.link_name.as_ref().map(|symbol| quote!(#[link_name = #symbol]));
    let parameters = function.parameters.iter().map(|parameter| {
        let name = ident(&parameter.name);
        let ty = type_tokens(&parameter.ty);
        quote!(#name: #ty)
    });
    let result = result_tokens(&function.result);
    let dots = function.variadic.then(|| quote!(...));
    let marks = marks(&function.marks);
    quote! {
        #doc
        #marks
        #link_name
        pub unsafe fn #name(#(#parameters,)* #dots) #result;
    }
}

/// What callers are told.
pub(super) fn marks(marks: &Marks) -> TokenStream {
    let must_use = marks.must_use.then(|| quote!(#[must_use]));
    let deprecated = marks.deprecated.as_ref().map(|text| match text.as_str() {
        "" => quote!(#[deprecated]),
        text => quote!(#[deprecated(note = #text)]),
    });
    quote!(#must_use #deprecated)
}

/// A function of the type `raw`.
pub(super) fn raw_function(function: &PlannedFunction, reach: Reach<'_>) -> TokenStream {
    match &function.slot {
        Some(slot) => library::function(function, slot, reach),
        None => wrapper(function, reach),
    }
}

fn wrapper(function: &PlannedFunction, reach: Reach<'_>) -> TokenStream {
    let name = mark(&function.label.name, function.label.span);
    let doc = doc(&function.label);
    let symbol = function.link_name.as_ref().unwrap_or(&function.label.name);
    let own = function.parameters.iter().map(|Parameter { name, ty, passing: _ }| {
        let name = ident(name);
        let ty = type_tokens(ty);
        quote!(#name: #ty)
    });
    let foreign = function.parameters.iter().map(|Parameter { name, ty, passing }| {
        let name = ident(name);
        let ty = type_tokens(ty);
        match passing {
            Passing::Value => quote!(#name: #ty),
            Passing::Pointer => quote!(#name: *const #ty),
        }
    });
    let arguments = function.parameters.iter().map(|Parameter { name, ty: _, passing }| {
        let name = ident(name);
        match passing {
            Passing::Value => quote!(#name),
            Passing::Pointer => quote!(&raw const #name),
        }
    });
    let marks = marks(&function.marks);
    let abi = function.abi.name();
    let result = result_tokens(&function.result);
    let (receiver, begins, quiet) = (reach.receiver(), reach.begins(), reach.quiet());
    let linkage = reach.linkage(function.abi);
    // The block's own C code has no table.
    let (table, given) = match function.through {
        Through::Itself => (TokenStream::new(), TokenStream::new()),
        Through::Stub => (reach.parameter(), reach.argument()),
    };
    let (stub_result, out, body) = match function.result_passing {
        // SAFETY of the code: the stub has this signature, and the caller keeps the C function's own rules.
        Passing::Value => (result.clone(), TokenStream::new(), quote!(unsafe { __stub(#given #(#arguments),*) })),
        Passing::Pointer => returned(&function.result, &given, arguments.collect()),
    };
    quote! {
        #doc
        #[doc = ""]
        #[doc = "# Safety"]
        #[doc = ""]
        #[doc = "The rules of the C function."]
        #marks
        #quiet
        #[allow(non_snake_case, dead_code, improper_ctypes, improper_ctypes_definitions)]
        #[inline]
        pub unsafe #linkage fn #name(#receiver #(#own),*) #result {
            #begins
            #[allow(clashing_extern_declarations)]
            unsafe extern #abi {
                #[link_name = #symbol]
                fn __stub(#table #out #(#foreign),*) #stub_result;
            }
            #body
        }
    }
}

// The result type of the stub, its first parameter, and the call.
fn returned(
    result: &RustType,
    given: &TokenStream,
    arguments: Vec<TokenStream>,
) -> (TokenStream, TokenStream, TokenStream) {
    let ty = type_tokens(result);
    // SAFETY of the code: the stub has this signature, and fills the whole result before it returns.
    let body = quote! {
        let mut __out = ::core::mem::MaybeUninit::<#ty>::uninit();
        unsafe {
            __stub(#given __out.as_mut_ptr(), #(#arguments),*);
            __out.assume_init()
        }
    };
    (TokenStream::new(), quote!(__out: *mut #ty,), body)
}
