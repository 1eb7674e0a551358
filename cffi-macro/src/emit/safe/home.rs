//! Where wrappers stand: in the module, or with the others of their type in an `impl`.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Panics, Writer};
use crate::emit::rust::{ident, type_tokens};
use crate::plan::{Home, PlannedSafe, RoleAccess};

/// Prints all wrappers of a block.
pub(in crate::emit) fn safe(functions: &[PlannedSafe], module: &str) -> TokenStream {
    let mut tokens = TokenStream::new();
    let panics = Panics::of(functions);
    let mut types: Vec<(&str, TokenStream, Vec<TokenStream>)> = Vec::new();
    for function in functions {
        let written = Writer::new(function, module).write(panics);
        match &function.home {
            Home::Module => tokens.extend(written),
            Home::Type { name, child, .. } => match types.iter_mut().find(|(other, ..)| other == name) {
                Some((.., methods)) => methods.push(written),
                None => types.push((name, if *child { quote!(<'_>) } else { TokenStream::new() }, vec![written])),
            },
        }
    }
    for (name, lifetime, methods) in types {
        let name = ident(name);
        tokens.extend(quote! {
            #[allow(dead_code)]
            impl #name #lifetime { #(#methods)* }
        });
    }
    tokens
}

impl Writer<'_> {
    /// The object whose method it is; `pointer` is made of `__s`.
    pub(super) fn this(&mut self, index: usize, access: RoleAccess, bound: bool, pointer: &TokenStream) {
        let raw = type_tokens(&self.function.parameters[index].ty);
        let argument = format_ident!("__a{index}");
        let reference = self.reference(access, bound, &quote!(self));
        self.parameters.insert(0, reference);
        self.arguments.extend(quote! {
            let #argument: #raw = {
                let __s = self;
                #pointer
            };
        });
    }
}
