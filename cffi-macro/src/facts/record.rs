//! Records: the answers about the fields of one with a name in, facts about it and its anonymous members out.

use std::collections::BTreeMap;

use super::bits::{BitsFact, Order, Shape};
use super::{Class, FieldFact, Place, Reader, RecordFact, Replica, TypeFact, dimensions};
use crate::model::{Leaf, RecordId, RecordKind};
use crate::probe::{
    BITS_WORDS, LARGEST_WITH_BITS, Shown, TYPE_WORDS, UNNAMED_WORDS, alignments, code_length, has_replica, shown,
};

type Records = BTreeMap<RecordId, RecordFact>;

/// A record, or the field at an index of it.
type Aligned = (RecordId, Option<usize>);

/// The first byte and the first behind.
type Extent = (u64, u64);

impl Reader<'_> {
    pub(super) fn record(&self, id: RecordId, records: &mut Records) -> Result<(), String> {
        let symbol = format!("cdef_r{}", id.0);
        let (size, align) = (self.object.word(&symbol, 0)?, self.object.word(&symbol, 1)?);
        let mut leaves = self.leaves(id, &symbol, size)?.into_iter();
        let aligned = self.alignments(id)?;
        let hidden = self.lessons.hiding.contains(&id) || !self.object.is_zero(&format!("cdef_h{}", id.0), size);
        let fields = self.assemble(id, &mut leaves, records);
        let replica = if has_replica(self.cdef, id) { Some(self.replica(id)?) } else { None };
        records.insert(id, RecordFact { size, align, aligned: 1, fields, hidden, replica });
        self.settle(id, (0, size), records);
        for ((owner, index), given) in aligned {
            let Some(fact) = records.get_mut(&owner) else { continue };
            let slot = match index {
                None => Some(&mut fact.aligned),
                Some(index) => fact.fields.get_mut(index).map(|field| &mut field.aligned),
            };
            if let Some(slot) = slot {
                *slot = given.max(*slot);
            }
        }
        Ok(())
    }

    /// The fields that are reached by name, from the start of the record.
    fn leaves(&self, id: RecordId, symbol: &str, size: u64) -> Result<Vec<FieldFact>, String> {
        let mut next = 2;
        let mut facts = Vec::new();
        for leaf in self.cdef.leaves(id) {
            let (fact, words) = self.leaf(symbol, next, &leaf)?;
            facts.push(fact);
            next += words;
        }
        for (place, shape) in self.shapes(id, "cdef_", size)? {
            let Some(fact) = facts.get_mut(place) else { continue };
            if let (Some(shape), Some(bits)) = (shape, &mut fact.bits) {
                fact.offset = shape.bytes().0;
                bits.shape = Some(shape);
            }
        }
        Ok(facts)
    }

    /// What shows the bitfields that have a name, by their place among the leaves.
    fn shapes(&self, id: RecordId, prefix: &str, size: u64) -> Result<Vec<(usize, Option<Shape>)>, String> {
        let shown = shown(self.cdef, id);
        if size > LARGEST_WITH_BITS || shown.is_empty() {
            return Ok(Vec::new());
        }
        let order = self.object.order();
        let objects = (0..code_length(&shown))
            .map(|bit| self.object_bytes(&format!("{prefix}b{}_{bit}", id.0), size))
            .collect::<Result<Vec<_>, _>>()?;
        let lowest = match objects.is_empty() {
            true => Vec::new(),
            false => self.object_bytes(&format!("{prefix}z{}", id.0), size)?,
        };
        let codes = codes(&objects, shown.len());
        let read = |(place, how)| {
            let shape = match how {
                Shown::Code(code) => codes.get(code).and_then(|window| window.shape(order, &lowest)),
                Shown::Alone(number) => {
                    let mask = self.object_bytes(&format!("{prefix}b{}_s{number}", id.0), size)?;
                    let lowest = self.object_bytes(&format!("{prefix}z{}_s{number}", id.0), size)?;
                    Shape::read(order, &mask, &lowest)
                }
            };
            Ok((place, shape))
        };
        shown.into_iter().map(read).collect()
    }

    fn replica(&self, id: RecordId) -> Result<Replica, String> {
        let symbol = format!("cdef_q{}", id.0);
        let word = |index| self.object.word(&symbol, index);
        let (size, align) = (word(0)?, word(1)?);
        let mut places = Vec::new();
        let mut next = 2;
        for leaf in self.cdef.leaves(id) {
            if leaf.field.bits.is_some() {
                places.push(Place::Bit(0));
                continue;
            }
            places.push(Place::Byte(word(next)?));
            next += 1;
        }
        for (place, shape) in self.shapes(id, "cdef_q", size)? {
            if let (Some(slot), Some(shape)) = (places.get_mut(place), shape) {
                *slot = Place::Bit(shape.position);
            }
        }
        Ok(Replica { size, align, places })
    }

    /// A field, and how many words tell of it.
    fn leaf(&self, symbol: &str, first: usize, leaf: &Leaf<'_>) -> Result<(FieldFact, usize), String> {
        let word = |index| self.object.word(symbol, first + index);
        if leaf.field.bits.is_none() {
            let dimensions = dimensions(&leaf.field.ty);
            let ty = self.type_fact(symbol, first + 1, dimensions)?;
            let natural = self.natural_alignment(&leaf.field.ty)?;
            let fact = FieldFact { offset: word(0)?, natural, ..FieldFact::of(ty) };
            return Ok((fact, 1 + TYPE_WORDS + dimensions));
        }
        let named = leaf.field.name.is_some();
        let truth = |index| Ok::<bool, String>(named && word(index)? != 0);
        let ty = TypeFact { size: word(1)?, align: word(2)?, class: Class::Other, matches: true, lengths: Vec::new() };
        let bits =
            BitsFact { width: word(0)?, shape: None, signed: (truth(3)?, truth(4)?), boolean: (truth(5)?, truth(6)?) };
        let words = if named { BITS_WORDS } else { UNNAMED_WORDS };
        Ok((FieldFact { bits: Some(bits), ..FieldFact::of(ty) }, words))
    }

    fn object_bytes(&self, symbol: &str, size: u64) -> Result<Vec<u8>, String> {
        self.object.raw(symbol, 0, usize::try_from(size).unwrap_or(usize::MAX))
    }

    fn alignments(&self, id: RecordId) -> Result<Vec<(Aligned, u64)>, String> {
        let asked = alignments(self.cdef, id);
        let symbol = format!("cdef_o{}", id.0);
        let answers = asked.into_iter().enumerate();
        answers.map(|(word, (owner, index, _))| Ok(((owner, index), self.object.word(&symbol, word)?))).collect()
    }

    /// The fields of a record by their index, with facts for each anonymous member, all from the outermost start.
    fn assemble(
        &self,
        id: RecordId,
        leaves: &mut dyn Iterator<Item = FieldFact>,
        records: &mut Records,
    ) -> Vec<FieldFact> {
        let mut fields = Vec::new();
        for field in self.cdef.records[id.0].fields() {
            let fact = match field.member() {
                None => leaves.next(),
                Some(member) => {
                    let inner = self.assemble(member, leaves, records);
                    let (start, end) = inner.iter().filter_map(extent).reduce(around).unwrap_or((0, 0));
                    let align = inner.iter().map(|fact| fact.ty.align).max().unwrap_or(1).max(1);
                    let size = end - start;
                    records.insert(
                        member,
                        RecordFact { size, align, aligned: 1, fields: inner, hidden: false, replica: None },
                    );
                    let ty = TypeFact { size, align, class: Class::Record, matches: true, lengths: Vec::new() };
                    Some(FieldFact { offset: start, ..FieldFact::of(ty) })
                }
            };
            let Some(fact) = fact else { break };
            fields.push(fact);
        }
        fields
    }

    /// Gives anonymous members a size and alignment of their own, and makes their fields' offsets relative.
    ///
    /// C can't be asked about them; any layout will do that keeps the fields where they are and leaves the others alone.
    fn settle(&self, id: RecordId, (base, end): Extent, records: &mut Records) {
        let record = &self.cdef.records[id.0];
        let Some(fields) = records.get(&id).map(|fact| fact.fields.clone()) else { return };
        let mut starts: Vec<u64> = fields.iter().filter_map(extent).map(|(start, _)| start).collect();
        starts.sort_unstable();
        for (index, field) in record.fields().iter().enumerate() {
            let (Some(member), Some(fact)) = (field.member(), fields.get(index)) else { continue };
            let used = fact.offset.saturating_add(fact.ty.size);
            let start = match record.kind {
                RecordKind::Struct => fact.offset,
                RecordKind::Union => base,
            };
            let next = match record.kind {
                RecordKind::Union => end,
                RecordKind::Struct => {
                    let behind = starts.partition_point(|other| *other < used || *other <= start);
                    starts.get(behind).copied().unwrap_or(end).min(end)
                }
            };
            let Some(inner) = records.get_mut(&member) else { continue };
            let mut align = inner.fields.iter().filter(|fact| fact.bits.is_none()).map(|fact| fact.ty.align).max();
            let mut wanted = align.take().unwrap_or(1).max(1);
            let fits = |align: u64| {
                let placed = inner.fields.iter().filter(|fact| fact.bits.is_none());
                start + (used - start).next_multiple_of(align) <= next
                    && placed.clone().all(|fact| (fact.offset - start).is_multiple_of(fact.ty.align.clamp(1, align)))
            };
            while wanted > 1 && !fits(wanted) {
                wanted /= 2;
            }
            inner.align = wanted;
            inner.size = (used - start).next_multiple_of(wanted);
            let size = inner.size;
            if let Some(fact) = records.get_mut(&id).and_then(|fact| fact.fields.get_mut(index)) {
                (fact.offset, fact.ty.size, fact.ty.align) = (start, size, wanted);
            }
            self.settle(member, (start, start + size), records);
            for fact in records.get_mut(&member).into_iter().flat_map(|inner| &mut inner.fields) {
                fact.offset = fact.offset.saturating_sub(start);
                if let Some(BitsFact { shape: Some(shape), .. }) = &mut fact.bits {
                    *shape = shape.moved(start, 0);
                }
            }
        }
    }
}

