//! Compares what the headers have with what the block says: `Checked` and `Facts` in, errors out.
//!
//! Prototypes are compared by the compiler itself (see `blame`); types of fields and variables by `_Generic` in the
//! probe; layouts and values here, so that a message shows both sides.

mod alignment;
mod explain;
mod layout;
mod passing;
mod size;

use crate::cdecl;
use crate::check::Checked;
use crate::diag::Diagnostics;
use crate::facts::{Class, ConstantValue, Facts};
use crate::model::{
    Body, Cdef, Constant, ConstantKind, Enum, Expr, Float, Int, Item, Literal, Name, QualType, RecordId, Type, Typedef,
    TypedefId, TypedefKind, Value,
};

pub(crate) use explain::{Explained, explained};
use explain::{Mismatch, report};
pub(crate) use size::compare_sizes;

/// Reports what can't be passed, which in a declared block is all that facts decide.
pub(crate) fn compare_passing(diag: &mut Diagnostics, checked: &Checked<'_>, facts: &Facts) {
    passing::passing(diag, checked.cdef(), facts);
}

/// Reports every difference.
///
/// `explain` gets C expressions and answers with the names of the types that they point to, where it finds them;
/// `is_function` tells whether the headers have a function under a name.
pub(crate) fn compare(
    diag: &mut Diagnostics,
    checked: &Checked<'_>,
    facts: &Facts,
    explain: &mut dyn FnMut(&[String]) -> Vec<Option<Explained>>,
    is_function: &dyn Fn(&str) -> bool,
) {
    let cdef = checked.cdef();
    let mut mismatches = Vec::new();
    for (id, fact) in &facts.typedefs {
        typedef(diag, &mut mismatches, cdef, &cdef.typedefs[id.0], fact);
    }
    alignment::alignments(diag, cdef, facts);
    for id in facts.vectors.keys() {
        vector(diag, &mut mismatches, cdef, facts, *id);
    }
    for id in facts.records.keys().filter(|id| !cdef.is_anonymous_member(**id)) {
        record(diag, &mut mismatches, cdef, facts, *id);
    }
    for (id, fact) in &facts.enums {
        let before = diag.count();
        enumeration(diag, &cdef.enums[id.0], &fact.values, &fact.given);
        if let Some(packed) = fact.packed.filter(|packed| *packed != fact.size && diag.count() == before) {
            let (spelled, size) = (cdecl::enumeration(cdef, *id), fact.size);
            diag.error(
                cdef.enums[id.0].span,
                format!("`{spelled}` has {size} bytes in the header and {packed} in the block, where it is `packed`"),
            );
        }
        if let (Some(underlying), false) = (&cdef.enums[id.0].underlying, fact.matches) {
            diag.error(
                cdef.enums[id.0].span,
                format!(
                    "`{}` is of type `{}` in the header and of type `{}` in the block",
                    cdecl::enumeration(cdef, *id),
                    cdecl::int(fact.repr),
                    cdecl::spell(cdef, underlying)
                ),
            );
        }
    }
    for (id, fact) in &facts.constants {
        let constant = &cdef.constants[id.0];
        if matches!(fact.header, ConstantValue::RunTime(_)) && cdef.optional.contains(&Item::Constant(*id)) {
            let name = &constant.name.text;
            let message = format!("`{name}` has no value before the program runs, so it can't be optional");
            diag.error(constant.name.span, message);
            continue;
        }
        match &constant.kind {
            ConstantKind::Macro => macro_constant(diag, constant, &fact.header, fact.given.as_ref(), is_function),
            ConstantKind::Typed(ty) if !fact.matches => mismatches.push(Mismatch {
                span: constant.name.span,
                pointer: format!("(__typeof__({}) *)0", constant.name.text),
                subject: format!("`{}`", constant.name.text),
                block: cdecl::spell(cdef, &QualType { ty: ty.ty.clone(), qualifiers: Default::default() }),
            }),
            ConstantKind::Typed(ty) => {
                let float = match cdef.resolve(&ty.ty) {
                    Type::Float(float) => Some(*float),
                    Type::Typedef(id) => match facts.typedefs.get(id).map(|fact| fact.class) {
                        Some(Class::Float(float)) => Some(float),
                        _ => None,
                    },
                    _ => None,
                };
                if !overflows(diag, constant, &fact.header, float) {
                    typed_constant(diag, cdef, constant, ty, &fact.header, fact.given.as_ref());
                }
            }
        }
    }
    for (id, fact) in &facts.variables {
        let variable = &cdef.variables[id.0];
        if !fact.ty.matches {
            mismatches.push(Mismatch {
                span: variable.name.span,
                pointer: format!("&({})", variable.name.text),
                subject: format!("the variable `{}`", variable.name.text),
                block: cdecl::spell(cdef, &variable.ty),
            });
        }
    }
    report(diag, &mismatches, explain);
}

