//! What the words of a declaration say: of pointers, parameters, functions and types.
//!
//! Nothing is judged here; whether the words are enough for a safe function is `judge`'s business.

use std::collections::BTreeMap;

use super::{FunctionId, Int, Item, Name, OperandId, QualType, Span};

/// The words of a function that stands in `unsafe extern "C" { … }`.
#[derive(Clone, Debug)]
pub(crate) struct Contract {
    /// The keyword `unsafe`, by which the writer vouches.
    pub(crate) vouched: Span,
    /// By position.
    pub(crate) parameters: Vec<ParameterContract>,
    pub(crate) result: PointerWords,
    /// Of the pointers that the result points to.
    pub(crate) result_inner: PointerWords,
    /// `_Success_(expression)`
    pub(crate) success: Option<Clause>,
    /// `cdef_error(…)`
    pub(crate) error: Option<ErrorWord>,
    /// `_Pre_satisfies_(expression)`
    pub(crate) conditions: Vec<Clause>,
    /// `cdef_requires(state)`
    pub(crate) requires: Vec<Name>,
    /// `cdef_requires(lock: state)`
    pub(crate) locks: Vec<Name>,
    /// `cdef_provides(state)`
    pub(crate) provides: Option<Name>,
    pub(crate) demand: Option<(Demand, Span)>,
}

/// What Rust's compiler tells the callers of a function.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Marks {
    /// `warn_unused_result`, `nodiscard`, `_Check_return_`
    pub(crate) must_use: bool,
    /// `deprecated`, with what it says.
    pub(crate) deprecated: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// `cdef_safe`: anything missing is an error.
    Safe,
    /// `cdef_unsafe`: there is more to know than words can say.
    Unsafe,
}

#[derive(Clone, Debug, Default)]
pub(crate) struct ParameterContract {
    /// Of the parameter itself, if it is a pointer.
    pub(crate) outer: PointerWords,
    /// Of the pointer that it points to.
    pub(crate) inner: PointerWords,
    pub(crate) flow: Option<(Flow, Span)>,
    /// `_Inout_`, whatever else stands there.
    pub(crate) in_out: bool,
    /// `T *_In_ *`: C only reads what the inner pointer points to.
    pub(crate) inner_read: Option<Span>,
    /// `_Always_(…)`: what is out is so on failure, too.
    pub(crate) always: bool,
    /// `__lifetimebound`
    pub(crate) bound: Option<Span>,
    /// `__lifetime_capture_by(keeper)`
    pub(crate) captured: Option<Name>,
    /// `_In_range_(low, high)`
    pub(crate) range: Option<(Clause, Clause)>,
    pub(crate) callback: Option<Box<CallbackContract>>,
}

/// The words of a parameter that points to a function.
#[derive(Clone, Debug, Default)]
pub(crate) struct CallbackContract {
    pub(crate) parameters: Vec<ParameterContract>,
    /// By position, in the callback's own prototype.
    pub(crate) parameter_names: Vec<Option<Name>>,
    pub(crate) result: PointerWords,
    /// `cdef_closure(ctx)`: the parameter that is handed back as user data; `cdef_closure()` has none.
    pub(crate) closure: Option<(Option<Name>, Span)>,
    /// `cdef_scope(call)` and the like.
    pub(crate) scope: Option<(CallbackScope, Span)>,
    /// `cdef_destroyer(ctx, always)`
    pub(crate) destroyer: Option<Destroyer>,
    /// `cdef_on_panic(value)`
    pub(crate) on_panic: Option<Clause>,
    /// `cdef_send`
    pub(crate) send: bool,
}

/// How long C calls a closure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum CallbackScope {
    /// While the function runs that it is given to.
    Call,
    /// One more time.
    Once,
    /// Until it calls this parameter.
    Until(Name),
    Forever,
}

/// The callback by which C tells that it is done with a closure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Destroyer {
    /// The user data that it gets.
    pub(crate) context: Name,
    pub(crate) called: DestroyerCalled,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DestroyerCalled {
    /// Even where the function fails.
    Always,
    OnSuccess,
}

/// The words behind one `*`.
#[derive(Clone, Debug, Default)]
pub(crate) struct PointerWords {
    pub(crate) shape: Option<(Shape, Span)>,
    pub(crate) null: Option<(Null, Span)>,
    pub(crate) owner: Option<(Owner, Span)>,
    pub(crate) life: Option<(Life, Span)>,
    /// `cdef_shared`
    pub(crate) shared: Option<Span>,
}

impl PointerWords {
    pub(crate) fn is_empty(&self) -> bool {
        let PointerWords { shape, null, owner, life, shared } = self;
        shape.is_none() && null.is_none() && owner.is_none() && life.is_none() && shared.is_none()
    }

