//! The words of one declaration in, what each of them is about out.
//!
//! This knows just enough grammar for that: a pointer's words stand behind its `*` (as `const` does, C11 6.7.6.1),
//! a parameter's anywhere in it, a function's behind its parameters or in front, a type's behind its name.

use std::ops::Range;

use super::extract::RawWord;
use super::lex::{Kind, Token};
use super::scan;
use super::tree::{self, Formula};
use super::vocabulary::{Entry, Subject, Takes, is_attribute};
use super::words::{TypeNames, Word as Class, classify};
use crate::diag::Diagnostics;
use crate::source::Source;

/// A word with its arguments read.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) entry: Entry,
    pub(crate) offset: usize,
    pub(crate) arguments: Vec<Argument>,
}

#[derive(Debug)]
pub(crate) struct Argument {
    /// `name =` in front.
    pub(crate) label: Option<String>,
    pub(crate) text: String,
    pub(crate) offset: usize,
    /// Of a word that takes expressions; `return` stands in it as a name.
    pub(crate) formula: Option<Formula>,
}

impl Argument {
    /// The expression, of a word that takes some.
    pub(crate) fn formula(&self) -> &Formula {
        self.formula.as_ref().expect("what the vocabulary says to be expressions was read as such")
    }
}

/// A word and which of the pointers around it is meant: 0 for the outermost, None for a word in front of all of them.
#[derive(Debug)]
pub(crate) struct Placed {
    pub(crate) word: Word,
    pub(crate) depth: Option<usize>,
}

/// The words of a declaration.
#[derive(Debug, Default)]
pub(crate) struct Annotations {
    /// Of the function or the type itself.
    pub(crate) item: Vec<Word>,
    /// Of the pointers of a result, a variable or a typedef.
    pub(crate) pointers: Vec<Placed>,
    /// By position.
    pub(crate) parameters: Vec<ParameterWords>,
    /// With the offset of the field's name.
    pub(crate) fields: Vec<(usize, Word)>,
}

#[derive(Debug, Default)]
pub(crate) struct ParameterWords {
    pub(crate) words: Vec<Placed>,
    /// Of a parameter that is a pointer to a function.
    pub(crate) callback: Option<Box<Annotations>>,
}

impl Annotations {
    pub(crate) fn is_empty(&self) -> bool {
        self.item.is_empty() && self.pointers.is_empty() && self.parameters.is_empty() && self.fields.is_empty()
    }
}

/// Sorts the words of a declaration.
///
/// `tokens` lack them; `names` are those that the declaration gives.
pub(super) fn annotate(
    diag: &mut Diagnostics,
    source: &Source,
    text: &str,
    tokens: &[Token],
    names: &[Token],
    words: &[RawWord],
    known: &TypeNames,
) -> Annotations {
    let mut out = Annotations::default();
    if words.is_empty() {
        return out;
    }
    let mut annotator = Annotator { diag, source, text, tokens, words, known };
    let outside = |token: &&Token| annotator.depth_of(token.start) == 0;
    let outer: Vec<Token> = names.iter().filter(outside).copied().collect();
    if let [_, second, ..] = outer.as_slice() {
        let message = "words stand in declarations of one name; declare this one by itself";
        annotator.diag.error(source.span(second.start), message);
        return out;
    }
    let name = outer.first().and_then(|name| tokens.iter().position(|token| token.start == name.start));
    annotator.declaration(0..tokens.len(), name, &mut out);
    out
}

struct Annotator<'a> {
    diag: &'a mut Diagnostics,
    source: &'a Source,
    /// With the words.
    text: &'a str,
    tokens: &'a [Token],
    words: &'a [RawWord],
    known: &'a TypeNames,
}

