//! Calling conventions: which function type each of them is about.

use lang_c::span::Span as Position;

use super::{Lowered, Lowering};
use crate::model::{Convention, QualType, Signature, Type};
use crate::parse::{Declaration, PlacedConvention, Tree};

impl Lowering<'_> {
    /// Gives a declarator's whole type the convention that stands among its specifiers or behind it.
    pub(super) fn convene(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        ty: &mut QualType,
        start: usize,
        name: Option<Position>,
    ) -> Lowered<()> {
        let conventions = &declaration.notes.conventions;
        let name = name.and_then(|name| conventions.get(&tree.offset(name.start)));
        for placed in [conventions.get(&start), name].into_iter().flatten() {
            self.convene_or_keep(ty, Some(*placed))?;
        }
        Ok(())
    }

    /// Gives a function, or what a pointer to one points to, its convention; if it is neither, the declarator's next
    /// part may be.
    pub(super) fn convene_or_keep(
        &mut self,
        ty: &mut QualType,
        placed: Option<PlacedConvention>,
    ) -> Lowered<Option<PlacedConvention>> {
        let Some(PlacedConvention { convention, offset }) = placed else { return Ok(None) };
        match self.resolve(ty).ty {
            Type::Function(_) => self.function_of(ty, convention, offset)?,
            Type::Pointer(target) if matches!(self.resolve(&target).ty, Type::Function(_)) => {
                *ty = QualType { qualifiers: ty.qualifiers, ..self.resolve(ty) };
                if let Type::Pointer(target) = &mut ty.ty {
                    self.function_of(target, convention, offset)?;
                }
            }
            _ => return Ok(placed),
        }
        self.conventions.insert(offset);
        Ok(None)
    }

    // A typedef's function type is written out, because the typedef itself stays as it is.
    fn function_of(&mut self, ty: &mut QualType, convention: Convention, offset: usize) -> Lowered<()> {
        *ty = self.resolve(ty);
        match &mut ty.ty {
            Type::Function(signature) if matches!(signature.convention, Convention::C) => {
                **signature = Signature { convention, ..(**signature).clone() };
                Ok(())
            }
            Type::Function(signature) if signature.convention == convention => Ok(()),
            _ => self.error(offset, "two calling conventions of one function"),
        }
    }

    /// A convention that is about no function was meant for one.
    pub(super) fn refuse_conventions(&mut self, declaration: &Declaration) -> Lowered<()> {
        let lost = declaration.notes.conventions.values().find(|placed| !self.conventions.contains(&placed.offset));
        match lost {
            Some(placed) => self.error(placed.offset, "this calling convention stands at no function"),
            None => Ok(()),
        }
    }
}
