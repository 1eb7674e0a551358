//! What `cdef_send` and `cdef_sync` allow: objects that share state, and answers that another thread may change.

use std::collections::BTreeSet;

use super::closed::handle_of;
use super::{Failure, Handle, Judge, Life, Outcome, Part, Role};
use crate::diag::Diagnostics;
use crate::facts::Facts;
use crate::model::{self, Cdef, Item, Owner, QualType, Term};

/// Refuses promises about types that contradict each other.
pub(super) fn check(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, children: &BTreeSet<Handle>) {
    for (item, words) in &cdef.types {
        if let (Some(_), Some(send), None) = (&words.retain, words.send, words.sync) {
            let hint = "owners on two threads use it at once; say `cdef_sync` too, if that is true";
            diag.error(send, format!("an object with several owners can't be `cdef_send` alone: {hint}"));
        }
        let handle = match item {
            Item::Record(id) => Handle::Record(*id),
            Item::Typedef(id) => Handle::Typedef(*id),
            _ => continue,
        };
        let (true, Some(send)) = (children.contains(&handle), words.send) else { continue };
        for parent in parents(cdef, facts, handle) {
            if parent.words(cdef).is_none_or(|words| words.sync.is_none()) {
                let name = parent.name(cdef);
                let hint = format!("say `cdef_sync` of `{name}` too, if that is true");
                diag.error(send, format!("on another thread it would use its `{name}` beside others: {hint}"));
            }
        }
    }
}

/// The types of the objects that a child hangs on.
fn parents(cdef: &Cdef, facts: &Facts, child: Handle) -> BTreeSet<Handle> {
    let mut parents = BTreeSet::new();
    for (id, contract) in &cdef.contracts {
        let signature = &cdef.functions[id.0].signature;
        let outs = signature.parameters.iter().filter_map(|ty| super::closed::target(cdef, ty));
        let gives = outs.chain([&signature.result]).any(|ty| handle_of(cdef, facts, ty) == Some(child));
        if gives {
            let bound =
                signature.parameters.iter().zip(&contract.parameters).filter(|(_, words)| words.bound.is_some());
            parents.extend(bound.filter_map(|(ty, _)| handle_of(cdef, facts, ty)));
        }
        // What an object keeps, it uses.
        let names = &cdef.functions[id.0].parameter_names;
        for (ty, words) in signature.parameters.iter().zip(&contract.parameters) {
            let Some(keeper) = &words.captured else { continue };
            let keeper = names.iter().position(|name| name.as_ref().is_some_and(|name| name.text == keeper.text));
            let keeper = keeper.and_then(|keeper| signature.parameters.get(keeper));
            let consumed = matches!(words.outer.owner, Some((Owner::Callee, _)));
            if !consumed && keeper.is_some_and(|keeper| handle_of(cdef, facts, keeper) == Some(child)) {
                parents.extend(handle_of(cdef, facts, ty).filter(|kept| *kept != child));
            }
        }
    }
    parents
}

