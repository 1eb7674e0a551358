//! The first look at all declarations: typedef names, tags, and enumerators with their values.

use lang_c::ast::{
    DeclarationSpecifier, Declarator, DeclaratorKind, DerivedDeclarator, EnumType, FunctionDeclarator,
    SpecifierQualifier, StorageClassSpecifier, StructDeclaration, StructKind, StructType, TypeQualifier, TypeSpecifier,
};
use lang_c::span::{Node, Span as Position};

use super::specifiers::{self, Words};
use super::{Lowered, Lowering, Refused, Tag, tree};
use crate::model::{
    self, Body, Enum, EnumId, Name, Origin, Path, Record, RecordId, RecordKind, Rules, Typedef, TypedefId, TypedefKind,
};
use crate::parse::{Declaration, DeclarationKind, MacroValue, Tree};

/// The parts of a specifier list that matter to types, wherever it stands.
pub(super) enum Specifier<'t> {
    Type(&'t Node<TypeSpecifier>),
    Qualifier(&'t TypeQualifier),
    Other,
}

pub(super) fn of_declaration(specifier: &Node<DeclarationSpecifier>) -> Specifier<'_> {
    match &specifier.node {
        DeclarationSpecifier::TypeSpecifier(node) => Specifier::Type(node),
        DeclarationSpecifier::TypeQualifier(node) => Specifier::Qualifier(&node.node),
        DeclarationSpecifier::StorageClass(_)
        | DeclarationSpecifier::Function(_)
        | DeclarationSpecifier::Alignment(_)
        | DeclarationSpecifier::Extension(_) => Specifier::Other,
    }
}

pub(super) fn of_field(specifier: &Node<SpecifierQualifier>) -> Specifier<'_> {
    match &specifier.node {
        SpecifierQualifier::TypeSpecifier(node) => Specifier::Type(node),
        SpecifierQualifier::TypeQualifier(node) => Specifier::Qualifier(&node.node),
        SpecifierQualifier::Extension(_) => Specifier::Other,
    }
}

pub(super) fn storage(declaration: &lang_c::ast::Declaration) -> Vec<&Node<StorageClassSpecifier>> {
    let specifiers = declaration.specifiers.iter();
    specifiers
        .filter_map(|specifier| match &specifier.node {
            DeclarationSpecifier::StorageClass(class) => Some(class),
            DeclarationSpecifier::TypeSpecifier(_)
            | DeclarationSpecifier::TypeQualifier(_)
            | DeclarationSpecifier::Function(_)
            | DeclarationSpecifier::Alignment(_)
            | DeclarationSpecifier::Extension(_) => None,
        })
        .collect()
}

pub(super) fn is_typedef(declaration: &lang_c::ast::Declaration) -> bool {
    storage(declaration).iter().any(|class| class.node == StorageClassSpecifier::Typedef)
}

/// Where a declarator's name stands.
pub(super) fn name_position(declarator: &Declarator) -> Option<Position> {
    match &declarator.kind.node {
        DeclaratorKind::Abstract => None,
        DeclaratorKind::Identifier(name) => Some(name.span),
        DeclaratorKind::Declarator(inner) => name_position(&inner.node),
    }
}

impl<'a> Lowering<'a> {
    pub(super) fn declare_typedefs(&mut self, declaration: &'a Declaration) -> Lowered<()> {
        let Some((tree, node)) = tree(declaration) else {
            return Ok(());
        };
        if !is_typedef(node) {
            return Ok(());
        }
        for declarator in &node.declarators {
            let Some(position) = name_position(&declarator.node.declarator.node) else {
                continue;
            };
            let name = self.name(tree, position);
            if !self.typedefs.contains_key(&name.text) {
                let id = self.push_typedef(name.clone(), TypedefKind::Implicit);
                self.values.hide_type(&name.text);
                self.typedefs.insert(name.text, id);
            }
        }
        Ok(())
    }

    pub(super) fn push_typedef(&mut self, name: Name, kind: TypedefKind) -> TypedefId {
        let id = TypedefId(self.cdef.typedefs.len());
        self.cdef.typedefs.push(Typedef { name, kind, aligned: Vec::new(), origin: Origin::default() });
        self.known_typedefs.push(false);
        self.typedef_homes.push(self.current);
        id
    }

