//! Enumerators and their values.

use lang_c::ast::{EnumType, Enumerator};
use lang_c::span::Node;

use super::constant::Why;
use super::items::Ordinary;
use super::specifiers::Words;
use super::{Lowered, Lowering, Mode, Refused};
use crate::model::{self, EnumId, Expr, Int, Literal, Name, QualType, Qualifiers, Type, Value};
use crate::parse::{Declaration, Tree};

impl<'a> Lowering<'a> {
    pub(super) fn enumerators(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &Node<EnumType>,
        id: EnumId,
    ) -> Lowered<()> {
        if node.node.enumerators.is_empty() {
            return Ok(());
        }
        let is_hole = |enumerator: &Node<Enumerator>| {
            declaration.notes.holes.contains(&tree.offset(enumerator.node.identifier.span.start))
        };
        let mut chain = Chain::Start;
        let mut list: Vec<model::Enumerator> = Vec::new();
        let mut partial = false;
        let is_partial = node.node.enumerators.iter().any(is_hole);
        let mut result = Ok(());
        for enumerator in &node.node.enumerators {
            if is_hole(enumerator) {
                let offset = tree.offset(enumerator.node.identifier.span.start);
                result = result.and(self.require_headers(offset));
                partial = true;
                continue;
            }
            let name = self.name(tree, enumerator.node.identifier.span);
            let Ok(value) = self.enumerator_value(declaration, tree, enumerator, &name, &mut chain, is_partial) else {
                result = Err(Refused);
                continue;
            };
            let known = match &value {
                Value::Given(Expr { value: Some(value), .. }) => Ok(value.clone()),
                Value::Given(_) | Value::Hole => Err(Why::Unknown),
            };
            self.values.set(&name.text, known);
            let start = tree.offset(enumerator.span.start);
            let docs = self.docs.of(start..self.range(tree, enumerator.span).end);
            list.push(model::Enumerator { name, value, docs });
        }
        result?;
        self.define_enum(declaration, tree, node, id, list, partial)
    }

    /// `enum e : T`
    pub(super) fn underlying(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &Node<EnumType>,
        id: EnumId,
    ) -> Lowered<()> {
        let Some(range) = declaration.notes.underlying.get(&tree.offset(node.span.start)) else {
            return Ok(());
        };
        let text = self.slice(range.clone());
        let start = range.start + (text.len() - text.trim_start().len());
        let mut words = Words::default();
        let is_basic = text.split_whitespace().all(|word| words.add_word(word));
        let ty = match (is_basic, words.ty()) {
            (true, ty @ Some(Type::Int(_))) => ty,
            (false, _) if text.split_whitespace().count() == 1 => {
                let name = Name { text: text.trim().to_owned(), span: self.source.span(start) };
                Some(self.named_type(name)?)
            }
            (true | false, _) => None,
        };
        let Some(ty) = ty else {
            return self.error(start, format!("the type of an enum is an integer type, not `{}`", text.trim()));
        };
        let underlying = Some(QualType { ty, qualifiers: Qualifiers::default() });
        if let Some(entry) = self.cdef.enums.get_mut(id.0) {
            entry.underlying = entry.underlying.take().or(underlying);
        }
        Ok(())
    }

