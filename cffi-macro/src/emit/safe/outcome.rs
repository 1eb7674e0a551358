//! Pointers from C as Rust's types: the pointer's expression in, type and value out.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use crate::emit::rust::{ident, type_tokens};
use crate::plan::{Freed, Life, Outcome, Owners, RoleAccess, RustType};

/// The type of what owns an object.
pub(super) fn owner(owners: Owners) -> TokenStream {
    match owners {
        Owners::One => quote!(__cffi_rt::Owned),
        Owners::Several => quote!(__cffi_rt::Shared),
    }
}

/// What owns an object, if the pointer is not null.
pub(super) fn owned(target: &RustType, object: &TokenStream, owners: Owners, pointer: &TokenStream) -> TokenStream {
    let owner = owner(owners);
    // SAFETY of the code: the writer vouches that C gives the object away.
    match target {
        RustType::Object(_) => quote! {
            ::core::ptr::NonNull::new(#pointer.cast::<::core::ffi::c_void>()).map(|__p| unsafe {
                #owner::<#object>::from_raw(__cffi_rt::__private::bound::bind(__p, __table))
            })
        },
        _ => quote! {
            ::core::ptr::NonNull::new(#pointer.cast::<#object>())
                .map(|__p| unsafe { #owner::<#object>::from_raw(__p) })
        },
    }
}

/// The type of handles, for what C has of them.
pub(super) fn handle_type(target: &RustType) -> &RustType {
    match target {
        RustType::Object(handle) => handle,
        target => target,
    }
}

impl Writer<'_> {
    /// None where nothing is given back.
    pub(super) fn outcome(
        &mut self,
        outcome: &Outcome<RustType>,
        pointer: &TokenStream,
    ) -> Option<(TokenStream, TokenStream)> {
        let c_name = self.c_name();
        // SAFETY of the code, here and below: the writer vouches for what C gives, and for how long it is good.
        Some(match outcome {
            Outcome::Nothing | Outcome::Value(_) => return None,
            Outcome::Text { life, nullable } => {
                let text = quote!(unsafe { __cffi_rt::__private::cstr(#pointer.cast()) });
                let (ty, text) = match self.lifetime(*life) {
                    Some(lifetime) => (quote!(&#lifetime ::core::ffi::CStr), text),
                    None => (
                        quote!(__cffi_rt::__private::CString),
                        quote!((#text).map(<__cffi_rt::__private::CString as ::core::convert::From<&::core::ffi::CStr>>::from)),
                    ),
                };
                self.optional(&ty, &text, *nullable)
            }
            Outcome::Texts { count, life, nullable } => self.texts(count.as_ref(), *life, *nullable, pointer),
            Outcome::Run { element, count, life, nullable } => {
                let element = type_tokens(element);
                let count = self.number(count);
                let slice = quote! {{
                    let __count = #count;
                    unsafe { __cffi_rt::__private::slice_parts::<#element>(#pointer.cast(), __count, #c_name) }
                }};
                let (ty, value) = match self.lifetime(*life) {
                    Some(lifetime) => (quote!(&#lifetime [#element]), slice),
                    None => (quote!(__cffi_rt::__private::Vec<#element>), quote!(#slice.to_vec())),
                };
                match nullable {
                    true => (
                        quote!(::core::option::Option<#ty>),
                        quote! {
                            match #pointer.is_null() {
                                true => ::core::option::Option::None,
                                false => ::core::option::Option::Some(#value),
                            }
                        },
                    ),
                    false => (ty, value),
                }
            }
            Outcome::Reference { target: target @ RustType::Object(_), access, life, nullable } => {
                let target = match life {
                    Life::Bound => self.object(target, &true),
                    Life::Static | Life::Transient => type_tokens(handle_type(target)),
                };
                let lifetime = self.lifetime(*life).unwrap_or_else(|| quote!('static));
                let ty = match access {
                    RoleAccess::Shared => quote!(__cffi_rt::Borrowed),
                    RoleAccess::Exclusive => quote!(__cffi_rt::BorrowedMut),
                };
                let lent = quote! {
                    unsafe { #ty::<#lifetime, #target>::new(#pointer as *mut ::core::ffi::c_void, __table) }
                };
                self.optional(&quote!(#ty<#lifetime, #target>), &lent, *nullable)
            }
            Outcome::Reference { target, access, life, nullable } => {
                let target = match life {
                    Life::Bound => self.object(target, &true),
                    Life::Static | Life::Transient => type_tokens(target),
                };
                let lifetime = self.lifetime(*life).unwrap_or_else(|| quote!('static));
                let (ty, reference) = match access {
                    RoleAccess::Shared => (
                        quote!(&#lifetime #target),
                        quote!(unsafe { __cffi_rt::__private::reference::<#target>(#pointer.cast(), #c_name) }),
                    ),
                    RoleAccess::Exclusive => {
                        (quote!(&#lifetime mut #target), quote!(unsafe { #pointer.cast::<#target>().as_mut() }))
                    }
                };
                self.optional(&ty, &reference, *nullable)
            }
            Outcome::Number(of) => {
                let name = self.number_name(*of);
                (quote!(#name), quote!(unsafe { #name::from_raw(#pointer) }))
            }
            Outcome::Owned { target, nullable, child, owners } => {
                // What hangs on nothing yet may hang on anything.
                let object = if *child { self.object(target, &true) } else { type_tokens(handle_type(target)) };
                let (owner, owned) = (owner(*owners), owned(target, &object, *owners, pointer));
                self.optional(&quote!(#owner<#object>), &owned, *nullable)
            }
            Outcome::OwnedText { freed, nullable } => {
                let free = self.free(freed);
                let owned = quote! {
                    ::core::ptr::NonNull::new(#pointer.cast::<::core::ffi::c_char>())
                        .map(|__p| unsafe { __cffi_rt::CStrBuf::<#free>::from_raw(__p) })
                };
                self.optional(&quote!(__cffi_rt::CStrBuf<#free>), &owned, *nullable)
            }
            Outcome::OwnedRun { element, count, freed, nullable } => {
                let (element, free) = (type_tokens(element), self.free(freed));
                let count = self.number(count);
                let ty = quote!(__cffi_rt::CBuf<#element, #free>);
                let value = quote! {{
                    let __count = #count;
                    unsafe { __cffi_rt::__private::buffer::<#element, #free>(#pointer.cast(), __count, #c_name) }
                }};
                match nullable {
                    true => (
                        quote!(::core::option::Option<#ty>),
                        quote! {
                            match #pointer.is_null() {
                                true => ::core::option::Option::None,
                                false => ::core::option::Option::Some(#value),
                            }
                        },
                    ),
                    false => (ty, value),
                }
            }
            Outcome::Offset { buffer, nullable } => {
                let (start, length) = (format_ident!("__a{buffer}"), format_ident!("__n{buffer}"));
                let offset = quote! {
                    match #pointer.is_null() {
                        true => ::core::option::Option::None,
                        false => ::core::option::Option::Some(
                            __cffi_rt::__private::offset(#pointer.addr(), #start.addr(), #length, #c_name),
                        ),
                    }
                };
                self.optional(&quote!(::core::primitive::usize), &offset, *nullable)
            }
            Outcome::Filled(index) => {
                let done = format_ident!("__d{index}");
                (quote!(&'a ::core::ffi::CStr), quote!(#done))
            }
        })
    }

    /// The type that stands for a function which frees.
    pub(super) fn free(&self, freed: &Freed) -> Ident {
        ident(self.function.frees.get(&freed.by.text).map_or("", String::as_str))
    }

    /// None for what is copied.
    pub(super) fn lifetime(&mut self, life: Life) -> Option<TokenStream> {
        match life {
            Life::Bound => {
                self.has_lifetime = true;
                Some(quote!('a))
            }
            Life::Static => Some(quote!('static)),
            Life::Transient => None,
        }
    }

    /// An `Option`, or what is in it: C promised that there is something.
    pub(super) fn optional(&self, ty: &TokenStream, value: &TokenStream, nullable: bool) -> (TokenStream, TokenStream) {
        if nullable {
            return (quote!(::core::option::Option<#ty>), value.clone());
        }
        let (c_name, fact) = (self.c_name(), "a pointer that it gives is null");
        let value = quote! {
            match #value {
                ::core::option::Option::Some(__s) => __s,
                ::core::option::Option::None => __cffi_rt::__private::broken(#c_name, #fact),
            }
        };
        (ty.clone(), value)
    }

    /// A type of C's objects; a child has the lifetime of what it hangs on.
    pub(super) fn object(&mut self, target: &RustType, bound: &bool) -> TokenStream {
        match (target, bound) {
            (RustType::Child(name), true) => {
                self.has_lifetime = true;
                let name = ident(name);
                quote!(#name<'a>)
            }
            (RustType::Child(name), false) => {
                let name = ident(name);
                quote!(#name<'_>)
            }
            (RustType::Object(handle), _) => self.object(handle, bound),
            (target, _) => type_tokens(target),
        }
    }
}
