//! `packed`, `aligned` and `_Alignas`, each noted at what it is about: a record, an enum, a field or a typedef.

use super::{Kind, Place, Scanner, Token};
use crate::model::BitRule;

/// What a declaration says of a layout.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum LayoutWord {
    Packed,
    /// `ms_struct` or `gcc_struct`.
    Bitfields(BitRule),
    Aligned {
        /// The whole attribute or `_Alignas`, as C text.
        text: String,
        /// Where it is one number.
        value: Option<u64>,
        offset: usize,
    },
}

/// Words of the declarator at hand: one level for the whole declaration, and one for each record around.
#[derive(Debug)]
pub(super) struct Pending {
    levels: Vec<Level>,
}

impl Default for Pending {
    fn default() -> Pending {
        Pending { levels: vec![Level::default()] }
    }
}

#[derive(Debug, Default)]
struct Level {
    /// In front of the first declarator: for all of them.
    front: Vec<(usize, LayoutWord)>,
    /// The name of the declarator at hand.
    name: Option<usize>,
    /// There was a name, so that `front` had its effect.
    named: bool,
}

impl Pending {
    pub(super) fn enter(&mut self) {
        self.levels.push(Level::default());
    }

    pub(super) fn leave(&mut self) {
        self.levels.pop();
    }

    pub(super) fn next_declarator(&mut self) {
        if let Some(level) = self.levels.last_mut() {
            level.name = None;
        }
    }
}

impl Scanner<'_> {
    /// Notes a word where it has an effect.
    pub(super) fn layout(&mut self, token: Token, word: LayoutWord) {
        let what = token.text(self.text);
        let record = match (self.tag, self.closed.filter(|(brace, _)| self.is_previous(*brace))) {
            (Some(place), _) => Some((self.keyword, place)),
            (None, closed) => closed,
        };
        match record {
            Some((offset, Place::Record)) => self.out.notes.layout.entry(offset).or_default().push(word),
            Some((offset, Place::Enum)) if word == LayoutWord::Packed => {
                self.out.notes.layout.entry(offset).or_default().push(word);
            }
            // Of what is no record it says nothing.
            _ if matches!(word, LayoutWord::Bitfields(_)) => {}
            Some(_) => self.fail(token.start, format!("`{what}` is not supported yet for an enum")),
            None if self.is_among_declarators() => {
                let Some(level) = self.layout.levels.last_mut() else { return };
                match level.name {
                    Some(name) => self.out.notes.layout.entry(name).or_default().push(word),
                    None => level.front.push((token.start, word)),
                }
            }
            // Of a parameter it tells nothing about the type.
            None => {}
        }
    }

    fn is_among_declarators(&self) -> bool {
        let around = self.frames.iter().rev().find(|frame| frame.place != Place::Group);
        around.is_none_or(|frame| matches!(frame.place, Place::Record | Place::Declaration))
    }

    /// A name was given to a declarator.
    pub(super) fn name_declarator(&mut self, token: Token) {
        if !self.is_among_declarators() {
            return;
        }
        let Some(level) = self.layout.levels.last_mut() else { return };
        if level.name.is_none() {
            (level.name, level.named) = (Some(token.start), true);
            for (_, word) in &level.front {
                self.out.notes.layout.entry(token.start).or_default().push(word.clone());
            }
        }
    }

    /// A declaration in a record ends.
    pub(super) fn end_field(&mut self) {
        if self.frames.last().is_none_or(|frame| frame.place != Place::Record) {
            return;
        }
        let Some(level) = self.layout.levels.last_mut().map(std::mem::take) else { return };
        if let (false, Some((offset, _))) = (level.named, level.front.first()) {
            self.fail(*offset, "this is about a field without a name, which is not supported".to_owned());
        }
    }

    /// `_Alignas(…)`, blanked.
    pub(super) fn align_as(&mut self, token: Token) {
        let length = self.group_length(1);
        let end = self.tokens.get(self.at + length).map_or(token.end, |token| token.end);
        let arguments = self.tokens.get(self.at + 1..self.at + 1 + length).unwrap_or_default();
        let text = self.text.get(token.start..end).unwrap_or("").to_owned();
        // `alignas` is a keyword of C23 alone.
        let text = text.replacen("alignas", "_Alignas", usize::from(text.starts_with("alignas")));
        let value = number(self.text, arguments);
        if self.out.is_typedef && self.frames.len() == 1 && self.tag.is_none() {
            // C11 6.7.5p2
            let hint = "write `__attribute__((aligned(…)))`";
            self.fail(token.start, format!("`{}` can't stand in a typedef; {hint}", token.text(self.text)));
        }
        self.layout(token, LayoutWord::Aligned { text, value, offset: token.start });
        self.fill(token.start, end, b' ');
        self.at += length + 1;
    }

    fn is_previous(&self, offset: usize) -> bool {
        self.previous.is_some_and(|previous| previous.start == offset)
    }
}

/// The parentheses behind the word at `offset`, as they are written; nothing if there are none.
pub(super) fn group<'a>(text: &'a str, tokens: &[Token], offset: usize) -> &'a str {
    let mut behind = tokens.iter().skip_while(|token| token.start <= offset);
    let Some(open) = behind.next().filter(|open| open.text(text) == "(") else { return "" };
    let mut depth = 1usize;
    let close = behind.find(|token| {
        match token.text(text) {
            "(" => depth += 1,
            ")" => depth -= 1,
            _ => {}
        }
        depth == 0
    });
    close.and_then(|close| text.get(open.start..close.end)).unwrap_or("")
}

/// The number behind the word at `offset`, in `aligned(8)`.
pub(super) fn literal(text: &str, tokens: &[Token], offset: usize) -> Option<u64> {
    let at = tokens.iter().position(|token| token.start == offset)?;
    number(text, tokens.get(at + 1..at + 4)?)
}

/// `(8)`
fn number(text: &str, tokens: &[Token]) -> Option<u64> {
    match tokens {
        [open, number, close] if number.kind == Kind::Number => {
            let is_group = open.text(text) == "(" && close.text(text) == ")";
            number.text(text).parse().ok().filter(|_| is_group)
        }
        _ => None,
    }
}
