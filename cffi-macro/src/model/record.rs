//! Structs and unions as the block has them.

use super::{Expr, Name, Origin, QualType, RecordId, Span, TypedefId};

/// `struct` or `union`, with or without a body.
#[derive(Clone, Debug)]
pub(crate) struct Record {
    pub(crate) kind: RecordKind,
    /// How C names it.
    pub(crate) path: Path,
    pub(crate) body: Body,
    pub(crate) rules: Rules,
    /// Where messages about the whole record go: its tag, else its typedef's name.
    pub(crate) span: Span,
    pub(crate) origin: Origin,
}

/// What the block says of the layout of a record or a field beyond C's own rules.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Rules {
    /// `__attribute__((packed))`
    pub(crate) packed: bool,
    /// `#pragma pack(n)` and `#![pack(n)]`, of records alone.
    pub(crate) pack: Option<u64>,
    pub(crate) aligned: Vec<Alignment>,
    /// Of records alone.
    pub(crate) bits: Option<BitRule>,
}

/// By whose rules a record's bitfields stand, where it says so itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum BitRule {
    /// `ms_struct`
    Microsoft,
    /// `gcc_struct`
    Gcc,
}

/// `_Alignas(8)`, `__attribute__((aligned(8)))`
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Alignment {
    /// As C text that may stand in front of a declaration.
    pub(crate) text: String,
    /// None where only the C compiler can tell.
    pub(crate) value: Option<u64>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum RecordKind {
    Struct,
    Union,
}

/// How C spells a record or enum.
#[derive(Clone, Debug)]
pub(crate) enum Path {
    /// `struct s`.
    Tag(Name),
    /// `typedef struct { … } t;`
    Typedef(TypedefId),
    /// `typedef struct { … } *t;`
    Pointee(TypedefId),
    /// `typedef void *t cdef_destroy(f);`: what the typedef points to, which C calls `void`.
    Object(TypedefId),
    /// The type of a field without a tag of its own: `struct s { struct { … } f; }`, by index in the body.
    Member(RecordId, usize),
    /// `enum { A, B };`
    Anonymous,
}

#[derive(Clone, Debug)]
pub(crate) enum Body {
    /// `struct s;`
    Opaque,
    /// `{ … }`
    Exact(Vec<Field>),
    /// `{ …; ...; }`
    Partial(Vec<Field>),
}

#[derive(Clone, Debug)]
pub(crate) struct Field {
    /// None for an anonymous member, whose fields are reached as if they were the record's own (C11 6.7.2.1p13),
    /// and for an unnamed bitfield.
    pub(crate) name: Option<Name>,
    pub(crate) ty: QualType,
    /// Width of a bitfield.
    pub(crate) bits: Option<Expr>,
    pub(crate) rules: Rules,
    pub(crate) span: Span,
    pub(crate) docs: Vec<String>,
}

impl Record {
    /// The fields that the block lists.
    pub(crate) fn fields(&self) -> &[Field] {
        match &self.body {
            Body::Opaque => &[],
            Body::Exact(fields) | Body::Partial(fields) => fields,
        }
    }
}
