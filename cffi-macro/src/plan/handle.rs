//! Objects of C's: the words of their types in, how they are destroyed, counted and read out.

use crate::judge::{Handle, Lending, as_handle, lending};
use crate::model::{Cdef, Item, Name, QualType, RecordId, Shape, Term, Type, TypeContract, TypedefId};
use crate::symbol::Symbols;

use super::rust::RustType;
use super::types::Context;
use super::{Label, Plan, Stub};

/// How an object of C's is destroyed.
#[derive(Clone, Debug)]
pub(crate) struct PlannedHandle {
    pub(crate) name: String,
    pub(crate) child: bool,
    pub(crate) destroy: Option<PlannedDestructor>,
    /// The symbol of the stub that counts one owner more.
    pub(crate) retain: Option<String>,
    pub(crate) send: bool,
    pub(crate) sync: bool,
    /// It is a newtype over a number.
    pub(crate) number: Option<(Label, RustType)>,
}

#[derive(Clone, Debug)]
pub(crate) struct PlannedDestructor {
    /// A stub, so that C checks that the function takes such an object.
    pub(crate) symbol: String,
    /// What the function returns, if it tells of failures.
    pub(crate) status: Option<(RustType, Term)>,
    pub(crate) kept_on_failure: bool,
}

/// The fields of an object of C's that can be read.
#[derive(Clone, Debug)]
pub(crate) struct PlannedGetters {
    pub(crate) name: String,
    pub(crate) child: bool,
    pub(crate) lending: Lending,
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
pub(super) fn plan_handles(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>) {
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
        let name = match (&number, context.value(&context.handle_type(handle))) {
            (Some((label, _)), _) => label.name.clone(),
            (None, RustType::Named(name) | RustType::Child(name)) => name,
            (None, _) => continue,
        };
        let destroy = words.destroy.as_ref().map(|destructor| {
            let symbol = symbols.destructor(&name);
            let status = destructor_status(context.cdef, &destructor.function);
            plan.stubs.push(Stub::Destroy {
                target: if words.is_number { target.clone() } else { pointer_to(target.clone()) },
                by: destructor.function.text.clone(),
                symbol: symbol.clone(),
                status: status.map(|id| QualType { ty: Type::Typedef(id), qualifiers: Default::default() }),
            });
            PlannedDestructor {
                symbol,
                status: status.and_then(|id| {
                    let success = context.cdef.types.get(&Item::Typedef(id))?.success.as_ref()?;
                    let ty = QualType { ty: Type::Typedef(id), qualifiers: Default::default() };
                    Some((context.value(&ty), context.folded(&success.term)))
                }),
                kept_on_failure: destructor.kept_on_failure,
            }
        });
        let retain = words.retain.as_ref().map(|function| {
            let symbol = symbols.retain(&name);
            let returns = context.cdef.functions.iter().find(|declared| declared.name.text == function.text);
            let returns = returns.map(|declared| context.cdef.resolve(&declared.signature.result.ty).clone());
            plan.stubs.push(Stub::Retain {
                target: target.clone(),
                by: function.text.clone(),
                symbol: symbol.clone(),
                checked: matches!(returns, Some(Type::Int(_))),
            });
            symbol
        });
        plan.handles.push(PlannedHandle {
            child: context.judged.children.contains(&handle),
            name,
            destroy,
            retain,
            send: words.send.is_some(),
            sync: words.sync.is_some(),
            number,
        });
    }
}

fn pointer_to(target: QualType) -> QualType {
    QualType { ty: Type::Pointer(Box::new(target)), qualifiers: Default::default() }
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
            _ if context.traits.needs_pointer(&field.ty) => continue,
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
        let label = super::record::field_label(context, record, index, field);
        getters.push(PlannedGetter { label, ty: context.value(&field.ty), symbol, kind });
    }
    if !getters.is_empty() {
        let child = context.judged.children.contains(&Handle::Record(id));
        plan.getters.push(PlannedGetters { name: name.clone(), child, lending, getters });
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
