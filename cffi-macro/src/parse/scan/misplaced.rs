//! Words that can't stand where they do, and which lang-c would report elsewhere or take for something else.

use super::{Place, Scanner, Token};
use crate::parse::lex::Kind;
use crate::parse::words::{Word, classify};

impl Scanner<'_> {
    // A misspelt word of C, or a macro of the headers, looks like a type's name.
    pub(super) fn foreign_word(&mut self, token: Token, class: Word) {
        let (typed, previous) = (self.frame().marks.typed, self.previous);
        if self.in_expression() || self.tag.is_some() {
            return;
        }
        let is_name = |token: &Token| {
            token.kind == Kind::Word && matches!(classify(token.text(self.text)), Word::Name | Word::OffsetOf)
        };
        let frame = self.frames.last();
        let named = frame.is_some_and(|frame| frame.named);
        let word = token.text(self.text);
        let hint = "if it is a macro of the header, leave it out";
        match (class, typed, previous) {
            (Word::Type | Word::Record | Word::Enum | Word::Int128, Some(name), _) if !named => {
                let other = name.text(self.text);
                self.fail(name.start, format!("`{other}` can't stand beside the type `{word}`; {hint}"));
            }
            (Word::Name, typed, Some(previous)) if named && is_name(&previous) => {
                let before = previous.text(self.text);
                let names = typed.map_or(String::new(), |typed| format!("{} ", typed.text(self.text)));
                let message = format!("`{names}{before} {word}` is one name too many; {hint}");
                self.fail(typed.unwrap_or(previous).start, message);
            }
            _ => {}
        }
    }

    // After a type that takes no more words, lang-c expects a name and would report whatever follows the second type.
    pub(super) fn second_type(&mut self, token: Token, class: Word) {
        let frame = *self.frame();
        if frame.named || frame.place == Place::Enum || self.tag.is_some() || self.in_expression() {
            return;
        }
        let (word, before) = (token.text(self.text), self.before());
        let alone = |word| matches!(word, "void" | "_Bool");
        let behind_tag = self.previous.is_some_and(|previous| previous.kind == Kind::Word)
            && classify(before) == Word::Name
            && frame.typed
            && frame.marks.typed.is_none();
        let second = match class {
            Word::Type | Word::Int128 => {
                behind_tag || (classify(before) == Word::Type && (alone(word) || alone(before)))
            }
            Word::Record | Word::Enum => behind_tag || classify(before) == Word::Type,
            _ => return,
        };
        if before == "}" {
            self.fail(token.start, format!("expected `;` before `{word}`"));
        } else if second {
            self.fail(token.start, format!("`{word}` can't stand beside another type"));
        }
    }

    /// A macro of the headers in front of a type, as in `EXPORTED t *f(void);`, makes the type a declarator's name.
    pub(super) fn stray_star(&mut self, token: Token) {
        let Some(previous) = self.previous.filter(|previous| previous.kind == Kind::Word) else { return };
        let named = self.frame().named && self.tag.is_none() && classify(previous.text(self.text)) == Word::Name;
        if let (true, Some(typed)) =
            (named && self.frame().marks.name == Some(previous.start), self.frame().marks.typed)
        {
            let (first, second, star) = (typed.text(self.text), previous.text(self.text), token.text(self.text));
            let hint = "if it is a macro of the header, leave it out";
            self.fail(typed.start, format!("`{first} {second} {star}` is one name too many; {hint}"));
        }
    }

    // lang-c would read on as if parameters of the old style followed.
    pub(super) fn missing_semicolon(&mut self, token: Token, class: Word) {
        if self.frames.len() == 1 && self.frame().named && self.before() == ")" && !self.in_expression() {
            let word = token.text(self.text);
            let message = match class {
                Word::Name => format!("unexpected `{word}`; expected `;` or `,`"),
                _ => format!("expected `;` before `{word}`"),
            };
            self.fail(token.start, message);
        }
    }
}
