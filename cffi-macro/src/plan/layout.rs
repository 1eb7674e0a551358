//! Where the fields of a record stand: measured offsets in, fields with gaps between them out.

use crate::facts::{FieldFact, RecordFact};
use crate::model::{Body, Field, Record, RecordKind, Rules};

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
    /// `packed(…)`
    pub(crate) pack: Option<u64>,
    /// How many slots are hidden.
    pub(crate) hidden: usize,
    /// Fields that can't be Rust's, by index in the body: their bytes are hidden.
    pub(crate) loose: Vec<(usize, Loose)>,
}

/// Why a field is reached by its address only.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Loose {
    /// It is not aligned, in a record that Rust's `packed` doesn't fit.
    Unaligned,
    /// It shares bytes with another, because the block lists the members of an anonymous member one by one.
    Overlapping,
}

/// Whether a type has an alignment of its own in Rust, so that no packed record may hold it.
pub(crate) type IsAligned<'a> = &'a dyn Fn(&Field) -> bool;

/// The fields that have a place of their own, with their index in the body.
pub(crate) fn placed_fields(body: &Body) -> impl Iterator<Item = (usize, &Field)> {
    let fields = match body {
        Body::Opaque => &[],
        Body::Exact(fields) | Body::Partial(fields) => fields.as_slice(),
    };
    fields.iter().enumerate().filter(|(_, field)| field.bits.is_none())
}

struct Placed<'a> {
    index: usize,
    field: &'a Field,
    start: u64,
    end: u64,
    align: u64,
}

pub(crate) fn place(record: &Record, fact: &RecordFact, is_aligned: IsAligned<'_>) -> Placement {
    let mut fields: Vec<Placed<'_>> = placed_fields(&record.body)
        .filter_map(|(index, field)| Some(placed(index, field, fact.fields.get(index)?)))
        .collect();
    let mut loose = Vec::new();
    if record.kind == RecordKind::Struct {
        fields.sort_by_key(|field| (field.start, field.index));
        let overlapping = overlapping(&fields);
        loose.extend(overlapping.iter().map(|index| (*index, Loose::Overlapping)));
        fields.retain(|field| !overlapping.contains(&field.index));
    }
    if record.kind == RecordKind::Union {
        // A member of an anonymous struct, listed as the union's own; in Rust all start at 0.
        let inner = fields.iter().filter(|field| field.start > 0);
        loose.extend(inner.map(|field| (field.index, Loose::Overlapping)));
        fields.retain(|field| field.start == 0);
    }
    let pack = packing(&fields, fact, is_aligned);
    if pack.is_none() {
        let fits = |field: &Placed<'_>| field.start.is_multiple_of(field.align) && field.align <= fact.align.max(1);
        let unaligned = fields.iter().filter(|field| !fits(field));
        loose.extend(unaligned.map(|field| (field.index, Loose::Unaligned)));
        fields.retain(fits);
    }
    let has_bits = record.fields().iter().any(|field| field.bits.is_some());
    let gaps = match &record.body {
        // The bytes of bitfields and of loose fields are no padding: Rust doesn't copy padding.
        Body::Exact(_) if !has_bits && loose.is_empty() => Gaps::Unnatural,
        Body::Partial(_) | Body::Opaque | Body::Exact(_) => Gaps::All,
    };
    let mut placer = Placer { gaps, pack, slots: Vec::new(), cursor: 0, natural: 1 };
    let mut end = 0;
    for field in &fields {
        if record.kind == RecordKind::Union {
            placer.cursor = 0;
        }
        placer.field(field);
        end = placer.cursor.max(end);
    }
    placer.cursor = end;
    placer.finish(record.kind, fact, loose)
}

fn placed<'a>(index: usize, field: &'a Field, fact: &FieldFact) -> Placed<'a> {
    // The size of a flexible array is no question in C; whatever the answer says, it takes no room.
    let size = if field.is_flexible() { 0 } else { fact.ty.size };
    let align = fact.natural.unwrap_or(fact.ty.align).max(1);
    Placed { index, field, start: fact.offset, end: fact.offset.saturating_add(size), align }
}

/// The fields that share a byte with another; they come in the order of their offsets.
fn overlapping(fields: &[Placed<'_>]) -> Vec<usize> {
    let mut found = Vec::new();
    let mut reach: Option<&Placed<'_>> = None;
    for field in fields.iter().filter(|field| field.end > field.start) {
        if let Some(before) = reach
            && field.start < before.end
        {
            found.extend([before.index, field.index]);
        }
        if reach.is_none_or(|before| field.end > before.end) {
            reach = Some(field);
        }
    }
    found
}

/// The `packed(…)` of a record whose fields `repr(C)` would put elsewhere; None as well if no packing fits.
fn packing(fields: &[Placed<'_>], fact: &RecordFact, is_aligned: IsAligned<'_>) -> Option<u64> {
    let align = fact.align.max(1);
    let natural = fields.iter().map(|field| field.align).max().unwrap_or(1);
    let is_natural = natural <= align && fields.iter().all(|field| field.start.is_multiple_of(field.align));
    let fits = natural >= align
        && fields.iter().all(|field| field.start.is_multiple_of(field.align.min(align)) && !is_aligned(field.field));
    (!is_natural && fits).then_some(align)
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
    pack: Option<u64>,
    slots: Vec<Slot>,
    cursor: u64,
    natural: u64,
}

impl Placer {
    fn field(&mut self, field: &Placed<'_>) {
        let align = self.pack.map_or(field.align, |pack| field.align.min(pack));
        self.fill(field.start, align);
        self.slots.push(Slot::Field(field.index));
        self.cursor = field.end;
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

    fn finish(mut self, kind: RecordKind, fact: &RecordFact, loose: Vec<(usize, Loose)>) -> Placement {
        let align = fact.align.max(1);
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
        let align = (align > self.natural).then_some(align);
        Placement { slots: self.slots, align, pack: self.pack, hidden, loose }
    }
}

/// What Rust's `repr` says for a block's own words, without C's answers.
pub(crate) fn declared(rules: &Rules) -> (Option<u64>, Option<u64>) {
    let align = rules.aligned.iter().filter_map(|aligned| aligned.value).max();
    let pack = if rules.packed { Some(1) } else { rules.pack };
    (align, pack)
}
