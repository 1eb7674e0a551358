//! Specifiers and declarators in, types out (C11 6.7.2, 6.7.6).

use lang_c::ast::{
    ArrayDeclarator, ArraySize, Declarator, DeclaratorKind, DerivedDeclarator, Ellipsis, FunctionDeclarator,
    Identifier, ParameterDeclaration, PointerQualifier, TypeQualifier, TypeSpecifier,
};
use lang_c::span::Node;

use super::constant::length;
use super::names::{Specifier, name_position, of_declaration, of_field};
use super::specifiers::Words;
use super::{Lowered, Lowering, Mode, Refused};
use crate::model::{
    Body, Convention, Int, KNOWN, Length, Name, QualType, Qualifiers, Signature, Type, TypedefId, TypedefKind, WCHAR,
};
use crate::parse::{Declaration, PlacedConvention, Tree};

/// Where a declarator stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Use {
    Parameter,
    Other,
}

impl<'a> Lowering<'a> {
    /// The type of a specifier list that starts at `start`.
    pub(super) fn base_type<'t>(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        start: usize,
        specifiers: impl Iterator<Item = Specifier<'t>>,
    ) -> Lowered<QualType> {
        let mut words = Words::default();
        let mut first = None;
        let mut other: Option<QualType> = None;
        let mut qualifiers = Qualifiers::default();
        for specifier in specifiers {
            let ty = match specifier {
                Specifier::Qualifier(qualifier) => {
                    qualify(&mut qualifiers, qualifier);
                    continue;
                }
                Specifier::Other => continue,
                Specifier::Type(ty) => ty,
            };
            let offset = tree.offset(ty.span.start);
            if let Some(ty) = self.used_specifier(tree, &ty.node)? {
                if other.replace(QualType { ty, qualifiers: Qualifiers::default() }).is_some() {
                    return self.error(offset, "two types in one declaration");
                }
                continue;
            }
            let found = match &ty.node {
                TypeSpecifier::Int if declaration.notes.int128.contains(&offset) => {
                    words.add_int128();
                    continue;
                }
                TypeSpecifier::Struct(node) => {
                    let id = self.record_tag(tree, node)?;
                    if let Some(fields) = &node.node.declarations {
                        self.define_record(declaration, tree, node, id, fields)?;
                    }
                    QualType { ty: Type::Record(id), qualifiers: Qualifiers::default() }
                }
                TypeSpecifier::Enum(node) => {
                    let id = self.enum_tag(tree, node)?;
                    QualType { ty: Type::Enum(id), qualifiers: Qualifiers::default() }
                }
                TypeSpecifier::TypedefName(name) => {
                    let name = self.name(tree, name.span);
                    QualType { ty: self.named_type(name)?, qualifiers: Qualifiers::default() }
                }
                TypeSpecifier::Atomic(name) => {
                    let start = tree.offset(name.span.start);
                    let base = self.base_type(declaration, tree, start, name.node.specifiers.iter().map(of_field))?;
                    let mut ty = match &name.node.declarator {
                        Some(declarator) => self.apply(declaration, tree, base, &declarator.node, Use::Other)?,
                        None => base,
                    };
                    ty.qualifiers.is_atomic = true;
                    ty
                }
                TypeSpecifier::TypeOf(node) => self.type_of(declaration, tree, offset, &node.node)?,
                // Rust has none of these: they are bytes, which stubs pass.
                TypeSpecifier::TS18661Float(_) => {
                    let name = self.name(tree, ty.span);
                    if self.mode == Mode::Declared {
                        let message =
                            format!("a `{}` is passed as only C compilers know; add an `#include`", name.text);
                        return self.error(offset, message);
                    }
                    QualType { ty: self.named_type(name)?, qualifiers: Qualifiers::default() }
                }
                basic => {
                    first.get_or_insert(offset);
                    words.add(basic);
                    continue;
                }
            };
            if other.replace(found).is_some() {
                return self.error(offset, "two types in one declaration");
            }
        }
        let mut ty = match (other, words.is_empty()) {
            (Some(ty), true) => ty,
            (None, false) => match words.ty() {
                Some(ty) => QualType { ty, qualifiers: Qualifiers::default() },
                None => return self.error(first.unwrap_or(start), "these words together name no type of C"),
            },
            (Some(_), false) => return self.error(start, "two types in one declaration"),
            (None, true) => return self.error(start, "the type is missing"),
        };
        // The qualifiers of an array are those of its elements (C11 6.7.3p9).
        let mut qualified = &mut ty;
        while let Type::Array(element, _) = &mut qualified.ty {
            qualified = element;
        }
        merge(&mut qualified.qualifiers, qualifiers);
        Ok(ty)
    }

    pub(super) fn named_type(&mut self, name: Name) -> Lowered<Type> {
        if let Some(used) = self.used_name(&name) {
            return Ok(used);
        }
        let text = name.text.as_str();
        if let Some(&id) = self.typedefs.get(text) {
            return Ok(Type::Typedef(id));
        }
        if self.poison.names.contains_key(text) || self.undeclared.contains_key(text) {
            return Err(Refused);
        }
        if let Some(known) = KNOWN.iter().find(|known| known.name == text) {
            return Ok(Type::Known(*known));
        }
        match (text, self.mode) {
            ("wchar_t", Mode::Declared) => Ok(Type::Known(WCHAR)),
            ("bool", _) => Ok(Type::Int(Int::Bool)),
            ("va_list" | "__builtin_va_list" | "__gnuc_va_list", _) => Ok(Type::VaList),
            ("__int128_t", _) => Ok(Type::Int(Int::Int128)),
            ("__uint128_t", _) => Ok(Type::Int(Int::UInt128)),
            (_, Mode::Verified) => {
                let key = name.text.clone();
                let id = self.push_typedef(name, TypedefKind::Implicit);
                if let Some(known) = self.known_typedefs.get_mut(id.0) {
                    *known = true;
                }
                self.typedefs.insert(key, id);
                Ok(Type::Typedef(id))
            }
            (_, Mode::Declared) => {
                let message = format!("`{text}` is not declared; add `typedef ... {text};` if it comes from a header");
                self.undeclared.insert(name.text.clone(), name.span);
                self.error(name.span.offset as usize, message)
            }
        }
    }

    /// The type that a declarator gives to its name.
    pub(super) fn apply(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        base: QualType,
        declarator: &Declarator,
        place: Use,
    ) -> Lowered<QualType> {
        self.apply_around(declaration, tree, base, declarator, place, None)
    }

    fn apply_around(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        base: QualType,
        declarator: &Declarator,
        place: Use,
        mut convention: Option<PlacedConvention>,
    ) -> Lowered<QualType> {
        let mut ty = base;
        for part in &declarator.derived {
            if let DerivedDeclarator::Pointer(list) = &part.node {
                ty = pointer(ty, list);
                let placed = declaration.notes.conventions.get(&tree.offset(part.span.start));
                convention = self.convene_or_keep(&mut ty, placed.copied())?.or(convention);
            }
        }
        let innermost = !matches!(declarator.kind.node, DeclaratorKind::Declarator(_));
        let is_suffix = |part: &&Node<DerivedDeclarator>| !matches!(part.node, DerivedDeclarator::Pointer(_));
        let suffixes: Vec<_> = declarator.derived.iter().filter(is_suffix).collect();
        for (index, part) in suffixes.into_iter().enumerate().rev() {
            let adjusted = innermost && index == 0 && place == Use::Parameter;
            ty = match &part.node {
                DerivedDeclarator::Array(array) if adjusted => array_parameter(ty, &array.node),
                DerivedDeclarator::Array(array) => {
                    let offset = tree.offset(part.span.start);
                    let length = self.length(declaration, tree, offset, &array.node)?;
                    QualType { ty: Type::Array(Box::new(ty), length), qualifiers: Qualifiers::default() }
                }
                DerivedDeclarator::Function(function) => self.function(declaration, tree, ty, &function.node)?,
                DerivedDeclarator::KRFunction(names) => self.old_function(tree, ty, names)?,
                DerivedDeclarator::Pointer(_) => ty,
                // The scanner refuses blocks.
                DerivedDeclarator::Block(_) => return Err(Refused),
            };
            convention = self.convene_or_keep(&mut ty, convention)?;
        }
        match &declarator.kind.node {
            DeclaratorKind::Declarator(inner) => {
                let placed = declaration.notes.conventions.get(&tree.offset(declarator.kind.span.start));
                let convention = self.convene_or_keep(&mut ty, placed.copied())?.or(convention);
                self.apply_around(declaration, tree, ty, &inner.node, place, convention)
            }
            DeclaratorKind::Abstract | DeclaratorKind::Identifier(_) => Ok(ty),
        }
    }

    fn length(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        offset: usize,
        array: &ArrayDeclarator,
    ) -> Lowered<Length> {
        let expr = match &array.size {
            ArraySize::Unknown => return Ok(Length::Flexible),
            ArraySize::VariableUnknown => {
                return self.error(offset, "`[*]` can only stand in a parameter");
            }
            ArraySize::VariableExpression(expr) | ArraySize::StaticExpression(expr) => expr,
        };
        let at = tree.offset(expr.span.start);
        if declaration.notes.holes.contains(&at) {
            self.require_headers(at)?;
            return Ok(Length::Hole);
        }
        let expr = self.expr(tree, expr)?;
        match &expr.value {
            None => Ok(Length::Asked(expr.text)),
            Some(value) => match length(value) {
                Some(length) => Ok(Length::Known(length)),
                None => self.error(at, format!("an array's length is a number from 0, not `{}`", expr.text)),
            },
        }
    }

    fn function(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        result: QualType,
        function: &FunctionDeclarator,
    ) -> Lowered<QualType> {
        let mut parameters = Vec::new();
        let mut refused = false;
        for parameter in &function.parameters {
            match self.parameter(declaration, tree, parameter) {
                Ok(ty) => parameters.push(ty),
                Err(Refused) => refused = true,
            }
        }
        if refused {
            return Err(Refused);
        }
        let variadic = function.ellipsis == Ellipsis::Some;
        let named = function.parameters.iter().any(|parameter| {
            parameter.node.declarator.as_ref().and_then(|declarator| name_position(&declarator.node)).is_some()
        });
        if let ([only], false, false) = (parameters.as_slice(), named, variadic)
            && self.is_void(only)
        {
            parameters.clear();
        }
        let signature = Signature { result, parameters, variadic, convention: Convention::C };
        Ok(QualType { ty: Type::Function(Box::new(signature)), qualifiers: Qualifiers::default() })
    }

    // `f()`; the names in `f(a, b)` are types wherever it is no definition (C11 6.7.6.3p3).
    fn old_function(&mut self, tree: &Tree, result: QualType, names: &[Node<Identifier>]) -> Lowered<QualType> {
        let mut parameters = Vec::new();
        for name in names {
            let ty = self.named_type(self.name(tree, name.span))?;
            parameters.push(self.adjust(QualType { ty, qualifiers: Qualifiers::default() }));
        }
        let signature = Signature { result, parameters, variadic: false, convention: Convention::C };
        Ok(QualType { ty: Type::Function(Box::new(signature)), qualifiers: Qualifiers::default() })
    }

    fn parameter(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        parameter: &Node<ParameterDeclaration>,
    ) -> Lowered<QualType> {
        let start = tree.offset(parameter.span.start);
        let base = self.base_type(declaration, tree, start, parameter.node.specifiers.iter().map(of_declaration))?;
        let mut ty = match &parameter.node.declarator {
            Some(declarator) => self.apply(declaration, tree, base, &declarator.node, Use::Parameter)?,
            None => base,
        };
        let name = parameter.node.declarator.as_ref().and_then(|declarator| name_position(&declarator.node));
        self.convene(declaration, tree, &mut ty, start, name)?;
        Ok(self.adjust(ty))
    }

    // A parameter of array or function type is adjusted to a pointer (C11 6.7.6.3p7, p8).
    fn adjust(&self, ty: QualType) -> QualType {
        let resolved = match &ty.ty {
            Type::Typedef(_) => self.resolve(&ty),
            _ => ty.clone(),
        };
        let target = match resolved.ty {
            Type::Array(mut element, _) => {
                merge(&mut element.qualifiers, resolved.qualifiers);
                element
            }
            // Function typedefs keep their name.
            Type::Function(_) => Box::new(ty),
            _ => return ty,
        };
        QualType { ty: Type::Pointer(target), qualifiers: Qualifiers::default() }
    }

    fn is_void(&self, ty: &QualType) -> bool {
        let resolved = self.resolve(ty);
        resolved.ty == Type::Void && resolved.qualifiers == Qualifiers::default()
    }

    /// The type behind typedefs, as far as they are known by now.
    pub(super) fn resolve(&self, ty: &QualType) -> QualType {
        let mut resolved = ty.clone();
        for _ in 0..=self.cdef.typedefs.len() {
            let Type::Typedef(TypedefId(id)) = resolved.ty else {
                break;
            };
            let known = self.known_typedefs.get(id).copied().unwrap_or(false);
            match self.cdef.typedefs.get(id).map(|typedef| &typedef.kind) {
                Some(TypedefKind::Exact(target)) if known => {
                    let qualifiers = resolved.qualifiers;
                    resolved = target.clone();
                    merge(&mut resolved.qualifiers, qualifiers);
                }
                _ => break,
            }
        }
        resolved
    }

    /// Adjusts parameters whose typedefs were not yet known.
    pub(super) fn adjust_all(&mut self) {
        let mut typedefs = std::mem::take(&mut self.cdef.typedefs);
        // `resolve` needs them in place.
        self.cdef.typedefs = typedefs.clone();
        for typedef in &mut typedefs {
            if let TypedefKind::Exact(ty) = &mut typedef.kind {
                self.adjust_within(ty);
            }
        }
        self.cdef.typedefs = typedefs;
        let mut records = std::mem::take(&mut self.cdef.records);
        for record in &mut records {
            match &mut record.body {
                Body::Opaque => {}
                Body::Exact(fields) | Body::Partial(fields) => {
                    fields.iter_mut().for_each(|field| self.adjust_within(&mut field.ty));
                }
            }
        }
        self.cdef.records = records;
    }

    fn adjust_within(&self, ty: &mut QualType) {
        match &mut ty.ty {
            Type::Pointer(target) | Type::Array(target, _) => self.adjust_within(target),
            Type::Function(signature) => {
                self.adjust_within(&mut signature.result);
                for parameter in &mut signature.parameters {
                    self.adjust_within(parameter);
                    *parameter = self.adjust(parameter.clone());
                }
                if let ([only], false) = (signature.parameters.as_slice(), signature.variadic)
                    && self.is_void(only)
                {
                    signature.parameters.clear();
                }
            }
            Type::Void
            | Type::Int(_)
            | Type::Float(_)
            | Type::Complex(_)
            | Type::Known(_)
            | Type::VaList
            | Type::Record(_)
            | Type::Enum(_)
            | Type::Typedef(_) => {}
        }
    }
}

