//! The fields of a record with those of its anonymous members, which C reaches by their names alone.

use super::{Cdef, Field, Length, Path, RecordId, RecordKind, Type};

impl Cdef {
    /// Whether a record is the type of a field without a name, so that C can't spell it.
    pub(crate) fn is_anonymous_member(&self, id: RecordId) -> bool {
        match self.records[id.0].path {
            Path::Member(parent, index) => {
                self.records[parent.0].fields().get(index).is_some_and(|field| field.name.is_none())
            }
            Path::Tag(_) | Path::Typedef(_) | Path::Pointee(_) | Path::Object(_) | Path::Anonymous => false,
        }
    }

    /// The fields of a record with those of its anonymous members in their place (C11 6.7.2.1p13).
    ///
    /// Anonymous members themselves are left out, unnamed bitfields are not.
    pub(crate) fn leaves(&self, id: RecordId) -> Vec<Leaf<'_>> {
        let mut leaves = Vec::new();
        self.collect_leaves(id, Overlap::No, &mut leaves);
        leaves
    }

    fn collect_leaves<'a>(&'a self, id: RecordId, overlap: Overlap, leaves: &mut Vec<Leaf<'a>>) {
        let record = &self.records[id.0];
        let overlap = match record.kind {
            RecordKind::Struct => overlap,
            RecordKind::Union => Overlap::Yes,
        };
        for (index, field) in record.fields().iter().enumerate() {
            match field.member() {
                Some(member) => self.collect_leaves(member, overlap, leaves),
                None => leaves.push(Leaf { record: id, index, field, overlap }),
            }
        }
    }
}

/// A field that is reached by its name alone, through any number of anonymous members.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Leaf<'a> {
    /// The record that lists it, and its index there.
    pub(crate) record: RecordId,
    pub(crate) index: usize,
    pub(crate) field: &'a Field,
    pub(crate) overlap: Overlap,
}

/// Whether a field lies in a union, so that writing it writes others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Overlap {
    No,
    Yes,
}

impl Field {
    /// The type of an anonymous member.
    pub(crate) fn member(&self) -> Option<RecordId> {
        match (&self.name, &self.bits, &self.ty.ty) {
            (None, None, Type::Record(id)) => Some(*id),
            _ => None,
        }
    }

    /// `T a[];` (C11 6.7.2.1p18)
    pub(crate) fn is_flexible(&self) -> bool {
        matches!(self.ty.ty, Type::Array(_, Length::Flexible))
    }
}
