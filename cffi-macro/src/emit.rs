//! A plan in, the Rust items of the block out.
//!
//! What is printed names only `__cffi_rt`, `::core` and the block's own items, each by a path that no item of the user's can hide.
//! Names that the user sees go through `respan::mark`.

mod accessor;
mod constant;
mod enumeration;
mod function;
mod library;
mod record;
mod rust;
mod safe;
mod table;
mod used;

use proc_macro2::TokenStream;
use quote::quote;

use crate::options::LinkKind;
use crate::plan::{ConstantSource, LongDoubleFact, Plan, PlannedAlias, PlannedLink, RustType};
use crate::respan::mark;

use rust::type_tokens;
use table::Reach;

/// Prints a block.
pub(crate) fn emit(plan: &Plan<'_>) -> TokenStream {
    let mut tokens = tracking(plan);
    tokens.extend(items(plan));
    tokens
}

/// Prints what can be told of a block that has errors, so that they are the only ones.
pub(crate) fn fallback(outline: &Plan<'_>) -> TokenStream {
    items(outline)
}

fn items(plan: &Plan<'_>) -> TokenStream {
    let mut tokens = TokenStream::new();
    let reach = Reach::of(plan);
    tokens.extend(plan.library.as_ref().map(library::library));
    tokens.extend(plan.long_double.map(long_double));
    tokens.extend(plan.records.iter().map(record::record));
    tokens.extend(plan.enums.iter().map(enumeration::enumeration));
    tokens.extend(plan.aliases.iter().map(alias));
    tokens.extend(used::paths(&plan.uses));
    tokens.extend(plan.used.iter().map(used::layout));
    tokens.extend(plan.vouched.iter().copied().map(safe::vouched));
    tokens.extend(plan.statuses.iter().map(safe::status));
    tokens.extend(plan.enum_errors.iter().map(|name| safe::enum_error(name)));
    tokens.extend(plan.errors.iter().map(safe::error));
    tokens.extend(plan.frees.iter().map(safe::free));
    tokens.extend(plan.handles.iter().map(safe::handle));
    tokens.extend(plan.getters.iter().map(safe::getters));
    tokens.extend(safe::raw(plan, reach));
    let safe = safe::safe(plan, reach);
    tokens.extend(safe.of_types);
    let (computed, constants): (Vec<_>, Vec<_>) =
        plan.constants.iter().partition(|constant| matches!(constant.source, ConstantSource::Stub { .. }));
    tokens.extend(constants.into_iter().map(|constant| constant::constant(constant, Reach::Items)));
    let links = plan.links.iter().map(link).collect();
    let mut functions = safe.of_block;
    functions.extend(computed.into_iter().map(|constant| constant::constant(constant, reach)));
    functions.extend(plan.addresses.iter().map(|address| constant::address(address, reach)));
    functions.extend(plan.optionals.iter().map(|optional| function::optional(optional, reach)));
    match (&plan.library, reach) {
        (Some(library), Reach::Methods(table)) => {
            functions.extend(function::methods(&plan.functions, reach));
            tokens.extend(function::functions(&function::beside_methods(&plan.functions), links));
            tokens.extend(table::table(plan, library, table, &functions));
        }
        (_, Reach::Items) | (None, Reach::Methods(_)) => {
            tokens.extend(functions);
            tokens.extend(function::functions(&plan.functions, links));
        }
    }
    tokens
}

/// Flags such as `-mlong-double-64` change the type, and its format is all that Rust knows of it.
fn long_double(fact: LongDoubleFact) -> TokenStream {
    let LongDoubleFact { size, align, digits } = fact;
    let (size, align, digits) = (rust::number(size), rust::number(align), rust::number(digits));
    quote! {
        const _: () = {
            ::core::assert!(::core::mem::size_of::<__cffi_rt::LongDouble>() == #size);
            ::core::assert!(::core::mem::align_of::<__cffi_rt::LongDouble>() == #align);
            ::core::assert!(__cffi_rt::LongDouble::MANTISSA_DIGITS == #digits);
        };
    }
}

fn tracking(plan: &Plan<'_>) -> TokenStream {
    let files = &plan.tracked_files;
    let variables = &plan.tracked_env;
    let files = (!files.is_empty()).then(|| {
        quote! { const _: &[&[::core::primitive::u8]] = &[#(::core::include_bytes!(#files)),*]; }
    });
    let variables = (!variables.is_empty()).then(|| {
        quote! {
            const _: &[::core::option::Option<&::core::primitive::str>] = &[#(::core::option_env!(#variables)),*];
        }
    });
    quote! { #files #variables }
}

fn link(link: &PlannedLink) -> TokenStream {
    let name = &link.name;
    match link.kind {
        LinkKind::Unspecified => quote!(#[link(name = #name)]),
        LinkKind::Dylib => quote!(#[link(name = #name, kind = "dylib")]),
        LinkKind::Static => quote!(#[link(name = #name, kind = "static")]),
        LinkKind::Framework => quote!(#[link(name = #name, kind = "framework")]),
    }
}

fn alias(alias: &PlannedAlias) -> TokenStream {
    let PlannedAlias { label, ty } = alias;
    let name = mark(&label.name, label.span);
    let doc = rust::doc(label);
    let (generics, ty) = match ty {
        RustType::Child(child) => {
            let child = rust::ident(child);
            (quote!(<'a>), quote!(#child<'a>))
        }
        ty => (TokenStream::new(), type_tokens(ty)),
    };
    quote! {
        #doc
        #[allow(non_camel_case_types, dead_code)]
        pub type #name #generics = #ty;
    }
}

#[cfg(test)]
mod tests;
