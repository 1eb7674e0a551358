//! Which functions are safe to call, and with what signature: words and facts in, verdicts out.
//!
//! A function gets a safe wrapper only if every pointer of it is explained; for any other the verdict says what is
//! missing, parameter by parameter.

mod bound;
mod callback;
mod closed;
mod cursor;
mod given;
mod idle;
mod kept;
mod number;
mod outcome;
mod parameter;
mod role;
mod sound;
mod state;
mod term;
mod threads;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use callback::{Before, Closure, Given, Kept, OnPanic, Registration, Threads};
pub(crate) use closed::{Handle, as_handle, is_bytes};
pub(crate) use kept::Keeper;
pub(crate) use number::{number_of, numbers};
pub(crate) use role::{
    Access, After, ByteUnit, Counting, ErrnoUse, Failure, Freed, Life, Outcome, Owners, Part, PartKind, PartSource,
    Role, SafeFunction, State, Verdict, Written,
};
pub(crate) use sound::{Lending, lending};
pub(crate) use state::ProviderFails;

use crate::check::Checked;
use crate::diag::Diagnostics;
use crate::facts::Facts;
use crate::model::{
    Binding, Cdef, Contract, Demand, FunctionId, Item, Owner, PointerWords, QualType, Span, Term, Type,
};
use crate::plan::Traits;

/// The verdicts on a block's functions.
#[derive(Clone, Debug, Default)]
pub(crate) struct Judged {
    pub(crate) functions: BTreeMap<FunctionId, Verdict<QualType>>,
    /// Types whose values must not outlive another, which have a lifetime in Rust.
    pub(crate) children: BTreeSet<Handle>,
    /// Types whose handles carry their library.
    pub(crate) bound: BTreeSet<Handle>,
}

/// Judges the functions that stand in `unsafe extern "C" { … }`.
///
/// What `cdef_safe` demands and the words do not give is an error.
pub(crate) fn judge(diag: &mut Diagnostics, checked: &Checked<'_>, facts: &Facts) -> Judged {
    let cdef = checked.cdef();
    let (traits, lives) = (Traits::new(cdef, facts), Lives::new(cdef, facts));
    let children = lives.hanging.union(&lives.keeping).copied().collect();
    let mut judged = Judged { children, ..Judged::default() };
    threads::check(diag, cdef, facts, &judged.children);
    sound::check(diag, cdef, facts);
    bound::check(diag, cdef, facts, &traits);
    for (&id, contract) in &cdef.contracts {
        if checked.refused().contains(&Item::Function(id)) {
            continue;
        }
        let (verdict, contradictions) = Judge::new(cdef, facts, &traits, &lives, id, contract).verdict();
        for (span, text) in contradictions {
            diag.error(span, text);
        }
        report_demand(diag, cdef, id, contract, &verdict);
        judged.functions.insert(id, verdict);
    }
    if cdef.binding == Binding::Tables {
        judged.bound = bound::bound(cdef, facts, &judged.functions);
    }
    judged
}

/// What other errors of the block leave to go by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Trust {
    /// All declarations and words.
    Declarations,
    /// Those that mention no other: what these say may be what is wrong.
    NumbersAlone,
}

/// Reports what `cdef_safe` demands and the words do not give, beside the errors that the block has already.
///
/// Of functions that those may be about nothing is said.
pub(crate) fn judge_demands(diag: &mut Diagnostics, checked: &Checked<'_>, facts: &Facts, trust: Trust) {
    let cdef = checked.cdef();
    let (traits, lives) = (Traits::new(cdef, facts), Lives::new(cdef, facts));
    let known = cdef.contracts.iter().filter(|(id, contract)| {
        let function = &cdef.functions[id.0];
        let last = function.parameter_names.iter().flatten().next_back().map_or(function.name.span, |name| name.span);
        let is_told = checked.refused().contains(&Item::Function(**id)) || diag.is_between(function.name.span, last);
        let is_asked = facts.functions.contains_key(id) || function.body.is_some();
        let is_plain = || {
            let mut types = function.signature.parameters.iter().chain([&function.signature.result]);
            let asks = cdef.operands.iter().any(|operand| operand.function == Some(**id));
            types.all(|ty| is_plain(&ty.ty)) && !asks && contract.requires.is_empty()
        };
        !is_told && is_asked && (trust == Trust::Declarations || is_plain())
    });
    let known: Vec<(FunctionId, &Contract)> = known.map(|(id, contract)| (*id, contract)).collect();
    for (id, contract) in known {
        let (verdict, _) = Judge::new(cdef, facts, &traits, &lives, id, contract).verdict();
        report_demand(diag, cdef, id, contract, &verdict);
    }
}

