//! Types and constant expressions as tokens.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};

use crate::model::{RustPath, Span};
use crate::plan::{Constructor, FloatWidth, Label, Mutability, RustSignature, RustType, RustValue};
use crate::respan::{mark, mark_path};

/// A use of a name whose definition is marked with its token, or that the user has no need to see.
pub(crate) fn ident(name: &str) -> Ident {
    mark(name, Span { token: u32::MAX, offset: 0 })
}

/// The documentation of an item, which is found by C's name, too.
pub(crate) fn doc(label: &Label) -> TokenStream {
    let doc = &label.doc;
    // rustdoc takes no white space and no quotes.
    let alias = label.alias.as_ref().map(|alias| quote!(#[doc(alias = #alias)]));
    quote!(#[doc = #doc] #alias)
}

pub(crate) fn type_tokens(ty: &RustType) -> TokenStream {
    match ty {
        RustType::Unit => quote!(()),
        RustType::Never => quote!(!),
        RustType::Core(name) => {
            let name = format_ident!("{name}");
            quote!(::core::ffi::#name)
        }
        RustType::Primitive(name) => {
            let name = format_ident!("{name}");
            quote!(::core::primitive::#name)
        }
        RustType::Runtime(name) => {
            let name = format_ident!("{name}");
            quote!(__cffi_rt::#name)
        }
        RustType::Complex(part) => {
            let part = type_tokens(part);
            quote!(__cffi_rt::Complex<#part>)
        }
        RustType::Named(name) => {
            let name = ident(name);
            quote!(#name)
        }
        // What C holds does not know lifetimes; safe signatures have their own.
        RustType::Child(name) => {
            let name = ident(name);
            quote!(#name<'static>)
        }
        RustType::Object(handle) => {
            let handle = type_tokens(handle);
            quote!(__cffi_rt::Object<#handle>)
        }
        RustType::Used(path) => path_tokens(path),
        RustType::Pointer(target, mutability) => pointer_tokens(target, *mutability),
        RustType::Array(element, length) => {
            let element = type_tokens(element);
            let length = number(*length);
            quote!([#element; #length])
        }
        RustType::Function(signature) => signature_tokens(signature),
        RustType::Nullable(function) => {
            let function = type_tokens(function);
            quote!(::core::option::Option<#function>)
        }
        RustType::CStr => quote!(&::core::ffi::CStr),
    }
}

/// A path of the user's, at its own tokens.
pub(crate) fn path_tokens(path: &RustPath) -> TokenStream {
    let start = path.is_global.then(|| quote!(::));
    let segments = path.segments.iter().map(|name| mark_path(&name.text, name.span));
    quote!(#start #(#segments)::*)
}

pub(crate) fn pointer_tokens(target: &RustType, mutability: Mutability) -> TokenStream {
    let target = type_tokens(target);
    match mutability {
        Mutability::Const => quote!(*const #target),
        Mutability::Mut => quote!(*mut #target),
    }
}

fn signature_tokens(signature: &RustSignature) -> TokenStream {
    let parameters = signature.parameters.iter().map(type_tokens);
    let result = result_tokens(&signature.result);
    let dots = signature.variadic.then(|| quote!(...));
    let abi = signature.abi.name();
    quote!(unsafe extern #abi fn(#(#parameters,)* #dots) #result)
}

/// `-> T`, or nothing for `()`.
pub(crate) fn result_tokens(result: &RustType) -> TokenStream {
    match result {
        RustType::Unit => TokenStream::new(),
        result => {
            let result = type_tokens(result);
            quote!(-> #result)
        }
    }
}

pub(crate) fn number(value: u64) -> Literal {
    Literal::u64_unsuffixed(value)
}

pub(crate) fn value_tokens(value: &RustValue) -> TokenStream {
    match value {
        RustValue::Int(value) => integer(*value),
        RustValue::Cast(value, ty) => {
            let value = integer(*value);
            let ty = type_tokens(ty);
            quote!((#value as ::core::primitive::i128) as #ty)
        }
        RustValue::Bool(value) => quote!(#value),
        RustValue::Char(value) => {
            // Where `char` is signed, a literal above 127 would be out of its range.
            let value = Literal::u8_unsuffixed(*value);
            quote!({
                const VALUE: ::core::primitive::u8 = #value;
                VALUE as ::core::ffi::c_char
            })
        }
        RustValue::Float(value, width) => float(*value, *width),
        RustValue::LongDouble(bytes) => {
            let bytes = bytes.iter().map(|byte| Literal::u8_unsuffixed(*byte));
            quote!(__cffi_rt::LongDouble::from_ne_bytes([#(#bytes),*]))
        }
        RustValue::Widened(value) => {
            let value = float(*value, FloatWidth::F64);
            quote!(__cffi_rt::LongDouble::from_f64(#value))
        }
        RustValue::CStr(bytes) => {
            let mut bytes = bytes.clone();
            bytes.push(0);
            let bytes = Literal::byte_string(&bytes);
            quote! {
                match ::core::ffi::CStr::from_bytes_with_nul(#bytes) {
                    ::core::result::Result::Ok(__text) => __text,
                    ::core::result::Result::Err(_) => ::core::panic!(),
                }
            }
        }
        RustValue::Bytes(bytes) => {
            let bytes = Literal::byte_string(bytes);
            quote!(#bytes.as_ptr() as _)
        }
        RustValue::Address(0) => quote!(::core::ptr::null::<::core::ffi::c_void>() as _),
        RustValue::Address(address) => {
            let address = integer(*address);
            quote!(::core::ptr::without_provenance::<::core::ffi::c_void>(
                #address as ::core::primitive::i128 as ::core::primitive::usize
            ) as _)
        }
        RustValue::NullFunction => quote!(::core::option::Option::None),
        RustValue::Array(elements) => array(elements),
        RustValue::Newtype { name, value, constructor } => {
            let name = ident(name);
            let value = integer(*value);
            match constructor {
                Constructor::Free => quote!(#name(#value)),
                Constructor::Taken => quote!(#name { 0: #value }),
            }
        }
    }
}

// The bytes of a `char` array are converted together, so that a long text stays short.
fn array(elements: &[RustValue]) -> TokenStream {
    let bytes: Option<Vec<u8>> = elements
        .iter()
        .map(|element| match element {
            RustValue::Char(byte) => Some(*byte),
            _ => None,
        })
        .collect();
    match bytes {
        Some(bytes) => {
            let bytes = Literal::byte_string(&bytes);
            // SAFETY of the code: `c_char` is `i8` or `u8`, so that both arrays have one size and any bits are valid.
            quote!(unsafe { ::core::mem::transmute(*#bytes) })
        }
        None => {
            let elements = elements.iter().map(value_tokens);
            quote!([#(#elements),*])
        }
    }
}

// A sign is a token of its own when the text is read again.
pub(crate) fn integer(value: i128) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(value.unsigned_abs());
    if value < 0 { quote!(-#magnitude) } else { quote!(#magnitude) }
}

fn float(value: f64, width: FloatWidth) -> TokenStream {
    match width {
        FloatWidth::F64 if value.is_finite() => float_literal(Literal::f64_unsuffixed(value.abs()), value),
        FloatWidth::F64 => {
            let bits = Literal::u64_unsuffixed(value.to_bits());
            quote!(::core::primitive::f64::from_bits(#bits))
        }
        FloatWidth::F32 => {
            #[expect(clippy::cast_possible_truncation, reason = "C's value is a `float`")]
            let narrow = value as f32;
            if narrow.is_finite() {
                return float_literal(Literal::f32_unsuffixed(narrow.abs()), value);
            }
            let bits = Literal::u32_unsuffixed(narrow.to_bits());
            quote!(::core::primitive::f32::from_bits(#bits))
        }
    }
}

fn float_literal(magnitude: Literal, value: f64) -> TokenStream {
    if value.is_sign_negative() { quote!(-#magnitude) } else { quote!(#magnitude) }
}
