//! Objects of C's: the words of their types in, how they are destroyed, counted and read out.

use crate::judge::{Handle, Lending, as_handle, lending};
use crate::model::{
    Binding, Cdef, FunctionId, Item, Name, QualType, RecordId, Shape, Term, Type, TypeContract, TypedefId,
};
use crate::symbol::Symbols;

use super::abi::Abi;
use super::rust::RustType;
use super::types::{Context, Knowledge};
use super::{Label, Plan, PlanOptions, Slot, Stub};

/// The Rust type of an object.
#[derive(Clone, Debug)]
pub(crate) enum HandleName {
    Own(String),
    /// It has a lifetime.
    Child(String),
}

impl Context<'_> {
    /// None if the type is another crate's.
    pub(super) fn handle_name(&self, handle: Handle) -> Option<HandleName> {
        let ty = match self.value(&self.handle_type(handle)) {
            RustType::Object(ty) => *ty,
            ty => ty,
        };
        match ty {
            RustType::Named(name) => Some(HandleName::Own(name)),
            RustType::Child(name) => Some(HandleName::Child(name)),
            _ => None,
        }
    }
}

/// How an object of C's is destroyed.
#[derive(Clone, Debug)]
pub(crate) struct PlannedHandle {
    pub(crate) name: String,
    pub(crate) child: bool,
    pub(crate) destroy: Option<PlannedDestructor>,
    /// Counts one owner more.
    pub(crate) retain: Option<PlannedRetain>,
    pub(crate) send: bool,
    pub(crate) sync: bool,
    /// It is a newtype over a number.
    pub(crate) number: Option<(Label, RustType)>,
    /// Its handles carry their library.
    pub(crate) bound: bool,
}

