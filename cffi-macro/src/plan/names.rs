//! What the block's items are called in Rust.
//!
//! C has one name space for tags and one for everything else (C11 6.2.3), Rust has one for types and one for values.

mod fields;
mod space;
mod style;

use std::collections::{BTreeMap, BTreeSet};

use crate::diag::Diagnostics;
use crate::facts::Facts;
use crate::model::{
    Cdef, Enum, EnumId, FunctionId, Item, Name, Path, Record, RecordId, RecordKind, Type, TypedefId, TypedefKind,
};
use crate::options::{Naming, Style, Text};

use self::fields::field_names;
use self::space::{Sort, Space, cut, is_name, spell, without_t};
use self::style::{camel, snake};
use super::function::is_path_word;

pub(crate) use self::space::Clash;

/// The Rust names, by position in the block's lists.
#[derive(Clone, Debug, Default)]
pub(crate) struct Names {
    pub(crate) naming: Naming,
    pub(crate) records: Vec<String>,
    pub(crate) enums: Vec<String>,
    pub(crate) typedefs: Vec<String>,
    /// Typedefs without an item of their own: what they point to has the name.
    pub(crate) unnamed: BTreeSet<TypedefId>,
    /// What an opaque pointer typedef points to: `typedef ... *h;` is `*mut h_pointee`.
    pub(crate) pointees: BTreeMap<TypedefId, String>,
    pub(crate) functions: Vec<String>,
    pub(crate) variables: Vec<String>,
    pub(crate) constants: Vec<String>,
    /// The constants that tell whether what stands in a condition is there.
    pub(crate) guards: Vec<String>,
    /// By record and index in its body.
    pub(crate) fields: Vec<Vec<String>>,
    /// By enum and position in its list.
    pub(crate) enumerators: Vec<Vec<String>>,
    /// Every name of a function, variable, constant or enumerator.
    pub(crate) values: BTreeSet<String>,
    /// The same and the newtypes of enums and statuses: what a pattern of that name would mean.
    pub(crate) patterns: BTreeSet<String>,
    pub(crate) clashes: Vec<Clash>,
}

/// Refuses items of one Rust name.
pub(crate) fn refuse_clashes(
    diag: &mut Diagnostics,
    cdef: &Cdef,
    facts: &Facts,
    naming: &Naming,
    table: Option<&Text>,
) {
    let names = Names::new(cdef, &facts.aliases, naming);
    if let Some(Text { text, span }) = table.filter(|table| names.is_type(&table.text)) {
        diag.error(*span, format!("`{text}` is a type of C's in this block; give the table another name"));
    }
    for Clash { first, second, rust } in names.clashes {
        let (first, hint) = (first.text, "rename one with `cdef_name(…)`");
        diag.error(second.span, format!("`{first}` and `{}` are both `{rust}` in Rust; {hint}", second.text));
    }
}

impl Names {
    /// The name of a record's field, by index in its body.
    pub(crate) fn field(&self, id: RecordId, index: usize) -> &str {
        self.fields.get(id.0).and_then(|fields| fields.get(index)).map_or("", String::as_str)
    }

    /// `aliases` are the header's typedefs of the block's records.
    pub(crate) fn new(cdef: &Cdef, aliases: &BTreeMap<TypedefId, RecordId>, naming: &Naming) -> Names {
        let fields = cdef.records.iter().map(field_names).collect();
        let mut names = Names { naming: naming.clone(), fields, ..Names::default() };
        names.name_types(cdef, aliases);
        names.name_values(cdef);
        names
    }

    /// Whether a type has the name.
    pub(crate) fn is_type(&self, name: &str) -> bool {
        let all = self.records.iter().chain(&self.enums).chain(&self.typedefs).chain(self.pointees.values());
        all.into_iter().any(|taken| taken == name)
    }

    /// The name of a type that we make up, from C's words.
    pub(crate) fn made_up(&self, words: &str) -> String {
        match self.naming.style {
            Style::C => words.to_owned(),
            Style::Rust => camel(cut(&self.naming.prefix, words).unwrap_or(words)),
        }
    }

