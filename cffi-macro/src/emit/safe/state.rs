//! What a wrapper sees to before the call: a library that is initialised once, a lock.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use crate::emit::rust::ident;
use crate::emit::table::Reach;
use crate::plan::{Failure, PlannedSafe, ProviderFails, State};

/// What functions of the block provide, each name once.
pub(in crate::emit) fn state_names(functions: &[PlannedSafe]) -> Vec<&str> {
    let states = functions.iter().flat_map(|function| &function.safe.states).filter_map(|state| match state {
        State::Provider(name) | State::Provided { name, .. } => Some(name.as_str()),
        State::Locked(_) | State::Grants(_) | State::Granted(_) => None,
    });
    let names: BTreeSet<&str> = states.collect();
    names.into_iter().collect()
}

/// The statics of a block's states, for the hidden module; each library that is a value has states of its own.
pub(super) fn statics(functions: &[PlannedSafe], reach: Reach<'_>) -> TokenStream {
    let mut names: Vec<(&str, &str, TokenStream)> = Vec::new();
    for state in functions.iter().flat_map(|function| &function.safe.states) {
        let (kind, name, ty) = match (state, reach) {
            (State::Provider(_) | State::Provided { .. }, Reach::Methods(_)) | (State::Granted(_), _) => continue,
            (State::Provider(name) | State::Provided { name, .. }, Reach::Items) => ("state", name, quote!(Provided)),
            (State::Locked(name), _) => ("lock", name, quote!(ReentrantLock)),
            (State::Grants(name), _) => ("token", name, quote!(Granted)),
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

/// The types of a block's tokens.
pub(super) fn tokens(functions: &[PlannedSafe]) -> TokenStream {
    let all: BTreeMap<&String, &String> = functions.iter().flat_map(|function| &function.tokens).collect();
    let types = all.into_iter().map(|(state, name)| {
        let doc = format!(
            "A token: the library is in the state `{state}`, as whoever has this knows.\n\n\
             There is one a process, which stays on its thread."
        );
        let text = name;
        let name = ident(name);
        quote! {
            #[doc = #doc]
            #[allow(non_camel_case_types)]
            #[must_use = "without it, what demands the state can't be called"]
            pub struct #name {
                not_send: ::core::marker::PhantomData<*mut ()>,
            }
            #[allow(dead_code)]
            impl #name {
                /// A token of what somebody else has brought about.
                ///
                /// # Safety
                ///
                /// The library is in that state, this is the thread that may use it, and both will stay so.
                #[inline]
                pub const unsafe fn assume() -> #name {
                    #name { not_send: ::core::marker::PhantomData }
                }
            }
            impl ::core::fmt::Debug for #name {
                fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                    __f.write_str(#text)
                }
            }
        }
    });
    quote!(#(#types)*)
}

impl Writer<'_> {
    /// The tokens that it takes, in front of what C takes.
    pub(super) fn takes_tokens(&mut self) {
        let function = self.function;
        for state in &function.safe.states {
            if let State::Granted(name) = state {
                let ty = self.token(name);
                self.parameters.push(quote!(_: &#ty));
            }
        }
    }

    /// The token that it gives, behind what C gives.
    pub(super) fn gives_tokens(&mut self) {
        let function = self.function;
        for state in &function.safe.states {
            if let State::Grants(name) = state {
                let ty = self.token(name);
                // SAFETY of the code: the writer vouches that a call which succeeds brings the state about.
                let token = quote!({
                    __granted.keep();
                    unsafe { #ty::assume() }
                });
                self.outs.push((quote!(#ty), token));
            }
        }
    }

    fn token(&self, state: &str) -> Ident {
        ident(self.function.tokens.get(state).map_or("", String::as_str))
    }

    /// What stands in front of everything else.
    pub(super) fn states(&self) -> TokenStream {
        let (module, c_name) = (&self.module, self.c_name());
        let states = self.function.safe.states.iter().map(|state| match state {
            // Its whole body is what is run once.
            State::Provider(_) => TokenStream::new(),
            // It is a parameter.
            State::Granted(_) => TokenStream::new(),
            State::Grants(name) => {
                let slot = format_ident!("__token_{name}");
                quote!(let __granted = #module::#slot.claim(#c_name, #name);)
            }
            State::Locked(name) => {
                let lock = format_ident!("__lock_{name}");
                quote!(let __guard = #module::#lock.lock();)
            }
            State::Provided { name, by, fails } => {
                let by = ident(&self.function.provider_names[by]);
                let by = match self.reach {
                    Reach::Items => quote!(#by),
                    Reach::Methods(table) => {
                        let table = ident(&table.name);
                        quote!(#table(__table).#by)
                    }
                };
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
            State::Provider(name) => Some(name.as_str()),
            State::Provided { .. } | State::Locked(_) | State::Grants(_) | State::Granted(_) => None,
        });
        let Some(provided) = provided else { return body };
        let module = &self.module;
        let provided = match self.reach {
            Reach::Items => {
                let name = format_ident!("__state_{provided}");
                quote!(#module::#name)
            }
            Reach::Methods(_) => {
                let index = self.states.iter().position(|name| *name == provided).unwrap_or_default();
                let index = Literal::usize_unsuffixed(index);
                quote!(__table.state(#index))
            }
        };
        match self.function.safe.failure {
            Failure::Never => quote! {
                let _ = #provided.provide(|| {
                    (|| -> #output { #body })();
                    ::core::result::Result::<(), ()>::Ok(())
                });
            },
            Failure::Nothing => quote! {
                #provided.provide(|| ::core::option::Option::ok_or((|| -> #output { #body })(), ())).ok()
            },
            Failure::Status(_) | Failure::Code(_) | Failure::Errno | Failure::ErrnoFrom(_) | Failure::Parts { .. } => {
                quote!(#provided.provide(|| -> #output { #body }))
            }
        }
    }
}
