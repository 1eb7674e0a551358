//! Random records with bitfields, always the same ones for a seed, and code on both sides that fills and reads them.

use super::numbers::Numbers;

/// A record in which every field has a name of its own, however deep it lies in anonymous members.
pub(crate) struct Record {
    tag: String,
    keyword: &'static str,
    attribute: &'static str,
    /// `#pragma pack`
    pack: usize,
    members: Vec<Member>,
}

enum Member {
    /// An unnamed bitfield, by its whole declaration.
    Unnamed(String),
    Field(Field),
    Anonymous {
        keyword: &'static str,
        attribute: &'static str,
        members: Vec<Member>,
    },
}

struct Field {
    name: String,
    ty: Ty,
    /// None for a field of its own.
    width: Option<usize>,
    attribute: &'static str,
}

#[derive(Clone, Copy)]
struct Ty {
    c: &'static str,
    bits: usize,
    signed: bool,
    /// How a 64-bit `word` becomes a value in Rust.
    rust: &'static str,
}

const TYPES: &[Ty] = &[
    Ty { c: "unsigned", bits: 32, signed: false, rust: "word as u32" },
    Ty { c: "int", bits: 32, signed: true, rust: "word as i32" },
    Ty { c: "unsigned char", bits: 8, signed: false, rust: "word as u8" },
    Ty { c: "signed char", bits: 8, signed: true, rust: "word as i8" },
    Ty { c: "unsigned short", bits: 16, signed: false, rust: "word as u16" },
    Ty { c: "short", bits: 16, signed: true, rust: "word as i16" },
    Ty { c: "unsigned long long", bits: 64, signed: false, rust: "word" },
    Ty { c: "long long", bits: 64, signed: true, rust: "word as i64" },
    Ty { c: "_Bool", bits: 1, signed: false, rust: "word != 0" },
    Ty { c: "enum color", bits: 32, signed: false, rust: "c::color(word as u32)" },
    Ty { c: "enum level", bits: 32, signed: true, rust: "c::level(word as i32)" },
    Ty { c: "word_t", bits: 32, signed: false, rust: "word as u32" },
    Ty { c: "uint64_t", bits: 64, signed: false, rust: "word" },
];

/// What stands in front of the records, in the header and in the block.
pub(crate) const TYPEDEFS: &str =
    "enum color { RED, GREEN };\nenum level { LOW = -1, HIGH };\ntypedef unsigned word_t;\n";

impl Record {
    pub(crate) fn declaration(&self) -> String {
        self.declare(&body(&self.members))
    }

    fn declare(&self, body: &str) -> String {
        let mut text = format!("{} {} {{ {body} }} {};\n", self.keyword, self.tag, self.attribute);
        if self.pack > 0 {
            text = format!("#pragma pack(push, {})\n{text}#pragma pack(pop)\n", self.pack);
        }
        text
    }

    /// Every other field, from last to first, those of anonymous members as if they were the record's own.
    pub(crate) fn partial_declaration(&self) -> String {
        let fields: String = self.listed().iter().map(|field| field.declaration()).collect();
        format!("{} {} {{ {fields} ...; }};\n", self.keyword, self.tag)
    }

    fn fields(&self) -> Vec<&Field> {
        let mut fields = Vec::new();
        collect(&self.members, &mut fields);
        fields
    }

    /// The declaration without one of the record's own members, and whether that was a field with a name.
    ///
    /// None if there is no such member, or the record is a union, whose members hide each other.
    pub(crate) fn declaration_without(&self, member: usize) -> Option<(String, bool)> {
        let left_out = self.members.get(member).filter(|_| self.keyword == "struct")?;
        let others = self.members.iter().enumerate().filter(|(at, _)| *at != member).map(|(_, member)| member);
        let named = matches!(left_out, Member::Field(_));
        let only =
            !self.members.iter().enumerate().any(|(at, other)| at != member && matches!(other, Member::Field(_)));
        if matches!(left_out, Member::Anonymous { .. }) || only {
            return None;
        }
        Some((self.declare(&others.map(text).collect::<String>()), named))
    }

