//! Vectors: what `probe/vector` asked.

use super::{Class, Reader, class};
use crate::model::TypedefId;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct VectorFact {
    /// The class and size of its elements, where they are numbers that Rust has.
    pub(crate) element: Option<(Class, u64)>,
    /// It is what the block says; true where the block says nothing.
    pub(crate) matches: bool,
}

impl Reader<'_> {
    pub(super) fn vector(&self, id: TypedefId) -> Result<Option<VectorFact>, String> {
        let (lanes, own) = (format!("cdef_lanes{}", id.0), format!("cdef_vector{}", id.0));
        let code = if self.object.has(&lanes) { self.object.word(&lanes, 0)? } else { 0 };
        let is_own = self.object.has(&own);
        let matches = !is_own || self.object.word(&own, 0)? == 1;
        let element = if code == 0 { None } else { Some((class(code), self.object.word(&lanes, 1)?)) };
        Ok((is_own || code != 0).then_some(VectorFact { element, matches }))
    }
}
