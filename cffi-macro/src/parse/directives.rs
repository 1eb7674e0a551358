//! The `#` lines of a block: its preamble, its constants, and those that are refused.

use std::ops::Range;

use super::scan::{Notes, scan_expression};
use super::words::TypeNames;
use super::{Annotations, Declaration, DeclarationKind, MacroValue, Unit, lex, split, tree};
use crate::diag::Diagnostics;
use crate::model::{Name, PreamblePart};
use crate::source::Source;

/// One `#` line.
pub(super) struct Directive {
    /// Offset of the `#`.
    pub(super) start: usize,
    /// The word behind `#`; a line marker has a number.
    pub(super) word: String,
    /// What follows the word, at equal length.
    rest: Range<usize>,
    pub(super) range: Range<usize>,
}

/// Sorts the `#` lines into `unit`.
pub(crate) fn read(
    diag: &mut Diagnostics,
    source: &Source,
    lines: &[Range<usize>],
    known: &TypeNames,
    unit: &mut Unit,
) {
    let directives: Vec<Directive> = lines.iter().filter_map(|line| directive(source, line.clone())).collect();
    // A file's constants stay constants, whatever the block includes behind them.
    for text in directives.chunk_by(|a, b| source.file_start(a.start) == source.file_start(b.start)) {
        let (preamble, others) = text.split_at(preamble_end(text));
        unit.verified |= !preamble.is_empty();
        preamble.iter().for_each(|line| preamble_line(diag, source, line, unit));
        read_others(diag, source, others, known, unit);
    }
}

/// The `#` lines below a preamble.
fn read_others(diag: &mut Diagnostics, source: &Source, lines: &[Directive], known: &TypeNames, unit: &mut Unit) {
    for line in lines {
        let word = line.word.as_str();
        match word {
            "define" => define(diag, source, line, known, unit),
            // Decided and taken out by now.
            "if" | "ifdef" | "ifndef" | "else" | "elif" | "elifdef" | "elifndef" | "endif" => {}
            "line" | "pragma" | "undef" | "" => {}
            word if word.starts_with(|first: char| first.is_ascii_digit()) => {}
            _ => diag.error(source.span(line.start), format!("`#{word}` can only stand before the last `#include`")),
        }
    }
}

pub(super) fn directive(source: &Source, range: Range<usize>) -> Option<Directive> {
    let text = source.text.get(range.clone())?;
    let behind = text.strip_prefix('#')?;
    let indent = behind.len() - behind.trim_start_matches([' ', '\t']).len();
    let behind = behind.get(indent..)?;
    let length = behind.find(|char: char| !(char.is_alphanumeric() || char == '_')).unwrap_or(behind.len());
    let rest = range.start + 1 + indent + length;
    Some(Directive { start: range.start, word: behind.get(..length)?.to_owned(), rest: rest..range.end, range })
}

fn rest<'a>(source: &'a Source, line: &Directive) -> &'a str {
    source.text.get(line.rest.clone()).unwrap_or("")
}

fn is_include(line: &Directive) -> bool {
    matches!(line.word.as_str(), "include" | "include_next" | "import")
}

/// The number of lines up to the last `#include` and the `#endif` that closes what is open there.
pub(super) fn preamble_end(directives: &[Directive]) -> usize {
    let Some(last) = directives.iter().rposition(is_include) else {
        return 0;
    };
    let mut open = 0usize;
    for (index, line) in directives.iter().enumerate() {
        match line.word.as_str() {
            "if" | "ifdef" | "ifndef" => open += 1,
            "endif" => open = open.saturating_sub(1),
            _ => {}
        }
        if index >= last && open == 0 {
            return index + 1;
        }
    }
    directives.len()
}

pub(super) fn preamble_line(diag: &mut Diagnostics, source: &Source, line: &Directive, unit: &mut Unit) {
    let rest = rest(source, line);
    let is_marker = line.word == "line" || line.word.starts_with(|first: char| first.is_ascii_digit());
    if is_marker {
        return;
    }
    if line.word == "define" {
        let mut words = rest.split_whitespace();
        let name = words.next().unwrap_or("");
        if words.next() == Some("...") && words.next().is_none() {
            let at = line.rest.start + (rest.len() - rest.trim_start().len());
            unit.poisoned.push(Name { text: name.to_owned(), span: source.span(at) });
            let message = format!("`#define {name} ...` must stand below the last `#include`; move it there");
            return diag.error(source.span(at), message);
        }
    }
    // A header that is not found is shown at its name.
    let at = match is_include(line) {
        true => line.rest.start + (rest.len() - rest.trim_start().len()),
        false => line.start,
    };
    // Compilers pass over it, and with it over a declaration.
    if let Some(offset) = behind_header(rest).filter(|_| is_include(line)) {
        let message = format!("`#{}` takes the whole line; move this to the next one", line.word);
        diag.error(source.span(line.rest.start + offset), message);
    }
    let text = source.text.get(line.range.clone()).unwrap_or("").to_owned();
    unit.preamble.push(PreamblePart { text, span: source.span(at) });
}

