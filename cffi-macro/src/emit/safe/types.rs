//! The types that words make: statuses, errors, objects with destructors, memory that C frees.

use proc_macro2::TokenStream;
use quote::quote;

use crate::emit::rust::{doc, ident, type_tokens};
use crate::emit::safe::number::number;
use crate::emit::safe::term::{Status, literal, truth};
use crate::plan::{
    GetterKind, Lending, PartKind, PlannedError, PlannedFree, PlannedGetters, PlannedHandle, PlannedStatus, PlannedText,
};
use crate::respan::mark;

/// `typedef _Return_type_success_(…) int t;`: a newtype, which is an error where it says so.
pub(in crate::emit) fn status(status: &PlannedStatus) -> TokenStream {
    let PlannedStatus { label, repr, text } = status;
    let (name, doc, repr) = (mark(&label.name, label.span), doc(label), type_tokens(repr));
    let c_name = &label.name;
    let number = quote!(::core::write!(f, "{} {}", #c_name, self.0));
    let display = match text {
        None => number,
        // SAFETY of the code: the stub returns the library's text, or null, for each value that it takes.
        Some(PlannedText { symbol, range }) => {
            let unknown = range.map(|(low, high)| {
                let (low, high) = (literal(low), literal(high));
                quote! {
                    if !(#low..=#high).contains(&(self.0 as ::core::primitive::i128)) {
                        return #number;
                    }
                }
            });
            quote! {
                unsafe extern "C" {
                    #[allow(clashing_extern_declarations)]
                    #[link_name = #symbol]
                    fn __text(__status: #repr) -> *const ::core::ffi::c_char;
                }
                #unknown
                unsafe { __cffi_rt::__private::fmt_text(__text(self.0), self.0, f) }
            }
        }
    };
    quote! {
        #doc
        #[allow(non_camel_case_types)]
        #[derive(
            ::core::clone::Clone, ::core::marker::Copy, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq,
            ::core::cmp::PartialOrd, ::core::cmp::Ord, ::core::hash::Hash,
        )]
        #[repr(transparent)]
        pub struct #name(#[doc = "What C returned."] pub #repr);
        impl ::core::cmp::PartialEq<#repr> for #name {
            #[inline]
            fn eq(&self, other: &#repr) -> ::core::primitive::bool {
                self.0 == *other
            }
        }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #display
            }
        }
        impl ::core::error::Error for #name {}
    }
}

/// An enum that functions fail with.
pub(in crate::emit) fn enum_error(name: &str) -> TokenStream {
    let name = ident(name);
    quote! {
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self, f)
            }
        }
        impl ::core::error::Error for #name {}
    }
}