    /// What the function is called among those with C's own signatures.
    pub(crate) fn raw(&self, cdef: &Cdef, id: FunctionId) -> String {
        let c_name = &cdef.functions[id.0].name.text;
        match self.naming.style {
            Style::C => self.functions[id.0].clone(),
            Style::Rust if is_path_word(c_name) => format!("{c_name}_"),
            Style::Rust => c_name.clone(),
        }
    }

    /// What a method of the type may be called, the best first: without the type's own name in front.
    pub(crate) fn methods(&self, cdef: &Cdef, id: FunctionId, ty: &str, c_types: &[String]) -> Vec<String> {
        let name = &cdef.functions[id.0].name.text;
        if let Some(given) = cdef.rust_names.get(&Item::Function(id)) {
            return vec![given.text.clone()];
        }
        let short = snake(cut(&self.naming.prefix, name).unwrap_or(name));
        let stems = c_types.iter().map(|c_type| {
            let c_type = cut(&self.naming.prefix, c_type).unwrap_or(c_type);
            snake(without_t(c_type).unwrap_or(c_type))
        });
        let mut candidates = Vec::new();
        for stem in [snake(ty)].into_iter().chain(stems) {
            let rest = short.strip_prefix(&stem).and_then(|rest| rest.strip_prefix('_'));
            candidates.extend(rest.filter(|rest| is_name(rest)).map(str::to_owned));
        }
        candidates.extend([short, snake(name)]);
        candidates
    }

    fn name_types(&mut self, cdef: &Cdef, aliases: &BTreeMap<TypedefId, RecordId>) {
        let tags = cdef.records.iter().map(|record| &record.path);
        let tags = tags.chain(cdef.enums.iter().map(|item| &item.path)).filter_map(tag);
        let typedefs = cdef.typedefs.iter().map(|typedef| &typedef.name);
        let naming = self.naming.clone();
        let mut space = Space::new(&naming, typedefs.chain(tags).map(|name| (name, Sort::Type)));
        let given = self.name_given(cdef, &mut space);
        let namers = namers(cdef, aliases, naming.style);
        self.typedefs = Vec::new();
        for (index, typedef) in cdef.typedefs.iter().enumerate() {
            let id = TypedefId(index);
            let named = namers.iter().find(|(_, namer)| **namer == id).map(|(item, _)| *item);
            let name = given.get(&Item::Typedef(id)).or_else(|| given.get(&named?)).cloned();
            self.typedefs.push(name.unwrap_or_else(|| match typedef.kind {
                TypedefKind::TypeOf => space.unique(type_of_name(&typedef.name.text)),
                TypedefKind::Exact(_)
                | TypedefKind::SomeInteger
                | TypedefKind::SomeFloat
                | TypedefKind::Opaque
                | TypedefKind::OpaquePointer
                | TypedefKind::Implicit => space.shorten(Sort::Type, &typedef.name),
            }));
            let points = named.is_some_and(|item| cdef.object_of(id) == Some(item));
            if points {
                self.unnamed.insert(id);
            }
        }
        let known = Known { cdef, namers: &namers, given: &given };
        let tagged: Vec<Option<String>> = (0..cdef.records.len())
            .map(|index| self.tagged(&known, &mut space, Item::Record(RecordId(index))))
            .collect();
        self.enums = (0..cdef.enums.len())
            .map(|index| self.tagged(&known, &mut space, Item::Enum(EnumId(index))))
            .map(Option::unwrap_or_default)
            .collect();
        self.name_members(cdef, &mut space, tagged);
        for (index, typedef) in cdef.typedefs.iter().enumerate() {
            if typedef.kind == TypedefKind::OpaquePointer {
                let name = space.unique(self.part(&self.typedefs[index], "pointee"));
                self.pointees.insert(TypedefId(index), name);
            }
        }
        self.clashes = space.clashes;
    }

