//! Enums: newtypes, because C may return any value.
//!
//! Parameters of ours begin with `__`, for a pattern named like a constant or a newtype of the block would mean that.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::plan::PlannedEnum;
use crate::respan::mark;

use super::rust::{doc, ident, integer, type_tokens};

pub(crate) fn enumeration(item: &PlannedEnum) -> TokenStream {
    let newtype = newtype(item);
    match &item.module {
        None => newtype,
        // What a glob brings in gives way to what stands beside it, so that a function with the newtype's name is
        // the function and the type is the newtype.
        Some(module) => {
            let module = format_ident!("{module}");
            quote! {
                #[doc(hidden)]
                mod #module { #newtype }
                #[allow(unused_imports)]
                pub use #module::*;
            }
        }
    }
}

fn newtype(item: &PlannedEnum) -> TokenStream {
    let definition = mark(&item.label.name, item.label.span);
    let name = ident(&item.label.name);
    let doc = doc(&item.label);
    let repr = type_tokens(&item.repr);
    let debug = debug(item);
    let operators = [("BitOr", "bitor", quote!(|)), ("BitAnd", "bitand", quote!(&)), ("BitXor", "bitxor", quote!(^))];
    let operators = operators.into_iter().map(|(operator, method, sign)| {
        let assign_operator = format_ident!("{operator}Assign");
        let assign_method = format_ident!("{method}_assign");
        let operator = format_ident!("{operator}");
        let method = format_ident!("{method}");
        quote! {
            impl ::core::ops::#operator for #name {
                type Output = Self;
                #[inline]
                fn #method(self, __other: Self) -> Self {
                    Self(self.0 #sign __other.0)
                }
            }
            impl ::core::ops::#assign_operator for #name {
                #[inline]
                fn #assign_method(&mut self, __other: Self) {
                    *self = Self(self.0 #sign __other.0);
                }
            }
        }
    });
    quote! {
        #doc
        #[allow(non_camel_case_types, dead_code)]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash
        )]
        #[repr(transparent)]
        pub struct #definition(#[doc = "The value."] pub #repr);
        #debug
        #(#operators)*
        impl ::core::ops::Not for #name {
            type Output = Self;
            #[inline]
            fn not(self) -> Self {
                Self(!self.0)
            }
        }
        impl ::core::convert::From<#name> for #repr {
            #[inline]
            fn from(__value: #name) -> Self {
                __value.0
            }
        }
    }
}

fn debug(item: &PlannedEnum) -> TokenStream {
    let name = ident(&item.label.name);
    let text = &item.label.name;
    let values = item.names.iter().map(|(value, _)| integer(*value));
    let names = item.names.iter().map(|(_, name)| name);
    let number = quote!(__f.debug_tuple(#text).field(&self.0).finish());
    // A `match` that only returns would make what follows unreachable.
    let body = match item.names.as_slice() {
        [] => number,
        _ => quote! {
            __f.write_str(match self.0 {
                #(#values => #names,)*
                _ => return #number,
            })
        },
    };
    quote! {
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #body
            }
        }
    }
}
