//! `__attribute__((…))` and its like: blanked, with notes of those that matter.

use super::{LayoutWord, Optional, OptionalWord, Scanner, Token, Vector, layout};
use crate::model::{BitRule, Convention};
use crate::parse::lex::Kind;
use crate::parse::words::Word;

impl Scanner<'_> {
    pub(super) fn optional(&mut self, offset: usize, word: OptionalWord) {
        let frame = *self.frame();
        if self.frames.len() > 1 {
            if word == OptionalWord::Ours {
                self.fail(offset, "`cdef_optional` stands behind a whole declaration, before its `;`".to_owned());
            }
            return;
        }
        // Among the specifiers an attribute belongs to all declarators.
        let declarator = (frame.named || self.declarator > 0).then_some(self.declarator);
        self.out.notes.optional.push(Optional { offset, declarator, word });
    }

    // What a vector is made of, and what `mode` makes of a number, is told by a typedef alone.
    fn vector(&mut self, token: Token) {
        let frame = *self.frame();
        if self.frames.len() > 1 || !self.out.is_typedef {
            let (word, hint) = (token.text(self.text), "and use that");
            let message =
                format!("a type with `{word}` needs a name; write `typedef T name __attribute__(({word}(…)));` {hint}");
            return self.fail(token.start, message);
        }
        let mut rest = self.tokens.iter().skip_while(|other| other.start <= token.start);
        let mut depth = 0usize;
        let end = rest.find(|token| {
            match token.text(self.text) {
                "(" => depth += 1,
                ")" => depth = depth.saturating_sub(1),
                _ => {}
            }
            depth == 0
        });
        let text = self.text.get(token.start..end.map_or(token.end, |end| end.end)).unwrap_or("").to_owned();
        let declarator = (frame.named || self.declarator > 0).then_some(self.declarator);
        self.out.notes.vector = Some(Vector { offset: token.start, text, declarator });
    }

    // `__attribute__((…))`, `__declspec(…)`, `__asm__("label")`, blanked.
    pub(super) fn attribute(&mut self, token: Token, class: Word) {
        let length = self.group_length(1);
        let end = self.tokens.get(self.at + length).map_or(token.end, |token| token.end);
        let arguments = self.tokens.get(self.at + 1..self.at + 1 + length).unwrap_or_default();
        let label = self.attributes(arguments);
        if class == Word::AsmLabel && self.frames.len() == 1 {
            self.out.notes.labels.insert(self.declarator, label);
        }
        self.fill(token.start, end, b' ');
        self.at += length + 1;
    }

    /// `[[…]]`, blanked.
    pub(super) fn bracketed(&mut self, token: Token) {
        let length = self.group_length(0);
        let end = self.tokens.get(self.at + length - 1).map_or(token.end, |token| token.end);
        self.attributes(self.tokens.get(self.at..self.at + length).unwrap_or_default());
        self.fill(token.start, end, b' ');
        self.at += length;
    }

    /// Notes those that matter; answers with the strings among them.
    fn attributes(&mut self, arguments: &[Token]) -> String {
        let mut label = String::new();
        for argument in arguments {
            let word = argument.text(self.text);
            match (argument.kind, word) {
                (Kind::Word, "packed" | "__packed__") => self.layout(*argument, LayoutWord::Packed),
                (Kind::Word, "ms_struct" | "__ms_struct__") => {
                    self.layout(*argument, LayoutWord::Bitfields(BitRule::Microsoft));
                }
                (Kind::Word, "gcc_struct" | "__gcc_struct__") => {
                    self.layout(*argument, LayoutWord::Bitfields(BitRule::Gcc));
                }
                (Kind::Word, "aligned" | "__aligned__" | "align") => {
                    let value = layout::literal(self.text, arguments, argument.start);
                    let text =
                        format!("__attribute__((aligned{}))", layout::group(self.text, arguments, argument.start));
                    self.layout(*argument, LayoutWord::Aligned { text, value, offset: argument.start });
                }
                (Kind::Word, "regparm" | "__regparm__" | "pcs" | "__pcs__") => {
                    self.fail(argument.start, format!("`{word}` is not supported yet"));
                }
                (Kind::Word, word) if Convention::of_attribute(word).is_some() => self.convention(*argument),
                (Kind::Word, "vector_size" | "__vector_size__" | "ext_vector_type" | "mode" | "__mode__") => {
                    self.vector(*argument);
                }
                (Kind::Word, "noreturn" | "__noreturn__" | "_Noreturn") => self.out.notes.noreturn = true,
                (Kind::Word, "weak" | "__weak__") => self.optional(argument.start, OptionalWord::Weak),
                (Kind::Text, text) => label.push_str(text.trim_matches('"')),
                _ => {}
            }
        }
        label
    }
}
