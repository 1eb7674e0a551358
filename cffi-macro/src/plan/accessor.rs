//! Methods for what can't be a field in Rust: bitfields, fields of anonymous members, and fields out of line.

use std::collections::BTreeSet;

use crate::facts::FieldFact;
use crate::model::{Field, RecordId, RecordKind, Type};

use super::layout::{Loose, Placement};
use super::record::field_label;
use super::types::Context;
use super::{Access, Accessor, BitAccess, FlexibleMember, Trust};

pub(super) fn accessors(
    context: &Context<'_>,
    id: RecordId,
    placement: &Placement,
    flexible: Option<&FlexibleMember>,
) -> Vec<Accessor> {
    let mut collector = Collector { context, path: Vec::new(), found: Vec::new() };
    let trust = Reach { packed: placement.pack.is_some(), in_union: false, offset: 0, loose: &placement.loose };
    collector.record(id, trust);
    let mut found = collector.found;
    // Fields have names of their own, their second methods and ours must give way.
    let mut taken: BTreeSet<String> = BTreeSet::from(["zeroed".to_owned()]);
    taken.extend(flexible.into_iter().flat_map(|member| {
        let name = &member.label.name;
        [name.clone(), format!("{name}_mut")]
    }));
    for accessor in &mut found {
        accessor.label.name = unique(std::mem::take(&mut accessor.label.name), &mut taken);
    }
    for accessor in &mut found {
        accessor.second = unique(std::mem::take(&mut accessor.second), &mut taken);
    }
    found
}

fn unique(mut name: String, taken: &mut BTreeSet<String>) -> String {
    while !taken.insert(name.clone()) {
        name.push('_');
    }
    name
}

/// What is known of the way to a record's fields.
#[derive(Clone, Copy)]
struct Reach<'a> {
    packed: bool,
    in_union: bool,
    /// The start of the record in the outermost one.
    offset: u64,
    loose: &'a [(usize, Loose)],
}

struct Collector<'a> {
    context: &'a Context<'a>,
    path: Vec<String>,
    found: Vec<Accessor>,
}

impl Collector<'_> {
    fn record(&mut self, id: RecordId, reach: Reach<'_>) {
        let record = &self.context.cdef.records[id.0];
        let facts = self.context.facts.records.get(&id).map_or([].as_slice(), |fact| &fact.fields);
        let in_union = reach.in_union || record.kind == RecordKind::Union;
        for (index, field) in record.fields().iter().enumerate() {
            let fact = facts.get(index);
            let offset = reach.offset.saturating_add(fact.map_or(0, |fact| fact.offset));
            let loose = reach.loose.iter().find(|(at, _)| *at == index).map(|(_, loose)| *loose);
            if let Some(member) = field.member() {
                self.member(id, index, member, Reach { in_union, offset, loose: &[], ..reach }, loose);
            } else if field.bits.is_some() {
                self.bits(id, index, field, fact, Reach { in_union, ..reach });
            } else if let Some(loose) = loose {
                self.push(id, index, field, loose_access(self.context, field, loose, offset));
            } else if !self.path.is_empty() && !field.is_flexible() {
                let mut path = self.path.clone();
                path.push(self.context.names.field(id, index).to_owned());
                let access = if in_union || reach.packed { Access::Pointer(path) } else { Access::Reference(path) };
                self.push(id, index, field, access);
            }
        }
    }

    fn member(&mut self, id: RecordId, index: usize, member: RecordId, reach: Reach<'_>, loose: Option<Loose>) {
        let context = self.context;
        let inner = &context.cdef.records[member.0];
        let placement = context.placement(member);
        let packed = reach.packed || placement.as_ref().is_some_and(|placement| placement.pack.is_some());
        let mut hidden: Vec<(usize, Loose)> = placement.map_or_else(Vec::new, |placement| placement.loose);
        // What is not there as a field has no fields to go through.
        if let Some(loose) = loose {
            hidden = (0..inner.fields().len()).map(|index| (index, loose)).collect();
        }
        self.path.push(self.context.names.field(id, index).to_owned());
        self.record(member, Reach { packed, loose: &hidden, ..reach });
        self.path.pop();
    }

    fn bits(&mut self, id: RecordId, index: usize, field: &Field, fact: Option<&FieldFact>, reach: Reach<'_>) {
        let Some(name) = &field.name else { return };
        let bits = fact.and_then(|fact| fact.bits.as_ref());
        // A block with errors has methods without bits, so that their names resolve.
        let shape = bits.and_then(|bits| bits.shape.as_ref());
        let access = Access::Bits(BitAccess {
            field: name.text.clone(),
            width: shape.and_then(|shape| u32::try_from(shape.width).ok()).unwrap_or(1),
            signed: bits.is_some_and(|bits| bits.signed.0),
            parts: shape.map_or_else(Vec::new, |shape| shape.moved(0, reach.offset).parts),
            value: self.context.bit_value(&field.ty),
            trust: if reach.in_union { Trust::Callers } else { Trust::Ours },
        });
        self.push(id, index, field, access);
    }

    fn push(&mut self, id: RecordId, index: usize, field: &Field, access: Access) {
        let context = self.context;
        let label = field_label(context, id, index, field);
        let second = match &access {
            Access::Reference(_) | Access::Pointer(_) | Access::PointerAt(_) => format!("{}_mut", label.name),
            Access::ValueAt(_) | Access::Bits(_) => format!("set_{}", label.name),
        };
        let ty = context.measured(&field.ty, context.field_lengths(id, index));
        self.found.push(Accessor { label, second, value: context.names.parameter("value"), ty, access });
    }
}

fn loose_access(context: &Context<'_>, field: &Field, loose: Loose, offset: u64) -> Access {
    let copies = context.traits.copies(&field.ty) && !matches!(field.ty.ty, Type::Array(..));
    match loose {
        Loose::Unaligned if copies => Access::ValueAt(offset),
        Loose::Unaligned | Loose::Overlapping => Access::PointerAt(offset),
    }
}