fn pointer(target: QualType, list: &[Node<PointerQualifier>]) -> QualType {
    let mut qualifiers = Qualifiers::default();
    for qualifier in list {
        if let PointerQualifier::TypeQualifier(qualifier) = &qualifier.node {
            qualify(&mut qualifiers, &qualifier.node);
        }
    }
    QualType { ty: Type::Pointer(Box::new(target)), qualifiers }
}

// The qualifiers between the brackets are the pointer's; the length means nothing (C11 6.7.6.3p7).
fn array_parameter(element: QualType, array: &ArrayDeclarator) -> QualType {
    let mut qualifiers = Qualifiers::default();
    for qualifier in &array.qualifiers {
        qualify(&mut qualifiers, &qualifier.node);
    }
    QualType { ty: Type::Pointer(Box::new(element)), qualifiers }
}

fn qualify(qualifiers: &mut Qualifiers, qualifier: &TypeQualifier) {
    match qualifier {
        TypeQualifier::Const => qualifiers.is_const = true,
        TypeQualifier::Volatile => qualifiers.is_volatile = true,
        TypeQualifier::Restrict => qualifiers.is_restrict = true,
        TypeQualifier::Atomic => qualifiers.is_atomic = true,
        TypeQualifier::Nonnull | TypeQualifier::NullUnspecified | TypeQualifier::Nullable => {}
    }
}

pub(super) fn merge(into: &mut Qualifiers, more: Qualifiers) {
    into.is_const |= more.is_const;
    into.is_volatile |= more.is_volatile;
    into.is_restrict |= more.is_restrict;
    into.is_atomic |= more.is_atomic;
}

/// The parameter list that belongs to the declared function itself.
pub(super) fn nearest_parameters(declarator: &Declarator) -> Option<&FunctionDeclarator> {
    if let DeclaratorKind::Declarator(inner) = &declarator.kind.node
        && !inner.node.derived.is_empty()
    {
        return nearest_parameters(&inner.node);
    }
    declarator.derived.iter().find_map(|part| match &part.node {
        DerivedDeclarator::Pointer(_) | DerivedDeclarator::Block(_) => None,
        DerivedDeclarator::Function(function) => Some(Some(&function.node)),
        DerivedDeclarator::Array(_) | DerivedDeclarator::KRFunction(_) => Some(None),
    })?
}
