//! Structs and unions.

use proc_macro2::{Ident, Literal, Span, TokenStream};
use quote::quote;

use crate::model::RecordKind;
use crate::plan::{
    Access, Accessor, Copies, Fields, FlexibleMember, Label, LayoutAsserts, Member, PlannedRecord, Shape, Trust,
};
use crate::respan::mark;

use super::accessor::accessor;
use super::rust::{doc, ident, number, type_tokens};

pub(crate) fn record(record: &PlannedRecord) -> TokenStream {
    let label = &record.label;
    match &record.shape {
        Shape::Place => place(label),
        Shape::Child => child(label),
        Shape::Sized { size, align } => sized(label, *size, *align),
        Shape::Fields(fields) => with_fields(label, fields),
    }
}

fn attributes(label: &Label, align: Option<u64>, pack: Option<u64>) -> TokenStream {
    let doc = doc(label);
    let pack = pack.map(|pack| {
        let pack = number(pack);
        quote!(, packed(#pack))
    });
    let align = align.map(|align| {
        let align = number(align);
        quote!(, align(#align))
    });
    quote! {
        #doc
        #[allow(non_camel_case_types, non_snake_case, dead_code)]
        #[repr(C #align #pack)]
    }
}

fn copy_derives() -> TokenStream {
    quote!(#[derive(::core::clone::Clone, ::core::marker::Copy)])
}

fn place(label: &Label) -> TokenStream {
    let attributes = attributes(label, None, None);
    let name = mark(&label.name, label.span);
    let debug = debug(label, None, &[], &[]);
    quote! {
        #attributes
        pub struct #name {
            _data: [::core::primitive::u8; 0],
            _marker: __cffi_rt::__private::Place,
        }
        #debug
    }
}

/// A place whose objects hang on those of another type.
fn child(label: &Label) -> TokenStream {
    let attributes = attributes(label, None, None);
    let name = mark(&label.name, label.span);
    let (own, text) = (ident(&label.name), &label.name);
    quote! {
        #attributes
        pub struct #name<'a> {
            _data: [::core::primitive::u8; 0],
            _marker: __cffi_rt::__private::Place,
            _parent: ::core::marker::PhantomData<&'a ()>,
        }
        impl ::core::fmt::Debug for #own<'_> {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.debug_struct(#text).finish_non_exhaustive()
            }
        }
    }
}

fn sized(label: &Label, size: u64, align: u64) -> TokenStream {
    let attributes = attributes(label, Some(align), None);
    let derives = copy_derives();
    let name = mark(&label.name, label.span);
    let bytes = hidden_bytes(size);
    let zeroed = zeroed(label);
    let debug = debug(label, None, &[], &[]);
    let asserts = asserts(label, &LayoutAsserts { size, align, offsets: Vec::new() });
    quote! {
        #attributes
        #derives
        pub struct #name {
            _data: #bytes,
            _marker: __cffi_rt::__private::Opaque,
        }
        #debug
        #zeroed
        #asserts
    }
}

