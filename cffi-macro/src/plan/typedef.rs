//! Typedefs: aliases, and the types that only a typedef names.

use crate::facts::Class;
use crate::judge::Handle;
use crate::model::{
    Cdef, Float, Int, Item, Length, Name, QualType, Qualifiers, RecordKind, Type, Typedef, TypedefId, TypedefKind,
};

use crate::symbol::Symbols;

use super::doc::{item_doc, summed_doc};
use super::rust::{Mutability, RustType};
use super::safe::{PlannedStatus, PlannedText};
use super::types::{Context, Knowledge, c_void, complex, floating, integer};
use super::{
    Completeness, Copies, Fields, Label, LayoutAsserts, Member, Plan, PlannedAlias, PlannedRecord, PlannedUse, Shape,
    Stub,
};

pub(crate) fn plan_typedefs(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>) {
    for (index, typedef) in context.cdef.typedefs.iter().enumerate() {
        plan_typedef(context, symbols, plan, TypedefId(index), typedef);
    }
}

fn plan_typedef(context: &Context<'_>, symbols: &Symbols, plan: &mut Plan<'_>, id: TypedefId, typedef: &Typedef) {
    if let Some(index) = context.cdef.used.get(&id) {
        let fact = context.facts.typedefs.get(&id).filter(|fact| fact.size > 0);
        plan.used.extend(fact.map(|fact| PlannedUse {
            path: context.cdef.uses[*index].clone(),
            c_name: typedef.name.text.clone(),
            layout: (fact.size, fact.align),
            completeness: if stands_by_value(context.cdef, id) { Completeness::Whole } else { Completeness::Any },
        }));
        return;
    }
    if context.names.unnamed.contains(&id) || context.is_number(id) {
        return;
    }
    let name = &context.names.typedefs[id.0];
    let label = Label::of(name, &typedef.name, typedef_doc(typedef));
    let class = context.class(id);
    let asked = |otherwise: Int| match (class, context.knowledge) {
        (Some(class), _) => scalar(class),
        (None, Knowledge::Missing) => None,
        (None, Knowledge::Verified | Knowledge::Declared) => Some(integer(otherwise)),
    };
    let ty = match &typedef.kind {
        TypedefKind::Exact(ty) if context.is_status(id) => {
            let words = context.cdef.types.get(&Item::Typedef(id));
            let text = words.and_then(|words| words.error_text.as_ref()).map(|function| {
                let symbol = symbols.status_text(name);
                let by = function.text.clone();
                plan.stubs.push(Stub::StatusText { status: id, by, symbol: symbol.clone() });
                PlannedText { symbol, range: text_range(context, function) }
            });
            let summary = format!("C's `{}`, a status: the error of calls that fail with it.", typedef.name.text);
            let label = Label::of(name, &typedef.name, summed_doc(&typedef.origin, &summary));
            plan.statuses.push(PlannedStatus { label, repr: context.value(ty), text });
            return;
        }
        TypedefKind::Exact(ty) if context.is_handle(id) && *context.cdef.resolve(&ty.ty) == Type::Void => {
            let is_child = context.judged.children.contains(&Handle::Typedef(id));
            let shape = if is_child { Shape::Child } else { Shape::Place };
            return plan.records.push(PlannedRecord { label, shape });
        }
        TypedefKind::Exact(ty) => exact(context, id, ty),
        TypedefKind::SomeInteger => asked(Int::Int),
        TypedefKind::SomeFloat => match (class, context.knowledge) {
            (Some(class), _) => scalar(class),
            (None, Knowledge::Missing) => None,
            (None, Knowledge::Verified | Knowledge::Declared) => Some(floating(Float::Double)),
        },
        TypedefKind::Implicit if context.facts.aliases.contains_key(&id) => {
            let ty = QualType { ty: Type::Typedef(id), qualifiers: Qualifiers::default() };
            Some(context.value(&ty))
        }
        TypedefKind::Implicit => match class.map(scalar) {
            Some(None) => return plan.records.push(opaque(context, id, label)),
            Some(Some(ty)) => Some(ty),
            None => None,
        },
        // A number or a pointer stands for itself wherever it is used.
        TypedefKind::TypeOf => match class.map(scalar) {
            Some(None) => return plan.records.push(opaque(context, id, label)),
            Some(Some(_)) | None => None,
        },
        TypedefKind::Opaque => return plan.records.push(opaque(context, id, label)),
        TypedefKind::OpaquePointer => {
            let pointee = context.names.pointees.get(&id).cloned().unwrap_or_default();
            let doc = format!("What [`{name}`] points to.");
            let target = Label::new(&pointee, typedef.name.span, doc);
            plan.records.push(PlannedRecord { label: target, shape: Shape::Place });
            Some(RustType::Pointer(Box::new(RustType::Named(pointee)), Mutability::Mut))
        }
    };
    // The name of an object is that of its handles.
    let ty = ty.map(|ty| match ty {
        RustType::Object(handle) => *handle,
        ty => ty,
    });
    if let Some(ty) = ty
        // `typedef struct s { … } s;` is one item.
        && !matches!(&ty, RustType::Named(target) | RustType::Child(target) if target == name)
    {
        plan.aliases.push(PlannedAlias { label, ty });
    }
}

