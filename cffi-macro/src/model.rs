//! The data of a block: what its C declarations say, with holes (`...`) where C shall say it.
//!
//! `lower` makes it, everything after reads it.
//! There are no tokens and no trees of the parser here, and no spans inside types, so that types compare by value.

mod binding;
mod contract;
mod convention;
mod known;
mod leaves;
mod number;
mod order;
mod presence;
mod record;
mod walk;

use std::collections::{BTreeMap, BTreeSet};

pub(crate) use binding::Binding;
pub(crate) use contract::{
    CallbackContract, CallbackScope, Clause, Contract, Demand, Destroyer, DestroyerCalled, Destructor, ErrorPart,
    ErrorWord, Flow, Life, Marks, Null, Operand, Operator, Output, Owner, ParameterContract, PointerWords, Shape, Term,
    TypeContract, Unit,
};
pub(crate) use convention::{Arity, CONVENTIONS, Convention};
pub(crate) use known::{KNOWN, Known, KnownType, WCHAR};
pub(crate) use leaves::{Leaf, Overlap};
pub(crate) use presence::{Guard, RustPath};
pub(crate) use record::{Alignment, BitRule, Body, Field, Path, Record, RecordKind, Rules};

/// A place in the block.
///
/// `token` counts the tokens of the macro's input in order, `offset` the bytes of `Source::text`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Span {
    pub(crate) token: u32,
    pub(crate) offset: u32,
}

/// A name as the user wrote it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Name {
    pub(crate) text: String,
    pub(crate) span: Span,
}

/// What an item carries over into its documentation.
#[derive(Clone, Debug, Default)]
pub(crate) struct Origin {
    /// The declaration as it stands in the block, without comments.
    pub(crate) text: String,
    /// The user's doc comments, one entry a comment.
    pub(crate) docs: Vec<String>,
}

macro_rules! ids {
    ($($name:ident)*) => {$(
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) struct $name(pub(crate) usize);
    )*};
}
ids!(RecordId EnumId TypedefId FunctionId VariableId ConstantId AssertionId OperandId);

/// One of the things that a block declares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Item {
    Typedef(TypedefId),
    Record(RecordId),
    Enum(EnumId),
    Function(FunctionId),
    Variable(VariableId),
    Constant(ConstantId),
    Assertion(AssertionId),
    /// An expression of a word.
    Operand(OperandId),
}

/// A whole block, each kind of item in source order.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cdef {
    pub(crate) binding: Binding,
    /// Empty in a declared block.
    pub(crate) preamble: Preamble,
    pub(crate) records: Vec<Record>,
    pub(crate) enums: Vec<Enum>,
    pub(crate) typedefs: Vec<Typedef>,
    pub(crate) functions: Vec<Function>,
    pub(crate) variables: Vec<Variable>,
    pub(crate) constants: Vec<Constant>,
    /// Those that only the C compiler can judge.
    pub(crate) assertions: Vec<Assertion>,
    /// What the words of functions in `unsafe extern "C"` say.
    pub(crate) contracts: BTreeMap<FunctionId, Contract>,
    /// What typedefs of functions, and of pointers to them, say of these.
    pub(crate) callbacks: BTreeMap<TypedefId, CallbackContract>,
    /// What functions' attributes tell their callers.
    pub(crate) marks: BTreeMap<FunctionId, Marks>,
    /// What the words of records and typedefs say.
    pub(crate) types: BTreeMap<Item, TypeContract>,
    /// The expressions of words that C evaluates.
    pub(crate) operands: Vec<Operand>,
    /// `cdef_name(…)`: what an item is called in Rust.
    pub(crate) rust_names: BTreeMap<Item, Name>,
    /// Types of other blocks, in source order.
    pub(crate) uses: Vec<RustPath>,
    /// The C names of such types that the block mentions, by index in `uses`; their kind is `Implicit`.
    pub(crate) used: BTreeMap<TypedefId, usize>,
    /// Typedefs that an attribute makes vectors or other numbers; their kind is `Implicit`.
    pub(crate) vectors: BTreeMap<TypedefId, VectorType>,
    /// Functions, variables and constants that headers or libraries may lack.
    pub(crate) optional: BTreeSet<Item>,
    /// Functions and constants that stand in a condition, in source order.
    pub(crate) guards: Vec<Guard>,
    /// Declared names that were refused; what uses them is left out in silence.
    /// Kept so that callers' paths can still be given a meaning.
    pub(crate) poisoned: BTreeMap<String, Span>,
}

