//! Safe wrappers: the verdicts of `judge` in, what `emit` and `stub` need to write them out.

use std::collections::{BTreeMap, BTreeSet};

use crate::facts::OperandFact;
use crate::judge::{
    Counting, ErrnoUse, Failure, Handle, Judged, OnPanic, Outcome, Part, Role, SafeFunction, State, Verdict, is_bytes,
    numbers,
};
use crate::model::{Function, FunctionId, Int, Item, Marks, Name, OperandId, QualType, Span, Term, Type, TypedefId};
use crate::symbol::Symbols;

use super::doc::summed_doc;
use super::ledger::{Ledger, ledger};
use super::methods::Home;
use super::rust::RustType;
use super::types::Context;
use super::{Ending, Label, Plan, PlannedFunction, Slot, Stub};

/// A function that is safe to call.
#[derive(Clone, Debug)]
pub(crate) struct PlannedSafe {
    pub(crate) label: Label,
    /// What messages call it.
    pub(crate) c_name: String,
    pub(crate) parameters: Vec<SafeParameter>,
    pub(crate) result: RustType,
    pub(crate) result_form: Form,
    pub(crate) marks: Marks,
    pub(crate) safe: SafeFunction<RustType>,
    /// The stub that also tells `errno`, where it is wanted.
    pub(crate) errno_symbol: Option<String>,
    /// The library that has the function, if it is loaded.
    pub(crate) library: Option<String>,
    /// The name of the raw function.
    pub(crate) raw: String,
    /// What C evaluates while the program runs.
    pub(crate) operands: Vec<PlannedOperand>,
    /// The type of an error that has parts.
    pub(crate) error: Option<String>,
    /// The types that stand for functions which free, by C's names of these.
    pub(crate) frees: BTreeMap<String, String>,
    /// The types of tokens, by the states that these stand for.
    pub(crate) tokens: BTreeMap<String, String>,
    /// The newtypes of numbers that stand for objects.
    pub(crate) numbers: BTreeMap<TypedefId, String>,
    pub(crate) home: Home,
    /// What the functions are called that provide a state.
    pub(crate) provider_names: BTreeMap<FunctionId, String>,
}

#[derive(Clone, Debug)]
pub(crate) struct SafeParameter {
    pub(crate) name: String,
    /// What C takes.
    pub(crate) ty: RustType,
    pub(crate) form: Form,
}

