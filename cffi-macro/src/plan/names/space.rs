//! A Rust name space while it fills: C names in, Rust names out, each once.

use std::collections::{BTreeMap, BTreeSet};

use super::style::{camel, snake};
use crate::model::Name;
use crate::options::{Naming, Style};
use crate::plan::function::is_path_word;

/// Two items of C that would have one Rust name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Clash {
    pub(crate) first: Name,
    pub(crate) second: Name,
    pub(crate) rust: String,
}

/// What a name is the name of, which decides on its letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Type,
    Function,
    /// A constant, which keeps its name where Rust's conventions hold.
    Constant,
}

pub(super) struct Space<'a> {
    naming: &'a Naming,
    /// What may yet be asked for; a shortened name gives way to it.
    full: BTreeSet<String>,
    taken: BTreeMap<String, Option<&'a Name>>,
    pub(super) clashes: Vec<Clash>,
}

impl<'a> Space<'a> {
    pub(super) fn new(naming: &'a Naming, names: impl Iterator<Item = (&'a Name, Sort)>) -> Space<'a> {
        let full = names.map(|(name, sort)| spell(naming, sort, &name.text)).collect();
        Space { naming, full, taken: BTreeMap::new(), clashes: Vec::new() }
    }

    /// The name without the block's prefix, unless that is no identifier or another item's name.
    pub(super) fn shorten(&mut self, sort: Sort, name: &'a Name) -> String {
        self.take(self.shortened(sort, &name.text), name)
    }

    /// What an item is called that has no name yet.
    pub(super) fn shortened(&self, sort: Sort, name: &str) -> String {
        let full = spell(self.naming, sort, name);
        if sort == Sort::Constant && self.naming.style == Style::Rust {
            return full;
        }
        let is_free = |short: &String| !self.full.contains(short) && !self.taken.contains_key(short);
        let short = cut(&self.naming.prefix, name);
        let mut candidates = Vec::new();
        if sort == Sort::Type && self.naming.style == Style::Rust {
            candidates.extend(without_t(short.unwrap_or(name)));
        }
        candidates.extend(short);
        candidates.into_iter().map(|short| spell(self.naming, sort, short)).find(is_free).unwrap_or(full)
    }

    /// Gives an item the name; if another has it, both are remembered.
    pub(super) fn take(&mut self, rust: String, name: &'a Name) -> String {
        if is_path_word(&rust) {
            return self.unique(format!("{rust}_"));
        }
        match self.taken.get(&rust) {
            None => {
                self.taken.insert(rust.clone(), Some(name));
                rust
            }
            Some(first) => {
                if let Some(first) = first {
                    let (first, second) = ((*first).clone(), name.clone());
                    self.clashes.push(Clash { first, second, rust: rust.clone() });
                }
                self.unique(rust)
            }
        }
    }

    /// A name that we made up, set apart from all others.
    pub(super) fn unique(&mut self, mut name: String) -> String {
        while self.full.contains(name.as_str()) || self.taken.contains_key(&name) {
            name.push('_');
        }
        self.taken.insert(name.clone(), None);
        name
    }

    pub(super) fn into_taken(self) -> BTreeSet<String> {
        self.taken.into_keys().collect()
    }

    pub(super) fn names(&self) -> impl Iterator<Item = &String> {
        self.taken.keys()
    }
}

pub(super) fn spell(naming: &Naming, sort: Sort, name: &str) -> String {
    match (naming.style, sort) {
        (Style::C, _) | (_, Sort::Constant) => name.to_owned(),
        (Style::Rust, Sort::Type) => camel(name),
        (Style::Rust, Sort::Function) => snake(name),
    }
}

/// The name behind the block's prefix, if that is one.
pub(super) fn cut<'n>(prefix: &[String], name: &'n str) -> Option<&'n str> {
    let short = prefix.iter().find_map(|prefix| name.strip_prefix(prefix.as_str()))?;
    is_name(short).then_some(short)
}

pub(super) fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_') && text.chars().any(|char| char != '_')
}

/// The name of a typedef without the ending that says that it is one.
pub(super) fn without_t(name: &str) -> Option<&str> {
    name.strip_suffix("_t").filter(|short| is_name(short))
}
