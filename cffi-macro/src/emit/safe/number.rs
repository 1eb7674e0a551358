//! Numbers that stand for objects: newtypes that own, and their use as parameters and results.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::types::{Called, called};
use super::{Writer, term};
use crate::emit::rust::{doc, ident, type_tokens};
use crate::model::{Term, TypedefId};
use crate::plan::{Label, PlannedDestructor, PlannedHandle, RustType};
use crate::respan::mark;

/// The newtype, whose value destroys the object.
pub(super) fn number(handle: &PlannedHandle, label: &Label, repr: &RustType) -> TokenStream {
    let (name, doc, repr) = (mark(&label.name, label.span), doc(label), type_tokens(repr));
    let text = &label.name;
    // SAFETY of the code, of all `impl`s here: the writer vouches for the words.
    let destroyed = |destructor: &PlannedDestructor, raw: &TokenStream| {
        called(&destructor.callee, &destructor.result, "__destroy", &repr, raw)
    };
    let close = handle.destroy.as_ref().and_then(|destructor| {
        let success = term::truth(&term::Status(&handle.name), destructor.status.as_ref()?);
        let ty = type_tokens(&destructor.result);
        let Called { declared, call } = destroyed(destructor, &quote!(__raw));
        Some(quote! {
            /// Destroys the object, and reports what dropping it ignores.
            ///
            /// # Errors
            ///
            /// What C returned; the object is gone all the same.
            pub fn close(self) -> ::core::result::Result<(), #ty> {
                #declared
                let __raw = self.into_raw();
                let __wrapper = __cffi_rt::__private::callback::Wrapper::enter();
                let __result = unsafe { #call };
                __wrapper.finish();
                if #success { ::core::result::Result::Ok(()) } else { ::core::result::Result::Err(__result) }
            }
        })
    });
    let drop = handle.destroy.as_ref().map(|destructor| {
        let Called { declared, call } = destroyed(destructor, &quote!(self.raw));
        quote! {
            impl ::core::ops::Drop for #name {
                #[inline]
                fn drop(&mut self) {
                    #declared
                    // Its own end reports a panic.
                    let _wrapper = __cffi_rt::__private::callback::Wrapper::enter();
                    let _ = unsafe { #call };
                }
            }
        }
    });
    let send = handle.send.then(|| quote!(unsafe impl ::core::marker::Send for #name {}));
    let sync = handle.sync.then(|| quote!(unsafe impl ::core::marker::Sync for #name {}));
    quote! {
        #doc
        ///
        /// The value owns the object that the number stands for, and destroys it when it is dropped.
        #[allow(non_camel_case_types)]
        #[repr(transparent)]
        pub struct #name {
            raw: #repr,
            not_send: ::core::marker::PhantomData<*mut ()>,
        }
        #[allow(dead_code)]
        impl #name {
            /// Takes over the object that a number stands for.
            ///
            /// # Safety
            ///
            /// The object is there, and nobody else will destroy it.
            #[inline]
            #[must_use]
            pub const unsafe fn from_raw(raw: #repr) -> #name {
                #name { raw, not_send: ::core::marker::PhantomData }
            }

            /// The number, which C knows the object by.
            #[inline]
            #[must_use]
            pub const fn as_raw(&self) -> #repr {
                self.raw
            }

            /// Gives the object up, without destroying it.
            #[inline]
            #[must_use]
            pub const fn into_raw(self) -> #repr {
                let __raw = self.raw;
                ::core::mem::forget(self);
                __raw
            }

            #close
        }
        #drop
        #send
        #sync
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.debug_tuple(#text).field(&self.raw).finish()
            }
        }
    }
}

impl Writer<'_> {
    pub(super) fn number_name(&self, of: TypedefId) -> Ident {
        ident(self.function.numbers.get(&of).map_or("", String::as_str))
    }

    pub(super) fn number_lent(&mut self, index: usize, of: TypedefId) {
        let (name, _) = self.parameter_name(index);
        let (ty, raw) = (self.number_name(of), type_tokens(&self.function.parameters[index].ty));
        let argument = format_ident!("__a{index}");
        self.parameters.push(quote!(#name: &#ty));
        self.arguments.extend(quote!(let #argument: #raw = #ty::as_raw(#name);));
    }

    pub(super) fn number_taken(&mut self, index: usize, of: TypedefId) {
        let (name, _) = self.parameter_name(index);
        let (ty, raw) = (self.number_name(of), type_tokens(&self.function.parameters[index].ty));
        let argument = format_ident!("__a{index}");
        self.parameters.push(quote!(#name: #ty));
        self.arguments.extend(quote!(let #argument: #raw = #ty::into_raw(#name);));
    }

    pub(super) fn number_out(&mut self, index: usize, of: TypedefId, length: Option<&Term>) {
        let ty = self.number_name(of);
        let RustType::Pointer(raw, _) = &self.function.parameters[index].ty else { return };
        let raw = type_tokens(raw);
        let value = format_ident!("__v{index}");
        // SAFETY of the code: the writer vouches that C gives such numbers where the call succeeds.
        match length.map(term::constant) {
            Some(length) => {
                self.out_variable(index, &quote!([#raw; #length]));
                self.outs.push((
                    quote!([#ty; #length]),
                    quote!(unsafe { #value.assume_init() }.map(|__s| unsafe { #ty::from_raw(__s) })),
                ));
            }
            None => {
                self.out_variable(index, &raw);
                self.outs.push((quote!(#ty), quote!(unsafe { #ty::from_raw(#value.assume_init()) })));
            }
        }
    }
}
