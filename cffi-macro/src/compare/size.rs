//! Refuses types that are larger than rustc lets a type be, each where it is first too large, and those whose size is
//! no multiple of their alignment.

use crate::cdecl;
use crate::diag::Diagnostics;
use crate::facts::{Class, Facts, RecordFact};
use crate::lower::DataModel;
use crate::model::{
    Cdef, ConstantKind, Float, Int, Item, KnownType, Length, Name, QualType, RecordKind, Span, Type, TypedefId,
    TypedefKind,
};

/// No type of any target is that large in Rust.
pub(super) const LARGEST: u64 = 1 << 61;

/// Reports records and arrays that are too large, by C's answers or by what their parts come to.
pub(crate) fn compare_sizes(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, model: DataModel) {
    let mut sizer = Sizer { diag, cdef, facts, model, records: vec![0; cdef.records.len()] };
    for id in cdef.inside_out() {
        let record = &cdef.records[id.0];
        let before = sizer.diag.count();
        let mut size = 0_u64;
        for field in record.fields() {
            sizer.arrays(field.name.as_ref().map_or(field.span, |name| name.span), &field.ty);
            let field = sizer.size(&field.ty);
            size = match record.kind {
                RecordKind::Struct => size.saturating_add(field),
                RecordKind::Union => size.max(field),
            };
        }
        let size = facts.records.get(&id).map_or(size, |fact| size.max(fact.size).max(reach(fact)));
        if sizer.is_too_large(size) && sizer.diag.count() == before {
            let spelled = cdecl::record_shown(cdef, id);
            sizer.report(record.span, &format!("`{spelled}`"));
        }
        if let Some(fact) = facts.records.get(&id).filter(|_| !cdef.is_anonymous_member(id)) {
            let spelled = cdecl::record(cdef, id);
            sizer.aligned(record.span, &spelled, (fact.size, fact.align));
        }
        // What holds it is too large because of it.
        sizer.records[id.0] = if sizer.is_too_large(size) { 0 } else { size };
    }
    for item in cdef.items() {
        match item {
            Item::Typedef(id) => {
                let typedef = &cdef.typedefs[id.0];
                let before = sizer.diag.count();
                let measured = match (&typedef.kind, facts.typedefs.get(&id)) {
                    (TypedefKind::Exact(ty), fact) => {
                        sizer.arrays(typedef.name.span, ty);
                        fact.map_or(0, |fact| sizer.measured(ty, &fact.lengths))
                    }
                    (_, fact) => fact.map_or(0, |fact| fact.size),
                };
                sizer.whole(before, &typedef.name, measured);
                let class = facts
                    .typedefs
                    .get(&id)
                    .filter(|fact| matches!(fact.class, Class::Record | Class::Decaying | Class::Other));
                if let (TypedefKind::Implicit, Some(fact)) = (&typedef.kind, class) {
                    sizer.aligned(typedef.name.span, &typedef.name.text, (fact.size, fact.align));
                }
            }
            Item::Function(id) => {
                let function = &cdef.functions[id.0];
                sizer.arrays(function.name.span, &function.signature.result);
                for (index, ty) in function.signature.parameters.iter().enumerate() {
                    let name = function.parameter_names.get(index).and_then(Option::as_ref);
                    sizer.arrays(name.unwrap_or(&function.name).span, ty);
                }
            }
            Item::Variable(id) => {
                let variable = &cdef.variables[id.0];
                let before = sizer.diag.count();
                sizer.arrays(variable.name.span, &variable.ty);
                sizer.whole(before, &variable.name, facts.variables.get(&id).map_or(0, |fact| fact.ty.size));
            }
            Item::Constant(id) => {
                let constant = &cdef.constants[id.0];
                if let ConstantKind::Typed(ty) = &constant.kind {
                    sizer.arrays(constant.name.span, ty);
                }
            }
            Item::Record(_) | Item::Enum(_) | Item::Assertion(_) | Item::Operand(_) => {}
        }
    }
}

