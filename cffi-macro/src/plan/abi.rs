//! Calling conventions as Rust names them.

use crate::model::{Arity, Convention, Signature, Type};

use super::pass::Traits;

/// The string behind `extern`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Abi {
    #[default]
    C,
    Stdcall,
    Fastcall,
    Thiscall,
    Win64,
    Sysv64,
}

impl Abi {
    pub(crate) fn name(self) -> &'static str {
        match self {
            Abi::C => "C",
            Abi::Stdcall => "stdcall",
            Abi::Fastcall => "fastcall",
            Abi::Thiscall => "thiscall",
            Abi::Win64 => "win64",
            Abi::Sysv64 => "sysv64",
        }
    }
}

impl Traits<'_> {
    /// That of a prototype on the target; None if stable Rust has none.
    pub(crate) fn abi(&self, signature: &Signature) -> Option<Abi> {
        let arity = Arity::of(signature);
        if !self.facts.conventions.contains(&(signature.convention, arity)) {
            return Some(Abi::C);
        }
        match (signature.convention, arity) {
            // The caller clears away variable arguments: compilers leave such a function as it is.
            (Convention::C, _) | (Convention::Stdcall, Arity::Variadic) => Some(Abi::C),
            (_, Arity::Variadic) | (Convention::Vectorcall, _) => None,
            (Convention::Stdcall, Arity::Fixed) => Some(Abi::Stdcall),
            (Convention::Fastcall, Arity::Fixed) => Some(Abi::Fastcall),
            (Convention::Thiscall, Arity::Fixed) => Some(Abi::Thiscall),
            (Convention::Ms, Arity::Fixed) => Some(Abi::Win64),
            (Convention::Sysv, Arity::Fixed) => Some(Abi::Sysv64),
        }
    }

    /// That of a function that Rust can call as C does; None if it needs a stub, or can't be called where none can
    /// stand.
    pub(crate) fn direct_abi(&self, signature: &Signature) -> Option<Abi> {
        let mut values = signature.parameters.iter().chain([&signature.result]);
        let abi = self.abi(signature)?;
        let is_record = |ty| matches!(self.cdef.resolve(ty), Type::Record(_));
        let passable = match abi {
            // Which registers a record takes here is nothing that C's own convention tells.
            Abi::Fastcall | Abi::Thiscall => values.all(|ty| !is_record(&ty.ty) && !self.needs_pointer(ty)),
            Abi::C | Abi::Stdcall | Abi::Win64 | Abi::Sysv64 => values.all(|ty| !self.needs_pointer(ty)),
        };
        passable.then_some(abi)
    }
}
