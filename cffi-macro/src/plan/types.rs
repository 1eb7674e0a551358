//! C types in, Rust types out.

use std::collections::BTreeMap;

use crate::facts::{Class, Facts};
use crate::judge::{Handle, Judged, as_handle};
use crate::model::{
    Cdef, EnumId, Field, Float, FunctionId, Int, Item, KnownType, Length, QualType, RecordId, Signature, Type,
    TypedefId, TypedefKind,
};

use super::layout::{Placement, place};
use super::methods::Home;
use super::names::Names;
use super::pass::Traits;
use super::rust::{Mutability, RustSignature, RustType};
use super::typedef::scalar;

/// What is known about a block while it is planned.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) cdef: &'a Cdef,
    pub(crate) facts: &'a Facts,
    pub(crate) traits: &'a Traits<'a>,
    pub(crate) names: &'a Names,
    pub(crate) knowledge: Knowledge,
    pub(crate) judged: &'a Judged,
    /// Where safe functions stand that don't stand in the module.
    pub(crate) homes: &'a BTreeMap<FunctionId, (Home, String)>,
}

/// Where the answers to a block's questions come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Knowledge {
    /// The C compiler gave them.
    Verified,
    /// The block has none to ask.
    Declared,
    /// There are none, because the block has errors.
    Missing,
}

impl<'a> Context<'a> {
    /// The type of an object.
    pub(crate) fn value(&self, ty: &QualType) -> RustType {
        self.measured(ty, &[])
    }

    /// The same where C told how long an array is in each dimension, the outermost first.
    pub(crate) fn measured(&self, ty: &QualType, lengths: &[u64]) -> RustType {
        match &ty.ty {
            Type::Void => c_void(),
            Type::VaList => RustType::Runtime("VaList"),
            Type::Int(int) => integer(*int),
            Type::Float(float) => floating(*float),
            Type::Complex(float) => complex(*float),
            Type::Known(known) => match known.is {
                KnownType::Primitive(name) => RustType::Primitive(name),
                KnownType::File | KnownType::WideChar => RustType::Runtime(known.name),
            },
            Type::Pointer(pointee) => self.pointer(pointee),
            Type::Array(element, length) => self.array(element, length, lengths),
            Type::Function(signature) => match self.signature(signature) {
                Some(signature) => RustType::Function(Box::new(signature)),
                None => c_void(),
            },
            Type::Record(id) => self.named(&self.names.records[id.0], Handle::Record(*id)),
            Type::Enum(id) => self.enumeration(*id),
            Type::Typedef(id) if self.cdef.used.contains_key(id) => {
                RustType::Used(self.cdef.uses[self.cdef.used[id]].clone())
            }
            Type::Typedef(id) if self.names.unnamed.contains(id) => match &self.cdef.typedefs[id.0].kind {
                TypedefKind::Exact(target) => self.value(target),
                _ => self.named(&self.names.typedefs[id.0], Handle::Typedef(*id)),
            },
            // Its newtype owns the object.
            Type::Typedef(id) if self.is_number(*id) => match (&self.cdef.typedefs[id.0].kind, self.class(*id)) {
                (TypedefKind::Exact(target), _) => self.value(target),
                (_, class) => class.and_then(scalar).unwrap_or_else(|| integer(Int::Int)),
            },
            Type::Typedef(id) => match (&self.cdef.typedefs[id.0].kind, self.class(*id).and_then(scalar)) {
                (TypedefKind::TypeOf, Some(ty)) => ty,
                _ => match self.facts.aliases.get(id) {
                    Some(record) => self.value(&QualType { ty: Type::Record(*record), qualifiers: ty.qualifiers }),
                    None => self.named(&self.names.typedefs[id.0], Handle::Typedef(*id)),
                },
            },
        }
    }

    fn named(&self, name: &str, handle: Handle) -> RustType {
        let is_child = self.judged.children.contains(&handle) || self.alias_of_child(handle);
        let ty = if is_child { RustType::Child(name.to_owned()) } else { RustType::Named(name.to_owned()) };
        if self.is_bound(handle) { RustType::Object(Box::new(ty)) } else { ty }
    }

    /// Handles of the type carry their library.
    fn is_bound(&self, handle: Handle) -> bool {
        if self.judged.bound.is_empty() {
            return false;
        }
        let ty = self.handle_type(handle);
        as_handle(self.cdef, self.facts, &ty).is_some_and(|handle| self.judged.bound.contains(&handle))
    }

    // `typedef struct s s;` is one type.
    fn alias_of_child(&self, handle: Handle) -> bool {
        let Handle::Typedef(id) = handle else { return false };
        let TypedefKind::Exact(QualType { ty: Type::Record(record), .. }) = self.cdef.typedefs[id.0].kind else {
            return false;
        };
        self.judged.children.contains(&Handle::Record(record))
            && self.names.records[record.0] == self.names.typedefs[id.0]
    }

    /// The type of what a function returns.
    pub(crate) fn result(&self, ty: &QualType) -> RustType {
        match self.cdef.resolve(&ty.ty) {
            Type::Void => RustType::Unit,
            _ => self.value(ty),
        }
    }

    /// None where a function pointer couldn't be called from Rust, because a value would be passed in another way.
    fn signature(&self, signature: &Signature) -> Option<RustSignature> {
        self.traits.direct_abi(signature).map(|abi| RustSignature {
            abi,
            parameters: signature.parameters.iter().map(|ty| self.parameter(ty)).collect(),
            result: self.result(&signature.result),
            variadic: signature.variadic,
        })
    }

    /// An array or function that the header's typedef names is a pointer here.
    pub(super) fn parameter(&self, ty: &QualType) -> RustType {
        if self.traits.decays(ty) { self.pointer(ty) } else { self.value(ty) }
    }

