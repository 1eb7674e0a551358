//! `typeof` in, the type that it stands for out (C23 6.7.3.6).
//!
//! What is made of the block's own names is worked out here, the rest is left to the C compiler.

use lang_c::ast::{
    BinaryOperator, Declaration as CDeclaration, Declarator, Expression, MemberOperator, TypeName, TypeOf,
    UnaryOperator,
};
use lang_c::span::Node;

use super::names::{name_position, of_declaration, of_field};
use super::types::{Use, merge};
use super::{Lowered, Lowering, Mode, Refused, texts, tree};
use crate::model::{
    Field, Float, Int, KNOWN, Length, Literal, Name, QualType, Qualifiers, RecordId, Type, TypedefKind,
};
use crate::parse::{Declaration, Tree};

impl<'a> Lowering<'a> {
    /// Records that only declare themselves come first where a `typeof` may look into them.
    pub(super) fn lower_records(&mut self, declaration: &'a Declaration) -> Lowered<()> {
        let Some((tree, node)) = tree(declaration).filter(|(_, node)| node.declarators.is_empty()) else {
            return Ok(());
        };
        let specifiers = node.specifiers.iter().map(of_declaration);
        self.base_type(declaration, tree, declaration.range.start, specifiers).map(|_| ())
    }

    pub(super) fn type_of(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        offset: usize,
        node: &TypeOf,
    ) -> Lowered<QualType> {
        let unqualified = declaration.notes.unqualified.contains(&offset);
        let ty = match node {
            TypeOf::Type(name) => self.type_name(declaration, tree, name)?,
            TypeOf::Expression(expr) => match self.expression_type(declaration, tree, expr)? {
                Some(ty) => ty,
                None => return self.asked_type(tree, expr, unqualified),
            },
        };
        Ok(if unqualified { value(ty) } else { ty })
    }

    fn type_name(&mut self, declaration: &Declaration, tree: &Tree, name: &Node<TypeName>) -> Lowered<QualType> {
        let start = tree.offset(name.span.start);
        let base = self.base_type(declaration, tree, start, name.node.specifiers.iter().map(of_field))?;
        match &name.node.declarator {
            Some(declarator) => self.apply(declaration, tree, base, &declarator.node, Use::Other),
            None => Ok(base),
        }
    }

    /// A type that has no name but the expression's.
    fn asked_type(&mut self, tree: &Tree, expr: &Node<Expression>, unqualified: bool) -> Lowered<QualType> {
        let range = self.range(tree, expr.span);
        let text = texts::expression(self.text_of(tree).get(range.clone()).unwrap_or(""));
        if self.uses_poison(&text) {
            return Err(Refused);
        }
        if self.mode == Mode::Declared {
            let message = format!("only the C compiler can tell the type of `{text}`; add an `#include`");
            return self.error(range.start, message);
        }
        // Behind a comma stands a value, which has no qualifiers (C11 6.3.2.1p2).
        let spelled = if unqualified { format!("__typeof__((0, ({text})))") } else { format!("__typeof__({text})") };
        let id = match self.typedefs.get(&spelled) {
            Some(id) => *id,
            None => {
                let name = Name { text: spelled.clone(), span: self.source.span(range.start) };
                let id = self.push_typedef(name, TypedefKind::TypeOf);
                if let Some(known) = self.known_typedefs.get_mut(id.0) {
                    *known = true;
                }
                self.typedefs.insert(spelled, id);
                id
            }
        };
        Ok(plain(Type::Typedef(id)))
    }

