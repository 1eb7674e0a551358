//! What a closure gets: C's values in, those of the closure out.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use super::outcome::{owned, owner};
use super::term::{Leaves, number};
use crate::emit::rust::type_tokens;
use crate::model::Term;
use crate::plan::{Before, Closure, Given, RustType};

impl Writer<'_> {
    pub(super) fn given_type(&mut self, given: &Given<RustType>) -> Option<TokenStream> {
        Some(match given {
            Given::Hidden => return None,
            Given::Value(ty) => type_tokens(ty),
            Given::Text { nullable: false } => quote!(&::core::ffi::CStr),
            Given::Text { nullable: true } => quote!(::core::option::Option<&::core::ffi::CStr>),
            Given::Reference { target, nullable } => {
                let target = self.object(target, &false);
                match nullable {
                    true => quote!(::core::option::Option<&#target>),
                    false => quote!(&#target),
                }
            }
            Given::Run { element, .. } => {
                let element = type_tokens(element);
                quote!(&[#element])
            }
            Given::Out { target, nullable, .. } => {
                let target = type_tokens(target);
                match nullable {
                    true => quote!(::core::option::Option<&mut #target>),
                    false => quote!(&mut #target),
                }
            }
            Given::OutRun { element, .. } => {
                let element = type_tokens(element);
                quote!(&mut [#element])
            }
            Given::Owned { target, owners, nullable } => {
                let (target, owner) = (self.object(target, &false), owner(*owners));
                match nullable {
                    true => quote!(::core::option::Option<#owner<#target>>),
                    false => quote!(#owner<#target>),
                }
            }
            Given::Texts { nullable: false, .. } => quote!(&[&::core::ffi::CStr]),
            Given::Texts { nullable: true, .. } => quote!(&[::core::option::Option<&::core::ffi::CStr>]),
        })
    }

    /// `__t1` and so on, made of what C passes.
    pub(super) fn converted(&mut self, closure: &Closure<RustType>) -> TokenStream {
        let (c_name, null) = (self.c_name(), "passed null to its callback");
        let mut out = TokenStream::new();
        for (at, given) in closure.parameters.iter().enumerate() {
            let (from, to) = (format_ident!("__c{at}"), format_ident!("__t{at}"));
            let some = |value: TokenStream| {
                quote! {
                    match #value {
                        ::core::option::Option::Some(__s) => __s,
                        ::core::option::Option::None => __cffi_rt::__private::broken(#c_name, #null),
                    }
                }
            };
            let choose = |value: TokenStream, nullable: bool| if nullable { value } else { some(value) };
            // SAFETY of the code: the writer vouches for what C passes, which lives until the callback returns.
            let value = match given {
                Given::Hidden | Given::Value(_) => continue,
                Given::Text { nullable } => {
                    choose(quote!(unsafe { __cffi_rt::__private::cstr(#from.cast()) }), *nullable)
                }
                Given::Reference { target: target @ RustType::Object(_), nullable } => {
                    let (target, lent) = (self.object(target, &false), format_ident!("__l{at}"));
                    out.extend(quote! {
                        let #lent = __cffi_rt::__private::bound::Lent::<#target>::new(
                            #from as *mut ::core::ffi::c_void,
                            __table,
                        );
                    });
                    let reference = quote!(#lent.as_ref().map(::core::convert::AsRef::<#target>::as_ref));
                    choose(reference, *nullable)
                }
                Given::Reference { target, nullable } => {
                    let target = self.object(target, &false);
                    let value = quote!(unsafe { __cffi_rt::__private::reference::<#target>(#from.cast(), #c_name) });
                    choose(value, *nullable)
                }
                Given::Run { element, count } => {
                    let (element, count) = (type_tokens(element), self.count(count));
                    quote!(unsafe { __cffi_rt::__private::slice_parts::<#element>(#from.cast(), #count, #c_name) })
                }
                Given::Out { target, nullable, .. } => {
                    let target = type_tokens(target);
                    choose(quote!(unsafe { #from.cast::<#target>().as_mut() }), *nullable)
                }
                Given::OutRun { element, count, .. } => {
                    let (element, count) = (type_tokens(element), self.count(count));
                    quote!(unsafe { __cffi_rt::__private::slice_parts_mut::<#element>(#from.cast(), #count, #c_name) })
                }
                Given::Owned { target, owners, nullable } => {
                    let object = self.object(target, &false);
                    choose(owned(target, &object, *owners, &quote!(#from)), *nullable)
                }
                Given::Texts { count, nullable } => {
                    let count = self.count(count);
                    let each = choose(quote!(unsafe { __cffi_rt::__private::cstr(*__s) }), *nullable);
                    quote! {
                        &*unsafe {
                            __cffi_rt::__private::slice_parts::<*const ::core::ffi::c_char>(
                                #from.cast(), #count, #c_name,
                            )
                        }
                        .iter()
                        .map(|__s| #each)
                        .collect::<__cffi_rt::__private::Vec<_>>()
                    }
                }
            };
            out.extend(quote!(let #to = #value;));
        }
        out
    }

    /// Fills with zeroes what C has not, even if the closure will not be entered.
    pub(super) fn emptied(&self, closure: &Closure<RustType>) -> TokenStream {
        let c_name = self.c_name();
        let outs = closure.parameters.iter().enumerate().filter_map(|(at, given)| {
            let from = format_ident!("__c{at}");
            let (element, count) = match given {
                Given::Out { target, before: Before::Nothing, .. } => (type_tokens(target), quote!(1)),
                Given::OutRun { element, count, before: Before::Nothing, .. } => {
                    (type_tokens(element), self.count(count))
                }
                _ => return None,
            };
            Some(quote!(__cffi_rt::__private::callback::empty::<#element>(#from.cast(), #count, #c_name);))
        });
        // SAFETY of the code: the writer vouches for the memory, and zero is a value of each such type.
        quote!(#(#outs)*)
    }

    /// What the closure answers, which can't have filled more than there is.
    pub(super) fn filled(&self, closure: &Closure<RustType>, answer: &TokenStream) -> TokenStream {
        let c_name = self.c_name();
        let told = closure.parameters.iter().enumerate().filter_map(|(at, given)| match given {
            Given::OutRun { count, told: true, .. } => {
                let (from, count) = (format_ident!("__c{at}"), self.count(count));
                Some(quote! {
                    __cffi_rt::__private::callback::filled(
                        __result as ::core::primitive::i128, #from.is_null(), #count, #c_name,
                    );
                })
            }
            _ => None,
        });
        let told: Vec<_> = told.collect();
        match told.as_slice() {
            [] => answer.clone(),
            told => quote!(let __result = #answer; #(#told)* __result),
        }
    }

    pub(super) fn values(&self, closure: &Closure<RustType>) -> Vec<Ident> {
        let all = closure.parameters.iter().enumerate();
        all.filter_map(|(at, given)| match given {
            Given::Hidden => None,
            Given::Value(_) => Some(format_ident!("__c{at}")),
            Given::Text { .. }
            | Given::Reference { .. }
            | Given::Run { .. }
            | Given::Texts { .. }
            | Given::Out { .. }
            | Given::OutRun { .. }
            | Given::Owned { .. } => Some(format_ident!("__t{at}")),
        })
        .collect()
    }

    /// A length in terms of the callback's parameters.
    fn count(&self, term: &Term) -> TokenStream {
        number(&Passed(self.c_name()), term)
    }
}

/// What C passes to a callback of the function.
struct Passed<'a>(&'a str);

impl Leaves for Passed<'_> {
    fn native(&self, leaf: &Term) -> TokenStream {
        match leaf {
            Term::Parameter(at) => {
                let name = format_ident!("__c{at}");
                quote!(#name)
            }
            // `judge` lets no other through.
            _ => quote!(0),
        }
    }

    fn c_name(&self) -> &str {
        self.0
    }
}
