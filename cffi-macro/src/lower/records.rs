//! The bodies of structs and unions.

use std::collections::BTreeSet;

use lang_c::ast::{StructDeclaration, StructDeclarator, StructField, StructType, TypeSpecifier};
use lang_c::span::Node;

use super::names::{Specifier, name_position, of_field};
use super::types::Use;
use super::{Lowered, Lowering, Mode, Refused, Tag};
use crate::model::{
    Alignment, Body, Expr, Field, Item, Length, Path, QualType, Record, RecordId, Rules, Type, TypedefKind,
};
use crate::parse::{Declaration, LayoutWord, Tree};

impl<'a> Lowering<'a> {
    pub(super) fn define_record(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &Node<StructType>,
        id: RecordId,
        declarations: &[Node<StructDeclaration>],
    ) -> Lowered<()> {
        let start = tree.offset(node.span.start);
        let text = self.slice(start..tree.offset(node.span.end)).trim_end();
        let end = start + text.len();
        let hole = end.checked_sub(1).and_then(|brace| declaration.notes.partial.get(&brace)).copied();
        let mut result = Ok(());
        if let Some(offset) = hole {
            result = self.require_headers(offset);
        }
        let mut fields = Vec::new();
        for field in declarations {
            result = result.and(match &field.node {
                StructDeclaration::Field(node) => self.fields(declaration, tree, node, id, &mut fields),
                // The scanner sets assertions aside, and refuses what only looks like one.
                StructDeclaration::StaticAssert(_) => Err(Refused),
            });
        }
        result?;
        let brace = end.saturating_sub(1);
        let mut rules = self.rules(declaration, &[start, brace])?;
        rules.pack = self.unit.packs.iter().rev().find(|(from, _)| *from <= start).and_then(|(_, pack)| *pack);
        // What an anonymous member hides, the record around it hides, too.
        let hides = |field: &Field| {
            let member = field.member().filter(|_| field.name.is_none()).and_then(|id| self.cdef.records.get(id.0));
            member.is_some_and(|member| matches!(member.body, Body::Partial(_)))
        };
        let body = if hole.is_some() || fields.iter().any(hides) {
            fields.iter_mut().for_each(ask_length);
            Body::Partial(fields)
        } else {
            Body::Exact(fields)
        };
        let origin = self.origin(start..end);
        let span = match &node.node.identifier {
            Some(identifier) => self.name(tree, identifier.span).span,
            None => self.source.span(start),
        };
        let Some(record) = self.cdef.records.get_mut(id.0) else {
            return Ok(());
        };
        match &record.body {
            Body::Opaque => {
                record.body = body;
                record.rules = rules;
                record.origin = origin;
                record.span = span;
                Ok(())
            }
            first if same_body(first, &body) && record.rules == rules => Ok(()),
            _ => {
                let message = format!("declared twice: `{}` and `{}`", record.origin.text, origin.text);
                self.error(span.offset as usize, message)
            }
        }
    }

    /// What was said of a layout at any of these offsets.
    fn rules(&mut self, declaration: &Declaration, offsets: &[usize]) -> Lowered<Rules> {
        let mut rules = Rules::default();
        for word in offsets.iter().filter_map(|offset| declaration.notes.layout.get(offset)).flatten() {
            match word {
                LayoutWord::Packed => rules.packed = true,
                LayoutWord::Bitfields(rule) => rules.bits = Some(*rule),
                LayoutWord::Aligned { text, value, offset } => {
                    if value.is_none() && self.mode == Mode::Declared {
                        return self.error(*offset, "only the C compiler can tell this alignment; add an `#include`");
                    }
                    rules.aligned.push(Alignment { text: text.clone(), value: *value });
                }
            }
        }
        Ok(rules)
    }

    fn fields(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        node: &Node<StructField>,
        record: RecordId,
        fields: &mut Vec<Field>,
    ) -> Lowered<()> {
        let start = tree.offset(node.span.start);
        let field = &node.node;
        let base = self.base_type(declaration, tree, start, field.specifiers.iter().map(of_field))?;
        let tagless = self.tagless_of(tree, field.specifiers.iter().map(of_field));
        if let Some(tag) = tagless {
            self.name_tagless(tag, Path::Member(record, fields.len()));
        }
        let whole = start..tree.offset(node.span.end);
        if field.declarators.is_empty() {
            return match (tagless, &base.ty) {
                (Some(Tag::Record(_)), _) => {
                    let docs = self.docs.of(whole);
                    let span = self.source.span(start);
                    let rules = Rules::default();
                    fields.push(Field { name: None, ty: base, bits: None, rules, span, docs });
                    Ok(())
                }
                // A declaration of a type alone (C11 6.7.2.1p2 wants an anonymous member; compilers only warn).
                (_, Type::Record(_) | Type::Enum(_)) => Ok(()),
                _ => self.error(start, "this field has no name"),
            };
        }
        let mut result = Ok(());
        for declarator in &field.declarators {
            result = result.and(self.field(declaration, tree, base.clone(), declarator, fields, whole.clone()));
        }
        result
    }

