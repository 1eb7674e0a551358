//! Structs and unions: their fields, at the places that C gave them.

use crate::model::{Body, Cdef, Field, Path, QualType, Record, RecordId, RecordKind, Type, TypedefKind};

use super::doc::{field_doc, item_doc};
use super::layout::{Placement, Slot, is_flexible, place, placed_fields};
use super::names::field_name;
use super::types::Context;
use super::{
    Access, Accessor, Copies, Fields, FlexibleMember, Label, LayoutAsserts, Member, Plan, PlannedRecord, Shape,
};

pub(crate) fn plan_records(context: &Context<'_>, plan: &mut Plan<'_>) {
    for (index, record) in context.cdef.records.iter().enumerate() {
        let id = RecordId(index);
        let label = Label::new(&context.names.records[index], record.span, record_doc(context, record));
        let shape = match &record.body {
            Body::Opaque => Shape::Place,
            // `struct { ...; }` has no fields to show.
            Body::Partial(fields) if fields.is_empty() => {
                let fact = context.facts.records.get(&id);
                context.opaque_shape(fact.map(|fact| (fact.size, fact.align)))
            }
            Body::Exact(_) | Body::Partial(_) => {
                if placed_fields(&record.body).any(|(_, field)| context.is_unknown(&field.ty)) {
                    continue;
                }
                Shape::Fields(fields(context, id, record))
            }
        };
        plan.records.push(PlannedRecord { label, shape });
    }
}

fn record_doc(context: &Context<'_>, record: &Record) -> String {
    let doc = item_doc(&record.origin);
    match &record.path {
        _ if !doc.is_empty() => doc,
        // The declaration of a type without a tag stands at its typedef or in the record around it.
        Path::Typedef(id) => item_doc(&context.cdef.typedefs[id.0].origin),
        Path::Pointee(id) => format!("What [`{}`] points to.", context.names.typedefs[id.0]),
        Path::Member(parent, field) => format!(
            "The type of `{}` in [`{}`].",
            field_name(&context.cdef.records[parent.0], *field),
            context.names.records[parent.0],
        ),
        Path::Tag(name) => format!("C's `{}`.", name.text),
        Path::Anonymous => "A type without a name.".to_owned(),
    }
}

fn fields(context: &Context<'_>, id: RecordId, record: &Record) -> Fields {
    let fact = context.facts.records.get(&id);
    let placement = match fact {
        Some(fact) => place(record, fact),
        None => unmeasured(record),
    };
    let lengths = |index| context.field_lengths(id, index);
    let body: Vec<(usize, &Field)> = placed_fields(&record.body).collect();
    let members = placement.slots.iter().filter_map(|slot| match *slot {
        Slot::Hidden(bytes) => Some(Member::Hidden { bytes }),
        Slot::Field(index) => {
            let field = record.fields().get(index)?;
            let ty = context.measured(&field.ty, lengths(index));
            Some(Member::Visible { label: field_label(context, record, index, field), ty })
        }
    });
    let layout = fact.map(|fact| LayoutAsserts {
        size: fact.size,
        align: fact.align,
        offsets: body
            .iter()
            .filter_map(|(index, _)| Some((field_name(record, *index), fact.fields.get(*index)?.offset)))
            .collect(),
    });
    let flexible = body.iter().find(|(_, field)| is_flexible(field)).and_then(|(index, field)| {
        let Type::Array(element, _) = &field.ty.ty else {
            return None;
        };
        let label = field_label(context, record, *index, field);
        Some(FlexibleMember { label, element: context.value(element) })
    });
    let mut accessors = Vec::new();
    collect_accessors(context, id, &mut Vec::new(), Access::Reference, &mut accessors);
    let copies = if can_copy(context.cdef, record) { Copies::Yes } else { Copies::No };
    Fields {
        kind: record.kind,
        members: members.collect(),
        align: placement.align,
        layout,
        flexible,
        accessors,
        copies,
    }
}

// Only a block with errors has a partial record that was not measured.
// Its size is of no account then, but that it can't be written as a literal is.
fn unmeasured(record: &Record) -> Placement {
    let mut slots: Vec<Slot> = placed_fields(&record.body).map(|(index, _)| Slot::Field(index)).collect();
    let hidden = match record.body {
        Body::Opaque | Body::Exact(_) => 0,
        Body::Partial(_) => {
            slots.push(Slot::Hidden(1));
            1
        }
    };
    Placement { slots, align: None, hidden, misfit: None }
}

fn field_label(context: &Context<'_>, record: &Record, index: usize, field: &Field) -> Label {
    Label::new(&field_name(record, index), field.span, field_doc(context.cdef, field))
}

// The fields of an anonymous member are the record's own (C11 6.7.2.1p13).
fn collect_accessors(
    context: &Context<'_>,
    id: RecordId,
    path: &mut Vec<String>,
    access: Access,
    accessors: &mut Vec<Accessor>,
) {
    let record = &context.cdef.records[id.0];
    let access = match record.kind {
        RecordKind::Struct => access,
        RecordKind::Union => Access::Raw,
    };
    for (index, field) in placed_fields(&record.body) {
        path.push(field_name(record, index));
        match (&field.name, &field.ty.ty) {
            (None, Type::Record(member)) => {
                collect_accessors(context, *member, path, access, accessors);
            }
            (Some(_), _) if path.len() > 1 && !is_flexible(field) => {
                accessors.push(Accessor {
                    label: field_label(context, record, index, field),
                    path: path.clone(),
                    ty: context.measured(&field.ty, context.field_lengths(id, index)),
                    access,
                });
            }
            (Some(_) | None, _) => {}
        }
        path.pop();
    }
}

impl Context<'_> {
    fn field_lengths(&self, id: RecordId, index: usize) -> &[u64] {
        let fact = self.facts.records.get(&id).and_then(|fact| fact.fields.get(index));
        fact.map_or(&[], |fact| &fact.ty.lengths)
    }
}

fn can_copy(cdef: &Cdef, record: &Record) -> bool {
    placed_fields(&record.body).all(|(_, field)| !is_flexible(field) && can_copy_value(cdef, &field.ty))
}

fn can_copy_value(cdef: &Cdef, ty: &QualType) -> bool {
    match cdef.resolve(&ty.ty) {
        Type::Record(id) => can_copy(cdef, &cdef.records[id.0]),
        Type::Array(element, _) => can_copy_value(cdef, element),
        // What has a size is copied as bytes; what has none is no field.
        Type::Typedef(id) => match cdef.typedefs[id.0].kind {
            TypedefKind::Exact(_)
            | TypedefKind::SomeInteger
            | TypedefKind::SomeFloat
            | TypedefKind::Opaque
            | TypedefKind::OpaquePointer
            | TypedefKind::Implicit => true,
        },
        _ => true,
    }
}
