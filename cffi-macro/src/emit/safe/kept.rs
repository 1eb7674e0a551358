//! References as parameters: for the call, as long as the result, or as long as the object that keeps them.

use proc_macro2::{Punct, Spacing, TokenStream};
use quote::{format_ident, quote};

use super::outcome::handle_type;
use super::{Writer, home};
use crate::emit::rust::ident;
use crate::plan::{Home, Keeper, RoleAccess, RustType};

/// The lifetime of the object that a parameter is.
pub(super) fn lifetime(keeper: usize) -> TokenStream {
    let (mark, name) = (Punct::new('\'', Spacing::Joint), format_ident!("keeper{keeper}"));
    quote!(#mark #name)
}

impl Writer<'_> {
    /// A reference, which shares the lifetime of the result or of what keeps it where C says so.
    pub(super) fn reference(
        &mut self,
        index: usize,
        access: RoleAccess,
        bound: bool,
        target: &TokenStream,
    ) -> TokenStream {
        let kept = self.kept(index);
        let lifetime = match kept {
            Some(lifetime) => Some(lifetime),
            None => bound.then(|| {
                self.has_lifetime = true;
                quote!('a)
            }),
        };
        match access {
            RoleAccess::Shared => quote!(& #lifetime #target),
            RoleAccess::Exclusive => quote!(& #lifetime mut #target),
        }
    }

    /// How long what C keeps is there.
    fn kept(&mut self, index: usize) -> Option<TokenStream> {
        Some(match self.function.safe.kept.get(&index)? {
            Keeper::Forever => quote!('static),
            Keeper::Object(keeper) => self.lifetime_of(*keeper),
        })
    }

    /// That of an object.
    fn lifetime_of(&mut self, keeper: usize) -> TokenStream {
        match &self.function.home {
            Home::Type { this: Some(this), .. } if *this == keeper => home::lifetime(),
            Home::Type { .. } | Home::Module => {
                if !self.lifetimes.contains(&keeper) {
                    self.lifetimes.push(keeper);
                }
                lifetime(keeper)
            }
        }
    }

    /// The type of an object that is a parameter.
    pub(super) fn object_of(&mut self, index: usize, target: &RustType) -> TokenStream {
        let keeps = self.function.safe.kept.values().any(|keeper| *keeper == Keeper::Object(index));
        let owner = matches!(self.function.safe.roles.get(index), Some(crate::plan::Role::Taken { .. }));
        match handle_type(target) {
            RustType::Child(name) if keeps => {
                let (name, lifetime) = (ident(name), self.lifetime_of(index));
                quote!(#name<#lifetime>)
            }
            // What is consumed takes what it keeps along.
            RustType::Child(name) if owner => {
                let name = ident(name);
                match self.kept(index) {
                    Some(lifetime) => quote!(#name<#lifetime>),
                    None => quote!(#name<'_>),
                }
            }
            target => self.object(target, &false),
        }
    }
}