/// Where the last of the fields ends: behind the record's end where clang has counted its bits in 64 bits.
fn reach(fact: &RecordFact) -> u64 {
    let ends = fact.fields.iter().map(|field| field.offset.saturating_add(field.ty.size));
    ends.max().unwrap_or(0)
}

struct Sizer<'a> {
    diag: &'a mut Diagnostics,
    cdef: &'a Cdef,
    facts: &'a Facts,
    model: DataModel,
    /// Of those that were looked at; 0 for one that was reported.
    records: Vec<u64>,
}

impl Sizer<'_> {
    /// From this size on rustc says that values of a type are too big for the target.
    fn is_too_large(&self, size: u64) -> bool {
        size >= match self.model {
            DataModel::Ilp32 => 1 << 31,
            DataModel::Lp64 | DataModel::Llp64 => LARGEST,
        }
    }

    fn report(&mut self, span: Span, what: &str) {
        let most = match self.model {
            DataModel::Ilp32 => "2 GiB",
            DataModel::Lp64 | DataModel::Llp64 => "2 EiB",
        };
        self.diag.error(span, format!("{what} has {most} or more, which is too large for a type of Rust"));
    }

    /// Reports what C has measured, unless a part of it was reported.
    fn whole(&mut self, before: usize, name: &Name, measured: u64) {
        if self.is_too_large(measured) && self.diag.count() == before {
            self.report(name.span, &format!("`{}`", name.text));
        }
    }

    /// C lets a typedef align what it names to more than its size, or to what is no divisor of it; Rust has no such types.
    fn aligned(&mut self, span: Span, name: &str, (size, align): (u64, u64)) {
        if align > 1 && !size.is_multiple_of(align) {
            let hint = format!("write `typedef ... {name};` to use it behind pointers alone");
            self.diag.error(
                span,
                format!("`{name}` has {size} bytes and is aligned to {align}, which no type of Rust is; {hint}"),
            );
        }
    }

    /// The size of an array with the lengths that C told.
    fn measured(&self, ty: &QualType, lengths: &[u64]) -> u64 {
        match (&ty.ty, lengths) {
            (Type::Array(element, _), [length, rest @ ..]) => self.measured(element, rest).saturating_mul(*length),
            _ => self.size(ty),
        }
    }

    /// Reports an array inside the type, the innermost that is too large.
    fn arrays(&mut self, span: Span, ty: &QualType) {
        let mut large = None;
        ty.each(&mut |ty| {
            if matches!(ty.ty, Type::Array(..)) && self.is_too_large(self.size(ty)) {
                large = Some(ty);
            }
        });
        if let Some(large) = large {
            let spelled = cdecl::spell(self.cdef, large);
            self.report(span, &format!("`{spelled}`"));
        }
    }

    /// No more bytes than the type has.
    fn size(&self, ty: &QualType) -> u64 {
        let pointer = match self.model {
            DataModel::Ilp32 => 4,
            DataModel::Lp64 | DataModel::Llp64 => 8,
        };
        match self.cdef.resolve(&ty.ty) {
            Type::Void | Type::VaList => 0,
            Type::Int(int) => self.int(*int),
            Type::Float(float) => self.float(*float),
            Type::Complex(float) => 2 * self.float(*float),
            Type::Known(known) => match known.is {
                KnownType::Primitive("i8" | "u8") => 1,
                KnownType::Primitive("i64" | "u64") => 8,
                KnownType::Primitive("i32" | "u32") => 4,
                KnownType::Primitive("isize" | "usize") => pointer,
                KnownType::Primitive("i16" | "u16") | KnownType::WideChar => 2,
                KnownType::Primitive(_) => 1,
                KnownType::File => 0,
            },
            Type::Pointer(_) | Type::Function(_) => pointer,
            Type::Array(element, Length::Known(length)) => self.size(element).saturating_mul(*length),
            Type::Array(_, Length::Asked(_) | Length::Hole | Length::Flexible) => 0,
            Type::Record(id) => self.records[id.0],
            Type::Enum(id) => self.facts.enums.get(id).map_or(1, |fact| fact.size),
            Type::Typedef(id) => self.typedef(*id),
        }
    }

    fn typedef(&self, id: TypedefId) -> u64 {
        let fact = self.facts.typedefs.get(&id);
        match fact.map(|fact| (fact.size, fact.class)) {
            Some((0, Class::Int(int))) => self.int(int),
            Some((size, _)) => size,
            None => 0,
        }
    }

    fn int(&self, int: Int) -> u64 {
        u64::try_from(self.model.bytes(int)).unwrap_or(1)
    }

    fn float(&self, float: Float) -> u64 {
        match float {
            Float::Float => 4,
            Float::Double => 8,
            Float::LongDouble => self.facts.long_double.map_or(8, |fact| fact.size),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::{TypeFact, VariableFact};
    use crate::lower::{Mode, lower};
    use crate::model::VariableId;
    use crate::parse::parse;
    use crate::source::{Origin, Source};

    fn check(model: DataModel, text: &str, expected: &[&str]) {
        check_measured(model, Mode::Declared, &Facts::default(), text, expected);
    }

    fn check_measured(model: DataModel, mode: Mode, facts: &Facts, text: &str, expected: &[&str]) {
        let mut diag = Diagnostics::default();
        let mut source = Source::default();
        source.push_text(&mut diag, 0, Origin::String, text);
        let unit = parse(&mut diag, &source);
        let cdef = lower(&mut diag, &source, &unit, mode, model);
        compare_sizes(&mut diag, &cdef, facts, model);
        let errors = diag.into_errors();
        let found: Vec<String> = errors
            .iter()
            .map(|error| {
                let at = error.span.map_or("", |span| &text[span.offset as usize..]);
                let name: String = at.chars().take_while(|char| char.is_alphanumeric()).collect();
                format!("{name}: {}", error.message)
            })
            .collect();
        assert_eq!(found, expected, "{text}");
    }

    #[test]
    fn lengths_that_c_tells_count() {
        let fact =
            |size, length| TypeFact { size, align: 1, class: Class::Other, matches: true, lengths: vec![length] };
        let mut facts = Facts::default();
        facts.typedefs.insert(TypedefId(0), fact(0, 1 << 60));
        facts.variables.insert(VariableId(0), VariableFact { ty: fact(1 << 61, 1 << 61), symbol: None });
        let text = "typedef short t[...]; extern char g[...];";
        let said = "has 2 EiB or more, which is too large for a type of Rust";
        let expected = [format!("t: `t` {said}"), format!("g: `g` {said}")];
        let expected = expected.each_ref().map(String::as_str);
        check_measured(DataModel::Lp64, Mode::Verified, &facts, text, &expected);
    }

    #[test]
    fn a_type_is_reported_where_it_is_first_too_large() {
        use DataModel::{Ilp32, Lp64};
        let too_large = |at: &str, what: &str, most: &str| {
            format!("{at}: `{what}` has {most} or more, which is too large for a type of Rust")
        };
        let text = "struct s { char a[1 << 30][2]; }; struct t { struct s s; };";
        check(Lp64, text, &[]);
        check(Ilp32, text, &[&too_large("a", "char [1073741824][2]", "2 GiB")]);
        let text = "struct s { char a[1 << 30]; int b[1 << 28]; }; struct t { struct s s[9]; };";
        check(Lp64, text, &[]);
        check(Ilp32, text, &[&too_large("s", "struct s", "2 GiB")]);
        check(Lp64, "typedef short t[1ull << 60];", &[&too_large("t", "short [1152921504606846976]", "2 EiB")]);
        check(Lp64, "extern char g[1ull << 60];", &[]);
        check(Lp64, "int f(char (*p)[1ull << 62]);", &[&too_large("p", "char [4611686018427387904]", "2 EiB")]);
        check(Lp64, "union u { char a[1ull << 60]; char b[1ull << 60]; };", &[]);
        let text = "struct s { char a[1ull << 60]; char b[1ull << 60]; };";
        check(Lp64, text, &[&too_large("s", "struct s", "2 EiB")]);
    }
}
