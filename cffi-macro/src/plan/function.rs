//! Functions and variables: direct, or through a stub.

use std::collections::BTreeSet;

use crate::facts::FunctionFact;
use crate::judge::ErrnoUse;
use crate::model::{Function, FunctionId, Item, Length, QualType, Type, Variable, VariableId};
use crate::symbol::Symbols;

use super::abi::Abi;
use super::doc::item_doc;
use super::rust::{Passing, RustType};
use super::safe;
use super::types::{Context, Knowledge};
use super::{
    Addressed, Definition, Ending, Label, Marks, Mutability, Need, Plan, PlanOptions, Sharing, Slot, Stub, WeakItem,
};

#[derive(Clone, Debug)]
pub(crate) struct PlannedFunction {
    pub(crate) label: Label,
    pub(crate) abi: Abi,
    /// Where the linker's name is another.
    pub(crate) link_name: Option<String>,
    /// Where it is called through the table of a library.
    pub(crate) slot: Option<Slot>,
    pub(crate) through: Through,
    pub(crate) parameters: Vec<Parameter>,
    pub(crate) result: RustType,
    pub(crate) result_passing: Passing,
    pub(crate) variadic: bool,
    pub(crate) marks: Marks,
}

#[derive(Clone, Debug)]
pub(crate) struct Parameter {
    pub(crate) name: String,
    pub(crate) ty: RustType,
    pub(crate) passing: Passing,
}

/// A function that returns the address of a variable.
#[derive(Clone, Debug)]
pub(crate) struct PlannedAddress {
    pub(crate) label: Label,
    pub(crate) mutability: Mutability,
    /// What the address points to.
    pub(crate) ty: RustType,
    pub(crate) source: AddressSource,
}

#[derive(Clone, Debug)]
pub(crate) enum AddressSource {
    /// The symbol of a stub.
    Stub(String),
    /// The variable's own symbol.
    Variable(String),
    /// A place in a library's table.
    Loaded(Slot, Sharing),
    /// The same for what the library may lack.
    LoadedOptional(Slot),
    /// The symbol of a stub that knows whether the variable is there; None where the headers lack it.
    Optional(Option<String>),
}

/// A function that may be missing.
#[derive(Clone, Debug)]
pub(crate) struct PlannedOptional {
    /// As if it were there.
    pub(crate) function: PlannedFunction,
    pub(crate) presence: Presence,
}

#[derive(Clone, Debug)]
pub(crate) enum Presence {
    /// The headers lack it.
    Absent,
    /// It is inline or a macro.
    Certain,
    /// The stub of this symbol knows whether the libraries have it.
    Asked { symbol: String, through: Through },
    /// The library has it or not.
    Loaded { slot: Slot, through: Through },
}

/// How Rust calls a function that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Through {
    Itself,
    Stub,
}

pub(crate) fn plan_functions(context: &Context<'_>, options: &PlanOptions, plan: &mut Plan<'_>) {
    for (index, function) in context.cdef.functions.iter().enumerate() {
        plan_function(context, options, plan, FunctionId(index), function);
    }
}

