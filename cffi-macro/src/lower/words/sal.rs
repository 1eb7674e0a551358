//! Words of SAL's that say two things at once: each in, the word and the nullness that it stands for out.

use super::super::{Lowered, Lowering};
use crate::model::{Contract, Null};
use crate::parse::Word;

/// The word without `opt`, and whether the parameter may be null.
///
/// What C writes is always there, so that nothing is said of null.
pub(super) fn base(name: &'static str) -> (&'static str, Option<Null>) {
    match name {
        "_In_opt_" => ("_In_", Some(Null::Allowed)),
        "_In_opt_z_" => ("_In_z_", Some(Null::Allowed)),
        "_In_reads_opt_" => ("_In_reads_", Some(Null::Allowed)),
        "_In_reads_bytes_opt_" => ("_In_reads_bytes_", Some(Null::Allowed)),
        "_Inout_opt_" => ("_Inout_", Some(Null::Allowed)),
        "_Out_opt_" => ("_Out_", None),
        "_Outptr_opt_" => ("_Outptr_", None),
        name => (name, None),
    }
}

impl Lowering<'_> {
    /// Whether it is a word about what a function returns.
    pub(super) fn returned(&mut self, word: &Word, contract: &mut Contract) -> Lowered<bool> {
        let null = match word.entry.name {
            "_Ret_maybenull_" => Null::Allowed,
            "_Ret_notnull_" => Null::Never,
            _ => return Ok(false),
        };
        self.set_null(word, null, &mut contract.result)?;
        Ok(true)
    }

    /// Words that `cdef.h` has for declarations to come.
    pub(super) fn refuse_later(&mut self, word: &Word) -> Lowered<()> {
        let message = match word.entry.name {
            "_On_failure_" => {
                "`_On_failure_` is not supported yet; say `_Always_(_Out_)` of what has a value in both cases"
            }
            "cdef_consumed_on" => "`cdef_consumed_on` is not supported yet; `cdef_consumed` is taken in any case",
            "cdef_export" => "`cdef_export` is not supported yet",
            _ => return Ok(()),
        };
        self.error(word.offset, message)
    }
}
