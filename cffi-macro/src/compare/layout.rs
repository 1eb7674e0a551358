//! Lays an exact record out by C's rules and the block's own words, and reports the first difference from the header's.
//!
//! A field stands at the next multiple of its alignment, and the size is a multiple of the largest (the System V and
//! Microsoft ABIs agree on that).
//! Of a record with bitfields the compiler has laid out a replica, since each has rules of its own for them.

use super::size::LARGEST;
use crate::cdecl;
use crate::diag::Diagnostics;
use crate::facts::{Facts, Packing, Place, RecordFact};
use crate::model::{Cdef, Field, Leaf, Path, Record, RecordId, RecordKind};
use crate::probe::LARGEST_WITH_BITS;

struct Laid {
    size: u64,
    align: u64,
    places: Vec<Place>,
}

pub(super) fn layout(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, id: RecordId, fact: &RecordFact) {
    let record = &cdef.records[id.0];
    let leaves = cdef.leaves(id);
    let measured = measured(cdef, facts, id);
    let mut laid = match &fact.replica {
        Some(replica) => Laid { size: replica.size, align: replica.align, places: replica.places.clone() },
        None => lay(cdef, facts, id),
    };
    // A typedef's own alignment leaves the size as it is.
    if let Path::Typedef(typedef) = record.path
        && let Some(block) = facts.alignments.get(&typedef).and_then(|fact| fact.block)
    {
        laid.align = block;
    }
    let mut places = leaves.iter().zip(&laid.places).zip(&measured);
    let is_as_declared = laid.size == fact.size
        && laid.align == fact.align
        && places.all(|((leaf, place), measured)| leaf.field.name.is_none() || place == measured);
    let spelled = cdecl::record_shown(cdef, id);
    let hint = "end the list with `...;` to ask for the layout";
    // clang counts bits in 64 bits, so that what it says is smaller; `compare_sizes` refuses the record.
    if laid.size >= LARGEST {
        return;
    }
    if !is_as_declared {
        report(diag, &spelled, record, fact, &laid, &leaves, &measured);
    } else if fact.hidden {
        diag.error(
            record.span,
            format!("`{spelled}` has fields in the header that the block doesn't list; list them, or {hint}"),
        );
    }
}

