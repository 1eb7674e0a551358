//! Functions that words name, which Rust calls where nobody looks: destructors, frees, texts of errors.

use crate::diag::Diagnostics;
use crate::facts::{Facts, OperandFact};
use crate::judge::bound::has_helpers;
use crate::model::{Cdef, Contract, Demand, Item, Name, Owner, PointerWords, Term, Type};

/// Refuses those that need more than such a call can give.
pub(in crate::judge) fn check(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts) {
    for (item, words) in &cdef.types {
        let named = words.destroy.iter().map(|destructor| (&destructor.function, "is dropped"));
        for (name, when) in named.chain(words.retain.iter().map(|name| (name, "is cloned"))) {
            if let Some(need) = contract(cdef, name).and_then(needs) {
                diag.error(name.span, format!("`{}` {need}, which nobody sees to when a value {when}", name.text));
            }
        }
        if let Some(destructor) = &words.destroy {
            check_status(diag, cdef, facts, &destructor.function);
        }
        // Otherwise it is refused whatever it needs.
        if let (Item::Typedef(_), Some(name), true) = (item, &words.error_text, has_helpers(cdef)) {
            check_text(diag, cdef, facts, name);
        }
    }
    for name in freed_by(cdef) {
        if let Some(need) = contract(cdef, name).and_then(needs) {
            diag.error(name.span, format!("`{}` {need}, which nobody sees to when a value is dropped", name.text));
        }
    }
}

// `close` has nothing but the status.
fn check_status(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, destructor: &Name) {
    let declared = cdef.functions.iter().find(|declared| declared.name.text == destructor.text);
    let Some(Type::Typedef(id)) = declared.map(|declared| &declared.signature.result.ty) else { return };
    let Some(success) = cdef.types.get(&Item::Typedef(*id)).and_then(|words| words.success.as_ref()) else { return };
    let mut is_known = true;
    success.term.each(&mut |term| {
        is_known &= match term {
            Term::Operand(id) => matches!(facts.operands.get(id), Some(OperandFact::Constant(..))),
            Term::Parameter(_) | Term::Target(_) | Term::Errno => false,
            Term::Int(_)
            | Term::Typed(..)
            | Term::Result
            | Term::Not(_)
            | Term::Negative(_)
            | Term::Binary(..)
            | Term::Conditional(_) => true,
        };
    });
    if !is_known {
        let hint = "compare it with numbers that C knows while it compiles";
        let message = format!("`{}` asks for more than the status that a destructor returns: {hint}", success.text);
        diag.error(success.span, message);
    }
}

// A status may have any value, and may be shown on any thread.
fn check_text(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, name: &Name) {
    let Some(contract) = contract(cdef, name) else {
        let hint = "say by `_In_range_` of its parameter which values it takes, if it does not take all";
        let message = format!("`{}` is not declared in `unsafe extern \"C\" {{ … }}`: {hint}", name.text);
        return diag.error(name.span, message);
    };
    let state = contract.requires.first().map(|state| format!("requires `{}`", state.text));
    let lock = contract.locks.first().map(|lock| format!("requires the lock `{}`", lock.text));
    let condition = contract.conditions.first().map(|condition| format!("demands `{}`", condition.text));
    let unsafety = matches!(contract.demand, Some((Demand::Unsafe, _))).then(|| "is `cdef_unsafe`".to_owned());
    let is_known = |term: &Term| match term {
        Term::Operand(id) => matches!(facts.operands.get(id), Some(OperandFact::Constant(..))),
        term => term.constant().is_some(),
    };
    for (low, high) in contract.parameters.iter().filter_map(|words| words.range.as_ref()) {
        for end in [low, high].into_iter().filter(|end| !is_known(&end.term)) {
            let message =
                format!("`{}` is no number that C knows while it compiles, for the text of a status", end.text);
            diag.error(end.span, message);
        }
    }
    if let Some(need) = lock.or(state).or(condition).or(unsafety) {
        diag.error(name.span, format!("`{}` {need}, which nobody sees to when a status is shown", name.text));
    }
}

/// What a caller would have to see to.
fn needs(contract: &Contract) -> Option<String> {
    let lock = contract.locks.first().map(|lock| format!("requires the lock `{}`", lock.text));
    let condition = contract.conditions.first().map(|condition| format!("demands `{}`", condition.text));
    let range = contract.parameters.iter().find_map(|words| words.range.as_ref());
    let range = range.map(|(low, high)| format!("demands a value from `{}` to `{}`", low.text, high.text));
    lock.or(condition).or(range)
}

fn contract<'a>(cdef: &'a Cdef, name: &Name) -> Option<&'a Contract> {
    cdef.contracts.iter().find(|(id, _)| cdef.functions[id.0].name.text == name.text).map(|(_, contract)| contract)
}

/// Whether objects are destroyed by the function.
pub(super) fn destroys(cdef: &Cdef, function: &str) -> bool {
    let mut destructors = cdef.types.values().filter_map(|words| words.destroy.as_ref());
    destructors.any(|destructor| destructor.function.text == function)
}

/// Whether owned memory is freed by the function.
pub(super) fn frees(cdef: &Cdef, function: &str) -> bool {
    freed_by(cdef).iter().any(|name| name.text == function)
}

fn freed_by(cdef: &Cdef) -> Vec<&Name> {
    let functions = cdef.contracts.values().flat_map(|contract| {
        let inner = contract.parameters.iter().map(|words| &words.inner);
        inner.chain([&contract.result])
    });
    let all = functions.chain(cdef.types.values().map(|words| &words.pointer));
    let by = |words: &PointerWords| matches!(words.owner, Some((Owner::CallerFreesBy(_), _)));
    all.filter(|words| by(words))
        .filter_map(|words| match &words.owner {
            Some((Owner::CallerFreesBy(name), _)) => Some(name),
            _ => None,
        })
        .collect()
}