    pub(super) fn declare_names(&mut self, declaration: &'a Declaration) -> Lowered<()> {
        let Some((tree, node)) = tree(declaration) else {
            return self.note_macro(declaration);
        };
        let mut result = Ok(());
        for specifier in &node.specifiers {
            result = result.and(self.visit(declaration, tree, of_declaration(specifier)));
        }
        for declarator in &node.declarators {
            result = result.and(self.visit_declarator(declaration, tree, &declarator.node.declarator.node));
        }
        self.note_constant(tree, node);
        result
    }

    // Evaluates it now, so that long chains don't recurse.
    fn note_macro(&mut self, declaration: &Declaration) -> Lowered<()> {
        if let DeclarationKind::Macro { name, value: MacroValue::Given(formula, _) } = &declaration.kind {
            let value = self.values.evaluate(&formula.tree, &formula.expression);
            self.values.set(&name.text, value);
        }
        Ok(())
    }

    // `static const int X = 42;` may be used in later expressions.
    fn note_constant(&mut self, tree: &Tree, node: &lang_c::ast::Declaration) {
        let is_static = storage(node).iter().any(|class| class.node == StorageClassSpecifier::Static);
        if !is_static {
            return;
        }
        let mut words = Words::default();
        let mut known = None;
        for specifier in &node.specifiers {
            if let Specifier::Type(ty) = of_declaration(specifier) {
                match &ty.node {
                    TypeSpecifier::TypedefName(name) => {
                        let name = self.name(tree, name.span);
                        let hidden = self.typedefs.contains_key(&name.text);
                        known = (!hidden).then(|| specifiers::known_scalar(&name.text, self.values.model)).flatten();
                    }
                    other => {
                        words.add(other);
                    }
                }
            }
        }
        let scalar = known.or_else(|| match words.ty() {
            Some(model::Type::Int(int)) => Some(specifiers::Scalar::Int(int)),
            Some(model::Type::Float(float)) => Some(specifiers::Scalar::Float(float)),
            _ => None,
        });
        for declarator in &node.declarators {
            let inner = &declarator.node.declarator.node;
            let (Some(scalar), Some(position), true) = (scalar, name_position(inner), inner.derived.is_empty()) else {
                continue;
            };
            if let Some(lang_c::ast::Initializer::Expression(expr)) =
                declarator.node.initializer.as_ref().map(|initializer| &initializer.node)
            {
                let value = self.values.evaluate(tree, expr);
                let value = value.and_then(|value| self.values.convert(value, scalar));
                let name = self.name(tree, position);
                self.values.set(&name.text, value);
            }
        }
    }

    fn visit(&mut self, declaration: &Declaration, tree: &Tree, specifier: Specifier<'_>) -> Lowered<()> {
        let Specifier::Type(ty) = specifier else {
            return Ok(());
        };
        if self.used_specifier(tree, &ty.node)?.is_some() {
            return Ok(());
        }
        match &ty.node {
            TypeSpecifier::Struct(node) => {
                let mut result = self.record_tag(tree, node).map(|_| ());
                for field in node.node.declarations.iter().flatten() {
                    let StructDeclaration::Field(field) = &field.node else {
                        continue;
                    };
                    for specifier in &field.node.specifiers {
                        result = result.and(self.visit(declaration, tree, of_field(specifier)));
                    }
                    for declarator in field.node.declarators.iter().filter_map(|d| d.node.declarator.as_ref()) {
                        result = result.and(self.visit_declarator(declaration, tree, &declarator.node));
                    }
                }
                result
            }
            TypeSpecifier::Enum(node) => {
                let tag = self.enum_tag(tree, node)?;
                self.underlying(declaration, tree, node, tag)?;
                self.enumerators(declaration, tree, node, tag)
            }
            TypeSpecifier::Atomic(name) => {
                let mut result = Ok(());
                for specifier in &name.node.specifiers {
                    result = result.and(self.visit(declaration, tree, of_field(specifier)));
                }
                result
            }
            _ => Ok(()),
        }
    }

    fn visit_declarator(&mut self, declaration: &Declaration, tree: &Tree, declarator: &Declarator) -> Lowered<()> {
        let mut result = Ok(());
        for part in &declarator.derived {
            if let DerivedDeclarator::Function(function) = &part.node {
                result = result.and(self.visit_parameters(declaration, tree, &function.node));
            }
        }
        match &declarator.kind.node {
            DeclaratorKind::Declarator(inner) => result.and(self.visit_declarator(declaration, tree, &inner.node)),
            DeclaratorKind::Abstract | DeclaratorKind::Identifier(_) => result,
        }
    }

