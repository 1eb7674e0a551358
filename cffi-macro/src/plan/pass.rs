//! Which values Rust's `extern "C"` passes otherwise than C does, so that they must go by pointer through a stub.

use crate::facts::{Class, Facts};
use crate::model::{
    Body, Cdef, Float, Int, KnownType, Length, QualType, RecordId, RecordKind, Rules, Type, TypedefId, TypedefKind,
};

use super::layout::{Placement, place};

/// A value of this type can't be passed directly.
///
/// Where no stub can stand in between (a variadic function, a function pointer, a declared block), it must be refused.
pub(crate) fn needs_pointer(cdef: &Cdef, facts: &Facts, ty: &QualType) -> bool {
    match &ty.ty {
        Type::Void | Type::Enum(_) => false,
        Type::Int(int) => is_128(*int),
        Type::Pointer(_) | Type::Function(_) | Type::VaList => false,
        Type::Float(float) => is_long_double(*float),
        Type::Complex(_) => true,
        Type::Known(known) => match known.is {
            KnownType::Primitive(_) | KnownType::WideChar => false,
            KnownType::File => true,
        },
        Type::Array(element, _) => needs_pointer(cdef, facts, element),
        Type::Record(id) => record_needs_pointer(cdef, facts, *id),
        Type::Typedef(id) => typedef_needs_pointer(cdef, facts, *id),
    }
}

// A struct that Rust sees whole, made of plain fields at their natural places, has C's calling convention.
// Unions and over-aligned structs have it on some targets only.
fn record_needs_pointer(cdef: &Cdef, facts: &Facts, id: RecordId) -> bool {
    let record = &cdef.records[id.0];
    match (record.kind, &record.body) {
        (RecordKind::Union, _) | (_, Body::Opaque | Body::Partial(_)) => true,
        (RecordKind::Struct, Body::Exact(fields)) => {
            let plain = fields.iter().all(|field| {
                field.bits.is_none()
                    && !matches!(field.ty.ty, Type::Array(_, Length::Flexible | Length::Known(0)))
                    && !needs_pointer(cdef, facts, &field.ty)
            });
            let natural = match facts.records.get(&id) {
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

fn typedef_needs_pointer(cdef: &Cdef, facts: &Facts, id: TypedefId) -> bool {
    let class = facts.typedefs.get(&id).map(|fact| fact.class);
    match &cdef.typedefs[id.0].kind {
        TypedefKind::Exact(ty) => needs_pointer(cdef, facts, ty),
        TypedefKind::OpaquePointer => false,
        TypedefKind::Opaque => true,
        TypedefKind::SomeInteger | TypedefKind::SomeFloat | TypedefKind::Implicit | TypedefKind::TypeOf => {
            match class {
                None | Some(Class::Pointer) => false,
                Some(Class::Int(int)) => is_128(int),
                Some(Class::Float(float)) => is_long_double(float),
                Some(Class::Complex(_) | Class::Record | Class::Other) => true,
            }
        }
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

/// Whether the Rust type has an `align(…)` of its own, somewhere inside.
pub(crate) fn has_own_alignment(cdef: &Cdef, facts: &Facts, ty: &QualType) -> bool {
    match cdef.resolve(&ty.ty) {
        Type::Array(element, _) => has_own_alignment(cdef, facts, element),
        Type::Float(float) => is_long_double(*float),
        Type::Record(id) => {
            let record = &cdef.records[id.0];
            let aligned = match facts.records.get(id) {
                Some(_) if record.fields().is_empty() => matches!(record.body, Body::Partial(_)),
                Some(fact) => place(record, fact, &|field| has_own_alignment(cdef, facts, &field.ty)).align.is_some(),
                None => !record.rules.aligned.is_empty(),
            };
            aligned || record.fields().iter().any(|field| has_own_alignment(cdef, facts, &field.ty))
        }
        Type::Typedef(id) => match (&cdef.typedefs[id.0].kind, facts.typedefs.get(id).map(|fact| fact.class)) {
            (TypedefKind::Opaque, _) => true,
            (TypedefKind::Implicit | TypedefKind::TypeOf, Some(Class::Complex(_) | Class::Record | Class::Other)) => {
                true
            }
            (TypedefKind::SomeFloat | TypedefKind::Implicit | TypedefKind::TypeOf, Some(Class::Float(float))) => {
                is_long_double(float)
            }
            _ => false,
        },
        _ => false,
    }
}
