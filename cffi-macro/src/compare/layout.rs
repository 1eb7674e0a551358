//! Lays an exact record out by C's rules and the block's own words, and reports the first difference from the header's.
//!
//! A field stands at the next multiple of its alignment, and the size is a multiple of the largest (the System V and
//! Microsoft ABIs agree on that).
//! Of bitfields there are two ways, by target and by flag; the header's must be one of them.

use crate::cdecl;
use crate::diag::Diagnostics;
use crate::facts::{Facts, FieldFact, RecordFact};
use crate::model::{Cdef, Field, Leaf, Record, RecordId, RecordKind};
use crate::probe::LARGEST_WITH_BITS;

/// Where a field stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Byte(u64),
    Bit(u64),
}

/// How a compiler lays out bitfields.
#[derive(Clone, Copy)]
struct Way {
    run: Run,
    unnamed: Unnamed,
    packed: Packed,
    aligned: Aligned,
}

#[derive(Clone, Copy)]
enum Run {
    /// Each behind the last, unless it would lie in two units of its type.
    Dense,
    /// Those of one size share a unit of their type (`-mms-bitfields`).
    Units,
}

/// Whether an unnamed bitfield aligns its record, which it does on ARM.
#[derive(Clone, Copy)]
enum Unnamed {
    Aligns,
    IsNothing,
}

/// Whether the `packed` of a bitfield counts under a `#pragma pack`; which of them does depends on the compiler.
#[derive(Clone, Copy)]
enum Packed {
    Counts,
    GivesWay,
}

/// Whether `aligned` moves a bitfield under a `#pragma pack`.
#[derive(Clone, Copy)]
enum Aligned {
    /// As far as the pragma allows, with gcc.
    Moves,
    /// With clang, to what it asks for or not at all.
    MovesIfAllowed,
}

fn ways() -> impl Iterator<Item = Way> {
    let alternatives = [Run::Dense, Run::Units].into_iter().flat_map(|run| {
        [Packed::Counts, Packed::GivesWay].into_iter().flat_map(move |packed| {
            [Unnamed::IsNothing, Unnamed::Aligns].into_iter().map(move |unnamed| (run, packed, unnamed))
        })
    });
    alternatives.flat_map(|(run, packed, unnamed)| {
        [Aligned::MovesIfAllowed, Aligned::Moves].into_iter().map(move |aligned| Way { run, unnamed, packed, aligned })
    })
}

const DENSE: Way =
    Way { run: Run::Dense, unnamed: Unnamed::IsNothing, packed: Packed::Counts, aligned: Aligned::MovesIfAllowed };

struct Laid {
    size: u64,
    align: u64,
    places: Vec<Place>,
}

pub(super) fn layout(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, id: RecordId, fact: &RecordFact) {
    let record = &cdef.records[id.0];
    let leaves = cdef.leaves(id);
    let measured = measured(cdef, facts, id);
    let is_equal = |laid: &Laid| {
        let mut places = leaves.iter().zip(&laid.places).zip(&measured);
        laid.size == fact.size
            && laid.align == fact.align
            && places.all(|((leaf, place), measured)| leaf.field.name.is_none() || place == measured)
    };
    let laid = lay(cdef, facts, id, DENSE);
    let has_bits = leaves.iter().any(|leaf| leaf.field.bits.is_some());
    let is_as_declared = is_equal(&laid) || has_bits && ways().any(|way| is_equal(&lay(cdef, facts, id, way)));
    let spelled = cdecl::record(cdef, id);
    let hint = "end the list with `...;` to ask for the layout";
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
    let spelled = cdecl::record(cdef, id);
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

fn lay(cdef: &Cdef, facts: &Facts, id: RecordId, way: Way) -> Laid {
    let record = &cdef.records[id.0];
    let mut layer = Layer { record, way, end: 0, align: 1, unit: None, largest: 0 };
    let mut places = Vec::new();
    let fact = facts.records.get(&id);
    for (field, fact) in record.fields().iter().zip(fact.map_or([].as_slice(), |fact| &fact.fields)) {
        if let Some(member) = field.member() {
            let inner = lay(cdef, facts, member, way);
            let offset = layer.field(field, fact.aligned, inner.size, inner.align);
            places.extend(inner.places.into_iter().map(|place| behind(place, offset)));
        } else if field.bits.is_some() {
            places.push(Place::Bit(layer.bitfield(field, fact)));
        } else {
            let size = if field.is_flexible() { 0 } else { fact.ty.size };
            places.push(Place::Byte(layer.field(field, fact.aligned, size, fact.ty.align)));
        }
        layer.next();
    }
    let align = layer.align.max(fact.map_or(1, |fact| fact.aligned));
    let size = layer.largest.max(layer.unit_end()).div_ceil(8);
    Laid { size: size.checked_next_multiple_of(align).unwrap_or(u64::MAX), align, places }
}

/// A record while it is laid out; `end`, `unit` and `largest` count bits.
struct Layer<'a> {
    record: &'a Record,
    way: Way,
    end: u64,
    align: u64,
    /// Of the way by units, the size of the open unit and the first bit behind it.
    unit: Option<(u64, u64)>,
    largest: u64,
}