/// Whether the block has the type elsewhere than right behind a pointer.
fn stands_by_value(cdef: &Cdef, id: TypedefId) -> bool {
    let (mut all, mut pointees) = (0, 0);
    cdef.each_type(&mut |ty| {
        all += usize::from(ty.ty == Type::Typedef(id));
        if let Type::Pointer(pointee) = &ty.ty {
            pointees += usize::from(pointee.ty == Type::Typedef(id));
        }
    });
    all > pointees
}

// The length of an array that C alone knows is no guess of ours.
fn exact(context: &Context<'_>, id: TypedefId, ty: &QualType) -> Option<RustType> {
    let fact = context.facts.typedefs.get(&id);
    let lengths = fact.map_or([].as_slice(), |fact| &fact.lengths);
    if context.is_unknown(ty) { None } else { Some(context.measured(ty, lengths)) }
}

fn opaque(context: &Context<'_>, id: TypedefId, label: Label) -> PlannedRecord {
    let fact = context.facts.typedefs.get(&id);
    let shape = match (context.judged.children.contains(&Handle::Typedef(id)), context.is_handle(id)) {
        (true, _) => Shape::Child,
        (false, true) => Shape::Place,
        (false, false) if context.facts.vectors.contains_key(&id) => vector(context, id),
        (false, false) => context.opaque_shape(fact.map(|fact| (fact.size, fact.align))),
    };
    PlannedRecord { label, shape }
}

/// An array of its elements, aligned as C does it; bytes where Rust has no such elements, or can't align them so little.
fn vector(context: &Context<'_>, id: TypedefId) -> Shape {
    let measured = context.facts.typedefs.get(&id).map(|fact| (fact.size, fact.align));
    let element = context.facts.vectors.get(&id).and_then(|vector| vector.element);
    let (Some((size, align)), Some((class, width))) = (measured, element) else {
        return context.opaque_shape(measured);
    };
    let ty = scalar(class).filter(|_| width > 0 && align >= width && size % align == 0);
    let Some(ty) = ty else { return context.opaque_shape(measured) };
    let label = Label::new("lanes", context.cdef.typedefs[id.0].name.span, "The elements.".to_owned());
    let lanes = Member::Visible { label, ty: RustType::Array(Box::new(ty), size / width) };
    Shape::Fields(Box::new(Fields {
        kind: RecordKind::Struct,
        members: vec![lanes],
        align: Some(align),
        pack: None,
        layout: Some(LayoutAsserts { size, align, offsets: Vec::new() }),
        flexible: None,
        accessors: Vec::new(),
        copies: Copies::Yes,
    }))
}

pub(super) fn scalar(class: Class) -> Option<RustType> {
    match class {
        Class::Int(int) => Some(integer(int)),
        Class::Float(float) => Some(floating(float)),
        Class::Pointer => Some(RustType::Pointer(Box::new(c_void()), Mutability::Mut)),
        Class::Complex(float) => Some(complex(float)),
        Class::Record | Class::Decaying | Class::Other => None,
    }
}

fn typedef_doc(typedef: &Typedef) -> String {
    let doc = item_doc(&typedef.origin);
    if doc.is_empty() {
        return format!("C's `{}`.", typedef.name.text);
    }
    doc
}

impl Context<'_> {
    /// The shape of a type without fields, of which C told the size and alignment.
    pub(crate) fn opaque_shape(&self, measured: Option<(u64, u64)>) -> Shape {
        match (measured, self.knowledge) {
            (Some((size, align)), _) if size > 0 => Shape::Sized { size, align: align.max(1) },
            (Some(_), _) | (None, Knowledge::Verified | Knowledge::Declared) => Shape::Place,
            // Some size, so that records with such a field can be copied.
            (None, Knowledge::Missing) => Shape::Sized { size: 1, align: 1 },
        }
    }

    /// The type has a length that only C knows, and C wasn't asked, or one that may be too large for rustc.
    pub(crate) fn is_unknown(&self, ty: &QualType) -> bool {
        const LARGE: u64 = 1 << 27;
        match self.knowledge {
            Knowledge::Verified | Knowledge::Declared => return false,
            Knowledge::Missing => {}
        }
        let mut ty = ty;
        let mut elements = 1_u64;
        while let Type::Array(element, length) = &ty.ty {
            match length {
                Length::Hole | Length::Asked(_) => return true,
                Length::Known(length) => elements = elements.saturating_mul(*length),
                Length::Flexible => {}
            }
            ty = element;
        }
        elements > LARGE
    }
}

/// The values that a function tells the text of.
fn text_range(context: &Context<'_>, function: &Name) -> Option<(i128, i128)> {
    let mut all = context.cdef.contracts.iter();
    let (_, contract) = all.find(|(id, _)| context.cdef.functions[id.0].name.text == function.text)?;
    let (low, high) = contract.parameters.first()?.range.as_ref()?;
    Some((context.folded(&low.term).constant()?, context.folded(&high.term).constant()?))
}
