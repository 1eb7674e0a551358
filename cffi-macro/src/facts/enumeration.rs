//! Enums: the answers about one in, its size, its integer type and its values out.

use super::{Class, Reader, class, signed};
use crate::cdecl;
use crate::model::{EnumId, Int, Value};

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct EnumFact {
    pub(crate) size: u64,
    /// The integer type that the enum is compatible with.
    pub(crate) repr: Int,
    /// By index in the list: the header's values, then what the block's expressions come to.
    pub(crate) values: Vec<i128>,
    pub(crate) given: Vec<Option<i128>>,
    /// The type that the block gives it is that of the header; true where the block gives none.
    pub(crate) matches: bool,
    /// The size of the block's own enum, where it is `packed`.
    pub(crate) packed: Option<u64>,
}

impl Reader<'_> {
    pub(super) fn enumeration(&self, id: EnumId) -> Result<EnumFact, String> {
        let symbol = format!("cdef_e{}", id.0);
        let size = self.object.word(&symbol, 0)?;
        let Class::Int(repr) = class(self.object.word(&symbol, 1)?) else {
            return Err(format!("`{}` is no integer type", cdecl::enumeration(self.cdef, id)));
        };
        let mut values = Vec::new();
        let mut given = Vec::new();
        let mut next = 2;
        let mut signed = || -> Result<i128, String> {
            let value = signed(self.object.word(&symbol, next)?, self.object.word(&symbol, next + 1)? != 0);
            next += 2;
            Ok(value)
        };
        for enumerator in self.cdef.enums[id.0].enumerators.iter().flatten() {
            values.push(signed()?);
            given.push(match &enumerator.value {
                Value::Given(expression) if expression.value.is_none() => Some(signed()?),
                Value::Given(_) | Value::Hole => None,
            });
        }
        let typed = format!("cdef_f{}", id.0);
        let matches = !self.object.has(&typed) || self.object.word(&typed, 0)? == 1;
        let packed = format!("cdef_ip{}", id.0);
        let packed = self.object.has(&packed).then(|| self.object.word(&packed, 0)).transpose()?;
        Ok(EnumFact { size, repr, values, given, matches, packed })
    }
}
