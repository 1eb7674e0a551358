//! What C gives back through parameters: variables, buffers and pointers of Rust's that it writes to.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::{Writer, scale};
use crate::emit::rust::type_tokens;
use crate::plan::{ByteUnit, Counting, Failure, Outcome, PartSource, RustType, Written};

impl Writer<'_> {
    pub(super) fn out_variable(&mut self, index: usize, ty: &TokenStream) {
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, value) = (format_ident!("__a{index}"), format_ident!("__v{index}"));
        self.arguments.extend(quote! {
            let mut #value = ::core::mem::MaybeUninit::<#ty>::uninit();
            let #argument: #raw = #value.as_mut_ptr().cast();
        });
    }

    pub(super) fn out_run(
        &mut self,
        index: usize,
        element: &RustType,
        counting: &Counting,
        unit: ByteUnit,
        written: &Written,
    ) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let element = type_tokens(element);
        let (argument, length, generic) =
            (format_ident!("__a{index}"), format_ident!("__n{index}"), format_ident!("__B{index}"));
        let scale = scale(unit, &element);
        self.generics.push(quote!(#generic: __cffi_rt::OutBuf<#element>));
        self.parameters.push(quote!(mut #name: #generic));
        self.lengths.extend(quote! {
            let #length: ::core::primitive::usize = __cffi_rt::OutBuf::<#element>::capacity(&#name) #scale;
        });
        self.arguments.extend(quote! {
            let #argument: #raw = __cffi_rt::OutBuf::<#element>::as_mut_ptr(&mut #name).cast();
        });
        let mut count = quote!(#length);
        if let Counting::Term(term) = counting {
            let need = self.number(term);
            let needed = format_ident!("__m{index}");
            self.checks.extend(quote! {
                let #needed: ::core::primitive::i128 = #need;
                __cffi_rt::__private::capacity(#length, #needed, #c_name, #text);
            });
            // It is at most the capacity.
            count = quote!((#needed as ::core::primitive::usize));
        }
        if let Written::Term(term) = written {
            let term = self.number(term);
            count = quote!(__cffi_rt::__private::written(#term, #length, #c_name, #text));
        }
        let unscale = match unit {
            ByteUnit::Elements => TokenStream::new(),
            ByteUnit::Bytes => quote!(/ ::core::mem::size_of::<#element>()),
        };
        let done = format_ident!("__d{index}");
        // SAFETY of the code: the count is at most the capacity, and the writer vouches that C filled so much.
        self.after.extend(quote! {
            let #done = {
                let __count: ::core::primitive::usize = #count #unscale;
                unsafe { __cffi_rt::OutBuf::<#element>::finish(#name, __count) }
            };
        });
        let out = quote!(<#generic as __cffi_rt::OutBuf<#element>>::Out);
        self.outs.push((out, quote!(#done)));
    }

    pub(super) fn out_text(&mut self, index: usize, counting: &Counting, bound: bool) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, length, generic) =
            (format_ident!("__a{index}"), format_ident!("__n{index}"), format_ident!("__B{index}"));
        self.has_lifetime = true;
        self.generics.push(quote!(#generic: __cffi_rt::OutStr<'a>));
        self.parameters.push(quote!(mut #name: #generic));
        self.lengths.extend(quote! {
            let #length: ::core::primitive::usize = __cffi_rt::OutStr::capacity(&#name);
        });
        self.arguments.extend(quote!(let #argument: #raw = __cffi_rt::OutStr::as_mut_ptr(&mut #name).cast();));
        if let Counting::Term(term) = counting {
            let need = self.number(term);
            self.checks.extend(quote!(__cffi_rt::__private::capacity(#length, #need, #c_name, #text);));
        }
        let done = format_ident!("__d{index}");
        // SAFETY of the code: the writer vouches that C wrote a text of at most this capacity.
        self.after.extend(quote!(let #done = unsafe { __cffi_rt::OutStr::finish(#name, #c_name, #text) };));
        // Otherwise the result stands for it.
        if !(bound && self.function.safe.result == Outcome::Filled(index)) {
            self.outs.push((quote!(&'a ::core::ffi::CStr), quote!(#done)));
        }
    }

    pub(super) fn out_pointer(&mut self, index: usize, what: &Outcome<RustType>, always: bool) {
        let (argument, value, done) =
            (format_ident!("__a{index}"), format_ident!("__v{index}"), format_ident!("__d{index}"));
        let raw = type_tokens(&self.function.parameters[index].ty);
        self.arguments.extend(quote! {
            let mut #value: *mut ::core::ffi::c_void = ::core::ptr::null_mut();
            let #argument: #raw = (&raw mut #value).cast();
        });
        let Some((ty, given)) = self.outcome(what, &quote!(#value)) else { return };
        // It is a part of the error, and of no use without one.
        let is_part = match &self.function.safe.failure {
            Failure::Parts { parts, .. } => parts.iter().any(|part| part.source == PartSource::Out(index)),
            _ => false,
        };
        if is_part {
            let (_, maybe) = self.outcome(&nullable(what), &quote!(#value)).unwrap_or((ty, given));
            self.always.extend(quote!(let #done = #maybe;));
        } else if always {
            // Ownership comes before the call's success is looked at, so that nothing leaks.
            let (_, maybe) = self.outcome(&nullable(what), &quote!(#value)).unwrap_or((ty.clone(), given));
            self.always.extend(quote!(let #done = #maybe;));
            let (c_name, fact) = (self.c_name(), "a pointer that it gives back is null");
            let value = match is_nullable(what) {
                true => quote!(#done),
                false => quote! {
                    match #done {
                        ::core::option::Option::Some(__s) => __s,
                        ::core::option::Option::None => __cffi_rt::__private::broken(#c_name, #fact),
                    }
                },
            };
            self.outs.push((ty, value));
        } else {
            self.outs.push((ty, given));
        }
    }
}

fn is_nullable(outcome: &Outcome<RustType>) -> bool {
    match outcome {
        Outcome::Nothing | Outcome::Value(_) | Outcome::Filled(_) | Outcome::Number(_) => false,
        Outcome::Text { nullable, .. }
        | Outcome::Run { nullable, .. }
        | Outcome::Texts { nullable, .. }
        | Outcome::Reference { nullable, .. }
        | Outcome::Owned { nullable, .. }
        | Outcome::OwnedText { nullable, .. }
        | Outcome::OwnedRun { nullable, .. }
        | Outcome::Offset { nullable, .. } => *nullable,
    }
}

/// The same, but maybe null.
fn nullable(outcome: &Outcome<RustType>) -> Outcome<RustType> {
    let mut outcome = outcome.clone();
    match &mut outcome {
        Outcome::Nothing | Outcome::Value(_) | Outcome::Filled(_) | Outcome::Number(_) => {}
        Outcome::Text { nullable, .. }
        | Outcome::Run { nullable, .. }
        | Outcome::Texts { nullable, .. }
        | Outcome::Reference { nullable, .. }
        | Outcome::Owned { nullable, .. }
        | Outcome::OwnedText { nullable, .. }
        | Outcome::OwnedRun { nullable, .. }
        | Outcome::Offset { nullable, .. } => *nullable = true,
    }
    outcome
}
