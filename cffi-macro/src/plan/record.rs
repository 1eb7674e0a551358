//! Structs and unions: their fields, at the places that C gave them.

use std::collections::BTreeSet;

use crate::judge::Handle;
use crate::model::{Body, Field, Item, Path, Record, RecordId, Type, TypeContract, TypedefId};

use super::accessor::accessors;
use super::doc::{field_doc, item_doc, summed_doc};
use super::layout::{Placement, Slot, declared, placed_fields};
use super::types::{Context, Knowledge};
use super::{Copies, Fields, FlexibleMember, Label, LayoutAsserts, Member, Plan, PlannedRecord, Shape};

pub(crate) fn plan_records(context: &Context<'_>, plan: &mut Plan<'_>) {
    for (index, record) in context.cdef.records.iter().enumerate() {
        let id = RecordId(index);
        let label = label(context, id, record);
        let shape = match &record.body {
            _ if context.judged.children.contains(&Handle::Record(id)) => Shape::Child,
            Body::Opaque => Shape::Place,
            _ if context.cdef.types.get(&Item::Record(id)).is_some_and(|words| words.is_handle()) => Shape::Place,
            // `struct { ...; }` has no fields to show.
            Body::Partial(fields) if fields.is_empty() => {
                let fact = context.facts.records.get(&id);
                context.opaque_shape(fact.map(|fact| (fact.size, fact.align)))
            }
            Body::Exact(_) | Body::Partial(_) => {
                if placed_fields(&record.body).any(|(_, field)| context.is_unknown(&field.ty)) {
                    continue;
                }
                Shape::Fields(Box::new(fields(context, id, record)))
            }
        };
        plan.records.push(PlannedRecord { label, shape });
    }
}

fn label(context: &Context<'_>, id: RecordId, record: &Record) -> Label {
    let name = &context.names.records[id.0];
    let label = Label::new(name, record.span, record_doc(context, id, record));
    let typedef = (0..context.cdef.typedefs.len()).map(TypedefId).find(|id| context.names.typedefs[id.0] == *name);
    match (typedef, &record.path) {
        (Some(typedef), _) => label.with_alias(&context.cdef.typedefs[typedef.0].name.text),
        (None, Path::Tag(tag)) => label.with_alias(&tag.text),
        (None, Path::Typedef(_) | Path::Pointee(_) | Path::Object(_) | Path::Member(..) | Path::Anonymous) => label,
    }
}

/// What a list of types says of one whose objects are C's own.
pub(super) fn object_summary(c_name: &str, words: &TypeContract) -> String {
    match &words.destroy {
        Some(destructor) => format!("C's `{c_name}`, an object that `{}` destroys.", destructor.function.text),
        None => format!("C's `{c_name}`, an object of its own."),
    }
}

fn record_doc(context: &Context<'_>, id: RecordId, record: &Record) -> String {
    let doc = match context.cdef.types.get(&Item::Record(id)).filter(|words| words.is_handle()) {
        Some(words) if !matches!(record.path, Path::Pointee(_) | Path::Object(_)) => {
            summed_doc(&record.origin, &object_summary(&crate::cdecl::record(context.cdef, id), words))
        }
        _ => item_doc(&record.origin),
    };
    match &record.path {
        _ if !doc.is_empty() => doc,
        // The declaration of a type without a tag stands at its typedef or in the record around it.
        Path::Typedef(id) => item_doc(&context.cdef.typedefs[id.0].origin),
        Path::Pointee(id) | Path::Object(id) => format!("What [`{}`] points to.", context.names.typedefs[id.0]),
        Path::Member(parent, field) => format!(
            "The type of `{}` in [`{}`].",
            context.names.field(*parent, *field),
            context.names.records[parent.0],
        ),
        Path::Tag(name) => format!("C's `{}`.", name.text),
        Path::Anonymous => "A type without a name.".to_owned(),
    }
}

fn fields(context: &Context<'_>, id: RecordId, record: &Record) -> Fields {
    let fact = context.facts.records.get(&id);
    let placement = context.placement(id).unwrap_or_else(|| unmeasured(context, record));
    let lengths = |index| context.field_lengths(id, index);
    let body: Vec<(usize, &Field)> = placed_fields(&record.body).collect();
    let members = placement.slots.iter().filter_map(|slot| match *slot {
        Slot::Hidden(bytes) => Some(Member::Hidden { bytes }),
        Slot::Field(index) => {
            let field = record.fields().get(index)?;
            let ty = context.measured(&field.ty, lengths(index));
            Some(Member::Visible { label: field_label(context, id, index, field), ty })
        }
    });
    let visible: BTreeSet<usize> = (placement.slots.iter())
        .filter_map(|slot| match slot {
            Slot::Field(index) => Some(*index),
            Slot::Hidden(_) => None,
        })
        .collect();
    let layout = fact.map(|fact| LayoutAsserts {
        size: fact.size,
        align: fact.align,
        offsets: body
            .iter()
            .filter(|(index, _)| visible.contains(index))
            .filter_map(|(index, _)| {
                Some((context.names.field(id, *index).to_owned(), fact.fields.get(*index)?.offset))
            })
            .collect(),
    });
    let flexible = body.iter().find(|(_, field)| field.is_flexible()).and_then(|(index, field)| {
        let Type::Array(element, _) = &field.ty.ty else {
            return None;
        };
        let label = field_label(context, id, *index, field);
        let (this, len) = (context.names.parameter("this"), context.names.parameter("len"));
        Some(FlexibleMember { label, element: context.value(element), this, len })
    });
    let copies = if context.traits.copies_record(id) { Copies::Yes } else { Copies::No };
    let accessors = accessors(context, id, &placement, flexible.as_ref());
    Fields {
        kind: record.kind,
        members: members.collect(),
        align: placement.align,
        pack: placement.pack,
        layout,
        flexible,
        accessors,
        copies,
    }
}

// Only a block with errors has a partial record, or one with bitfields, that was not measured.
// Its size is of no account then, but that it can't be written as a literal is.
fn unmeasured(context: &Context<'_>, record: &Record) -> Placement {
    let mut slots: Vec<Slot> = placed_fields(&record.body).map(|(index, _)| Slot::Field(index)).collect();
    let has_bits = record.fields().iter().any(|field| field.bits.is_some());
    let hidden = match record.body {
        Body::Opaque | Body::Exact(_) if !has_bits => 0,
        Body::Opaque | Body::Exact(_) | Body::Partial(_) => {
            slots.push(Slot::Hidden(1));
            1
        }
    };
    let (align, pack) = match context.knowledge {
        Knowledge::Declared | Knowledge::Verified => declared(&record.rules),
        Knowledge::Missing => (None, None),
    };
    Placement { slots, align, pack, hidden, loose: Vec::new() }
}

pub(super) fn field_label(context: &Context<'_>, id: RecordId, index: usize, field: &Field) -> Label {
    Label::new(context.names.field(id, index), field.span, field_doc(context.cdef, field))
}

impl Context<'_> {
    pub(super) fn field_lengths(&self, id: RecordId, index: usize) -> &[u64] {
        let fact = self.facts.records.get(&id).and_then(|fact| fact.fields.get(index));
        fact.map_or(&[], |fact| &fact.ty.lengths)
    }
}
