//! Lengths that buffers tell: the parameters that count them, and whether they agree.

use quote::{format_ident, quote};

use super::Writer;
use crate::emit::rust::type_tokens;
use crate::plan::{After, Counting, Role, RustType};

impl Writer<'_> {
    /// The value of a length, from the first buffer that it counts.
    pub(super) fn length(&mut self, index: usize) {
        let counted = self.counted(index);
        let Some(&first) = counted.first() else { return };
        let (_, text) = self.parameter_name(first);
        let c_name = self.c_name();
        let ty = type_tokens(&self.function.parameters[index].ty);
        let (argument, value, length) =
            (format_ident!("__a{index}"), format_ident!("__v{index}"), format_ident!("__n{first}"));
        match &self.function.safe.roles[index] {
            Role::LengthBehind { ty: number, after } => {
                let number = type_tokens(number);
                self.arguments.extend(quote! {
                    let mut #value: #number = __cffi_rt::__private::narrow(#length, #c_name, #text);
                    let #argument: #ty = (&raw mut #value).cast();
                });
                if *after == After::Returned {
                    self.outs.push((number, quote!(#value)));
                }
            }
            _ => self.arguments.extend(quote! {
                let #argument: #ty = __cffi_rt::__private::narrow(#length, #c_name, #text);
            }),
        }
    }

    /// The buffers that a parameter counts before the call.
    pub(super) fn counted(&self, index: usize) -> Vec<usize> {
        let counts = |role: &Role<RustType>| match role {
            Role::Run { counting, .. } | Role::OutRun { counting, .. } | Role::OutText { counting, .. } => {
                *counting == Counting::Parameter(index) || *counting == Counting::Target(index)
            }
            Role::Texts { counting: Some(counting), .. } => *counting == Counting::Parameter(index),
            _ => false,
        };
        let roles = self.function.safe.roles.iter().enumerate();
        roles.filter(|(_, role)| counts(role)).map(|(index, _)| index).collect()
    }

    pub(super) fn same_lengths(&mut self) {
        for index in 0..self.function.safe.roles.len() {
            let counted = self.counted(index);
            let Some((&first, others)) = counted.split_first() else { continue };
            for &other in others {
                let (a, b) = (format_ident!("__n{first}"), format_ident!("__n{other}"));
                let (c_name, left, right) = (self.c_name(), self.parameter_name(first).1, self.parameter_name(other).1);
                self.checks.extend(quote!(__cffi_rt::__private::same_length(#a, #b, #c_name, #left, #right);));
            }
        }
    }
}
