//! Constants: values that C told or the block gives, as Rust constants; what only running C can tell, as functions.

use crate::facts::{Class, ConstantValue};
use crate::model::{
    Constant, ConstantId, ConstantKind, Float, Int, Item, KnownType, Length, Literal, QualType, Type, Value,
};
use crate::symbol::Symbols;

use super::doc::item_doc;
use super::rust::{FloatWidth, Mutability, RustType, RustValue};
use super::types::{Context, Knowledge, floating, integer};
use super::{AddressSource, Addressed, ConstantSource, Label, Plan, PlannedAddress, PlannedConstant, Stub};

pub(crate) fn plan_constants(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>) {
    for (index, constant) in context.cdef.constants.iter().enumerate() {
        let id = ConstantId(index);
        if let ConstantKind::Typed(ty) = &constant.kind
            && context.cdef.optional.contains(&Item::Constant(id))
        {
            optional(context, plan, id, constant, ty);
            continue;
        }
        let Some(value) = value(context, id, constant) else {
            continue;
        };
        let name = &context.names.constants[index];
        let label = Label::of(name, &constant.name, item_doc(&constant.origin));
        let planned = match &constant.kind {
            ConstantKind::Macro => of_macro(value),
            ConstantKind::Typed(ty) => typed(context, ty, value),
        };
        match (planned, &constant.kind) {
            (Some((ty, value)), _) => {
                let source = ConstantSource::Value(value);
                plan.constants.push(PlannedConstant { label, ty, source });
            }
            (None, ConstantKind::Typed(ty)) if context.knowledge == Knowledge::Verified => {
                getter(context, symbols, plan, id, label, ty);
            }
            (None, ConstantKind::Typed(_) | ConstantKind::Macro) => {}
        }
    }
}

/// Its type does not hang on what the headers have.
fn optional(context: &Context<'_>, plan: &mut Plan<'_>, id: ConstantId, constant: &Constant, ty: &QualType) {
    let value = match context.facts.absent.contains(&Item::Constant(id)) {
        true => None,
        false => match value(context, id, constant).and_then(|value| typed(context, ty, value)) {
            Some((_, value)) => Some(value),
            None => return,
        },
    };
    plan.constants.push(PlannedConstant {
        label: Label::of(&context.names.constants[id.0], &constant.name, item_doc(&constant.origin)),
        ty: context.value(ty),
        source: ConstantSource::Optional(value),
    });
}

/// `HAS_f` for each function and constant `f` that stands in a condition.
pub(crate) fn plan_guards(context: &Context<'_>, plan: &mut Plan<'_>) {
    for (guard, name) in context.cdef.guards.iter().zip(&context.names.guards) {
        let doc = format!("Whether the C preprocessor takes a branch that declares `{}`.", guard.name.text);
        plan.constants.push(PlannedConstant {
            label: Label::new(name, guard.name.span, doc),
            ty: RustType::Primitive("bool"),
            source: ConstantSource::Value(RustValue::Bool(guard.present)),
        });
    }
}

fn value(context: &Context<'_>, id: ConstantId, constant: &Constant) -> Option<ConstantValue> {
    if let Some(fact) = context.facts.constants.get(&id) {
        return Some(fact.header.clone());
    }
    match &constant.value {
        Value::Hole => None,
        Value::Given(expr) => match expr.value.as_ref()? {
            Literal::Int(value, int) => Some(ConstantValue::Int(*value, *int)),
            Literal::Float(value, float) => Some(ConstantValue::Float(*value, *float)),
            Literal::Str(bytes) => Some(ConstantValue::Str(bytes.clone())),
        },
    }
}

/// The type is the one that C gives the expression.
fn of_macro(value: ConstantValue) -> Option<(RustType, RustValue)> {
    match value {
        ConstantValue::Int(value, int) => Some((integer(int), integer_value(value, int))),
        ConstantValue::Float(value, Float::Float) => {
            Some((RustType::Core("c_float"), RustValue::Float(value, FloatWidth::F32)))
        }
        ConstantValue::Float(value, Float::Double) => {
            Some((RustType::Core("c_double"), RustValue::Float(value, FloatWidth::F64)))
        }
        ConstantValue::Float(value, Float::LongDouble) => {
            Some((floating(Float::LongDouble), RustValue::Widened(value)))
        }
        ConstantValue::LongDouble(bytes, _) => Some((floating(Float::LongDouble), RustValue::LongDouble(bytes))),
        ConstantValue::Str(bytes) if bytes.contains(&0) => Some(char_array(bytes, None)),
        ConstantValue::Str(bytes) => Some((RustType::CStr, RustValue::CStr(bytes))),
        ConstantValue::Wide(units, size) => {
            let element = RustType::Primitive(match size {
                1 => "u8",
                2 => "u16",
                _ => "u32",
            });
            Some(wide_array(element, units, Signs::None))
        }
        ConstantValue::RunTime(_) => None,
    }
}

