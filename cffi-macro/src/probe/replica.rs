//! The replica of an exact record with bitfields: the block's own list, which the compiler lays out once more.
//!
//! Where bitfields stand hangs on the target, the compiler, its flags and attributes, so no rule of ours would do.
//! The fields that are none have the header's types, which are compared elsewhere.

use std::fmt::Write;

use crate::cdecl;
use crate::model::{BitRule, Body, Cdef, Field, Item, Leaf, Record, RecordId, RecordKind, Rules};

use super::{About, Writer};

/// Whether the compiler is asked for a replica of the record.
pub(crate) fn has_replica(cdef: &Cdef, id: RecordId) -> bool {
    let exact = matches!(cdef.records[id.0].body, Body::Exact(_));
    exact && cdef.leaves(id).iter().any(|leaf| leaf.field.bits.is_some())
}

/// How C spells the replica.
fn spelled(id: RecordId, record: &Record) -> String {
    format!("{} cdef_s{}", keyword(record), id.0)
}

/// What a leaf is called in it: names of the headers may be macros.
fn field_name(leaf: usize) -> String {
    format!("cdef_{leaf}")
}

impl Writer<'_> {
    /// `cdef_q`: size, alignment, and the offset of each leaf that is no bitfield; then what shows the bitfields.
    pub(super) fn replica(&mut self, id: RecordId, record: &Record, header: &str, leaves: &[Leaf<'_>]) {
        if !has_replica(self.cdef, id) {
            return;
        }
        let spelled = spelled(id, record);
        // What is in force there is what the block says, whatever the headers left in force.
        let pack = record.rules.pack.map_or_else(String::new, |pack| pack.to_string());
        self.push(format_args!("#pragma pack(push)\n#pragma pack({pack})"));
        self.question(Item::Record(id), About::Given, record.span);
        self.push(format_args!("{} {} cdef_s{} {{", keyword(record), attributes(&record.rules), id.0));
        self.members(id, record, header, &mut 0);
        self.question(Item::Record(id), About::Given, record.span);
        self.push(format_args!("}};\n#pragma pack(pop)"));
        self.question(Item::Record(id), About::Given, record.span);
        let mut words = format!("sizeof({spelled}), _Alignof({spelled})");
        for (at, _) in leaves.iter().enumerate().filter(|(_, leaf)| leaf.field.bits.is_none()) {
            let _ = write!(words, ", __builtin_offsetof({spelled}, {})", field_name(at));
        }
        self.push(format_args!("CDEF_U const cdef_u64 cdef_q{}[] = {{ {words} }};", id.0));
        let bitfields = leaves.iter().enumerate().filter(|(_, leaf)| leaf.field.bits.is_some());
        let named: Vec<String> =
            bitfields.filter(|(_, leaf)| leaf.field.name.is_some()).map(|(at, _)| field_name(at)).collect();
        self.bits(id, "cdef_q", &spelled, leaves, &named);
    }

    /// The fields of the replica or of an anonymous member; `next` counts the leaves.
    fn members(&mut self, id: RecordId, record: &Record, header: &str, next: &mut usize) {
        let cdef = self.cdef;
        for field in record.fields() {
            if let Some(member) = field.member() {
                let inner = &cdef.records[member.0];
                self.question(Item::Record(id), About::Given, inner.span);
                self.push(format_args!("{} {} {{", keyword(inner), attributes(&inner.rules)));
                self.members(id, inner, header, next);
                self.push(format_args!("}};"));
            } else {
                let text = declaration(cdef, field, header, &field_name(*next));
                self.question(Item::Record(id), About::Given, field.span);
                self.push(format_args!("{text}"));
                *next += 1;
            }
        }
    }
}

fn declaration(cdef: &Cdef, field: &Field, header: &str, name: &str) -> String {
    let attributes = attributes(&field.rules);
    if let Some(width) = &field.bits {
        let ty = cdecl::spell(cdef, &field.ty);
        let most = format!("_Generic(({ty})0, _Bool: 1, default: 8 * sizeof({ty}))");
        let width = &width.text;
        // A width that is none is reported as different from the header's.
        return match &field.name {
            Some(_) => {
                format!("{attributes} {ty} {name} : (cdef_u64)({width}) - 1 < {most} ? (cdef_u64)({width}) : 1;")
            }
            None => format!("{attributes} {ty} : (cdef_u64)({width}) <= {most} ? (cdef_u64)({width}) : 0;"),
        };
    }
    let place = format!("(({header} *)0)->{}", field.name.as_ref().map_or("", |name| &name.text));
    match field.is_flexible() {
        true => format!("{attributes} __typeof__({place}[0]) {name}[];"),
        false => format!("{attributes} __typeof__({place}) {name};"),
    }
}

/// What the block says of a layout, as C text in front of a declaration or a tag.
fn attributes(rules: &Rules) -> String {
    let mut words: Vec<&str> = rules.aligned.iter().map(|aligned| aligned.text.as_str()).collect();
    if rules.packed {
        words.push("__attribute__((__packed__))");
    }
    match rules.bits {
        Some(BitRule::Microsoft) => words.push("__attribute__((__ms_struct__))"),
        Some(BitRule::Gcc) => words.push("__attribute__((__gcc_struct__))"),
        None => {}
    }
    words.join(" ")
}

fn keyword(record: &Record) -> &'static str {
    match record.kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    }
}
