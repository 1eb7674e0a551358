//! What becomes of each part of a safe function; `T` is a C type for `judge` and a Rust type for `plan`.

use std::collections::BTreeMap;

use super::{Closure, Keeper, Missing, ProviderFails};
use crate::model::{FunctionId, Name, OperandId, Term, TypedefId};

#[derive(Clone, Debug)]
pub(crate) enum Verdict<T> {
    Safe(Box<SafeFunction<T>>),
    Unsafe(Vec<Missing>),
}

/// The signature of a safe function and what its wrapper does.
#[derive(Clone, Debug)]
pub(crate) struct SafeFunction<T> {
    /// One a parameter of C.
    pub(crate) roles: Vec<Role<T>>,
    pub(crate) result: Outcome<T>,
    /// What is true of a call that succeeded; None if each does.
    pub(crate) success: Option<Term>,
    pub(crate) failure: Failure<T>,
    /// What must be true before the call, in the user's words too.
    pub(crate) conditions: Vec<(Term, String)>,
    /// The least and the greatest value of parameters.
    pub(crate) ranges: Vec<(usize, Term, Term)>,
    pub(crate) errno: ErrnoUse,
    /// What it sees to before anything else.
    pub(crate) states: Vec<State>,
    /// The parameters that C keeps after the call.
    pub(crate) kept: BTreeMap<usize, Keeper>,
}

/// A demand of the library as a whole.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// `cdef_provides(name)`: it runs until it has once succeeded.
    Provider(String),
    /// `cdef_requires(name)`
    Provided { name: String, by: FunctionId, fails: ProviderFails },
    /// `cdef_requires(lock: name)`
    Locked(String),
    /// `cdef_provides(name)` of a function with parameters: it gives a token, once a process.
    Grants(String),
    /// `cdef_requires(name)`, of such a state: it takes the token.
    Granted(String),
}

/// What the wrapper makes of a parameter of C.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Role<T> {
    /// The same in Rust.
    Value(T),
    /// Its value is the length of others.
    Length(T),
    /// It points to a length: of others before the call, and to what C made of it after it.
    LengthBehind { ty: T, after: After },
    /// `&[T]`, `&mut [T]`
    Run { element: T, access: Access, nullable: bool, counting: Counting, unit: ByteUnit, bound: bool },
    /// `&[T; N]`
    Fixed { element: T, access: Access, nullable: bool, length: Term, bound: bool },
    /// `&CStr`
    Text { nullable: bool, bound: bool },
    /// `&T`, `&mut T`
    Reference { target: T, access: Access, nullable: bool, bound: bool },
    /// Given back by value.
    OutValue { ty: T },
    /// How much C wrote or gave, which its buffer tells.
    OutLength(T),
    /// A buffer that C fills.
    OutRun { element: T, counting: Counting, unit: ByteUnit, written: Written },
    /// A buffer that C fills with text.
    OutText { counting: Counting, bound: bool },
    /// A pointer that C gives back.
    OutPointer { what: Outcome<T>, always: bool },
    /// `&mut &[T]`, `&mut &mut [T]`: C moves on in it.
    Cursor { element: T, access: Access, nullable: bool, counting: Counting },
    /// A buffer of which C moves to the end of what it writes; this parameter says how much is left.
    OutCursor { element: T, left: usize },
    /// `&mut GrowBuf<T, F>`, memory that C makes larger; this parameter says how much there is.
    Grown { element: T, freed: Freed, room: usize, written: Term },
    /// `&[&CStr]`
    Texts { nullable: bool, gaps: bool, counting: Option<Counting> },
    /// It comes with this other parameter.
    ToldBy(usize),
    /// C takes the object.
    Taken { target: T, owners: Owners },
    /// A number that stands for an object, which C uses.
    Number(TypedefId),
    /// The same, which C takes.
    TakenNumber(TypedefId),
    /// The same, which C gives, or as many as it says of them.
    OutNumber { of: TypedefId, length: Option<Term> },
    /// A function that C calls: a closure.
    Closure(Box<Closure<T>>),
    /// The same, but a plain function.
    Plain { nullable: bool },
    /// The user data of the closure that is this parameter.
    Context(usize),
    /// C calls it when it is done with the closure that is this parameter.
    Destroyer(usize),
}