fn plan_function(
    context: &Context<'_>,
    options: &PlanOptions,
    plan: &mut Plan<'_>,
    id: FunctionId,
    function: &Function,
) {
    let symbols = &options.symbols;
    // Whether it is safe is not known, and callers may rely on that.
    if context.knowledge == Knowledge::Missing && context.cdef.contracts.contains_key(&id) {
        return;
    }
    let signature = &function.signature;
    let passing = |ty: &QualType| context.passing(ty);
    let mut parameters = parameters(context, function);
    let mut result_passing = passing(&signature.result);
    let mut result = context.result(&signature.result);
    // A stub calls the library through the same place.
    let loaded = context
        .library_symbol(&options.library, id, function)
        .and_then(|symbol| plan.slot(&symbol, &function.name.text, context.need(Item::Function(id))));
    let (link_name, through) = match route(context, symbols, id, function) {
        Route::Direct(symbol) => {
            for parameter in &mut parameters {
                parameter.passing = Passing::Value;
            }
            result_passing = Passing::Value;
            (symbol, Through::Itself)
        }
        Route::Stub if signature.variadic => {
            let symbol = symbols.function(&function.name.text);
            plan.stubs.push(Stub::Alias { function: id, symbol: symbol.clone() });
            result_passing = Passing::Value;
            (symbol, Through::Itself)
        }
        Route::Stub => {
            let symbol = symbols.function(&function.name.text);
            plan.stubs.push(Stub::Call {
                function: id,
                symbol: symbol.clone(),
                parameters: parameters.iter().map(|parameter| parameter.passing).collect(),
                result: result_passing,
                ending: if function.noreturn { Ending::Traps } else { Ending::Returns },
                errno: ErrnoUse::None,
            });
            (symbol, Through::Stub)
        }
    };
    // A header's function may return whatever the block says; then only our stub keeps the promise.
    if function.noreturn && !(signature.variadic && context.knowledge == Knowledge::Verified) {
        result = RustType::Never;
        result_passing = Passing::Value;
    }
    if function.body.is_some() && context.knowledge == Knowledge::Verified {
        plan.definitions.push(Definition {
            function: id,
            symbol: (!function.is_static()).then(|| symbols.definition(&function.name.text)),
        });
    }
    let name = &context.names.functions[id.0];
    let mut doc = item_doc(&function.origin);
    if let Some(reasons) = safe::reasons(context.judged, id) {
        doc.push_str(&format!("\n\n{reasons}"));
    }
    let abi = match through {
        Through::Itself => context.traits.abi(signature).unwrap_or_default(),
        Through::Stub => Abi::C,
    };
    let planned = PlannedFunction {
        abi,
        label: Label::of(name, &function.name, doc),
        link_name: (link_name != *name || !is_plain(name)).then_some(link_name),
        slot: loaded.clone().filter(|_| through == Through::Itself),
        through,
        parameters,
        result,
        result_passing,
        variadic: signature.variadic,
        marks: context.cdef.marks.get(&id).cloned().unwrap_or_default(),
    };
    if context.cdef.optional.contains(&Item::Function(id)) {
        let presence = match loaded {
            Some(slot) => Presence::Loaded { slot, through },
            None => presence(context, symbols, plan, id, through),
        };
        plan.optionals.push(PlannedOptional { function: planned, presence });
    } else {
        safe::plan_safe(context, symbols, plan, id, planned, loaded);
    }
}

fn presence(
    context: &Context<'_>,
    symbols: &Symbols,
    plan: &mut Plan<'_>,
    id: FunctionId,
    through: Through,
) -> Presence {
    match context.facts.functions.get(&id) {
        None => Presence::Absent,
        Some(FunctionFact::Defined | FunctionFact::Macro) => Presence::Certain,
        Some(FunctionFact::External(_) | FunctionFact::Verbatim(_) | FunctionFact::Converted) => {
            let symbol = symbols.weak(&context.cdef.functions[id.0].name.text);
            let stub = Stub::Weak { of: WeakItem::Function(id), symbol: symbol.clone() };
            // It makes the function weak, so it stands before a stub that calls it.
            let calls =
                plan.stubs.iter().position(|stub| matches!(stub, Stub::Call { function, .. } if *function == id));
            plan.stubs.insert(calls.unwrap_or(plan.stubs.len()), stub);
            Presence::Asked { symbol, through }
        }
    }
}

// Other names are changed to be valid in Rust.
fn is_plain(name: &str) -> bool {
    !is_path_word(name) && name.chars().all(|c| c == '_' || c.is_ascii_alphanumeric())
}

// These are no identifiers in Rust, not even raw ones.
pub(crate) fn is_path_word(name: &str) -> bool {
    matches!(name, "self" | "Self" | "super" | "crate" | "_")
}

enum Route {
    /// By the linker's name.
    Direct(String),
    Stub,
}

fn route(context: &Context<'_>, symbols: &Symbols, id: FunctionId, function: &Function) -> Route {
    let name = &function.name.text;
    match context.knowledge {
        Knowledge::Missing => return Route::Direct(name.clone()),
        Knowledge::Verified if context.facts.absent.contains(&Item::Function(id)) => {
            return Route::Direct(name.clone());
        }
        Knowledge::Declared => {
            return Route::Direct(function.asm_label.clone().unwrap_or_else(|| name.clone()));
        }
        Knowledge::Verified => {}
    }
    let signature = &function.signature;
    let awkward = function.noreturn || context.traits.direct_abi(signature).is_none();
    // There is no way to hand the arguments of a variadic function on.
    if awkward && !signature.variadic {
        return Route::Stub;
    }
    match (&function.body, context.facts.functions.get(&id)) {
        (Some(_), _) if function.is_static() => Route::Stub,
        (Some(_), _) => {
            let symbol = symbols.definition(name);
            // The stubs' label is no decorated name.
            let is_plain = context.traits.abi(signature) == Some(Abi::C) || !context.facts.decorates;
            Route::Direct(if is_plain { symbol } else { format!("\u{1}_{symbol}") })
        }
        (None, Some(FunctionFact::External(symbol))) => Route::Direct(symbol.clone()),
        // `\x01` keeps LLVM from adding the platform's underscore.
        (None, Some(FunctionFact::Verbatim(symbol))) => Route::Direct(format!("\u{1}{symbol}")),
        (None, Some(FunctionFact::Defined | FunctionFact::Macro | FunctionFact::Converted)) => Route::Stub,
        (None, None) => Route::Direct(name.clone()),
    }
}

