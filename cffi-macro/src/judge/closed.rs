//! What stands behind a pointer: an object that only C knows, plain data, or something that needs explaining.

use std::collections::BTreeMap;

use crate::facts::{AlignmentFact, Class, Facts};
use crate::model::{
    Body, Cdef, Int, Item, KnownType, Length, Path, QualType, RecordId, RecordKind, Type, TypeContract, TypedefId,
    TypedefKind,
};

/// A type whose objects are C's own; Rust only refers to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Handle {
    Record(RecordId),
    Typedef(TypedefId),
    /// C's `FILE`, which the run-time crate knows.
    File,
}

impl Handle {
    /// How C calls it.
    pub(crate) fn name(self, cdef: &Cdef) -> String {
        match self {
            Handle::Record(id) => match cdef.records[id.0].path {
                Path::Object(id) | Path::Pointee(id) => cdef.typedefs[id.0].name.text.clone(),
                Path::Tag(_) | Path::Typedef(_) | Path::Member(..) | Path::Anonymous => crate::cdecl::record(cdef, id),
            },
            Handle::Typedef(id) => cdef.typedefs[id.0].name.text.clone(),
            Handle::File => "FILE".to_owned(),
        }
    }

    /// What the block's words say of it.
    pub(crate) fn words(self, cdef: &Cdef) -> Option<&TypeContract> {
        match self {
            Handle::Record(id) => cdef.types.get(&Item::Record(id)),
            Handle::Typedef(id) => cdef.types.get(&Item::Typedef(id)),
            Handle::File => None,
        }
    }
}

/// What a pointer points to.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Pointee {
    Handle(Handle),
    /// `char`, `unsigned char`, `void`: bytes.
    Bytes,
    /// Numbers, and records of numbers, that Rust sees whole.
    Plain,
    /// The same, but not every pattern of bits is a value.
    Choosy,
    /// A record of which not all is known.
    Partial,
    Pointer,
    Function,
    /// Says why it is none of these.
    Open(String),
}

/// The handle that a pointer type points to.
pub(super) fn handle_of(cdef: &Cdef, facts: &Facts, ty: &QualType) -> Option<Handle> {
    match cdef.resolve(&ty.ty) {
        Type::Pointer(pointee) => match pointee_of(cdef, facts, pointee) {
            Pointee::Handle(handle) => Some(handle),
            _ => None,
        },
        _ => None,
    }
}

/// The type that a pointer points to, through typedefs.
pub(super) fn target<'a>(cdef: &'a Cdef, ty: &'a QualType) -> Option<&'a QualType> {
    match cdef.resolve(&ty.ty) {
        Type::Pointer(pointee) => Some(pointee),
        _ => None,
    }
}

pub(super) fn pointee_of(cdef: &Cdef, facts: &Facts, ty: &QualType) -> Pointee {
    look(cdef, facts, &mut Seen::new(), ty)
}

/// The records that were looked into already: one may stand in many places of another.
type Seen = BTreeMap<RecordId, Pointee>;

fn look(cdef: &Cdef, facts: &Facts, seen: &mut Seen, ty: &QualType) -> Pointee {
    if ty.qualifiers.is_volatile || ty.qualifiers.is_atomic {
        return Pointee::Open("points to what may change at any time (`volatile` or `_Atomic`)".to_owned());
    }
    if let Some(handle) = named_handle(cdef, facts, &ty.ty) {
        return Pointee::Handle(handle);
    }
    if has_own_alignment(cdef, facts, &ty.ty) {
        return Pointee::Open("points to a type with an alignment of its own, which Rust's has not".to_owned());
    }
    match cdef.resolve(&ty.ty) {
        Type::Void | Type::Int(Int::Char | Int::SChar | Int::UChar) => Pointee::Bytes,
        Type::Int(Int::Bool) | Type::Enum(_) => Pointee::Choosy,
        Type::Int(_) | Type::Float(_) | Type::Complex(_) => Pointee::Plain,
        Type::Known(known) => match known.is {
            KnownType::Primitive("u8" | "i8") => Pointee::Bytes,
            KnownType::Primitive(_) | KnownType::WideChar => Pointee::Plain,
            KnownType::File => Pointee::Handle(Handle::File),
        },
        Type::VaList => Pointee::Open("is a `va_list`".to_owned()),
        Type::Pointer(_) => Pointee::Pointer,
        Type::Function(_) => Pointee::Function,
        Type::Array(element, Length::Known(_)) => match look(cdef, facts, seen, element) {
            Pointee::Bytes | Pointee::Plain => Pointee::Plain,
            other => other,
        },
        Type::Array(..) => Pointee::Open("points to an array of unknown length".to_owned()),
        Type::Record(id) => {
            if let Some(known) = seen.get(id) {
                return known.clone();
            }
            let found = record(cdef, facts, seen, *id);
            seen.insert(*id, found.clone());
            found
        }
        Type::Typedef(id) => typedef(cdef, facts, *id),
    }
}

