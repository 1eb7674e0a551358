//! Where wrappers stand: in the module, or with the others of their type in an `impl`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Panics, Writer, state_names};
use crate::emit::rust::{ident, type_tokens};
use crate::emit::table::Reach;
use crate::plan::{Home, Keeper, Plan, RoleAccess};

/// The wrappers of a block.
pub(in crate::emit) struct Wrappers {
    /// Those that stand in the module, or are methods of its table.
    pub(in crate::emit) of_block: TokenStream,
    /// The types of tokens and the `impl`s of types.
    pub(in crate::emit) of_types: TokenStream,
}

/// Prints all wrappers of a block.
pub(in crate::emit) fn safe(plan: &Plan<'_>, reach: Reach<'_>) -> Wrappers {
    let (mut of_block, mut of_types) = (TokenStream::new(), super::state::tokens(&plan.safe));
    let panics = Panics::of(&plan.safe);
    let states = state_names(&plan.safe);
    let mut types: Vec<(&str, Lifetimes, Vec<TokenStream>)> = Vec::new();
    for function in &plan.safe {
        let written = Writer::new(function, &plan.raw_module, reach, &states).write(panics);
        let Home::Type { name, child, this } = &function.home else {
            of_block.extend(written);
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
        of_types.extend(quote! {
            #[allow(dead_code)]
            impl #generics #name #arguments { #(#methods)* }
        });
    }
    Wrappers { of_block, of_types }
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
    /// The type of the table, where that is a value.
    pub(super) fn table_type(&self) -> Option<TokenStream> {
        match self.reach {
            Reach::Items => None,
            Reach::Methods(table) => {
                let shape = ident(&table.shape);
                Some(quote!(&'static __cffi_rt::__private::table::Table<#shape>))
            }
        }
    }

    /// The table of the call, where that is a value.
    pub(super) fn table(&self) -> TokenStream {
        match (self.reach, self.function.home.this()) {
            (Reach::Items, _) => TokenStream::new(),
            (Reach::Methods(_), None) => self.reach.begins(),
            (Reach::Methods(_), Some(_)) => quote!(let __table = __cffi_rt::__private::bound::table(&*self);),
        }
    }

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