/// What an in and out length is afterwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum After {
    /// How much C wrote, which the buffer tells.
    Told,
    /// Given back.
    Returned,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Shared,
    Exclusive,
}

/// How C learns of a length.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Counting {
    /// This parameter is the length.
    Parameter(usize),
    /// This parameter points to it.
    Target(usize),
    /// C takes so much as this comes to.
    Term(Term),
    /// This parameter points behind the last element.
    End(usize),
}

/// What a length counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ByteUnit {
    Elements,
    /// Bytes, of elements that are larger.
    Bytes,
}

/// How much of a buffer has values after the call.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Written {
    /// As much as C was told that there is.
    All,
    Term(Term),
}

/// What becomes of a result, or of a pointer that C gives back.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Outcome<T> {
    /// C returns nothing, or what it returns is told otherwise.
    Nothing,
    Value(T),
    /// `&CStr`, `CString`
    Text {
        life: Life,
        nullable: bool,
    },
    /// `&[T]`, `Vec<T>`
    Run {
        element: T,
        count: Term,
        life: Life,
        nullable: bool,
    },
    /// `&T`, `&mut T`
    Reference {
        target: T,
        access: Access,
        life: Life,
        nullable: bool,
    },
    /// `Vec<&CStr>`, `Vec<CString>`; as many as the term says, or up to null.
    Texts {
        count: Option<Term>,
        life: Life,
        nullable: bool,
    },
    /// A number that stands for an object.
    Number(TypedefId),
    /// `Owned<T>`
    Owned {
        target: T,
        nullable: bool,
        child: bool,
        owners: Owners,
    },
    /// `CStrBuf<F>`
    OwnedText {
        freed: Freed,
        nullable: bool,
    },
    /// `CBuf<T, F>`
    OwnedRun {
        element: T,
        count: Term,
        freed: Freed,
        nullable: bool,
    },
    /// How far into a parameter's buffer.
    Offset {
        buffer: usize,
        nullable: bool,
    },
    /// The text that C wrote into this parameter's buffer.
    Filled(usize),
}

/// How long a pointer from C is good for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Life {
    /// As long as the `__lifetimebound` parameters.
    Bound,
    Static,
    /// Until the next call: it is copied.
    Transient,
}

/// How many may own an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Owners {
    /// `Owned<T>`
    One,
    /// `Shared<T>`: C counts them.
    Several,
}

/// The C function that frees memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Freed {
    pub(crate) by: Name,
}

/// What the caller gets of a call that failed.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Failure<T> {
    /// No call does.
    Never,
    /// `None`
    Nothing,
    /// The status that the function returned.
    Status(T),
    /// A number that the function returned.
    Code(T),
    Errno,
    /// An `errno` that the function returned.
    ErrnoFrom(Term),
    /// A record of the status, where it is one, and of what C is asked.
    Parts {
        status: Option<T>,
        parts: Vec<Part>,
    },
}

/// A field of an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Part {
    pub(crate) name: String,
    pub(crate) source: PartSource,
    pub(crate) kind: PartKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartSource {
    Asked(OperandId),
    /// The text that C gives back by this parameter.
    Out(usize),
}