/// What stands in front of the declarations: `#![preamble]` and the block's own `#` lines.
#[derive(Clone, Debug, Default)]
pub(crate) struct Preamble {
    /// C text, verbatim, in order, with the place that errors in it belong to.
    pub(crate) parts: Vec<PreamblePart>,
    /// There is an `#include`, a `#![preamble]` or a `#![source]`: the C compiler is asked.
    pub(crate) verified: bool,
}

#[derive(Clone, Debug)]
pub(crate) struct PreamblePart {
    pub(crate) text: String,
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
pub(crate) struct Enum {
    pub(crate) path: Path,
    /// None for `enum e;` and for a use without a body.
    pub(crate) enumerators: Option<Vec<Enumerator>>,
    /// `enum e : T`, C23's way to name its integer type.
    pub(crate) underlying: Option<QualType>,
    /// `__attribute__((packed))`: it takes the smallest integer type that holds its enumerators.
    pub(crate) packed: bool,
    /// The list ends in `...`: the header has more.
    pub(crate) partial: bool,
    pub(crate) span: Span,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug)]
pub(crate) struct Enumerator {
    pub(crate) name: Name,
    /// `A = 5`, and `A` after it: the text is then `(5)+1`.
    pub(crate) value: Value,
    pub(crate) docs: Vec<String>,
}

/// A value in the block: given, or a hole.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Hole,
    Given(Expr),
}