fn report(
    diag: &mut Diagnostics,
    spelled: &str,
    record: &Record,
    fact: &RecordFact,
    laid: &Laid,
    leaves: &[Leaf<'_>],
    measured: &[Place],
) {
    let hint = "end the list with `...;` to ask for the layout";
    for ((leaf, expected), header) in leaves.iter().zip(&laid.places).zip(measured) {
        let Some(name) = &leaf.field.name else { continue };
        let (unit, header, expected) = match (*header, *expected) {
            (Place::Byte(header), Place::Byte(expected)) => ("offset", header, expected),
            (Place::Bit(header), Place::Bit(expected)) => ("bit", header, expected),
            (Place::Byte(_) | Place::Bit(_), _) => continue,
        };
        if header == expected {
            continue;
        }
        let reason = if header > expected {
            "the header has other fields before it, or aligns it"
        } else {
            "the header has the fields in another order, or packs them"
        };
        return diag.error(
            name.span,
            format!(
                "the field `{}` of `{spelled}` stands at {unit} {header} in the header and at {expected} in the block: \
                 {reason}; {hint}",
                name.text
            ),
        );
    }
    if fact.size == laid.size {
        let message = format!("is aligned to {} in the header and to {} in the block; {hint}", fact.align, laid.align);
        return diag.error(record.span, format!("`{spelled}` {message}"));
    }
    let reason = if fact.size > laid.size {
        "fields are missing or it is aligned"
    } else {
        "the header has fewer fields, or packs them"
    };
    diag.error(
        record.span,
        format!("`{spelled}` has {} bytes in the header and {} in the block: {reason}; {hint}", fact.size, laid.size),
    );
}

/// Reports bitfields that are not those of the header; false if there are any.
pub(super) fn bitfields(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, id: RecordId, fact: &RecordFact) -> bool {
    let before = diag.count();
    let spelled = cdecl::record_shown(cdef, id);
    for leaf in cdef.leaves(id) {
        let Some(name) = &leaf.field.name else { continue };
        let fact_of = facts.records.get(&leaf.record).and_then(|fact| fact.fields.get(leaf.index));
        let Some(bits) = fact_of.and_then(|fact| fact.bits.as_ref()) else { continue };
        let subject = format!("the bitfield `{}` of `{spelled}`", name.text);
        let message = match &bits.shape {
            None if fact.size > LARGEST_WITH_BITS => {
                format!("{subject} can't be looked at, because the record has {} bytes; leave it out", fact.size)
            }
            None => format!("{subject} has no bits of its own in the header"),
            Some(shape) if shape.width != bits.width => {
                format!("{subject} has {} bits in the header and {} in the block", shape.width, bits.width)
            }
            Some(_) if bits.boolean.0 != bits.boolean.1 => {
                let word = |boolean| if boolean { "a `_Bool`" } else { "a number" };
                format!("{subject} is {} in the header and {} in the block", word(bits.boolean.0), word(bits.boolean.1))
            }
            Some(_) if bits.signed.0 != bits.signed.1 => {
                let word = |signed| if signed { "signed" } else { "unsigned" };
                format!("{subject} is {} in the header and {} in the block", word(bits.signed.0), word(bits.signed.1))
            }
            Some(_) => continue,
        };
        diag.error(name.span, message);
    }
    diag.count() == before
}

/// The places of a record's leaves in the header.
fn measured(cdef: &Cdef, facts: &Facts, id: RecordId) -> Vec<Place> {
    let Some(fact) = facts.records.get(&id) else { return Vec::new() };
    let mut places = Vec::new();
    for (field, fact) in cdef.records[id.0].fields().iter().zip(&fact.fields) {
        match field.member() {
            Some(member) => {
                let inner = self::measured(cdef, facts, member);
                places.extend(inner.into_iter().map(|place| behind(place, fact.offset)));
            }
            None => places.push(match fact.bits.as_ref().map(|bits| &bits.shape) {
                Some(Some(shape)) => Place::Bit(shape.position),
                Some(None) => Place::Bit(0),
                None => Place::Byte(fact.offset),
            }),
        }
    }
    places
}

fn behind(place: Place, offset: u64) -> Place {
    match place {
        Place::Byte(byte) => Place::Byte(byte.saturating_add(offset)),
        Place::Bit(bit) => Place::Bit(bit.saturating_add(offset.saturating_mul(8))),
    }
}

/// Lays out a record without bitfields.
fn lay(cdef: &Cdef, facts: &Facts, id: RecordId) -> Laid {
    let record = &cdef.records[id.0];
    let mut layer = Layer { record, packing: facts.packing, end: 0, align: 1, largest: 0 };
    let mut places = Vec::new();
    let fact = facts.records.get(&id);
    for (field, fact) in record.fields().iter().zip(fact.map_or([].as_slice(), |fact| &fact.fields)) {
        if let Some(member) = field.member() {
            let inner = lay(cdef, facts, member);
            let offset = layer.field(field, fact.aligned, inner.size, inner.align);
            places.extend(inner.places.into_iter().map(|place| behind(place, offset)));
        } else {
            let size = if field.is_flexible() { 0 } else { fact.ty.size };
            places.push(Place::Byte(layer.field(field, fact.aligned, size, fact.ty.align)));
        }
    }
    let align = layer.align.max(fact.map_or(1, |fact| fact.aligned));
    Laid { size: layer.largest.checked_next_multiple_of(align).unwrap_or(u64::MAX), align, places }
}

/// A record while it is laid out.
struct Layer<'a> {
    record: &'a Record,
    packing: Packing,
    end: u64,
    align: u64,
    largest: u64,
}

impl Layer<'_> {
    /// The alignment of a field by all that is said of it.
    fn alignment(&self, field: &Field, aligned: u64, natural: u64) -> u64 {
        let (all_packed, most) = match self.packing {
            Packing::None => (false, None),
            Packing::AtMost(most) => (false, Some(most)),
            Packing::Packed => (true, None),
        };
        let packed = all_packed || self.record.rules.packed || field.rules.packed;
        let align = if packed { 1 } else { natural.max(1) }.max(aligned);
        // `#pragma pack` limits what `aligned` asks for, too.
        self.record.rules.pack.or(most).map_or(align, |pack| align.min(pack))
    }

    fn field(&mut self, field: &Field, aligned: u64, size: u64, natural: u64) -> u64 {
        let align = self.alignment(field, aligned, natural);
        self.align = self.align.max(align);
        let offset = self.end.checked_next_multiple_of(align).unwrap_or(u64::MAX);
        let end = offset.saturating_add(size);
        self.largest = self.largest.max(end);
        self.end = match self.record.kind {
            RecordKind::Struct => end,
            RecordKind::Union => 0,
        };
        offset
    }
}