impl<'a> Annotator<'a> {
    fn token(&self, index: usize) -> &'a str {
        self.tokens.get(index).map_or("", |token| token.text(self.text))
    }

    /// Brackets of any kind around an offset, but for the parentheses of declarators and parameters.
    fn depth_of(&self, offset: usize) -> usize {
        let mut depth = 0usize;
        for token in self.tokens.iter().take_while(|token| token.start < offset) {
            match token.text(self.text) {
                "{" => depth += 1,
                "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        depth
    }

    /// The token that stands behind the word.
    fn place(&self, word: &RawWord) -> usize {
        self.tokens.partition_point(|token| token.start < word.start)
    }

    fn close(&self, open: usize) -> usize {
        let mut depth = 0usize;
        for index in open..self.tokens.len() {
            match self.token(index) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 {
                return index;
            }
        }
        self.tokens.len()
    }

    /// A declaration, or a parameter that is a pointer to a function; `name` is where its declarator has its name.
    fn declaration(&mut self, range: Range<usize>, name: Option<usize>, out: &mut Annotations) {
        if self.token(range.start) == "typedef"
            && let Some((star, inner)) = self.function_pointer(&range)
        {
            // What stands at the pointer is the typedef's own.
            let group = inner.start - 1..self.close(inner.start - 1) + 1;
            let mut own = Vec::new();
            self.declaration_of_callback(&range, group, star, out, &mut own);
            out.pointers.extend(own);
            return;
        }
        let open = name.map(|name| name + 1).filter(|open| self.token(*open) == "(");
        let close = open.map(|open| self.close(open));
        let stars = name.map_or(0, |name| self.stars(range.start..name));
        for word in self.words_in(&range) {
            let at = self.place(word);
            let inside = open.zip(close).is_some_and(|(open, close)| at > open && at <= close);
            if inside {
                continue;
            }
            if is_attribute(word.entry) {
                // Types and variables have some of these, too.
                if open.is_some() && self.field_of(&range, at).is_none() {
                    out.item.extend(self.read(word));
                }
                continue;
            }
            if let Some(field) = self.field_of(&range, at) {
                if let Some(read) = self.read(word) {
                    out.fields.push((field, read));
                }
                continue;
            }
            let Some(read) = self.read(word) else { continue };
            match word.entry.subject {
                Subject::Function | Subject::Type | Subject::Item | Subject::Callback => out.item.push(read),
                Subject::Pointer | Subject::Parameter => {
                    let before = self.stars(range.start..at.min(name.unwrap_or(at)));
                    let depth = (before > 0 || stars == 0).then(|| stars.saturating_sub(before));
                    // `cdef_shared` behind a type's name is about the type.
                    match (name, open) {
                        (Some(name), None) if at > name => out.item.push(read),
                        (None, _) => out.item.push(read),
                        _ => out.pointers.push(Placed { word: read, depth }),
                    }
                }
            }
        }
        if let (Some(open), Some(close)) = (open, close) {
            self.parameters(open + 1..close, out);
        }
    }

    fn parameters(&mut self, range: Range<usize>, out: &mut Annotations) {
        if self.words_in(&range).is_empty() {
            return;
        }
        let mut start = range.start;
        let mut depth = 0usize;
        for index in range.clone() {
            match self.token(index) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                "," if depth == 0 => {
                    let parameter = self.parameter(start..index);
                    out.parameters.push(parameter);
                    start = index + 1;
                }
                _ => {}
            }
        }
        let parameter = self.parameter(start..range.end);
        out.parameters.push(parameter);
    }

    fn parameter(&mut self, range: Range<usize>) -> ParameterWords {
        let mut out = ParameterWords::default();
        if let Some((name, inner)) = self.function_pointer(&range) {
            let mut callback = Annotations::default();
            // `(*words name)(parameters)`: what stands at the pointer is the parameter's.
            let group = inner.start - 1..self.close(inner.start - 1) + 1;
            self.declaration_of_callback(&range, group, name, &mut callback, &mut out.words);
            out.callback = Some(Box::new(callback));
            return out;
        }
        let stars = self.stars(range.clone());
        // An array of pointers is a pointer to them (C11 6.7.6.3p7), whose words stand behind the name.
        let array = self.array(range.clone()).filter(|_| stars > 0);
        for word in self.words_in(&range) {
            let at = self.place(word);
            let before = self.stars(range.start..at);
            let depth = match array {
                Some(array) if at >= array => Some(0),
                Some(_) => (before > 0).then(|| stars.saturating_sub(before) + 1),
                None => (before > 0 || stars == 0).then(|| stars.saturating_sub(before)),
            };
            match word.entry.subject {
                Subject::Pointer | Subject::Parameter => {
                    if let Some(word) = self.read(word) {
                        out.words.push(Placed { word, depth });
                    }
                }
                Subject::Function | Subject::Type | Subject::Item | Subject::Callback if is_attribute(word.entry) => {}
                // Its type is a typedef, which has the prototype.
                Subject::Callback => {
                    let callback = out.callback.get_or_insert_default();
                    callback.item.extend(self.read(word));
                }
                Subject::Type if word.entry.name == "cdef_send" => {
                    let callback = out.callback.get_or_insert_default();
                    callback.item.extend(self.read(word));
                }
                Subject::Function | Subject::Type | Subject::Item => {
                    let message = format!("`{}` says nothing about a parameter", word.entry.name);
                    self.diag.error(self.source.span(word.start), message);
                }
            }
        }
        out
    }

    fn declaration_of_callback(
        &mut self,
        range: &Range<usize>,
        group: Range<usize>,
        name: usize,
        callback: &mut Annotations,
        own: &mut Vec<Placed>,
    ) {
        let stars = self.stars(range.start..name);
        for word in self.words_in(range) {
            let at = self.place(word);
            if at > group.start && at < group.end {
                continue;
            }
            let Some(read) = self.read(word) else { continue };
            match word.entry.subject {
                // `cdef_send` may be said of a callback, too.
                Subject::Function | Subject::Type | Subject::Item | Subject::Callback => callback.item.push(read),
                Subject::Pointer | Subject::Parameter if at > name && at <= group.start => {
                    own.push(Placed { word: read, depth: Some(0) });
                }
                Subject::Pointer | Subject::Parameter => {
                    let before = self.stars(range.start..at);
                    callback.pointers.push(Placed { word: read, depth: Some(stars.saturating_sub(before)) });
                }
            }
        }
        self.parameters(group.start + 1..group.end - 1, callback);
    }

    /// `R (*name)(A)`: where `(*` stands, and what stands in the second parentheses.
    fn function_pointer(&self, range: &Range<usize>) -> Option<(usize, Range<usize>)> {
        let is_pointer = |index: &usize| self.token(*index) == "(" && self.token(self.past_words(index + 1)) == "*";
        let open = range.clone().find(is_pointer)?;
        let close = self.close(open);
        let next = close + 1;
        (next < range.end && self.token(next) == "(").then(|| (open, next + 1..self.close(next)))
    }

    /// The bracket of an array's length, outside of others.
    fn array(&self, range: Range<usize>) -> Option<usize> {
        let mut depth = 0usize;
        for index in range {
            match self.token(index) {
                "[" if depth == 0 => return Some(index),
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                _ => {}
            }
        }
        None
    }

    /// Behind the calling conventions and attributes that start here.
    fn past_words(&self, start: usize) -> usize {
        let mut index = start;
        loop {
            index = match classify(self.token(index)) {
                Class::Convention | Class::Ignored => index + 1,
                Class::Attribute if self.token(index + 1) == "(" => self.close(index + 1) + 1,
                _ => return index,
            };
        }
    }

    /// Pointers in front of the name, outside of all brackets.
    fn stars(&self, range: Range<usize>) -> usize {
        let mut depth = 0usize;
        let mut stars = 0;
        for index in range {
            match self.token(index) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                "*" if depth == 0 => stars += 1,
                _ => {}
            }
        }
        stars
    }

    /// The name of the field that a word in a record's body belongs to.
    fn field_of(&self, range: &Range<usize>, at: usize) -> Option<usize> {
        let body = range.clone().find(|index| self.token(*index) == "{")?;
        if at <= body || at > self.close(body) {
            return None;
        }
        let start = (body..at).rev().find(|index| matches!(self.token(*index), "{" | ";" | "}"))? + 1;
        let end = (at..self.tokens.len()).find(|index| matches!(self.token(*index), ";" | "}"))?;
        let is_name = |index: &usize| {
            let token = self.tokens.get(*index);
            token.is_some_and(|token| token.kind == Kind::Word && classify(token.text(self.text)) == Class::Name)
                && matches!(self.token(index + 1), ";" | "[" | "," | ":" | ")")
        };
        (start..end).find(is_name).and_then(|index| self.tokens.get(index)).map(|token| token.start)
    }

    /// The words between the token in front of a range and the one behind it.
    fn words_in(&self, range: &Range<usize>) -> Vec<&'a RawWord> {
        let words: &'a [RawWord] = self.words;
        let previous = range.start.checked_sub(1).and_then(|index| self.tokens.get(index));
        let next = self.tokens.get(range.end);
        let is_inside = |word: &&RawWord| {
            previous.is_none_or(|previous| word.start > previous.start)
                && next.is_none_or(|next| word.start < next.start)
        };
        words.iter().filter(is_inside).collect()
    }

    fn read(&mut self, word: &RawWord) -> Option<Word> {
        let mut arguments = Vec::new();
        for tokens in &word.arguments {
            arguments.push(self.argument(word.entry, tokens)?);
        }
        Some(Word { entry: word.entry, offset: word.start, arguments })
    }

    fn argument(&mut self, entry: Entry, tokens: &[Token]) -> Option<Argument> {
        let (label, tokens) = match tokens {
            [name, equals, rest @ ..]
                if entry.takes == Takes::Parts
                    && name.kind == Kind::Word
                    && equals.text(self.text) == "="
                    && !rest.is_empty() =>
            {
                (Some(name.text(self.text).to_owned()), rest)
            }
            tokens => (None, tokens),
        };
        let (first, last) = (tokens.first()?, tokens.last()?);
        let text = self.text.get(first.start..last.end).unwrap_or("").to_owned();
        let formula = match entry.takes {
            Takes::Expressions(_) | Takes::Parts => Some(self.expression(tokens)?),
            Takes::Nothing | Takes::Name | Takes::Names | Takes::NameAndTime | Takes::Flow | Takes::OptionalName => {
                None
            }
        };
        Some(Argument { label, text, offset: first.start, formula })
    }

    // lang-c would take `return` for a statement's keyword.
    fn expression(&mut self, tokens: &[Token]) -> Option<Formula> {
        let base = tokens.first()?.start;
        let mut scanned = scan::scan_expression(self.text, tokens, self.known);
        if let Some((offset, message)) = scanned.error.take() {
            self.diag.error(self.source.span(offset), message);
            return None;
        }
        for token in tokens.iter().filter(|token| token.text(self.text) == "return") {
            if let Some(bytes) = scanned.text.get_mut(token.start - base..token.end - base) {
                bytes.copy_from_slice(b"_eturn");
            }
        }
        match tree::parse_expression(&scanned.types, scanned.text, base) {
            Ok(formula) => Some(formula),
            Err(offset) => {
                let end = tokens.last().map_or(base, |token| token.start);
                super::syntax_error(self.diag, self.source, self.text, tokens, offset.min(end));
                None
            }
        }
    }
}
