//! What the value of a bitfield is in Rust.

use crate::facts::Class;
use crate::model::{Int, KnownType, QualType, Type};

use super::rust::Constructor;
use super::types::Context;

#[derive(Clone, Debug)]
pub(crate) enum BitValue {
    Integer,
    Boolean,
    /// An enum.
    Newtype {
        name: String,
        constructor: Constructor,
    },
}

impl Context<'_> {
    pub(super) fn bit_value(&self, ty: &QualType) -> BitValue {
        match self.cdef.resolve(&ty.ty) {
            Type::Int(Int::Bool) => BitValue::Boolean,
            Type::Known(known) if known.is == KnownType::Primitive("bool") => BitValue::Boolean,
            Type::Typedef(id) if self.class(*id) == Some(Class::Int(Int::Bool)) => BitValue::Boolean,
            Type::Enum(id) => match self.names.enums[id.0].as_str() {
                "" => BitValue::Integer,
                name => BitValue::Newtype { name: name.to_owned(), constructor: self.constructor(name) },
            },
            _ => BitValue::Integer,
        }
    }
}