fn typedef(
    diag: &mut Diagnostics,
    mismatches: &mut Vec<Mismatch>,
    cdef: &Cdef,
    typedef: &Typedef,
    fact: &crate::facts::TypeFact,
) {
    let name = &typedef.name.text;
    let span = typedef.name.span;
    let mut differs = |block: String| {
        mismatches.push(Mismatch { span, pointer: format!("({name} *)0"), subject: format!("`{name}`"), block });
    };
    match &typedef.kind {
        TypedefKind::SomeInteger if !matches!(fact.class, Class::Int(_)) => differs("int...".to_owned()),
        TypedefKind::SomeFloat if !matches!(fact.class, Class::Float(_)) => differs("float...".to_owned()),
        TypedefKind::OpaquePointer if fact.class != Class::Pointer => differs("... *".to_owned()),
        TypedefKind::Exact(ty) if !fact.matches => differs(cdecl::spell(cdef, ty)),
        TypedefKind::TypeOf if !fact.matches => diag.error(
            span,
            format!("`{name}` is an array or a function; declare what it is made of in the block too, or spell it out"),
        ),
        TypedefKind::SomeInteger
        | TypedefKind::SomeFloat
        | TypedefKind::OpaquePointer
        | TypedefKind::Exact(_)
        | TypedefKind::Implicit
        | TypedefKind::TypeOf
        | TypedefKind::Opaque => {}
    }
}

// clang calls a vector by its typedef.
fn vector(diag: &mut Diagnostics, mismatches: &mut Vec<Mismatch>, cdef: &Cdef, facts: &Facts, id: TypedefId) {
    let (Some(fact), Some(vector)) = (facts.vectors.get(&id), cdef.vectors.get(&id)) else { return };
    if fact.matches {
        return;
    }
    let Name { text: name, span } = &cdef.typedefs[id.0].name;
    let block = format!("__attribute__(({})) {}", vector.attribute, cdecl::spell(cdef, &vector.element));
    let size = facts.typedefs.get(&id).map(|fact| fact.size);
    let lanes = |width: u64| size.and_then(|size| size.checked_div(width));
    let element = match fact.element {
        Some((Class::Int(int), width)) => lanes(width).map(|lanes| (lanes, cdecl::int(int))),
        Some((Class::Float(float), width)) => lanes(width).map(|lanes| (lanes, cdecl::float(float))),
        _ => None,
    };
    match element {
        Some((lanes, ty)) => {
            let header = format!("a vector of {lanes} `{ty}`");
            diag.error(*span, format!("`{name}` is {header} in the header and `{block}` in the block"));
        }
        None => {
            let (pointer, subject) = (format!("({name} *)0"), format!("`{name}`"));
            mismatches.push(Mismatch { span: *span, pointer, subject, block });
        }
    }
}

fn record(diag: &mut Diagnostics, mismatches: &mut Vec<Mismatch>, cdef: &Cdef, facts: &Facts, id: RecordId) {
    let Some(fact) = facts.records.get(&id) else { return };
    let record = &cdef.records[id.0];
    let (spelled, shown) = (cdecl::record(cdef, id), cdecl::record_shown(cdef, id));
    let mut same = true;
    for leaf in cdef.leaves(id) {
        let listed = facts.records.get(&leaf.record).and_then(|fact| fact.fields.get(leaf.index));
        let (Some(name), Some(fact)) = (&leaf.field.name, listed) else { continue };
        if !fact.ty.matches {
            same = false;
            mismatches.push(Mismatch {
                span: name.span,
                pointer: format!("&(({spelled} *)0)->{}", name.text),
                subject: format!("the field `{}` of `{shown}`", name.text),
                block: cdecl::spell(cdef, &leaf.field.ty),
            });
        }
    }
    let same = layout::bitfields(diag, cdef, facts, id, fact) && same;
    if same && matches!(record.body, Body::Exact(_)) {
        layout::layout(diag, cdef, facts, id, fact);
    }
}

