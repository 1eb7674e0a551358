//! Parameters that C keeps behind another one (`__lifetime_capture_by`): how long they have to be there.
//!
//! An object that keeps what it was given has a lifetime in Rust, which what it keeps outlives.
//! That holds only where nobody else can have the object: whoever had it by a shorter lifetime could give it something
//! that does not last as long as the object itself.
//! Anything else that is kept has to be there for ever.

use std::collections::{BTreeMap, BTreeSet};

use super::closed::{handle_of, target};
use super::{Access, Handle, Judge, Role};
use crate::facts::Facts;
use crate::model::{Cdef, Contract, Flow, Owner, PointerWords, QualType, Signature};

/// What a parameter has to outlive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Keeper {
    /// The object of this parameter.
    Object(usize),
    /// It is there for ever.
    Forever,
}

/// The objects that keep what they are given, and that only one can have.
pub(super) fn keeping(cdef: &Cdef, facts: &Facts) -> BTreeSet<Handle> {
    let mut keeping = BTreeSet::new();
    for (id, contract) in &cdef.contracts {
        let function = &cdef.functions[id.0];
        for name in contract.parameters.iter().filter_map(|words| words.captured.as_ref()) {
            let keeper = function
                .parameter_names
                .iter()
                .position(|given| given.as_ref().is_some_and(|given| given.text == name.text));
            let Some(keeper) = keeper else { continue };
            keeping.extend(keeper_of(cdef, facts, contract, &function.signature, keeper));
        }
    }
    let lent: BTreeSet<Handle> = cdef
        .contracts
        .iter()
        .flat_map(|(id, contract)| lent(cdef, facts, contract, &cdef.functions[id.0].signature))
        .collect();
    keeping.difference(&lent).copied().collect()
}

/// The object, if it is one that this function alone has.
fn keeper_of(cdef: &Cdef, facts: &Facts, contract: &Contract, signature: &Signature, keeper: usize) -> Option<Handle> {
    let ty = signature.parameters.get(keeper)?;
    let handle = handle_of(cdef, facts, ty).filter(|handle| *handle != Handle::File)?;
    let words = handle.words(cdef);
    let several = words.is_some_and(|words| words.shared.is_some() || words.retain.is_some());
    let own = contract.parameters.get(keeper)?;
    let reads = target(cdef, ty)?.qualifiers.is_const || matches!(own.flow, Some((Flow::In, _)));
    (!several && !reads && own.outer.shared.is_none()).then_some(handle)
}

/// The objects that a function gives without giving them away: what has them has a shorter lifetime than they.
fn lent(cdef: &Cdef, facts: &Facts, contract: &Contract, signature: &Signature) -> Vec<Handle> {
    let is_owned = |words: &PointerWords| matches!(words.owner, Some((Owner::Caller, _)));
    let lends = |ty: &QualType, words: &PointerWords| {
        let changes = target(cdef, ty).is_some_and(|target| !target.qualifiers.is_const);
        handle_of(cdef, facts, ty).filter(|_| changes && !is_owned(words))
    };
    let outs = signature.parameters.iter().zip(&contract.parameters);
    let outs = outs.filter_map(|(ty, words)| lends(target(cdef, ty)?, &words.inner));
    outs.chain(lends(&signature.result, &contract.result)).collect()
}

impl Judge<'_> {
    /// What the kept parameters have to outlive.
    pub(super) fn keepers(&mut self, roles: &[Role<QualType>]) -> BTreeMap<usize, Keeper> {
        let contract = self.contract;
        let mut keepers = BTreeMap::new();
        for (index, words) in contract.parameters.iter().enumerate() {
            let Some(name) = &words.captured else { continue };
            let names = &self.cdef.functions[self.id.0].parameter_names;
            let keeper = names.iter().position(|given| given.as_ref().is_some_and(|given| given.text == name.text));
            let Some(keeper) = keeper.filter(|keeper| *keeper != index) else {
                self.lacks(Some(name.span), format!("`{}` is no other parameter", name.text));
                continue;
            };
            match roles.get(index) {
                Some(
                    Role::Run { .. }
                    | Role::Fixed { .. }
                    | Role::Text { .. }
                    | Role::Reference { .. }
                    | Role::Taken { .. },
                ) => {}
                // What has no role is refused already.
                Some(Role::Value(_)) => {}
                _ => self.parameter_lacks(index, "is kept by C, which no safe wrapper allows for such a parameter"),
            }
            if words.bound.is_some() {
                self.parameter_lacks(index, "is kept by C, so that a `__lifetimebound` result says nothing more");
            }
            let handle = handle_of(self.cdef, self.facts, self.type_of(keeper));
            if handle.is_none() || !matches!(roles.get(keeper), Some(Role::Reference { .. })) {
                self.parameter_lacks(keeper, "keeps another parameter, but is no object that only C sees into");
            }
            let alone = matches!(roles.get(keeper), Some(Role::Reference { access: Access::Exclusive, .. }));
            let lasts = handle.is_some_and(|handle| self.lives.keeping.contains(&handle));
            keepers.insert(index, if alone && lasts { Keeper::Object(keeper) } else { Keeper::Forever });
        }
        keepers
    }
}
