//! What a wrapper returns: the result of the call and what C gave back, or the error.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Writer;
use crate::emit::rust::{ident, type_tokens};
use crate::plan::{Failure, Outcome, PartSource, RustType};

/// What is given back beside the result, and the result.
pub(super) fn with(beside: &[(TokenStream, TokenStream)], ty: &TokenStream, value: &TokenStream) -> TokenStream {
    let values = beside.iter().map(|(_, value)| value);
    match (beside, is_unit(ty)) {
        ([], _) => value.clone(),
        ([(_, only)], true) => quote!(#only),
        (_, true) => quote!((#(#values),*)),
        (_, false) => quote!((#(#values,)* #value)),
    }
}

/// The type of that.
pub(super) fn types(beside: &[(TokenStream, TokenStream)], ty: TokenStream) -> TokenStream {
    let types = beside.iter().map(|(ty, _)| ty);
    match (beside, is_unit(&ty)) {
        ([], _) => ty,
        ([(only, _)], true) => only.clone(),
        (_, true) => quote!((#(#types),*)),
        (_, false) => quote!((#(#types,)* #ty)),
    }
}

fn is_unit(ty: &TokenStream) -> bool {
    ty.to_string() == quote!(()).to_string()
}

impl Writer<'_> {
    /// What is done if the call failed, and the type of the whole.
    pub(super) fn output(&mut self) -> (TokenStream, TokenStream) {
        let (types, values): (Vec<_>, Vec<_>) = self.outs.drain(..).unzip();
        let (ty, value) = match (types.as_slice(), values.as_slice()) {
            ([], []) => (quote!(()), quote!(())),
            ([ty], [value]) => (ty.clone(), value.clone()),
            _ => (quote!((#(#types),*)), quote!((#(#values),*))),
        };
        let failure = self.function.safe.failure.clone();
        let Some((wrap, error)) = self.failure(&failure) else {
            self.after.extend(value);
            return (TokenStream::new(), ty);
        };
        let success = self.function.safe.success.clone();
        let condition = success.as_ref().map_or_else(|| quote!(true), |success| self.truth(success));
        let refused = &self.refused;
        let error = match refused.is_empty() {
            true => quote!(return #error;),
            false => quote! {
                let __error = #error;
                #refused
                return __error;
            },
        };
        let check = quote!(if !(#condition) { #error });
        match wrap {
            None => {
                self.after.extend(quote!(::core::option::Option::Some(#value)));
                (check, quote!(::core::option::Option<#ty>))
            }
            Some(error) => {
                self.after.extend(quote!(::core::result::Result::Ok(#value)));
                (check, quote!(::core::result::Result<#ty, #error>))
            }
        }
    }

    pub(super) fn result(&mut self) -> Option<(TokenStream, TokenStream)> {
        let outcome = self.function.safe.result.clone();
        match &outcome {
            Outcome::Nothing => None,
            Outcome::Value(ty) => Some((type_tokens(ty), quote!(__result))),
            outcome => self.outcome(outcome, &quote!(__result)),
        }
    }

    /// The type of the error, or None for `Option`, and the whole value.
    fn failure(&mut self, failure: &Failure<RustType>) -> Option<(Option<TokenStream>, TokenStream)> {
        let (ty, value) = match failure {
            Failure::Never => return None,
            Failure::Nothing => return Some((None, quote!(::core::option::Option::None))),
            Failure::Status(ty) => (type_tokens(ty), quote!(__result)),
            Failure::Code(ty) => {
                let ty = type_tokens(ty);
                (quote!(__cffi_rt::ErrorCode<#ty>), quote!(__cffi_rt::ErrorCode(__result)))
            }
            Failure::Errno => (quote!(__cffi_rt::Errno), quote!(__cffi_rt::Errno::from_raw(__errno))),
            Failure::ErrnoFrom(term) => {
                let number = self.number(term);
                (quote!(__cffi_rt::Errno), quote!(__cffi_rt::Errno::from_raw(__cffi_rt::__private::errno(#number))))
            }
            Failure::Parts { status, parts } => {
                let name = ident(self.function.error.as_deref().unwrap_or_default());
                let status = status.as_ref().map(|_| quote!(status: __result,));
                let fields = parts.iter().map(|part| {
                    let field = ident(&part.name);
                    let value = match part.source {
                        PartSource::Asked(operand) => self.operand(operand),
                        // SAFETY of the code: the text is freed when the wrapper returns.
                        PartSource::Out(index) => {
                            let value = format_ident!("__v{index}");
                            quote!(unsafe { __cffi_rt::__private::copied_text(#value.cast()) })
                        }
                    };
                    quote!(#field: #value)
                });
                (quote!(#name), quote!(#name { #status #(#fields),* }))
            }
        };
        Some((Some(ty), quote!(::core::result::Result::Err(#value))))
    }
}