/// How a number is made of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    Number,
    /// A newtype over one.
    Newtype,
    Pointer,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedOperand {
    pub(crate) id: OperandId,
    pub(crate) symbol: String,
    /// The function's parameters that it names.
    pub(crate) parameters: Vec<usize>,
    pub(crate) kind: OperandKind,
    /// What C's operators take it for.
    pub(crate) int: Int,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OperandKind {
    Number,
    Address,
    Text,
}

/// `typedef _Return_type_success_(…) int t;`
#[derive(Clone, Debug)]
pub(crate) struct PlannedStatus {
    pub(crate) label: Label,
    pub(crate) repr: RustType,
    pub(crate) text: Option<PlannedText>,
}

/// How the library tells the text of a status.
#[derive(Clone, Debug)]
pub(crate) struct PlannedText {
    pub(crate) symbol: String,
    /// The least and the greatest value that it takes; None if it takes all.
    pub(crate) range: Option<(i128, i128)>,
}

/// A type that stands for the C function which frees memory.
#[derive(Clone, Debug)]
pub(crate) struct PlannedFree {
    pub(crate) name: String,
    pub(crate) symbol: String,
    pub(crate) c_name: Name,
}

/// The record of an error.
#[derive(Clone, Debug)]
pub(crate) struct PlannedError {
    pub(crate) name: String,
    /// The function of C's that tells of it.
    pub(crate) told_by: String,
    pub(crate) span: Span,
    pub(crate) status: Option<RustType>,
    /// Name and whether it is text.
    pub(crate) fields: Vec<(String, crate::judge::PartKind)>,
}

/// What a function without a wrapper says of why.
pub(super) fn reasons(judged: &Judged, id: FunctionId) -> Option<String> {
    match judged.functions.get(&id)? {
        Verdict::Safe(_) => None,
        Verdict::Unsafe(missing) => {
            let lines: Vec<String> = missing.iter().map(|missing| format!("- {}", missing.text)).collect();
            Some(format!(
                "# Safety\n\nThe rules of the C function. It has no safe wrapper, because\n\n{}",
                lines.join("\n")
            ))
        }
    }
}

/// Plans the wrapper of a function that is planned already.
pub(super) fn plan_safe(
    context: &Context<'_>,
    symbols: &Symbols,
    plan: &mut Plan<'_>,
    id: FunctionId,
    mut raw: PlannedFunction,
    loaded: Option<Slot>,
) {
    let function = &context.cdef.functions[id.0];
    let (Some(Verdict::Safe(safe)), Some(contract)) =
        (context.judged.functions.get(&id), context.cdef.contracts.get(&id))
    else {
        return plan.functions.push(raw);
    };
    let safe = safe.map(&|ty| context.value(ty), &|ty| context.element(ty));
    let parameters = raw.parameters.iter().zip(&function.signature.parameters).map(|(parameter, ty)| SafeParameter {
        name: parameter.name.clone(),
        ty: prototype(context, ty).unwrap_or_else(|| parameter.ty.clone()),
        form: context.form(ty),
    });
    let errno_symbol =
        (safe.errno != ErrnoUse::None).then(|| errno_stub(symbols, plan, id, function, &raw, safe.errno));
    let error = error(context, plan, function, &safe);
    let frees = frees(context, symbols, plan, &safe);
    let ledger = ledger(context, id, &safe);
    let raw_doc = raw.label.doc.clone();
    let (home, name) = match context.homes.get(&id).cloned() {
        Some((home, method)) => (home, method),
        None => (Home::Module, raw.label.name.clone()),
    };
    let label = Label { name, doc: safe_doc(function, &safe, &ledger), ..raw.label.clone() };
    let label = label.with_alias(&function.name.text);
    let raw_name = context.names.raw(context.cdef, id);
    raw.link_name = raw.link_name.or(Some(raw.label.name)).filter(|symbol| *symbol != raw_name);
    raw.label = Label { name: raw_name, ..label.clone() }.with_alias(&function.name.text);
    raw.label.doc = raw_doc;
    plan.ledger.push_str(&ledger.row(&raw.label.name));
    let numbers = numbers(&safe).into_iter().map(|of| (of, context.names.typedefs[of.0].clone())).collect();
    let tokens = tokens(context, &safe);
    let operands = operands(context, symbols, plan, id, &safe);
    plan.vouched.insert(contract.vouched);
    plan.safe.push(PlannedSafe {
        label,
        c_name: function.name.text.clone(),
        parameters: parameters.collect(),
        result: raw.result.clone(),
        result_form: context.form(&function.signature.result),
        marks: raw.marks.clone(),
        safe,
        errno_symbol,
        library: loaded.and_then(|slot| slot.library),
        raw: raw.label.name.clone(),
        operands,
        error,
        frees,
        tokens,
        numbers,
        home,
        provider_names: provider_names(context, id),
    });
    plan.raw.push(raw);
}

/// A pointer to a function as it is, whatever typedef stands for it.
fn prototype(context: &Context<'_>, ty: &QualType) -> Option<RustType> {
    let Type::Pointer(target) = context.cdef.resolve(&ty.ty) else { return None };
    let function = context.cdef.resolve(&target.ty);
    matches!(function, Type::Function(_))
        .then(|| context.pointer(&QualType { ty: function.clone(), qualifiers: Default::default() }))
}

fn provider_names(context: &Context<'_>, id: FunctionId) -> BTreeMap<FunctionId, String> {
    let Some(Verdict::Safe(safe)) = context.judged.functions.get(&id) else { return BTreeMap::new() };
    let providers = safe.states.iter().filter_map(|state| match state {
        State::Provided { by, .. } => Some((*by, context.names.functions[by.0].clone())),
        State::Provider(_) | State::Locked(_) | State::Grants(_) | State::Granted(_) => None,
    });
    providers.collect()
}

/// The types of the tokens that a function gives or takes, by the states that these stand for.
fn tokens(context: &Context<'_>, safe: &SafeFunction<RustType>) -> BTreeMap<String, String> {
    let names = safe.states.iter().filter_map(|state| match state {
        State::Grants(name) | State::Granted(name) => Some(name),
        State::Provider(_) | State::Provided { .. } | State::Locked(_) => None,
    });
    let typed = names.map(|name| {
        let mut ty = context.names.made_up(name);
        while context.names.is_type(&ty) {
            ty.push('_');
        }
        (name.clone(), ty)
    });
    typed.collect()
}

fn safe_doc(function: &Function, safe: &SafeFunction<RustType>, ledger: &Ledger) -> String {
    let mut doc = summed_doc(&function.origin, &format!("C's `{}`.", function.name.text));
    let narrows = |role: &Role<RustType>| match role {
        Role::Length(_) | Role::LengthBehind { .. } | Role::Cursor { .. } | Role::OutCursor { .. } => true,
        Role::Run { counting, .. } | Role::OutRun { counting, .. } | Role::OutText { counting, .. } => {
            matches!(counting, Counting::Term(_))
        }
        _ => false,
    };
    let mut panics = Vec::new();
    if safe.roles.iter().any(narrows) {
        panics.push("If a buffer is shorter than C needs it, or longer than C's type of lengths can tell.");
    }
    if !safe.conditions.is_empty() || !safe.ranges.is_empty() {
        panics.push("If a condition of the declaration is not met, or a value is out of its range.");
    }
    let mut closures = safe.roles.iter().filter_map(|role| match role {
        Role::Closure(closure) => Some(closure),
        _ => None,
    });
    if closures.any(|closure| closure.on_panic == OnPanic::Abort) {
        panics.push("A panic of the closure ends the process: no `cdef_on_panic` says what C gets instead.");
    }
    if safe.states.iter().any(|state| matches!(state, State::Grants(_))) {
        panics.push("If the token that it gives was given before: there is one a process.");
    }
    if !panics.is_empty() {
        doc.push_str(&format!("\n\n# Panics\n\n{}", panics.join("\n\n")));
    }
    match &safe.failure {
        Failure::Never | Failure::Nothing => {}
        Failure::Status(_) | Failure::Code(_) => {
            doc.push_str("\n\n# Errors\n\nWhat C returned, if that says that the call failed.");
        }
        Failure::Errno | Failure::ErrnoFrom(_) => doc.push_str("\n\n# Errors\n\nThe `errno` of the call."),
        Failure::Parts { .. } => doc.push_str("\n\n# Errors\n\nWhat C tells of a call that failed."),
    }
    doc.push_str(&format!("\n\n{}", ledger.section()));
    doc
}

fn errno_stub(
    symbols: &Symbols,
    plan: &mut Plan<'_>,
    id: FunctionId,
    function: &Function,
    raw: &PlannedFunction,
    errno: ErrnoUse,
) -> String {
    let symbol = symbols.errno(&function.name.text);
    plan.stubs.push(Stub::Call {
        function: id,
        symbol: symbol.clone(),
        parameters: raw.parameters.iter().map(|parameter| parameter.passing).collect(),
        result: raw.result_passing,
        ending: Ending::Returns,
        errno,
    });
    symbol
}

// A record of what C says is named after the function that says it.
fn error(
    context: &Context<'_>,
    plan: &mut Plan<'_>,
    function: &Function,
    safe: &SafeFunction<RustType>,
) -> Option<String> {
    if let Failure::Status(ty) = &safe.failure
        && let RustType::Named(name) = ty
        && plan.statuses.iter().all(|status| status.label.name != *name)
    {
        plan.enum_errors.insert(name.clone());
    }
    let Failure::Parts { status, parts } = &safe.failure else { return None };
    let asked = parts.iter().find_map(Part::asked).map(|operand| &context.cdef.operands[operand.0]);
    let callee =
        asked.and_then(|operand| operand.text.split(|char: char| !is_word(char)).find(|word| !word.is_empty()));
    let callee = callee.unwrap_or(&function.name.text);
    let base = match callee.to_ascii_lowercase() {
        lower if lower.ends_with("error") || lower.ends_with("errmsg") => callee.to_owned(),
        _ => format!("{callee}_error"),
    };
    let fields: Vec<_> = parts.iter().map(|part| (part.name.clone(), part.kind)).collect();
    let mut name = context.names.made_up(&base);
    loop {
        match plan.errors.iter().find(|error| error.name == name) {
            Some(error) if error.status == *status && error.fields == fields => return Some(name),
            None if !context.names.is_type(&name) => break,
            _ => name.push('_'),
        }
    }
    let span = asked.map_or(function.name.span, |operand| operand.span);
    plan.errors.push(PlannedError {
        name: name.clone(),
        told_by: callee.to_owned(),
        span,
        status: status.clone(),
        fields,
    });
    Some(name)
}

fn is_word(char: char) -> bool {
    char == '_' || char.is_alphanumeric()
}

fn frees(
    context: &Context<'_>,
    symbols: &Symbols,
    plan: &mut Plan<'_>,
    safe: &SafeFunction<RustType>,
) -> BTreeMap<String, String> {
    let mut names = BTreeMap::new();
    let outs = safe.roles.iter().filter_map(|role| match role {
        Role::OutPointer { what, .. } => Some(what),
        _ => None,
    });
    let of_outcomes = outs.chain([&safe.result]).filter_map(|outcome| match outcome {
        Outcome::OwnedText { freed, .. } | Outcome::OwnedRun { freed, .. } => Some(freed),
        _ => None,
    });
    let of_roles = safe.roles.iter().filter_map(|role| match role {
        Role::Grown { freed, .. } => Some(freed),
        _ => None,
    });
    for freed in of_outcomes.chain(of_roles) {
        let name = context.names.made_up(&format!("{}_memory", freed.by.text));
        names.insert(freed.by.text.clone(), name.clone());
        if plan.frees.iter().all(|free| free.name != name) {
            let symbol = symbols.free(&freed.by.text);
            plan.stubs.push(Stub::Free { by: freed.by.text.clone(), symbol: symbol.clone() });
            plan.frees.push(PlannedFree { name, symbol, c_name: freed.by.clone() });
        }
    }
    names
}

fn operands(
    context: &Context<'_>,
    symbols: &Symbols,
    plan: &mut Plan<'_>,
    id: FunctionId,
    safe: &SafeFunction<RustType>,
) -> Vec<PlannedOperand> {
    let mut ids = BTreeSet::new();
    let mut note = |term: &Term| {
        term.each(&mut |term| {
            if let Term::Operand(id) = term {
                ids.insert(*id);
            }
        });
    };
    safe.each_term(&mut note);
    if let Failure::Parts { parts, .. } = &safe.failure {
        ids.extend(parts.iter().filter_map(Part::asked));
    }
    let mut planned = Vec::new();
    for operand in ids {
        let kind = match context.facts.operands.get(&operand) {
            Some(OperandFact::Text) => OperandKind::Text,
            Some(OperandFact::Address) => OperandKind::Address,
            Some(OperandFact::Constant(..) | OperandFact::Number(_) | OperandFact::Other) | None => OperandKind::Number,
        };
        let symbol = symbols.operand(operand.0);
        // The functions of a status share its error's.
        let is_new =
            plan.stubs.iter().all(|stub| !matches!(stub, Stub::Operand { operand: other, .. } if *other == operand));
        if is_new {
            plan.stubs.push(Stub::Operand { function: id, operand, symbol: symbol.clone(), kind });
        }
        let parameters = context.cdef.operands[operand.0].parameters.clone();
        let int = match context.facts.operands.get(&operand) {
            Some(OperandFact::Number(int) | OperandFact::Constant(_, int)) => *int,
            // An address, or nothing that is computed with.
            Some(OperandFact::Address | OperandFact::Text | OperandFact::Other) | None => Int::ULongLong,
        };
        planned.push(PlannedOperand { id: operand, symbol, parameters, kind, int });
    }
    planned
}

impl Context<'_> {
    /// What stands in a buffer of such elements.
    fn element(&self, ty: &QualType) -> RustType {
        if is_bytes(self.cdef, self.facts, ty) { RustType::Primitive("u8") } else { self.value(ty) }
    }

    fn form(&self, ty: &QualType) -> Form {
        let mut target = &ty.ty;
        loop {
            match target {
                Type::Pointer(_) => return Form::Pointer,
                Type::Enum(id) if !self.names.enums[id.0].is_empty() => return Form::Newtype,
                Type::Typedef(id) => {
                    if self.is_status(*id) {
                        return Form::Newtype;
                    }
                    match &self.cdef.typedefs[id.0].kind {
                        crate::model::TypedefKind::Exact(exact) => target = &exact.ty,
                        _ => return Form::Number,
                    }
                }
                _ => return Form::Number,
            }
        }
    }

    pub(super) fn is_status(&self, id: TypedefId) -> bool {
        self.cdef.types.get(&Item::Typedef(id)).is_some_and(|words| words.success.is_some())
    }

    pub(super) fn handle_type(&self, handle: Handle) -> QualType {
        let ty = match handle {
            Handle::Record(id) => Type::Record(id),
            Handle::Typedef(id) => Type::Typedef(id),
            Handle::File => Type::Void,
        };
        QualType { ty, qualifiers: Default::default() }
    }

    /// The term with the values that C gave.
    pub(super) fn folded(&self, term: &Term) -> Term {
        match term {
            Term::Operand(id) => match self.facts.operands.get(id) {
                Some(OperandFact::Constant(value, int)) => Term::number(*value, *int),
                _ => term.clone(),
            },
            Term::Not(inner) => Term::Not(Box::new(self.folded(inner))),
            Term::Negative(inner) => Term::Negative(Box::new(self.folded(inner))),
            Term::Binary(operator, left, right) => {
                Term::Binary(*operator, Box::new(self.folded(left)), Box::new(self.folded(right)))
            }
            Term::Conditional(parts) => {
                let [condition, then, otherwise] = &**parts;
                Term::Conditional(Box::new([condition, then, otherwise].map(|part| self.folded(part))))
            }
            Term::Int(_) | Term::Typed(..) | Term::Parameter(_) | Term::Target(_) | Term::Result | Term::Errno => {
                term.clone()
            }
        }
    }
}