fn hidden_bytes(size: u64) -> TokenStream {
    let size = number(size);
    quote!([::core::mem::MaybeUninit<::core::primitive::u8>; #size])
}

fn with_fields(label: &Label, fields: &Fields) -> TokenStream {
    let attributes = attributes(label, fields.align, fields.pack);
    let name = mark(&label.name, label.span);
    let keyword = match fields.kind {
        RecordKind::Struct => quote!(struct),
        RecordKind::Union => quote!(union),
    };
    let hides = fields.members.iter().any(|member| matches!(member, Member::Hidden { .. }));
    // A packed record's fields can't be referred to, only copied.
    let (derives_debug, visible) = match (fields.pack, fields.copies) {
        (None, _) => (!hides, fields.members.as_slice()),
        (Some(_), Copies::Yes) => (!hides, fields.members.as_slice()),
        (Some(_), Copies::No) => (false, [].as_slice()),
    };
    let derives = match fields.copies {
        Copies::Yes => copy_derives(),
        Copies::No => TokenStream::new(),
    };
    let members = members(&fields.members);
    let debug = match fields.kind {
        RecordKind::Struct if derives_debug => {
            quote!(#[derive(::core::fmt::Debug)])
        }
        RecordKind::Struct | RecordKind::Union => TokenStream::new(),
    };
    let manual_debug = match fields.kind {
        RecordKind::Struct if derives_debug => TokenStream::new(),
        RecordKind::Struct => self::debug(label, fields.pack, visible, &fields.accessors),
        RecordKind::Union => self::debug(label, None, &[], &[]),
    };
    let values = match fields.copies {
        Copies::Yes if hides => zeroed(label),
        Copies::Yes => default(label),
        Copies::No => TokenStream::new(),
    };
    let asserts = fields.layout.as_ref().map(|layout| self::asserts(label, layout));
    let methods = methods(label, fields);
    quote! {
        #attributes
        #derives
        #debug
        pub #keyword #name { #members }
        #manual_debug
        #values
        #methods
        #asserts
    }
}

fn members(members: &[Member]) -> TokenStream {
    let mut prefix = "_hidden".to_owned();
    while members
        .iter()
        .any(|member| matches!(member, Member::Visible { label, .. } if label.name.starts_with(&prefix)))
    {
        prefix.push('_');
    }
    let mut hidden = 0;
    let members = members.iter().map(|member| match member {
        Member::Visible { label, ty } => {
            let name = mark(&label.name, label.span);
            let doc = &label.doc;
            let ty = type_tokens(ty);
            quote!(#[doc = #doc] pub #name: #ty)
        }
        Member::Hidden { bytes } => {
            let name = Ident::new(&format!("{prefix}{hidden}"), Span::call_site());
            let bytes = hidden_bytes(*bytes);
            hidden += 1;
            quote!(#name: #bytes)
        }
    });
    quote!(#(#members,)*)
}

// SAFETY of the code: all fields are numbers, raw pointers, `Option`s of functions, bytes that may be uninitialised,
// or records of these, and all zeroes is a value of each.
fn zeroed(label: &Label) -> TokenStream {
    let name = ident(&label.name);
    quote! {
        impl #name {
            #[doc = "A value whose bytes are all zero, those without a name included."]
            #[allow(dead_code)]
            #[inline]
            pub const fn zeroed() -> Self {
                unsafe { ::core::mem::zeroed() }
            }
        }
        impl ::core::default::Default for #name {
            #[inline]
            fn default() -> Self {
                Self::zeroed()
            }
        }
    }
}

// SAFETY of the code: as for `zeroed`.
fn default(label: &Label) -> TokenStream {
    let name = ident(&label.name);
    quote! {
        impl ::core::default::Default for #name {
            #[inline]
            fn default() -> Self {
                unsafe { ::core::mem::zeroed() }
            }
        }
    }
}

fn debug(label: &Label, pack: Option<u64>, members: &[Member], accessors: &[Accessor]) -> TokenStream {
    let name = ident(&label.name);
    let text = &label.name;
    let fields = members.iter().filter_map(|member| match member {
        Member::Visible { label, ty: _ } => {
            let text = &label.name;
            let field = ident(&label.name);
            Some(match pack {
                None => quote!(.field(#text, &self.#field)),
                Some(_) => quote!(.field(#text, &{ self.#field })),
            })
        }
        Member::Hidden { .. } => None,
    });
    let bitfields = accessors.iter().filter_map(|accessor| match &accessor.access {
        Access::Bits(bits) if bits.trust == Trust::Ours => {
            let text = &bits.field;
            let method = ident(&accessor.label.name);
            Some(quote!(.field(#text, &self.#method())))
        }
        _ => None,
    });
    quote! {
        impl ::core::fmt::Debug for #name {
            fn fmt(&self, __f: &mut ::core::fmt::Formatter<'_>) -> ::core::fmt::Result {
                __f.debug_struct(#text) #(#fields)* #(#bitfields)* .finish_non_exhaustive()
            }
        }
    }
}

fn asserts(label: &Label, layout: &LayoutAsserts) -> TokenStream {
    let name = ident(&label.name);
    let size = number(layout.size);
    let align = number(layout.align);
    let fields = layout.offsets.iter().map(|(field, _)| ident(field));
    let offsets = layout.offsets.iter().map(|(_, offset)| number(*offset));
    quote! {
        const _: () = {
            ::core::assert!(::core::mem::size_of::<#name>() == #size);
            ::core::assert!(::core::mem::align_of::<#name>() == #align);
            #(::core::assert!(::core::mem::offset_of!(#name, #fields) == #offsets);)*
        };
    }
}

fn methods(label: &Label, fields: &Fields) -> TokenStream {
    let flexible = fields.flexible.as_ref().map(flexible);
    let accessors: Vec<TokenStream> = fields.accessors.iter().map(accessor).collect();
    if flexible.is_none() && accessors.is_empty() {
        return TokenStream::new();
    }
    let name = ident(&label.name);
    quote! {
        #[allow(non_snake_case, dead_code)]
        impl #name { #flexible #(#accessors)* }
    }
}

fn flexible(member: &FlexibleMember) -> TokenStream {
    let name = mark(&member.label.name, member.label.span);
    let name_mut = with_suffix(&member.label);
    let field = ident(&member.label.name);
    let element = type_tokens(&member.element);
    let doc = Literal::string(&member.label.doc);
    let (this, len) = (ident(&member.this), ident(&member.len));
    let safety = format!("`{}` points to a record with room for `{}` elements behind it.", member.this, member.len);
    // SAFETY of the code: the caller says that the record is there; only an address is computed.
    quote! {
        #[doc = #doc]
        #[doc = ""]
        #[doc = "# Safety"]
        #[doc = ""]
        #[doc = #safety]
        #[inline]
        pub unsafe fn #name(#this: *const Self, #len: ::core::primitive::usize) -> *const [#element] {
            ::core::ptr::slice_from_raw_parts(unsafe { &raw const (*#this).#field }.cast(), #len)
        }
        #[doc = #doc]
        #[doc = ""]
        #[doc = "# Safety"]
        #[doc = ""]
        #[doc = #safety]
        #[inline]
        pub unsafe fn #name_mut(#this: *mut Self, #len: ::core::primitive::usize) -> *mut [#element] {
            ::core::ptr::slice_from_raw_parts_mut(unsafe { &raw mut (*#this).#field }.cast(), #len)
        }
    }
}

fn with_suffix(label: &Label) -> Ident {
    mark(&format!("{}_mut", label.name), label.span)
}