/// A constant expression, with what our own evaluator makes of it.
#[derive(Clone, Debug)]
pub(crate) struct Expr {
    /// As C text, without outer parentheses.
    pub(crate) text: String,
    /// None if only the C compiler can tell (names of the header, `sizeof` of its types, …).
    pub(crate) value: Option<Literal>,
    pub(crate) span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Literal {
    /// `Bool`, or an integer type after the rules of C11 6.4.4.1p5 and 6.3.1.8.
    Int(i128, Int),
    Float(f64, Float),
    /// Bytes without the final NUL.
    Str(Vec<u8>),
}

/// `typedef T t __attribute__((vector_size(16)));`, `typedef int t __attribute__((mode(DI)));`
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct VectorType {
    pub(crate) element: QualType,
    /// As C text.
    pub(crate) attribute: String,
}

#[derive(Clone, Debug)]
pub(crate) struct Typedef {
    pub(crate) name: Name,
    pub(crate) kind: TypedefKind,
    /// What is said behind its name, which may be less than the alignment of the type that it names.
    pub(crate) aligned: Vec<Alignment>,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum TypedefKind {
    /// `typedef T t;`
    Exact(QualType),
    /// `typedef int... t;`
    SomeInteger,
    /// `typedef float... t;`
    SomeFloat,
    /// `typedef ... t;`
    Opaque,
    /// `typedef ... *t;`
    OpaquePointer,
    /// Used by the block, declared by the headers alone.
    Implicit,
    /// `typeof(expression)` that only C can tell; the name is C's spelling of it.
    TypeOf,
}

#[derive(Clone, Debug)]
pub(crate) struct Function {
    pub(crate) name: Name,
    pub(crate) signature: Signature,
    /// By position; parameters without a name have none.
    pub(crate) parameter_names: Vec<Option<Name>>,
    /// `{ … }` of a function that is defined in the block, verbatim, with its braces.
    pub(crate) body: Option<DefinitionText>,
    pub(crate) noreturn: bool,
    /// `__asm__("label")`, without quotes.
    pub(crate) asm_label: Option<String>,
    pub(crate) origin: Origin,
}

impl Function {
    /// Whether only the block's own C code sees it.
    pub(crate) fn is_static(&self) -> bool {
        self.body.as_ref().is_some_and(|body| body.linkage == Linkage::Internal)
    }
}

/// A function definition of the block, verbatim, so that the compiler's messages keep their lines.
#[derive(Clone, Debug)]
pub(crate) struct DefinitionText {
    /// The whole definition: specifiers, declarator and body.
    pub(crate) text: String,
    pub(crate) span: Span,
    pub(crate) linkage: Linkage,
}

/// Whether other files may see a function (C11 6.2.2).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Linkage {
    External,
    /// The definition says `static`.
    Internal,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Signature {
    pub(crate) result: QualType,
    /// Adjusted: no arrays, no functions (C11 6.7.6.3p7, p8).
    pub(crate) parameters: Vec<QualType>,
    pub(crate) variadic: bool,
    pub(crate) convention: Convention,
}

#[derive(Clone, Debug)]
pub(crate) struct Variable {
    pub(crate) name: Name,
    pub(crate) ty: QualType,
    pub(crate) thread_local: bool,
    pub(crate) asm_label: Option<String>,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug)]
pub(crate) struct Constant {
    pub(crate) name: Name,
    pub(crate) kind: ConstantKind,
    pub(crate) value: Value,
    pub(crate) origin: Origin,
}

#[derive(Clone, Debug)]
pub(crate) enum ConstantKind {
    /// `#define X …`
    Macro,
    /// `static const T X;`
    Typed(QualType),
}

/// `_Static_assert(condition, "message");`
#[derive(Clone, Debug)]
pub(crate) struct Assertion {
    pub(crate) condition: Expr,
    /// Without quotes.
    pub(crate) message: String,
    pub(crate) span: Span,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct QualType {
    pub(crate) ty: Type,
    pub(crate) qualifiers: Qualifiers,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub(crate) struct Qualifiers {
    pub(crate) is_const: bool,
    pub(crate) is_volatile: bool,
    pub(crate) is_restrict: bool,
    pub(crate) is_atomic: bool,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Type {
    Void,
    Int(Int),
    Float(Float),
    Complex(Float),
    /// A typedef of the C library that needs no declaration, such as `size_t`.
    Known(Known),
    VaList,
    Pointer(Box<QualType>),
    Array(Box<QualType>, Length),
    Function(Box<Signature>),
    Record(RecordId),
    Enum(EnumId),
    Typedef(TypedefId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::enum_variant_names, reason = "these are C's names")]
pub(crate) enum Int {
    Bool,
    Char,
    SChar,
    UChar,
    Short,
    UShort,
    Int,
    UInt,
    Long,
    ULong,
    LongLong,
    ULongLong,
    Int128,
    UInt128,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[expect(clippy::enum_variant_names, reason = "these are C's names")]
pub(crate) enum Float {
    Float,
    Double,
    LongDouble,
}

#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Length {
    Known(u64),
    /// An expression that only C can evaluate, as text.
    Asked(String),
    /// `[...]`
    Hole,
    /// `[]`
    Flexible,
}

impl Assertion {
    /// What is said when the condition is false.
    pub(crate) fn failure(&self) -> String {
        match self.message.as_str() {
            "" => format!("this assertion fails: `{}` is false", self.condition.text),
            message => format!("this assertion fails: {message}"),
        }
    }
}

impl Signature {
    pub(crate) fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a QualType)) {
        self.result.each(visit);
        for parameter in &self.parameters {
            parameter.each(visit);
        }
    }
}

impl QualType {
    /// Visits the type and the types inside it, but not what records and typedefs stand for.
    pub(crate) fn each<'a>(&'a self, visit: &mut dyn FnMut(&'a QualType)) {
        visit(self);
        match &self.ty {
            Type::Pointer(inner) | Type::Array(inner, _) => inner.each(visit),
            Type::Function(signature) => signature.each(visit),
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
