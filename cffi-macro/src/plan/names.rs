//! What the block's items are called in Rust.
//!
//! C has one name space for tags and one for everything else (C11 6.2.3), Rust has one for types and one for values.

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{Cdef, Enum, EnumId, Field, Path, Record, RecordId, RecordKind, Type, TypedefId, TypedefKind};

use super::function::is_path_word;
use super::layout::placed_fields;

/// The Rust names, by position in the block's lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) records: Vec<String>,
    pub(crate) enums: Vec<String>,
    pub(crate) typedefs: Vec<String>,
    /// What an opaque pointer typedef points to: `typedef ... *h;` is `*mut h_pointee`.
    pub(crate) pointees: BTreeMap<TypedefId, String>,
    pub(crate) functions: Vec<String>,
    pub(crate) variables: Vec<String>,
    pub(crate) constants: Vec<String>,
    /// The constants that tell whether what stands in a condition is there.
    pub(crate) guards: Vec<String>,
    /// By enum and position in its list.
    pub(crate) enumerators: Vec<Vec<String>>,
    /// Every name of a function, variable, constant or enumerator.
    pub(crate) values: BTreeSet<String>,
    /// The same and the newtypes of enums: what a pattern of that name would mean.
    pub(crate) patterns: BTreeSet<String>,
}

impl Names {
    pub(crate) fn new(cdef: &Cdef, prefix: &[String]) -> Names {
        let mut names = Names::default();
        names.name_types(cdef, prefix);
        names.name_values(cdef, prefix);
        names
    }

    fn name_types(&mut self, cdef: &Cdef, prefix: &[String]) {
        let tags = cdef.records.iter().map(|record| &record.path);
        let tags = tags.chain(cdef.enums.iter().map(|item| &item.path)).filter_map(tag);
        let typedefs = cdef.typedefs.iter().map(|typedef| typedef.name.text.as_str());
        let mut space = Space::new(prefix, typedefs.clone().chain(tags));
        self.typedefs = typedefs.map(|name| space.shorten(name)).collect();

        let by_name: BTreeMap<&str, usize> =
            cdef.typedefs.iter().enumerate().map(|(index, typedef)| (typedef.name.text.as_str(), index)).collect();
        let tagged: Vec<Option<String>> = (0..cdef.records.len())
            .map(|index| self.tagged(cdef, &by_name, &mut space, Item::Record(RecordId(index))))
            .collect();
        self.enums = (0..cdef.enums.len())
            .map(|index| self.tagged(cdef, &by_name, &mut space, Item::Enum(EnumId(index))))
            .map(Option::unwrap_or_default)
            .collect();
        self.name_members(cdef, &mut space, tagged);
        for (index, typedef) in cdef.typedefs.iter().enumerate() {
            if typedef.kind == TypedefKind::OpaquePointer {
                let name = space.unique(format!("{}_pointee", self.typedefs[index]));
                self.pointees.insert(TypedefId(index), name);
            }
        }
    }

    // None for what is named after the record that it stands in.
    fn tagged(
        &self,
        cdef: &Cdef,
        by_name: &BTreeMap<&str, usize>,
        space: &mut Space<'_>,
        item: Item,
    ) -> Option<String> {
        let (path, keyword) = match item {
            Item::Record(id) => {
                let Record { path, kind, .. } = &cdef.records[id.0];
                (path, keyword(*kind))
            }
            Item::Enum(id) => (&cdef.enums[id.0].path, "enum"),
        };
        match path {
            Path::Tag(name) => {
                let namesake = by_name.get(name.text.as_str()).copied();
                Some(match namesake {
                    None => space.shorten(&name.text),
                    // `typedef struct s { … } s;` is one type.
                    Some(index) if item.is_named_by(&cdef.typedefs[index].kind) => self.typedefs[index].clone(),
                    Some(_) => space.unique(format!("{keyword}_{}", name.text)),
                })
            }
            Path::Typedef(id) => Some(self.typedefs[id.0].clone()),
            Path::Pointee(id) => Some(space.unique(format!("{}_pointee", self.typedefs[id.0]))),
            Path::Member(..) | Path::Anonymous => None,
        }
    }

    // A record may stand in the list before or after the one whose member it is, at any depth.
    fn name_members(&mut self, cdef: &Cdef, space: &mut Space<'_>, tagged: Vec<Option<String>>) {
        let mut named = tagged;
        loop {
            let mut progress = false;
            for (index, record) in cdef.records.iter().enumerate() {
                if let (None, Path::Member(parent, field)) = (&named[index], &record.path)
                    && let Some(parent_name) = named[parent.0].clone()
                {
                    let name = field_name(&cdef.records[parent.0], *field);
                    named[index] = Some(space.unique(format!("{parent_name}_{name}")));
                    progress = true;
                }
            }
            if !progress {
                break;
            }
        }
        self.records =
            named.into_iter().map(|name| name.unwrap_or_else(|| space.unique("anonymous".to_owned()))).collect();
        for (index, item) in cdef.enums.iter().enumerate() {
            if let Path::Member(parent, field) = item.path {
                let name = field_name(&cdef.records[parent.0], field);
                self.enums[index] = space.unique(format!("{}_{name}", self.records[parent.0]));
            }
        }
    }

