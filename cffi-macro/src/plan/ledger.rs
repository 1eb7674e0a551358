//! What each safe function rests on: what was checked, what the headers attest, and what the writer alone says.

use crate::judge::{
    Access, Closure, Counting, Failure, Keeper, Kept, Life, Outcome, Role, SafeFunction, State, Written,
};
use crate::model::{Function, FunctionId};

use super::rust::RustType;
use super::types::Context;

/// Sentences in Markdown.
#[derive(Clone, Debug, Default)]
pub(crate) struct Ledger {
    pub(crate) checked: Vec<String>,
    pub(crate) attested: Vec<String>,
    pub(crate) asserted: Vec<String>,
}

pub(super) fn ledger(context: &Context<'_>, id: FunctionId, safe: &SafeFunction<RustType>) -> Ledger {
    let function = &context.cdef.functions[id.0];
    let mut ledger = Ledger::default();
    if context.cdef.preamble.verified {
        let what =
            if function.body.is_some() { "it is the block's own C code" } else { "the prototype is the header's" };
        ledger.checked.push(format!("{what} (C compiler)"));
    }
    for (index, role) in safe.roles.iter().enumerate() {
        let kept = if safe.kept.contains_key(&index) { "" } else { " and keeps no pointer to it" };
        parameter(&mut ledger, context, id, &name(function, index), index, (role, kept));
    }
    for state in &safe.states {
        if let State::Granted(name) = state {
            ledger.checked.push(format!("the library is in the state `{name}`, and this is its thread (by its token)"));
        }
    }
    for (index, ..) in &safe.ranges {
        ledger.checked.push(format!("`{}` is in its range (at each call)", name(function, *index)));
    }
    for (_, text) in &safe.conditions {
        ledger.checked.push(format!("`{text}` (at each call)"));
    }
    if let Some(attested) = context.facts.attested.get(&id) {
        for index in (0..attested.nonnull.len()).filter(|index| attested.nonnull[*index]) {
            ledger.attested.push(format!("`{}` must not be null", name(function, index)));
        }
        if attested.must_use {
            ledger.attested.push("the result must be used".to_owned());
        }
    }
    for (index, keeper) in &safe.kept {
        let kept = name(function, *index);
        ledger.asserted.push(match keeper {
            Keeper::Object(keeper) => {
                format!("C keeps `{kept}` no longer than the object `{}`, which alone uses it", name(function, *keeper))
            }
            Keeper::Forever => format!("C keeps `{kept}`, which is there for ever"),
        });
    }
    outcome(&mut ledger, "the result", &safe.result);
    let contract = context.cdef.contracts.get(&id);
    let success = contract.and_then(|contract| contract.success.as_ref()).map(|success| success.text.clone());
    match (&safe.failure, success) {
        (Failure::Never, _) => {}
        (_, Some(text)) => ledger.asserted.push(format!("the call succeeded where `{text}`")),
        (_, None) => ledger.asserted.push("the call succeeded where its type's word says so".to_owned()),
    }
    ledger.asserted.push("nothing else need be true before the call".to_owned());
    ledger
}

fn name(function: &Function, index: usize) -> String {
    let name = function.parameter_names.get(index).and_then(Option::as_ref);
    name.map_or_else(|| format!("parameter {}", index + 1), |name| name.text.clone())
}

