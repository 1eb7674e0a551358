//! Alignments that typedefs give to the types that they name.

use crate::diag::Diagnostics;
use crate::facts::{AlignmentFact, Facts};
use crate::model::{Cdef, TypedefKind};

/// Reports typedefs that the block aligns otherwise than the headers do.
pub(super) fn alignments(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts) {
    for (id, fact) in &facts.alignments {
        let typedef = &cdef.typedefs[id.0];
        if facts.typedefs.get(id).is_some_and(|fact| !fact.matches) {
            continue;
        }
        let AlignmentFact { header, target, block } = *fact;
        let (name, span) = (&typedef.name.text, typedef.name.span);
        match (block, &typedef.kind, target) {
            (Some(block), _, _) if block != header => {
                diag.error(span, format!("`{name}` is aligned to {header} in the header and to {block} in the block"));
            }
            (None, TypedefKind::Exact(_), Some(target)) if target != header => {
                let hint = format!("write `__attribute__((aligned({header})))` behind its name");
                diag.error(
                    span,
                    format!("`{name}` is aligned to {header} in the header and to {target} in the block; {hint}"),
                );
            }
            _ => {}
        }
    }
}