/// C's own numbers, and pointers to them.
fn is_plain(ty: &Type) -> bool {
    match ty {
        Type::Void | Type::Int(_) | Type::Float(_) | Type::Known(_) => true,
        Type::Pointer(pointee) => is_plain(&pointee.ty),
        Type::Complex(_)
        | Type::VaList
        | Type::Array(..)
        | Type::Function(_)
        | Type::Record(_)
        | Type::Enum(_)
        | Type::Typedef(_) => false,
    }
}

fn report_demand(
    diag: &mut Diagnostics,
    cdef: &Cdef,
    id: FunctionId,
    contract: &Contract,
    verdict: &Verdict<QualType>,
) {
    if let (Verdict::Unsafe(missing), Some((Demand::Safe, span))) = (verdict, contract.demand) {
        let name = &cdef.functions[id.0].name.text;
        for part in missing {
            diag.error(part.span.unwrap_or(span), format!("`{name}` is not safe: {}", part.text));
        }
    }
}

/// What a function lacks to be safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    /// None where it is about the whole function.
    pub(crate) span: Option<Span>,
    pub(crate) text: String,
}

/// An owned object that comes from a `__lifetimebound` parameter is a child of that.
fn hanging(cdef: &Cdef, facts: &Facts) -> BTreeSet<Handle> {
    let mut hanging = BTreeSet::new();
    for (id, contract) in &cdef.contracts {
        if contract.parameters.iter().all(|parameter| parameter.bound.is_none()) {
            continue;
        }
        let signature = &cdef.functions[id.0].signature;
        let is_owned = |ty: &QualType, words: &PointerWords| {
            matches!(parameter::with_alias(cdef, ty, words).owner, Some((Owner::Caller, _)))
        };
        let results = is_owned(&signature.result, &contract.result).then_some(&signature.result);
        let outs = signature.parameters.iter().zip(&contract.parameters).filter_map(|(ty, words)| {
            match cdef.resolve(&ty.ty) {
                Type::Pointer(inner) if is_owned(inner, &words.inner) => Some(&**inner),
                _ => None,
            }
        });
        for ty in results.into_iter().chain(outs) {
            hanging.extend(closed::handle_of(cdef, facts, ty));
        }
    }
    hanging
}

/// Types whose objects have a lifetime in Rust.
struct Lives {
    /// They come from objects that outlive them.
    hanging: BTreeSet<Handle>,
    /// They keep what outlives them.
    keeping: BTreeSet<Handle>,
}

impl Lives {
    fn new(cdef: &Cdef, facts: &Facts) -> Lives {
        Lives { hanging: hanging(cdef, facts), keeping: kept::keeping(cdef, facts) }
    }
}

struct Judge<'a> {
    cdef: &'a Cdef,
    facts: &'a Facts,
    traits: &'a Traits<'a>,
    lives: &'a Lives,
    id: FunctionId,
    contract: &'a Contract,
    missing: Vec<Missing>,
    /// Where the headers say otherwise.
    contradictions: Vec<(Span, String)>,
}

