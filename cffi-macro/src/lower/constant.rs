//! Constant expressions of the block, evaluated with C's types where the block alone decides.

use std::collections::{HashMap, HashSet};

use lang_c::ast::{
    BinaryOperator, CastExpression, Constant, Expression, Integer, IntegerBase, IntegerSize, TypeName, UnaryOperator,
};
use lang_c::span::{Node, Span};

pub(crate) use super::arithmetic::DataModel;
use super::arithmetic::{float_binary, is_signed, to_float, to_unsigned};
use super::literal;
use super::specifiers::{self, Scalar};
use crate::model::{Float, Int, Literal};
use crate::parse::{Declaration, DeclarationKind, MacroValue, Tree, Unit};

pub(crate) type Eval<T> = Result<T, Why>;

/// Why an expression has no value here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Why {
    /// Only the C compiler can tell.
    Unknown,
    /// It has none in C either.
    Invalid(&'static str),
}

/// Macros may be used before their `#define`, so that they are evaluated when first asked for.
const MAX_CHAIN: usize = 32;

/// The values of the block's names.
pub(crate) struct Values<'a> {
    pub(crate) model: DataModel,
    text: &'a str,
    macros: HashMap<&'a str, &'a Declaration>,
    values: HashMap<String, Eval<Literal>>,
    /// Typedefs of the block, which hide known names.
    typedefs: HashSet<String>,
    depth: usize,
    source: &'a str,
}

