//! Safe wrappers: lengths and conditions are checked, C is called, and what it gave is made Rust's.

mod answer;
mod callback;
mod cursor;
mod given;
mod home;
mod kept;
mod length;
mod number;
mod out;
mod outcome;
mod raw;
mod state;
mod term;
mod types;

use proc_macro2::{Ident, TokenStream};
use quote::{format_ident, quote};

use crate::plan::{ByteUnit, Counting, Failure, Marks, PlannedSafe, Role, RoleAccess, RustType};
use crate::respan::mark;

use super::function::marks;
use super::rust::{doc, ident, result_tokens, type_tokens};
use super::table::Reach;

use callback::Panics;
pub(super) use home::safe;
pub(super) use raw::{raw, vouched};
pub(super) use state::state_names;
pub(super) use types::{enum_error, error, free, getters, handle, status};

struct Writer<'a> {
    function: &'a PlannedSafe,
    module: Ident,
    reach: Reach<'a>,
    /// The states that functions of the block provide.
    states: &'a [&'a str],
    generics: Vec<TokenStream>,
    parameters: Vec<TokenStream>,
    /// Lengths of what was given, then what C is given, then what is checked.
    lengths: TokenStream,
    arguments: TokenStream,
    checks: TokenStream,
    /// What C is given that must not leak if a check panics.
    late: TokenStream,
    /// Closures that C finds without user data: where, and what holds them.
    slots: Vec<(Ident, Ident)>,
    /// What is undone if the call failed.
    refused: TokenStream,
    /// Last of all.
    finish: TokenStream,
    /// After the call, whether it succeeded or not, and only if it did.
    always: TokenStream,
    after: TokenStream,
    /// Types and values of what is given back.
    outs: Vec<(TokenStream, TokenStream)>,
    /// The same of what is given back beside the result, even if the call failed.
    beside: Vec<(TokenStream, TokenStream)>,
    has_lifetime: bool,
    /// The parameters whose objects keep others.
    lifetimes: Vec<usize>,
}

