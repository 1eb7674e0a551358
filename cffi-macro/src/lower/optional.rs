//! `cdef_optional` and `__attribute__((weak))`: which items may be missing.

use lang_c::ast::InitDeclarator;
use lang_c::span::Node;

use super::items::Ordinary;
use super::names::name_position;
use super::{Lowered, Lowering, Mode};
use crate::model::Item;
use crate::parse::{Declaration, Optional, OptionalWord, Tree};

impl Lowering<'_> {
    /// Notes that the item of a declarator may be missing.
    pub(super) fn optional(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        declarator: &Node<InitDeclarator>,
        index: usize,
    ) -> Lowered<()> {
        let mut notes = declaration.notes.optional.iter();
        let Some(note) = notes.find(|note| note.declarator.is_none_or(|number| number == index)) else {
            return Ok(());
        };
        let Some(position) = name_position(&declarator.node.declarator.node) else { return Ok(()) };
        let name = self.name(tree, position).text;
        let item = match self.ordinary.get(&name) {
            Some(&Ordinary::Function(id)) if self.cdef.functions[id.0].body.is_some() => {
                return self.present(note, format!("`{name}` is defined here, so it is never missing"));
            }
            Some(&Ordinary::Function(id)) => Item::Function(id),
            Some(&Ordinary::Variable(id)) if self.cdef.variables[id.0].thread_local => {
                return self.error(note.offset, format!("`{name}` is thread-local, so it can't be optional"));
            }
            Some(&Ordinary::Variable(id)) => Item::Variable(id),
            Some(&Ordinary::Constant(id)) => Item::Constant(id),
            Some(Ordinary::Typedef(_) | Ordinary::Enumerator) | None => return self.refuse(note),
        };
        let asks_loader = self.cdef.binding.is_loaded() && !matches!(item, Item::Constant(_));
        if self.mode == Mode::Declared && !asks_loader {
            let message = format!("only C code can find out whether `{name}` is missing; add an `#include`");
            return self.error(note.offset, message);
        }
        self.cdef.optional.insert(item);
        Ok(())
    }

    /// For what is always there.
    pub(super) fn refuse_optional(&mut self, declaration: &Declaration) -> Lowered<()> {
        declaration.notes.optional.iter().try_for_each(|note| self.refuse(note))
    }

    fn refuse(&mut self, note: &Optional) -> Lowered<()> {
        self.present(
            note,
            "only functions, variables and constants can be optional; put types into an `#if`".to_owned(),
        )
    }

    // `weak` means other things elsewhere.
    fn present(&mut self, note: &Optional, message: String) -> Lowered<()> {
        match note.word {
            OptionalWord::Ours => self.error(note.offset, message),
            OptionalWord::Weak => Ok(()),
        }
    }
}
