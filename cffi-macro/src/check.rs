//! Refuses what is no C, or not supported: `Cdef` in, `Checked` out.
//!
//! What only the compiler knows (sizes, the headers' declarations) is judged in `compare`.

mod nesting;

use std::collections::BTreeSet;

use crate::cdecl;
use crate::compare::range;
use crate::diag::Diagnostics;
use crate::model::{
    Body, Cdef, ConstantKind, Enum, Expr, Field, Function, Item, Known, KnownType, Length, Literal, Path, QualType,
    Record, RecordId, RecordKind, Rules, Signature, Span, Type, TypedefKind, Value, Variable,
};

use nesting::{aligned, holds_any, refuse_depth, refuse_large, refuse_recursion};

/// A block whose items may be asked about, but for those that were refused; only `check` makes one.
#[derive(Clone, Debug)]
pub(crate) struct Checked<'a> {
    cdef: &'a Cdef,
    refused: BTreeSet<Item>,
    /// Typedefs that are too large even to be named.
    large: BTreeSet<Item>,
}

impl<'a> Checked<'a> {
    pub(crate) fn cdef(&self) -> &'a Cdef {
        self.cdef
    }

    /// What was reported here, so that the compiler needs not be asked about it.
    pub(crate) fn refused(&self) -> &BTreeSet<Item> {
        &self.refused
    }

    /// The block with nothing told of the records that were reported, or hold such, nor of typedefs that are too large,
    /// so that their names resolve and no more.
    pub(crate) fn outline(&self) -> Cdef {
        let mut cdef = self.cdef.clone();
        let holders = self.cdef.holders();
        let mut open: Vec<RecordId> = Vec::new();
        for item in &self.refused {
            match item {
                Item::Record(id) => open.push(*id),
                Item::Typedef(id) if self.large.contains(item) => cdef.typedefs[id.0].kind = TypedefKind::Opaque,
                _ => {}
            }
        }
        let mut seen = BTreeSet::new();
        while let Some(id) = open.pop() {
            if seen.insert(id) {
                cdef.records[id.0].body = Body::Opaque;
                open.extend(&holders[id.0]);
            }
        }
        cdef
    }
}

pub(crate) fn check<'a>(diag: &mut Diagnostics, cdef: &'a Cdef) -> Checked<'a> {
    let order = cdef.inside_out();
    let mut refused = refuse_recursion(diag, cdef, &order);
    refused.append(&mut refuse_depth(diag, cdef, &order));
    let large = refuse_large(diag, cdef);
    let mut checker = Checker { diag, cdef, aligned: aligned(cdef, &order) };
    for item in cdef.items() {
        let before = checker.diag.count();
        checker.item(item);
        if checker.diag.count() > before || names_nameless(cdef, item) {
            refused.insert(item);
        }
    }
    refuse_members(cdef, &mut refused);
    refused.extend(&large);
    Checked { cdef, refused, large }
}

/// Whether a type of the item is a record without a name, which is reported at that record.
fn names_nameless(cdef: &Cdef, item: Item) -> bool {
    let mut found = false;
    let mut visit = |ty: &QualType| {
        found |= matches!(&ty.ty, Type::Record(id) if matches!(cdef.records[id.0].path, Path::Anonymous));
    };
    match item {
        Item::Variable(id) => cdef.variables[id.0].ty.each(&mut visit),
        Item::Function(id) => cdef.functions[id.0].signature.each(&mut visit),
        Item::Typedef(id) => {
            if let TypedefKind::Exact(ty) = &cdef.typedefs[id.0].kind {
                ty.each(&mut visit);
            }
        }
        Item::Constant(id) => {
            if let ConstantKind::Typed(ty) = &cdef.constants[id.0].kind {
                ty.each(&mut visit);
            }
        }
        Item::Record(_) | Item::Enum(_) | Item::Assertion(_) | Item::Operand(_) => {}
    }
    found
}

/// A record that stands in a refused one is reached through that alone.
fn refuse_members(cdef: &Cdef, refused: &mut BTreeSet<Item>) {
    let mut count = 0;
    while refused.len() > count {
        count = refused.len();
        for (index, record) in cdef.records.iter().enumerate() {
            if let Path::Member(parent, _) = record.path
                && refused.contains(&Item::Record(parent))
            {
                refused.insert(Item::Record(RecordId(index)));
            }
        }
    }
}

/// Rust's limit.
const LARGEST_ALIGNMENT: u64 = 1 << 29;

/// Where a type stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Typedef,
    Field { last: bool },
    Variable,
    Parameter,
    Result,
}

struct Checker<'a> {
    diag: &'a mut Diagnostics,
    cdef: &'a Cdef,
    /// Records with an `aligned`, of their own or of one that they hold by value.
    aligned: BTreeSet<RecordId>,
}