    /// C constants `b1_0`, `b1_1`, … in each of which one field alone has a value, and those values.
    ///
    /// In the order of the fields; of each also whether it is a bitfield.
    pub(crate) fn constants(&self, seed: u64) -> (String, Vec<(u64, bool)>) {
        let mut numbers = Numbers(seed);
        let mut text = String::new();
        let mut values = Vec::new();
        for (at, field) in self.fields().into_iter().enumerate() {
            let random = (0..3).fold(1, |value, _| value << 30 ^ numbers.below(1 << 30) as u64);
            let value = random >> (64 - field.bits());
            let literal = match field.ty.signed {
                true => format!("(long long){value}ull << {0} >> {0}", 64 - field.bits()),
                false => format!("{value}ull"),
            };
            let (path, tag, name) = (format!("{} {}", self.keyword, self.tag), &self.tag, &field.name);
            text.push_str(&format!("const {path} {tag}_{at} = {{ .{name} = {literal} }};\n"));
            values.push((value, field.width.is_some()));
        }
        (text, values)
    }

    fn listed(&self) -> Vec<&Field> {
        self.fields().into_iter().rev().step_by(2).collect()
    }

    /// `put_b1`, `keep_b1` and `get_b1`: write all fields, those that are no bitfields, and read all.
    ///
    /// Bitfields are written last, because in a union the last write wins.
    pub(crate) fn c_functions(&self) -> String {
        let (tag, path) = (&self.tag, format!("{} {}", self.keyword, self.tag));
        let fields = self.fields();
        let puts = |of_bitfields: bool| -> String {
            let wanted = fields.iter().enumerate().filter(|(_, field)| field.width.is_some() == of_bitfields);
            wanted.map(|(at, field)| format!("(({path} *)s)->{} = ({})v[{at}]; ", field.name, field.ty.c)).collect()
        };
        let gets = fields.iter().enumerate();
        let gets = gets.map(|(at, Field { name, .. })| format!("v[{at}] = (u64)((const {path} *)s)->{name}; "));
        let parameters = "(void *s, const u64 *v) { (void)s; (void)v;";
        format!(
            "static void put_{tag}{parameters} {}{} }}\nstatic void keep_{tag}{parameters} {} }}\n\
             static void get_{tag}(const void *s, u64 *v) {{ (void)s; (void)v; {} }}\n",
            puts(false),
            puts(true),
            puts(false),
            gets.collect::<String>()
        )
    }

    pub(crate) fn tag(&self) -> &str {
        &self.tag
    }

    /// A check of the bitfields: C fills a record and Rust reads it, Rust fills another and all bytes are the same.
    pub(crate) fn rust_check(&self, index: usize, listing: Listing) -> String {
        let (tag, fields) = (&self.tag, self.fields());
        let bitfields: Vec<_> = match listing {
            Listing::All => fields.iter().enumerate().collect(),
            Listing::Some => fields.iter().enumerate().rev().step_by(2).collect(),
        };
        let bitfields = || bitfields.iter().filter(|(_, field)| field.width.is_some());
        let reads: String = bitfields().map(|(at, field)| field.rust_read(*at)).collect();
        let writes: String = bitfields().map(|(at, field)| field.rust_write(*at)).collect();
        let fields: String = fields.iter().map(|field| format!("({}, {}), ", field.bits(), field.ty.signed)).collect();
        format!(
            "#[inline(never)]\nfn check_{tag}() {{\n    check::<c::{tag}>({index}, &[{fields}], \
             |s, v| unsafe {{ {reads} _ = (s, v); }}, |s, v| unsafe {{ {writes} _ = (s, v); }});\n}}\n"
        )
    }
}

/// Which fields the block lists.
#[derive(Clone, Copy, PartialEq)]
pub(crate) enum Listing {
    All,
    Some,
}

impl Field {
    fn bits(&self) -> usize {
        self.width.unwrap_or(self.ty.bits)
    }

    fn declaration(&self) -> String {
        let Field { name, ty, width, attribute } = self;
        match width {
            Some(width) => format!("{} {name} : {width} {attribute}; ", ty.c),
            None => format!("{} {name} {attribute}; ", ty.c),
        }
    }

    fn rust_read(&self, at: usize) -> String {
        let name = &self.name;
        let value = match self.ty.c {
            "enum color" | "enum level" => format!("s.{name}().0"),
            _ => format!("s.{name}()"),
        };
        format!("assert_eq!({value} as u64, v[{at}], \"{name}\"); ")
    }