    /// None if the block doesn't tell.
    fn expression_type(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        expr: &Node<Expression>,
    ) -> Lowered<Option<QualType>> {
        Ok(match &expr.node {
            Expression::Identifier(name) => {
                let name = self.name(tree, name.span);
                match self.named_thing(&name)? {
                    Some(ty) => Some(ty),
                    None => self.literal_type(tree, expr),
                }
            }
            Expression::Constant(_) | Expression::StringLiteral(_) => self.literal_type(tree, expr),
            Expression::Member(member) => {
                let name = self.name(tree, member.node.identifier.span).text;
                let Some(whole) = self.expression_type(declaration, tree, &member.node.expression)? else {
                    return Ok(None);
                };
                let record = match member.node.operator.node {
                    MemberOperator::Direct => Some(whole),
                    MemberOperator::Indirect => self.pointee(&whole),
                };
                record.and_then(|record| self.member(&record, &name))
            }
            Expression::Call(call) => {
                let callee = self.expression_type(declaration, tree, &call.node.callee)?;
                callee.and_then(|callee| match self.resolve(&callee).ty {
                    Type::Function(signature) => Some(value(signature.result)),
                    Type::Pointer(target) => match self.resolve(&target).ty {
                        Type::Function(signature) => Some(value(signature.result)),
                        _ => None,
                    },
                    _ => None,
                })
            }
            Expression::Cast(cast) => Some(value(self.type_name(declaration, tree, &cast.node.type_name)?)),
            Expression::CompoundLiteral(literal) => Some(self.type_name(declaration, tree, &literal.node.type_name)?),
            Expression::SizeOfTy(_) | Expression::SizeOfVal(_) | Expression::AlignOf(_) | Expression::OffsetOf(_) => {
                let known = KNOWN.iter().find(|known| known.name == "size_t");
                known.map(|known| plain(Type::Known(*known)))
            }
            Expression::UnaryOperator(unary) => {
                let Some(operand) = self.expression_type(declaration, tree, &unary.node.operand)? else {
                    return Ok(None);
                };
                self.unary_type(&unary.node.operator.node, operand)
            }
            Expression::BinaryOperator(binary) => {
                let left = self.expression_type(declaration, tree, &binary.node.lhs)?;
                let right = self.expression_type(declaration, tree, &binary.node.rhs)?;
                match (left, right) {
                    (Some(left), Some(right)) => self.binary_type(&binary.node.operator.node, left, right),
                    (Some(_), None) | (None, _) => None,
                }
            }
            Expression::GenericSelection(_)
            | Expression::Conditional(_)
            | Expression::Comma(_)
            | Expression::VaArg(_)
            | Expression::Statement(_) => None,
        })
    }

