//! Typedefs: the answers about one in, what it is, how it is aligned and what else it names out.

use super::{Class, Facts, Reader, dimensions};
use crate::model::{RecordId, TypedefId, TypedefKind};
use crate::probe::{FUNCTION, TYPE_WORDS};

impl Reader<'_> {
    pub(super) fn typedef(&self, id: TypedefId, facts: &mut Facts) -> Result<(), String> {
        let lengths = match &self.cdef.typedefs[id.0].kind {
            TypedefKind::Exact(ty) => dimensions(ty),
            _ => 0,
        };
        let alias = format!("cdef_alias{}", id.0);
        if self.object.has(&alias)
            && let Some(index) = usize::try_from(self.object.word(&alias, 0)?).ok().and_then(|at| at.checked_sub(1))
        {
            facts.aliases.insert(id, RecordId(index));
        }
        if let Some(alignment) = self.alignment(id)? {
            facts.alignments.insert(id, alignment);
        }
        if let Some(vector) = self.vector(id)? {
            facts.vectors.insert(id, vector);
        }
        let symbol = format!("cdef_t{}", id.0);
        let mut fact = self.type_fact(&symbol, 0, lengths)?;
        if self.decays(id)? {
            (fact.class, fact.matches) = (Class::Decaying, true);
            // Compilers give functions a size.
            if self.object.word(&symbol, TYPE_WORDS - 1)? == FUNCTION {
                fact.size = 0;
            }
        }
        facts.typedefs.insert(id, fact);
        Ok(())
    }
}
