//! Closures that C calls: the functions that C gets for them, and what ends with the call.

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use super::term::literal;
use crate::emit::rust::{result_tokens, type_tokens};
use crate::plan::{
    Abi, Closure, Given, Kept, OnPanic, PlannedSafe, Registration, Role, RustSignature, RustType, Threads,
};

/// Whether closures that C keeps may have panicked in a call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::emit) enum Panics {
    NeverWait,
    MayWait,
}

impl Panics {
    /// Of a block: any call may run a closure that another has given to C.
    pub(in crate::emit) fn of(functions: &[PlannedSafe]) -> Panics {
        let keeps = functions.iter().flat_map(|function| &function.safe.roles).any(|role| match role {
            Role::Closure(closure) => !matches!(closure.kept, Kept::Call | Kept::WithoutData),
            _ => false,
        });
        if keeps { Panics::MayWait } else { Panics::NeverWait }
    }
}

impl Writer<'_> {
    /// What a function pointer is in C.
    fn callback_signature(&self, index: usize) -> RustSignature {
        let ty = match &self.function.parameters[index].ty {
            RustType::Nullable(inner) => &**inner,
            ty => ty,
        };
        match ty {
            RustType::Function(signature) => (**signature).clone(),
            _ => RustSignature { abi: Abi::C, parameters: Vec::new(), result: RustType::Unit, variadic: false },
        }
    }

    /// A function of Rust's, whose panic aborts.
    pub(super) fn plain_callback(&mut self, index: usize, nullable: bool) {
        let (name, _) = self.parameter_name(index);
        let signature = self.callback_signature(index);
        let (types, result) = (signature.parameters.iter().map(type_tokens), result_tokens(&signature.result));
        let abi = signature.abi.name();
        let plain = quote!(extern #abi fn(#(#types),*) #result);
        let raw = type_tokens(&self.function.parameters[index].ty);
        let argument = format_ident!("__a{index}");
        if nullable {
            self.parameters.push(quote!(#name: ::core::option::Option<#plain>));
            self.arguments.extend(quote! {
                let #argument: #raw = match #name {
                    ::core::option::Option::Some(__f) => ::core::option::Option::Some(__f),
                    ::core::option::Option::None => ::core::option::Option::None,
                };
            });
        } else {
            self.parameters.push(quote!(#name: #plain));
            self.arguments.extend(quote!(let #argument: #raw = ::core::option::Option::Some(#name);));
        }
    }

    pub(super) fn closure(&mut self, index: usize, closure: &Closure<RustType>) {
        let signature = self.callback_signature(index);
        let given: Vec<_> = closure.parameters.iter().map(|given| self.given_type(given)).collect();
        let result = result_tokens(&signature.result);
        let types = given.iter().flatten();
        let shape = match closure.kept {
            Kept::Once(_) => quote!(::core::ops::FnOnce(#(#types),*) #result),
            _ => quote!(::core::ops::FnMut(#(#types),*) #result),
        };
        match &closure.kept {
            Kept::Call => self.call_closure(index, closure, &signature, &shape),
            Kept::WithoutData => self.closure_without_data(index, closure, &signature, &shape),
            Kept::Once(threads) | Kept::Forever(threads) | Kept::Until { threads, .. } => {
                self.boxed_closure(index, closure, &signature, &shape, *threads);
            }
        }
    }

    fn call_closure(
        &mut self,
        index: usize,
        closure: &Closure<RustType>,
        signature: &RustSignature,
        shape: &TokenStream,
    ) {
        let (name, _) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, held, callback, address) = (
            format_ident!("__a{index}"),
            format_ident!("__x{index}"),
            format_ident!("__f{index}"),
            format_ident!("__c{index}"),
        );
        let (held_type, held_value) = self.held(closure, &quote!(__f));
        let body = self.trampoline(closure, signature, &quote!(CallCtx::<#held_type>::enter), &format_ident!("__f"));
        // SAFETY of the code: C passes on the user data that it was given with this function, during the call.
        self.arguments.extend(quote! {
            fn #callback<__F: #shape>(_: &__cffi_rt::__private::callback::CallCtx<#held_type>) -> #raw {
                #body
                ::core::option::Option::Some(__callback::<__F>)
            }
        });
        if closure.nullable {
            self.parameters.push(quote!(#name: ::core::option::Option<&mut dyn #shape>));
            self.arguments.extend(quote! {
                let #held = #name.map(|__f| __cffi_rt::__private::callback::CallCtx::new(#c_name, #held_value));
                let (#argument, #address): (#raw, *mut ::core::ffi::c_void) = match &#held {
                    ::core::option::Option::Some(__x) => (#callback(__x), __x.as_ptr()),
                    ::core::option::Option::None => (::core::option::Option::None, ::core::ptr::null_mut()),
                };
            });
            self.finish.extend(quote! {
                if let ::core::option::Option::Some(__x) = #held { __x.finish(); }
            });
        } else {
            let generic = format_ident!("__F{index}");
            let (_, named_value) = self.held(closure, &quote!(#name));
            self.generics.push(quote!(#generic: #shape));
            self.parameters.push(quote!(#name: #generic));
            self.arguments.extend(quote! {
                let #held = __cffi_rt::__private::callback::CallCtx::new(#c_name, #named_value);
                let #argument: #raw = #callback(&#held);
                let #address: *mut ::core::ffi::c_void = #held.as_ptr();
            });
            self.finish.extend(quote!(#held.finish();));
        }
        self.user_data(closure, &address);
    }

    // C calls one function for all closures, so that they have one type.
    fn closure_without_data(
        &mut self,
        index: usize,
        closure: &Closure<RustType>,
        signature: &RustSignature,
        shape: &TokenStream,
    ) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, held, slot, erased, generic) = (
            format_ident!("__a{index}"),
            format_ident!("__x{index}"),
            format_ident!("__S{index}"),
            format_ident!("__e{index}"),
            format_ident!("__F{index}"),
        );
        let names: Vec<Ident> = (0..signature.parameters.len()).map(|at| format_ident!("__c{at}")).collect();
        let types: Vec<_> = signature.parameters.iter().map(type_tokens).collect();
        let result = result_tokens(&signature.result);
        let (value, convert, values) = (self.answer(closure, signature), self.converted(closure), self.values(closure));
        let (emptied, answer) = (self.emptied(closure), self.filled(closure, &quote!(#name(#(#values),*))));
        self.generics.push(quote!(#generic: #shape));
        self.parameters.push(quote!(mut #name: #generic));
        let callback = format_ident!("__f{index}");
        let abi = signature.abi.name();
        // SAFETY of the code: the contexts of the slot are all of this type, and are there while `with` runs.
        self.arguments.extend(quote! {
            static #slot: __cffi_rt::__private::callback::Slot =
                __cffi_rt::__private::callback::Slot::new(#c_name, #text);
            unsafe extern #abi fn #callback(#(#names: #types),*) #result {
                unsafe {
                    #emptied
                    __cffi_rt::__private::callback::CallCtx::<&mut dyn ::core::ops::FnMut(#(#types),*) #result>::enter(
                        #slot.top(),
                        || #value,
                        |__f| __f(#(#names),*),
                    )
                }
            }
            let mut #erased = |#(#names: #types),*| #result {
                #convert
                #answer
            };
            let #held = __cffi_rt::__private::callback::CallCtx::<&mut dyn ::core::ops::FnMut(#(#types),*) #result>::new(
                #c_name,
                &mut #erased,
            );
            let #argument: #raw = ::core::option::Option::Some(#callback);
        });
        self.slots.push((slot, held.clone()));
        self.finish.extend(quote!(#held.finish();));
    }

    fn boxed_closure(
        &mut self,
        index: usize,
        closure: &Closure<RustType>,
        signature: &RustSignature,
        shape: &TokenStream,
        threads: Threads,
    ) {
        let (name, _) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, address, make, discard) = (
            format_ident!("__a{index}"),
            format_ident!("__c{index}"),
            format_ident!("__f{index}"),
            format_ident!("__k{index}"),
        );
        let (send, constructor) = match threads {
            Threads::One => (TokenStream::new(), quote!(local)),
            Threads::Any => (quote!(+ ::core::marker::Send), quote!(sendable)),
        };
        let (held_type, held_value) = self.held(closure, &quote!(__f));
        let enter = match closure.kept {
            Kept::Once(_) => quote!(BoxCtx::<#held_type>::enter_once),
            _ => quote!(BoxCtx::<#held_type>::enter),
        };
        let (table_parameter, table_argument) = match (self.table_type(), self.needs_table(closure)) {
            (Some(ty), true) => (quote!(__table: #ty,), quote!(__table,)),
            _ => (TokenStream::new(), TokenStream::new()),
        };
        let body = self.trampoline(closure, signature, &enter, &format_ident!("__f"));
        let end = quote!(unsafe fn(*mut ::core::ffi::c_void));
        let notify = quote!(unsafe extern "C" fn(*mut ::core::ffi::c_void));
        // SAFETY of the code: C passes on the user data that it was given with these functions, as long as the words
        // say.
        self.late.extend(quote! {
            fn #make<__F: #shape #send + 'static>(#table_parameter __f: __F) -> (#raw, *mut ::core::ffi::c_void, #notify, #end) {
                #body
                unsafe extern "C" fn __destroy<__F: 'static>(__data: *mut ::core::ffi::c_void) {
                    unsafe { __cffi_rt::__private::callback::BoxCtx::<#held_type>::destroy(__data) }
                }
                (
                    ::core::option::Option::Some(__callback::<__F>),
                    __cffi_rt::__private::callback::BoxCtx::<#held_type>::#constructor(#c_name, #held_value),
                    __destroy::<__F>,
                    __cffi_rt::__private::callback::BoxCtx::<#held_type>::discard,
                )
            }
        });
        let notified = format_ident!("__n{index}");
        if closure.nullable {
            self.parameters.push(quote!(#name: ::core::option::Option<__cffi_rt::__private::Box<dyn #shape #send>>));
            self.late.extend(quote! {
                let (#argument, #address, #notified, #discard) = match #name {
                    ::core::option::Option::Some(__f) => {
                        let (__a, __c, __n, __k) = #make(#table_argument __f);
                        (__a, __c, ::core::option::Option::Some(__n), ::core::option::Option::Some(__k))
                    }
                    ::core::option::Option::None => (
                        ::core::option::Option::None,
                        ::core::ptr::null_mut(),
                        ::core::option::Option::None,
                        ::core::option::Option::None,
                    ),
                };
            });
        } else {
            let generic = format_ident!("__F{index}");
            self.generics.push(quote!(#generic: #shape #send + 'static));
            self.parameters.push(quote!(#name: #generic));
            self.late.extend(quote! {
                let (#argument, #address, #notified, #discard) = {
                    let (__a, __c, __n, __k) = #make(#table_argument #name);
                    (__a, __c, ::core::option::Option::Some(__n), ::core::option::Option::Some(__k))
                };
            });
        }
        if let Kept::Until { refused: Registration::FreedByRust, .. } = closure.kept {
            // SAFETY of the code: C has refused the closure, so that nobody has it.
            self.refused.extend(quote! {
                if let ::core::option::Option::Some(__discard) = #discard {
                    let __discard: #end = __discard;
                    unsafe { __discard(#address) };
                }
            });
        }
        self.user_data(closure, &address);
        self.destroyers(index, &notified);
    }

    fn user_data(&mut self, closure: &Closure<RustType>, address: &Ident) {
        let Some(data) = closure.data else { return };
        let raw = type_tokens(&self.function.parameters[data].ty);
        let argument = format_ident!("__a{data}");
        self.late.extend(quote!(let #argument: #raw = #address.cast();));
    }

    fn destroyers(&mut self, closure: usize, notified: &Ident) {
        for (index, role) in self.function.safe.roles.iter().enumerate() {
            if *role == Role::Destroyer(closure) {
                let raw = type_tokens(&self.function.parameters[index].ty);
                let argument = format_ident!("__a{index}");
                self.late.extend(quote!(let #argument: #raw = #notified.map(|__n| __n as _);));
            }
        }
    }

    /// `__callback`, which C calls.
    fn trampoline(
        &mut self,
        closure: &Closure<RustType>,
        signature: &RustSignature,
        enter: &TokenStream,
        inner: &Ident,
    ) -> TokenStream {
        let given: Vec<_> = closure.parameters.iter().map(|given| self.given_type(given)).collect();
        let names: Vec<Ident> = (0..signature.parameters.len()).map(|at| format_ident!("__c{at}")).collect();
        let types: Vec<_> = signature.parameters.iter().map(type_tokens).collect();
        let result = result_tokens(&signature.result);
        let given = given.iter().flatten();
        let bound = match closure.kept {
            Kept::Once(_) => quote!(::core::ops::FnOnce(#(#given),*) #result),
            _ => quote!(::core::ops::FnMut(#(#given),*) #result),
        };
        let kept = match closure.kept {
            Kept::Call | Kept::WithoutData => TokenStream::new(),
            _ => quote!(+ 'static),
        };
        let data = closure.context.map(|at| format_ident!("__c{at}"));
        let (begins, call) = match self.needs_table(closure) {
            true => (quote!(let __table = #inner.0;), quote!((#inner.1))),
            false => (TokenStream::new(), quote!(#inner)),
        };
        let (value, convert, values) = (self.answer(closure, signature), self.converted(closure), self.values(closure));
        let abi = signature.abi.name();
        let (emptied, answer) = (self.emptied(closure), self.filled(closure, &quote!(#call(#(#values),*))));
        quote! {
            unsafe extern #abi fn __callback<__F: #bound #kept>(#(#names: #types),*) #result {
                unsafe {
                    #emptied
                    __cffi_rt::__private::callback::#enter(
                        #data as *mut ::core::ffi::c_void,
                        || #value,
                        |#inner| {
                            #begins
                            #convert
                            #answer
                        },
                    )
                }
            }
        }
    }

    /// Whether a closure is given objects that carry their library.
    fn needs_table(&self, closure: &Closure<RustType>) -> bool {
        let is_object = |given: &Given<RustType>| {
            matches!(
                given,
                Given::Reference { target: RustType::Object(_), .. } | Given::Owned { target: RustType::Object(_), .. }
            )
        };
        closure.parameters.iter().any(is_object)
    }

    /// The type and the value that stand for a closure on C's side: the table goes with it where that is needed.
    fn held(&self, closure: &Closure<RustType>, value: &TokenStream) -> (TokenStream, TokenStream) {
        match (self.table_type(), self.needs_table(closure)) {
            (Some(ty), true) => (quote!((#ty, __F)), quote!((__table, #value))),
            _ => (quote!(__F), value.clone()),
        }
    }

    /// What C gets for a panic.
    fn answer(&self, closure: &Closure<RustType>, signature: &RustSignature) -> TokenStream {
        let c_name = self.c_name();
        let result = type_tokens(&signature.result);
        match closure.on_panic {
            OnPanic::Nothing => quote!(()),
            OnPanic::Abort => quote!(__cffi_rt::__private::callback::no_answer(#c_name)),
            OnPanic::Number(value) => {
                let value = literal(value);
                quote!((#value as #result))
            }
            OnPanic::Newtype(value) => {
                let value = literal(value);
                quote!(#result { 0: #value as _ })
            }
        }
    }
}
