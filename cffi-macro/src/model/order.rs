//! Which records hold others by value, and the order in which their layouts follow from each other.

use super::{Cdef, QualType, RecordId, Type};

impl Cdef {
    /// The record that a value of the type is, or is an array of.
    pub(crate) fn by_value(&self, ty: &QualType) -> Option<RecordId> {
        let mut ty = self.resolve(&ty.ty);
        while let Type::Array(element, _) = ty {
            ty = self.resolve(&element.ty);
        }
        match ty {
            Type::Record(id) => Some(*id),
            _ => None,
        }
    }

    /// For each record, those that hold it by value, once for each field.
    pub(crate) fn holders(&self) -> Vec<Vec<RecordId>> {
        let mut holders = vec![Vec::new(); self.records.len()];
        for (index, record) in self.records.iter().enumerate() {
            for inner in record.fields().iter().filter_map(|field| self.by_value(&field.ty)) {
                holders[inner.0].push(RecordId(index));
            }
        }
        holders
    }

    /// The records, each behind those that it holds by value.
    ///
    /// Those that hold themselves, or such, are left out (C11 6.7.2.1p3).
    pub(crate) fn inside_out(&self) -> Vec<RecordId> {
        let holders = self.holders();
        let mut parts = vec![0_usize; self.records.len()];
        for holder in holders.iter().flatten() {
            parts[holder.0] += 1;
        }
        let mut order: Vec<RecordId> =
            (0..self.records.len()).map(RecordId).filter(|record| parts[record.0] == 0).collect();
        let mut next = 0;
        while let Some(record) = order.get(next).copied() {
            for holder in &holders[record.0] {
                parts[holder.0] -= 1;
                if parts[holder.0] == 0 {
                    order.push(*holder);
                }
            }
            next += 1;
        }
        order
    }
}
