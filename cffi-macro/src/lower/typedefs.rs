//! Typedefs, and the tagless records and enums that they name.

use lang_c::ast::{Declarator, DeclaratorKind, DerivedDeclarator, InitDeclarator};
use lang_c::span::Node;

use super::items::{Ordinary, twice};
use super::names::{is_typedef, name_position, of_declaration};
use super::types::Use;
use super::{Lowered, Lowering, Mode, Refused, Tag, tree};
use crate::model::{
    Alignment, Item, KnownType, Name, Origin, Path, QualType, Qualifiers, Type, Typedef, TypedefId, TypedefKind,
    VectorType,
};
use crate::parse::{Declaration, LayoutWord, Open, Tree, Vector};

/// How far a search through typedefs got.
#[derive(Clone, Copy, PartialEq)]
enum Visit {
    New,
    Open,
    Done,
}

const NAMELESS: &str = "this typedef declares nothing: the name behind the type is missing";

impl<'a> Lowering<'a> {
    pub(super) fn lower_typedefs(&mut self, declaration: &'a Declaration) -> Lowered<()> {
        let Some((tree, node)) = tree(declaration).filter(|(_, node)| is_typedef(node)) else {
            return Ok(());
        };
        self.check_storage(tree, node)?;
        let start = declaration.range.start;
        if let Some((open, offset)) = declaration.notes.open {
            return self.open_typedefs(declaration, tree, node, open, offset);
        }
        let base = self.base_type(declaration, tree, start, node.specifiers.iter().map(of_declaration))?;
        if let Some(tag) = self.tagless_of(tree, node.specifiers.iter().map(of_declaration)) {
            self.name_by_typedef(declaration, tree, node, tag);
        }
        // Compilers only warn of `typedef struct s { … };`, and headers have such lines.
        if node.declarators.is_empty() && !matches!(base.ty, Type::Record(_) | Type::Enum(_)) {
            return self.error(start, NAMELESS);
        }
        let mut result = Ok(());
        for (index, declarator) in node.declarators.iter().enumerate() {
            result = result.and(self.typedef(declaration, tree, node, &base, declarator, index));
        }
        result
    }

    // `typedef ... t;` needs no header, for an opaque type is all it says.
    fn open_typedefs(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &lang_c::ast::Declaration,
        open: Open,
        offset: usize,
    ) -> Lowered<()> {
        if node.declarators.is_empty() {
            return self.error(offset, NAMELESS);
        }
        let mut opaque = None;
        for declarator in &node.declarators {
            let inner = &declarator.node.declarator.node;
            let Some(name) = name_position(inner).map(|position| self.name(tree, position)) else {
                return self.error(offset, NAMELESS);
            };
            let base = QualType { ty: Type::Void, qualifiers: Qualifiers::default() };
            let shape = self.apply(declaration, tree, base, inner, Use::Other)?;
            let kind = match (open, &shape.ty, opaque) {
                (Open::Integer, Type::Void, _) => TypedefKind::SomeInteger,
                (Open::Float, Type::Void, _) => TypedefKind::SomeFloat,
                (Open::Anything, Type::Void, _) => {
                    opaque = self.typedefs.get(&name.text).copied();
                    TypedefKind::Opaque
                }
                (Open::Anything, Type::Pointer(target), Some(id)) if target.ty == Type::Void => {
                    let ty = QualType { ty: Type::Typedef(id), qualifiers: target.qualifiers };
                    TypedefKind::Exact(QualType { ty: Type::Pointer(Box::new(ty)), qualifiers: shape.qualifiers })
                }
                (Open::Anything, Type::Pointer(target), None) if target.ty == Type::Void => TypedefKind::OpaquePointer,
                _ => {
                    return self.error(offset, "`...` in a typedef stands for a type or what a pointer points to");
                }
            };
            if open != Open::Anything {
                self.require_headers(offset)?;
            }
            let aligned = self.alignment_of(declaration, &name)?;
            if let (TypedefKind::Opaque, Some(_)) = (&kind, aligned.first()) {
                return self.error(name.span.offset as usize, "an opaque type has no alignment; leave the word out");
            }
            let origin = self.declarator_origin(declaration, tree, node, declarator);
            self.set_typedef(name.clone(), kind, aligned, origin)?;
            if let Some(&id) = self.typedefs.get(&name.text) {
                self.type_words(declaration, Item::Typedef(id))?;
            }
        }
        Ok(())
    }