    fn literal_type(&mut self, tree: &Tree, expr: &Node<Expression>) -> Option<QualType> {
        Some(plain(match self.values.evaluate(tree, expr).ok()? {
            Literal::Int(_, int) => Type::Int(int),
            Literal::Float(_, float) => Type::Float(float),
            Literal::Str(bytes) => {
                let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX).saturating_add(1);
                Type::Array(Box::new(plain(Type::Int(Int::Char))), Length::Known(length))
            }
        }))
    }

    /// A variable, function, constant or type of the block, whether it was lowered by now or not.
    fn named_thing(&mut self, name: &Name) -> Lowered<Option<QualType>> {
        let text = name.text.as_str();
        if self.typedefs.contains_key(text) || self.used.contains_key(text) {
            return self.named_type(name.clone()).map(|ty| Some(plain(ty)));
        }
        if self.lost.contains(text) || self.poison.names.contains_key(text) {
            return Err(Refused);
        }
        let Some(index) = self.home_of(text) else { return Ok(None) };
        let Some(home) = self.unit.declarations.get(index) else { return Ok(None) };
        let Some((tree, node)) = tree(home) else { return Ok(None) };
        let Some(declarator) = self.declarator_of(tree, node, text) else { return Ok(None) };
        if !self.asked_about.insert(index) {
            let message = format!("the type of `{text}` is told by itself");
            return self.error(name.span.offset as usize, message);
        }
        let base = self.base_type(home, tree, home.range.start, node.specifiers.iter().map(of_declaration));
        let ty = base.and_then(|base| self.apply(home, tree, base, declarator, Use::Other)).and_then(|mut ty| {
            self.convene(home, tree, &mut ty, home.range.start, name_position(declarator))?;
            Ok(ty)
        });
        self.asked_about.remove(&index);
        ty.map(Some)
    }

    fn home_of(&mut self, name: &str) -> Option<usize> {
        let unit = self.unit;
        let homes = self.homes.get_or_insert_with(|| {
            let declarations = unit.declarations.iter().enumerate().rev();
            declarations
                .flat_map(|(index, declaration)| declaration.names.iter().map(move |name| (name.text.as_str(), index)))
                .collect()
        });
        homes.get(name).copied().filter(|index| !self.skip.contains(index))
    }

    fn declarator_of<'t>(&self, tree: &Tree, node: &'t CDeclaration, name: &str) -> Option<&'t Declarator> {
        let declarators = node.declarators.iter().map(|declarator| &declarator.node.declarator.node);
        declarators
            .into_iter()
            .find(|declarator| name_position(declarator).is_some_and(|position| self.name(tree, position).text == name))
    }

    fn pointee(&self, ty: &QualType) -> Option<QualType> {
        let resolved = self.resolve(ty);
        match resolved.ty {
            Type::Pointer(target) => Some(*target),
            Type::Array(element, _) => {
                let mut element = *element;
                merge(&mut element.qualifiers, resolved.qualifiers);
                Some(element)
            }
            // `*f` is `f` again (C11 6.3.2.1p4).
            Type::Function(_) => Some(ty.clone()),
            _ => None,
        }
    }

    // The type of a bitfield is no type of C's.
    fn member(&self, whole: &QualType, name: &str) -> Option<QualType> {
        let resolved = self.resolve(whole);
        let Type::Record(id) = resolved.ty else { return None };
        let field = self.field_of(id, name).filter(|field| field.bits.is_none())?;
        let mut ty = field.ty.clone();
        match &mut ty.ty {
            Type::Array(element, _) => merge(&mut element.qualifiers, resolved.qualifiers),
            _ => merge(&mut ty.qualifiers, resolved.qualifiers),
        }
        Some(ty)
    }

    fn field_of(&self, id: RecordId, name: &str) -> Option<&Field> {
        let fields = self.cdef.records.get(id.0)?.fields();
        fields.iter().find_map(|field| match (&field.name, field.member()) {
            (Some(own), _) if own.text == name => Some(field),
            (None, Some(member)) => self.field_of(member, name),
            (Some(_) | None, _) => None,
        })
    }

    fn unary_type(&self, operator: &UnaryOperator, operand: QualType) -> Option<QualType> {
        match operator {
            UnaryOperator::Address => Some(plain(Type::Pointer(Box::new(operand)))),
            UnaryOperator::Indirection => self.pointee(&operand),
            UnaryOperator::Negate => Some(plain(Type::Int(Int::Int))),
            UnaryOperator::Plus | UnaryOperator::Minus => self.arithmetic(&operand, &operand),
            UnaryOperator::Complement => self.arithmetic(&operand, &operand),
            UnaryOperator::PostIncrement
            | UnaryOperator::PostDecrement
            | UnaryOperator::PreIncrement
            | UnaryOperator::PreDecrement => Some(value(operand)),
        }
    }

    fn binary_type(&self, operator: &BinaryOperator, left: QualType, right: QualType) -> Option<QualType> {
        match operator {
            BinaryOperator::Index => self.pointee(&left),
            BinaryOperator::Less
            | BinaryOperator::Greater
            | BinaryOperator::LessOrEqual
            | BinaryOperator::GreaterOrEqual
            | BinaryOperator::Equals
            | BinaryOperator::NotEquals
            | BinaryOperator::LogicalAnd
            | BinaryOperator::LogicalOr => Some(plain(Type::Int(Int::Int))),
            BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight => self.arithmetic(&left, &left),
            BinaryOperator::Multiply
            | BinaryOperator::Divide
            | BinaryOperator::Modulo
            | BinaryOperator::Plus
            | BinaryOperator::Minus
            | BinaryOperator::BitwiseAnd
            | BinaryOperator::BitwiseXor
            | BinaryOperator::BitwiseOr => self.arithmetic(&left, &right),
            BinaryOperator::Assign
            | BinaryOperator::AssignMultiply
            | BinaryOperator::AssignDivide
            | BinaryOperator::AssignModulo
            | BinaryOperator::AssignPlus
            | BinaryOperator::AssignMinus
            | BinaryOperator::AssignShiftLeft
            | BinaryOperator::AssignShiftRight
            | BinaryOperator::AssignBitwiseAnd
            | BinaryOperator::AssignBitwiseXor
            | BinaryOperator::AssignBitwiseOr => Some(value(left)),
        }
    }

    // C11 6.3.1.8, for types that are numbers by their own words.
    fn arithmetic(&self, left: &QualType, right: &QualType) -> Option<QualType> {
        let float = |ty: &Type| match ty {
            Type::Float(float) => Some(*float),
            _ => None,
        };
        let (left, right) = (self.resolve(left).ty, self.resolve(right).ty);
        match (&left, &right) {
            (Type::Int(left), Type::Int(right)) => Some(plain(Type::Int(self.values.model.common(*left, *right)))),
            (Type::Int(_) | Type::Float(_), Type::Int(_) | Type::Float(_)) => {
                let widest: Option<Float> = float(&left).max(float(&right));
                widest.map(|float| plain(Type::Float(float)))
            }
            _ => None,
        }
    }
}

fn plain(ty: Type) -> QualType {
    QualType { ty, qualifiers: Qualifiers::default() }
}

/// What an expression of the type is worth: qualifiers are lost (C11 6.3.2.1p2).
fn value(mut ty: QualType) -> QualType {
    ty.qualifiers = Qualifiers::default();
    if let Type::Array(element, _) = &mut ty.ty {
        **element = value((**element).clone());
    }
    ty
}