impl<'a> Writer<'a> {
    fn new(function: &'a PlannedSafe, module: &str, reach: Reach<'a>, states: &'a [&'a str]) -> Writer<'a> {
        Writer {
            function,
            module: format_ident!("{module}"),
            reach,
            states,
            generics: Vec::new(),
            parameters: Vec::new(),
            lengths: TokenStream::new(),
            arguments: TokenStream::new(),
            checks: TokenStream::new(),
            late: TokenStream::new(),
            slots: Vec::new(),
            refused: TokenStream::new(),
            finish: TokenStream::new(),
            always: TokenStream::new(),
            after: TokenStream::new(),
            outs: Vec::new(),
            beside: Vec::new(),
            has_lifetime: false,
            lifetimes: Vec::new(),
        }
    }

    fn write(mut self, panics: Panics) -> TokenStream {
        let function = self.function;
        let result = self.result();
        self.takes_tokens();
        for (index, role) in function.safe.roles.iter().enumerate() {
            self.role(index, role);
        }
        self.gives_tokens();
        self.same_lengths();
        // A length is of no account where it is out of its range.
        let counts = std::mem::take(&mut self.checks);
        for (index, low, high) in &function.safe.ranges {
            let (low, high) = (self.number(low), self.number(high));
            let value = self.ranged(*index);
            let (c_name, parameter) = (&function.c_name, &function.parameters[*index].name);
            self.checks.extend(quote! {
                __cffi_rt::__private::in_range(#value, #low, #high, #c_name, #parameter);
            });
        }
        for (term, text) in &function.safe.conditions {
            let (condition, c_name) = (self.truth(term), &function.c_name);
            self.checks.extend(quote!(__cffi_rt::__private::precondition(#condition, #c_name, #text);));
        }
        self.checks.extend(counts);
        if let Some((ty, value)) = result {
            self.outs.insert(0, (ty, value));
        }
        let call = self.call();
        let (success, output) = self.output();
        let name = mark(&function.label.name, function.label.span);
        let doc = doc(&function.label);
        // `Result` and `Option` must be used anyway.
        let fails = function.safe.failure != Failure::Never;
        // What can't be loaded is told by a panic, which the raw function and stubs could not let out.
        let library = function.library.as_ref().map(|library| {
            let library = ident(library);
            quote!(__cffi_rt::__private::library::ensure::<#library>();)
        });
        let marks = marks(&Marks { must_use: function.marks.must_use && !fails, ..function.marks.clone() });
        let states = self.states();
        let beside = std::mem::take(&mut self.beside);
        let Writer { lengths, arguments, checks, late, always, after, finish, .. } = &self;
        let begins = (panics == Panics::MayWait)
            .then(|| quote!(let __wrapper = __cffi_rt::__private::callback::Wrapper::enter();));
        let ends = begins.as_ref().map(|_| quote!(__wrapper.finish();));
        let mut results = quote!(#success #after);
        // What C gave is in hands that clean up before a panic goes on.
        if !finish.is_empty() || ends.is_some() || !beside.is_empty() {
            let all = answer::with(&beside, &output, &quote!(__output));
            results = quote! {
                let __output = (|| -> #output { #results })();
                #finish
                #ends
                #all
            };
        }
        let output = answer::types(&beside, output);
        let body = quote! {
            #library
            #states
            #lengths
            #arguments
            #checks
            #late
            #begins
            #call
            #always
            #results
        };
        let body = self.once(&output, body);
        let begins = self.table();
        let receiver = match function.home.this() {
            Some(_) => TokenStream::new(),
            None => self.reach.receiver(),
        };
        let Writer { generics, parameters, has_lifetime, lifetimes, .. } = self;
        let lifetime = has_lifetime.then(|| quote!('a,));
        let lifetimes = lifetimes.iter().map(|keeper| kept::lifetime(*keeper)).collect::<Vec<_>>();
        let is_generic = lifetime.is_some() || !lifetimes.is_empty() || !generics.is_empty();
        let generics = is_generic.then(|| quote!(<#lifetime #(#lifetimes,)* #(#generics),*>));
        quote! {
            #doc
            #marks
            #[allow(deprecated, non_snake_case, dead_code, unused_mut, unused_variables, clippy::all, clippy::pedantic)]
            #[inline]
            #[track_caller]
            pub fn #name #generics (#receiver #(#parameters),*) -> #output { #begins #body }
        }
    }

    fn c_name(&self) -> &'a str {
        &self.function.c_name
    }

    fn parameter_name(&self, index: usize) -> (Ident, &'a str) {
        let name = &self.function.parameters[index].name;
        (ident(name), name)
    }

    fn role(&mut self, index: usize, role: &Role<RustType>) {
        let (name, text) = self.parameter_name(index);
        let c_name = self.c_name();
        let raw = type_tokens(&self.function.parameters[index].ty);
        let (argument, length, value) =
            (format_ident!("__a{index}"), format_ident!("__n{index}"), format_ident!("__v{index}"));
        match role {
            Role::Value(_) => {
                self.parameters.push(quote!(#name: #raw));
                self.arguments.extend(quote!(let #argument: #raw = #name;));
            }
            // Their values come from the buffers that they count.
            Role::Length(_) | Role::LengthBehind { .. } => self.length(index),
            Role::Run { element, access, nullable, counting, unit, bound } => {
                let element = type_tokens(element);
                let slice = self.reference(index, *access, *bound, &quote!([#element]));
                let is_written = *access == RoleAccess::Exclusive;
                let pointer = if is_written { quote!(as_mut_ptr()) } else { quote!(as_ptr()) };
                let cast = self.cast(index, *access);
                let scale = scale(*unit, &element);
                if *nullable {
                    self.parameters.push(quote!(#name: ::core::option::Option<#slice>));
                    let by_reference = if is_written { quote!(let mut #name = #name;) } else { TokenStream::new() };
                    let borrowed = if is_written { quote!(#name.as_deref_mut()) } else { quote!(#name) };
                    self.lengths.extend(quote! {
                        #by_reference
                        let #length: ::core::primitive::usize = match &#name {
                            ::core::option::Option::Some(__s) => __s.len() #scale,
                            ::core::option::Option::None => 0,
                        };
                    });
                    let null = self.null(index);
                    self.arguments.extend(quote! {
                        let #argument: #raw = match #borrowed {
                            ::core::option::Option::Some(__s) => __s.#pointer #cast,
                            ::core::option::Option::None => #null,
                        };
                    });
                } else {
                    self.parameters.push(quote!(#name: #slice));
                    self.lengths.extend(quote!(let #length: ::core::primitive::usize = #name.len() #scale;));
                    self.arguments.extend(quote!(let #argument: #raw = #name.#pointer #cast;));
                }
                if let Counting::Term(term) = counting {
                    let need = self.number(term);
                    self.checks.extend(quote!(__cffi_rt::__private::length(#length, #need, #c_name, #text);));
                }
            }
            Role::Fixed { element, access, nullable, length: size, bound } => {
                let element = type_tokens(element);
                let size = term::constant(size);
                let array = self.reference(index, *access, *bound, &quote!([#element; #size]));
                let cast = self.cast(index, *access);
                let pointer = match access {
                    RoleAccess::Shared => quote!(as_ptr()),
                    RoleAccess::Exclusive => quote!(as_mut_ptr()),
                };
                self.nullable(index, *nullable, &array, &quote!(__s.#pointer #cast));
            }
            Role::Text { nullable, bound } => {
                // For pointers into it; the NUL is one past its end.
                self.lengths.extend(match nullable {
                    true => quote! {
                        let #length: ::core::primitive::usize = #name.map_or(0, ::core::ffi::CStr::count_bytes);
                    },
                    false => quote!(let #length: ::core::primitive::usize = #name.count_bytes();),
                });
                let target = self.reference(index, RoleAccess::Shared, *bound, &quote!(::core::ffi::CStr));
                let cast = self.cast(index, RoleAccess::Shared);
                self.nullable(index, *nullable, &target, &quote!(__s.as_ptr() #cast));
            }
            Role::Reference { target, access, nullable, bound } => {
                let is_bound = matches!(target, RustType::Object(_));
                let target = self.object_of(index, target);
                let reference = self.reference(index, *access, *bound, &target);
                let cast = self.cast(index, *access);
                let is_this = self.function.home.this() == Some(index);
                let pointer = match (access, is_bound) {
                    (_, true) if is_this => quote!(__cffi_rt::__private::bound::object(&*__s) as #raw),
                    (_, true) => {
                        quote!(__cffi_rt::__private::bound::given(&*__s, __table, #c_name, #text) as #raw)
                    }
                    (RoleAccess::Shared, false) => quote!(::core::ptr::from_ref(__s) #cast),
                    (RoleAccess::Exclusive, false) => quote!(::core::ptr::from_mut(__s) #cast),
                };
                match is_this {
                    true => self.this(index, *access, *bound, &pointer),
                    false => self.nullable(index, *nullable, &reference, &pointer),
                }
            }
            Role::Taken { target, owners } => {
                let is_bound = matches!(target, RustType::Object(_));
                let target = self.object_of(index, target);
                let owner = outcome::owner(*owners);
                self.parameters.push(quote!(#name: #owner<#target>));
                // SAFETY of the code: the handle is given up, so that its binding is nobody's.
                self.arguments.extend(match is_bound {
                    true => quote! {
                        let #argument: #raw =
                            __cffi_rt::__private::bound::given(&*#name, __table, #c_name, #text) as #raw;
                        unsafe { __cffi_rt::__private::bound::release(#owner::into_raw(#name)) };
                    },
                    false => quote!(let #argument: #raw = #owner::into_raw(#name).as_ptr().cast();),
                });
            }
            Role::Number(of) => self.number_lent(index, *of),
            Role::TakenNumber(of) => self.number_taken(index, *of),
            Role::OutNumber { of, length } => self.number_out(index, *of, length.as_ref()),
            Role::Closure(closure) => self.closure(index, closure),
            Role::Plain { nullable } => self.plain_callback(index, *nullable),
            // They come with their closure.
            Role::Context(_) | Role::Destroyer(_) => {}
            Role::OutValue { ty } => {
                let ty = type_tokens(ty);
                self.out_variable(index, &ty);
                // SAFETY of the code: the writer vouches that C gives a value where the call succeeds.
                self.outs.push((ty, quote!(unsafe { #value.assume_init() })));
            }
            Role::OutLength(ty) => {
                let ty = type_tokens(ty);
                self.out_variable(index, &ty);
            }
            Role::OutRun { element, counting, unit, written } => {
                self.out_run(index, element, counting, *unit, written);
            }
            Role::OutText { counting, bound } => self.out_text(index, counting, *bound),
            Role::OutPointer { what, always } => self.out_pointer(index, what, *always),
            // They are given with another parameter.
            Role::ToldBy(_) => {}
            Role::Cursor { element, access, nullable, counting } => {
                self.cursor(index, element, *access, *nullable, counting);
            }
            Role::OutCursor { element, left } => self.out_cursor(index, element, *left),
            Role::Grown { element, freed, room, written } => self.grown(index, element, freed, *room, written),
            Role::Texts { nullable, gaps, counting } => self.list(index, *nullable, *gaps, counting.as_ref()),
        }
        self.end(index, role);
    }

    /// A reference or none, and the pointer that is made of `__s`.
    fn nullable(&mut self, index: usize, nullable: bool, target: &TokenStream, pointer: &TokenStream) {
        let (name, _) = self.parameter_name(index);
        let raw = type_tokens(&self.function.parameters[index].ty);
        let argument = format_ident!("__a{index}");
        if nullable {
            let null = self.null(index);
            self.parameters.push(quote!(#name: ::core::option::Option<#target>));
            self.arguments.extend(quote! {
                let #argument: #raw = match #name {
                    ::core::option::Option::Some(__s) => #pointer,
                    ::core::option::Option::None => #null,
                };
            });
        } else {
            self.parameters.push(quote!(#name: #target));
            self.arguments.extend(quote! {
                let #argument: #raw = {
                    let __s = #name;
                    #pointer
                };
            });
        }
    }

    fn null(&self, index: usize) -> TokenStream {
        match &self.function.parameters[index].ty {
            RustType::Pointer(_, crate::plan::Mutability::Mut) => quote!(::core::ptr::null_mut()),
            _ => quote!(::core::ptr::null()),
        }
    }

    /// From what Rust has to what C takes.
    fn cast(&self, index: usize, access: RoleAccess) -> TokenStream {
        match (&self.function.parameters[index].ty, access) {
            (RustType::Pointer(_, crate::plan::Mutability::Mut), RoleAccess::Shared) => quote!(.cast_mut().cast()),
            (RustType::Pointer(_, crate::plan::Mutability::Const), RoleAccess::Exclusive) => {
                quote!(.cast_const().cast())
            }
            (RustType::Pointer(..), _) => quote!(.cast()),
            // An alias of a pointer, maybe of one that C may write through.
            (_, RoleAccess::Shared) => quote!(.cast_mut().cast()),
            (_, RoleAccess::Exclusive) => quote!(.cast()),
        }
    }

    fn call(&self) -> TokenStream {
        let mut call = self.plain_call();
        for (slot, held) in &self.slots {
            call = quote!(#slot.with(#held.as_ptr(), || #call));
        }
        if self.function.errno_symbol.is_some() {
            quote!(let (__result, __errno) = #call;)
        } else {
            quote!(let __result = #call;)
        }
    }

    fn plain_call(&self) -> TokenStream {
        let function = self.function;
        let arguments: Vec<Ident> = (0..function.parameters.len()).map(|index| format_ident!("__a{index}")).collect();
        let Some(symbol) = &function.errno_symbol else {
            let (module, name) = (&self.module, ident(&function.raw));
            // SAFETY of the code: all that the declaration says was checked, and the writer vouches for its words.
            return match self.reach {
                Reach::Items => quote!(unsafe { #module::raw::#name(#(#arguments),*) }),
                Reach::Methods(_) => quote!(unsafe { #module::raw(__table).#name(#(#arguments),*) }),
            };
        };
        let types = function.parameters.iter().map(|parameter| type_tokens(&parameter.ty));
        let result = result_tokens(&function.result);
        let (table, given) = (self.reach.parameter(), self.reach.argument());
        // SAFETY of the code: as above, through a stub of this signature.
        quote! {{
            unsafe extern "C" {
                #[allow(clashing_extern_declarations, improper_ctypes)]
                #[link_name = #symbol]
                fn __call(#table #(#arguments: #types,)* __errno: *mut ::core::ffi::c_int) #result;
            }
            let mut __errno: ::core::ffi::c_int = 0;
            let __result = unsafe { __call(#given #(#arguments,)* &raw mut __errno) };
            (__result, __errno)
        }}
    }
}

/// The length in bytes where C counts those.
fn scale(unit: ByteUnit, element: &TokenStream) -> TokenStream {
    match unit {
        ByteUnit::Elements => TokenStream::new(),
        // A slice has at most `isize::MAX` bytes.
        ByteUnit::Bytes => quote!(* ::core::mem::size_of::<#element>()),
    }
}