/// The bytes that a field takes; None for an unnamed bitfield and for an empty member.
fn extent(fact: &FieldFact) -> Option<Extent> {
    match &fact.bits {
        Some(bits) => bits.shape.as_ref().map(Shape::bytes),
        None if fact.ty.size == 0 && fact.ty.class == Class::Record => None,
        None => Some((fact.offset, fact.offset.saturating_add(fact.ty.size))),
    }
}

fn around(a: Extent, b: Extent) -> Extent {
    (a.0.min(b.0), a.1.max(b.1))
}

/// Some bytes of an object, from a byte on.
#[derive(Clone, Default)]
struct Window {
    start: usize,
    bytes: Vec<u8>,
}

impl Window {
    fn set(&mut self, byte: usize, bit: u32) {
        if self.bytes.is_empty() {
            self.start = byte;
        }
        // Bits further apart are no bitfield's.
        if byte - self.start > WIDEST {
            return self.bytes.fill(0);
        }
        self.bytes.resize(byte - self.start + 1, 0);
        if let Some(last) = self.bytes.last_mut() {
            *last |= 1 << bit;
        }
    }

    fn shape(&self, order: Order, lowest: &[u8]) -> Option<Shape> {
        let shape = Shape::read(order, &self.bytes, lowest.get(self.start..)?)?;
        Some(shape.moved(0, self.start as u64))
    }
}

/// The bytes that 128 bits may lie in.
const WIDEST: usize = 17;

/// The bits of each code: object number n has those set whose code has the nth bit.
fn codes(objects: &[Vec<u8>], count: usize) -> Vec<Window> {
    let size = objects.first().map_or(0, Vec::len);
    let mut windows = vec![Window::default(); count + 1];
    for byte in (0..size).filter(|byte| objects.iter().any(|object| object[*byte] != 0)) {
        for bit in 0..8 {
            let bits = objects.iter().enumerate();
            let code: usize = bits.map(|(number, object)| usize::from(object[byte] >> bit & 1) << number).sum();
            if let Some(window) = windows.get_mut(code).filter(|_| code > 0) {
                window.set(byte, bit);
            }
        }
    }
    windows
}