    /// `cdef_name(…)` of types.
    fn name_given<'a>(&self, cdef: &'a Cdef, space: &mut Space<'a>) -> BTreeMap<Item, String> {
        let mut given = BTreeMap::new();
        for (item, name) in &cdef.rust_names {
            let c_name = match item {
                Item::Typedef(id) => Some(&cdef.typedefs[id.0].name),
                Item::Record(id) => tag(&cdef.records[id.0].path),
                Item::Enum(id) => tag(&cdef.enums[id.0].path),
                _ => continue,
            };
            given.insert(*item, space.take(name.text.clone(), c_name.unwrap_or(name)));
        }
        given
    }

    // None for what is named after the record that it stands in.
    fn tagged<'a>(&self, known: &Known<'a>, space: &mut Space<'a>, item: Item) -> Option<String> {
        let cdef = known.cdef;
        let (path, keyword) = match item {
            Item::Record(id) => {
                let Record { path, kind, .. } = &cdef.records[id.0];
                (path, keyword(*kind))
            }
            Item::Enum(id) => (&cdef.enums[id.0].path, "enum"),
            _ => return None,
        };
        if let Some(given) = known.given.get(&item) {
            return Some(given.clone());
        }
        // `typedef struct s { … } s;` is one type.
        if let Some(namer) = known.namers.get(&item) {
            return Some(self.typedefs[namer.0].clone());
        }
        match path {
            Path::Tag(name) => {
                let is_taken = cdef.typedefs.iter().any(|typedef| typedef.name.text == name.text);
                Some(match is_taken {
                    false => space.shorten(Sort::Type, name),
                    true => {
                        let name = spell(&self.naming, Sort::Type, &format!("{keyword}_{}", name.text));
                        space.unique(name)
                    }
                })
            }
            Path::Typedef(id) => Some(self.typedefs[id.0].clone()),
            Path::Pointee(id) | Path::Object(id) => Some(space.unique(self.part(&self.typedefs[id.0], "pointee"))),
            Path::Member(..) | Path::Anonymous => None,
        }
    }

    /// The name of what belongs to a type.
    fn part(&self, whole: &str, part: &str) -> String {
        match self.naming.style {
            Style::C => format!("{whole}_{part}"),
            Style::Rust => format!("{whole}{}", camel(part)),
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
                    named[index] = Some(space.unique(self.part(&parent_name, self.field(*parent, *field))));
                    progress = true;
                }
            }
            if !progress {
                break;
            }
        }
        let nameless = spell(&self.naming, Sort::Type, "anonymous");
        self.records = named.into_iter().map(|name| name.unwrap_or_else(|| space.unique(nameless.clone()))).collect();
        for (index, item) in cdef.enums.iter().enumerate() {
            if let Path::Member(parent, field) = item.path {
                let name = self.part(&self.records[parent.0], self.field(parent, field));
                self.enums[index] = space.unique(name);
            }
        }
    }

    fn name_values(&mut self, cdef: &Cdef) {
        let functions = cdef.functions.iter().map(|item| &item.name);
        let variables = cdef.variables.iter().map(|item| &item.name);
        let constants = cdef.constants.iter().map(|item| &item.name);
        let enumerators = cdef.enums.iter().flat_map(enumerator_names);
        let callable = functions.clone().chain(variables.clone()).map(|name| (name, Sort::Function));
        let constant = constants.clone().chain(enumerators).map(|name| (name, Sort::Constant));
        let naming = self.naming.clone();
        let mut space = Space::new(&naming, callable.chain(constant));
        let mut given = BTreeMap::new();
        for (item, name) in &cdef.rust_names {
            if let Item::Function(id) = item {
                given.insert(*id, space.take(name.text.clone(), &cdef.functions[id.0].name));
            }
        }
        self.functions = (functions.enumerate())
            .map(|(index, name)| match given.get(&FunctionId(index)) {
                Some(given) => given.clone(),
                None => space.shorten(Sort::Function, name),
            })
            .collect();
        self.variables = variables.map(|name| space.shorten(Sort::Function, name)).collect();
        self.constants = constants.map(|name| space.shorten(Sort::Constant, name)).collect();
        self.enumerators = (cdef.enums.iter())
            .map(|item| enumerator_names(item).map(|name| space.shorten(Sort::Constant, name)).collect())
            .collect();
        self.guards = self.name_guards(cdef, &mut space);
        let statuses = cdef.types.iter().filter_map(|(item, words)| match item {
            Item::Typedef(id) if words.success.is_some() => self.typedefs.get(id.0),
            _ => None,
        });
        self.patterns = space.names().chain(&self.enums).chain(statuses).cloned().collect();
        self.clashes.append(&mut space.clashes);
        self.values = space.into_taken();
    }

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
                let name = match self.naming.style {
                    Style::C => named.get(c_name).map(|name| (*name).clone()),
                    // The guard is a constant.
                    Style::Rust => Some(c_name.clone()),
                };
                let name = name.unwrap_or_else(|| space.shortened(Sort::Constant, c_name));
                space.unique(format!("HAS_{name}"))
            })
            .collect()
    }
}

