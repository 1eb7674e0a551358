//! The block's text in, its preamble and the trees of its declarations out.
//!
//! lang-c stops at its first error and keeps its table of types to itself,
//! so each declaration is parsed alone, behind typedefs of just the names that it uses.

mod annotate;
mod assertion;
mod conditions;
mod directives;
mod extract;
mod lex;
mod pack;
mod scan;
mod split;
mod tree;
mod uses;
mod vocabulary;
mod words;

use std::collections::HashSet;
use std::ops::Range;

use crate::diag::Diagnostics;
use crate::model::{Binding, Name, PreamblePart, Span};
use crate::source::Source;

pub(crate) use annotate::{Annotations, Argument, ParameterWords, Placed, Word};
pub(crate) use conditions::{Branches, Conditions, read as conditions};
pub(crate) use lex::{Kind, lex};
pub(crate) use scan::{LayoutWord, Notes, Open, Optional, OptionalWord, PlacedConvention, Vector};
pub(crate) use tree::{Formula, Tree};
pub(crate) use uses::UsedType;
pub(crate) use vocabulary::{Subject, is_ours};

/// A block, each declaration by itself.
#[derive(Debug, Default)]
pub(crate) struct Unit {
    pub(crate) preamble: Vec<PreamblePart>,
    /// The block has an `#include`.
    pub(crate) verified: bool,
    /// The block's options say so.
    pub(crate) binding: Binding,
    /// In source order.
    pub(crate) declarations: Vec<Declaration>,
    /// Types of other blocks.
    pub(crate) uses: Vec<UsedType>,
    /// The text of the block without its `#` lines, at equal length.
    pub(crate) text: String,
    /// The `#pragma pack` in force from an offset on, in source order.
    pub(crate) packs: Vec<(usize, Option<u64>)>,
    /// Names of declarations that were refused.
    pub(crate) poisoned: Vec<Name>,
    pub(crate) poisoned_tags: Vec<Name>,
}

impl Unit {
    /// Whether the block defines functions, which only a C compiler can read.
    pub(crate) fn has_definitions(&self) -> bool {
        let is_definition =
            |declaration: &Declaration| matches!(declaration.kind, DeclarationKind::C { body: Some(_), .. });
        self.declarations.iter().any(is_definition)
    }
}

#[derive(Debug)]
pub(crate) struct Declaration {
    /// From its first token to its last.
    pub(crate) range: Range<usize>,
    pub(crate) kind: DeclarationKind,
    pub(crate) notes: Notes,
    /// What it declares.
    pub(crate) names: Vec<Name>,
    /// Tags of the records and enums whose bodies it holds.
    pub(crate) tags: Vec<Name>,
    pub(crate) annotations: Annotations,
    /// The `unsafe` whose `extern "C" { … }` it stands in.
    pub(crate) vouched: Option<Span>,
}

#[derive(Debug)]
pub(crate) enum DeclarationKind {
    C {
        tree: Tree,
        /// The whole definition of a function, verbatim.
        body: Option<String>,
    },
    /// `#define X expression`, `#define X ...`
    Macro { name: Name, value: MacroValue },
    /// `_Static_assert(condition, "message");`
    Assertion { condition: Formula, message: String },
}

#[derive(Debug)]
pub(crate) enum MacroValue {
    /// With its place.
    Given(Formula, Range<usize>),
    /// Where the `...` stands.
    Hole(usize),
}

