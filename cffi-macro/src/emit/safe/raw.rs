//! What stands beside the wrappers: the functions with C's own signatures, and the `unsafe` that vouches.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::state;
use crate::emit::function::raw_function;
use crate::emit::rust::ident;
use crate::emit::table::Reach;
use crate::model::Span;
use crate::plan::Plan;
use crate::respan::mark_unsafe;

/// The type `raw`, whose associated functions are C's own.
pub(in crate::emit) fn raw(plan: &Plan<'_>, reach: Reach<'_>) -> TokenStream {
    let Plan { raw_module: module, raw: functions, safe, ledger, .. } = plan;
    if functions.is_empty() {
        return TokenStream::new();
    }
    let module = format_ident!("{module}");
    let doc = format!(
        "The functions with C's own signatures, for those of this block that have safe ones.\n\n\
         What the safe ones rest on:\n\n\
         | function | checked | the header says | the block says |\n| --- | --- | --- | --- |\n{ledger}"
    );
    let functions = functions.iter().map(|function| raw_function(function, reach));
    let statics = state::statics(safe, reach);
    let raw = match (plan.library.as_ref(), reach) {
        (Some(library), Reach::Methods(_)) => {
            let shape = ident(&library.name);
            quote! {
                #[derive(::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug)]
                pub struct raw(pub(super) &'static __cffi_rt::__private::table::Table<super::#shape>);
            }
        }
        (None, _) | (_, Reach::Items) => quote! {
            #[derive(::core::fmt::Debug)]
            pub enum raw {}
        },
    };
    quote! {
        #[doc(hidden)]
        #[allow(non_camel_case_types)]
        pub mod #module {
            #[doc = #doc]
            #[allow(dead_code)]
            #raw
            #statics
        }
        // A module may hold several blocks.
        #[allow(unused_imports)]
        #[doc(inline)]
        pub use #module::*;
        #[allow(dead_code)]
        impl #module::raw { #(#functions)* }
    }
}

/// The user's own `unsafe extern "C"`, so that `unsafe_code` fires there, and nowhere else.
pub(in crate::emit) fn vouched(span: Span) -> TokenStream {
    let token = mark_unsafe(span);
    quote!(#token extern "C" {})
}
