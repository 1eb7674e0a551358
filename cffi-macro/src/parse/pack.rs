//! `#pragma pack` lines in, the packing in force from each of them on, out.

use std::ops::Range;

use super::lex::{Kind, Token};
use crate::diag::Diagnostics;
use crate::source::Source;

/// `_Pragma("…")` between declarations.
pub(super) struct PragmaOperator {
    range: Range<usize>,
    /// As a `#pragma` line.
    line: String,
}

/// Takes the operators out of the tokens, and blanks them in the text; those of function bodies are C's (C11 6.10.9).
pub(super) fn take_operators(text: &mut String, tokens: &mut Vec<Token>) -> Vec<PragmaOperator> {
    let mut found: Vec<PragmaOperator> = Vec::new();
    let mut depth = 0usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.text(text) {
            "{" | "(" | "[" => depth += 1,
            "}" | ")" | "]" => depth = depth.saturating_sub(1),
            "_Pragma" if depth == 0 => {
                if let Some([open, content, close]) = tokens.get(index + 1..index + 4)
                    && (open.text(text), content.kind, close.text(text)) == ("(", Kind::Text, ")")
                {
                    let content = content.text(text).trim_matches('"').replace("\\\"", "\"").replace("\\\\", "\\");
                    found.push(PragmaOperator { range: token.start..close.end, line: format!("#pragma {content}") });
                }
            }
            _ => {}
        }
    }
    for operator in &found {
        let blank = " ".repeat(operator.range.len());
        text.replace_range(operator.range.clone(), &blank);
    }
    tokens.retain(|token| !found.iter().any(|operator| operator.range.contains(&token.start)));
    found
}

/// Reads the lines in order; those of the preamble count, for C goes on from there.
pub(super) fn read(
    diag: &mut Diagnostics,
    source: &Source,
    lines: &[Range<usize>],
    operators: &[PragmaOperator],
) -> Vec<(usize, Option<u64>)> {
    let lines = lines.iter().map(|line| (line.clone(), source.text.get(line.clone()).unwrap_or("")));
    let operators = operators.iter().map(|operator| (operator.range.clone(), operator.line.as_str()));
    let mut pragmas: Vec<(Range<usize>, &str)> = lines.chain(operators).collect();
    pragmas.sort_by_key(|(range, _)| range.start);
    let mut packs: Vec<(usize, Option<u64>)> = vec![(0, source.pack)];
    let mut stack: Vec<(Option<String>, Option<u64>)> = Vec::new();
    let initial = source.pack;
    for (line, text) in pragmas {
        let Some(arguments) = arguments(text) else { continue };
        let now = packs.last().map_or(initial, |(_, pack)| *pack);
        match apply(&arguments, now, initial, &mut stack) {
            Some(pack) => packs.push((line.end, pack)),
            None => diag.error(
                source.span(line.start),
                "`#pragma pack` is written `#pragma pack(n)`, `pack(push, n)`, `pack(push)`, `pack(pop)` or `pack()`, \
                 with n one of 1, 2, 4, 8, 16",
            ),
        }
    }
    packs
}

/// What stands between the parentheses of `#pragma pack(…)`.
fn arguments(line: &str) -> Option<Vec<&str>> {
    let pragma = line.trim_start().strip_prefix('#')?.trim_start().strip_prefix("pragma")?;
    let rest = pragma.trim_start().strip_prefix("pack")?.trim_start();
    let inner = rest.strip_prefix('(').and_then(|rest| rest.split_once(')')).map_or("?", |(inner, _)| inner);
    Some(inner.split(',').map(str::trim).collect())
}

fn apply(
    arguments: &[&str],
    now: Option<u64>,
    initial: Option<u64>,
    stack: &mut Vec<(Option<String>, Option<u64>)>,
) -> Option<Option<u64>> {
    match arguments {
        [""] => Some(initial),
        ["push", rest @ ..] => {
            let (name, value) = match rest {
                [] => (None, now),
                [one] => match number(one) {
                    Some(value) => (None, value),
                    None if is_name(one) => (Some((*one).to_owned()), now),
                    None => return None,
                },
                [name, value] if is_name(name) => (Some((*name).to_owned()), number(value)?),
                _ => return None,
            };
            stack.push((name, now));
            Some(value)
        }
        ["pop"] => Some(stack.pop().map_or(now, |(_, before)| before)),
        ["pop", name] if is_name(name) => {
            let at = stack.iter().rposition(|(pushed, _)| pushed.as_deref() == Some(name));
            Some(at.and_then(|at| stack.drain(at..).next()).map_or(now, |(_, before)| before))
        }
        [value] => number(value),
        _ => None,
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_ascii_alphabetic() || first == '_')
        && text.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
}

/// `0` is no packing.
pub(crate) fn number(text: &str) -> Option<Option<u64>> {
    match text {
        "0" => Some(None),
        "1" | "2" | "4" | "8" | "16" => text.parse().ok().map(Some),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(lines: &[&str], expected: &[Option<u64>]) {
        let text = lines.join("\n");
        let mut source = Source::default();
        let mut diag = Diagnostics::default();
        source.push_text(&mut diag, 0, crate::source::Origin::String, &text);
        let mut ranges = Vec::new();
        let mut start = 0;
        for line in &source.text.split_inclusive('\n').map(str::len).collect::<Vec<_>>() {
            ranges.push(start..start + line);
            start += line;
        }
        let packs = read(&mut diag, &source, &ranges, &[]);
        assert_eq!(packs.into_iter().map(|(_, pack)| pack).collect::<Vec<_>>(), expected, "{text}");
    }

    #[test]
    fn a_pop_brings_back_what_a_push_kept() {
        check(&["#pragma pack(push, 1)", "#pragma pack(2)", "#pragma pack(pop)"], &[None, Some(1), Some(2), None]);
        check(&["# pragma pack ( 4 )", "#pragma pack()"], &[None, Some(4), None]);
        check(
            &["#pragma pack(push, a, 2)", "#pragma pack(push)", "#pragma pack(pop, a)"],
            &[None, Some(2), Some(2), None],
        );
        check(&["#pragma pack(3)", "#pragma once"], &[None]);
        check(&["#pragma pack(push, 3)", "#pragma pack(push, a, 3)", "#pragma pack(pop, 1)"], &[None]);
    }
}
