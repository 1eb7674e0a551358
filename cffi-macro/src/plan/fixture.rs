//! Blocks and answers made by hand, for the tests of the planner and the writers.

use crate::check::check;
use crate::diag::Diagnostics;
use crate::facts::{
    Class, ConstantFact, ConstantValue, EnumFact, Facts, FieldFact, FunctionFact, RecordFact, TypeFact, VariableFact,
};
use crate::model::*;
use crate::options::{LinkKind, Naming};
use crate::symbol::Symbols;

use super::{LibraryOptions, Plan, PlanOptions, PlannedLink, plan};

pub(crate) mod sample;

#[derive(Default)]
pub(crate) struct Fixture {
    pub(crate) cdef: Cdef,
    pub(crate) facts: Facts,
    pub(crate) naming: Naming,
}

pub(crate) fn name(text: &str) -> Name {
    Name { text: text.to_owned(), span: SPAN }
}

pub(crate) const SPAN: Span = Span { token: 7, offset: 0 };

pub(crate) fn plain(ty: Type) -> QualType {
    QualType { ty, qualifiers: Qualifiers::default() }
}

pub(crate) fn constant(ty: Type) -> QualType {
    QualType { ty, qualifiers: Qualifiers { is_const: true, ..Qualifiers::default() } }
}

pub(crate) fn int() -> QualType {
    plain(Type::Int(Int::Int))
}

pub(crate) fn void() -> QualType {
    plain(Type::Void)
}

pub(crate) fn pointer(to: QualType) -> QualType {
    plain(Type::Pointer(Box::new(to)))
}

pub(crate) fn array(of: QualType, length: Length) -> QualType {
    plain(Type::Array(Box::new(of), length))
}

pub(crate) fn known(name: &str) -> QualType {
    let known = KNOWN.iter().find(|known| known.name == name).expect("a known name");
    plain(Type::Known(*known))
}

pub(crate) fn signature(result: QualType, parameters: Vec<QualType>) -> Signature {
    Signature { result, parameters, variadic: false, convention: Convention::C }
}

pub(crate) fn function_type(result: QualType, parameters: Vec<QualType>) -> QualType {
    plain(Type::Function(Box::new(signature(result, parameters))))
}

pub(crate) fn field(text: &str, ty: QualType) -> Field {
    Field { name: Some(name(text)), ty, bits: None, rules: Rules::default(), span: SPAN, docs: Vec::new() }
}

pub(crate) fn anonymous(ty: QualType) -> Field {
    Field { name: None, ..field("", ty) }
}

pub(crate) fn fact(size: u64, align: u64, class: Class) -> TypeFact {
    TypeFact { size, align, class, matches: true, lengths: Vec::new() }
}

pub(crate) fn given(literal: Literal) -> Value {
    Value::Given(Expr { text: String::new(), value: Some(literal), span: SPAN })
}

fn origin(text: &str) -> Origin {
    Origin { text: text.to_owned(), docs: Vec::new() }
}

impl Fixture {
    pub(crate) fn verified(preamble: &str) -> Fixture {
        let mut fixture = Fixture::default();
        fixture.cdef.preamble.verified = true;
        let text = preamble.to_owned();
        fixture.cdef.preamble.parts.push(PreamblePart { text, span: SPAN });
        fixture
    }

