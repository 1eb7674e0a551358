//! Types of other blocks: `use path::T;` gives the C names `T` and `struct T` that block's Rust type.

use lang_c::ast::{StructKind, TypeSpecifier};

use super::{Lowered, Lowering};
use crate::model::{Name, Type, TypedefId, TypedefKind};
use crate::parse::Tree;

impl Lowering<'_> {
    /// Makes the names known, but not yet asked about.
    pub(super) fn declare_used(&mut self) {
        for used in &self.unit.uses {
            let index = self.cdef.uses.len();
            self.cdef.uses.push(used.path.clone());
            if self.used.insert(used.c_name.text.clone(), (index, used.c_name.clone())).is_some() {
                let message = format!("`{}` is used twice", used.c_name.text);
                self.diag.error(used.c_name.span, message);
            }
        }
    }

    /// The type of a plain name, if another block has it.
    pub(super) fn used_name(&mut self, name: &Name) -> Option<Type> {
        self.used(&name.text, name.text.clone())
    }

    /// The type of `struct T` or `enum T`, if another block has it.
    pub(super) fn used_specifier(&mut self, tree: &Tree, specifier: &TypeSpecifier) -> Lowered<Option<Type>> {
        let (keyword, identifier, has_body) = match specifier {
            TypeSpecifier::Struct(node) => {
                let keyword = match node.node.kind.node {
                    StructKind::Struct => "struct",
                    StructKind::Union => "union",
                };
                (keyword, &node.node.identifier, node.node.declarations.is_some())
            }
            TypeSpecifier::Enum(node) => ("enum", &node.node.identifier, !node.node.enumerators.is_empty()),
            _ => return Ok(None),
        };
        let Some(name) = identifier.as_ref().map(|identifier| self.name(tree, identifier.span)) else {
            return Ok(None);
        };
        if has_body && self.used.contains_key(&name.text) {
            return self.refuse_used(&name);
        }
        Ok(self.used(&name.text, format!("{keyword} {}", name.text)))
    }

    /// A name that another block has can't be declared here.
    pub(super) fn refuse_used<T>(&mut self, name: &Name) -> Lowered<T> {
        let message = format!("`{0}` is another block's type by `use`; declare it here or use it, not both", name.text);
        self.error(name.span.offset as usize, message)
    }

    fn used(&mut self, name: &str, spelled: String) -> Option<Type> {
        let (index, c_name) = self.used.get(name).cloned()?;
        let id = match self.typedefs.get(&spelled) {
            Some(id) => *id,
            None => {
                let id: TypedefId = self.push_typedef(Name { text: spelled.clone(), ..c_name }, TypedefKind::Implicit);
                if let Some(known) = self.known_typedefs.get_mut(id.0) {
                    *known = true;
                }
                self.typedefs.insert(spelled, id);
                self.cdef.used.insert(id, index);
                id
            }
        };
        Some(Type::Typedef(id))
    }
}
