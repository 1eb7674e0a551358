//! Calling conventions: which part of a declaration each of them is about.

use std::collections::btree_map::Entry;

use super::{Place, Scanner, Token};
use crate::model::Convention;

/// A convention's word, which the parser doesn't see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct PlacedConvention {
    pub(crate) convention: Convention,
    /// Of the word.
    pub(crate) offset: usize,
}

/// The parts of the declarator at hand, by their offsets.
#[derive(Clone, Copy, Debug)]
pub(super) struct Marks {
    /// The bracket that opened this place.
    open: usize,
    /// Where the declaration, field or parameter begins.
    start: Option<usize>,
    /// A convention in front of it.
    leading: Option<PlacedConvention>,
    /// The last `*`.
    star: Option<usize>,
    pub(super) name: Option<usize>,
    /// The name of a type.
    pub(super) typed: Option<Token>,
}

impl Marks {
    pub(super) fn new(open: usize) -> Marks {
        Marks { open, start: None, leading: None, star: None, name: None, typed: None }
    }

    pub(super) fn next_declarator(&mut self) {
        *self = Marks { start: self.start, typed: self.typed, ..Marks::new(self.open) };
    }

    pub(super) fn next_part(&mut self) {
        *self = Marks::new(self.open);
    }

    pub(super) fn star(&mut self, offset: usize) {
        self.star = Some(offset);
    }
}

impl Scanner<'_> {
    /// Notes a convention by the offset of what it stands behind, as compilers read attributes:
    /// the `(` or the `*` of a declarator; or else the whole declaration, field or parameter, by its first word, or
    /// one declarator of it, by its name.
    pub(super) fn convention(&mut self, token: Token) {
        let word = token.text(self.text);
        let Some(convention) = Convention::of_word(word).or_else(|| Convention::of_attribute(word)) else { return };
        let placed = PlacedConvention { convention, offset: token.start };
        let outermost = self.frames.len() == 1;
        let (base, frame) = (self.base, self.frame());
        let marks = &mut frame.marks;
        let key = if frame.named && marks.name.is_some() {
            marks.name
        } else if let (Some(star), false) = (marks.star, frame.named) {
            Some(star)
        } else if frame.place == Place::Group {
            Some(marks.open)
        } else if outermost {
            Some(base)
        } else {
            marks.start
        };
        match key {
            Some(key) => self.note_convention(key, placed),
            None => marks.leading = Some(placed),
        }
    }

    fn note_convention(&mut self, key: usize, placed: PlacedConvention) {
        match self.out.notes.conventions.entry(key) {
            Entry::Vacant(entry) => {
                entry.insert(placed);
            }
            Entry::Occupied(entry) if entry.get().convention == placed.convention => {}
            Entry::Occupied(_) => self.fail(placed.offset, "two calling conventions of one function".to_owned()),
        }
    }

    /// A word that the parser sees.
    pub(super) fn begin_part(&mut self, token: Token) {
        let marks = &mut self.frame().marks;
        if marks.start.is_none() {
            marks.start = Some(token.start);
            if let Some(placed) = marks.leading.take() {
                self.note_convention(token.start, placed);
            }
        }
    }
}