    fn field(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        base: QualType,
        node: &Node<StructDeclarator>,
        fields: &mut Vec<Field>,
        whole: std::ops::Range<usize>,
    ) -> Lowered<()> {
        let offset = tree.offset(node.span.start);
        let bits = match &node.node.bit_width {
            Some(width) => Some(without_attributes(self.expr(tree, width)?)),
            None => None,
        };
        let (name, ty) = match &node.node.declarator {
            Some(declarator) => {
                let mut ty = self.apply(declaration, tree, base, &declarator.node, Use::Other)?;
                let position = name_position(&declarator.node);
                self.convene(declaration, tree, &mut ty, whole.start, position)?;
                (position.map(|position| self.name(tree, position)), ty)
            }
            None => (None, base),
        };
        if name.is_none() && bits.is_none() {
            return self.error(offset, "this field has no name");
        }
        let span = name.as_ref().map_or(self.source.span(offset), |name| name.span);
        let docs = self.docs.of(whole);
        let position = node.node.declarator.as_ref().and_then(|declarator| name_position(&declarator.node));
        let rules = match position {
            Some(position) => self.rules(declaration, &[tree.offset(position.start)])?,
            None => Rules::default(),
        };
        fields.push(Field { name, ty, bits, rules, span, docs });
        Ok(())
    }

    /// A record that the block uses by value and declares nowhere is the headers', and they tell its size.
    pub(super) fn measure_mentioned(&mut self) {
        if self.mode == Mode::Declared {
            return;
        }
        let mut stored = BTreeSet::new();
        let mut store = |mut ty: &QualType| {
            while let Type::Array(element, _) = &ty.ty {
                ty = element;
            }
            if let Type::Record(id) = ty.ty {
                stored.insert(id);
            }
        };
        let cdef = &self.cdef;
        cdef.records.iter().flat_map(Record::fields).for_each(|field| store(&field.ty));
        cdef.variables.iter().for_each(|variable| store(&variable.ty));
        for typedef in &cdef.typedefs {
            if let TypedefKind::Exact(ty @ QualType { ty: Type::Array(..), .. }) = &typedef.kind {
                store(ty);
            }
        }
        for function in &cdef.functions {
            function.signature.parameters.iter().chain([&function.signature.result]).for_each(&mut store);
        }
        let mut named: BTreeSet<RecordId> = self.announced.clone();
        named.extend(cdef.typedefs.iter().filter_map(|typedef| match &typedef.kind {
            TypedefKind::Exact(QualType { ty: Type::Record(id), .. }) => Some(*id),
            _ => None,
        }));
        named.extend(cdef.types.keys().filter_map(|item| match item {
            Item::Record(id) => Some(*id),
            _ => None,
        }));
        for id in stored.difference(&named) {
            if let Some(record) = self.cdef.records.get_mut(id.0)
                && matches!((&record.body, &record.path), (Body::Opaque, Path::Tag(_)))
            {
                record.body = Body::Partial(Vec::new());
            }
        }
    }

    /// The record or enum without a tag that a specifier list defines.
    pub(super) fn tagless_of<'t>(&self, tree: &Tree, specifiers: impl Iterator<Item = Specifier<'t>>) -> Option<Tag> {
        for specifier in specifiers {
            let Specifier::Type(ty) = specifier else {
                continue;
            };
            let position = match &ty.node {
                TypeSpecifier::Struct(node) => node.span,
                TypeSpecifier::Enum(node) => node.span,
                _ => continue,
            };
            if let Some(&tag) = self.tagless.get(&tree.offset(position.start)) {
                return Some(tag);
            }
        }
        None
    }

    pub(super) fn name_tagless(&mut self, tag: Tag, path: Path) {
        let slot = match tag {
            Tag::Record(id) => self.cdef.records.get_mut(id.0).map(|record| &mut record.path),
            Tag::Enum(id) => self.cdef.enums.get_mut(id.0).map(|entry| &mut entry.path),
        };
        if let Some(slot) = slot {
            *slot = path;
        }
    }
}

// In a record that has other fields `[]` is no flexible array: its length is as open as the rest.
fn ask_length(field: &mut Field) {
    if let Type::Array(_, length @ Length::Flexible) = &mut field.ty.ty {
        *length = Length::Hole;
    }
}

// To lang-c the attributes behind a width are blanks of its expression.
fn without_attributes(mut width: Expr) -> Expr {
    let end = width.text.find("__attribute").or_else(|| width.text.find("[["));
    width.text.truncate(end.unwrap_or(width.text.len()));
    width
}

fn same_body(a: &Body, b: &Body) -> bool {
    let same = |a: &[Field], b: &[Field]| a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_field(a, b));
    match (a, b) {
        (Body::Opaque, Body::Opaque) => true,
        (Body::Exact(a), Body::Exact(b)) | (Body::Partial(a), Body::Partial(b)) => same(a, b),
        (Body::Opaque | Body::Exact(_) | Body::Partial(_), _) => false,
    }
}

fn same_field(a: &Field, b: &Field) -> bool {
    let name = |field: &Field| field.name.as_ref().map(|name| name.text.clone());
    let bits = |bits: &Option<Expr>| bits.as_ref().map(|bits| (bits.text.clone(), bits.value.clone()));
    let same_bits = match (&a.bits, &b.bits) {
        (Some(Expr { value: Some(a), .. }), Some(Expr { value: Some(b), .. })) => a == b,
        (a, b) => bits(a) == bits(b),
    };
    name(a) == name(b) && a.rules == b.rules && a.ty == b.ty && same_bits
}