    fn name_by_typedef(&mut self, declaration: &Declaration, tree: &Tree, node: &lang_c::ast::Declaration, tag: Tag) {
        let with = |pointers: usize| {
            let declarators = node.declarators.iter().map(|declarator| &declarator.node.declarator.node);
            let fitting = declarators.filter(|declarator| {
                declarator.derived.len() == pointers
                    && matches!(declarator.kind.node, DeclaratorKind::Identifier(_))
                    && declarator.derived.iter().all(|part| matches!(part.node, DerivedDeclarator::Pointer(_)))
            });
            // A name that aligns it otherwise is that of another type.
            let is_aligned = |declarator: &&Declarator| {
                name_position(declarator)
                    .is_some_and(|position| declaration.notes.layout.contains_key(&tree.offset(position.start)))
            };
            fitting.min_by_key(is_aligned)
        };
        let most = node.declarators.iter().map(|declarator| declarator.node.declarator.node.derived.len()).max();
        let pointers = (1..=most.unwrap_or(0)).find_map(with);
        let (declarator, path): (_, fn(TypedefId) -> Path) = match (with(0), pointers) {
            (Some(plain), _) => (plain, Path::Typedef),
            (None, Some(pointer)) => (pointer, Path::Pointee),
            (None, None) => return,
        };
        let Some(name) = name_position(declarator).map(|position| self.name(tree, position)) else {
            return;
        };
        let Some(&id) = self.typedefs.get(&name.text) else {
            return;
        };
        self.name_tagless(tag, path(id));
        let origin = self.origin(declaration.range.clone());
        match tag {
            Tag::Record(id) => {
                if let Some(record) = self.cdef.records.get_mut(id.0) {
                    (record.origin, record.span) = (origin, name.span);
                }
            }
            Tag::Enum(id) => {
                if let Some(entry) = self.cdef.enums.get_mut(id.0) {
                    (entry.origin, entry.span) = (origin, name.span);
                }
            }
        }
    }

    fn typedef(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &lang_c::ast::Declaration,
        base: &QualType,
        declarator: &Node<InitDeclarator>,
        index: usize,
    ) -> Lowered<()> {
        let inner = &declarator.node.declarator.node;
        let mut ty = self.apply(declaration, tree, base.clone(), inner, Use::Other)?;
        self.convene(declaration, tree, &mut ty, declaration.range.start, name_position(inner))?;
        let Some(name) = name_position(inner).map(|position| self.name(tree, position)) else {
            return self.error(tree.offset(declarator.span.start), NAMELESS);
        };
        let aligned = self.alignment_of(declaration, &name)?;
        let origin = self.declarator_origin(declaration, tree, node, declarator);
        let vector = declaration.notes.vector.as_ref();
        match vector.filter(|vector| vector.declarator.is_none_or(|declarator| declarator == index)) {
            None => self.set_typedef(name.clone(), TypedefKind::Exact(ty), aligned, origin)?,
            Some(vector) => self.vector(name.clone(), ty, vector, aligned, origin)?,
        }
        match self.typedefs.get(&name.text) {
            Some(&id) => {
                self.type_words(declaration, Item::Typedef(id))?;
                self.typedef_callback(declaration, tree, inner, id)
            }
            None => Ok(()),
        }
    }

    /// What is said of a typedef's alignment.
    fn alignment_of(&mut self, declaration: &Declaration, name: &Name) -> Lowered<Vec<Alignment>> {
        let mut found = Vec::new();
        for word in declaration.notes.layout.get(&(name.span.offset as usize)).into_iter().flatten() {
            let LayoutWord::Aligned { text, value, offset } = word else { continue };
            if self.mode == Mode::Declared {
                let message = "what a typedef's own alignment comes to is the C compiler's to tell; add an `#include`";
                return self.error(*offset, message);
            }
            found.push(Alignment { text: text.clone(), value: *value });
        }
        Ok(found)
    }