impl Judge<'_> {
    pub(super) fn threads(
        &mut self,
        roles: &[Role<QualType>],
        result: &Outcome<QualType>,
        success: Option<&Term>,
        failure: &Failure<QualType>,
    ) {
        self.refuse_hidden_sharing();
        let shared: Vec<usize> = (0..roles.len()).filter(|index| self.is_sync(*index)).collect();
        if shared.is_empty() {
            return;
        }
        let text = "the object is `cdef_sync`: another thread may call before its answer is read";
        let is_transient = |outcome: &Outcome<QualType>| {
            matches!(
                outcome,
                Outcome::Text { life: Life::Transient, .. }
                    | Outcome::Run { life: Life::Transient, .. }
                    | Outcome::Texts { life: Life::Transient, .. }
            )
        };
        let transient: Vec<_> =
            Self::given_back(roles, result).filter(|(_, outcome)| is_transient(outcome)).map(|(out, _)| out).collect();
        for out in transient {
            match out {
                Some(index) => self.parameter_lacks(index, &format!("is `cdef_transient`, and {text}")),
                None => self.lacks(None, format!("its result is `cdef_transient`, and {text}")),
            }
        }
        let asks = |cdef: &Cdef, id: model::OperandId| {
            cdef.operands[id.0].parameters.iter().any(|parameter| shared.contains(parameter))
        };
        if let Failure::Parts { parts, .. } = failure
            && parts.iter().filter_map(Part::asked).any(|operand| asks(self.cdef, operand))
        {
            self.lacks(None, format!("its `cdef_error` asks the object, and {text}"));
        }
        let contract = self.contract;
        let mut terms: Vec<&Term> = contract.conditions.iter().map(|condition| &condition.term).collect();
        for (low, high) in contract.parameters.iter().filter_map(|words| words.range.as_ref()) {
            terms.extend([&low.term, &high.term]);
        }
        terms.extend(success);
        for role in roles {
            terms.extend(role.room().into_iter().chain(role.written()));
        }
        terms.extend(Self::given_back(roles, result).filter_map(|(_, outcome)| outcome.count()));
        let mut asking = BTreeSet::new();
        for term in terms {
            term.each(&mut |term| {
                if let Term::Operand(id) = term
                    && asks(self.cdef, *id)
                {
                    asking.insert(*id);
                }
            });
        }
        for id in asking {
            let operand = &self.cdef.operands[id.0];
            self.lacks(Some(operand.span), format!("`{}` asks the object, and {text}", operand.text));
        }
    }

    fn is_sync(&self, index: usize) -> bool {
        let handle = handle_of(self.cdef, self.facts, self.type_of(index));
        handle.and_then(|handle| handle.words(self.cdef)).is_some_and(|words| words.sync.is_some())
    }

    // What comes from an object may use it; where that can go to another thread, both would use it at once.
    fn refuse_hidden_sharing(&mut self) {
        for index in self.shared_with_what_it_makes() {
            let hint = "say `__lifetimebound` of it, or `cdef_static` of what is given if that is independent";
            self.parameter_lacks(index, &format!("may be used by what is given while another thread has it: {hint}"));
        }
    }

    /// The objects that may be on another thread while what is made of them is used.
    pub(super) fn shared_with_what_it_makes(&self) -> Vec<usize> {
        let signature = &self.cdef.functions[self.id.0].signature;
        let words = self.contract.parameters.iter();
        let is_shared = |ty: &QualType, words: &model::PointerWords| {
            let words = self.with_alias(ty, words);
            matches!(words.owner, Some((Owner::Caller, _))) && !matches!(words.life, Some((model::Life::Static, _)))
        };
        let mut made = Vec::new();
        if is_shared(&signature.result, &self.contract.result) {
            made.extend(handle_of(self.cdef, self.facts, &signature.result));
        }
        for (ty, words) in signature.parameters.iter().zip(words) {
            if let Some(target) = super::closed::target(self.cdef, ty)
                && is_shared(target, &words.inner)
            {
                made.extend(handle_of(self.cdef, self.facts, target));
            }
        }
        if made.is_empty() {
            return Vec::new();
        }
        let is_parent = |index: &usize| {
            let words = &self.contract.parameters[*index];
            let consumed = matches!(words.outer.owner, Some((Owner::Callee, _)));
            let Some(parent) = handle_of(self.cdef, self.facts, self.type_of(*index)).filter(|_| !consumed) else {
                return false;
            };
            let (sends, shares) =
                parent.words(self.cdef).map_or((false, false), |words| (words.send.is_some(), words.sync.is_some()));
            let all_sync =
                shares && made.iter().all(|made| made.words(self.cdef).is_some_and(|words| words.sync.is_some()));
            words.bound.is_none() && sends && !all_sync
        };
        (0..signature.parameters.len()).filter(is_parent).collect()
    }
}