    fn visit_parameters(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        function: &FunctionDeclarator,
    ) -> Lowered<()> {
        let mut result = Ok(());
        for parameter in &function.parameters {
            for specifier in &parameter.node.specifiers {
                result = result.and(self.visit(declaration, tree, of_declaration(specifier)));
            }
            if let Some(declarator) = &parameter.node.declarator {
                result = result.and(self.visit_declarator(declaration, tree, &declarator.node));
            }
        }
        result
    }

    /// The record of a specifier, made at its first mention.
    pub(super) fn record_tag(&mut self, tree: &Tree, node: &Node<StructType>) -> Lowered<RecordId> {
        let (kind, word) = match node.node.kind.node {
            StructKind::Struct => (RecordKind::Struct, "struct"),
            StructKind::Union => (RecordKind::Union, "union"),
        };
        let offset = tree.offset(node.span.start);
        let range = offset..tree.offset(node.span.end);
        let Some(identifier) = &node.node.identifier else {
            if let Some(Tag::Record(id)) = self.tagless.get(&offset) {
                return Ok(*id);
            }
            if node.node.declarations.is_none() {
                return self.error(offset, format!("`{word}` needs a tag or a body"));
            }
            let id = self.push_record(kind, Path::Anonymous, range);
            self.tagless.insert(offset, Tag::Record(id));
            return Ok(id);
        };
        let name = self.name(tree, identifier.span);
        match self.tags.get(&name.text) {
            Some(&Tag::Record(id)) if self.cdef.records.get(id.0).is_some_and(|record| record.kind == kind) => Ok(id),
            Some(_) => {
                let message = format!("`{word} {0}`: the block has another kind of `{0}`", name.text);
                self.error(name.span.offset as usize, message)
            }
            None if self.poison.tags.contains_key(&name.text) => Err(Refused),
            None => {
                let key = name.text.clone();
                let id = self.push_record(kind, Path::Tag(name), range);
                self.tags.insert(key, Tag::Record(id));
                Ok(id)
            }
        }
    }

    pub(super) fn push_record(&mut self, kind: RecordKind, path: Path, range: std::ops::Range<usize>) -> RecordId {
        let id = RecordId(self.cdef.records.len());
        let span = match &path {
            Path::Tag(name) => name.span,
            _ => self.source.span(range.start),
        };
        let origin = self.origin(range);
        self.cdef.records.push(Record { kind, path, body: Body::Opaque, rules: Rules::default(), span, origin });
        id
    }

    pub(super) fn enum_tag(&mut self, tree: &Tree, node: &Node<EnumType>) -> Lowered<EnumId> {
        let offset = tree.offset(node.span.start);
        let range = offset..tree.offset(node.span.end);
        let Some(identifier) = &node.node.identifier else {
            if let Some(Tag::Enum(id)) = self.tagless.get(&offset) {
                return Ok(*id);
            }
            let id = self.push_enum(Path::Anonymous, range);
            self.tagless.insert(offset, Tag::Enum(id));
            return Ok(id);
        };
        let name = self.name(tree, identifier.span);
        match self.tags.get(&name.text) {
            Some(&Tag::Enum(id)) => Ok(id),
            Some(Tag::Record(_)) => {
                let message = format!("`enum {0}`: the block has another kind of `{0}`", name.text);
                self.error(name.span.offset as usize, message)
            }
            None if self.poison.tags.contains_key(&name.text) => Err(Refused),
            None => {
                let key = name.text.clone();
                let id = self.push_enum(Path::Tag(name), range);
                self.tags.insert(key, Tag::Enum(id));
                Ok(id)
            }
        }
    }

    fn push_enum(&mut self, path: Path, range: std::ops::Range<usize>) -> EnumId {
        let id = EnumId(self.cdef.enums.len());
        let span = match &path {
            Path::Tag(name) => name.span,
            _ => self.source.span(range.start),
        };
        let origin = self.origin(range);
        let (enumerators, underlying) = (None, None);
        self.cdef.enums.push(Enum { path, enumerators, underlying, packed: false, partial: false, span, origin });
        id
    }
}
