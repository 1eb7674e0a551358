//! The `#if` lines behind the preamble: a block's text in, a question for the preprocessor out; its answer in, the text
//! that is left out.
//!
//! Nothing is decided here: between the lines stand marks, and what the preprocessor leaves of them is taken.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::ops::Range;

use super::{Unit, body_range, directives, lex, split};
use crate::diag::Diagnostics;
use crate::model::{PreamblePart, Span};
use crate::source::Source;

/// What stands in the preprocessor's output for the text behind a line.
const MARK: &str = "cdef_taken_";

/// The `#if` lines of a block, of which there is at least one.
pub(crate) struct Conditions {
    /// What the preprocessor reads before them.
    pub(crate) preamble: Vec<PreamblePart>,
    /// The block has an `#include`, or C code.
    pub(crate) verified: bool,
    /// Each `#if` has its `#endif`.
    pub(crate) balanced: bool,
    lines: Vec<Line>,
    text: String,
}

struct Line {
    range: Range<usize>,
    span: Span,
    /// The text behind it belongs to a condition.
    guards: bool,
    /// It stands in the first branch of each condition around it.
    first: bool,
}

/// Which parts of a text the preprocessor takes, and which depend on it.
#[derive(Debug, Default)]
pub(crate) struct Branches {
    /// The `#` lines themselves.
    lines: Vec<Range<usize>>,
    taken: Vec<Range<usize>>,
    left: Vec<Range<usize>>,
}

/// Finds the lines; None if the block has none.
pub(crate) fn read(diag: &mut Diagnostics, source: &Source) -> Option<Conditions> {
    let ranges = split::directive_lines(&source.text);
    let directives: Vec<_> = ranges.iter().filter_map(|line| directives::directive(source, line.clone())).collect();
    if !directives.iter().any(|line| is_condition(&line.word)) {
        return None;
    }
    // Lines in a function's body are C's own, and what is wrong with the text is told when it is parsed.
    let silent = &mut Diagnostics::default();
    let text = split::blank_directives(&source.text, &ranges);
    let (tokens, _) = lex::lex_all(silent, source, &text);
    let pieces = split::split(silent, source, &text, &tokens);
    let bodies: Vec<Range<usize>> = pieces.iter().filter_map(|piece| body_range(&tokens, piece)).collect();
    let in_body = |offset: usize| {
        let next = bodies.partition_point(|body| body.end <= offset);
        bodies.get(next).is_some_and(|body| body.contains(&offset))
    };
    let mut unit = Unit::default();
    let mut reader = Reader { diag, source, lines: Vec::new(), text: String::new(), balanced: true };
    for file in directives.chunk_by(|a, b| source.file_start(a.start) == source.file_start(b.start)) {
        let (preamble, others) = file.split_at(directives::preamble_end(file));
        preamble.iter().for_each(|line| directives::preamble_line(silent, source, line, &mut unit));
        let conditions = others.iter().filter(|line| is_condition(&line.word) && !in_body(line.start));
        reader.file(conditions);
    }
    let Reader { lines, text, balanced, .. } = reader;
    let verified = !unit.preamble.is_empty() || !bodies.is_empty();
    (!lines.is_empty()).then_some(Conditions { preamble: unit.preamble, verified, balanced, lines, text })
}

fn is_condition(word: &str) -> bool {
    matches!(word, "if" | "ifdef" | "ifndef" | "elif" | "elifdef" | "elifndef" | "else" | "endif")
}

struct Reader<'a> {
    diag: &'a mut Diagnostics,
    source: &'a Source,
    lines: Vec<Line>,
    text: String,
    balanced: bool,
}

/// An `#if` without its `#endif` so far.
struct Open<'a> {
    line: &'a directives::Directive,
    has_else: bool,
    first: bool,
}

