//! Where wrappers stand: in the module, or with the others of their type in an `impl`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Panics, Writer};
use crate::emit::rust::{ident, type_tokens};
use crate::plan::{Home, Keeper, PlannedSafe, RoleAccess};

/// Prints all wrappers of a block.
pub(in crate::emit) fn safe(functions: &[PlannedSafe], module: &str) -> TokenStream {
    let mut tokens = super::state::tokens(functions);
    let panics = Panics::of(functions);
    let mut types: Vec<(&str, Lifetimes, Vec<TokenStream>)> = Vec::new();
    for function in functions {
        let written = Writer::new(function, module).write(panics);
        let Home::Type { name, child, this } = &function.home else {
            tokens.extend(written);
            continue;
        };
        let named = this.is_some_and(|this| function.safe.kept.values().any(|by| *by == Keeper::Object(this)));
        let lifetimes = match (child, named) {
            (false, _) => Lifetimes::None,
            (true, false) => Lifetimes::Unnamed,
            (true, true) => Lifetimes::Named,
        };
        match types.iter_mut().find(|(other, all, _)| other == name && *all == lifetimes) {
            Some((.., methods)) => methods.push(written),
            None => types.push((name, lifetimes, vec![written])),
        }
    }
    for (name, lifetimes, methods) in types {
        let name = ident(name);
        let (generics, arguments) = match lifetimes {
            Lifetimes::None => (TokenStream::new(), TokenStream::new()),
            Lifetimes::Unnamed => (TokenStream::new(), quote!(<'_>)),
            Lifetimes::Named => {
                let lifetime = lifetime();
                (quote!(<#lifetime>), quote!(<#lifetime>))
            }
        };
        tokens.extend(quote! {
            #[allow(dead_code)]
            impl #generics #name #arguments { #(#methods)* }
        });
    }
    tokens
}

/// What an `impl` calls the lifetime of its type.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Lifetimes {
    None,
    Unnamed,
    /// Its methods name it.
    Named,
}

/// The lifetime of the object whose method it is.
pub(super) fn lifetime() -> TokenStream {
    quote!('object)
}

impl Writer<'_> {
    /// The object whose method it is; `pointer` is made of `__s`.
    pub(super) fn this(&mut self, index: usize, access: RoleAccess, bound: bool, pointer: &TokenStream) {
        let raw = type_tokens(&self.function.parameters[index].ty);
        let argument = format_ident!("__a{index}");
        let reference = self.reference(index, access, bound, &quote!(self));
        self.parameters.insert(0, reference);
        self.arguments.extend(quote! {
            let #argument: #raw = {
                let __s = self;
                #pointer
            };
        });
    }
}
