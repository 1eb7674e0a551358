//! Random records, always the same ones for a seed.

use crate::numbers::Numbers;

/// A record, with the fields in the order of its header.
pub(crate) struct Struct {
    keyword: &'static str,
    tag: String,
    fields: Vec<Field>,
}

struct Field {
    name: String,
    declaration: String,
    /// How deep records are nested in it.
    depth: usize,
}

impl Struct {
    /// `struct s1 { int f0; char *f1[3]; };`
    pub(crate) fn declaration(&self) -> String {
        let fields: Vec<_> = self.fields.iter().map(|field| field.declaration.as_str()).collect();
        format!("{} {{ {} }};\n", self.path(), fields.join(" "))
    }

    /// The same fields from last to first, in a record that may have more.
    pub(crate) fn partial_declaration(&self) -> String {
        let fields: Vec<_> = self.fields.iter().rev().map(|field| field.declaration.as_str()).collect();
        format!("{} {{ {} ...; }};\n", self.path(), fields.join(" "))
    }

    /// The record's size, alignment and offsets, as C computes them.
    pub(crate) fn c_row(&self) -> String {
        let path = self.path();
        let offsets = self.fields.iter().map(|field| format!("offsetof({path}, {}), ", field.name));
        format!("sizeof({path}), _Alignof({path}), {}\n", offsets.collect::<String>())
    }

    /// The same numbers, as Rust computes them.
    pub(crate) fn rust_row(&self) -> String {
        let tag = &self.tag;
        let offsets = self.fields.iter().map(|field| format!("offset_of!(c::{tag}, {}), ", field.name));
        format!("size_of::<c::{tag}>(), align_of::<c::{tag}>(), {}\n", offsets.collect::<String>())
    }

    fn depth(&self) -> usize {
        self.fields.iter().map(|field| field.depth).max().unwrap_or(0)
    }

    fn path(&self) -> String {
        format!("{} {}", self.keyword, self.tag)
    }
}

/// Records of ints, floats, pointers, arrays and the records before them.
pub(crate) fn random(count: usize, seed: u64) -> Vec<Struct> {
    let mut numbers = Numbers(seed);
    let mut structs: Vec<Struct> = Vec::new();
    for index in 0..count {
        let fields = (0..1 + numbers.below(8)).map(|field| field_of(&mut numbers, &structs, field)).collect();
        let keyword = if numbers.below(8) == 0 { "union" } else { "struct" };
        structs.push(Struct { keyword, tag: format!("s{index}"), fields });
    }
    structs
}

const SCALARS: &[&str] = &[
    "char",
    "signed char",
    "unsigned char",
    "bool",
    "short",
    "unsigned short",
    "int",
    "unsigned int",
    "long",
    "unsigned long",
    "long long",
    "unsigned long long",
    "float",
    "double",
];

fn field_of(numbers: &mut Numbers, structs: &[Struct], index: usize) -> Field {
    let name = format!("f{index}");
    // Three levels are enough, and keep the sizes small.
    let nested: Vec<_> = structs.iter().rev().take(20).filter(|record| record.depth() < 3).collect();
    let (ty, depth) = match numbers.below(6) {
        0 if !nested.is_empty() => {
            let record = nested[numbers.below(nested.len())];
            (record.path(), record.depth() + 1)
        }
        _ => (SCALARS[numbers.below(SCALARS.len())].to_owned(), 0),
    };
    let declaration = match numbers.below(10) {
        0 => format!("{ty} *{name};"),
        1 => format!("const {ty} *const *{name};"),
        2 => format!("int (*{name})(double, {ty} *);"),
        3 => format!("{ty} {name}[{}];", 1 + numbers.below(5)),
        4 => format!("{ty} {name}[{}][{}];", 1 + numbers.below(3), 1 + numbers.below(3)),
        5 => format!("{ty} *{name}[{}];", 1 + numbers.below(4)),
        _ => format!("{ty} {name};"),
    };
    Field { name, declaration, depth }
}
