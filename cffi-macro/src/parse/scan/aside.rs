//! What lang-c doesn't read and is parsed by itself: static assertions, and the types of enums.

use super::{Scanner, Token};

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
}
