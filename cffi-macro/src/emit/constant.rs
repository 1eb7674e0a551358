//! Constants, and functions for the addresses and values that only C can tell.

use proc_macro2::TokenStream;
use quote::quote;

use crate::plan::{AddressSource, ConstantSource, Mutability, Passing, PlannedAddress, PlannedConstant, Sharing};
use crate::respan::mark;

use super::rust::{doc, pointer_tokens, type_tokens, value_tokens};
use super::table::{Reach, found, of_this_thread};

pub(super) fn constant(constant: &PlannedConstant, reach: Reach<'_>) -> TokenStream {
    let (receiver, begins) = (reach.receiver(), reach.begins());
    let (parameter, argument) = (reach.parameter(), reach.argument());
    let name = mark(&constant.label.name, constant.label.span);
    let doc = doc(&constant.label);
    let ty = type_tokens(&constant.ty);
    match &constant.source {
        ConstantSource::Value(value) => {
            let value = value_tokens(value);
            quote! {
                #doc
                #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
                pub const #name: #ty = #value;
            }
        }
        ConstantSource::Optional(value) => {
            let value = match value {
                Some(value) => {
                    let value = value_tokens(value);
                    quote!(::core::option::Option::Some(#value))
                }
                None => quote!(::core::option::Option::None),
            };
            quote! {
                #doc
                #[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
                pub const #name: ::core::option::Option<#ty> = #value;
            }
        }
        // SAFETY of the code: the stub has this signature and only evaluates the header's constant.
        ConstantSource::Stub { symbol, passing: Passing::Value } => quote! {
            #doc
            #[allow(non_snake_case, dead_code, improper_ctypes)]
            #[inline]
            pub fn #name(#receiver) -> #ty {
                #begins
                unsafe extern "C" {
                    #[link_name = #symbol]
                    fn __stub(#parameter) -> #ty;
                }
                unsafe { __stub(#argument) }
            }
        },
        // SAFETY of the code: the same, and the stub fills the whole value before it returns.
        ConstantSource::Stub { symbol, passing: Passing::Pointer } => quote! {
            #doc
            #[allow(non_snake_case, dead_code, improper_ctypes)]
            #[inline]
            pub fn #name(#receiver) -> #ty {
                #begins
                unsafe extern "C" {
                    #[link_name = #symbol]
                    fn __stub(#parameter __out: *mut #ty);
                }
                let mut __out = ::core::mem::MaybeUninit::<#ty>::uninit();
                unsafe {
                    __stub(#argument __out.as_mut_ptr());
                    __out.assume_init()
                }
            }
        },
    }
}

pub(super) fn address(address: &PlannedAddress, reach: Reach<'_>) -> TokenStream {
    let (receiver, begins) = (reach.receiver(), reach.begins());
    let (parameter, argument) = (reach.parameter(), reach.argument());
    let name = mark(&address.label.name, address.label.span);
    let doc = doc(&address.label);
    let ty = type_tokens(&address.ty);
    let pointer = pointer_tokens(&address.ty, address.mutability);
    let body = match &address.source {
        // SAFETY of the code: the stub has this signature and only takes an address.
        AddressSource::Stub(symbol) => quote! {
            unsafe extern "C" {
                #[link_name = #symbol]
                fn __stub(#parameter) -> #pointer;
            }
            unsafe { __stub(#argument) }
        },
        AddressSource::Variable(symbol) => {
            let take = match address.mutability {
                Mutability::Const => quote!(&raw const __variable),
                Mutability::Mut => quote!(&raw mut __variable),
            };
            quote! {
                unsafe extern "C" {
                    #[link_name = #symbol]
                    static mut __variable: #ty;
                }
                #take
            }
        }
        // The address is checked to be there, and the declaration vouches for what it is of.
        AddressSource::Loaded(slot, sharing) => {
            let found = match sharing {
                Sharing::AllThreads => found(slot),
                Sharing::EachThread => of_this_thread(slot),
            };
            quote!(#found.cast())
        }
        AddressSource::LoadedOptional(slot) => {
            let found = found(slot);
            quote! {
                let __address: #pointer = #found.cast();
                if __address.is_null() { ::core::option::Option::None } else { ::core::option::Option::Some(__address) }
            }
        }
        AddressSource::Optional(None) => quote!(::core::option::Option::None),
        // SAFETY of the code: the stub has this signature and only takes an address.
        AddressSource::Optional(Some(symbol)) => quote! {
            unsafe extern "C" {
                #[link_name = #symbol]
                fn __stub() -> #pointer;
            }
            let __address = unsafe { __stub() };
            if __address.is_null() { ::core::option::Option::None } else { ::core::option::Option::Some(__address) }
        },
    };
    let quiet = reach.quiet();
    let result = match &address.source {
        AddressSource::Stub(_) | AddressSource::Variable(_) | AddressSource::Loaded(..) => pointer,
        AddressSource::Optional(_) | AddressSource::LoadedOptional(_) => quote!(::core::option::Option<#pointer>),
    };
    quote! {
        #doc
        #quiet
        #[allow(non_snake_case, non_upper_case_globals, dead_code, improper_ctypes, clashing_extern_declarations)]
        #[inline]
        pub fn #name(#receiver) -> #result {
            #begins
            #body
        }
    }
}
