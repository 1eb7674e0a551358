//! What a wrapper sees to before the call: a library that is initialised once, a lock.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Writer;
use crate::emit::rust::ident;
use crate::plan::{Failure, PlannedSafe, ProviderFails, State};

/// The statics of a block's states, for the hidden module.
pub(super) fn statics(functions: &[PlannedSafe]) -> TokenStream {
    let mut names: Vec<(&str, &str, TokenStream)> = Vec::new();
    for state in functions.iter().flat_map(|function| &function.safe.states) {
        let (kind, name, ty) = match state {
            State::Provider(name) | State::Provided { name, .. } => ("state", name, quote!(Provided)),
            State::Locked(name) => ("lock", name, quote!(ReentrantLock)),
        };
        if names.iter().all(|(other, taken, _)| (*other, *taken) != (kind, name.as_str())) {
            names.push((kind, name, ty));
        }
    }
    let statics = names.iter().map(|(kind, name, ty)| {
        let name = format_ident!("__{kind}_{name}");
        quote! {
            #[allow(non_upper_case_globals)]
            pub(super) static #name: __cffi_rt::__private::#ty = __cffi_rt::__private::#ty::new();
        }
    });
    quote!(#(#statics)*)
}

impl Writer<'_> {
    /// What stands in front of everything else.
    pub(super) fn states(&self) -> TokenStream {
        let (module, c_name) = (&self.module, self.c_name());
        let states = self.function.safe.states.iter().map(|state| match state {
            // Its whole body is what is run once.
            State::Provider(_) => TokenStream::new(),
            State::Locked(name) => {
                let lock = format_ident!("__lock_{name}");
                quote!(let __guard = #module::#lock.lock();)
            }
            State::Provided { name, by, fails } => {
                let by = ident(&self.function.provider_names[by]);
                match fails {
                    ProviderFails::Never => quote!(#by();),
                    ProviderFails::WithoutAWord => quote! {
                        if ::core::option::Option::is_none(&#by()) {
                            __cffi_rt::__private::unavailable(#c_name, #name);
                        }
                    },
                    ProviderFails::AsTheCall if self.beside.is_empty() => quote! {
                        if let ::core::result::Result::Err(__error) = #by() {
                            return ::core::result::Result::Err(__error);
                        }
                    },
                    ProviderFails::WithAnError | ProviderFails::AsTheCall => quote! {
                        if let ::core::result::Result::Err(__error) = #by() {
                            __cffi_rt::__private::unavailable_because(#c_name, #name, &__error);
                        }
                    },
                }
            }
        });
        quote!(#(#states)*)
    }

    /// The body of a provider runs until it has once succeeded.
    pub(super) fn once(&self, output: &TokenStream, body: TokenStream) -> TokenStream {
        let provided = self.function.safe.states.iter().find_map(|state| match state {
            State::Provider(name) => Some(format_ident!("__state_{name}")),
            State::Provided { .. } | State::Locked(_) => None,
        });
        let Some(provided) = provided else { return body };
        let module = &self.module;
        match self.function.safe.failure {
            Failure::Never => quote! {
                let _ = #module::#provided.provide(|| {
                    (|| -> #output { #body })();
                    ::core::result::Result::<(), ()>::Ok(())
                });
            },
            Failure::Nothing => quote! {
                #module::#provided.provide(|| ::core::option::Option::ok_or((|| -> #output { #body })(), ())).ok()
            },
            Failure::Status(_) | Failure::Code(_) | Failure::Errno | Failure::ErrnoFrom(_) | Failure::Parts { .. } => {
                quote!(#module::#provided.provide(|| -> #output { #body }))
            }
        }
    }
}