    fn define_enum(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &Node<EnumType>,
        id: EnumId,
        list: Vec<model::Enumerator>,
        partial: bool,
    ) -> Lowered<()> {
        let range = tree.offset(node.span.start)..tree.offset(node.span.end);
        let brace = (range.start + self.slice(range.clone()).trim_end().len()).saturating_sub(1);
        let packed = [range.start, brace].iter().any(|offset| declaration.notes.layout.contains_key(offset));
        let origin = self.origin(range.clone());
        let Some(entry) = self.cdef.enums.get_mut(id.0) else {
            return Ok(());
        };
        if let Some(first) = &entry.enumerators {
            let same = first.len() == list.len()
                && (packed, partial) == (entry.packed, entry.partial)
                && first.iter().zip(&list).all(|(a, b)| a.name.text == b.name.text && same_value(&a.value, &b.value));
            if same {
                return Ok(());
            }
            let message = format!("declared twice: `{}` and `{}`", entry.origin.text, origin.text);
            return self.error(range.start, message);
        }
        let names: Vec<Name> = list.iter().map(|enumerator| enumerator.name.clone()).collect();
        entry.enumerators = Some(list);
        (entry.packed, entry.partial) = (packed, partial);
        entry.origin = origin;
        let mut result = Ok(());
        for name in names {
            result = result.and(self.claim(&name, Ordinary::Enumerator));
        }
        result
    }

    fn enumerator_value(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        enumerator: &Node<Enumerator>,
        name: &Name,
        chain: &mut Chain,
        is_partial: bool,
    ) -> Lowered<Value> {
        let Some(expr) = &enumerator.node.expression else {
            if is_partial {
                return Ok(Value::Hole);
            }
            return self.next_value(name, chain);
        };
        let offset = tree.offset(expr.span.start);
        if declaration.notes.holes.contains(&offset) {
            *chain = Chain::Hole;
            self.require_headers(offset)?;
            return Ok(Value::Hole);
        }
        *chain = Chain::Hole;
        let mut expr = self.expr(tree, expr)?;
        expr.value = match expr.value {
            Some(Literal::Int(value, _)) => self.enumerator_literal(&expr.span, value)?,
            Some(Literal::Float(..) | Literal::Str(_)) => {
                let message = format!("the value of `{}` is no integer", name.text);
                return self.error(expr.span.offset as usize, message);
            }
            None => None,
        };
        *chain = Chain::After(expr.clone(), 0);
        Ok(Value::Given(expr))
    }

    fn enumerator_literal(&mut self, span: &model::Span, value: i128) -> Lowered<Option<Literal>> {
        match (self.values.enumerator(value), self.mode) {
            (Ok(value), _) => Ok(Some(value)),
            (Err(_), Mode::Verified) => Ok(None),
            (Err(_), Mode::Declared) => self.error(span.offset as usize, "the value overflows its type"),
        }
    }

    // One more than the one before (C11 6.7.2.2p3), as a step from the last that was written out.
    fn next_value(&mut self, name: &Name, chain: &mut Chain) -> Lowered<Value> {
        let (text, value) = match chain {
            Chain::Hole => return Ok(Value::Hole),
            Chain::Start => {
                let zero = Literal::Int(0, Int::Int);
                let expr = Expr { text: "0".to_owned(), value: Some(zero), span: name.span };
                *chain = Chain::After(expr.clone(), 0);
                return Ok(Value::Given(expr));
            }
            Chain::After(first, steps) => {
                *steps += 1;
                let text = if first.text == "0" { steps.to_string() } else { format!("({})+{steps}", first.text) };
                let value = match &first.value {
                    Some(Literal::Int(value, _)) => Some(value + i128::from(*steps)),
                    _ => None,
                };
                (text, value)
            }
        };
        let value = match value {
            Some(value) => self.enumerator_literal(&name.span, value)?,
            None => None,
        };
        Ok(Value::Given(Expr { text, value, span: name.span }))
    }
}

/// What an enumerator without a value counts from.
enum Chain {
    Start,
    After(Expr, u32),
    Hole,
}

/// Whether two values say the same.
pub(super) fn same_value(a: &Value, b: &Value) -> bool {
    match (a, b) {
        (Value::Hole, Value::Hole) => true,
        (Value::Given(a), Value::Given(b)) => match (&a.value, &b.value) {
            (Some(a), Some(b)) => a == b,
            (None, None) => a.text == b.text,
            (Some(_), None) | (None, Some(_)) => false,
        },
        (Value::Hole, Value::Given(_)) | (Value::Given(_), Value::Hole) => false,
    }
}