/// How Rust calls a function of an object.
#[derive(Clone, Debug)]
pub(crate) enum Callee {
    /// By the linker's name: a stub, so that C checks that it takes such an object, or the function itself.
    Symbol(String, Abi),
    /// Through the table of its library.
    Loaded(Slot, Abi),
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedRetain {
    pub(crate) callee: Callee,
    pub(crate) result: RustType,
    /// What it returns is zero, or false, on failure.
    pub(crate) checked: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedDestructor {
    pub(crate) callee: Callee,
    pub(crate) result: RustType,
    /// Whether what the function returns tells of success, if it tells.
    pub(crate) status: Option<Term>,
    pub(crate) kept_on_failure: bool,
}

/// The fields of an object of C's that can be read.
#[derive(Clone, Debug)]
pub(crate) struct PlannedGetters {
    pub(crate) name: String,
    pub(crate) child: bool,
    pub(crate) lending: Lending,
    pub(crate) bound: bool,
    pub(crate) getters: Vec<PlannedGetter>,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedGetter {
    pub(crate) label: Label,
    pub(crate) ty: RustType,
    pub(crate) symbol: String,
    pub(crate) kind: GetterKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum GetterKind {
    Value,
    /// Text in an array of the record.
    Text,
    /// Text behind a pointer, which may be null.
    TextBehind,
}

/// Plans what the words of types say: destructors, threads.
pub(super) fn plan_handles(context: &Context<'_>, options: &PlanOptions, plan: &mut Plan<'_>) {
    let symbols = &options.symbols;
    for (item, words) in &context.cdef.types {
        let (handle, target) = match item {
            Item::Record(id) => (Handle::Record(*id), Type::Record(*id)),
            Item::Typedef(id) => (Handle::Typedef(*id), Type::Typedef(*id)),
            _ => continue,
        };
        if !words.is_object() {
            continue;
        }
        let Some(vouched) = words.vouched else { continue };
        plan.vouched.insert(vouched);
        if let Item::Record(id) = item {
            plan_getters(context, symbols, plan, *id, words);
        }
        let target = QualType { ty: target, qualifiers: Default::default() };
        let handle = as_handle(context.cdef, context.facts, &target).unwrap_or(handle);
        let number = match item {
            Item::Typedef(id) if words.is_number => {
                let typedef = &context.cdef.typedefs[id.0];
                let summary = super::record::object_summary(&typedef.name.text, words)
                    .replace("an object", "the number of an object");
                let doc = super::doc::summed_doc(&typedef.origin, &summary);
                let label = Label::of(&context.names.typedefs[id.0], &typedef.name, doc);
                Some((label, context.value(&target)))
            }
            _ => None,
        };
        let name = match (&number, context.handle_name(handle)) {
            (Some((label, _)), _) => label.name.clone(),
            (None, Some(HandleName::Own(name) | HandleName::Child(name))) => name,
            (None, None) => continue,
        };
        let destroy = words.destroy.as_ref().map(|destructor| {
            let by = &destructor.function;
            let status = destructor_status(context.cdef, by).map(|id| status_type(Type::Typedef(id)));
            let direct = direct(context, options, plan, by);
            let (callee, result) = direct.unwrap_or_else(|| {
                let symbol = symbols.destructor(&name);
                plan.stubs.push(Stub::Destroy {
                    target: if words.is_number { target.clone() } else { pointer_to(target.clone()) },
                    by: by.text.clone(),
                    symbol: symbol.clone(),
                    status: status.clone(),
                });
                (Callee::Symbol(symbol, Abi::C), status.as_ref().map_or(RustType::Unit, |ty| context.value(ty)))
            });
            let status = status.and_then(|ty| {
                let Type::Typedef(id) = ty.ty else { return None };
                let success = context.cdef.types.get(&Item::Typedef(id))?.success.as_ref()?;
                Some(context.folded(&success.term))
            });
            PlannedDestructor { callee, result, status, kept_on_failure: destructor.kept_on_failure }
        });
        let retain = words.retain.as_ref().map(|by| {
            let returns = context.cdef.functions.iter().find(|declared| declared.name.text == by.text);
            let returns = returns.map(|declared| context.cdef.resolve(&declared.signature.result.ty).clone());
            let checked = matches!(returns, Some(Type::Int(_)));
            if let Some((callee, result)) = direct(context, options, plan, by) {
                return PlannedRetain { callee, result, checked };
            }
            let symbol = symbols.retain(&name);
            plan.stubs.push(Stub::Retain {
                target: target.clone(),
                by: by.text.clone(),
                symbol: symbol.clone(),
                checked,
            });
            let (callee, result) = (Callee::Symbol(symbol, Abi::C), RustType::Primitive("bool"));
            PlannedRetain { callee, result, checked: true }
        });
        plan.handles.push(PlannedHandle {
            child: context.judged.children.contains(&handle),
            name,
            destroy,
            retain,
            send: words.send.is_some(),
            sync: words.sync.is_some(),
            number,
            bound: context.judged.bound.contains(&handle),
        });
    }
}

fn pointer_to(target: QualType) -> QualType {
    QualType { ty: Type::Pointer(Box::new(target)), qualifiers: Default::default() }
}

fn status_type(ty: Type) -> QualType {
    QualType { ty, qualifiers: Default::default() }
}

/// The function without a stub, where there is no C compiler to check it, or a stub would not know the table.
fn direct(context: &Context<'_>, options: &PlanOptions, plan: &mut Plan<'_>, by: &Name) -> Option<(Callee, RustType)> {
    let is_direct = match context.knowledge {
        Knowledge::Declared => true,
        Knowledge::Verified | Knowledge::Missing => context.cdef.binding == Binding::Tables,
    };
    let index = context.cdef.functions.iter().position(|declared| declared.name.text == by.text)?;
    let (id, function) = (FunctionId(index), &context.cdef.functions[index]);
    let abi = context.traits.direct_abi(&function.signature)?;
    let loaded = context.library_symbol(&options.library, id, function).filter(|_| is_direct);
    let slot = loaded.and_then(|symbol| plan.slot(&symbol, &by.text, context.need(Item::Function(id))));
    let callee = match (slot, context.knowledge) {
        (Some(slot), _) => Callee::Loaded(slot, abi),
        (None, Knowledge::Declared) => {
            Callee::Symbol(function.asm_label.clone().unwrap_or_else(|| by.text.clone()), abi)
        }
        (None, Knowledge::Verified | Knowledge::Missing) => return None,
    };
    Some((callee, context.result(&function.signature.result)))
}

// C reads them: the object may be shorter than its type says, as a `struct dirent` is.
fn plan_getters(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>, id: RecordId, words: &TypeContract) {
    let lending = lending(context.cdef, context.facts, Handle::Record(id));
    if lending == Lending::Refused {
        return;
    }
    let record = &context.cdef.records[id.0];
    let name = &context.names.records[id.0];
    let mut getters = Vec::new();
    for (index, field) in record.fields().iter().enumerate() {
        let Some(field_name) = &field.name else { continue };
        let shape = words.fields.get(&field_name.span.offset).and_then(|words| words.shape.as_ref());
        let is_text = matches!(shape, Some((Shape::Terminated, _)));
        let kind = match (context.cdef.resolve(&field.ty.ty), is_text) {
            (Type::Array(..), true) => GetterKind::Text,
            (Type::Pointer(_), true) => GetterKind::TextBehind,
            (Type::Array(..) | Type::Pointer(_) | Type::Record(_) | Type::Function(_) | Type::Void, _) => continue,
            _ if context.traits.needs_pointer(&field.ty) || context.traits.decays(&field.ty) => continue,
            _ => GetterKind::Value,
        };
        let symbol = symbols.getter(name, &field_name.text);
        plan.stubs.push(Stub::Get {
            record: id,
            field: field_name.text.clone(),
            ty: field.ty.clone(),
            symbol: symbol.clone(),
            kind,
        });
        let label = super::record::field_label(context, id, index, field);
        getters.push(PlannedGetter { label, ty: context.value(&field.ty), symbol, kind });
    }
    if !getters.is_empty() {
        let child = context.judged.children.contains(&Handle::Record(id));
        let bound = context.judged.bound.contains(&Handle::Record(id));
        plan.getters.push(PlannedGetters { name: name.clone(), child, bound, lending, getters });
    }
}

/// The status typedef that a destructor returns.
fn destructor_status(cdef: &Cdef, function: &Name) -> Option<TypedefId> {
    let declared = cdef.functions.iter().find(|declared| declared.name.text == function.text)?;
    match declared.signature.result.ty {
        Type::Typedef(id) if cdef.types.get(&Item::Typedef(id)).is_some_and(|words| words.success.is_some()) => {
            Some(id)
        }
        _ => None,
    }
}