    fn name_values(&mut self, cdef: &Cdef, prefix: &[String]) {
        let functions = cdef.functions.iter().map(|item| item.name.text.as_str());
        let variables = cdef.variables.iter().map(|item| item.name.text.as_str());
        let constants = cdef.constants.iter().map(|item| item.name.text.as_str());
        let enumerators = cdef.enums.iter().flat_map(enumerator_names);
        let all = functions.clone().chain(variables.clone()).chain(constants.clone());
        let mut space = Space::new(prefix, all.chain(enumerators));
        self.functions = functions.map(|name| space.shorten(name)).collect();
        self.variables = variables.map(|name| space.shorten(name)).collect();
        self.constants = constants.map(|name| space.shorten(name)).collect();
        self.enumerators =
            cdef.enums.iter().map(|item| enumerator_names(item).map(|name| space.shorten(name)).collect()).collect();
        self.guards = self.name_guards(cdef, &mut space);
        self.patterns = space.taken.iter().chain(&self.enums).cloned().collect();
        self.values = space.taken;
    }
}

impl Names {
    /// The name of a parameter, which a pattern must not take for a constant or a newtype.
    pub(crate) fn parameter(&self, name: &str) -> String {
        let mut name = name.to_owned();
        while self.patterns.contains(&name) {
            name.push('_');
        }
        name
    }

    // What is not there has no item, but its name is shortened all the same.
    fn name_guards(&self, cdef: &Cdef, space: &mut Space<'_>) -> Vec<String> {
        let functions = cdef.functions.iter().map(|item| &item.name.text).zip(&self.functions);
        let constants = cdef.constants.iter().map(|item| &item.name.text).zip(&self.constants);
        let named: BTreeMap<&String, &String> = functions.chain(constants).collect();
        (cdef.guards.iter())
            .map(|guard| {
                let c_name = &guard.name.text;
                let name = named.get(c_name).map_or_else(|| space.shortened(c_name), |name| (*name).clone());
                space.unique(format!("HAS_{name}"))
            })
            .collect()
    }
}

#[derive(Clone, Copy)]
enum Item {
    Record(RecordId),
    Enum(EnumId),
}

impl Item {
    fn is_named_by(self, kind: &TypedefKind) -> bool {
        match (self, kind) {
            (Item::Record(id), TypedefKind::Exact(ty)) => ty.ty == Type::Record(id),
            (Item::Enum(id), TypedefKind::Exact(ty)) => ty.ty == Type::Enum(id),
            _ => false,
        }
    }
}

/// The name of a record's field, by index in the body; anonymous members are `anon1`, `anon2`, ….
pub(crate) fn field_name(record: &Record, index: usize) -> String {
    let is_taken = |name: &str| {
        placed_fields(&record.body).any(|(_, field)| field.name.as_ref().is_some_and(|other| other.text == name))
    };
    if let Some(Field { name: Some(name), .. }) = record.fields().get(index) {
        let mut name = name.text.clone();
        if is_path_word(&name) {
            // Five words, so that each has a suffix of its own.
            name.push('_');
            while is_taken(&name) {
                name.push('_');
            }
        }
        return name;
    }
    let number = placed_fields(&record.body).filter(|(at, field)| *at <= index && field.name.is_none()).count();
    let mut name = format!("anon{number}");
    while is_taken(&name) {
        name.push('_');
    }
    name
}

fn tag(path: &Path) -> Option<&str> {
    match path {
        Path::Tag(name) => Some(&name.text),
        Path::Typedef(_) | Path::Pointee(_) | Path::Member(..) | Path::Anonymous => None,
    }
}

fn enumerator_names(item: &Enum) -> impl Iterator<Item = &str> + Clone {
    item.enumerators.iter().flatten().map(|enumerator| enumerator.name.text.as_str())
}

fn keyword(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    }
}

/// A Rust name space while it fills.
struct Space<'a> {
    prefix: &'a [String],
    /// The C names that may yet be asked for; a shortened name gives way to them.
    full: BTreeSet<&'a str>,
    taken: BTreeSet<String>,
}

impl<'a> Space<'a> {
    fn new(prefix: &'a [String], full: impl Iterator<Item = &'a str>) -> Space<'a> {
        Space { prefix, full: full.collect(), taken: BTreeSet::new() }
    }

    /// The name without the block's prefix, unless that is no identifier or another item's name.
    fn shorten(&mut self, name: &str) -> String {
        let name = self.shortened(name);
        if is_path_word(&name) {
            return self.unique(format!("{name}_"));
        }
        self.taken.insert(name.clone());
        name
    }

    fn shortened(&self, name: &str) -> String {
        let short = self
            .prefix
            .iter()
            .find_map(|prefix| name.strip_prefix(prefix.as_str()))
            .filter(|short| short.starts_with(|first: char| first.is_alphabetic() || first == '_'))
            .filter(|short| *short != "_" && !self.full.contains(short))
            .filter(|short| !self.taken.contains(*short));
        short.unwrap_or(name).to_owned()
    }

    /// A name that we made up, set apart from all others.
    fn unique(&mut self, mut name: String) -> String {
        while self.full.contains(name.as_str()) || !self.taken.insert(name.clone()) {
            name.push('_');
        }
        name
    }
}
