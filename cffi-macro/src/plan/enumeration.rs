//! Enums: a newtype over the integer that C takes, and a constant for each enumerator.

use crate::cdecl;
use crate::facts::EnumFact;
use crate::model::{Enum, EnumId, Enumerator, Int, Literal, Path, QualType, Qualifiers, Type, Value};
use crate::symbol::Symbols;

use super::doc::{item_doc, user_doc};
use super::rust::{Constructor, RustType, RustValue};
use super::types::{Context, integer};
use super::{ConstantSource, Label, Plan, PlannedConstant, PlannedEnum};

pub(crate) fn plan_enums(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>) {
    for (index, item) in context.cdef.enums.iter().enumerate() {
        plan_enum(context, symbols, plan, EnumId(index), item);
    }
}

fn plan_enum(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>, id: EnumId, item: &Enum) {
    let fact = context.facts.enums.get(&id);
    let enumerators = item.enumerators.as_deref().unwrap_or_default();
    let values = values(enumerators, fact);
    let declared = if item.packed { packed_repr } else { declared_repr };
    let repr = fact.map_or_else(|| declared(&values), |fact| fact.repr);
    let name = context.names.enums[id.0].as_str();
    let repr_type = context.underlying(id).unwrap_or_else(|| integer(repr));
    let rust_names = &context.names.enumerators[id.0];
    let ty = if name.is_empty() {
        // C23 6.7.3.3p12: with a type of its own, the enumerators have it.
        // Enumerators have type `int` (C11 6.7.2.2p3); a value that doesn't fit makes them wider.
        let fits = values.iter().all(|value| i32::try_from(*value).is_ok());
        if item.underlying.is_some() { repr_type.clone() } else { integer(if fits { Int::Int } else { repr }) }
    } else {
        RustType::Named(name.to_owned())
    };
    let constructor = context.constructor(name);
    let owner = match &item.path {
        Path::Anonymous | Path::Member(..) | Path::Object(_) => "an enum".to_owned(),
        Path::Tag(_) | Path::Typedef(_) | Path::Pointee(_) => {
            let ty = QualType { ty: Type::Enum(id), qualifiers: Qualifiers::default() };
            format!("`{}`", cdecl::spell(context.cdef, &ty))
        }
    };
    for ((enumerator, rust_name), value) in enumerators.iter().zip(rust_names).zip(&values) {
        let mut doc = user_doc(&enumerator.docs);
        if doc.is_empty() {
            doc = format!("`{}` of {owner}.", enumerator.name.text);
        }
        let value = match name {
            "" => RustValue::Int(*value),
            name => RustValue::Newtype { name: name.to_owned(), value: *value, constructor },
        };
        plan.constants.push(PlannedConstant {
            label: Label::of(rust_name, &enumerator.name, doc),
            ty: ty.clone(),
            source: ConstantSource::Value(value),
        });
    }
    if !name.is_empty() {
        plan.enums.push(PlannedEnum {
            label: label(context, item, name),
            repr: repr_type,
            names: distinct(enumerators, &values),
            module: match constructor {
                Constructor::Free => None,
                Constructor::Taken => Some(symbols.module(name)),
            },
        });
    }
}

fn label(context: &Context<'_>, item: &Enum, name: &str) -> Label {
    let label = Label::new(name, item.span, enum_doc(context, item));
    match &item.path {
        Path::Tag(tag) => label.with_alias(&tag.text),
        Path::Typedef(id) => label.with_alias(&context.cdef.typedefs[id.0].name.text),
        Path::Pointee(_) | Path::Object(_) | Path::Member(..) | Path::Anonymous => label,
    }
}

fn enum_doc(context: &Context<'_>, item: &Enum) -> String {
    let doc = item_doc(&item.origin);
    match &item.path {
        Path::Typedef(id) | Path::Pointee(id) if doc.is_empty() => item_doc(&context.cdef.typedefs[id.0].origin),
        _ if doc.is_empty() => "A C enum.".to_owned(),
        _ => doc,
    }
}

// Without C's answer, a value that isn't given counts on from the one before (C11 6.7.2.2p3).
fn values(enumerators: &[Enumerator], fact: Option<&EnumFact>) -> Vec<i128> {
    let mut next = 0;
    let mut values = Vec::with_capacity(enumerators.len());
    for (index, enumerator) in enumerators.iter().enumerate() {
        let given = match &enumerator.value {
            Value::Given(expr) => match expr.value {
                Some(Literal::Int(value, _)) => Some(value),
                Some(Literal::Float(..) | Literal::Str(_)) | None => None,
            },
            Value::Hole => None,
        };
        let measured = fact.and_then(|fact| fact.values.get(index).copied());
        let value = measured.or(given).unwrap_or(next);
        values.push(value);
        next = value.wrapping_add(1);
    }
    values
}

// What gcc and clang take: `unsigned int` if it holds all values, `int` if one is negative, else the `long`s.
fn declared_repr(values: &[i128]) -> Int {
    let all = |fits: fn(i128) -> bool| values.iter().all(|value| fits(*value));
    if all(|value| u32::try_from(value).is_ok()) {
        Int::UInt
    } else if all(|value| i32::try_from(value).is_ok()) {
        Int::Int
    } else if all(|value| u64::try_from(value).is_ok()) {
        Int::ULong
    } else {
        Int::Long
    }
}

/// GCC's rule: the smallest integer type that holds the values, without a sign if none is negative.
fn packed_repr(values: &[i128]) -> Int {
    let all = |fits: fn(i128) -> bool| values.iter().all(|value| fits(*value));
    if all(|value| u8::try_from(value).is_ok()) {
        Int::UChar
    } else if all(|value| i8::try_from(value).is_ok()) {
        Int::SChar
    } else if all(|value| u16::try_from(value).is_ok()) {
        Int::UShort
    } else if all(|value| i16::try_from(value).is_ok()) {
        Int::Short
    } else {
        declared_repr(values)
    }
}

fn distinct(enumerators: &[Enumerator], values: &[i128]) -> Vec<(i128, String)> {
    let mut seen = std::collections::BTreeSet::new();
    enumerators
        .iter()
        .zip(values)
        .filter(|(_, value)| seen.insert(**value))
        .map(|(enumerator, value)| (*value, enumerator.name.text.clone()))
        .collect()
}

impl Context<'_> {
    pub(crate) fn constructor(&self, name: &str) -> Constructor {
        if self.names.values.contains(name) { Constructor::Taken } else { Constructor::Free }
    }
}