/// Reads a whole block.
pub(crate) fn parse(diag: &mut Diagnostics, source: &Source) -> Unit {
    let lines = split::directive_lines(&source.text);
    let mut annotated = split::blank_directives(&source.text, &lines);
    let (mut tokens, unclosed) = lex::lex_all(diag, source, &annotated);
    let pragmas = pack::take_operators(&mut annotated, &mut tokens);
    let extracted = extract::extract(diag, source, &annotated, tokens);
    let (text, tokens) = (&extracted.text, &extracted.tokens);
    let pieces = split::split(diag, source, text, tokens);
    let mut known = words::TypeNames { declared: HashSet::new() };
    let mut unit = Unit::default();
    for piece in &pieces {
        let tokens = tokens.get(piece.tokens.clone()).unwrap_or_default();
        if uses::is_use(text, tokens) {
            uses::read(diag, source, text, tokens, &mut unit);
        }
        if tokens.iter().take(4).any(|token| token.text(text) == "typedef") {
            let scanned = scan::scan(text, tokens, &known);
            known.declared.extend(scanned.names.iter().map(|name| name.text(text).to_owned()));
        }
    }
    known.declared.extend(unit.uses.iter().map(|used| used.c_name.text.clone()));
    // The `#` lines of a function's body are part of its text.
    let mut bodies = pieces.iter().filter_map(|piece| body_range(tokens, piece)).peekable();
    let lines: Vec<Range<usize>> = lines
        .into_iter()
        .filter(|line| {
            while bodies.next_if(|body| body.end <= line.start).is_some() {}
            !bodies.peek().is_some_and(|body| body.contains(&line.start))
        })
        .collect();
    directives::read(diag, source, &lines, &known, &mut unit);
    let mut scans = Vec::new();
    let mut words = extracted.words.as_slice();
    for piece in &pieces {
        let tokens = tokens.get(piece.tokens.clone()).unwrap_or_default();
        let end = tokens.last().map_or(0, |token| token.end);
        let (own, rest) = words.split_at(words.partition_point(|word| word.start < end));
        words = rest;
        // The lexer told what is wrong.
        let next = unclosed.partition_point(|&offset| tokens.first().is_some_and(|first| offset < first.start));
        if unclosed.get(next).is_some_and(|offset| *offset < end) {
            continue;
        }
        let body = piece.body.map(|body| body - piece.tokens.start);
        if let Some(mut scan) = scan_piece(diag, source, text, tokens, body, &known, &mut unit) {
            scan.annotations =
                annotate::annotate(diag, source, &annotated, scan.head, &scan.scanned.names, own, &known);
            scan.vouched = extracted.vouched.iter().find(|vouched| vouched.range.contains(&scan.range.start));
            scans.push(scan);
        }
    }
    if let Some(word) = words.first() {
        diag.error(source.span(word.start), format!("`{}` stands in no declaration", word.entry.name));
    }
    let sources: Vec<tree::TreeSource<'_>> = scans.iter().map(Scan::tree_source).collect();
    let trees = tree::parse_all(&sources);
    for (scan, tree) in scans.into_iter().zip(trees) {
        match tree {
            Ok(tree) => unit.declarations.push(scan.declaration(source, &extracted, tree)),
            Err(offset) => {
                syntax_error(diag, source, text, scan.head, offset);
                scan.poison(source, text, &mut unit);
            }
        }
    }
    unit.packs = pack::read(diag, source, &lines, &pragmas);
    unit.declarations.sort_by_key(|declaration| declaration.range.start);
    unit.text = annotated;
    unit
}

fn body_range(tokens: &[lex::Token], piece: &split::Piece) -> Option<Range<usize>> {
    Some(tokens.get(piece.body?)?.start..tokens.get(piece.tokens.end.checked_sub(1)?)?.end)
}

/// A piece that lang-c can read, or should be able to.
struct Scan<'a> {
    head: &'a [lex::Token],
    range: Range<usize>,
    has_body: bool,
    scanned: scan::Scanned,
    annotations: Annotations,
    vouched: Option<&'a extract::Vouched>,
}

impl Scan<'_> {
    fn tree_source(&self) -> tree::TreeSource<'_> {
        tree::TreeSource { types: &self.scanned.types, text: &self.scanned.text, base: self.range.start }
    }

    fn declaration(self, source: &Source, extracted: &extract::Extracted, tree: Tree) -> Declaration {
        let body = self.has_body.then(|| extracted.without(source, self.range.clone()));
        let [names, tags] =
            [&self.scanned.names, &self.scanned.tags].map(|tokens| names(source, &extracted.text, tokens));
        Declaration {
            range: self.range,
            kind: DeclarationKind::C { tree, body },
            notes: self.scanned.notes,
            names,
            tags,
            annotations: self.annotations,
            vouched: self.vouched.map(|vouched| source.span(vouched.start)),
        }
    }

    fn poison(&self, source: &Source, text: &str, unit: &mut Unit) {
        unit.poisoned.extend(names(source, text, &self.scanned.names));
        unit.poisoned_tags.extend(names(source, text, &self.scanned.tags));
    }
}

