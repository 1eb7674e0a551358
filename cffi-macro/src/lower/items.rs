//! Typedefs, functions, variables and constants, and what happens when one is declared twice.

use lang_c::ast::{InitDeclarator, Initializer, StorageClassSpecifier};
use lang_c::span::Node;

use super::enums::same_value;
use super::names::{is_typedef, name_position, of_declaration, storage};
use super::types::{Use, merge, nearest_parameters};
use super::{Lowered, Lowering, Mode, Refused, texts};
use crate::model::{
    Assertion, Constant, ConstantId, ConstantKind, DefinitionText, Expr, Function, FunctionId, Item, Length, Linkage,
    Literal, Name, Origin, QualType, Type, TypedefId, Value, Variable, VariableId,
};
use crate::parse::{Declaration, DeclarationKind, Formula, MacroValue, Tree};

/// What a name of C's ordinary name space stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ordinary {
    Typedef(TypedefId),
    Function(FunctionId),
    Variable(VariableId),
    Constant(ConstantId),
    Enumerator,
}

impl Ordinary {
    fn noun(self) -> &'static str {
        match self {
            Ordinary::Typedef(_) => "a typedef",
            Ordinary::Function(_) => "a function",
            Ordinary::Variable(_) => "a variable",
            Ordinary::Constant(_) => "a constant",
            Ordinary::Enumerator => "an enumerator",
        }
    }
}

impl<'a> Lowering<'a> {
    /// Takes a name that nothing else may have.
    pub(super) fn claim(&mut self, name: &Name, item: Ordinary) -> Lowered<()> {
        // A function may have the name of a `struct T`.
        if self.used.contains_key(&name.text) && matches!(item, Ordinary::Typedef(_)) {
            return self.refuse_used(name);
        }
        match self.ordinary.get(&name.text) {
            None => {
                self.ordinary.insert(name.text.clone(), item);
                Ok(())
            }
            Some(first) => {
                let message = match first.noun() == item.noun() {
                    true => format!("`{}` is declared twice", name.text),
                    false => format!("`{}` is {} and {}", name.text, first.noun(), item.noun()),
                };
                self.error(name.span.offset as usize, message)
            }
        }
    }

    pub(super) fn lower_items(&mut self, declaration: &'a Declaration) -> Lowered<()> {
        let (tree, node) = match &declaration.kind {
            DeclarationKind::Macro { name, value } => {
                return self.macro_constant(declaration, name, value);
            }
            DeclarationKind::Assertion { condition, message } => {
                return self.assertion(declaration, condition, message);
            }
            DeclarationKind::C { tree, .. } => (tree, &tree.node.node),
        };
        if is_typedef(node) {
            return self.refuse_optional(declaration);
        }
        self.check_storage(tree, node)?;
        let start = declaration.range.start;
        let base = self.base_type(declaration, tree, start, node.specifiers.iter().map(of_declaration))?;
        if node.declarators.is_empty() {
            self.refuse_optional(declaration)?;
            return match base.ty {
                Type::Record(id) => {
                    self.announced.insert(id);
                    self.type_words(declaration, Item::Record(id))
                }
                Type::Enum(id) => self.type_words(declaration, Item::Enum(id)),
                Type::Typedef(_) if !declaration.annotations.is_empty() => {
                    self.error(start, "repeat the typedef to say something about it")
                }
                _ => self.error(start, "this declaration has no name"),
            };
        }
        let mut result = Ok(());
        for (index, declarator) in node.declarators.iter().enumerate() {
            let item = self.item(declaration, tree, node, &base, declarator, index);
            result = result.and(item.and_then(|()| self.optional(declaration, tree, declarator, index)));
        }
        result
    }

    // What the block alone decides is judged here, the rest by the C compiler.
    fn assertion(&mut self, declaration: &Declaration, condition: &Formula, message: &str) -> Lowered<()> {
        let condition = self.expr(&condition.tree, &condition.expression)?;
        let span = self.source.span(declaration.range.start);
        let holds = condition.value.as_ref().map(|value| !matches!(value, Literal::Int(0, _)));
        let assertion = Assertion { condition, message: message.to_owned(), span };
        match holds {
            Some(true) => Ok(()),
            Some(false) => self.error(declaration.range.start, assertion.failure()),
            None => {
                self.cdef.assertions.push(assertion);
                Ok(())
            }
        }
    }

    // C11 6.7.1p2.
    pub(super) fn check_storage(&mut self, tree: &Tree, node: &lang_c::ast::Declaration) -> Lowered<()> {
        match storage(node).get(1) {
            Some(second) => {
                let word = self.name(tree, second.span).text;
                self.error(tree.offset(second.span.start), format!("`{word}` can't stand beside another storage class"))
            }
            None => Ok(()),
        }
    }