/// Where something stands behind a header's name that is no comment.
fn behind_header(rest: &str) -> Option<usize> {
    let open = rest.find(|char: char| !char.is_whitespace())?;
    let close = match rest.as_bytes().get(open)? {
        b'<' => '>',
        b'"' => '"',
        _ => return None,
    };
    let end = open + 1 + rest.get(open + 1..)?.find(close)? + 1;
    let (tokens, _) = lex::lex(rest, end, rest.len());
    tokens.first().map(|token| token.start)
}

fn define(diag: &mut Diagnostics, source: &Source, line: &Directive, known: &TypeNames, unit: &mut Unit) {
    let head = source.text.get(..line.rest.start).unwrap_or("");
    // Equal length keeps offsets; only this line is read from the copy.
    let padded = split::join_lines(rest(source, line));
    let (tokens, open) = lex::lex(&padded, 0, padded.len());
    let shift = head.len();
    let at = |offset: usize| source.span(shift + offset);
    if let Some(&offset) = open.first() {
        return diag.error(at(offset), "this literal has no closing quote on its line");
    }
    let Some((name, value)) = tokens.split_first().filter(|(name, _)| name.kind == lex::Kind::Word) else {
        return diag.error(source.span(line.start), "`#define` needs a name");
    };
    let text = name.text(&padded);
    let name = Name { text: text.to_owned(), span: at(name.start) };
    let move_up = match unit.verified {
        true => "move it above the last `#include`",
        false => "add an `#include` below it",
    };
    let (Some(first), Some(last)) = (value.first(), value.last()) else {
        unit.poisoned.push(name.clone());
        let message =
            format!("`#define {text}` has no value; write `#define {text} ...` to ask the header, or {move_up}");
        return diag.error(name.span, message);
    };
    if last.text(&padded) == "cdef_optional" {
        unit.poisoned.push(name.clone());
        let message = format!("an optional constant names its type: `static const T {text} cdef_optional;`");
        return diag.error(at(last.start), message);
    }
    let adjacent = padded.get(..first.start).is_some_and(|before| before.ends_with(text));
    if first.text(&padded) == "(" && adjacent {
        let message =
            format!("a macro with parameters is declared as a function: `R {text}(A);`; to define it, {move_up}");
        unit.poisoned.push(name.clone());
        return diag.error(name.span, message);
    }
    let range = shift + first.start..shift + last.end;
    let whole = line.start..range.end;
    let mut declare = |value| {
        let kind = DeclarationKind::Macro { name: name.clone(), value };
        let notes = Notes::default();
        unit.declarations.push(Declaration {
            range: whole.clone(),
            kind,
            notes,
            names: vec![name.clone()],
            tags: Vec::new(),
            annotations: Annotations::default(),
            vouched: None,
        });
    };
    if value.len() == 1 && first.text(&padded) == "..." {
        return declare(MacroValue::Hole(range.start));
    }
    let unfit = value.iter().find(|token| matches!(token.text(&padded), ";" | "{" | "}" | "#" | "##" | "..."));
    let scanned = scan_expression(&padded, value, known);
    let unbalanced = unbalanced(&padded, value);
    let failed = if let Some(offset) = unfit.map(|token| token.start).or(unbalanced) {
        Some((offset, None))
    } else if let Some((offset, message)) = scanned.error {
        Some((offset, Some(message)))
    } else {
        match tree::parse_expression(&scanned.types, scanned.text, range.start) {
            Ok(formula) => {
                declare(MacroValue::Given(formula, range));
                None
            }
            Err(offset) => Some((offset.saturating_sub(shift).min(last.start), None)),
        }
    };
    if let Some((offset, message)) = failed {
        let offset = value.iter().find(|token| token.end > offset).map_or(offset, |token| token.start);
        let message = message.unwrap_or_else(|| {
            if value.len() > 1 && offset == last.start && last.text(&padded) == ";" {
                return format!("the line of `#define {text}` takes no `;`");
            }
            format!("the value of `{text}` is no expression; if C code needs this macro, {move_up}")
        });
        diag.error(at(offset), message);
        unit.poisoned.push(name.clone());
    }
}

fn unbalanced(text: &str, tokens: &[lex::Token]) -> Option<usize> {
    let mut open = Vec::new();
    for token in tokens {
        match token.text(text) {
            "(" => open.push((token.start, ")")),
            "[" => open.push((token.start, "]")),
            close @ (")" | "]") => match open.pop() {
                Some((_, expected)) if expected == close => {}
                _ => return Some(token.start),
            },
            _ => {}
        }
        if open.len() > split::MAX_DEPTH {
            return Some(token.start);
        }
    }
    open.first().map(|&(start, _)| start)
}