fn enumeration(diag: &mut Diagnostics, enumeration: &Enum, values: &[i128], given: &[Option<i128>]) {
    for ((enumerator, header), given) in enumeration.enumerators.iter().flatten().zip(values).zip(given) {
        let block = match (&enumerator.value, given) {
            (Value::Hole, _) => continue,
            (Value::Given(_), Some(asked)) => *asked,
            (Value::Given(Expr { value: Some(Literal::Int(value, _)), .. }), None) => *value,
            (Value::Given(Expr { span, .. }), None) => {
                diag.error(*span, format!("the value of `{}` is no integer", enumerator.name.text));
                continue;
            }
        };
        if block != *header {
            let span = match &enumerator.value {
                Value::Given(given) if given.span > enumerator.name.span => given.span,
                Value::Given(_) | Value::Hole => enumerator.name.span,
            };
            diag.error(span, format!("`{}` is {header} in the header and {block} in the block", enumerator.name.text));
        }
    }
}

fn macro_constant(
    diag: &mut Diagnostics,
    constant: &Constant,
    header: &ConstantValue,
    asked: Option<&ConstantValue>,
    is_function: &dyn Fn(&str) -> bool,
) {
    let name = &constant.name.text;
    if let ConstantValue::RunTime(class) = header {
        if *class == Class::Pointer && is_function(name) {
            let message = format!("`{name}` is a function in the header and a constant in the block");
            return diag.error(constant.name.span, message);
        }
        let what = match class {
            Class::Pointer => "a pointer",
            Class::Record => "a record",
            Class::Complex(_) => "a complex number",
            Class::Int(Int::UInt128) => "an `unsigned __int128` of 2^127 or more",
            Class::Int(_) | Class::Float(_) | Class::Decaying | Class::Other => "no constant expression",
        };
        let hint = format!("write `static T const {name};` with its type for a function that returns it");
        diag.error(constant.name.span, format!("`{name}` is {what} in the headers; {hint}"));
        return;
    }
    values(diag, constant, header, asked);
}

/// Reports a finite number that the block's floating type would make infinite.
fn overflows(diag: &mut Diagnostics, constant: &Constant, header: &ConstantValue, to: Option<Float>) -> bool {
    #[expect(clippy::cast_possible_truncation, reason = "that is the question")]
    let (from, overflows) = match (header, to) {
        (ConstantValue::Float(value, from), Some(Float::Float)) => {
            (format!("{value:?} (`{}`)", cdecl::float(*from)), value.is_finite() && (*value as f32).is_infinite())
        }
        (ConstantValue::LongDouble(bytes, nearest), Some(to @ (Float::Float | Float::Double))) => {
            let infinite = match to {
                Float::Float => (*nearest as f32).is_infinite(),
                Float::Double | Float::LongDouble => nearest.is_infinite(),
            };
            ("a `long double`".to_owned(), infinite && !is_infinity(bytes))
        }
        _ => return false,
    };
    if overflows {
        let (name, to) = (&constant.name, to.map_or("", cdecl::float));
        diag.error(name.span, format!("`{}` is {from} in the headers, which a `{to}` does not hold", name.text));
    }
    overflows
}

/// Whether the bytes of a `long double` whose nearest `double` is infinite are infinity themselves.
fn is_infinity(bytes: &[u8]) -> bool {
    let (exponent, fraction): (&[u8], u8) = match bytes.len() {
        10 => (&[0x7f, 0xff, 0x80], 3),
        16 => (&[0x7f, 0xff], 2),
        _ => (&[0x7f, 0xf0], 2),
    };
    let is = |mut bytes: Vec<u8>| {
        if let Some(first) = bytes.first_mut() {
            *first &= 0x7f;
        }
        bytes.starts_with(exponent) && bytes.iter().skip(fraction.into()).all(|byte| *byte == 0)
    };
    // In either byte order; the reverse of infinity is a number near zero.
    is(bytes.to_vec()) || is(bytes.iter().rev().copied().collect())
}

fn typed_constant(
    diag: &mut Diagnostics,
    cdef: &Cdef,
    constant: &Constant,
    ty: &QualType,
    header: &ConstantValue,
    asked: Option<&ConstantValue>,
) {
    let name = &constant.name;
    match (header, range(cdef, &ty.ty)) {
        (ConstantValue::Int(value, _), Some((low, high))) if *value < low || *value > high => {
            diag.error(
                name.span,
                format!(
                    "`{}` is {value} in the headers, which a `{}` does not hold",
                    name.text,
                    cdecl::spell(cdef, ty)
                ),
            );
        }
        (ConstantValue::Float(value, _) | ConstantValue::LongDouble(_, value), Some(_)) => diag.error(
            name.span,
            format!(
                "`{}` is the floating-point number {value} in the headers and a `{}` in the block",
                name.text,
                cdecl::spell(cdef, ty)
            ),
        ),
        (ConstantValue::RunTime(_), _) if matches!(constant.value, Value::Given(_)) => {
            diag.error(
                name.span,
                format!(
                    "`{}` has no value before the program runs, so it can't be checked; leave the value out",
                    name.text
                ),
            );
        }
        _ => values(diag, constant, header, asked),
    }
}