    fn item(
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
            return self.error(tree.offset(declarator.span.start), "this declaration has no name");
        };
        let origin = self.declarator_origin(declaration, tree, node, declarator);
        let resolved = self.resolve(&ty);
        let asm_label = declaration.notes.labels.get(&index).cloned();
        let is_static = storage(node).iter().any(|class| class.node == StorageClassSpecifier::Static);
        let is_constant = is_constant(node, &resolved, declarator) && !declaration.notes.thread_local;
        let is_defined = matches!(&declaration.kind, DeclarationKind::C { body: Some(_), .. });
        if is_static && !is_constant && !is_defined && self.mode == Mode::Declared {
            let message = format!("`{}` is `static`: no library has it; add an `#include` that defines it", name.text);
            return self.error(name.span.offset as usize, message);
        }
        if let Type::Function(signature) = resolved.ty {
            let body = match &declaration.kind {
                DeclarationKind::C { body, .. } => body.as_ref(),
                DeclarationKind::Macro { .. } | DeclarationKind::Assertion { .. } => None,
            };
            let body = body.map(|text| DefinitionText {
                text: text.clone(),
                span: self.source.span(declaration.range.start),
                linkage: if is_static { Linkage::Internal } else { Linkage::External },
            });
            let mut parameter_names: Vec<Option<Name>> = nearest_parameters(inner).map_or(Vec::new(), |function| {
                let parameters = function.parameters.iter();
                let positions = parameters.map(|parameter| parameter.node.declarator.as_ref());
                positions
                    .map(|declarator| declarator.and_then(|declarator| name_position(&declarator.node)))
                    .map(|position| position.map(|position| self.name(tree, position)))
                    .collect()
            });
            parameter_names.resize(signature.parameters.len(), None);
            if declarator.node.initializer.is_some() {
                return self.error(name.span.offset as usize, "a function has no value");
            }
            let noreturn = declaration.notes.noreturn;
            let function = Function { name, signature: *signature, parameter_names, body, noreturn, asm_label, origin };
            let id = self.function_item(function)?;
            return self.function_words(declaration, tree, inner, id);
        }
        if let DeclarationKind::C { body: Some(_), .. } = &declaration.kind {
            return self.error(declaration.range.start, "only a function can have a body");
        }
        if is_constant {
            return self.typed_constant(declaration, tree, name, ty, declarator, origin);
        }
        if declarator.node.initializer.is_some() {
            let message =
                format!("the value of `{0}` can't be given here; for a constant write `static const`", name.text);
            return self.error(name.span.offset as usize, message);
        }
        let thread_local = declaration.notes.thread_local
            || storage(node).iter().any(|class| class.node == StorageClassSpecifier::ThreadLocal);
        self.variable_item(Variable { name, ty, thread_local, asm_label, origin })
    }

    fn function_item(&mut self, new: Function) -> Lowered<FunctionId> {
        let Some(&Ordinary::Function(id)) = self.ordinary.get(&new.name.text) else {
            let id = FunctionId(self.cdef.functions.len());
            self.claim(&new.name, Ordinary::Function(id))?;
            self.cdef.functions.push(new);
            return Ok(id);
        };
        let Some(first) = self.cdef.functions.get_mut(id.0) else {
            return Err(Refused);
        };
        if first.signature != new.signature || first.body.is_some() && new.body.is_some() {
            let message = twice(&new.name, &first.origin, &new.origin);
            return self.error(new.name.span.offset as usize, message);
        }
        first.noreturn |= new.noreturn;
        first.body = first.body.take().or(new.body);
        first.asm_label = first.asm_label.take().or(new.asm_label);
        if first.parameter_names.iter().all(Option::is_none) {
            first.parameter_names = new.parameter_names;
        }
        first.origin.docs.extend(new.origin.docs);
        Ok(id)
    }

    fn variable_item(&mut self, new: Variable) -> Lowered<()> {
        let Some(&Ordinary::Variable(id)) = self.ordinary.get(&new.name.text) else {
            self.claim(&new.name, Ordinary::Variable(VariableId(self.cdef.variables.len())))?;
            self.cdef.variables.push(new);
            return Ok(());
        };
        let Some(first) = self.cdef.variables.get_mut(id.0) else {
            return Err(Refused);
        };
        let Some(ty) = composite(&first.ty, &new.ty) else {
            let message = twice(&new.name, &first.origin, &new.origin);
            return self.error(new.name.span.offset as usize, message);
        };
        first.ty = ty;
        first.thread_local |= new.thread_local;
        first.asm_label = first.asm_label.take().or(new.asm_label);
        first.origin.docs.extend(new.origin.docs);
        Ok(())
    }

    fn typed_constant(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        name: Name,
        ty: QualType,
        declarator: &Node<InitDeclarator>,
        origin: Origin,
    ) -> Lowered<()> {
        let value = match declarator.node.initializer.as_ref().map(|initializer| &initializer.node) {
            None if self.mode == Mode::Declared => {
                let message = format!(
                    "`{0}` asks the C compiler for its value; give it, or add an `#include`; for a variable write \
                     `extern`",
                    name.text
                );
                return self.error(name.span.offset as usize, message);
            }
            None => Value::Hole,
            Some(Initializer::List(_)) => {
                return self.error(name.span.offset as usize, "a value in braces can't be compared; leave it out");
            }
            Some(Initializer::Expression(expr)) => {
                let offset = tree.offset(expr.span.start);
                if declaration.notes.holes.contains(&offset) {
                    self.require_headers(offset)?;
                    Value::Hole
                } else {
                    Value::Given(self.expr(tree, expr)?)
                }
            }
        };
        self.constant_item(Constant { name, kind: ConstantKind::Typed(ty), value, origin })
    }

    fn macro_constant(&mut self, declaration: &Declaration, name: &Name, value: &MacroValue) -> Lowered<()> {
        let value = match value {
            MacroValue::Given(formula, range) => {
                let Expr { value, span, .. } = self.expr(&formula.tree, &formula.expression)?;
                let text = texts::expression(self.source.text.get(range.clone()).unwrap_or(""));
                Value::Given(Expr { text, value, span })
            }
            MacroValue::Hole(offset) => {
                self.require_headers(*offset)?;
                Value::Hole
            }
        };
        let range = declaration.range.clone();
        let text = texts::tidy(self.source.text.get(range.clone()).unwrap_or(""));
        let origin = Origin { text, docs: self.docs.of(range) };
        self.constant_item(Constant { name: name.clone(), kind: ConstantKind::Macro, value, origin })
    }

    fn constant_item(&mut self, new: Constant) -> Lowered<()> {
        let Some(&Ordinary::Constant(id)) = self.ordinary.get(&new.name.text) else {
            self.claim(&new.name, Ordinary::Constant(ConstantId(self.cdef.constants.len())))?;
            self.cdef.constants.push(new);
            return Ok(());
        };
        let Some(first) = self.cdef.constants.get_mut(id.0) else {
            return Err(Refused);
        };
        let same_kind = match (&first.kind, &new.kind) {
            (ConstantKind::Macro, ConstantKind::Macro) => true,
            (ConstantKind::Typed(a), ConstantKind::Typed(b)) => a == b,
            (ConstantKind::Macro, ConstantKind::Typed(_)) | (ConstantKind::Typed(_), ConstantKind::Macro) => false,
        };
        if same_kind && same_value(&first.value, &new.value) {
            first.origin.docs.extend(new.origin.docs);
            return Ok(());
        }
        let message = twice(&new.name, &first.origin, &new.origin);
        self.error(new.name.span.offset as usize, message)
    }

    // The specifiers are repeated for each of several declarators, without a body, to stay linear.
    pub(super) fn declarator_origin(
        &self,
        declaration: &Declaration,
        tree: &Tree,
        node: &lang_c::ast::Declaration,
        declarator: &Node<InitDeclarator>,
    ) -> Origin {
        let range = declaration.range.clone();
        let docs = self.docs.of(range.clone());
        let body = match &declaration.kind {
            DeclarationKind::C { body, .. } => body.is_some(),
            DeclarationKind::Macro { .. } | DeclarationKind::Assertion { .. } => false,
        };
        let text = if let ([_, _, ..], Some(first)) = (node.declarators.as_slice(), node.declarators.first()) {
            let head = range.start..tree.offset(first.span.start);
            let own = self.range(tree, declarator.span);
            format!("{} {};", texts::without_body(self.slice(head)), self.slice(own))
        } else if body {
            let text = self.slice(range);
            format!("{};", text.split_once('{').map_or(text, |(head, _)| head).trim_end())
        } else {
            self.slice(range).to_owned()
        };
        Origin { text: texts::tidy(&text), docs }
    }
}