fn scan_piece<'a>(
    diag: &mut Diagnostics,
    source: &Source,
    text: &str,
    tokens: &'a [lex::Token],
    body: Option<usize>,
    known: &words::TypeNames,
    unit: &mut Unit,
) -> Option<Scan<'a>> {
    let marks = tokens.iter().take_while(|token| token.text(text) == "__extension__").count();
    let (first, last) = (tokens.first()?, tokens.last()?);
    let range = first.start..last.end;
    if first.text(text) == ";" || uses::is_use(text, tokens) {
        return None;
    }
    if let Some(tokens) = tokens.get(marks..).filter(|tokens| assertion::is_assertion(text, tokens)) {
        assertion::parse_assertion(diag, source, text, tokens, known, unit);
        return None;
    }
    if let Some(message) = foreign_item(text, tokens) {
        diag.error(source.span(range.start), message);
        return None;
    }
    let head = tokens.get(..body.unwrap_or(tokens.len())).unwrap_or_default();
    let mut scanned = scan::scan(text, head, known);
    if body.is_some() {
        scanned.text.push(b';');
    }
    for range in std::mem::take(&mut scanned.assertions) {
        let tokens = tokens.get(range).unwrap_or_default();
        assertion::parse_assertion(diag, source, text, tokens, known, unit);
    }
    let error = scanned.error.take();
    let has_body = body.is_some();
    let scan = Scan { head, range, has_body, scanned, annotations: Annotations::default(), vouched: None };
    match error {
        Some((offset, message)) => {
            diag.error(source.span(offset), message);
            scan.poison(source, text, unit);
            None
        }
        None => Some(scan),
    }
}

fn names(source: &Source, text: &str, tokens: &[lex::Token]) -> Vec<Name> {
    tokens.iter().map(|token| name(source, text, token)).collect()
}

fn name(source: &Source, text: &str, token: &lex::Token) -> Name {
    Name { text: token.text(text).to_owned(), span: source.span(token.start) }
}

/// Items that are no C declarations, or not yet.
fn foreign_item(text: &str, tokens: &[lex::Token]) -> Option<String> {
    let words: Vec<&str> = tokens.iter().take(3).map(|token| token.text(text)).collect();
    let language = |index: usize| words.get(index).filter(|word| word.starts_with('"'));
    let is_rust = || {
        let mut all = tokens.iter().map(|token| token.text(text));
        words.get(2) == Some(&"(") && all.any(|token| token == "->")
            || words.get(2) == Some(&"(") && tokens.windows(2).any(|pair| pair[1].text(text) == ":")
    };
    match words.first().copied() {
        Some("pub") => Some("`pub` is left out: all that a block declares is public".to_owned()),
        Some("fn") if is_rust() => {
            Some("this is a function of Rust's; C declares it as in `int f(int a, const char *b);`".to_owned())
        }
        Some("unsafe") => Some("`unsafe` stands in `unsafe extern \"C\" { … }` alone".to_owned()),
        Some("extern") if language(1).is_some_and(|language| language.contains("Python")) => Some(
            "`extern \"Python\"` is CFFI's; in `cdef!` Rust functions that C calls are declared by `extern \"Rust\"`"
                .to_owned(),
        ),
        Some("extern") if language(1) == Some(&"\"C\"") => Some(
            "`extern \"C\"` is C++'s: leave it out; safe declarations stand in `unsafe extern \"C\" { … }`".to_owned(),
        ),
        Some("extern") => language(1).map(|language| format!("`extern {language}` is not supported yet")),
        _ => None,
    }
}

// What lang-c expected is not fit for users.
fn syntax_error(diag: &mut Diagnostics, source: &Source, text: &str, tokens: &[lex::Token], offset: usize) {
    let at = tokens.iter().position(|token| token.end > offset).unwrap_or(tokens.len().saturating_sub(1));
    let Some(token) = tokens.get(at) else { return };
    let before = at.checked_sub(1).and_then(|before| tokens.get(before));
    // What a last field ends in.
    let is_field = before.is_some_and(|before| match before.kind {
        Kind::Word => words::classify(before.text(text)) == words::Word::Name,
        Kind::Number => true,
        Kind::Punct => matches!(before.text(text), ")" | "]"),
        Kind::Text | Kind::Char => false,
    });
    let message = match token.text(text) {
        ";" => "unexpected `;`".to_owned(),
        "}" if is_field => "expected `;` before `}`".to_owned(),
        word => format!("syntax error at `{word}`"),
    };
    diag.error(source.span(token.start), message);
}
