//! Methods of records, for what is no field in Rust.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::plan::{Access, Accessor, BitAccess, BitPart, BitValue, Constructor, RustType, Trust};
use crate::respan::mark;

use super::rust::{ident, type_tokens};

pub(super) fn accessor(accessor: &Accessor) -> TokenStream {
    let name = mark(&accessor.label.name, accessor.label.span);
    let second = mark(&accessor.second, accessor.label.span);
    let doc = &accessor.label.doc;
    let ty = type_tokens(&accessor.ty);
    let (first, second) = match &accessor.access {
        Access::Reference(path) => {
            let place = place(path);
            (
                quote!(pub const fn #name(&self) -> &#ty { &#place }),
                quote!(pub const fn #second(&mut self) -> &mut #ty { &mut #place }),
            )
        }
        // SAFETY of the code: only an address is computed, nothing is read.
        Access::Pointer(path) => {
            let place = place(path);
            (
                quote!(#[allow(unused_unsafe)] pub const fn #name(&self) -> *const #ty { unsafe { &raw const #place } }),
                quote!(#[allow(unused_unsafe)] pub const fn #second(&mut self) -> *mut #ty { unsafe { &raw mut #place } }),
            )
        }
        // SAFETY of the code: the field lies in the record.
        Access::PointerAt(offset) => {
            let offset = Literal::u64_unsuffixed(*offset);
            (
                quote! {
                    pub const fn #name(&self) -> *const #ty {
                        unsafe { (&raw const *self).cast::<::core::primitive::u8>().add(#offset) }.cast()
                    }
                },
                quote! {
                    pub const fn #second(&mut self) -> *mut #ty {
                        unsafe { (&raw mut *self).cast::<::core::primitive::u8>().add(#offset) }.cast()
                    }
                },
            )
        }
        // SAFETY of the code: the field lies in the record, whose hidden bytes are those of C or zero.
        Access::ValueAt(offset) => {
            let offset = Literal::u64_unsuffixed(*offset);
            (
                quote! {
                    pub const fn #name(&self) -> #ty {
                        unsafe {
                            (&raw const *self).cast::<::core::primitive::u8>().add(#offset).cast::<#ty>().read_unaligned()
                        }
                    }
                },
                quote! {
                    pub const fn #second(&mut self, __value: #ty) {
                        unsafe {
                            (&raw mut *self)
                                .cast::<::core::primitive::u8>()
                                .add(#offset)
                                .cast::<#ty>()
                                .write_unaligned(__value)
                        }
                    }
                },
            )
        }
        Access::Bits(bits) => return bitfield(accessor, bits),
    };
    quote! {
        #[doc = #doc]
        #[inline]
        #first
        #[doc = #doc]
        #[inline]
        #second
    }
}

fn place(path: &[String]) -> TokenStream {
    let path = path.iter().map(|field| ident(field));
    quote!(self #(.#path)*)
}

/// Bytes are read and written one by one, and none but those that hold the field.
fn bitfield(accessor: &Accessor, bits: &BitAccess) -> TokenStream {
    let name = mark(&accessor.label.name, accessor.label.span);
    let setter = mark(&accessor.second, accessor.label.span);
    let doc = &accessor.label.doc;
    let ty = type_tokens(&accessor.ty);
    let (word, word_bits) = match bits.width {
        0..=64 => (quote!(::core::primitive::u64), 64),
        _ => (quote!(::core::primitive::u128), 128),
    };
    let reads = bits.parts.iter().map(|part| read(part, &word));
    let writes = bits.parts.iter().map(write);
    let spare = Literal::u32_unsuffixed(word_bits - bits.width);
    let signed = match (bits.signed, word_bits) {
        (false, _) => word.clone(),
        (true, 64) => quote!(::core::primitive::i64),
        (true, _) => quote!(::core::primitive::i128),
    };
    let extended = quote!(((__word << #spare) as #signed >> #spare) as #word);
    let (value, to_word) = convert(bits, &accessor.ty, &word);
    let keyword = match bits.trust {
        Trust::Ours => TokenStream::new(),
        Trust::Callers => quote!(unsafe),
    };
    let safety = (bits.trust == Trust::Callers).then(|| {
        quote! {
            #[doc = ""]
            #[doc = "# Safety"]
            #[doc = ""]
            #[doc = "The bytes that hold the field have a value: another member of the union may have left some without."]
        }
    });
    let range = format!("The value must fit into {} bits; in debug builds this is checked.", bits.width);
    let panics = format!("the value does not fit into the {} bits of `{}`", bits.width, bits.field);
    // SAFETY of the code: the bytes lie in the record, and those that are read have a value.
    quote! {
        #[doc = #doc]
        #safety
        #[allow(unused_unsafe)]
        #[inline]
        pub const #keyword fn #name(&self) -> #ty {
            let __bytes = (&raw const *self).cast::<::core::primitive::u8>();
            let __word: #word = unsafe { 0 #(| #reads)* };
            let __word: #word = #extended;
            #value
        }
        #[doc = #doc]
        #[doc = ""]
        #[doc = #range]
        #safety
        #[allow(unused_unsafe)]
        #[inline]
        #[track_caller]
        pub const #keyword fn #setter(&mut self, __value: #ty) {
            let __word: #word = #to_word;
            ::core::debug_assert!(#extended == __word, #panics);
            let __bytes = (&raw mut *self).cast::<::core::primitive::u8>();
            unsafe { #(#writes)* }
        }
    }
}

fn read(part: &BitPart, word: &TokenStream) -> TokenStream {
    let byte = Literal::u64_unsuffixed(part.byte);
    let low = Literal::u32_unsuffixed(part.low);
    let value = Literal::u32_unsuffixed(part.value);
    let mask = Literal::u8_unsuffixed(ones(part.width));
    quote!(((__bytes.add(#byte).read() >> #low & #mask) as #word) << #value)
}

fn write(part: &BitPart) -> TokenStream {
    let byte = Literal::u64_unsuffixed(part.byte);
    let low = Literal::u32_unsuffixed(part.low);
    let value = Literal::u32_unsuffixed(part.value);
    let mask = Literal::u8_unsuffixed(ones(part.width) << part.low);
    let bits = quote!((__word >> #value) as ::core::primitive::u8);
    if part.width == 8 {
        return quote!(__bytes.add(#byte).write(#bits););
    }
    quote!(__bytes.add(#byte).write(__bytes.add(#byte).read() & !#mask | (#bits) << #low & #mask);)
}

fn ones(width: u32) -> u8 {
    u8::MAX.checked_shr(8_u32.saturating_sub(width)).unwrap_or(0)
}

// From the word to the value, and back.
fn convert(bits: &BitAccess, ty: &RustType, word: &TokenStream) -> (TokenStream, TokenStream) {
    let rust = type_tokens(ty);
    match &bits.value {
        BitValue::Integer => (quote!(__word as #rust), quote!(__value as #word)),
        BitValue::Boolean => (quote!(__word != 0), quote!(__value as #word)),
        BitValue::Newtype { name, constructor } => {
            // A typedef's name is no constructor.
            let rust = ident(name);
            let value = match constructor {
                Constructor::Free => quote!(#rust(__word as _)),
                Constructor::Taken => quote!(#rust { 0: __word as _ }),
            };
            (value, quote!(__value.0 as #word))
        }
    }
}
