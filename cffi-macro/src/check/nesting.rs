//! Records inside records: what may not stand in itself, or too deep, and what is aligned inside.

use std::collections::BTreeSet;

use crate::cdecl;
use crate::diag::Diagnostics;
use crate::model::{Cdef, Item, Record, RecordId, Type, TypedefId, TypedefKind};

/// Later phases, C compilers and rustc go down from a record to those inside; no header comes near this.
const MOST_LEVELS: usize = 64;

/// Refuses records that hold themselves by value (C11 6.7.2.1p3), and with them those that hold such.
///
/// All of them have no place in the order; only those of a circle are reported.
pub(super) fn refuse_recursion(diag: &mut Diagnostics, cdef: &Cdef, order: &[RecordId]) -> BTreeSet<Item> {
    let all: BTreeSet<RecordId> = (0..cdef.records.len()).map(RecordId).collect();
    let endless: BTreeSet<RecordId> = &all - &order.iter().copied().collect();
    let holders = cdef.holders();
    let mut held: Vec<usize> = holders.iter().map(|all| all.iter().filter(|id| endless.contains(id)).count()).collect();
    let mut outside: Vec<RecordId> = endless.iter().copied().filter(|id| held[id.0] == 0).collect();
    let mut circle = endless.clone();
    while let Some(id) = outside.pop() {
        circle.remove(&id);
        for inner in cdef.records[id.0].fields().iter().filter_map(|field| cdef.by_value(&field.ty)) {
            held[inner.0] -= 1;
            if held[inner.0] == 0 && endless.contains(&inner) {
                outside.push(inner);
            }
        }
    }
    for id in &circle {
        let spelled = cdecl::record_shown(cdef, *id);
        diag.error(cdef.records[id.0].span, format!("`{spelled}` holds itself by value; hold a pointer to it"));
    }
    endless.into_iter().map(Item::Record).collect()
}

/// Refuses records that hold records that hold records, and so on; reported at the first that is too deep.
pub(super) fn refuse_depth(diag: &mut Diagnostics, cdef: &Cdef, order: &[RecordId]) -> BTreeSet<Item> {
    let mut levels = vec![0; cdef.records.len()];
    let mut refused = BTreeSet::new();
    for id in order {
        let record = &cdef.records[id.0];
        let inside = record.fields().iter().filter_map(|field| cdef.by_value(&field.ty)).map(|id| levels[id.0]);
        levels[id.0] = 1 + inside.max().unwrap_or(0);
        if levels[id.0] == MOST_LEVELS + 1 {
            let spelled = cdecl::record_shown(cdef, *id);
            let message = format!("`{spelled}` holds records more than {MOST_LEVELS} deep; hold a pointer to one");
            diag.error(record.span, message);
        }
        if levels[id.0] > MOST_LEVELS {
            refused.insert(Item::Record(*id));
        }
    }
    refused
}

/// Rust's aliases are what they stand for, so that rustc goes through all parts of a type each time.
const MOST_PARTS: u64 = 1024;

/// Refuses typedefs that spelled out would be too large; reported at the first, of which others are made.
pub(super) fn refuse_large(diag: &mut Diagnostics, cdef: &Cdef) -> BTreeSet<Item> {
    let parts = typedef_parts(cdef);
    let mut refused = BTreeSet::new();
    for (index, typedef) in cdef.typedefs.iter().enumerate().filter(|(index, _)| parts[*index] > MOST_PARTS) {
        refused.insert(Item::Typedef(TypedefId(index)));
        let mut made_of_such = false;
        if let TypedefKind::Exact(ty) = &typedef.kind {
            ty.each(&mut |ty| made_of_such |= matches!(ty.ty, Type::Typedef(id) if parts[id.0] > MOST_PARTS));
        }
        if !made_of_such {
            let name = &typedef.name;
            let message =
                format!("`{}` is a type of more than {MOST_PARTS} parts, counted through typedefs", name.text);
            diag.error(name.span, message);
        }
    }
    refused
}

/// How many types each typedef is made of; one names only earlier ones.
fn typedef_parts(cdef: &Cdef) -> Vec<u64> {
    let mut parts = vec![1_u64; cdef.typedefs.len()];
    for (index, typedef) in cdef.typedefs.iter().enumerate() {
        if let TypedefKind::Exact(ty) = &typedef.kind {
            let mut all = 0_u64;
            ty.each(&mut |ty| {
                all = all.saturating_add(match ty.ty {
                    Type::Typedef(id) => parts[id.0],
                    _ => 1,
                });
            });
            parts[index] = all;
        }
    }
    parts
}

/// Records with an `aligned`, of their own or of one that they hold by value.
pub(super) fn aligned(cdef: &Cdef, order: &[RecordId]) -> BTreeSet<RecordId> {
    let mut aligned = BTreeSet::new();
    for id in order {
        let record = &cdef.records[id.0];
        if !record.rules.aligned.is_empty() || holds_any(cdef, record, &aligned) {
            aligned.insert(*id);
        }
    }
    aligned
}

pub(super) fn holds_any(cdef: &Cdef, record: &Record, wanted: &BTreeSet<RecordId>) -> bool {
    record.fields().iter().filter_map(|field| cdef.by_value(&field.ty)).any(|id| wanted.contains(&id))
}
