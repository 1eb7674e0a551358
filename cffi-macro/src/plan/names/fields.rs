//! Names of fields in Rust.

use std::collections::BTreeSet;

use crate::model::Record;
use crate::plan::function::is_path_word;
use crate::plan::layout::placed_fields;

/// The names of a record's fields, by index in the body; anonymous members are `anon1`, `anon2`, ….
pub(super) fn field_names(record: &Record) -> Vec<String> {
    let placed = placed_fields(&record.body).filter_map(|(_, field)| field.name.as_ref());
    let taken: BTreeSet<&str> = placed.map(|name| name.text.as_str()).collect();
    let free = |mut name: String| {
        while taken.contains(name.as_str()) {
            name.push('_');
        }
        name
    };
    let mut anonymous = 0;
    let names = record.fields().iter().map(|field| match &field.name {
        // Five words, so that each has a suffix of its own.
        Some(name) if is_path_word(&name.text) => free(format!("{}_", name.text)),
        Some(name) => name.text.clone(),
        None => {
            anonymous += usize::from(field.bits.is_none());
            free(format!("anon{anonymous}"))
        }
    });
    names.collect()
}