impl<'a> Values<'a> {
    pub(crate) fn new(unit: &'a Unit, source: &'a str, model: DataModel) -> Values<'a> {
        let mut macros = HashMap::new();
        for declaration in &unit.declarations {
            if let DeclarationKind::Macro { name, .. } = &declaration.kind {
                macros.entry(name.text.as_str()).or_insert(declaration);
            }
        }
        Values { model, text: &unit.text, macros, values: HashMap::new(), typedefs: HashSet::new(), depth: 0, source }
    }

    pub(crate) fn hide_type(&mut self, name: &str) {
        self.typedefs.insert(name.to_owned());
    }

    pub(crate) fn set(&mut self, name: &str, value: Eval<Literal>) {
        self.values.entry(name.to_owned()).or_insert(value);
    }

    fn named(&mut self, name: &str) -> Eval<Literal> {
        if let Some(value) = self.values.get(name) {
            return value.clone();
        }
        let value = match self.macros.get(name).map(|declaration| &declaration.kind) {
            Some(DeclarationKind::Macro { value: MacroValue::Given(formula, _), .. }) if self.depth < MAX_CHAIN => {
                // A macro is not expanded within itself (C11 6.10.3.4p2).
                self.values.insert(name.to_owned(), Err(Why::Unknown));
                self.depth += 1;
                let value = self.evaluate(&formula.tree, &formula.expression);
                self.depth -= 1;
                value
            }
            Some(_) => return Err(Why::Unknown),
            None => {
                return match name {
                    "true" => Ok(Literal::Int(1, Int::Int)),
                    "false" => Ok(Literal::Int(0, Int::Int)),
                    _ => Err(Why::Unknown),
                };
            }
        };
        self.values.insert(name.to_owned(), value.clone());
        value
    }

    // Strings and names are read from the block, because lang-c saw substitutes.
    fn slice(&self, tree: &Tree, from: usize, to: usize) -> &'a str {
        let range = tree.offset(from)..tree.offset(to);
        let text = if tree.is_directive() { self.source } else { self.text };
        text.get(range).unwrap_or("")
    }

    pub(crate) fn evaluate(&mut self, tree: &Tree, expr: &Node<Expression>) -> Eval<Literal> {
        let (from, to) = (expr.span.start, expr.span.end);
        match &expr.node {
            Expression::Identifier(name) => self.named(self.slice(tree, name.span.start, name.span.end)),
            Expression::Constant(constant) => match &constant.node {
                Constant::Integer(integer) => self.integer(integer),
                Constant::Float(_) => {
                    literal::float(self.slice(tree, constant.span.start, constant.span.end)).ok_or(Why::Unknown)
                }
                Constant::Character(_) => {
                    let text = self.slice(tree, constant.span.start, self.literal_end(tree, from));
                    literal::character(text).map(|value| Literal::Int(value, Int::Int)).ok_or(Why::Unknown)
                }
            },
            Expression::StringLiteral(_) => {
                literal::string(self.slice(tree, from, to)).map(Literal::Str).ok_or(Why::Unknown)
            }
            Expression::UnaryOperator(unary) => {
                let value = self.evaluate(tree, &unary.node.operand)?;
                self.unary(&unary.node.operator.node, value)
            }
            Expression::BinaryOperator(binary) => {
                self.binary(tree, &binary.node.operator.node, &binary.node.lhs, &binary.node.rhs)
            }
            Expression::Conditional(conditional) => {
                let condition = truth(&self.evaluate(tree, &conditional.node.condition)?)?;
                let then = self.evaluate(tree, &conditional.node.then_expression);
                let otherwise = self.evaluate(tree, &conditional.node.else_expression);
                let (taken, other) = if condition { (then?, otherwise) } else { (otherwise?, then) };
                match other {
                    Ok(other) => self.balance(taken, &other),
                    Err(Why::Invalid(_)) => Ok(taken),
                    Err(Why::Unknown) => Err(Why::Unknown),
                }
            }
            Expression::Cast(cast) => self.cast(tree, &cast.node),
            Expression::SizeOfTy(size) => self.size_of(tree, &size.node.0.node),
            Expression::SizeOfVal(size) => {
                let bytes = match self.evaluate(tree, &size.node.0)? {
                    Literal::Int(_, ty) => self.model.bytes(ty),
                    Literal::Float(_, ty) => float_bytes(ty)?,
                    Literal::Str(bytes) => i128::try_from(bytes.len()).unwrap_or(0) + 1,
                };
                Ok(Literal::Int(bytes, self.model.size_t()))
            }
            Expression::GenericSelection(_)
            | Expression::Member(_)
            | Expression::Call(_)
            | Expression::CompoundLiteral(_)
            | Expression::AlignOf(_)
            | Expression::Comma(_)
            | Expression::OffsetOf(_)
            | Expression::VaArg(_)
            | Expression::Statement(_) => Err(Why::Unknown),
        }
    }

    // lang-c sees `'x'` for every character constant, the rest of which is blank.
    fn literal_end(&self, tree: &Tree, from: usize) -> usize {
        let text = if tree.is_directive() { self.source } else { self.text };
        let start = tree.offset(from);
        let line = text.get(start..).and_then(|rest| rest.lines().next()).unwrap_or("");
        let (tokens, _) = crate::parse::lex(line, 0, line.len().min(64));
        from + tokens.first().map_or(0, |token| token.end)
    }

    // C11 6.4.4.1p5.
    fn integer(&self, integer: &Integer) -> Eval<Literal> {
        let radix = match integer.base {
            IntegerBase::Decimal => 10,
            IntegerBase::Octal => 8,
            IntegerBase::Hexadecimal => 16,
            IntegerBase::Binary => 2,
        };
        if integer.suffix.imaginary {
            return Err(Why::Unknown);
        }
        let digits = if integer.number.is_empty() { "0" } else { &*integer.number };
        let value = i128::from_str_radix(digits, radix).map_err(|_| Why::Invalid("the number is too large"))?;
        let signed: &[Int] = match integer.suffix.size {
            IntegerSize::Int => &[Int::Int, Int::Long, Int::LongLong],
            IntegerSize::Long => &[Int::Long, Int::LongLong],
            IntegerSize::LongLong => &[Int::LongLong],
        };
        let decimal = integer.base == IntegerBase::Decimal;
        let candidates: Vec<Int> = signed
            .iter()
            .flat_map(|&int| {
                let plain = (!integer.suffix.unsigned).then_some(int);
                let unsigned = (integer.suffix.unsigned || !decimal).then_some(to_unsigned(int));
                plain.into_iter().chain(unsigned)
            })
            .collect();
        let ty = self.model.first_fit(value, &candidates).ok_or(Why::Invalid("the number is too large"))?;
        Ok(Literal::Int(value, ty))
    }

    fn unary(&self, operator: &UnaryOperator, value: Literal) -> Eval<Literal> {
        match (operator, value) {
            (UnaryOperator::Negate, value) => Ok(Literal::Int(i128::from(!truth(&value)?), Int::Int)),
            (UnaryOperator::Plus, Literal::Int(value, ty)) => Ok(Literal::Int(value, self.model.promote(ty))),
            (UnaryOperator::Minus, Literal::Int(value, ty)) => self.model.in_type(-value, self.model.promote(ty)),
            (UnaryOperator::Complement, Literal::Int(value, ty)) => {
                self.model.in_type(!value, self.model.promote(ty)).or(Err(Why::Unknown))
            }
            (UnaryOperator::Plus, Literal::Float(value, ty)) => Ok(Literal::Float(value, ty)),
            (UnaryOperator::Minus, Literal::Float(value, ty)) => Ok(Literal::Float(-value, ty)),
            _ => Err(Why::Unknown),
        }
    }

    fn binary(
        &mut self,
        tree: &Tree,
        operator: &BinaryOperator,
        lhs: &Node<Expression>,
        rhs: &Node<Expression>,
    ) -> Eval<Literal> {
        let left = self.evaluate(tree, lhs)?;
        let short = match operator {
            BinaryOperator::LogicalAnd => Some(false),
            BinaryOperator::LogicalOr => Some(true),
            _ => None,
        };
        if let Some(short) = short {
            // The other operand is not evaluated (C11 6.5.13p4, 6.5.14p4).
            let result = truth(&left)? == short || truth(&self.evaluate(tree, rhs)?)? == short;
            return Ok(Literal::Int(i128::from(result == short), Int::Int));
        }
        match (left, self.evaluate(tree, rhs)?) {
            (Literal::Int(a, at), Literal::Int(b, bt)) => self.model.binary(operator, (a, at), (b, bt)),
            (Literal::Float(a, at), Literal::Float(b, bt)) => float_binary(operator, (a, at), (b, bt)),
            (Literal::Float(a, at), Literal::Int(b, _)) => float_binary(operator, (a, at), (b as f64, at)),
            (Literal::Int(a, _), Literal::Float(b, bt)) => float_binary(operator, (a as f64, bt), (b, bt)),
            (Literal::Str(_), _) | (_, Literal::Str(_)) => Err(Why::Unknown),
        }
    }

    // Both branches of `?:` give the type (C11 6.5.15p5).
    fn balance(&self, taken: Literal, other: &Literal) -> Eval<Literal> {
        match (taken, other) {
            (Literal::Int(value, a), Literal::Int(_, b)) => {
                let ty = self.model.common(a, *b);
                self.model.convert(value, ty).map(|value| Literal::Int(value, ty))
            }
            (Literal::Float(value, a), Literal::Float(_, b)) => to_float(value, a.max(*b)),
            (Literal::Float(value, a), Literal::Int(..)) => Ok(Literal::Float(value, a)),
            (Literal::Int(value, _), Literal::Float(_, b)) => to_float(value as f64, *b),
            (Literal::Str(bytes), Literal::Str(_)) => Ok(Literal::Str(bytes)),
            (Literal::Str(_), _) | (_, Literal::Str(_)) => Err(Why::Unknown),
        }
    }

    fn cast(&mut self, tree: &Tree, cast: &CastExpression) -> Eval<Literal> {
        let scalar = self.scalar(tree, &cast.type_name.node).ok_or(Why::Unknown)?;
        let value = self.evaluate(tree, &cast.expression)?;
        self.convert(value, scalar)
    }

    /// Converts as an assignment does.
    pub(crate) fn convert(&self, value: Literal, to: Scalar) -> Eval<Literal> {
        match (value, to) {
            (Literal::Int(value, _), Scalar::Int(ty)) => {
                self.model.convert(value, ty).map(|value| Literal::Int(value, ty))
            }
            (Literal::Float(value, _), Scalar::Int(Int::Bool)) => Ok(Literal::Int(i128::from(value != 0.0), Int::Bool)),
            // C11 6.3.1.4p1: undefined where it doesn't fit.
            (Literal::Float(value, _), Scalar::Int(ty)) => match value.trunc() as i128 {
                int if self.model.holds(ty, int) && (ty != Int::Char || (0..128).contains(&int)) => {
                    Ok(Literal::Int(int, ty))
                }
                _ => Err(Why::Unknown),
            },
            (Literal::Int(value, _), Scalar::Float(ty)) => to_float(value as f64, ty),
            (Literal::Float(value, _), Scalar::Float(ty)) => to_float(value, ty),
            (Literal::Str(_), _) => Err(Why::Unknown),
        }
    }

    fn size_of(&mut self, tree: &Tree, name: &TypeName) -> Eval<Literal> {
        let bytes = if specifiers::is_pointer(name) {
            self.model.bytes(self.model.size_t())
        } else {
            match self.scalar(tree, name).ok_or(Why::Unknown)? {
                Scalar::Int(ty) => self.model.bytes(ty),
                Scalar::Float(ty) => float_bytes(ty)?,
            }
        };
        Ok(Literal::Int(bytes, self.model.size_t()))
    }

    fn scalar(&self, tree: &Tree, name: &TypeName) -> Option<Scalar> {
        let slice = |span: Span| self.slice(tree, span.start, span.end);
        specifiers::scalar(name, slice, |name| match self.typedefs.contains(name) {
            true => None,
            false => specifiers::known_scalar(name, self.model),
        })
    }

    /// The smallest type of an enumerator with this value (C11 6.7.2.2p3, and GNU C beyond `int`).
    pub(crate) fn enumerator(&self, value: i128) -> Eval<Literal> {
        let types = [Int::Int, Int::UInt, Int::Long, Int::ULong, Int::LongLong, Int::ULongLong];
        let ty = self.model.first_fit(value, &types).ok_or(Why::Invalid("the value overflows its type"))?;
        Ok(Literal::Int(value, ty))
    }
}

fn truth(value: &Literal) -> Eval<bool> {
    match value {
        Literal::Int(value, _) => Ok(*value != 0),
        Literal::Float(value, _) => Ok(*value != 0.0),
        Literal::Str(_) => Ok(true),
    }
}

fn float_bytes(ty: Float) -> Eval<i128> {
    match ty {
        Float::Float => Ok(4),
        Float::Double => Ok(8),
        Float::LongDouble => Err(Why::Unknown),
    }
}

/// Whether a value is an integer that isn't negative.
pub(crate) fn length(value: &Literal) -> Option<u64> {
    match value {
        Literal::Int(value, ty) if *value >= 0 || is_signed(*ty) => u64::try_from(*value).ok(),
        Literal::Int(..) | Literal::Float(..) | Literal::Str(_) => None,
    }
}
