//! Pieces of the block's text for people: origins, expressions, doc comments.

use std::ops::Range;

use crate::parse::{Kind, lex};
use crate::source::{Doc, Placement, Source};

/// White space between tokens made one space, none at the ends.
pub(crate) fn tidy(text: &str) -> String {
    let (tokens, _) = lex(text, 0, text.len());
    let mut out = String::with_capacity(text.len());
    let mut end = None;
    for token in tokens {
        let word = token.text(text);
        if token.kind == Kind::Punct && word == "\\" {
            continue;
        }
        if end.is_some_and(|end| end < token.start) {
            out.push(' ');
        }
        out.push_str(word);
        end = Some(token.end);
    }
    out
}

/// The range of an expression, with the parentheses that lang-c's spans cut off at its ends.
pub(crate) fn balanced(text: &str, range: Range<usize>) -> Range<usize> {
    let (tokens, _) = lex(text, range.start, range.end.min(text.len()));
    let (mut left, mut right) = (0usize, 0usize);
    for token in &tokens {
        match token.text(text) {
            "(" => right += 1,
            ")" if right > 0 => right -= 1,
            ")" => left += 1,
            _ => {}
        }
    }
    let mut start = range.start;
    let mut end = tokens.last().map_or(range.end, |token| token.end);
    for _ in 0..left {
        match text.get(..start).and_then(|before| before.trim_end().strip_suffix('(')) {
            Some(before) => start = before.len(),
            None => break,
        }
    }
    for _ in 0..right {
        let Some(rest) = text.get(end..) else { break };
        let space = rest.len() - rest.trim_start().len();
        match rest.trim_start().starts_with(')') {
            true => end += space + 1,
            false => break,
        }
    }
    start..end
}

/// An expression as C text, without parentheses around the whole.
pub(crate) fn expression(text: &str) -> String {
    let mut text = tidy(text);
    while let Some(inner) = strip_parentheses(&text) {
        text = inner;
    }
    text
}

fn strip_parentheses(text: &str) -> Option<String> {
    let inner = text.strip_prefix('(')?.strip_suffix(')')?;
    let (tokens, _) = lex(inner, 0, inner.len());
    let mut depth = 0usize;
    for token in tokens {
        match token.text(inner) {
            "(" => depth += 1,
            ")" => depth = depth.checked_sub(1)?,
            _ => {}
        }
    }
    Some(inner.trim().to_owned())
}

/// Removes what stands between the outermost braces, and them.
pub(crate) fn without_body(text: &str) -> String {
    match (text.find('{'), text.rfind('}')) {
        (Some(open), Some(close)) if open < close => {
            let (head, tail) = (text.get(..open).unwrap_or(""), text.get(close + 1..).unwrap_or(""));
            format!("{head} {tail}")
        }
        _ => text.to_owned(),
    }
}

/// The block's doc comments in order.
pub(crate) struct Docs<'a> {
    text: &'a str,
    before: Vec<&'a Doc>,
    after: Vec<&'a Doc>,
}

impl<'a> Docs<'a> {
    pub(crate) fn new(source: &'a Source) -> Docs<'a> {
        let of = |placement: Placement| {
            let mut docs: Vec<&Doc> = source.docs.iter().filter(|doc| doc.placement == placement).collect();
            docs.sort_by_key(|doc| doc.offset);
            docs
        };
        Docs { text: &source.text, before: of(Placement::Before), after: of(Placement::After) }
    }

    /// The comments right before `range` and right after it, behind its `;` or `,`.
    pub(crate) fn of(&self, range: Range<usize>) -> Vec<String> {
        if self.before.is_empty() && self.after.is_empty() {
            return Vec::new();
        }
        let head = self.text.get(..range.start).unwrap_or("").trim_end().len();
        let tail = |from: usize| {
            let rest = self.text.get(from..).unwrap_or("");
            from + (rest.len() - rest.trim_start().len())
        };
        let mut end = tail(range.end);
        let ends_open = !self.text.get(..range.end).unwrap_or("").ends_with([';', '}']);
        if ends_open && self.text.get(end..).is_some_and(|rest| rest.starts_with([';', ','])) {
            end = tail(end + 1);
        }
        let mut docs = between(&self.before, head, range.start);
        docs.extend(between(&self.after, range.end, end));
        docs
    }
}

fn between(docs: &[&Doc], from: usize, to: usize) -> Vec<String> {
    let first = docs.partition_point(|doc| (doc.offset as usize) < from);
    let docs = docs.get(first..).unwrap_or_default();
    docs.iter().take_while(|doc| doc.offset as usize <= to).map(|doc| doc.text.clone()).collect()
}
