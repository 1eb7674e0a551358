//! Which values Rust's `extern "C"` passes otherwise than C does, so that they must go by pointer through a stub.

use crate::facts::{Class, Facts};
use crate::model::{
    Body, Cdef, Float, Int, KnownType, Length, QualType, RecordId, RecordKind, Rules, Type, TypedefId, TypedefKind,
};

use super::layout::{Placement, place, placed_fields};

/// What of a block's records decides how values of them travel, worked out once for each, the innermost first.
#[derive(Debug)]
pub(crate) struct Traits<'a> {
    pub(super) cdef: &'a Cdef,
    pub(super) facts: &'a Facts,
    pointer: Vec<bool>,
    aligned: Vec<bool>,
    copies: Vec<bool>,
}

impl<'a> Traits<'a> {
    pub(crate) fn new(cdef: &'a Cdef, facts: &'a Facts) -> Traits<'a> {
        let all = |value| vec![value; cdef.records.len()];
        let mut traits = Traits { cdef, facts, pointer: all(true), aligned: all(false), copies: all(true) };
        for id in cdef.inside_out() {
            traits.pointer[id.0] = traits.record_needs_pointer(id);
            traits.aligned[id.0] = traits.record_has_alignment(id);
            traits.copies[id.0] = traits.record_copies(id);
        }
        traits
    }

    pub(crate) fn cdef(&self) -> &'a Cdef {
        self.cdef
    }

    pub(crate) fn facts(&self) -> &'a Facts {
        self.facts
    }

    /// A value of this type can't be passed directly.
    ///
    /// Where no stub can stand in between (a variadic function, a function pointer, a declared block), it must be
    /// refused.
    pub(crate) fn needs_pointer(&self, ty: &QualType) -> bool {
        match self.cdef.resolve(&ty.ty) {
            Type::Void | Type::Enum(_) => false,
            Type::Int(int) => is_128(*int),
            Type::Pointer(_) | Type::Function(_) | Type::VaList => false,
            Type::Float(float) => is_long_double(*float),
            Type::Complex(_) => true,
            Type::Known(known) => match known.is {
                KnownType::Primitive(_) | KnownType::WideChar => false,
                KnownType::File => true,
            },
            Type::Array(element, _) => self.needs_pointer(element),
            Type::Record(id) => self.pointer[id.0],
            Type::Typedef(id) => self.typedef_needs_pointer(*id),
        }
    }

    /// A typedef of the headers for an array or a function, of which the block tells no more.
    pub(crate) fn decays(&self, ty: &QualType) -> bool {
        let Type::Typedef(id) = self.cdef.resolve(&ty.ty) else { return false };
        self.facts.typedefs.get(id).is_some_and(|fact| fact.class == Class::Decaying)
    }

    fn holds_decaying(&self, ty: &QualType) -> bool {
        match self.cdef.resolve(&ty.ty) {
            Type::Array(element, _) => self.holds_decaying(element),
            _ => self.decays(ty),
        }
    }

    // A struct that Rust sees whole, made of plain fields at their natural places, has C's calling convention.
    // Unions and over-aligned structs have it on some targets only.
    fn record_needs_pointer(&self, id: RecordId) -> bool {
        let record = &self.cdef.records[id.0];
        match (record.kind, &record.body) {
            (RecordKind::Union, _) | (_, Body::Opaque | Body::Partial(_)) => true,
            (RecordKind::Struct, Body::Exact(fields)) => {
                let plain = fields.iter().all(|field| {
                    field.bits.is_none()
                        && !matches!(field.ty.ty, Type::Array(_, Length::Flexible | Length::Known(0)))
                        && !self.needs_pointer(&field.ty)
                        && !self.holds_decaying(&field.ty)
                });
                let natural = match self.facts.records.get(&id) {
                    // `place` needs no word on aligned types: what they align is not natural anyway.
                    Some(fact) => {
                        let Placement { slots: _, align, pack, hidden, loose } = place(record, fact, &|_| false);
                        fact.size > 0 && align.is_none() && pack.is_none() && hidden == 0 && loose.is_empty()
                    }
                    None => record.rules == Rules::default(),
                };
                fields.is_empty() || !plain || !natural
            }
        }
    }

    fn typedef_needs_pointer(&self, id: TypedefId) -> bool {
        let class = self.facts.typedefs.get(&id).map(|fact| fact.class);
        match &self.cdef.typedefs[id.0].kind {
            TypedefKind::Exact(_) | TypedefKind::OpaquePointer => false,
            TypedefKind::Opaque => true,
            TypedefKind::SomeInteger | TypedefKind::SomeFloat | TypedefKind::Implicit | TypedefKind::TypeOf => {
                match class {
                    // As a parameter it is a pointer, and it is no result.
                    None | Some(Class::Pointer | Class::Decaying) => false,
                    Some(Class::Int(int)) => is_128(int),
                    Some(Class::Float(float)) => is_long_double(float),
                    Some(Class::Complex(_) | Class::Record | Class::Other) => true,
                }
            }
        }
    }

    /// Whether the Rust type has an `align(…)` of its own, somewhere inside.
    pub(super) fn has_own_alignment(&self, ty: &QualType) -> bool {
        match self.cdef.resolve(&ty.ty) {
            Type::Array(element, _) => self.has_own_alignment(element),
            Type::Float(float) => is_long_double(*float),
            Type::Record(id) => self.aligned[id.0],
            Type::Typedef(id) => {
                let class = self.facts.typedefs.get(id).map(|fact| fact.class);
                match (&self.cdef.typedefs[id.0].kind, class) {
                    (TypedefKind::Opaque, _) => true,
                    (
                        TypedefKind::Implicit | TypedefKind::TypeOf,
                        Some(Class::Complex(_) | Class::Record | Class::Decaying | Class::Other),
                    ) => true,
                    (
                        TypedefKind::SomeFloat | TypedefKind::Implicit | TypedefKind::TypeOf,
                        Some(Class::Float(float)),
                    ) => is_long_double(float),
                    _ => false,
                }
            }
            _ => false,
        }
    }

    fn record_has_alignment(&self, id: RecordId) -> bool {
        let record = &self.cdef.records[id.0];
        let aligned = match self.facts.records.get(&id) {
            Some(_) if record.fields().is_empty() => matches!(record.body, Body::Partial(_)),
            Some(fact) => place(record, fact, &|field| self.has_own_alignment(&field.ty)).align.is_some(),
            None => !record.rules.aligned.is_empty(),
        };
        aligned || record.fields().iter().any(|field| self.has_own_alignment(&field.ty))
    }

    /// Whether a value is copied whole: a flexible array would lose its elements.
    pub(super) fn copies(&self, ty: &QualType) -> bool {
        match self.cdef.by_value(ty) {
            Some(id) => self.copies[id.0],
            // What has a size is copied as bytes; what has none is no field.
            None => true,
        }
    }

    fn record_copies(&self, id: RecordId) -> bool {
        let mut fields = placed_fields(&self.cdef.records[id.0].body);
        fields.all(|(_, field)| !field.is_flexible() && self.copies(&field.ty))
    }

    pub(super) fn copies_record(&self, id: RecordId) -> bool {
        self.copies[id.0]
    }
}

// C compilers disagreed on its alignment, and thereby on its registers, on x86 until clang 18, and Windows has no ABI
// for it.
fn is_128(int: Int) -> bool {
    matches!(int, Int::Int128 | Int::UInt128)
}

fn is_long_double(float: Float) -> bool {
    match float {
        Float::Float | Float::Double => false,
        Float::LongDouble => true,
    }
}
