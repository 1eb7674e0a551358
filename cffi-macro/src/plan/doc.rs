//! What rustdoc says about an item: the user's own words and the C declaration.

use crate::cdecl;
use crate::model::{Cdef, Field, Length, Origin, Path, QualType, RecordKind, Type};

/// The docs of an item.
pub(crate) fn item_doc(origin: &Origin) -> String {
    let mut doc = user_doc(&origin.docs);
    if !origin.text.is_empty() {
        if !doc.is_empty() {
            doc.push_str("\n\n");
        }
        // A fence is longer than any run of backticks in the text.
        let mut fence = "```".to_owned();
        while origin.text.contains(&fence) {
            fence.push('`');
        }
        doc.push_str(&format!("{fence}c\n{}\n{fence}", origin.text.trim_end()));
    }
    doc
}

/// The same, with a first sentence where the user has none, for lists of items show that alone.
pub(crate) fn summed_doc(origin: &Origin, summary: &str) -> String {
    let doc = item_doc(origin);
    match user_doc(&origin.docs).is_empty() {
        true if doc.is_empty() => summary.to_owned(),
        true => format!("{summary}\n\n{doc}"),
        false => doc,
    }
}

/// The docs of a field: the user's, or else its C declaration.
pub(crate) fn field_doc(cdef: &Cdef, field: &Field) -> String {
    match &field.name {
        _ if !field.docs.is_empty() => user_doc(&field.docs),
        Some(name) => format!("`{}`", as_written(cdef, &field.ty, &name.text)),
        None => "An anonymous member.".to_owned(),
    }
}

/// A declaration in the block's words, where the compiler needs others: `[...]`, and records without a name.
fn as_written(cdef: &Cdef, ty: &QualType, name: &str) -> String {
    let mut shown = ty.clone();
    show_holes(&mut shown);
    let text = cdecl::declare(cdef, &shown, name);
    let mut nameless = None;
    ty.each(&mut |ty| {
        if let Type::Record(id) = ty.ty
            && matches!(cdef.records[id.0].path, Path::Member(..))
        {
            nameless = Some(id);
        }
    });
    let Some(id) = nameless else { return text };
    let keyword = match cdef.records[id.0].kind {
        RecordKind::Struct => "struct { … }",
        RecordKind::Union => "union { … }",
    };
    text.replace(&cdecl::record(cdef, id), keyword)
}

fn show_holes(ty: &mut QualType) {
    match &mut ty.ty {
        Type::Array(element, length) => {
            if matches!(length, Length::Hole) {
                *length = Length::Asked("...".to_owned());
            }
            show_holes(element);
        }
        Type::Pointer(pointee) => show_holes(pointee),
        _ => {}
    }
}

/// One paragraph or more; the blank behind `///` is no part of the text.
pub(crate) fn user_doc(docs: &[String]) -> String {
    let lines = docs.iter().flat_map(|doc| doc.trim_end().lines());
    let lines: Vec<&str> = lines.map(|line| line.strip_prefix(' ').unwrap_or(line)).collect();
    lines.join("\n").trim().to_owned()
}
