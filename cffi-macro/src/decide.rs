//! Which branches of the block's `#if`s are there: the preprocessor is asked before anything else is read.
//!
//! The rest of the pipeline sees only what is there, and the names of what isn't.

use std::collections::BTreeSet;

use crate::blame::preamble_complaint;
use crate::diag::Diagnostics;
use crate::input::Input;
use crate::lower::{self, DataModel, Mode};
use crate::model::{Cdef, Guard, Name, Preamble};
use crate::parse::{self, Branches, Conditions};
use crate::preamble;
use crate::source::Source;
use crate::toolchain::{self, Compiler, Failure, Flags, Message, Purpose};

/// What the block's conditions come to.
pub(crate) struct Decided {
    branches: Branches,
    /// The text of the branches that are not there.
    left: Source,
}

/// Takes from the source what the preprocessor leaves out.
///
/// `compiler` is asked for if it is needed; where an error was reported, the first branches stay.
pub(crate) fn decide(
    diag: &mut Diagnostics,
    input: &mut Input,
    conditions: &Conditions,
    flags: &Flags,
    compiler: &mut dyn FnMut(&mut Diagnostics) -> Option<Compiler>,
) -> Decided {
    let branches = ask(diag, input, conditions, flags, compiler).unwrap_or_else(|| conditions.guess(&input.source));
    let left = branches.cut(&mut input.source);
    Decided { branches, left }
}

// None means that an error was reported.
fn ask(
    diag: &mut Diagnostics,
    input: &Input,
    conditions: &Conditions,
    flags: &Flags,
    compiler: &mut dyn FnMut(&mut Diagnostics) -> Option<Compiler>,
) -> Option<Branches> {
    if !conditions.balanced {
        return None;
    }
    if !conditions.verified && input.preamble.is_empty() {
        let message = "the C preprocessor decides behind the block's headers; add an `#include`";
        diag.error(conditions.first(), message);
        return None;
    }
    let compiler = compiler(diag)?;
    let parts = input.preamble.iter().chain(&conditions.preamble).cloned().collect();
    let cdef = Cdef { preamble: Preamble { parts, verified: true }, ..Cdef::default() };
    let text = preamble::write(&cdef) + &conditions.question();
    match toolchain::compile(&compiler, flags, Purpose::Conditions, &text) {
        Ok(compiled) => Some(conditions.answer(&input.source, &String::from_utf8_lossy(&compiled.object))),
        Err(Failure::Messages(messages)) => {
            report(diag, &cdef, conditions, &messages);
            None
        }
        Err(Failure::Io(message)) => {
            diag.block_error(message);
            None
        }
    }
}

fn report(diag: &mut Diagnostics, cdef: &Cdef, conditions: &Conditions, messages: &[Message]) {
    let mut seen = BTreeSet::new();
    for message in messages {
        let place = message.owner();
        let line = place.filter(|place| place.file == "cdef!i").and_then(|place| conditions.span(place.line));
        let part = place.and_then(|place| crate::blame::preamble_part(cdef, place)).map(|part| part.span);
        match (line, part) {
            (Some(span), _) if seen.insert(span) => {
                diag.error(span, format!("the C compiler says: {}", message.text));
            }
            (None, Some(span)) if seen.insert(span) => diag.error(span, preamble_complaint(message)),
            (Some(_), _) | (None, Some(_)) => {}
            (None, None) => diag.block_error(format!("the C compiler says: {}", message.text)),
        }
    }
}

/// The functions and constants that stand in a condition, whether they are there or not.
///
/// What is not there need not even be C, as in C itself: its mistakes are not reported.
pub(crate) fn guards(decided: &Decided, cdef: &Cdef, model: DataModel) -> Vec<Guard> {
    let mut guards = Vec::new();
    let mut seen = BTreeSet::new();
    for name in names(cdef).filter(|name| decided.branches.guards(name.span)) {
        seen.insert(name.text.clone());
        guards.push(Guard { name: name.clone(), present: true });
    }
    let silent = &mut Diagnostics::default();
    let unit = parse::parse(silent, &decided.left);
    let left = lower::lower(silent, &decided.left, &unit, Mode::Verified, model);
    let present: BTreeSet<&str> = names(cdef).map(|name| name.text.as_str()).collect();
    for name in names(&left) {
        if seen.insert(name.text.clone()) {
            guards.push(Guard { name: name.clone(), present: present.contains(name.text.as_str()) });
        }
    }
    guards.sort_by_key(|guard| guard.name.span);
    guards
}

fn names(cdef: &Cdef) -> impl Iterator<Item = &Name> {
    cdef.functions.iter().map(|item| &item.name).chain(cdef.constants.iter().map(|item| &item.name))
}