impl Reader<'_> {
    fn file<'d>(&mut self, directives: impl Iterator<Item = &'d directives::Directive>) {
        let mut open: Vec<Open<'_>> = Vec::new();
        for line in directives {
            let word = line.word.as_str();
            match (word, open.last_mut()) {
                ("if" | "ifdef" | "ifndef", _) => open.push(Open { line, has_else: false, first: true }),
                ("endif", Some(_)) => {
                    open.pop();
                }
                (_, None) => {
                    self.error(line, format!("`#{word}` belongs to no `#if`"));
                    continue;
                }
                (_, Some(Open { has_else: true, .. })) => {
                    self.error(line, format!("`#{word}` stands behind the `#else` of its `#if`"));
                    continue;
                }
                (word, Some(outer)) => {
                    outer.has_else = word == "else";
                    outer.first = false;
                }
            }
            self.line(line, &open);
        }
        for Open { line, .. } in open {
            self.error(line, format!("`#{}` is not closed; add `#endif`", line.word));
        }
    }

    fn error(&mut self, line: &directives::Directive, message: String) {
        self.balanced = false;
        self.diag.error(self.source.span(line.start), message);
    }

    fn line(&mut self, line: &directives::Directive, open: &[Open<'_>]) {
        let mark = self.lines.len();
        // A `#line` in a group that is left out counts for nothing, so that one at the top must do: each of ours is two
        // lines long.
        let text = split::join_lines(self.source.slice(line.range.clone())).replace('\n', " ");
        let _ = writeln!(self.text, "{text}\n{MARK}{mark}");
        self.lines.push(Line {
            range: line.range.clone(),
            span: self.source.span(line.start),
            guards: !open.is_empty(),
            first: open.iter().all(|open| open.first),
        });
    }
}

impl Conditions {
    /// What the preprocessor is to read behind the preamble.
    pub(crate) fn question(&self) -> String {
        format!("#line 1 \"cdef!i\"\n{}", self.text)
    }

    /// The `#` line that a message is about.
    pub(crate) fn span(&self, line: u32) -> Option<Span> {
        let index = (line as usize).checked_sub(1)? / 2;
        self.lines.get(index).map(|line| line.span)
    }

    /// Where the first `#if` stands.
    pub(crate) fn first(&self) -> Span {
        self.lines[0].span
    }

    /// What the preprocessor's output leaves of the text.
    pub(crate) fn answer(&self, source: &Source, output: &str) -> Branches {
        let taken: BTreeSet<usize> =
            output.lines().filter_map(|line| line.trim().strip_prefix(MARK)?.parse().ok()).collect();
        self.branches(source, |index, _| taken.contains(&index))
    }

    /// The first branch of each condition, where the preprocessor can't be asked.
    pub(crate) fn guess(&self, source: &Source) -> Branches {
        self.branches(source, |_, line| line.first)
    }

    fn branches(&self, source: &Source, is_taken: impl Fn(usize, &Line) -> bool) -> Branches {
        let mut branches = Branches::default();
        for (index, line) in self.lines.iter().enumerate() {
            branches.lines.push(line.range.clone());
            if !line.guards {
                continue;
            }
            let end = self.lines.get(index + 1).map_or(source.text.len(), |next| next.range.start);
            let part = line.range.end..end;
            if is_taken(index, line) { branches.taken.push(part) } else { branches.left.push(part) }
        }
        branches
    }
}

fn is_balanced(text: &str, part: Range<usize>) -> bool {
    let mut open = 0_usize;
    for token in lex::lex(text, part.start, part.end).0 {
        match token.text(text) {
            "{" => open += 1,
            "}" if open == 0 => return false,
            "}" => open -= 1,
            _ => {}
        }
    }
    open == 0
}

impl Branches {
    /// Leaves the taken parts in the source, and gives a source of those that were left out.
    pub(crate) fn cut(&self, source: &mut Source) -> Source {
        let mut left = source.clone();
        for line in &self.lines {
            source.blank(line.clone());
        }
        let mut at = 0;
        for part in &self.left {
            source.blank(part.clone());
            left.blank(at..part.start);
            // Half a record has no functions, and would take those behind it along.
            if !is_balanced(&left.text, part.clone()) {
                left.blank(part.clone());
            }
            at = part.end;
        }
        left.blank(at..left.text.len());
        for line in &self.lines {
            left.blank(line.clone());
            // What is cut off at the end of a part doesn't reach into the next.
            left.text.replace_range(line.start..line.start + 1, ";");
        }
        left
    }

    /// Whether a declaration that stands there depends on a condition.
    pub(crate) fn guards(&self, span: Span) -> bool {
        self.taken.iter().any(|part| part.contains(&(span.offset as usize)))
    }
}