/// A typedef may ask for more or less than the type that it names: `__attribute__((aligned(64)))`.
fn has_own_alignment(cdef: &Cdef, facts: &Facts, ty: &Type) -> bool {
    let Type::Typedef(id) = ty else { return false };
    let target = exact(cdef, Item::Typedef(*id));
    let has_own = facts.alignments.get(id).is_some_and(AlignmentFact::has_own);
    has_own || target.is_some_and(|target| has_own_alignment(cdef, facts, target))
}

/// A type that words make a handle, though C may know its parts.
fn named_handle(cdef: &Cdef, facts: &Facts, ty: &Type) -> Option<Handle> {
    let mut ty = ty;
    loop {
        if let Type::Typedef(id) = ty
            && let Some(record) = facts.aliases.get(id)
        {
            return Some(Handle::Record(*record));
        }
        let (item, handle) = match ty {
            Type::Typedef(id) => (Item::Typedef(*id), Handle::Typedef(*id)),
            Type::Record(id) => (Item::Record(*id), Handle::Record(*id)),
            _ => return None,
        };
        let is_handle = cdef.types.get(&item).is_some_and(|words| words.is_handle());
        // `typedef struct s t cdef_destroy(f);` says it of the struct.
        if is_handle && let Some(Type::Record(id)) = exact(cdef, item) {
            return Some(Handle::Record(*id));
        }
        if is_handle {
            return Some(handle);
        }
        ty = exact(cdef, item)?;
    }
}

fn exact(cdef: &Cdef, item: Item) -> Option<&Type> {
    match item {
        Item::Typedef(id) => match &cdef.typedefs[id.0].kind {
            TypedefKind::Exact(target) => Some(&target.ty),
            _ => None,
        },
        _ => None,
    }
}

fn record(cdef: &Cdef, facts: &Facts, seen: &mut Seen, id: RecordId) -> Pointee {
    let record = &cdef.records[id.0];
    let name = crate::cdecl::record(cdef, id);
    let fields = match (&record.body, record.kind) {
        (Body::Opaque, _) => return Pointee::Handle(Handle::Record(id)),
        (_, RecordKind::Union) => {
            return Pointee::Open(format!("points to `{name}`, of whose members only C knows the one in use"));
        }
        (Body::Exact(fields), RecordKind::Struct) => {
            if fields.iter().any(|field| field.bits.is_some()) {
                return partial(cdef, facts, seen, id, &name);
            }
            fields
        }
        (Body::Partial(_), RecordKind::Struct) => return partial(cdef, facts, seen, id, &name),
    };
    let mut all = Pointee::Plain;
    for field in fields {
        match look(cdef, facts, seen, &field.ty) {
            Pointee::Bytes if *cdef.resolve(&field.ty.ty) != Type::Void => {}
            Pointee::Plain => {}
            Pointee::Choosy => all = Pointee::Choosy,
            Pointee::Partial => return Pointee::Partial,
            _ => return Pointee::Open(format!("points to `{name}`, which has parts that no word explains")),
        }
    }
    all
}

fn partial(cdef: &Cdef, facts: &Facts, seen: &mut Seen, id: RecordId, name: &str) -> Pointee {
    let mut is_closed = |ty: &QualType| {
        matches!(look(cdef, facts, seen, ty), Pointee::Bytes | Pointee::Plain | Pointee::Choosy | Pointee::Partial)
    };
    match cdef.records[id.0].fields().iter().all(|field| is_closed(&field.ty)) {
        true => Pointee::Partial,
        false => Pointee::Open(format!("points to `{name}`, which has parts that no word explains")),
    }
}

