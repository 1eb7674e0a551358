//! Types of other blocks: nothing of them is printed but what rustc is to confirm.

use proc_macro2::TokenStream;
use quote::quote;

use crate::model::RustPath;
use crate::plan::{Completeness, PlannedUse};

use super::rust::{number, path_tokens};

/// Each path is a type, whether the block has a use for it or not; its pointers lead to what C has.
pub(crate) fn paths(paths: &[RustPath]) -> TokenStream {
    let sizes = paths.iter().map(|path| {
        let path = path_tokens(path);
        quote! {
            const _: () = {
                #[allow(unused_imports)]
                use __cffi_rt::__private::bound::Unbound as _;
                ::core::assert!(
                    !__cffi_rt::__private::bound::Asked::<#path>::IS_BOUND,
                    "a handle of `dlopen(struct …)` leads to its library, too, of which this block knows nothing"
                );
            };
        }
    });
    quote!(#(#sizes)*)
}

/// The layout is the one that this block's headers have.
pub(crate) fn layout(used: &PlannedUse) -> TokenStream {
    let path = path_tokens(&used.path);
    let (size, align) = (number(used.layout.0), number(used.layout.1));
    let opaque = match used.completeness {
        Completeness::Whole => TokenStream::new(),
        Completeness::Any => quote!(::core::mem::size_of::<#path>() == 0 ||),
    };
    let message = format!("`{}` has another layout in this block's headers", used.c_name);
    quote! {
        const _: () = ::core::assert!(
            #opaque ::core::mem::size_of::<#path>() == #size && ::core::mem::align_of::<#path>() == #align,
            #message
        );
    }
}