    pub(crate) fn plan(&self) -> Plan<'_> {
        let options = PlanOptions {
            link: vec![PlannedLink { name: "z".to_owned(), kind: LinkKind::Unspecified }],
            naming: self.naming.clone(),
            tracked_files: Vec::new(),
            tracked_env: vec!["CC".to_owned()],
            symbols: Symbols::new("0a1b", "my-crate"),
            library: LibraryOptions::default(),
            has_archive: false,
        };
        let checked = check(&mut Diagnostics::default(), &self.cdef);
        plan(&checked, &self.facts, &crate::judge::Judged::default(), &options)
    }

    pub(crate) fn typedef(&mut self, text: &str, kind: TypedefKind) -> QualType {
        let id = TypedefId(self.cdef.typedefs.len());
        let origin = origin(&format!("typedef … {text};"));
        self.cdef.typedefs.push(Typedef { name: name(text), kind, aligned: Vec::new(), origin });
        plain(Type::Typedef(id))
    }

    pub(crate) fn measured_typedef(&mut self, text: &str, kind: TypedefKind, fact: TypeFact) -> QualType {
        self.facts.typedefs.insert(TypedefId(self.cdef.typedefs.len()), fact);
        self.typedef(text, kind)
    }

    pub(crate) fn record(&mut self, kind: RecordKind, path: Path, body: Body) -> QualType {
        let id = RecordId(self.cdef.records.len());
        let origin = Origin::default();
        self.cdef.records.push(Record { kind, path, body, rules: Rules::default(), span: SPAN, origin });
        plain(Type::Record(id))
    }

    /// Measures the record made last: size, alignment, and of each field offset, size and alignment.
    pub(crate) fn measure(&mut self, size: u64, align: u64, fields: &[(u64, u64, u64)]) {
        let fields = fields
            .iter()
            .map(|&(offset, size, align)| FieldFact { offset, ..FieldFact::of(fact(size, align, Class::Other)) });
        let fields = fields.collect();
        let fact = RecordFact { size, align, aligned: 1, fields, hidden: false, replica: None };
        self.facts.records.insert(RecordId(self.cdef.records.len() - 1), fact);
    }

    /// Tells the lengths of an array among the fields of the record made last.
    pub(crate) fn lengths(&mut self, field: usize, lengths: &[u64]) {
        let id = RecordId(self.cdef.records.len() - 1);
        let record = self.facts.records.get_mut(&id).expect("the record was measured");
        record.fields[field].ty.lengths = lengths.to_vec();
    }

    pub(crate) fn structure(&mut self, tag: &str, body: Body) -> QualType {
        self.record(RecordKind::Struct, Path::Tag(name(tag)), body)
    }

    pub(crate) fn enumeration(&mut self, path: Path, values: &[(&str, i128)]) -> QualType {
        let id = EnumId(self.cdef.enums.len());
        let enumerator = |(text, value): &(&str, i128)| Enumerator {
            name: name(text),
            value: given(Literal::Int(*value, Int::Int)),
            docs: Vec::new(),
        };
        let enumerators = Some(values.iter().map(enumerator).collect());
        let origin = Origin::default();
        self.cdef.enums.push(Enum {
            underlying: None,
            path,
            enumerators,
            packed: false,
            partial: false,
            span: SPAN,
            origin,
        });
        if self.cdef.preamble.verified {
            let values: Vec<i128> = values.iter().map(|(_, value)| *value).collect();
            let repr = if values.iter().any(|value| *value < 0) { Int::Int } else { Int::UInt };
            let fact = EnumFact { matches: true, size: 4, repr, values, given: Vec::new(), packed: None };
            self.facts.enums.insert(id, fact);
        }
        plain(Type::Enum(id))
    }

    /// A function with parameters named `a`, `b`, ….
    pub(crate) fn function(&mut self, text: &str, signature: Signature, fact: Option<FunctionFact>) -> &mut Function {
        let id = FunctionId(self.cdef.functions.len());
        if let Some(fact) = fact {
            self.facts.functions.insert(id, fact);
        }
        let letters = ('a'..).take(signature.parameters.len());
        let parameter_names = letters.map(|letter| Some(name(&letter.to_string()))).collect();
        self.cdef.functions.push(Function {
            name: name(text),
            signature,
            parameter_names,
            body: None,
            noreturn: false,
            asm_label: None,
            origin: origin(&format!("… {text}(…);")),
        });
        self.cdef.functions.last_mut().expect("just pushed")
    }

    pub(crate) fn define(&mut self, text: &str, signature: Signature, definition: &str) {
        let linkage = if definition.starts_with("static") { Linkage::Internal } else { Linkage::External };
        let body = DefinitionText { text: definition.to_owned(), span: SPAN, linkage };
        self.function(text, signature, None).body = Some(body);
    }

    pub(crate) fn variable(&mut self, text: &str, ty: QualType, lengths: &[u64]) {
        let id = VariableId(self.cdef.variables.len());
        if self.cdef.preamble.verified {
            let ty = TypeFact { lengths: lengths.to_vec(), ..fact(0, 0, Class::Other) };
            self.facts.variables.insert(id, VariableFact { ty, symbol: None });
        }
        self.cdef.variables.push(Variable {
            name: name(text),
            ty,
            thread_local: false,
            asm_label: None,
            origin: origin(&format!("extern … {text};")),
        });
    }

    pub(crate) fn constant(&mut self, text: &str, kind: ConstantKind, value: ConstantValue) {
        let id = ConstantId(self.cdef.constants.len());
        let fact = ConstantFact { header: value, given: None, matches: true };
        self.facts.constants.insert(id, fact);
        self.cdef.constants.push(Constant {
            name: name(text),
            kind,
            value: Value::Hole,
            origin: origin(&format!("#define {text} ...")),
        });
    }

    pub(crate) fn declared_constant(&mut self, text: &str, kind: ConstantKind, literal: Literal) {
        let origin = origin(&format!("#define {text} …"));
        let value = given(literal);
        self.cdef.constants.push(Constant { name: name(text), kind, value, origin });
    }
}
