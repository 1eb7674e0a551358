//! How the fields of an object are given to Rust: the words of its type and of its functions in.

use super::super::closed::{handle_of, target};
use super::super::parameter::with_alias;
use crate::facts::Facts;
use crate::judge::Handle;
use crate::model::{Cdef, Flow};

/// What may become of the fields of an object while Rust reads them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Lending {
    /// Nothing: text can be lent.
    Lent,
    /// Another reference may change them later, so that text is copied.
    Copied,
    /// Another thread may change them at the same time.
    Refused,
}

/// How the fields of an object are given.
pub(crate) fn lending(cdef: &Cdef, facts: &Facts, handle: Handle) -> Lending {
    let words = handle.words(cdef);
    let has_shares = words.is_some_and(|words| words.shared.is_some() || words.retain.is_some());
    let is_sync = words.is_some_and(|words| words.sync.is_some());
    let changes = has_shares
        || cdef.contracts.iter().any(|(id, contract)| {
            let parameters = cdef.functions[id.0].signature.parameters.iter().zip(&contract.parameters);
            parameters.into_iter().any(|(ty, words)| {
                let is_read = target(cdef, ty).is_none_or(|target| target.qualifiers.is_const)
                    || matches!(words.flow, Some((Flow::In, _)));
                let outer = with_alias(cdef, ty, &words.outer);
                outer.shared.is_some() && !is_read && handle_of(cdef, facts, ty) == Some(handle)
            })
        });
    match (changes, is_sync) {
        (false, _) => Lending::Lent,
        (true, false) => Lending::Copied,
        (true, true) => Lending::Refused,
    }
}
