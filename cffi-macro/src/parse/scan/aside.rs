//! What lang-c doesn't read as it stands: static assertions and the types of enums are parsed by themselves, and
//! `typeof_unqual` is written as `typeof`.

use super::{Scanner, Token};
use crate::parse::words::{Word, classify};

impl Scanner<'_> {
    /// Set aside to be parsed by itself; lang-c takes none in a record.
    pub(super) fn assertion(&mut self, token: Token) {
        let length = 1 + self.group_length(1) + 1;
        let end = self.tokens.get(self.at + length - 1).map_or(token.end, |token| token.end);
        self.out.assertions.push(self.at..self.at + length);
        self.fill(token.start, end, b' ');
        self.at += length;
    }

    /// `enum e : T`, which lang-c doesn't read.
    pub(super) fn underlying(&mut self, colon: Token) {
        let length = (0..).find(|ahead| matches!(self.peek(*ahead), "{" | ";" | "")).unwrap_or(0);
        let end = self.tokens.get(self.at + length.max(1) - 1).map_or(colon.end, |token| token.end);
        if length < 2 {
            return self.fail(colon.start, "the type of the enum is missing".to_owned());
        }
        self.out.notes.underlying.insert(self.keyword, colon.end..end);
        self.fill(colon.start, end, b' ');
        self.at += length;
    }

    /// `typeof` and its spellings, one of which lang-c doesn't read.
    pub(super) fn type_of(&mut self, token: Token) {
        if self.peek(1) != "(" {
            let word = token.text(self.text);
            return self.fail(token.start, format!("`{word}` takes a type or an expression in parentheses"));
        }
        self.out.notes.type_of = true;
        if token.text(self.text).contains("unqual") {
            self.fill(token.start, token.end, b' ');
            self.write(token.start, "typeof");
            self.out.notes.unqualified.insert(token.start);
        }
    }

    /// Whether what follows the `(` of a `typeof` begins a type; a name that the block lacks may be anything.
    pub(super) fn begins_type(&self) -> bool {
        match classify(self.peek(1)) {
            Word::Record | Word::Enum | Word::Type | Word::Int128 | Word::Specifier | Word::Atomic | Word::TypeOf => {
                true
            }
            Word::Name if self.known.contains(self.peek(1)) => true,
            Word::Name => self.peek(2) == "*" && matches!(self.peek(3), "*" | ")" | "const" | "volatile"),
            _ => false,
        }
    }
}