fn parameter(
    ledger: &mut Ledger,
    context: &Context<'_>,
    id: FunctionId,
    name: &str,
    index: usize,
    (role, kept): (&Role<RustType>, &str),
) {
    let counted = |counting: &Counting| match counting {
        Counting::Parameter(_) | Counting::Target(_) => format!("the length of `{name}` fits C's type (at each call)"),
        Counting::Term(_) => format!("`{name}` is as long as C asks (at each call)"),
        Counting::End(_) => format!("the end of `{name}` is where its elements end (by its type)"),
    };
    match role {
        Role::Value(_) | Role::Length(_) | Role::LengthBehind { .. } | Role::OutLength(_) | Role::ToldBy(_) => {}
        Role::Cursor { access, .. } => {
            ledger.checked.push(format!("what C says that it used of `{name}` was there (at each call)"));
            let does = if *access == Access::Shared { "reads" } else { "reads and writes" };
            ledger.asserted.push(format!("C {does} no more of `{name}` than that{kept}"));
        }
        Role::OutCursor { .. } => {
            ledger.checked.push(format!("what C says that it wrote to `{name}` was there (at each call)"));
            ledger.asserted.push(format!("C writes no more of `{name}`, and all of that has a value"));
        }
        Role::Grown { freed, .. } => {
            ledger.checked.push(format!("what C says that it wrote to `{name}` has room there (at each call)"));
            let by = &freed.by.text;
            ledger.asserted.push(format!("C leaves `{name}` null or as memory that `{by}` frees{kept}"));
        }
        Role::Texts { counting, .. } => {
            ledger.checked.push(format!("each text of `{name}` ends in NUL (by its type)"));
            let how_many = counting.as_ref().map_or("", |_| "as many as there are of ");
            ledger.asserted.push(format!("C reads {how_many}the texts of `{name}` to their NULs{kept}"));
        }
        Role::Run { access, counting, .. } => {
            ledger.checked.push(counted(counting));
            let does = if *access == Access::Shared { "reads" } else { "reads and writes" };
            ledger.asserted.push(format!("C {does} no more of `{name}` than that{kept}"));
        }
        Role::Fixed { access, .. } => {
            ledger.checked.push(format!("the length of `{name}` (by its type)"));
            let does = if *access == Access::Shared { "reads" } else { "reads and writes" };
            ledger.asserted.push(format!("C {does} no more of `{name}`{kept}"));
        }
        Role::Text { .. } => {
            ledger.checked.push(format!("`{name}` ends in NUL (by its type)"));
            ledger.asserted.push(format!("C reads `{name}` to its NUL{kept}"));
        }
        Role::Reference { access, .. } => {
            let shared = context.cdef.contracts.get(&id).is_some_and(|contract| {
                contract.parameters.get(index).is_some_and(|words| words.outer.shared.is_some())
            });
            match (access, shared) {
                (Access::Shared, true) => {
                    ledger.asserted.push(format!("C may be called with `{name}` while others refer to it"));
                }
                (Access::Shared, false) => ledger.asserted.push(format!("C does not change `{name}`{kept}")),
                (Access::Exclusive, _) => ledger.asserted.push(format!("C uses `{name}` in the call alone")),
            }
        }
        Role::OutValue { .. } => ledger.asserted.push(format!("a call that succeeds gives `{name}` a value")),
        Role::OutRun { counting, written, .. } => {
            ledger.checked.push(counted(counting));
            let how_much = match written {
                Written::All => "all of it has a value after a call that succeeds",
                Written::Term(_) => "what C says that it wrote has a value after a call that succeeds",
            };
            ledger.asserted.push(format!("C writes no more of `{name}` than that, and {how_much}"));
        }
        Role::OutText { counting, .. } => {
            ledger.checked.push(counted(counting));
            ledger.asserted.push(format!("a call that succeeds leaves text in `{name}`, which ends in NUL"));
        }
        Role::OutPointer { what, .. } => outcome(ledger, &format!("`{name}`"), what),
        Role::Closure(closure) => callback(ledger, name, closure),
        Role::Plain { .. } => ledger.asserted.push(format!("C calls `{name}` with what its prototype says")),
        Role::Context(_) => {}
        Role::Destroyer(_) => ledger.asserted.push(format!("C calls `{name}` once, and the closure no more after it")),
        Role::Number(_) => ledger.asserted.push(format!("C uses the object `{name}` in the call alone")),
        Role::OutNumber { .. } => ledger.asserted.push(format!("`{name}` is the caller's to destroy")),
        Role::Taken { .. } | Role::TakenNumber(_) => {
            ledger.asserted.push(format!("C destroys `{name}`, or keeps it for good"))
        }
    }
}

fn callback(ledger: &mut Ledger, name: &str, closure: &Closure<RustType>) {
    let when = match &closure.kept {
        Kept::Call | Kept::WithoutData => "in the call alone",
        Kept::Once(_) => "once at most",
        Kept::Until { .. } => "until it says that it is done",
        Kept::Forever(_) => "with its user data",
    };
    ledger.asserted.push(format!("C calls `{name}` {when}, with what its words say"));
    let checked = format!("`{name}` does not run twice at once, and no panic of it goes through C (at each call)");
    ledger.checked.push(checked);
}

fn outcome(ledger: &mut Ledger, what: &str, outcome: &Outcome<RustType>) {
    let life = |life: Life| match life {
        Life::Bound => "good as long as what it comes from is borrowed",
        Life::Static => "good for ever",
        Life::Transient => "good until the next call, before which it is copied",
    };
    match outcome {
        Outcome::Nothing | Outcome::Value(_) | Outcome::Filled(_) => {}
        Outcome::Text { life: how_long, .. } => {
            ledger.asserted.push(format!("{what} is text that ends in NUL, {}", life(*how_long)));
        }
        Outcome::Texts { life: how_long, .. } => {
            ledger.asserted.push(format!("{what} is a list of texts that end in NUL, {}", life(*how_long)));
        }
        Outcome::Run { life: how_long, .. } => {
            ledger.asserted.push(format!("{what} has as many elements as the words say, {}", life(*how_long)));
        }
        Outcome::Reference { life: how_long, .. } => {
            ledger.asserted.push(format!("{what} is an object, {}", life(*how_long)));
        }
        Outcome::Number(_) | Outcome::Owned { .. } => {
            ledger.checked.push(format!("the destructor of {what} takes such an object (C compiler)"));
            ledger.asserted.push(format!("{what} is the caller's to destroy"));
        }
        Outcome::OwnedText { freed, .. } | Outcome::OwnedRun { freed, .. } => {
            ledger.asserted.push(format!("{what} is the caller's, and `{}` frees it", freed.by.text));
        }
        Outcome::Offset { .. } => ledger.checked.push(format!("{what} points into its buffer (at each call)")),
    }
}

impl Ledger {
    /// A section of the function's documentation.
    pub(super) fn section(&self) -> String {
        let mut text = "# Trust\n".to_owned();
        for (title, lines) in
            [("Checked", &self.checked), ("The header says", &self.attested), ("The block says", &self.asserted)]
        {
            if !lines.is_empty() {
                text.push_str(&format!("\n{title}:\n\n"));
                lines.iter().for_each(|line| text.push_str(&format!("- {line}\n")));
            }
        }
        text
    }

    /// A row of the block's table.
    pub(super) fn row(&self, name: &str) -> String {
        let cell = |lines: &[String]| lines.join("; ").replace('|', "\\|");
        format!("| `{name}` | {} | {} | {} |\n", cell(&self.checked), cell(&self.attested), cell(&self.asserted))
    }
}