impl Part {
    pub(crate) fn asked(&self) -> Option<OperandId> {
        match self.source {
            PartSource::Asked(operand) => Some(operand),
            PartSource::Out(_) => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum PartKind {
    Number,
    /// Copied.
    Text,
}

/// What a wrapper has to do with `errno`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ErrnoUse {
    None,
    /// Read right after the call.
    Read,
    /// The same, and zero before it.
    Cleared,
}

impl<T> SafeFunction<T> {
    /// Visits the expressions that the wrapper evaluates, but for those of errors.
    pub(crate) fn each_term(&self, visit: &mut dyn FnMut(&Term)) {
        self.success.iter().for_each(&mut *visit);
        self.conditions.iter().for_each(|(term, _)| visit(term));
        for (_, low, high) in &self.ranges {
            visit(low);
            visit(high);
        }
        if let Failure::ErrnoFrom(term) = &self.failure {
            visit(term);
        }
        let outs = self.roles.iter().filter_map(|role| match role {
            Role::OutPointer { what, .. } => Some(what),
            _ => None,
        });
        outs.chain([&self.result]).filter_map(Outcome::count).for_each(&mut *visit);
        for role in &self.roles {
            role.written().into_iter().chain(role.room()).for_each(&mut *visit);
        }
    }

    /// The same with another kind of types; `element` is for what stands in buffers.
    pub(crate) fn map<U>(&self, value: &dyn Fn(&T) -> U, element: &dyn Fn(&T) -> U) -> SafeFunction<U> {
        SafeFunction {
            roles: self.roles.iter().map(|role| role.map(value, element)).collect(),
            result: self.result.map(value, element),
            success: self.success.clone(),
            failure: self.failure.map(value),
            conditions: self.conditions.clone(),
            ranges: self.ranges.clone(),
            errno: self.errno,
            states: self.states.clone(),
            kept: self.kept.clone(),
        }
    }
}

impl<T> Role<T> {
    /// The length that is computed before the call.
    pub(crate) fn room(&self) -> Option<&Term> {
        let counting = match self {
            Role::Run { counting, .. }
            | Role::OutRun { counting, .. }
            | Role::OutText { counting, .. }
            | Role::Cursor { counting, .. }
            | Role::Texts { counting: Some(counting), .. } => counting,
            _ => return None,
        };
        match counting {
            Counting::Term(term) => Some(term),
            Counting::Parameter(_) | Counting::Target(_) | Counting::End(_) => None,
        }
    }

    /// What tells after the call how much C wrote.
    pub(crate) fn written(&self) -> Option<&Term> {
        match self {
            Role::OutRun { written: Written::Term(term), .. } | Role::Grown { written: term, .. } => Some(term),
            _ => None,
        }
    }

    fn map<U>(&self, value: &dyn Fn(&T) -> U, element: &dyn Fn(&T) -> U) -> Role<U> {
        match self {
            Role::Value(ty) => Role::Value(value(ty)),
            Role::Length(ty) => Role::Length(value(ty)),
            Role::LengthBehind { ty, after } => Role::LengthBehind { ty: value(ty), after: *after },
            Role::Run { element: ty, access, nullable, counting, unit, bound } => Role::Run {
                element: element(ty),
                access: *access,
                nullable: *nullable,
                counting: counting.clone(),
                unit: *unit,
                bound: *bound,
            },
            Role::Fixed { element: ty, access, nullable, length, bound } => Role::Fixed {
                element: element(ty),
                access: *access,
                nullable: *nullable,
                length: length.clone(),
                bound: *bound,
            },
            Role::Text { nullable, bound } => Role::Text { nullable: *nullable, bound: *bound },
            Role::Reference { target, access, nullable, bound } => {
                Role::Reference { target: value(target), access: *access, nullable: *nullable, bound: *bound }
            }
            Role::OutValue { ty } => Role::OutValue { ty: value(ty) },
            Role::OutLength(ty) => Role::OutLength(value(ty)),
            Role::OutRun { element: ty, counting, unit, written } => {
                Role::OutRun { element: element(ty), counting: counting.clone(), unit: *unit, written: written.clone() }
            }
            Role::OutText { counting, bound } => Role::OutText { counting: counting.clone(), bound: *bound },
            Role::OutPointer { what, always } => Role::OutPointer { what: what.map(value, element), always: *always },
            Role::Cursor { element: ty, access, nullable, counting } => {
                Role::Cursor { element: element(ty), access: *access, nullable: *nullable, counting: counting.clone() }
            }
            Role::OutCursor { element: ty, left } => Role::OutCursor { element: element(ty), left: *left },
            Role::Grown { element: ty, freed, room, written } => {
                Role::Grown { element: element(ty), freed: freed.clone(), room: *room, written: written.clone() }
            }
            Role::Texts { nullable, gaps, counting } => {
                Role::Texts { nullable: *nullable, gaps: *gaps, counting: counting.clone() }
            }
            Role::ToldBy(index) => Role::ToldBy(*index),
            Role::Number(of) => Role::Number(*of),
            Role::TakenNumber(of) => Role::TakenNumber(*of),
            Role::OutNumber { of, length } => Role::OutNumber { of: *of, length: length.clone() },
            Role::Taken { target, owners } => Role::Taken { target: value(target), owners: *owners },
            Role::Closure(closure) => Role::Closure(Box::new(closure.map(value, element))),
            Role::Plain { nullable } => Role::Plain { nullable: *nullable },
            Role::Context(index) => Role::Context(*index),
            Role::Destroyer(index) => Role::Destroyer(*index),
        }
    }
}

impl<T> Outcome<T> {
    /// What tells after the call how many there are.
    pub(crate) fn count(&self) -> Option<&Term> {
        match self {
            Outcome::Run { count, .. }
            | Outcome::OwnedRun { count, .. }
            | Outcome::Texts { count: Some(count), .. } => Some(count),
            _ => None,
        }
    }

    fn map<U>(&self, value: &dyn Fn(&T) -> U, element: &dyn Fn(&T) -> U) -> Outcome<U> {
        match self {
            Outcome::Nothing => Outcome::Nothing,
            Outcome::Value(ty) => Outcome::Value(value(ty)),
            Outcome::Text { life, nullable } => Outcome::Text { life: *life, nullable: *nullable },
            Outcome::Run { element: ty, count, life, nullable } => {
                Outcome::Run { element: element(ty), count: count.clone(), life: *life, nullable: *nullable }
            }
            Outcome::Reference { target, access, life, nullable } => {
                Outcome::Reference { target: value(target), access: *access, life: *life, nullable: *nullable }
            }
            Outcome::Texts { count, life, nullable } => {
                Outcome::Texts { count: count.clone(), life: *life, nullable: *nullable }
            }
            Outcome::Number(of) => Outcome::Number(*of),
            Outcome::Owned { target, nullable, child, owners } => {
                Outcome::Owned { target: value(target), nullable: *nullable, child: *child, owners: *owners }
            }
            Outcome::OwnedText { freed, nullable } => Outcome::OwnedText { freed: freed.clone(), nullable: *nullable },
            Outcome::OwnedRun { element: ty, count, freed, nullable } => Outcome::OwnedRun {
                element: element(ty),
                count: count.clone(),
                freed: freed.clone(),
                nullable: *nullable,
            },
            Outcome::Offset { buffer, nullable } => Outcome::Offset { buffer: *buffer, nullable: *nullable },
            Outcome::Filled(index) => Outcome::Filled(*index),
        }
    }
}

impl<T> Failure<T> {
    fn map<U>(&self, value: &dyn Fn(&T) -> U) -> Failure<U> {
        match self {
            Failure::Never => Failure::Never,
            Failure::Nothing => Failure::Nothing,
            Failure::Status(ty) => Failure::Status(value(ty)),
            Failure::Code(ty) => Failure::Code(value(ty)),
            Failure::Errno => Failure::Errno,
            Failure::ErrnoFrom(term) => Failure::ErrnoFrom(term.clone()),
            Failure::Parts { status, parts } => {
                Failure::Parts { status: status.as_ref().map(value), parts: parts.clone() }
            }
        }
    }
}