fn typedef(cdef: &Cdef, facts: &Facts, id: TypedefId) -> Pointee {
    let typedef = &cdef.typedefs[id.0];
    let name = &typedef.name.text;
    if cdef.used.contains_key(&id) {
        return Pointee::Open(format!("points to `{name}` of another block"));
    }
    let fact = facts.typedefs.get(&id);
    match (&typedef.kind, fact.map(|fact| fact.class)) {
        (TypedefKind::Opaque, _) => Pointee::Handle(Handle::Typedef(id)),
        (TypedefKind::OpaquePointer, _) => Pointee::Pointer,
        (_, Some(Class::Int(Int::Char | Int::SChar | Int::UChar))) => Pointee::Bytes,
        (_, Some(Class::Int(Int::Bool))) => Pointee::Choosy,
        (_, Some(Class::Int(_) | Class::Float(_) | Class::Complex(_))) => Pointee::Plain,
        (_, Some(Class::Pointer)) => Pointee::Pointer,
        (_, Some(Class::Decaying)) => {
            Pointee::Open(format!("points to `{name}`, an array or a function that the block doesn't declare"))
        }
        (TypedefKind::Implicit, _) if fact.is_none_or(|fact| fact.size == 0) => Pointee::Handle(Handle::Typedef(id)),
        _ => {
            let hint = "list its fields, or say `cdef_opaque` of it";
            Pointee::Open(format!("points to `{name}`, of whose parts the block says nothing; {hint}"))
        }
    }
}

/// A value of the type that is passed as it is; says why not.
pub(super) fn scalar(cdef: &Cdef, facts: &Facts, ty: &QualType) -> Result<(), String> {
    match cdef.resolve(&ty.ty) {
        Type::Int(_) | Type::Float(_) | Type::Complex(_) | Type::Enum(_) => Ok(()),
        Type::Known(known) => match known.is {
            KnownType::Primitive(_) | KnownType::WideChar => Ok(()),
            KnownType::File => Err("is a `FILE`".to_owned()),
        },
        Type::Record(_) => match pointee_of(cdef, facts, ty) {
            Pointee::Plain | Pointee::Choosy if is_exact(cdef, ty) => Ok(()),
            _ => Err("is a record with parts that no word explains".to_owned()),
        },
        Type::Typedef(id) => match facts.typedefs.get(id).map(|fact| fact.class) {
            Some(Class::Int(_) | Class::Float(_) | Class::Complex(_)) => Ok(()),
            None if matches!(cdef.typedefs[id.0].kind, TypedefKind::SomeInteger | TypedefKind::SomeFloat) => Ok(()),
            _ => Err(format!("is a `{}`, of whose parts the block says nothing", cdef.typedefs[id.0].name.text)),
        },
        Type::VaList => Err("is a `va_list`".to_owned()),
        Type::Void | Type::Pointer(_) | Type::Array(..) | Type::Function(_) => Err("is a pointer".to_owned()),
    }
}

fn is_exact(cdef: &Cdef, ty: &QualType) -> bool {
    match cdef.resolve(&ty.ty) {
        Type::Record(id) => matches!(cdef.records[id.0].body, Body::Exact(_)),
        _ => false,
    }
}

/// What an expression of words can be about: integers, enums and pointers.
pub(super) fn is_number(cdef: &Cdef, facts: &Facts, ty: &QualType) -> bool {
    match cdef.resolve(&ty.ty) {
        Type::Int(int) => !matches!(int, Int::Int128 | Int::UInt128),
        Type::Known(known) => matches!(known.is, KnownType::Primitive(_) | KnownType::WideChar),
        Type::Enum(_) | Type::Pointer(_) => true,
        Type::Typedef(id) => {
            matches!(facts.typedefs.get(id).map(|fact| fact.class), Some(Class::Int(_) | Class::Pointer))
        }
        _ => false,
    }
}

/// C integers, of which a length can be made.
pub(super) fn is_integer(cdef: &Cdef, facts: &Facts, ty: &QualType) -> bool {
    match cdef.resolve(&ty.ty) {
        Type::Int(int) => !matches!(int, Int::Bool | Int::Int128 | Int::UInt128),
        Type::Known(known) => matches!(known.is, KnownType::Primitive(_)),
        Type::Typedef(id) => matches!(facts.typedefs.get(id).map(|fact| fact.class), Some(Class::Int(_))),
        _ => false,
    }
}

/// Whether buffers of the type are bytes to Rust.
pub(crate) fn is_bytes(cdef: &Cdef, facts: &Facts, ty: &QualType) -> bool {
    pointee_of(cdef, facts, ty) == Pointee::Bytes
}

/// The handle that a type is, if it is one.
pub(crate) fn as_handle(cdef: &Cdef, facts: &Facts, ty: &QualType) -> Option<Handle> {
    match pointee_of(cdef, facts, ty) {
        Pointee::Handle(handle) => Some(handle),
        _ => None,
    }
}
