//! `use path::T;`, a type of another block: tokens in, the path and its C name out.

use super::lex::{Kind, Token};
use super::{Unit, name};
use crate::diag::Diagnostics;
use crate::model::{Name, RustPath};
use crate::source::Source;

/// A C type whose Rust type is another block's.
#[derive(Clone, Debug)]
pub(crate) struct UsedType {
    pub(crate) path: RustPath,
    /// The last segment, or what stands behind `as`.
    pub(crate) c_name: Name,
}

/// Whether the item begins as one; a C type may have the name `use`.
pub(super) fn is_use(text: &str, tokens: &[Token]) -> bool {
    let word = |index: usize| tokens.get(index).map_or("", |token| token.text(text));
    word(0) == "use" && !matches!(word(1), "*" | "(" | ";" | "")
}

/// Reads the item into `unit`.
pub(super) fn read(diag: &mut Diagnostics, source: &Source, text: &str, tokens: &[Token], unit: &mut Unit) {
    let mut path = RustPath { is_global: false, segments: Vec::new() };
    let mut rest = tokens.get(1..).unwrap_or_default();
    if let [first, ..] = rest
        && matches!(first.text(text), "<" | "\"") | matches!(first.kind, Kind::Text)
    {
        let message = "taking declarations from a header is not supported yet; declare them";
        return diag.error(source.span(first.start), message);
    }
    if let Some(behind) = colons(text, rest) {
        path.is_global = true;
        rest = behind;
    }
    while let [segment, behind @ ..] = rest
        && segment.kind == Kind::Word
    {
        path.segments.push(name(source, text, segment));
        rest = behind;
        match colons(text, rest) {
            Some(behind) => rest = behind,
            None => break,
        }
    }
    let c_name = match rest {
        [semicolon] if semicolon.text(text) == ";" => path.segments.last().cloned(),
        [keyword, renamed, semicolon]
            if keyword.text(text) == "as" && renamed.kind == Kind::Word && semicolon.text(text) == ";" =>
        {
            Some(name(source, text, renamed))
        }
        _ => None,
    };
    let path_word = |name: &Name| matches!(name.text.as_str(), "self" | "Self" | "super" | "crate");
    match c_name.filter(|name| !path_word(name) && !path.segments.is_empty()) {
        Some(c_name) => unit.uses.push(UsedType { path, c_name }),
        None => {
            let at = rest.first().or(tokens.first()).map_or(0, |token| token.start);
            diag.error(source.span(at), "a type of another block is written `use path::T;` or `use path::T as U;`");
        }
    }
}

fn colons<'t>(text: &str, tokens: &'t [Token]) -> Option<&'t [Token]> {
    match tokens {
        [first, second, rest @ ..] if first.text(text) == ":" && second.text(text) == ":" => Some(rest),
        _ => None,
    }
}
