//! A block's tokens in; out come those of plain C, the words of the vocabulary, and where the writer vouches.
//!
//! What is taken out is blanked in the text, at equal length, so that all offsets stay.

use std::ops::Range;

use super::lex::{Kind, Token};
use super::vocabulary::{self, Entry, Takes};
use crate::diag::Diagnostics;
use crate::source::Source;

/// A word of the vocabulary, as it stands.
#[derive(Clone, Debug)]
pub(super) struct RawWord {
    pub(super) entry: Entry,
    pub(super) start: usize,
    /// The tokens of each argument.
    pub(super) arguments: Vec<Vec<Token>>,
}

/// `unsafe extern "C" { … }`
#[derive(Clone, Debug)]
pub(crate) struct Vouched {
    /// Of the keyword `unsafe`.
    pub(crate) start: usize,
    /// Of what stands between the braces.
    pub(crate) range: Range<usize>,
}

#[derive(Debug, Default)]
pub(super) struct Extracted {
    pub(super) tokens: Vec<Token>,
    /// In source order.
    pub(super) words: Vec<RawWord>,
    pub(super) vouched: Vec<Vouched>,
    pub(super) text: String,
    blanks: Vec<Range<usize>>,
}

impl Extracted {
    /// A part of the block without what was taken out of it.
    pub(super) fn without(&self, source: &Source, range: Range<usize>) -> String {
        let inside = self.blanks.iter().filter(|blank| blank.start >= range.start && blank.end <= range.end);
        let inside: Vec<Range<usize>> =
            inside.map(|blank| blank.start - range.start..blank.end - range.start).collect();
        blank(source.slice(range), &inside)
    }
}

/// Takes `unsafe extern "C" { }` and the words of the vocabulary out.
pub(super) fn extract(diag: &mut Diagnostics, source: &Source, text: &str, tokens: Vec<Token>) -> Extracted {
    let is_special = |token: &Token| match token.kind {
        Kind::Word => is_special(token.text(text)),
        Kind::Punct => {
            token.text(text) == "[" && text.get(token.end..).is_some_and(|rest| rest.trim_start().starts_with('['))
        }
        Kind::Number | Kind::Text | Kind::Char => false,
    };
    if !tokens.iter().any(is_special) {
        return Extracted { tokens, text: text.to_owned(), ..Extracted::default() };
    }
    let mut extractor = Extractor { text, tokens: &tokens, at: 0, blanks: Vec::new(), out: Extracted::default() };
    extractor.run(diag, source);
    let Extractor { blanks, mut out, .. } = extractor;
    out.text = blank(text, &blanks);
    out.blanks = blanks;
    out
}

fn is_special(word: &str) -> bool {
    word == "unsafe" || is_attribute_keyword(word) || vocabulary::find(word).is_some()
}

fn is_attribute_keyword(word: &str) -> bool {
    matches!(word, "__attribute__" | "__attribute")
}

fn blank(text: &str, ranges: &[Range<usize>]) -> String {
    let mut bytes = text.as_bytes().to_vec();
    for range in ranges {
        for byte in bytes.get_mut(range.clone()).unwrap_or_default() {
            if *byte != b'\n' {
                *byte = b' ';
            }
        }
    }
    // Whole tokens were replaced by ASCII, so that it is UTF-8 still.
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

struct Extractor<'a> {
    text: &'a str,
    tokens: &'a [Token],
    at: usize,
    blanks: Vec<Range<usize>>,
    out: Extracted,
}

impl<'a> Extractor<'a> {
    fn run(&mut self, diag: &mut Diagnostics, source: &Source) {
        let mut depth = 0usize;
        let mut open: Option<(usize, Vouched)> = None;
        let mut nested = 0usize;
        while let Some(&token) = self.tokens.get(self.at) {
            let word = token.text(self.text);
            match (token.kind, word) {
                (Kind::Punct, "[") if self.ahead(1) == "[" => {
                    self.attributes(self.at + 2);
                    depth += 1;
                }
                (Kind::Punct, "{" | "(" | "[") => depth += 1,
                (Kind::Punct, "}") if depth == 0 && nested > 0 => {
                    nested -= 1;
                    self.skip(1);
                    continue;
                }
                (Kind::Punct, "}") if depth == 0 && open.is_some() => {
                    let (_, mut vouched) = open.take().expect("it was just seen");
                    vouched.range.end = token.start;
                    self.out.vouched.push(vouched);
                    self.skip(1);
                    continue;
                }
                (Kind::Punct, "}" | ")" | "]") => depth = depth.saturating_sub(1),
                (Kind::Word, "unsafe") if depth == 0 && self.is_vouching() => {
                    let brace = self.tokens.get(self.at + 3).copied().unwrap_or(token);
                    if open.is_some() {
                        diag.error(source.span(token.start), "`unsafe extern \"C\"` can't stand inside another");
                        nested += 1;
                    } else {
                        open = Some((brace.start, Vouched { start: token.start, range: brace.end..brace.end }));
                    }
                    self.skip(4);
                    continue;
                }
                (Kind::Word, word) if is_attribute_keyword(word) => {
                    if (self.ahead(1), self.ahead(2)) == ("(", "(") {
                        self.attributes(self.at + 3);
                    }
                }
                (Kind::Word, word) => {
                    if let Some(entry) = vocabulary::find(word) {
                        self.word(diag, source, entry, token);
                        continue;
                    }
                    // Elsewhere it may be a name.
                    if let Some(meant) = vocabulary::nearest(word).filter(|_| open.is_some()) {
                        self.misspelt(diag, source, meant, token);
                        continue;
                    }
                }
                (Kind::Number | Kind::Text | Kind::Char | Kind::Punct, _) => {}
            }
            self.out.tokens.push(token);
            self.at += 1;
        }
        if let Some((brace, mut vouched)) = open {
            diag.error(source.span(brace), "`{` is not closed");
            vouched.range.end = self.text.len();
            self.out.vouched.push(vouched);
        }
    }

