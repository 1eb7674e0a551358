//! Alignments of typedefs: what `probe/alignment` asked.

use super::Reader;
use crate::model::{QualType, Type, TypedefId, TypedefKind};
use crate::probe::TYPE_WORDS;

/// Of a typedef that is not aligned as what it names, or of which the block says how it is aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct AlignmentFact {
    pub(crate) header: u64,
    /// Of the type that it names, as far as the block tells what that is.
    pub(crate) target: Option<u64>,
    /// What the block says.
    pub(crate) block: Option<u64>,
}

impl Reader<'_> {
    pub(super) fn alignment(&self, id: TypedefId) -> Result<Option<AlignmentFact>, String> {
        let (asked, given) = (format!("cdef_align{}", id.0), format!("cdef_given_align{}", id.0));
        let pair = |symbol: &str| {
            let has = self.object.has(symbol);
            has.then(|| Ok::<_, String>((self.object.word(symbol, 0)?, self.object.word(symbol, 1)?))).transpose()
        };
        // What an array or a function becomes has an alignment of its own.
        let asked = if self.decays(id)? { None } else { pair(&asked)? };
        let given = pair(&given)?;
        let Some((header, _)) = asked.or(given) else { return Ok(None) };
        let (target, block) = (asked.map(|(_, target)| target), given.map(|(_, block)| block));
        let fact = AlignmentFact { header, target, block };
        Ok((fact.has_own() || block.is_some()).then_some(fact))
    }

    /// A typedef of the headers, of which the block tells no more, is an array or a function.
    pub(super) fn decays(&self, id: TypedefId) -> Result<bool, String> {
        let (symbol, last) = (format!("cdef_t{}", id.0), TYPE_WORDS - 1);
        let is_open = self.cdef.typedefs[id.0].kind == TypedefKind::Implicit && self.object.has(&symbol);
        Ok(is_open && self.object.word(&symbol, last)? != 1)
    }

    /// The alignment that the Rust type of this type has, where a typedef in between has given it another.
    pub(super) fn natural_alignment(&self, ty: &QualType) -> Result<Option<u64>, String> {
        let mut ty = ty;
        loop {
            ty = match &ty.ty {
                Type::Array(element, _) => element,
                Type::Typedef(id) => {
                    if let Some(AlignmentFact { header, target: Some(target), .. }) = self.alignment(*id)?
                        && header != target
                    {
                        return Ok(Some(target));
                    }
                    match &self.cdef.typedefs[id.0].kind {
                        TypedefKind::Exact(target) => target,
                        _ => return Ok(None),
                    }
                }
                _ => return Ok(None),
            };
        }
    }
}

impl AlignmentFact {
    /// Whether a Rust type, which is aligned as what the typedef names, is aligned otherwise.
    pub(crate) fn has_own(&self) -> bool {
        self.target.is_some_and(|target| target != self.header)
    }
}