/// The type is the declared one; None if only C can make the value.
fn typed(context: &Context<'_>, declared: &QualType, value: ConstantValue) -> Option<(RustType, RustValue)> {
    let ty = context.value(declared);
    let value = match (context.cdef.resolve(&declared.ty), value) {
        (_, ConstantValue::RunTime(_)) => return None,
        (Type::Array(_, length), ConstantValue::Str(bytes)) => {
            let length = match length {
                Length::Known(length) => Some(*length),
                Length::Asked(_) | Length::Hole | Length::Flexible if bytes.contains(&0) => None,
                Length::Asked(_) | Length::Hole | Length::Flexible => {
                    return Some((RustType::CStr, RustValue::CStr(bytes)));
                }
            };
            return Some(char_array(bytes, length));
        }
        (Type::Array(element, _), ConstantValue::Wide(units, _)) => {
            return Some(wide_array(context.value(element), units, context.signs(element)));
        }
        (Type::Pointer(_), ConstantValue::Str(mut bytes)) => {
            bytes.push(0);
            RustValue::Bytes(bytes)
        }
        (Type::Pointer(_), ConstantValue::Int(value, _)) => match (&ty, value) {
            (RustType::Nullable(_), 0) => RustValue::NullFunction,
            (RustType::Nullable(_), _) => return None,
            (_, value) => RustValue::Address(value),
        },
        (Type::Enum(id), ConstantValue::Int(value, _)) => {
            let name = context.names.enums[id.0].clone();
            let constructor = context.constructor(&name);
            if name.is_empty() { RustValue::Int(value) } else { RustValue::Newtype { name, value, constructor } }
        }
        (target, value) => match (context.scalar(target)?, value) {
            (Scalar::Int(int), ConstantValue::Int(value, _)) if fits(value, int) => integer_value(value, int),
            (Scalar::Int(_), ConstantValue::Int(value, _)) => RustValue::Cast(value, ty.clone()),
            (Scalar::Float(width), ConstantValue::Float(value, _)) => RustValue::Float(value, width),
            #[expect(clippy::cast_precision_loss, reason = "C converts in the same way")]
            (Scalar::Float(width), ConstantValue::Int(value, _)) => RustValue::Float(value as f64, width),
            (Scalar::Float(width), ConstantValue::LongDouble(_, value)) => RustValue::Float(value, width),
            (Scalar::LongDouble, ConstantValue::LongDouble(bytes, _)) => RustValue::LongDouble(bytes),
            (Scalar::LongDouble, ConstantValue::Float(value, _)) => RustValue::Widened(value),
            #[expect(clippy::cast_precision_loss, reason = "a number of 32 bits is exact")]
            (Scalar::LongDouble, ConstantValue::Int(value, _)) if i32::try_from(value).is_ok() => {
                RustValue::Widened(value as f64)
            }
            _ => return None,
        },
    };
    Some((ty, value))
}

#[derive(Clone, Copy)]
enum Scalar {
    Int(Int),
    Float(FloatWidth),
    LongDouble,
}

/// Whether the units of a wide string are signed in Rust, and how wide.
#[derive(Clone, Copy)]
enum Signs {
    None,
    Bits32,
}