impl Checker<'_> {
    fn item(&mut self, item: Item) {
        let cdef = self.cdef;
        match item {
            Item::Record(id) => self.record(id, &cdef.records[id.0]),
            Item::Typedef(id) => {
                let typedef = &cdef.typedefs[id.0];
                if let TypedefKind::Exact(ty) = &typedef.kind {
                    self.ty(typedef.name.span, ty, Place::Typedef);
                }
            }
            Item::Enum(id) => self.enumeration(&cdef.enums[id.0]),
            Item::Assertion(_) | Item::Operand(_) => {}
            Item::Function(id) => self.function(&cdef.functions[id.0]),
            Item::Variable(id) => self.variable(&cdef.variables[id.0]),
            Item::Constant(id) => {
                let constant = &cdef.constants[id.0];
                if let ConstantKind::Typed(ty) = &constant.kind {
                    self.ty(constant.name.span, ty, Place::Variable);
                    if cdef.optional.contains(&item) && !cdef.may_be_number(ty) {
                        let name = &constant.name.text;
                        self.diag.error(constant.name.span, format!("`{name}` is no number, so it can't be optional"));
                    }
                }
            }
        }
    }

    fn record(&mut self, id: RecordId, record: &Record) {
        let fields = record.fields();
        let spelled = cdecl::record_shown(self.cdef, id);
        if !matches!(record.body, Body::Opaque) && matches!(record.path, Path::Anonymous) {
            self.diag.error(record.span, "a record without a name can't be asked about; give it a tag or a typedef");
        }
        let mut names: BTreeSet<&str> = BTreeSet::new();
        let leaves = if self.cdef.is_anonymous_member(id) { Vec::new() } else { self.cdef.leaves(id) };
        for name in leaves.iter().filter_map(|leaf| leaf.field.name.as_ref()) {
            if !names.insert(&name.text) {
                self.diag.error(name.span, format!("`{spelled}` has two fields `{}`", name.text));
            }
        }
        let bitfield = fields.iter().find(|field| field.bits.is_some());
        if let (Some(field), false) = (bitfield, self.cdef.preamble.verified) {
            let what = field
                .name
                .as_ref()
                .map_or("an unnamed bitfield".to_owned(), |name| format!("the bitfield `{}`", name.text));
            let span = field.name.as_ref().map_or(field.span, |name| name.span);
            let hint = "add an `#include` that declares it";
            self.diag.error(span, format!("{what} stands where the C compiler puts it; {hint}"));
        }
        for (index, field) in fields.iter().enumerate() {
            match &field.bits {
                Some(_) if !self.cdef.preamble.verified => {}
                Some(width) => self.bitfield(field, width),
                None => self.field(field, record, index + 1 == fields.len()),
            }
        }
        if !self.cdef.preamble.verified {
            self.declared_rules(record, &spelled);
        }
        let flexible = fields.last().is_some_and(|field| matches!(field.ty.ty, Type::Array(_, Length::Flexible)));
        if flexible && fields.len() == 1 && matches!(record.body, Body::Exact(_)) {
            // C11 6.7.2.1p18
            self.diag.error(record.span, format!("`{spelled}` has nothing but a flexible array member"));
        }
    }

    fn field(&mut self, field: &Field, record: &Record, last: bool) {
        let Some(name) = &field.name else { return };
        let last = last && record.kind == RecordKind::Struct;
        self.ty(name.span, &field.ty, Place::Field { last });
        match self.cdef.resolve(&field.ty.ty) {
            Type::Void => self.diag.error(name.span, format!("the field `{}` has type `void`", name.text)),
            Type::Function(_) => {
                let hint = "a field can hold a pointer to a function, not a function";
                self.diag.error(name.span, format!("{hint}: write `(*{})`", name.text));
            }
            Type::Array(_, Length::Flexible) if matches!(field.ty.ty, Type::Typedef(_)) => {
                let spelled = cdecl::spell(self.cdef, &field.ty);
                let hint = "give its length where it is declared, or `[...]` to ask for it";
                self.diag.error(name.span, format!("the field is a `{spelled}`, whose length is left out; {hint}"));
            }
            _ => self.complete(name.span, &field.ty, "field"),
        }
    }

    fn bitfield(&mut self, field: &Field, width: &Expr) {
        let (what, span) = match &field.name {
            Some(name) => (format!("the bitfield `{}`", name.text), name.span),
            None => ("an unnamed bitfield".to_owned(), field.span),
        };
        // C11 6.7.2.1p5
        let is_integer = match self.cdef.resolve(&field.ty.ty) {
            Type::Int(_) | Type::Known(Known { is: KnownType::Primitive(_), .. }) | Type::Enum(_) => true,
            Type::Typedef(id) => {
                matches!(
                    self.cdef.typedefs[id.0].kind,
                    TypedefKind::SomeInteger | TypedefKind::Implicit | TypedefKind::TypeOf
                )
            }
            _ => false,
        };
        if !is_integer {
            let spelled = cdecl::spell(self.cdef, &field.ty);
            return self.diag.error(span, format!("{what} has type `{spelled}`, which is no integer"));
        }
        match &width.value {
            Some(Literal::Int(0, _)) if field.name.is_some() => {
                self.diag.error(width.span, format!("{what} has no bits; only an unnamed one may have the width 0"));
            }
            Some(Literal::Int(width_value, _)) if *width_value >= 0 => {}
            Some(_) => self.diag.error(width.span, format!("the width of {what} is no natural number")),
            None => {}
        }
    }

    /// What Rust's `repr` can't say needs the C compiler's answers.
    fn declared_rules(&mut self, record: &Record, spelled: &str) {
        let ruled = record.fields().iter().find(|field| field.rules != Rules::default());
        let packed = record.rules.packed || record.rules.pack.is_some();
        let hint = "add an `#include` that declares it";
        if let Some(field) = ruled {
            self.diag.error(field.span, format!("the place of this field is the C compiler's to tell; {hint}"));
        } else if packed && !record.rules.aligned.is_empty() {
            let what = "is packed and aligned, which Rust has no words for";
            self.diag.error(record.span, format!("`{spelled}` {what}; {hint}"));
        } else if packed && holds_any(self.cdef, record, &self.aligned) {
            let what = "is packed and holds an aligned record, which Rust has no words for";
            self.diag.error(record.span, format!("`{spelled}` {what}; {hint}"));
        } else if let Some(aligned) =
            record.rules.aligned.iter().find(|aligned| {
                !aligned.value.is_some_and(|value| value.is_power_of_two() && value <= LARGEST_ALIGNMENT)
            })
        {
            self.diag.error(record.span, format!("`{}` is no alignment: it takes a power of two", aligned.text));
        }
    }

    fn enumeration(&mut self, enumeration: &Enum) {
        if let Some(underlying) = &enumeration.underlying
            && !matches!(
                self.cdef.resolve(&underlying.ty),
                Type::Int(_) | Type::Known(Known { is: KnownType::Primitive(_), .. })
            )
        {
            let spelled = cdecl::spell(self.cdef, underlying);
            self.diag.error(enumeration.span, format!("the type of an enum is an integer type, not `{spelled}`"));
        }
        let range = enumeration.underlying.as_ref().and_then(|ty| range(self.cdef, &ty.ty));
        for enumerator in enumeration.enumerators.iter().flatten() {
            if let (Some((low, high)), Value::Given(Expr { value: Some(Literal::Int(value, _)), span, .. })) =
                (range, &enumerator.value)
                && !(low..=high).contains(value)
            {
                self.diag.error(
                    *span,
                    format!("`{}` is {value}, which the enum's type does not hold", enumerator.name.text),
                );
            }
        }
    }

    fn variable(&mut self, variable: &Variable) {
        let span = variable.name.span;
        let name = &variable.name.text;
        self.ty(span, &variable.ty, Place::Variable);
        if matches!(self.cdef.resolve(&variable.ty.ty), Type::Void) {
            self.diag.error(span, format!("the variable `{name}` has type `void`"));
        }
        // The loader knows the address of each thread's own.
        let told = self.cdef.preamble.verified || self.cdef.binding.is_loaded();
        if variable.thread_local && !told {
            let hint = "add an `#include` that declares it";
            self.diag.error(span, format!("`{name}` is thread-local: its address needs the C compiler; {hint}"));
        }
    }

    fn function(&mut self, function: &Function) {
        let span = function.name.span;
        self.signature(
            span,
            &function.signature,
            &function
                .parameter_names
                .iter()
                .map(|name| name.as_ref().map_or(span, |name| name.span))
                .collect::<Vec<_>>(),
        );
    }

    /// Parameters, each at its own span, and the result at the function's.
    fn signature(&mut self, span: Span, signature: &Signature, spans: &[Span]) {
        for (index, parameter) in signature.parameters.iter().enumerate() {
            let span = spans.get(index).copied().unwrap_or(span);
            self.ty(span, parameter, Place::Parameter);
            if matches!(self.cdef.resolve(&parameter.ty), Type::Void) {
                self.diag.error(span, "a parameter has type `void`; `(void)` alone stands for no parameters");
            } else {
                self.complete(span, parameter, "parameter");
            }
        }
        self.ty(span, &signature.result, Place::Result);
        for ty in signature.parameters.iter().chain([&signature.result]) {
            self.used(span, ty);
        }
        match self.cdef.resolve(&signature.result.ty) {
            Type::Void => {}
            // C11 6.7.6.3p1
            Type::Array(..) | Type::Function(_) => {
                self.diag.error(span, "a function returns neither an array nor a function; return a pointer to it");
            }
            _ => self.complete(span, &signature.result, "result"),
        }
    }

    /// How another block's type is passed hangs on fields that this block doesn't see.
    fn used(&mut self, span: Span, ty: &QualType) {
        if let Type::Typedef(id) = self.cdef.resolve(&ty.ty)
            && self.cdef.used.contains_key(id)
            && !self.cdef.preamble.verified
        {
            let name = &self.cdef.typedefs[id.0].name.text;
            let message = format!("only the C compiler can tell how a `{name}` is passed; add an `#include`");
            self.diag.error(span, message);
        }
    }

    /// Refuses types that are not C's, or not supported, wherever they stand inside the type.
    fn ty(&mut self, span: Span, ty: &QualType, place: Place) {
        if ty.qualifiers.is_atomic && !self.is_scalar(&ty.ty) {
            // The size of such a type may be another than that of its values (C11 6.2.5p27).
            let hint = "hide it behind C functions, or leave it out of a partial record";
            self.diag.error(span, format!("only numbers, enums and pointers may be `_Atomic`; {hint}"));
        }
        match &ty.ty {
            Type::VaList | Type::Typedef(_)
                if !matches!(place, Place::Parameter | Place::Typedef)
                    && *self.cdef.resolve(&ty.ty) == Type::VaList =>
            {
                let hint = "how it is stored is the compiler's own affair";
                self.diag.error(span, format!("a `va_list` can only be a parameter; {hint}"));
            }
            Type::Pointer(pointee) => self.ty(span, pointee, Place::Typedef),
            Type::Array(element, length) => self.array(span, element, length, place),
            Type::Function(signature) => {
                self.signature(span, signature, &[]);
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

    fn is_scalar(&self, ty: &Type) -> bool {
        match self.cdef.resolve(ty) {
            Type::Int(_) | Type::Float(_) | Type::Enum(_) | Type::Pointer(_) => true,
            Type::Known(known) => match known.is {
                KnownType::Primitive(_) | KnownType::WideChar => true,
                KnownType::File => false,
            },
            Type::Typedef(id) => match self.cdef.typedefs[id.0].kind {
                TypedefKind::SomeInteger
                | TypedefKind::SomeFloat
                | TypedefKind::OpaquePointer
                | TypedefKind::Implicit
                | TypedefKind::TypeOf => true,
                TypedefKind::Exact(_) | TypedefKind::Opaque => false,
            },
            Type::Void | Type::Complex(_) | Type::VaList | Type::Array(..) | Type::Function(_) | Type::Record(_) => {
                false
            }
        }
    }

    fn array(&mut self, span: Span, element: &QualType, length: &Length, place: Place) {
        match (length, place) {
            (Length::Flexible, Place::Field { last: false }) => {
                // C11 6.7.2.1p18
                self.diag.error(span, "`[]` ends a struct, and only that; write `[...]` to ask for the length");
            }
            (Length::Flexible | Length::Known(_) | Length::Asked(_) | Length::Hole, _) => {}
        }
        match self.cdef.resolve(&element.ty) {
            Type::Void => self.diag.error(span, "an array of `void`"),
            Type::Function(_) => self.diag.error(span, "an array of functions; write an array of pointers to them"),
            // C11 6.7.6.2p1
            Type::Array(_, Length::Flexible) => {
                self.diag.error(span, "only the first length of an array may be left out; write `[...]` to ask for it");
            }
            _ => self.complete(span, element, "array element"),
        }
        self.ty(span, element, Place::Variable);
    }

    /// A value of the type stands here, so its size must be known.
    fn complete(&mut self, span: Span, ty: &QualType, what: &str) {
        let name = match self.cdef.resolve(&ty.ty) {
            Type::Record(id) if matches!(self.cdef.records[id.0].body, Body::Opaque) => {
                cdecl::record_shown(self.cdef, *id)
            }
            Type::Typedef(id) if matches!(self.cdef.typedefs[id.0].kind, TypedefKind::Opaque) => {
                self.cdef.typedefs[id.0].name.text.clone()
            }
            Type::Known(known) if known.name == "FILE" => "FILE".to_owned(),
            _ => return,
        };
        self.diag.error(
            span,
            format!("the {what} is a `{name}` by value, and the block keeps its size open; use `{name} *`, or declare its fields or `{{ ...; }}`"),
        );
    }
}
