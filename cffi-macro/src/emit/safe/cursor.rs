//! Parameters that go together: cursors and what is left, buffers and their ends, memory that C makes larger; and lists
//! of texts.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};

use super::Writer;
use crate::emit::rust::type_tokens;
use crate::model::{Operator, Term};
use crate::plan::{Counting, Freed, Life, Mutability, Role, RoleAccess, RustType};

impl Writer<'_> {
    /// The parameter that points behind the last element, if the buffer has one.
    pub(super) fn end(&mut self, index: usize, role: &Role<RustType>) {
        let (Role::Run { counting: Counting::End(end), element, .. }
        | Role::OutRun { counting: Counting::End(end), element, .. }) = role
        else {
            return;
        };
        let element = type_tokens(element);
        let raw = type_tokens(&self.function.parameters[*end].ty);
        let (start, argument, length) =
            (format_ident!("__a{index}"), format_ident!("__a{end}"), format_ident!("__n{index}"));
        let cast = match (&self.function.parameters[index].ty, &self.function.parameters[*end].ty) {
            (RustType::Pointer(_, Mutability::Const), RustType::Pointer(_, Mutability::Mut)) => quote!(.cast_mut()),
            (RustType::Pointer(_, Mutability::Mut), RustType::Pointer(_, Mutability::Const)) => quote!(.cast_const()),
            _ => TokenStream::new(),
        };
        // The end of null is null, of which there are no elements.
        self.arguments.extend(quote! {
            let #argument: #raw =
                #start.cast::<#element>().wrapping_add(#length) #cast .cast();
        });
    }

    /// A variable with a length, which C changes.
    fn left(&mut self, index: usize, of: usize) {
        let RustType::Pointer(number, _) = &self.function.parameters[index].ty else { return };
        let (number, raw) = (type_tokens(number), type_tokens(&self.function.parameters[index].ty));
        let (argument, value, length) =
            (format_ident!("__a{index}"), format_ident!("__v{index}"), format_ident!("__n{of}"));
        let (c_name, text) = (self.c_name(), self.parameter_name(of).1);
        self.arguments.extend(quote! {
            let mut #value: #number = __cffi_rt::__private::narrow(#length, #c_name, #text);
            let #argument: #raw = (&raw mut #value).cast();
        });
    }

    /// How much of a buffer C has used, by its pointer and by what it says that is left.
    fn advanced(&self, index: usize, left: Option<usize>, element: &TokenStream) -> TokenStream {
        let (start, now, length) =
            (format_ident!("__s{index}"), format_ident!("__v{index}"), format_ident!("__n{index}"));
        let left = match left {
            Some(left) => {
                let value = format_ident!("__v{left}");
                quote!(::core::option::Option::Some(#value as ::core::primitive::i128))
            }
            None => quote!(::core::option::Option::None),
        };
        let (c_name, text) = (self.c_name(), self.parameter_name(index).1);
        quote! {
            __cffi_rt::__private::advanced::<#element>(
                #start.addr(), #now.addr(), #left, #length, #c_name, #text,
            )
        }
    }

    pub(super) fn cursor(
        &mut self,
        index: usize,
        element: &RustType,
        access: RoleAccess,
        nullable: bool,
        counting: &Counting,
    ) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let element = type_tokens(element);
        let (argument, start, value, length) = (
            format_ident!("__a{index}"),
            format_ident!("__s{index}"),
            format_ident!("__v{index}"),
            format_ident!("__n{index}"),
        );
        let (slice, pointer, rest) = match access {
            RoleAccess::Shared => (
                quote!(&[#element]),
                quote!(as_ptr().cast_mut()),
                quote!(let __slice: &[#element] = *__s; *__s = __slice.split_at(__done).1;),
            ),
            RoleAccess::Exclusive => (
                quote!(&mut [#element]),
                quote!(as_mut_ptr()),
                quote!(let __slice = ::core::mem::take(__s); *__s = __slice.split_at_mut(__done).1;),
            ),
        };
        let some = quote!(::core::option::Option::Some);
        let none = quote!(::core::option::Option::None);
        if nullable {
            self.parameters.push(quote!(mut #name: ::core::option::Option<&mut #slice>));
            self.lengths.extend(quote! {
                let #length: ::core::primitive::usize = match &#name { #some(__s) => __s.len(), #none => 0 };
            });
            self.arguments.extend(quote! {
                let #start: *mut #element = match &mut #name { #some(__s) => __s.#pointer, #none => ::core::ptr::null_mut() };
            });
        } else {
            self.parameters.push(quote!(#name: &mut #slice));
            self.lengths.extend(quote!(let #length: ::core::primitive::usize = #name.len();));
            self.arguments.extend(quote!(let #start: *mut #element = #name.#pointer;));
        }
        self.arguments.extend(quote!(let mut #value: *mut #element = #start;));
        self.arguments.extend(match nullable {
            true => quote! {
                let #argument: #raw = match &#name {
                    #some(_) => (&raw mut #value).cast(),
                    #none => ::core::ptr::null_mut(),
                };
            },
            false => quote!(let #argument: #raw = (&raw mut #value).cast();),
        });
        let left = match counting {
            Counting::Target(left) => {
                self.left(*left, index);
                Some(*left)
            }
            Counting::Parameter(whole) => {
                let ty = type_tokens(&self.function.parameters[*whole].ty);
                let argument = format_ident!("__a{whole}");
                self.arguments.extend(quote! {
                    let #argument: #ty = __cffi_rt::__private::narrow(#length, #c_name, #text);
                });
                None
            }
            Counting::Term(_) | Counting::End(_) => None,
        };
        let advanced = self.advanced(index, left, &element);
        let moved = quote! { let __done = #advanced; #rest };
        self.always.extend(match nullable {
            true => quote!(if let #some(__s) = #name { #moved }),
            false => quote!({ let __s = #name; #moved }),
        });
    }

    pub(super) fn out_cursor(&mut self, index: usize, element: &RustType, left: usize) {
        let (name, _) = self.parameter_name(index);
        let raw = type_tokens(&self.function.parameters[index].ty);
        let element = type_tokens(element);
        let (argument, start, value, length, done, generic) = (
            format_ident!("__a{index}"),
            format_ident!("__s{index}"),
            format_ident!("__v{index}"),
            format_ident!("__n{index}"),
            format_ident!("__d{index}"),
            format_ident!("__B{index}"),
        );
        self.generics.push(quote!(#generic: __cffi_rt::OutBuf<#element>));
        self.parameters.push(quote!(mut #name: #generic));
        self.lengths.extend(quote! {
            let #length: ::core::primitive::usize = __cffi_rt::OutBuf::<#element>::capacity(&#name);
        });
        self.arguments.extend(quote! {
            let #start: *mut #element = __cffi_rt::OutBuf::<#element>::as_mut_ptr(&mut #name);
            let mut #value: *mut #element = #start;
            let #argument: #raw = (&raw mut #value).cast();
        });
        self.left(left, index);
        let advanced = self.advanced(index, Some(left), &element);
        // SAFETY of the code: the count is at most the capacity, and the writer vouches that C filled so much.
        self.always.extend(quote! {
            let #done = {
                let __count: ::core::primitive::usize = #advanced;
                unsafe { __cffi_rt::OutBuf::<#element>::finish(#name, __count) }
            };
        });
        self.beside.push((quote!(<#generic as __cffi_rt::OutBuf<#element>>::Out), quote!(#done)));
    }

    pub(super) fn grown(&mut self, index: usize, element: &RustType, freed: &Freed, room: usize, written: &Term) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (element, free) = (type_tokens(element), self.free(freed));
        let (argument, value, length, done, kept) = (
            format_ident!("__a{index}"),
            format_ident!("__v{index}"),
            format_ident!("__n{index}"),
            format_ident!("__d{index}"),
            format_ident!("__v{room}"),
        );
        self.parameters.push(quote!(#name: &mut __cffi_rt::GrowBuf<#element, #free>));
        self.arguments.extend(quote! {
            let (mut #value, #length): (*mut #element, ::core::primitive::usize) =
                __cffi_rt::__private::grow_parts(#name);
            let #argument: #raw = (&raw mut #value).cast();
        });
        self.left(room, index);
        // SAFETY of the code: the writer vouches that this is null or memory of the room that C says, which is freed so.
        self.always.extend(quote! {
            unsafe { __cffi_rt::__private::grow_put(#name, #value, #kept as ::core::primitive::i128, #c_name) };
        });
        let count = self.number(written);
        // SAFETY of the code: the writer vouches that C filled so much of it.
        self.after.extend(quote! {
            let #done = {
                let __count: ::core::primitive::i128 = #count;
                unsafe { __cffi_rt::__private::grow_fill(#name, __count, #c_name, #text) }
            };
        });
        let fact = "says that it wrote less than nothing";
        self.outs.push(match self.function.safe.success.as_ref().is_none_or(is_positive) {
            true => (
                quote!(::core::primitive::usize),
                quote! {
                    match #done {
                        ::core::option::Option::Some(__s) => __s,
                        ::core::option::Option::None => __cffi_rt::__private::broken(#c_name, #fact),
                    }
                },
            ),
            false => (quote!(::core::option::Option<::core::primitive::usize>), quote!(#done)),
        });
    }

    pub(super) fn list(&mut self, index: usize, nullable: bool, gaps: bool, counting: Option<&Counting>) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, value, length) =
            (format_ident!("__a{index}"), format_ident!("__v{index}"), format_ident!("__n{index}"));
        // The null that ends it does no harm where C counts.
        let (text_type, list) = match gaps {
            true => (quote!(::core::option::Option<&::core::ffi::CStr>), quote!(__cffi_rt::__private::list_with_gaps)),
            false => (quote!(&::core::ffi::CStr), quote!(__cffi_rt::__private::list)),
        };
        if nullable {
            self.parameters.push(quote!(#name: ::core::option::Option<&[#text_type]>));
            self.lengths.extend(quote!(let #length: ::core::primitive::usize = #name.map_or(0, <[_]>::len);));
            self.arguments.extend(quote! {
                let mut #value = #name.map(#list);
                let #argument: #raw = match &mut #value {
                    ::core::option::Option::Some(__s) => __s.as_mut_ptr().cast(),
                    ::core::option::Option::None => ::core::ptr::null_mut(),
                };
            });
        } else {
            self.parameters.push(quote!(#name: &[#text_type]));
            self.lengths.extend(quote!(let #length: ::core::primitive::usize = #name.len();));
            self.arguments.extend(quote! {
                let mut #value = #list(#name);
                let #argument: #raw = #value.as_mut_ptr().cast();
            });
        }
        if let Some(Counting::Term(term)) = counting {
            let need = self.number(term);
            self.checks.extend(quote!(__cffi_rt::__private::length(#length, #need, #c_name, #text);));
        }
    }

    /// A result that is a list of texts.
    pub(super) fn texts(
        &mut self,
        count: Option<&Term>,
        life: Life,
        nullable: bool,
        pointer: &TokenStream,
    ) -> (TokenStream, TokenStream) {
        let c_name = self.c_name();
        let count = match count {
            Some(count) => {
                let count = self.number(count);
                quote!(::core::option::Option::Some(#count))
            }
            None => quote!(::core::option::Option::None),
        };
        // SAFETY of the code: the writer vouches for the list, and for how long it is good.
        let list = quote!(unsafe { __cffi_rt::__private::texts(#pointer.cast(), #count, #c_name) });
        let (ty, list) = match self.lifetime(life) {
            Some(lifetime) => (quote!(&#lifetime ::core::ffi::CStr), list),
            None => (quote!(__cffi_rt::__private::CString), quote!(#list.map(__cffi_rt::__private::copied_texts))),
        };
        self.optional(&quote!(__cffi_rt::__private::Vec<#ty>), &list, nullable)
    }
}

/// The result of a call that succeeds is never below zero.
fn is_positive(success: &Term) -> bool {
    match success {
        Term::Binary(Operator::GreaterOrEqual | Operator::Greater, left, right) => {
            **left == Term::Result && matches!(**right, Term::Int(0..))
        }
        _ => false,
    }
}
