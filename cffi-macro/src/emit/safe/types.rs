//! The types that words make: statuses, errors, objects with destructors, memory that C frees.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use crate::emit::rust::{doc, ident, result_tokens, type_tokens};
use crate::emit::safe::number::number;
use crate::emit::safe::term::{Status, literal, truth};
use crate::emit::table::address;
use crate::plan::{
    Callee, GetterKind, Lending, PartKind, PlannedError, PlannedFree, PlannedGetters, PlannedHandle, PlannedStatus,
    PlannedText, RustType,
};
use crate::respan::mark;

/// `typedef _Return_type_success_(…) int t;`: a newtype, which is an error where it says so.
pub(in crate::emit) fn status(status: &PlannedStatus) -> TokenStream {
    let PlannedStatus { label, repr, text } = status;
    let (name, doc, repr) = (mark(&label.name, label.span), doc(label), type_tokens(repr));
    let c_name = &label.name;
    let number = quote!(::core::write!(__f, "{} {}", #c_name, self.0));
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
                unsafe { __cffi_rt::__private::fmt_text(__text(self.0), self.0, __f) }
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
            fn eq(&self, __other: &#repr) -> ::core::primitive::bool {
                self.0 == *__other
            }
        }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
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
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                ::core::fmt::Debug::fmt(self, __f)
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
    let shown_status = status.as_ref().map(|_| quote!(::core::write!(__f, "{:?}: ", self.status)?;));
    let members = fields.iter().map(|(field, kind)| {
        let (text, field) = (format!("C's `{field}`."), ident(field));
        match kind {
            PartKind::Number => quote!(#[doc = #text] pub #field: ::core::primitive::i128),
            PartKind::Text => quote!(#[doc = #text] pub #field: __cffi_rt::__private::CString),
        }
    });
    let shown = fields.iter().enumerate().map(|(index, (field, kind))| {
        let separator = (index > 0).then(|| quote!(__f.write_str(", ")?;));
        let field = ident(field);
        match kind {
            PartKind::Number => quote!(#separator ::core::write!(__f, "{}", self.#field)?;),
            PartKind::Text => quote!(#separator __f.write_str(&self.#field.to_string_lossy())?;),
        }
    });
    let doc = format!("What C tells of a failed call, by `{told_by}`.");
    quote! {
        #[doc = #doc]
        #[allow(non_camel_case_types, non_snake_case)]
        #[derive(::core::clone::Clone, ::core::fmt::Debug, ::core::cmp::PartialEq, ::core::cmp::Eq)]
        pub struct #name { #status_field #(#members),* }
        impl ::core::fmt::Display for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
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
    let ((object, argument), pointer) = (object_of(handle), quote!(*mut ::core::ffi::c_void));
    // SAFETY of the code, of all `impl`s here: the writer vouches for the words.
    let destroy = handle.destroy.as_ref().map(|destructor| {
        let Called { declared, call } =
            called(&destructor.callee, &destructor.result, "__destroy", &pointer, &argument);
        // A handle that carries its library has memory of its own.
        let gone = handle.bound.then(|| quote!(unsafe { __cffi_rt::__private::bound::release(__this) };));
        let tried = destructor.status.as_ref().map(|success| {
            let result = type_tokens(&destructor.result);
            let success = truth(&Status(&handle.name), success);
            let (survival, gone_on_failure) = match destructor.kept_on_failure {
                true => (quote!(Kept), None),
                false => (quote!(Gone), gone.as_ref()),
            };
            quote! {
                unsafe impl #generics __cffi_rt::TryDestroy for #ty {
                    type Error = #result;
                    unsafe fn try_destroy(
                        __this: ::core::ptr::NonNull<Self>,
                    ) -> ::core::result::Result<(), (__cffi_rt::Survival, Self::Error)> {
                        #declared
                        #object
                        let __result = unsafe { #call };
                        if #success {
                            #gone
                            ::core::result::Result::Ok(())
                        } else {
                            #gone_on_failure
                            ::core::result::Result::Err((__cffi_rt::Survival::#survival, __result))
                        }
                    }
                }
            }
        });
        quote! {
            unsafe impl #generics __cffi_rt::Destroy for #ty {
                #[inline]
                unsafe fn destroy(__this: ::core::ptr::NonNull<Self>) {
                    #declared
                    #object
                    let _ = unsafe { #call };
                    #gone
                }
            }
            #tried
        }
    });
    let retain = handle.retain.as_ref().map(|retain| {
        let fact = "an object that it counts has no room for one more owner";
        let text = &handle.name;
        let Called { declared, call } = called(&retain.callee, &retain.result, "__retain", &pointer, &argument);
        let done = match (&retain.result, retain.checked) {
            (RustType::Primitive("bool"), true) => quote!(#call),
            (_, true) => quote!(#call != 0),
            (_, false) => quote!({ let _ = #call; true }),
        };
        let shared = handle.bound.then(|| quote!(unsafe { __cffi_rt::__private::bound::share(__this) };));
        quote! {
            unsafe impl #generics __cffi_rt::Retain for #ty {
                #[inline]
                unsafe fn retain(__this: ::core::ptr::NonNull<Self>) {
                    #declared
                    #object
                    if !unsafe { #done } {
                        __cffi_rt::__private::broken(#text, #fact);
                    }
                    #shared
                }
            }
        }
    });
    let send = handle.send.then(|| quote!(unsafe impl #generics ::core::marker::Send for #ty {}));
    let sync = handle.sync.then(|| quote!(unsafe impl #generics ::core::marker::Sync for #ty {}));
    quote!(#destroy #retain #send #sync)
}

/// The object of `__this` in the code, and its table where handles carry it; then what C gets.
fn object_of(handle: &PlannedHandle) -> (TokenStream, TokenStream) {
    match handle.bound {
        true => (
            quote! {
                #[allow(unused_variables)]
                let (__table, __object) = unsafe {
                    (__cffi_rt::__private::bound::table_of(__this), __cffi_rt::__private::bound::object_of(__this))
                };
            },
            quote!(__object),
        ),
        false => (TokenStream::new(), quote!(__this.as_ptr().cast())),
    }
}

/// The call of a C function that words name.
pub(super) struct Called {
    /// What stands in front of it.
    pub(super) declared: TokenStream,
    pub(super) call: TokenStream,
}

/// With one argument.
pub(super) fn called(callee: &Callee, result: &RustType, name: &str, ty: &TokenStream, value: &TokenStream) -> Called {
    let (name, result) = (format_ident!("{name}"), result_tokens(result));
    match callee {
        Callee::Symbol(symbol, abi) => {
            let abi = abi.name();
            Called {
                declared: quote! {
                    unsafe extern #abi {
                        #[allow(clashing_extern_declarations, improper_ctypes)]
                        #[link_name = #symbol]
                        fn #name(__this: #ty) #result;
                    }
                },
                call: quote!(#name(#value)),
            }
        }
        Callee::Loaded(slot, abi) => {
            let (address, abi) = (address(slot), abi.name());
            Called {
                declared: TokenStream::new(),
                call: quote! {
                    ::core::mem::transmute::<*mut ::core::ffi::c_void, unsafe extern #abi fn(#ty) #result>(#address)(
                        #value
                    )
                },
            }
        }
    }
}

/// What can be read of an object of C's.
pub(in crate::emit) fn getters(getters: &PlannedGetters) -> TokenStream {
    let name = ident(&getters.name);
    let parent = getters.child.then(|| quote!(<'_>));
    let this = match getters.bound {
        true => quote!(__cffi_rt::__private::bound::object(self).cast_const()),
        false => quote!(::core::ptr::from_ref(self).cast()),
    };
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
                    fn __get(__this: *const ::core::ffi::c_void) -> #foreign;
                }
                let __this = #this;
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