/// What the names of records and enums hang on.
struct Known<'a> {
    cdef: &'a Cdef,
    namers: &'a BTreeMap<Item, TypedefId>,
    given: &'a BTreeMap<Item, String>,
}

/// The typedefs whose names their records and enums have.
///
/// With C's names that is one of the tag's own name; by Rust's conventions it is the first one, or a pointer's whose
/// words are about what it points to.
fn namers(cdef: &Cdef, aliases: &BTreeMap<TypedefId, RecordId>, style: Style) -> BTreeMap<Item, TypedefId> {
    let mut namers: BTreeMap<Item, TypedefId> = BTreeMap::new();
    let mut pointers: Vec<(Item, TypedefId)> = Vec::new();
    for (index, typedef) in cdef.typedefs.iter().enumerate() {
        let id = TypedefId(index);
        if let (Style::Rust, Some(object)) = (style, cdef.object_of(id)) {
            pointers.push((object, id));
            continue;
        }
        let named = match (&typedef.kind, aliases.get(&id)) {
            (_, Some(record)) => Item::Record(*record),
            (TypedefKind::Exact(ty), None) => match ty.ty {
                Type::Record(record) => Item::Record(record),
                Type::Enum(item) => Item::Enum(item),
                _ => continue,
            },
            _ => continue,
        };
        let path = match named {
            Item::Record(record) => &cdef.records[record.0].path,
            Item::Enum(item) => &cdef.enums[item.0].path,
            _ => continue,
        };
        let has_name = match path {
            Path::Tag(tag) => style == Style::Rust || tag.text == typedef.name.text,
            Path::Typedef(own) => *own == id,
            Path::Pointee(_) | Path::Object(_) | Path::Member(..) | Path::Anonymous => false,
        };
        if has_name {
            namers.entry(named).or_insert(id);
        }
    }
    for (object, id) in pointers {
        if matches!(object, Item::Record(_) | Item::Enum(_)) {
            namers.entry(object).or_insert(id);
        }
    }
    namers
}

/// `__typeof__(*gmtime(0))` is `typeof_gmtime_0`.
fn type_of_name(spelled: &str) -> String {
    let inner = spelled.trim_start_matches("__typeof__");
    let words = inner.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').filter(|word| !word.is_empty());
    words.fold("typeof".to_owned(), |name, word| name + "_" + word)
}

fn tag(path: &Path) -> Option<&Name> {
    match path {
        Path::Tag(name) => Some(name),
        Path::Typedef(_) | Path::Pointee(_) | Path::Object(_) | Path::Member(..) | Path::Anonymous => None,
    }
}

fn enumerator_names(item: &Enum) -> impl Iterator<Item = &Name> + Clone {
    item.enumerators.iter().flatten().map(|enumerator| &enumerator.name)
}

fn keyword(kind: RecordKind) -> &'static str {
    match kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    }
}