    pub(crate) fn pointer(&self, pointee: &QualType) -> RustType {
        let target = match (self.cdef.resolve(&pointee.ty), &pointee.ty) {
            (_, Type::Typedef(id)) if self.is_handle(*id) => self.value(pointee),
            (Type::Void | Type::VaList, _) => c_void(),
            (Type::Function(signature), _) => {
                return match self.traits.direct_abi(signature) {
                    Some(_) => RustType::Nullable(Box::new(self.value(pointee))),
                    None => RustType::Pointer(Box::new(c_void()), Mutability::Const),
                };
            }
            // A pointer to an array of unknown length is as good as one to its first element.
            (_, Type::Array(element, _)) if !is_definite(pointee) => return self.pointer(element),
            _ => self.value(pointee),
        };
        RustType::Pointer(Box::new(target), self.mutability(pointee))
    }

    /// Words make the typedef an object of C's own, whatever stands behind it.
    pub(super) fn is_handle(&self, id: TypedefId) -> bool {
        self.cdef.types.get(&Item::Typedef(id)).is_some_and(|words| words.is_handle())
    }

    /// The words make the typedef a number that stands for an object.
    pub(super) fn is_number(&self, id: TypedefId) -> bool {
        self.cdef.types.get(&Item::Typedef(id)).is_some_and(|words| words.is_number)
    }

    pub(crate) fn mutability(&self, pointee: &QualType) -> Mutability {
        if is_const(self.cdef, pointee) { Mutability::Const } else { Mutability::Mut }
    }

    fn array(&self, element: &QualType, length: &Length, lengths: &[u64]) -> RustType {
        let (measured, lengths) = match lengths {
            [first, rest @ ..] => (*first, rest),
            [] => (0, [].as_slice()),
        };
        let length = match length {
            Length::Known(length) => *length,
            Length::Asked(_) | Length::Hole => measured,
            Length::Flexible => 0,
        };
        RustType::Array(Box::new(self.measured(element, lengths)), length)
    }

    // An enum without a name is its integer type: there would be no way to spell a newtype.
    fn enumeration(&self, id: EnumId) -> RustType {
        match self.names.enums[id.0].as_str() {
            "" if self.cdef.enums[id.0].underlying.is_some() => self.underlying(id).unwrap_or_else(c_void),
            "" => self.facts.enums.get(&id).map_or(integer(Int::UInt), |fact| integer(fact.repr)),
            name => RustType::Named(name.to_owned()),
        }
    }

    /// Where the fields of a measured record stand.
    pub(super) fn placement(&self, id: RecordId) -> Option<Placement> {
        let is_aligned = |field: &Field| self.traits.has_own_alignment(&field.ty);
        self.facts.records.get(&id).map(|fact| place(&self.cdef.records[id.0], fact, &is_aligned))
    }

    /// What `enum e : T` says; in a block with errors it may be no integer type.
    pub(crate) fn underlying(&self, id: EnumId) -> Option<RustType> {
        let ty = self.cdef.enums[id.0].underlying.as_ref()?;
        matches!(self.cdef.resolve(&ty.ty), Type::Int(_) | Type::Known(_)).then(|| self.value(ty))
    }

    pub(crate) fn class(&self, id: TypedefId) -> Option<Class> {
        self.facts.typedefs.get(&id).map(|fact| fact.class)
    }
}

fn is_definite(ty: &QualType) -> bool {
    match &ty.ty {
        Type::Array(element, Length::Known(_)) => is_definite(element),
        Type::Array(_, Length::Asked(_) | Length::Hole | Length::Flexible) => false,
        _ => true,
    }
}

// The qualifiers of an array are those of its elements (C11 6.7.3p9).
fn is_const(cdef: &Cdef, ty: &QualType) -> bool {
    let mut ty = ty;
    while !ty.qualifiers.is_const {
        ty = match &ty.ty {
            Type::Array(element, _) => element,
            Type::Typedef(id) => match &cdef.typedefs[id.0].kind {
                TypedefKind::Exact(target) => target,
                TypedefKind::SomeInteger
                | TypedefKind::SomeFloat
                | TypedefKind::Opaque
                | TypedefKind::OpaquePointer
                | TypedefKind::Implicit
                | TypedefKind::TypeOf => return false,
            },
            _ => return false,
        };
    }
    true
}

pub(crate) fn c_void() -> RustType {
    RustType::Core("c_void")
}

pub(crate) fn integer(int: Int) -> RustType {
    match int {
        Int::Bool => RustType::Primitive("bool"),
        Int::Char => RustType::Core("c_char"),
        Int::SChar => RustType::Core("c_schar"),
        Int::UChar => RustType::Core("c_uchar"),
        Int::Short => RustType::Core("c_short"),
        Int::UShort => RustType::Core("c_ushort"),
        Int::Int => RustType::Core("c_int"),
        Int::UInt => RustType::Core("c_uint"),
        Int::Long => RustType::Core("c_long"),
        Int::ULong => RustType::Core("c_ulong"),
        Int::LongLong => RustType::Core("c_longlong"),
        Int::ULongLong => RustType::Core("c_ulonglong"),
        Int::Int128 => RustType::Primitive("i128"),
        Int::UInt128 => RustType::Primitive("u128"),
    }
}

pub(crate) fn complex(float: Float) -> RustType {
    RustType::Complex(Box::new(floating(float)))
}

pub(crate) fn floating(float: Float) -> RustType {
    match float {
        Float::Float => RustType::Core("c_float"),
        Float::Double => RustType::Core("c_double"),
        // Rust has no such type.
        Float::LongDouble => RustType::Runtime("LongDouble"),
    }
}