    /// What these leave open is taken from others.
    pub(crate) fn or(&self, other: &PointerWords) -> PointerWords {
        PointerWords {
            shape: self.shape.clone().or_else(|| other.shape.clone()),
            null: self.null.or(other.null),
            owner: self.owner.clone().or_else(|| other.owner.clone()),
            life: self.life.clone().or_else(|| other.life.clone()),
            shared: self.shared.or(other.shared),
        }
    }
}

/// How much stands behind a pointer.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Shape {
    /// `__counted_by(n)`, `__sized_by(n)`
    Run { count: Clause, unit: Unit },
    /// `__ended_by(q)`
    Ended(Clause),
    /// `__null_terminated`
    Terminated,
    /// `__single`
    Single,
    /// `__unsafe_indexable`
    Unknown,
    /// `T p[N]`; the length is the type's, or C's to tell.
    Fixed(Clause),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unit {
    Elements,
    Bytes,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Null {
    Allowed,
    Never,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Owner {
    /// `cdef_owned`: by the destructor of its type.
    Caller,
    /// `cdef_owned_by(f)`
    CallerFreesBy(Name),
    /// `cdef_consumed`
    Callee,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Life {
    /// `cdef_within(p)`
    Within(Name),
    Static,
    Transient,
    Stable,
}

/// Which way data go.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Flow {
    In,
    Out,
    /// `_Outptr_`
    OutPointer,
    InOut,
    /// `_Out_writes_to_(capacity, written)`
    Writes {
        capacity: Clause,
        written: Clause,
        unit: Unit,
    },
    /// `_Out_writes_z_(capacity)`
    WritesText {
        capacity: Clause,
    },
}

/// `cdef_error(…)`
#[derive(Clone, Debug)]
pub(crate) struct ErrorWord {
    pub(crate) span: Span,
    pub(crate) parts: Vec<ErrorPart>,
}

#[derive(Clone, Debug)]
pub(crate) enum ErrorPart {
    /// `errno`
    Errno,
    /// `errno = return`, `errno = -return`
    ErrnoFrom(Clause),
    /// `return`
    Result,
    /// An expression that C evaluates, and the name of the field that has its value.
    Asked { label: Option<String>, operand: OperandId },
}

/// An expression of a word.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Clause {
    pub(crate) term: Term,
    /// As the user wrote it.
    pub(crate) text: String,
    pub(crate) span: Span,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Term {
    /// Of C's type `int`, or of none that matters.
    Int(i128),
    /// Of another type.
    Typed(i128, Int),
    /// A value that C evaluates.
    Operand(OperandId),
    Parameter(usize),
    /// What a parameter points to.
    Target(usize),
    /// `return`
    Result,
    Errno,
    Not(Box<Term>),
    Negative(Box<Term>),
    Binary(Operator, Box<Term>, Box<Term>),
    Conditional(Box<[Term; 3]>),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Add,
    Subtract,
    Multiply,
    Divide,
    Remainder,
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
    And,
    Or,
}

impl Operator {
    /// It comes to true or false.
    pub(crate) fn is_logical(self) -> bool {
        match self {
            Operator::Add | Operator::Subtract | Operator::Multiply | Operator::Divide | Operator::Remainder => false,
            Operator::Equal
            | Operator::NotEqual
            | Operator::Less
            | Operator::LessOrEqual
            | Operator::Greater
            | Operator::GreaterOrEqual
            | Operator::And
            | Operator::Or => true,
        }
    }
}

impl Term {
    /// A number of a type; the small ones are `int`s to C's operators (C11 6.3.1.1p2).
    pub(crate) fn number(value: i128, int: Int) -> Term {
        match int {
            Int::Bool | Int::Char | Int::SChar | Int::UChar | Int::Short | Int::UShort | Int::Int => Term::Int(value),
            Int::UInt | Int::Long | Int::ULong | Int::LongLong | Int::ULongLong | Int::Int128 | Int::UInt128 => {
                Term::Typed(value, int)
            }
        }
    }

    /// What it comes to wherever it stands.
    pub(crate) fn constant(&self) -> Option<i128> {
        match self {
            Term::Int(value) | Term::Typed(value, _) => Some(*value),
            Term::Operand(_)
            | Term::Parameter(_)
            | Term::Target(_)
            | Term::Result
            | Term::Errno
            | Term::Not(_)
            | Term::Negative(_)
            | Term::Binary(..)
            | Term::Conditional(_) => None,
        }
    }

    /// The same where only its value counts.
    pub(crate) fn plain(self) -> Term {
        self.constant().map_or(self, Term::Int)
    }

    /// Visits the term and those inside it.
    pub(crate) fn each(&self, visit: &mut dyn FnMut(&Term)) {
        visit(self);
        match self {
            Term::Int(_)
            | Term::Typed(..)
            | Term::Operand(_)
            | Term::Parameter(_)
            | Term::Target(_)
            | Term::Result
            | Term::Errno => {}
            Term::Not(inner) | Term::Negative(inner) => inner.each(visit),
            Term::Binary(_, left, right) => {
                left.each(visit);
                right.each(visit);
            }
            Term::Conditional(parts) => parts.iter().for_each(|part| part.each(visit)),
        }
    }

    pub(crate) fn mentions(&self, wanted: &Term) -> bool {
        let mut found = false;
        self.each(&mut |term| found |= term == wanted);
        found
    }
}

/// An expression that only C can evaluate: a macro, a `sizeof`, a call.
#[derive(Clone, Debug)]
pub(crate) struct Operand {
    pub(crate) function: Option<FunctionId>,
    pub(crate) text: String,
    pub(crate) span: Span,
    /// Of the function, by position, those that the expression names.
    pub(crate) parameters: Vec<usize>,
    /// Variables that the expression writes to.
    pub(crate) outputs: Vec<Output>,
}

/// A variable for what C says by a parameter of the call that it is asked by.
#[derive(Clone, Debug)]
pub(crate) struct Output {
    pub(crate) name: String,
    pub(crate) ty: QualType,
}

/// The words of a record or typedef.
#[derive(Clone, Debug, Default)]
pub(crate) struct TypeContract {
    /// The `unsafe` that it stands behind.
    pub(crate) vouched: Option<Span>,
    pub(crate) destroy: Option<Destructor>,
    /// `cdef_retain(f)`
    pub(crate) retain: Option<Name>,
    pub(crate) send: Option<Span>,
    pub(crate) sync: Option<Span>,
    pub(crate) opaque: Option<Span>,
    pub(crate) shared: Option<Span>,
    /// `_Return_type_success_(expression)`
    pub(crate) success: Option<Clause>,
    /// `cdef_error(…)` of a status.
    pub(crate) error: Option<ErrorWord>,
    /// `cdef_error_text(f)`
    pub(crate) error_text: Option<Name>,
    /// What a pointer typedef points to, if the other words are about that.
    pub(crate) object: Option<Item>,
    /// The type is a number that stands for an object.
    pub(crate) is_number: bool,
    /// Of a typedef's pointer.
    pub(crate) pointer: PointerWords,
    /// Of a record's fields, by the offset of the name.
    pub(crate) fields: BTreeMap<u32, PointerWords>,
}

#[derive(Clone, Debug)]
pub(crate) struct Destructor {
    pub(crate) function: Name,
    /// `cdef_destroy(f, kept_on_failure)`
    pub(crate) kept_on_failure: bool,
}

impl TypeContract {
    /// The word that another declaration of the type says otherwise.
    pub(crate) fn contradicts(&self, other: &TypeContract) -> Option<&'static str> {
        let differ = |a: Option<&str>, b: Option<&str>| matches!((a, b), (Some(a), Some(b)) if a != b);
        let destructor = |words: &TypeContract| words.destroy.as_ref().map(|destroy| destroy.function.text.clone());
        let kept = |words: &TypeContract| words.destroy.as_ref().map(|destroy| destroy.kept_on_failure);
        let name = |name: &Option<Name>| name.as_ref().map(|name| name.text.clone());
        let success = |words: &TypeContract| words.success.as_ref().map(|clause| clause.text.clone());
        let is_kept_otherwise = self.destroy.is_some() && other.destroy.is_some() && kept(self) != kept(other);
        if differ(destructor(self).as_deref(), destructor(other).as_deref()) || is_kept_otherwise {
            return Some("cdef_destroy");
        }
        if differ(name(&self.retain).as_deref(), name(&other.retain).as_deref()) {
            return Some("cdef_retain");
        }
        if differ(name(&self.error_text).as_deref(), name(&other.error_text).as_deref()) {
            return Some("cdef_error_text");
        }
        differ(success(self).as_deref(), success(other).as_deref()).then_some("_Return_type_success_")
    }

    /// What these leave open is taken from others.
    pub(crate) fn or(self, mut other: TypeContract) -> TypeContract {
        other.fields.extend(self.fields);
        TypeContract {
            vouched: self.vouched.or(other.vouched),
            destroy: self.destroy.or(other.destroy),
            retain: self.retain.or(other.retain),
            send: self.send.or(other.send),
            sync: self.sync.or(other.sync),
            opaque: self.opaque.or(other.opaque),
            shared: self.shared.or(other.shared),
            success: self.success.or(other.success),
            error: self.error.or(other.error),
            error_text: self.error_text.or(other.error_text),
            object: self.object.or(other.object),
            is_number: self.is_number || other.is_number,
            pointer: self.pointer.or(&other.pointer),
            fields: other.fields,
        }
    }

    /// The words make the type an object of C's own, whatever its body.
    pub(crate) fn is_handle(&self) -> bool {
        self.is_object() && !self.is_number
    }

    pub(crate) fn is_object(&self) -> bool {
        let of_threads = self.send.is_some() || self.sync.is_some();
        self.destroy.is_some() || self.retain.is_some() || self.opaque.is_some() || of_threads || self.shared.is_some()
    }
}
