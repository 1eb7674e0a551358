//! Where the fields of a record stand: measured offsets in, fields with gaps between them out.

use crate::facts::{FieldFact, RecordFact};
use crate::model::{Body, Field, Length, Record, RecordKind, Type};

/// What stands in a record, in the order of Rust's fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Slot {
    /// By index in the body.
    Field(usize),
    /// So many bytes that the block doesn't name.
    Hidden(u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Placement {
    pub(crate) slots: Vec<Slot>,
    /// The record's alignment where its fields alone would give less.
    pub(crate) align: Option<u64>,
    /// How many slots are hidden.
    pub(crate) hidden: usize,
    pub(crate) misfit: Option<Misfit>,
}

/// Why `repr(C)` can't have the layout that C has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Misfit {
    /// A field, by index in the body, is not aligned or overlaps another: the header packs the record.
    Field(usize),
    /// The size or alignment is less than the fields ask for.
    Whole,
}

/// Tells why a record can't be laid out in Rust.
pub(crate) fn unplaceable(record: &Record, fact: &RecordFact) -> Option<Misfit> {
    place(record, fact).misfit
}

/// The fields that have a place of their own, with their index in the body.
pub(crate) fn placed_fields(body: &Body) -> impl Iterator<Item = (usize, &Field)> {
    let fields = match body {
        Body::Opaque => &[],
        Body::Exact(fields) | Body::Partial(fields) => fields.as_slice(),
    };
    fields.iter().enumerate().filter(|(_, field)| field.bits.is_none())
}

/// `T a[];` (C11 6.7.2.1p18)
pub(crate) fn is_flexible(field: &Field) -> bool {
    matches!(field.ty.ty, Type::Array(_, Length::Flexible))
}

pub(crate) fn place(record: &Record, fact: &RecordFact) -> Placement {
    let mut fields: Vec<(usize, &Field, &FieldFact)> = placed_fields(&record.body)
        .filter_map(|(index, field)| Some((index, field, fact.fields.get(index)?)))
        .collect();
    let mut placer = Placer::new(&record.body);
    match record.kind {
        RecordKind::Struct => {
            fields.sort_by_key(|(index, _, fact)| (fact.offset, *index));
            for (index, field, fact) in fields {
                placer.field(index, field, fact);
            }
        }
        RecordKind::Union => {
            let mut end = 0;
            for (index, field, fact) in fields {
                placer.cursor = 0;
                placer.field(index, field, fact);
                end = end.max(placer.cursor);
            }
            placer.cursor = end;
        }
    }
    placer.finish(record.kind, fact)
}

#[derive(Clone, Copy)]
enum Gaps {
    /// A partial record may have hidden fields even where padding would be; Rust doesn't copy padding, so all is filled.
    All,
    /// In an exact record only what `repr(C)` would not leave free by itself.
    Unnatural,
}

struct Placer {
    gaps: Gaps,
    slots: Vec<Slot>,
    cursor: u64,
    natural: u64,
    misfit: Option<Misfit>,
}

impl Placer {
    fn new(body: &Body) -> Placer {
        let gaps = match body {
            Body::Partial(_) => Gaps::All,
            Body::Opaque | Body::Exact(_) => Gaps::Unnatural,
        };
        Placer { gaps, slots: Vec::new(), cursor: 0, natural: 1, misfit: None }
    }

    fn field(&mut self, index: usize, field: &Field, fact: &FieldFact) {
        let align = fact.ty.align.max(1);
        // The size of a flexible array is no question in C; whatever the answer says, it takes no room.
        let size = if is_flexible(field) { 0 } else { fact.ty.size };
        if fact.offset < self.cursor || !fact.offset.is_multiple_of(align) {
            self.misfit.get_or_insert(Misfit::Field(index));
            return;
        }
        self.fill(fact.offset, align);
        self.slots.push(Slot::Field(index));
        self.cursor = fact.offset.saturating_add(size);
        self.natural = self.natural.max(align);
    }

    fn fill(&mut self, end: u64, align: u64) {
        let natural = match self.gaps {
            Gaps::All => self.cursor,
            Gaps::Unnatural => self.cursor.next_multiple_of(align),
        };
        if end > natural {
            self.slots.push(Slot::Hidden(end - self.cursor));
        }
    }

    fn finish(mut self, kind: RecordKind, fact: &RecordFact) -> Placement {
        let align = fact.align.max(1);
        if fact.size < self.cursor || align < self.natural || !fact.size.is_multiple_of(align) {
            self.misfit.get_or_insert(Misfit::Whole);
        }
        match kind {
            RecordKind::Struct => self.fill(fact.size, align),
            // A hidden member of a union starts at 0 and stands for the whole.
            RecordKind::Union => {
                let before = self.slots.len();
                self.fill(fact.size, align);
                if self.slots.len() > before {
                    self.slots.truncate(before);
                    self.slots.push(Slot::Hidden(fact.size));
                }
            }
        }
        let hidden = self.slots.iter().filter(|slot| matches!(slot, Slot::Hidden(_))).count();
        Placement { slots: self.slots, align: (align > self.natural).then_some(align), hidden, misfit: self.misfit }
    }
}