// CFFI's rule: constant if the outermost type is const and no array, or if it is an integer that is given a value.
// `extern` stands for a variable's address, for that is what headers declare by it.
fn is_constant(node: &lang_c::ast::Declaration, ty: &QualType, declarator: &Node<InitDeclarator>) -> bool {
    let has_address = storage(node)
        .iter()
        .any(|class| matches!(class.node, StorageClassSpecifier::Extern | StorageClassSpecifier::ThreadLocal));
    let is_given = declarator.node.initializer.is_some() && matches!(ty.ty, Type::Int(_) | Type::Known(_));
    !has_address && (is_given || ty.qualifiers.is_const && !matches!(ty.ty, Type::Array(..)))
}

pub(super) fn twice(name: &Name, first: &Origin, second: &Origin) -> String {
    format!("`{}` is declared twice: `{}` and `{}`", name.text, first.text, second.text)
}

// An array's length may be given by one declaration only (C11 6.2.7p3).
fn composite(a: &QualType, b: &QualType) -> Option<QualType> {
    match (&a.ty, &b.ty) {
        (Type::Array(x, Length::Flexible), Type::Array(y, _)) if x == y => Some(b.clone()),
        (Type::Array(x, _), Type::Array(y, Length::Flexible)) if x == y => Some(a.clone()),
        _ if a == b => {
            let mut ty = a.clone();
            merge(&mut ty.qualifiers, b.qualifiers);
            Some(ty)
        }
        _ => None,
    }
}