impl<'a> Judge<'a> {
    fn new(
        cdef: &'a Cdef,
        facts: &'a Facts,
        traits: &'a Traits<'a>,
        lives: &'a Lives,
        id: FunctionId,
        contract: &'a Contract,
    ) -> Judge<'a> {
        Judge { cdef, facts, traits, lives, id, contract, missing: Vec::new(), contradictions: Vec::new() }
    }

    fn verdict(mut self) -> (Verdict<QualType>, Vec<(Span, String)>) {
        let verdict = self.judge();
        (verdict, self.contradictions)
    }

    fn judge(&mut self) -> Verdict<QualType> {
        let function = &self.cdef.functions[self.id.0];
        let signature = &function.signature;
        if let Some((Demand::Unsafe, _)) = self.contract.demand {
            self.lacks(None, "the block says `cdef_unsafe`: the words do not tell all that its caller must know");
        }
        if signature.variadic {
            self.lacks(None, "it takes variable arguments, whose types C does not check");
        }
        if self.cdef.optional.contains(&Item::Function(self.id)) {
            self.lacks(None, "it may be missing");
        }
        let roles: Vec<Role<QualType>> = (0..signature.parameters.len()).map(|index| self.parameter(index)).collect();
        let mut roles = self.elide(roles);
        self.expect_lifetimes(&roles);
        let kept = self.keepers(&roles);
        self.refuse_idle(&roles);
        let success = self.success();
        let failure = self.failure(success.as_ref());
        let failure = self.with_messages(failure, &roles);
        let mut result = self.outcome(&roles, success.as_ref());
        self.refuse_foreign_offsets(&roles, &result);
        // A second call has nothing to give.
        if self.contract.provides.is_some() && self.is_run_once(self.id) {
            result = Outcome::Nothing;
        }
        let conditions =
            (self.contract.conditions.iter()).map(|clause| (self.before(clause), clause.text.clone())).collect();
        let ranges = self.ranges();
        let states = self.states(&failure);
        self.threads(&roles, &result, success.as_ref(), &failure);
        self.refuse_unsound(&roles, &result, success.as_ref(), &failure);
        self.lend_once(&mut roles, &mut result);
        self.threads_of_numbers(&roles, &result);
        if !self.missing.is_empty() {
            return Verdict::Unsafe(std::mem::take(&mut self.missing));
        }
        let errno = self.errno(success.as_ref(), &failure);
        if errno != ErrnoUse::None && !self.cdef.preamble.verified {
            let text = "only C code can read its `errno`; add an `#include` that declares it".to_owned();
            return Verdict::Unsafe(vec![Missing { span: None, text }]);
        }
        let function = SafeFunction { roles, result, success, failure, conditions, ranges, errno, states, kept };
        if let Some(missing) = self.awkward(&function) {
            return Verdict::Unsafe(vec![missing]);
        }
        Verdict::Safe(Box::new(function))
    }

    /// C code of ours stands between, which takes values as they are.
    fn awkward(&self, function: &SafeFunction<QualType>) -> Option<Missing> {
        let signature = &self.cdef.functions[self.id.0].signature;
        let mut asks = function.errno != ErrnoUse::None;
        function.each_term(&mut |term| term.each(&mut |part| asks |= matches!(part, Term::Operand(_))));
        let mut types = signature.parameters.iter().chain([&signature.result]);
        let is_awkward = asks && types.any(|ty| self.traits.needs_pointer(ty));
        is_awkward.then(|| Missing {
            span: None,
            text: "its values go by address, which its words do not allow for".to_owned(),
        })
    }

    fn lacks(&mut self, span: Option<Span>, text: impl Into<String>) {
        self.missing.push(Missing { span, text: text.into() });
    }

    /// As `lacks`, of a parameter.
    fn parameter_lacks(&mut self, index: usize, text: &str) {
        let function = &self.cdef.functions[self.id.0];
        let name = function.parameter_names.get(index).and_then(Option::as_ref);
        let called =
            name.map_or_else(|| format!("parameter {}", index + 1), |name| format!("parameter `{}`", name.text));
        self.lacks(name.map(|name| name.span), format!("{called} {text}"));
    }

    fn type_of(&self, index: usize) -> &'a QualType {
        &self.cdef.functions[self.id.0].signature.parameters[index]
    }

    /// A result can be as good as a borrow only where there is one.
    fn expect_lifetimes(&mut self, roles: &[Role<QualType>]) {
        for (index, role) in roles.iter().enumerate() {
            let borrows = match role {
                Role::Run { .. }
                | Role::Fixed { .. }
                | Role::Text { .. }
                | Role::Reference { .. }
                | Role::OutText { .. } => true,
                Role::Value(_)
                | Role::Length(_)
                | Role::LengthBehind { .. }
                | Role::OutValue { .. }
                | Role::OutLength(_)
                | Role::Closure(_)
                | Role::Plain { .. }
                | Role::Context(_)
                | Role::Destroyer(_)
                | Role::OutRun { .. }
                | Role::OutPointer { .. }
                | Role::Cursor { .. }
                | Role::OutCursor { .. }
                | Role::Grown { .. }
                | Role::Texts { .. }
                | Role::ToldBy(_)
                | Role::Number(_)
                | Role::TakenNumber(_)
                | Role::OutNumber { .. }
                | Role::Taken { .. } => false,
            };
            if self.contract.parameters[index].bound.is_some() && !borrows {
                self.parameter_lacks(index, "is no reference that a `__lifetimebound` result could hang on");
            }
        }
    }
}