    fn vector(
        &mut self,
        name: Name,
        element: QualType,
        vector: &Vector,
        aligned: Vec<Alignment>,
        origin: Origin,
    ) -> Lowered<()> {
        if self.mode == Mode::Declared {
            let message =
                format!("what `{}` makes of a type is the C compiler's to tell; add an `#include`", vector.text);
            return self.error(vector.offset, message);
        }
        let is_number = match self.resolve(&element).ty {
            Type::Int(_) | Type::Float(_) | Type::Typedef(_) => true,
            Type::Known(known) => matches!(known.is, KnownType::Primitive(_)),
            _ => false,
        };
        if !is_number {
            let message = format!("`{}` is about numbers, and `{}` is made of none", vector.text, name.text);
            return self.error(vector.offset, message);
        }
        let vector = VectorType { element, attribute: vector.text.clone() };
        let text = name.text.clone();
        self.set_typedef(name.clone(), TypedefKind::Implicit, aligned, origin.clone())?;
        let Some(&id) = self.typedefs.get(&text) else { return Err(Refused) };
        match self.cdef.vectors.get(&id) {
            Some(first) if *first != vector => {
                let first = self.cdef.typedefs.get(id.0).map(|typedef| typedef.origin.clone()).unwrap_or_default();
                self.error(name.span.offset as usize, twice(&name, &first, &origin))
            }
            Some(_) => Ok(()),
            None => {
                self.cdef.vectors.insert(id, vector);
                Ok(())
            }
        }
    }

    fn set_typedef(&mut self, name: Name, kind: TypedefKind, aligned: Vec<Alignment>, origin: Origin) -> Lowered<()> {
        let id = match self.typedefs.get(&name.text) {
            Some(&id) => id,
            None => return Err(Refused),
        };
        let known = self.known_typedefs.get(id.0).copied().unwrap_or(false);
        if !known {
            self.claim(&name, Ordinary::Typedef(id))?;
        }
        let Some(typedef) = self.cdef.typedefs.get_mut(id.0) else {
            return Err(Refused);
        };
        if !known {
            *typedef = Typedef { name, kind, aligned, origin };
            if let Some(known) = self.known_typedefs.get_mut(id.0) {
                *known = true;
            }
            return Ok(());
        }
        if (&typedef.kind, &typedef.aligned) == (&kind, &aligned) {
            return Ok(());
        }
        let message = twice(&name, &typedef.origin, &origin);
        self.error(name.span.offset as usize, message)
    }

    /// A typedef may not stand for itself.
    pub(super) fn refuse_cycles(&mut self) {
        let mut state = vec![Visit::New; self.cdef.typedefs.len()];
        let mut bad = Vec::new();
        for root in 0..state.len() {
            let mut path = vec![root];
            while let Some(&id) = path.last() {
                if state.get(id) == Some(&Visit::Done) {
                    path.pop();
                    continue;
                }
                let next = self.cdef.typedefs.get(id).and_then(|typedef| match &typedef.kind {
                    TypedefKind::Exact(ty) => {
                        mentions(ty).into_iter().find(|&next| state.get(next) != Some(&Visit::Done))
                    }
                    TypedefKind::SomeInteger
                    | TypedefKind::SomeFloat
                    | TypedefKind::Opaque
                    | TypedefKind::OpaquePointer
                    | TypedefKind::Implicit
                    | TypedefKind::TypeOf => None,
                });
                let entered = next.is_some_and(|next| next == id || state.get(next) == Some(&Visit::Open));
                let visit = match next {
                    Some(next) if !entered => {
                        path.push(next);
                        Visit::Open
                    }
                    Some(_) => {
                        bad.push(id);
                        Visit::Done
                    }
                    None => Visit::Done,
                };
                if let Some(state) = state.get_mut(id) {
                    *state = visit;
                }
            }
        }
        for id in bad {
            let Some(name) = self.cdef.typedefs.get(id).map(|typedef| typedef.name.clone()) else {
                continue;
            };
            self.diag.error(name.span, format!("`{}` is defined by itself", name.text));
            self.failed.extend(self.typedef_homes.get(id));
        }
    }
}

/// Typedefs that a type is made of.
fn mentions(ty: &QualType) -> Vec<usize> {
    let mut found = Vec::new();
    let mut open = vec![ty];
    while let Some(ty) = open.pop() {
        match &ty.ty {
            Type::Typedef(id) => found.push(id.0),
            Type::Pointer(target) | Type::Array(target, _) => open.push(target),
            Type::Function(signature) => {
                open.push(&signature.result);
                open.extend(&signature.parameters);
            }
            Type::Void
            | Type::Int(_)
            | Type::Float(_)
            | Type::Complex(_)
            | Type::Known(_)
            | Type::VaList
            | Type::Record(_)
            | Type::Enum(_) => {}
        }
    }
    found
}