impl Context<'_> {
    fn scalar(&self, ty: &Type) -> Option<Scalar> {
        let float = |float| match float {
            Float::Float => Scalar::Float(FloatWidth::F32),
            Float::Double => Scalar::Float(FloatWidth::F64),
            Float::LongDouble => Scalar::LongDouble,
        };
        match ty {
            Type::Int(int) => Some(Scalar::Int(*int)),
            Type::Float(kind) => Some(float(*kind)),
            Type::Known(known) => match known.is {
                KnownType::Primitive(name) => Some(Scalar::Int(primitive(name))),
                KnownType::File => None,
                // Signed or not: a value is converted.
                KnownType::WideChar => Some(Scalar::Int(Int::Short)),
            },
            Type::Typedef(id) => match self.class(*id)? {
                Class::Int(int) => Some(Scalar::Int(int)),
                Class::Float(kind) => Some(float(kind)),
                Class::Complex(_) | Class::Pointer | Class::Record | Class::Decaying | Class::Other => None,
            },
            _ => None,
        }
    }

    fn signs(&self, element: &QualType) -> Signs {
        match self.scalar(self.cdef.resolve(&element.ty)) {
            Some(Scalar::Int(Int::Int | Int::Long)) => match self.cdef.resolve(&element.ty) {
                Type::Known(_) => Signs::None,
                _ => Signs::Bits32,
            },
            _ => Signs::None,
        }
    }
}

fn primitive(name: &str) -> Int {
    match name {
        "i8" => Int::SChar,
        "u8" => Int::UChar,
        "i16" => Int::Short,
        "u16" => Int::UShort,
        "i32" => Int::Int,
        "u32" => Int::UInt,
        "i64" => Int::LongLong,
        "u64" => Int::ULongLong,
        "isize" => Int::Long,
        // `usize`
        _ => Int::ULong,
    }
}

fn integer_value(value: i128, int: Int) -> RustValue {
    match int {
        Int::Bool => RustValue::Bool(value != 0),
        Int::Char => RustValue::Char(low_byte(value)),
        _ => RustValue::Int(value),
    }
}

/// The literal is certainly in the range of the type, on every target.
fn fits(value: i128, int: Int) -> bool {
    match int {
        Int::Bool | Int::Char | Int::Int128 => true,
        Int::SChar => i8::try_from(value).is_ok(),
        Int::UChar => u8::try_from(value).is_ok(),
        Int::Short => i16::try_from(value).is_ok(),
        Int::UShort => u16::try_from(value).is_ok(),
        Int::Int | Int::Long => i32::try_from(value).is_ok(),
        Int::UInt | Int::ULong => u32::try_from(value).is_ok(),
        Int::LongLong => i64::try_from(value).is_ok(),
        Int::ULongLong => u64::try_from(value).is_ok(),
        Int::UInt128 => value >= 0,
    }
}

fn low_byte(value: i128) -> u8 {
    value.to_le_bytes()[0]
}

// As C's array: the final NUL counts, and what an initialiser leaves out is zero (C11 6.7.9p14, p21).
fn char_array(mut bytes: Vec<u8>, length: Option<u64>) -> (RustType, RustValue) {
    match length.and_then(|length| usize::try_from(length).ok()) {
        Some(length) => bytes.resize(length, 0),
        None => bytes.push(0),
    }
    let ty = array_type(RustType::Core("c_char"), bytes.len());
    (ty, RustValue::Array(bytes.into_iter().map(RustValue::Char).collect()))
}

fn wide_array(element: RustType, mut units: Vec<u32>, signs: Signs) -> (RustType, RustValue) {
    units.push(0);
    let ty = array_type(element, units.len());
    let unit = |unit: u32| match signs {
        Signs::None => i128::from(unit),
        Signs::Bits32 => i128::from(unit.cast_signed()),
    };
    (ty, RustValue::Array(units.into_iter().map(|value| RustValue::Int(unit(value))).collect()))
}

fn array_type(element: RustType, length: usize) -> RustType {
    RustType::Array(Box::new(element), length as u64)
}

fn getter(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>, id: ConstantId, label: Label, ty: &QualType) {
    let symbol = symbols.constant(&context.cdef.constants[id.0].name.text);
    // C functions return no arrays; the address is as constant as the array.
    if let Type::Array(..) = context.cdef.resolve(&ty.ty) {
        plan.stubs.push(Stub::Address { of: Addressed::Constant(id), symbol: symbol.clone() });
        plan.addresses.push(PlannedAddress {
            label,
            mutability: Mutability::Const,
            ty: context.pointee(ty, &[]),
            source: AddressSource::Stub(symbol),
        });
        return;
    }
    let passing = context.passing(ty);
    plan.stubs.push(Stub::Constant { constant: id, symbol: symbol.clone(), passing });
    let source = ConstantSource::Stub { symbol, passing };
    plan.constants.push(PlannedConstant { label, ty: context.value(ty), source });
}
