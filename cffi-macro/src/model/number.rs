//! Which types are those of numbers, as far as the block tells.

use super::{Cdef, QualType, Type, TypedefKind};

impl Cdef {
    /// Whether a constant of the type may be a number; only C knows for the headers' own types.
    pub(crate) fn may_be_number(&self, ty: &QualType) -> bool {
        match self.resolve(&ty.ty) {
            Type::Int(_) | Type::Float(_) | Type::Known(_) | Type::Enum(_) => true,
            Type::Typedef(id) => match self.typedefs[id.0].kind {
                TypedefKind::SomeInteger | TypedefKind::SomeFloat | TypedefKind::Implicit | TypedefKind::TypeOf => true,
                TypedefKind::Exact(_) | TypedefKind::Opaque | TypedefKind::OpaquePointer => false,
            },
            Type::Void
            | Type::Complex(_)
            | Type::VaList
            | Type::Pointer(_)
            | Type::Array(..)
            | Type::Function(_)
            | Type::Record(_) => false,
        }
    }
}