    fn ahead(&self, ahead: usize) -> &'a str {
        self.tokens.get(self.at + ahead).map_or("", |token| token.text(self.text))
    }

    fn is_vouching(&self) -> bool {
        (self.ahead(1), self.ahead(2), self.ahead(3)) == ("extern", "\"C\"", "{")
    }

    /// Those of a list of attributes that say what a word could; they stay in the text.
    fn attributes(&mut self, first: usize) {
        let mut index = first;
        while let Some(token) = self.tokens.get(index) {
            let name = token.text(self.text);
            if matches!(name, ")" | "]" | "") {
                return;
            }
            let group = self.group(index);
            if let Some(entry) = vocabulary::attribute(name) {
                let arguments = group.clone().map_or_else(Vec::new, |inner| self.split(inner));
                self.out.words.push(RawWord { entry, start: token.start, arguments });
            }
            index = group.map_or(index + 1, |inner| inner.end + 1);
        }
    }

    fn skip(&mut self, count: usize) {
        for token in self.tokens.iter().skip(self.at).take(count) {
            self.blanks.push(token.start..token.end);
        }
        self.at += count;
    }

    fn word(&mut self, diag: &mut Diagnostics, source: &Source, entry: Entry, token: Token) {
        let group = self.group(self.at);
        let (arguments, length) = match (&group, entry.takes) {
            (_, Takes::Nothing) | (None, _) => (Vec::new(), 1),
            (Some(inner), _) => (self.split(inner.clone()), inner.len() + 3),
        };
        let fits = match entry.takes {
            Takes::Nothing => true,
            Takes::Expressions(count) => arguments.len() == count,
            Takes::Name | Takes::Flow => arguments.len() == 1,
            Takes::NameAndTime => arguments.len() == 2,
            Takes::Names | Takes::Parts => !arguments.is_empty(),
            Takes::OptionalName => arguments.len() <= 1,
        };
        if !fits || arguments.iter().any(Vec::is_empty) {
            diag.error(source.span(token.start), format!("`{}` is written `{}`", entry.name, form(entry)));
        } else {
            self.out.words.push(RawWord { entry, start: token.start, arguments });
        }
        let end = self.tokens.get(self.at + length - 1).map_or(token.end, |last| last.end);
        self.blanks.push(token.start..end);
        self.at += length;
    }

    /// Nothing is said of what follows from it.
    fn misspelt(&mut self, diag: &mut Diagnostics, source: &Source, meant: Entry, token: Token) {
        let word = token.text(self.text);
        let message = format!("there is no word `{word}`; did you mean `{}`?", meant.name);
        diag.error(source.span(token.start), message);
        let group = self.group(self.at).filter(|_| meant.takes != Takes::Nothing);
        self.skip(group.map_or(1, |inner| inner.len() + 3));
    }

    /// What stands in the parentheses behind a word.
    fn group(&self, word: usize) -> Option<Range<usize>> {
        let start = word + 1;
        if self.tokens.get(start)?.text(self.text) != "(" {
            return None;
        }
        let mut depth = 0usize;
        for (index, token) in self.tokens.iter().enumerate().skip(start) {
            match token.text(self.text) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return Some(start + 1..index);
            }
        }
        None
    }

    fn split(&self, range: Range<usize>) -> Vec<Vec<Token>> {
        let mut arguments = vec![Vec::new()];
        let mut depth = 0usize;
        for &token in self.tokens.get(range).unwrap_or_default() {
            match token.text(self.text) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                "," if depth == 0 => {
                    arguments.push(Vec::new());
                    continue;
                }
                _ => {}
            }
            if let Some(argument) = arguments.last_mut() {
                argument.push(token);
            }
        }
        match arguments.as_slice() {
            [only] if only.is_empty() => Vec::new(),
            _ => arguments,
        }
    }
}

/// How a word is written.
fn form(entry: Entry) -> String {
    let name = entry.name;
    match entry.takes {
        Takes::Nothing => name.to_owned(),
        Takes::Expressions(1) => format!("{name}(expression)"),
        Takes::Expressions(_) => format!("{name}(expression, expression)"),
        Takes::Name | Takes::Names => format!("{name}(name)"),
        Takes::NameAndTime => format!("{name}(user_data, always)` or `{name}(user_data, on_success)"),
        Takes::Flow => format!("{name}(_Outptr_)` or `{name}(_Out_)"),
        Takes::OptionalName => format!("{name}(name)` or `{name}()"),
        Takes::Parts => format!("{name}(expression, …)"),
    }
}
