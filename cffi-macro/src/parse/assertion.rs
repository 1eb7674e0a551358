//! `_Static_assert(condition, "message");`, at the top level or in a record, in; its condition as an expression out.

use super::lex::{Kind, Token};
use super::words::TypeNames;
use super::{Annotations, Declaration, DeclarationKind, Notes, Unit, scan, syntax_error, tree};
use crate::diag::Diagnostics;
use crate::source::Source;

pub(crate) fn is_assertion(text: &str, tokens: &[Token]) -> bool {
    let words: Vec<&str> = tokens.iter().take(2).map(|token| token.text(text)).collect();
    matches!(words.as_slice(), ["_Static_assert" | "static_assert", "("])
}

/// The tokens are those from the keyword to the `;`.
pub(super) fn parse_assertion(
    diag: &mut Diagnostics,
    source: &Source,
    text: &str,
    tokens: &[Token],
    known: &TypeNames,
    unit: &mut Unit,
) {
    let [keyword, _, inner @ .., close, end] = tokens else {
        return syntax_error(diag, source, text, tokens, 0);
    };
    if (close.text(text), end.text(text)) != (")", ";") {
        return syntax_error(diag, source, text, tokens, close.start);
    }
    // C23 has a form without a message.
    let comma = inner.iter().rposition(|token| token.kind != Kind::Text).filter(|at| inner[*at].text(text) == ",");
    let (condition, message) = match comma {
        Some(at) if at + 1 < inner.len() => {
            (inner.get(..at).unwrap_or_default(), inner.get(at + 1..).unwrap_or_default())
        }
        Some(_) | None => (inner, [].as_slice()),
    };
    let (Some(first), Some(last)) = (condition.first(), condition.last()) else {
        return syntax_error(diag, source, text, tokens, inner.first().unwrap_or(close).start);
    };
    let scanned = scan::scan_expression(text, condition, known);
    if let Some((offset, message)) = scanned.error {
        return diag.error(source.span(offset), message);
    }
    match tree::parse_expression(&scanned.types, scanned.text, first.start) {
        Ok(condition) => {
            let message = message.iter().map(|token| token.text(text).trim_matches('"')).collect();
            unit.declarations.push(Declaration {
                range: keyword.start..end.end,
                kind: DeclarationKind::Assertion { condition, message },
                notes: Notes::default(),
                annotations: Annotations::default(),
                vouched: None,
                names: Vec::new(),
                tags: Vec::new(),
            });
        }
        Err(offset) => syntax_error(diag, source, text, condition, offset.min(last.start)),
    }
}
