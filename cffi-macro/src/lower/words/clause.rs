//! The expressions of words in, terms out; what only C can evaluate becomes a operand.

use lang_c::ast::{BinaryOperator, Expression, UnaryOperator};
use lang_c::span::Node;

use super::super::{Lowered, Lowering, Mode, texts};
use crate::model::{Clause, FunctionId, Literal, Name, Operand, OperandId, Operator, Term};
use crate::parse::{Argument, Formula, Tree};

/// What the names of an expression may mean besides C's own.
pub(super) struct Scope<'a> {
    pub(super) function: Option<FunctionId>,
    pub(super) parameters: &'a [Option<Name>],
}

impl Scope<'_> {
    pub(super) fn parameter(&self, name: &str) -> Option<usize> {
        self.parameters.iter().position(|parameter| parameter.as_ref().is_some_and(|given| given.text == name))
    }
}

impl Lowering<'_> {
    pub(super) fn clause(&mut self, argument: &Argument, scope: &Scope<'_>) -> Lowered<Clause> {
        let Formula { expression, tree } = argument.formula();
        self.clause_at(tree, expression, scope)
    }

    pub(super) fn clause_at(
        &mut self,
        tree: &Tree,
        expression: &Node<Expression>,
        scope: &Scope<'_>,
    ) -> Lowered<Clause> {
        let range = self.range(tree, expression.span);
        let text = texts::expression(self.slice(range.clone()));
        let term = self.term(tree, expression, scope)?;
        Ok(Clause { term, text, span: self.source.span(range.start) })
    }

    /// The whole expression, evaluated by C.
    pub(super) fn operand_of(&mut self, argument: &Argument, scope: &Scope<'_>) -> Lowered<OperandId> {
        let Formula { expression, tree } = argument.formula();
        self.operand(tree, expression, scope)
    }

    fn term(&mut self, tree: &Tree, expression: &Node<Expression>, scope: &Scope<'_>) -> Lowered<Term> {
        match &expression.node {
            Expression::Identifier(identifier) => {
                let name = self.name(tree, identifier.span).text;
                match (name.as_str(), scope.parameter(&name)) {
                    (_, Some(index)) => return Ok(Term::Parameter(index)),
                    ("return", None) => return Ok(Term::Result),
                    ("errno", None) => return Ok(Term::Errno),
                    ("NULL", None) => return Ok(Term::Int(0)),
                    _ => {}
                }
            }
            Expression::UnaryOperator(unary) => {
                let operand = &unary.node.operand;
                match unary.node.operator.node {
                    UnaryOperator::Negate => return Ok(Term::Not(Box::new(self.term(tree, operand, scope)?))),
                    UnaryOperator::Minus => {
                        return Ok(match self.term(tree, operand, scope)? {
                            Term::Int(value) => Term::Int(-value),
                            term => Term::Negative(Box::new(term)),
                        });
                    }
                    UnaryOperator::Indirection => {
                        if let Term::Parameter(index) = self.term(tree, operand, scope)? {
                            return Ok(Term::Target(index));
                        }
                    }
                    _ => {}
                }
            }
            Expression::BinaryOperator(binary) => {
                if let Some(operator) = operator(&binary.node.operator.node) {
                    let left = self.term(tree, &binary.node.lhs, scope)?;
                    let right = self.term(tree, &binary.node.rhs, scope)?;
                    return Ok(Term::Binary(operator, Box::new(left), Box::new(right)));
                }
            }
            Expression::Conditional(conditional) => {
                let condition = self.term(tree, &conditional.node.condition, scope)?;
                let then = self.term(tree, &conditional.node.then_expression, scope)?;
                let otherwise = self.term(tree, &conditional.node.else_expression, scope)?;
                return Ok(Term::Conditional(Box::new([condition, then, otherwise])));
            }
            _ => {}
        }
        if let Ok(Literal::Int(value, int)) = self.values.evaluate(tree, expression) {
            return Ok(Term::number(value, int));
        }
        self.operand(tree, expression, scope).map(Term::Operand)
    }

    fn operand(&mut self, tree: &Tree, expression: &Node<Expression>, scope: &Scope<'_>) -> Lowered<OperandId> {
        let range = self.range(tree, expression.span);
        let text = texts::expression(self.slice(range.clone()));
        if self.mode == Mode::Declared {
            let message = format!("only the C compiler can tell the value of `{text}`; add an `#include`");
            return self.error(range.start, message);
        }
        let (tokens, _) = crate::parse::lex(&text, 0, text.len());
        let words: Vec<&str> = tokens.iter().map(|token| token.text(&text)).collect();
        if words.contains(&"return") {
            let message = format!("`return` stands in comparisons and arithmetic alone, not in `{text}`");
            return self.error(range.start, message);
        }
        let mut parameters: Vec<usize> = words.iter().filter_map(|word| scope.parameter(word)).collect();
        parameters.sort_unstable();
        parameters.dedup();
        let id = OperandId(self.cdef.operands.len());
        let span = self.source.span(range.start);
        self.cdef.operands.push(Operand { function: scope.function, text, span, parameters, outputs: Vec::new() });
        Ok(id)
    }
}

fn operator(operator: &BinaryOperator) -> Option<Operator> {
    Some(match operator {
        BinaryOperator::Plus => Operator::Add,
        BinaryOperator::Minus => Operator::Subtract,
        BinaryOperator::Multiply => Operator::Multiply,
        BinaryOperator::Divide => Operator::Divide,
        BinaryOperator::Modulo => Operator::Remainder,
        BinaryOperator::Equals => Operator::Equal,
        BinaryOperator::NotEquals => Operator::NotEqual,
        BinaryOperator::Less => Operator::Less,
        BinaryOperator::LessOrEqual => Operator::LessOrEqual,
        BinaryOperator::Greater => Operator::Greater,
        BinaryOperator::GreaterOrEqual => Operator::GreaterOrEqual,
        BinaryOperator::LogicalAnd => Operator::And,
        BinaryOperator::LogicalOr => Operator::Or,
        _ => return None,
    })
}