/// The values of an integer type of fixed size; None for floats and for types whose size only the header tells.
pub(crate) fn range(cdef: &Cdef, ty: &Type) -> Option<(i128, i128)> {
    let (signed, bits) = match cdef.resolve(ty) {
        Type::Int(Int::Bool) => return Some((0, 1)),
        Type::Int(Int::SChar) => (true, 8),
        Type::Int(Int::UChar) => (false, 8),
        Type::Int(Int::Short) => (true, 16),
        Type::Int(Int::UShort) => (false, 16),
        Type::Int(Int::Int) => (true, 32),
        Type::Int(Int::UInt) => (false, 32),
        // What a `long` of 32 bits does not hold is left to the target's own compiler.
        Type::Int(Int::Long | Int::LongLong) => (true, 64),
        Type::Int(Int::ULong | Int::ULongLong) => (false, 64),
        Type::Int(Int::UInt128) => return Some((0, i128::MAX)),
        Type::Int(Int::Int128) => return Some((i128::MIN, i128::MAX)),
        Type::Known(known) => match known.is {
            crate::model::KnownType::Primitive("i8") => (true, 8),
            crate::model::KnownType::Primitive("i16") => (true, 16),
            crate::model::KnownType::Primitive("i32") => (true, 32),
            crate::model::KnownType::Primitive("i64") => (true, 64),
            crate::model::KnownType::Primitive("u8") => (false, 8),
            crate::model::KnownType::Primitive("u16") => (false, 16),
            crate::model::KnownType::Primitive("u32") => (false, 32),
            crate::model::KnownType::Primitive("u64") => (false, 64),
            crate::model::KnownType::Primitive(_)
            | crate::model::KnownType::File
            | crate::model::KnownType::WideChar => return None,
        },
        _ => return None,
    };
    Some(if signed { (-(1 << (bits - 1)), (1 << (bits - 1)) - 1) } else { (0, (1 << bits) - 1) })
}

/// Compares a value of the header's with the block's.
fn values(diag: &mut Diagnostics, constant: &Constant, header: &ConstantValue, asked: Option<&ConstantValue>) {
    let Value::Given(given) = &constant.value else { return };
    let block = match (asked, &given.value) {
        (Some(asked), _) => asked.clone(),
        (None, Some(Literal::Int(value, kind))) => ConstantValue::Int(*value, *kind),
        (None, Some(Literal::Float(value, kind))) => ConstantValue::Float(*value, *kind),
        (None, Some(Literal::Str(bytes))) => ConstantValue::Str(bytes.clone()),
        (None, None) => return,
    };
    let equal = match (header, &block) {
        (ConstantValue::Int(a, _), ConstantValue::Int(b, _)) => a == b,
        (ConstantValue::Float(a, _), ConstantValue::Float(b, _)) => a == b || (a.is_nan() && b.is_nan()),
        (ConstantValue::LongDouble(a, _), ConstantValue::LongDouble(b, _)) => a == b,
        (ConstantValue::Str(a), ConstantValue::Str(b)) => a == b,
        (ConstantValue::Wide(a, width), ConstantValue::Wide(b, other)) => a == b && width == other,
        _ => false,
    };
    if !equal {
        let name = &constant.name.text;
        diag.error(
            constant.name.span,
            format!("`{name}` is {} in the header and {} in the block", show(header), show(&block)),
        );
    }
}

fn show(value: &ConstantValue) -> String {
    match value {
        ConstantValue::Int(value, kind) => format!("{value} (`{}`)", cdecl::int(*kind)),
        ConstantValue::Float(value, kind) => format!("{value:?} (`{}`)", cdecl::float(*kind)),
        ConstantValue::LongDouble(_, nearest) => format!("{nearest:?} (`long double`)"),
        ConstantValue::Str(bytes) => format!("\"{}\"", bytes.escape_ascii()),
        ConstantValue::Wide(..) => "a wide string".to_owned(),
        ConstantValue::RunTime(_) => "no constant".to_owned(),
    }
}