impl Layer<'_> {
    /// The alignment of a field by all that is said of it.
    fn alignment(&self, field: &Field, aligned: u64, natural: u64) -> u64 {
        let packed = self.record.rules.packed || field.rules.packed;
        let align = if packed { 1 } else { natural.max(1) }.max(aligned);
        // `#pragma pack` limits what `aligned` asks for, too.
        self.record.rules.pack.map_or(align, |pack| align.min(pack))
    }

    fn field(&mut self, field: &Field, aligned: u64, size: u64, natural: u64) -> u64 {
        let align = self.alignment(field, aligned, natural);
        self.close_unit();
        self.align = self.align.max(align);
        let offset = self.end.div_ceil(8).checked_next_multiple_of(align).unwrap_or(u64::MAX);
        self.end = offset.saturating_add(size).saturating_mul(8);
        offset
    }

    fn bitfield(&mut self, field: &Field, fact: &FieldFact) -> u64 {
        let width = fact.bits.as_ref().map_or(0, |bits| bits.width);
        let (unit, natural) = (fact.ty.size.saturating_mul(8), fact.ty.align.max(1));
        let align = match (self.way.packed, self.record.rules.pack) {
            (Packed::GivesWay, Some(pack)) => natural.max(fact.aligned).min(pack),
            (Packed::GivesWay | Packed::Counts, _) => self.alignment(field, fact.aligned, natural),
        };
        let aligns = match self.way.unnamed {
            Unnamed::Aligns => true,
            Unnamed::IsNothing => field.name.is_some(),
        };
        if aligns {
            self.align = self.align.max(align);
        }
        match (width, self.way.run) {
            // A width of zero ends the unit (C11 6.7.2.1p12), in a packed record as well.
            (0, Run::Dense) => {
                let natural = self.record.rules.pack.map_or(natural, |pack| natural.min(pack));
                self.round_up(8 * natural);
                self.end
            }
            (0, Run::Units) => {
                self.close_unit();
                self.end
            }
            (_, Run::Dense) => {
                let dense = self.record.rules.packed || field.rules.packed || self.record.rules.pack.is_some();
                let moves = match self.way.aligned {
                    Aligned::Moves => true,
                    Aligned::MovesIfAllowed => self.record.rules.pack.is_none_or(|pack| fact.aligned <= pack),
                };
                if fact.aligned > 1 && moves {
                    self.round_up(8 * align);
                }
                if !dense && self.end % (8 * natural) + width > unit {
                    self.round_up(8 * natural);
                }
                let position = self.end;
                self.end = position.saturating_add(width);
                position
            }
            (_, Run::Units) => {
                if !self.unit.is_some_and(|(size, end)| size == unit && self.end.saturating_add(width) <= end) {
                    self.close_unit();
                    self.round_up(8 * align);
                    self.unit = Some((unit, self.end.saturating_add(unit)));
                }
                let position = self.end;
                self.end = position.saturating_add(width);
                position
            }
        }
    }

    fn round_up(&mut self, bits: u64) {
        self.end = self.end.checked_next_multiple_of(bits.max(1)).unwrap_or(u64::MAX);
    }

    fn close_unit(&mut self) {
        self.end = self.unit_end();
        self.unit = None;
    }

    fn unit_end(&self) -> u64 {
        self.unit.map_or(self.end, |(_, end)| end)
    }

    fn next(&mut self) {
        self.largest = self.largest.max(self.unit_end());
        match self.record.kind {
            RecordKind::Struct => {}
            RecordKind::Union => (self.end, self.unit) = (0, None),
        }
    }
}