    fn rust_write(&self, at: usize) -> String {
        format!("let word = v[{at}]; s.set_{}({}); ", self.name, self.ty.rust)
    }
}

fn body(members: &[Member]) -> String {
    members.iter().map(text).collect()
}

fn text(member: &Member) -> String {
    match member {
        Member::Unnamed(text) => text.clone(),
        Member::Field(field) => field.declaration(),
        Member::Anonymous { keyword, attribute, members } => {
            format!("{keyword} {{ {} }} {attribute}; ", body(members))
        }
    }
}

fn collect<'a>(members: &'a [Member], fields: &mut Vec<&'a Field>) {
    for member in members {
        match member {
            Member::Unnamed(_) => {}
            Member::Field(field) => fields.push(field),
            Member::Anonymous { members, .. } => collect(members, fields),
        }
    }
}

/// Layouts that were chosen rather than drawn: each kind of type at the edges of its unit, and what stands between.
pub(crate) fn chosen() -> Vec<Record> {
    let mut records = Vec::new();
    for (number, ty) in TYPES.iter().enumerate() {
        // At the first bit, across the unit's end and filling it.
        for (form, widths) in
            [[1, ty.bits - 1, 1], [ty.bits, 1, ty.bits], [2, ty.bits - 1, 3], [3, 0, 5]].iter().enumerate()
        {
            let members = widths.iter().enumerate().map(|(at, width)| match (*width).min(ty.bits) {
                0 => Member::Unnamed(format!("{} : 0; ", ty.c)),
                width => {
                    let name = format!("f{at}");
                    Member::Field(Field { name, ty: *ty, width: Some(width), attribute: "" })
                }
            });
            records.push(Record {
                tag: format!("c{number}_{form}"),
                keyword: "struct",
                attribute: "",
                pack: 0,
                members: members.collect(),
            });
        }
    }
    records
}

pub(crate) fn random(count: usize, seed: u64) -> Vec<Record> {
    let mut numbers = Numbers(seed);
    (0..count)
        .map(|index| {
            let keyword = if numbers.below(10) == 0 { "union" } else { "struct" };
            let (attribute, pack) = match numbers.below(16) {
                0 | 1 => ("__attribute__((packed))", 0),
                2 | 3 => ("", 1 << numbers.below(4)),
                4 => ("__attribute__((aligned(16)))", 0),
                5 => ("__attribute__((packed, aligned(4)))", 0),
                _ => ("", 0),
            };
            let mut maker = Maker { numbers: &mut numbers, fields: 0 };
            let members = maker.members(0);
            Record { tag: format!("b{index}"), keyword, attribute, pack, members }
        })
        .collect()
}

struct Maker<'a> {
    numbers: &'a mut Numbers,
    fields: usize,
}

impl Maker<'_> {
    fn members(&mut self, depth: usize) -> Vec<Member> {
        let count = 1 + self.numbers.below(if depth == 0 { 9 } else { 4 });
        let mut members: Vec<Member> = (0..count).map(|_| self.member(depth)).collect();
        // A record without a named field is none (C11 6.7.2.1p8).
        members.push(self.field());
        members
    }

    fn member(&mut self, depth: usize) -> Member {
        match self.numbers.below(16) {
            0 | 1 => {
                let ty = TYPES[self.numbers.below(TYPES.len())];
                Member::Unnamed(format!("{} : {}; ", ty.c, self.numbers.below(ty.bits + 1)))
            }
            2 if depth < 2 => {
                let keyword = if self.numbers.below(2) == 0 { "union" } else { "struct" };
                let attribute = if self.numbers.below(4) == 0 { "__attribute__((packed))" } else { "" };
                let members = self.members(depth + 1);
                Member::Anonymous { keyword, attribute, members }
            }
            _ => self.field(),
        }
    }

    fn field(&mut self) -> Member {
        let ty = TYPES[self.numbers.below(TYPES.len())];
        let width = (self.numbers.below(5) > 0).then(|| 1 + self.numbers.below(ty.bits));
        let attribute = match self.numbers.below(24) {
            0 => "__attribute__((aligned(8)))",
            1 => "__attribute__((packed))",
            _ => "",
        };
        self.fields += 1;
        Member::Field(Field { name: format!("f{}", self.fields), ty, width, attribute })
    }
}