/// What C says of a failure.
pub(in crate::emit) fn error(error: &PlannedError) -> TokenStream {
    let PlannedError { name, told_by, span, status, fields } = error;
    let name = mark(name, *span);
    let status_field = status.as_ref().map(|ty| {
        let ty = type_tokens(ty);
        quote!(#[doc = "What C returned."] pub status: #ty,)
    });
    let shown_status = status.as_ref().map(|_| quote!(::core::write!(f, "{:?}: ", self.status)?;));
    let members = fields.iter().map(|(field, kind)| {
        let (text, field) = (format!("C's `{field}`."), ident(field));
        match kind {
            PartKind::Number => quote!(#[doc = #text] pub #field: ::core::primitive::i128),
            PartKind::Text => quote!(#[doc = #text] pub #field: __cffi_rt::__private::CString),
        }
    });
    let shown = fields.iter().enumerate().map(|(index, (field, kind))| {
        let separator = (index > 0).then(|| quote!(f.write_str(", ")?;));
        let field = ident(field);
        match kind {
            PartKind::Number => quote!(#separator ::core::write!(f, "{}", self.#field)?;),
            PartKind::Text => quote!(#separator f.write_str(&self.#field.to_string_lossy())?;),
        }
    });
    let doc = format!("What C tells of a failed call, by `{told_by}`.");
    quote! {
        #[doc = #doc]
        #[allow(non_camel_case_types, non_snake_case)]
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct #name { #status_field #(#members),* }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                #shown_status
                #(#shown)*
                ::core::result::Result::Ok(())
            }
        }
        impl ::core::error::Error for #name {}
    }
}

/// How objects of C's end.
pub(in crate::emit) fn handle(handle: &PlannedHandle) -> TokenStream {
    if let Some((label, repr)) = &handle.number {
        return number(handle, label, repr);
    }
    let name = ident(&handle.name);
    let (generics, ty) = match handle.child {
        true => (quote!(<'a>), quote!(#name<'a>)),
        false => (TokenStream::new(), quote!(#name)),
    };
    let ty_of_handle = ty.clone();
    // SAFETY of the code, of all `impl`s here: the writer vouches for the words.
    let destroy = handle.destroy.as_ref().map(|destructor| {
        let symbol = &destructor.symbol;
        let result = destructor.status.as_ref().map(|(ty, _)| {
            let ty = type_tokens(ty);
            quote!(-> #ty)
        });
        let tried = destructor.status.as_ref().map(|(ty, success)| {
            let (object, ty) = (&ty_of_handle, type_tokens(ty));
            let success = truth(&Status(&handle.name), success);
            let survival = if destructor.kept_on_failure { quote!(Kept) } else { quote!(Gone) };
            quote! {
                unsafe impl #generics __cffi_rt::TryDestroy for #object {
                    type Error = #ty;
                    unsafe fn try_destroy(
                        this: ::core::ptr::NonNull<Self>,
                    ) -> ::core::result::Result<(), (__cffi_rt::Survival, Self::Error)> {
                        unsafe extern "C" {
                            #[allow(clashing_extern_declarations, improper_ctypes)]
                            #[link_name = #symbol]
                            fn __destroy(this: *mut ::core::ffi::c_void) -> #ty;
                        }
                        let __result = unsafe { __destroy(this.as_ptr().cast()) };
                        if #success {
                            ::core::result::Result::Ok(())
                        } else {
                            ::core::result::Result::Err((__cffi_rt::Survival::#survival, __result))
                        }
                    }
                }
            }
        });
        quote! {
            unsafe impl #generics __cffi_rt::Destroy for #ty {
                #[inline]
                unsafe fn destroy(this: ::core::ptr::NonNull<Self>) {
                    unsafe extern "C" {
                        #[allow(clashing_extern_declarations, improper_ctypes)]
                        #[link_name = #symbol]
                        fn __destroy(this: *mut ::core::ffi::c_void) #result;
                    }
                    let _ = unsafe { __destroy(this.as_ptr().cast()) };
                }
            }
            #tried
        }
    });
    let retain = handle.retain.as_ref().map(|symbol| {
        let fact = "an object that it counts has no room for one more owner";
        let text = &handle.name;
        quote! {
            unsafe impl #generics __cffi_rt::Retain for #ty {
                #[inline]
                unsafe fn retain(this: ::core::ptr::NonNull<Self>) {
                    unsafe extern "C" {
                        #[allow(clashing_extern_declarations, improper_ctypes)]
                        #[link_name = #symbol]
                        fn __retain(this: *mut ::core::ffi::c_void) -> ::core::primitive::bool;
                    }
                    if !unsafe { __retain(this.as_ptr().cast()) } {
                        __cffi_rt::__private::broken(#text, #fact);
                    }
                }
            }
        }
    });
    let send = handle.send.then(|| quote!(unsafe impl #generics ::core::marker::Send for #ty {}));
    let sync = handle.sync.then(|| quote!(unsafe impl #generics ::core::marker::Sync for #ty {}));
    quote!(#destroy #retain #send #sync)
}

/// What can be read of an object of C's.
pub(in crate::emit) fn getters(getters: &PlannedGetters) -> TokenStream {
    let name = ident(&getters.name);
    let parent = getters.child.then(|| quote!(<'_>));
    let methods = getters.getters.iter().map(|getter| {
        let (name, doc, symbol) = (mark(&getter.label.name, getter.label.span), &getter.label.doc, &getter.symbol);
        // SAFETY of the code: a reference is to an object of C's, of which the stub reads a field; a field that the
        // writer calls text is one.
        let copied = quote!(<__cffi_rt::__private::CString as ::core::convert::From<&::core::ffi::CStr>>::from);
        let (ty, foreign, value) = match (getter.kind, getters.lending) {
            (GetterKind::Value, _) => {
                let ty = type_tokens(&getter.ty);
                (ty.clone(), ty, quote!(__get(__this)))
            }
            (GetterKind::Text, Lending::Copied | Lending::Refused) => (
                quote!(__cffi_rt::__private::CString),
                quote!(*const ::core::ffi::c_char),
                quote!(#copied(::core::ffi::CStr::from_ptr(__get(__this)))),
            ),
            (GetterKind::TextBehind, Lending::Copied | Lending::Refused) => (
                quote!(::core::option::Option<__cffi_rt::__private::CString>),
                quote!(*const ::core::ffi::c_char),
                quote!(__cffi_rt::__private::cstr(__get(__this)).map(#copied)),
            ),
            (GetterKind::Text, Lending::Lent) => (
                quote!(&::core::ffi::CStr),
                quote!(*const ::core::ffi::c_char),
                quote!(::core::ffi::CStr::from_ptr(__get(__this))),
            ),
            (GetterKind::TextBehind, Lending::Lent) => (
                quote!(::core::option::Option<&::core::ffi::CStr>),
                quote!(*const ::core::ffi::c_char),
                quote!(__cffi_rt::__private::cstr(__get(__this))),
            ),
        };
        quote! {
            #[doc = #doc]
            #[inline]
            pub fn #name(&self) -> #ty {
                unsafe extern "C" {
                    #[allow(clashing_extern_declarations, improper_ctypes)]
                    #[link_name = #symbol]
                    fn __get(this: *const ::core::ffi::c_void) -> #foreign;
                }
                let __this = ::core::ptr::from_ref(self).cast();
                unsafe { #value }
            }
        }
    });
    quote! {
        #[allow(non_snake_case, dead_code)]
        impl #name #parent { #(#methods)* }
    }
}

/// A type that stands for the function which frees.
pub(in crate::emit) fn free(free: &PlannedFree) -> TokenStream {
    let name = mark(&free.name, free.c_name.span);
    let doc = format!("Memory that C's `{}` frees.", free.c_name.text);
    let symbol = &free.symbol;
    // SAFETY of the code: the stub frees what the writer vouches that it may.
    quote! {
        #[doc = #doc]
        #[allow(non_camel_case_types)]
        #[derive(::core::fmt::Debug)]
        pub enum #name {}
        unsafe impl __cffi_rt::Free for #name {
            #[inline]
            unsafe fn free(memory: ::core::ptr::NonNull<::core::ffi::c_void>) {
                unsafe extern "C" {
                    #[allow(clashing_extern_declarations)]
                    #[link_name = #symbol]
                    fn __free(memory: *mut ::core::ffi::c_void);
                }
                unsafe { __free(memory.as_ptr()) }
            }
        }
    }
}