// A parameter can't have the name of a constant or a newtype: patterns would mean those.
fn parameters(context: &Context<'_>, function: &Function) -> Vec<Parameter> {
    let names = context.names;
    // What the body of a wrapper calls its own.
    let mut taken = BTreeSet::from(["__out".to_owned(), "__stub".to_owned()]);
    let types = function.signature.parameters.iter().enumerate();
    types
        .map(|(index, ty)| {
            let given = function.parameter_names.get(index).and_then(Option::as_ref);
            let mut name = given.map_or_else(|| format!("arg{}", index + 1), |name| name.text.clone());
            while is_path_word(&name) || names.patterns.contains(&name) || !taken.insert(name.clone()) {
                name.push('_');
            }
            Parameter { name, ty: context.parameter(ty), passing: context.passing(ty) }
        })
        .collect()
}

pub(crate) fn plan_variables(context: &Context<'_>, options: &PlanOptions, plan: &mut Plan<'_>) {
    for (index, variable) in context.cdef.variables.iter().enumerate() {
        let id = VariableId(index);
        if context.is_unknown(&variable.ty) {
            continue;
        }
        let fact = context.facts.variables.get(&id);
        let lengths = fact.map_or([].as_slice(), |fact| &fact.ty.lengths);
        let name = &context.names.variables[index];
        let source = address_source(context, options, plan, id, variable);
        plan.addresses.push(PlannedAddress {
            label: Label::of(name, &variable.name, item_doc(&variable.origin)),
            mutability: context.mutability(&variable.ty),
            ty: context.pointee(&variable.ty, lengths),
            source,
        });
    }
}

fn address_source(
    context: &Context<'_>,
    options: &PlanOptions,
    plan: &mut Plan<'_>,
    id: VariableId,
    variable: &Variable,
) -> AddressSource {
    let name = &variable.name.text;
    let symbols = &options.symbols;
    let loaded = context
        .library_variable(&options.library, id, variable)
        .and_then(|symbol| plan.slot(&symbol, name, context.need(Item::Variable(id))));
    match loaded {
        Some(slot) if context.need(Item::Variable(id)) == Need::Optional => return AddressSource::LoadedOptional(slot),
        Some(slot) => {
            let sharing = if variable.thread_local { Sharing::EachThread } else { Sharing::AllThreads };
            return AddressSource::Loaded(slot, sharing);
        }
        None => {}
    }
    if context.cdef.optional.contains(&Item::Variable(id)) {
        if !context.facts.variables.contains_key(&id) {
            return AddressSource::Optional(None);
        }
        let symbol = symbols.weak(name);
        plan.stubs.push(Stub::Weak { of: WeakItem::Variable(id), symbol: symbol.clone() });
        return AddressSource::Optional(Some(symbol));
    }
    match context.knowledge {
        Knowledge::Verified => {
            let symbol = symbols.variable(name);
            let of = Addressed::Variable(id);
            plan.stubs.push(Stub::Address { of, symbol: symbol.clone() });
            AddressSource::Stub(symbol)
        }
        Knowledge::Declared | Knowledge::Missing => {
            AddressSource::Variable(variable.asm_label.clone().unwrap_or_else(|| name.clone()))
        }
    }
}

impl Context<'_> {
    pub(crate) fn passing(&self, ty: &QualType) -> Passing {
        if self.traits.needs_pointer(ty) { Passing::Pointer } else { Passing::Value }
    }

    /// What the address of an object points to; for an array of unknown length, its elements.
    pub(crate) fn pointee(&self, ty: &QualType, lengths: &[u64]) -> RustType {
        match (&ty.ty, self.measured(ty, lengths)) {
            (Type::Array(_, Length::Flexible | Length::Hole | Length::Asked(_)), RustType::Array(element, 0)) => {
                *element
            }
            (_, ty) => ty,
        }
    }
}
