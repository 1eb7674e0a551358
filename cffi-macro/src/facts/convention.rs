//! Calling conventions: which of them the target has, and which one a function of the headers has.

use std::collections::BTreeSet;

use super::object::Object;
use super::{Facts, Reader};
use crate::model::{Arity, CONVENTIONS, Convention};

impl Facts {
    /// What is known where no compiler is asked.
    pub(crate) fn of_target(triple: &str) -> Facts {
        let mut facts = Facts::default();
        for convention in CONVENTIONS.into_iter().filter(|convention| convention.is_effective_on(triple)) {
            facts.conventions.insert((convention, Arity::Fixed));
            // x86 of 32 bits has one way for variable arguments.
            if matches!(convention, Convention::Ms | Convention::Sysv) {
                facts.conventions.insert((convention, Arity::Variadic));
            }
        }
        facts
    }
}

impl Reader<'_> {
    pub(super) fn conventions(&self) -> Result<BTreeSet<(Convention, Arity)>, String> {
        let mut effective = BTreeSet::new();
        for (index, named) in self.cdef.conventions().into_iter().enumerate() {
            if self.object.word("cdef_conventions", index)? == 0 {
                effective.insert(named);
            }
        }
        Ok(effective)
    }
}

/// Reads the object file that answers `probe::write_convention`.
pub(crate) fn read_convention(bytes: &[u8]) -> Option<Convention> {
    let object = Object::parse(bytes).ok()?;
    let mut all = [Convention::C].into_iter().chain(CONVENTIONS).enumerate();
    all.find(|(index, _)| object.word("cdef_which", *index) == Ok(1)).map(|(_, convention)| convention)
}
