//! How a function is called where C has more ways than one.

use std::collections::BTreeSet;

use super::{Cdef, Signature, Type};

/// A calling convention that a declaration names.
///
/// Whether it is another than the target's usual one is the C compiler's to tell.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Convention {
    /// None was named, or `__cdecl`.
    #[default]
    C,
    Stdcall,
    Fastcall,
    Thiscall,
    Vectorcall,
    /// `__attribute__((ms_abi))`
    Ms,
    /// `__attribute__((sysv_abi))`
    Sysv,
}

/// Variable arguments have rules of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Arity {
    Fixed,
    Variadic,
}

impl Arity {
    pub(crate) fn of(signature: &Signature) -> Arity {
        if signature.variadic { Arity::Variadic } else { Arity::Fixed }
    }
}

/// Those that have a name of their own.
pub(crate) const CONVENTIONS: [Convention; 6] = [
    Convention::Stdcall,
    Convention::Fastcall,
    Convention::Thiscall,
    Convention::Vectorcall,
    Convention::Ms,
    Convention::Sysv,
];

impl Convention {
    /// The name of the attribute; None of C's own.
    pub(crate) fn attribute(self) -> Option<&'static str> {
        match self {
            Convention::C => None,
            Convention::Stdcall => Some("stdcall"),
            Convention::Fastcall => Some("fastcall"),
            Convention::Thiscall => Some("thiscall"),
            Convention::Vectorcall => Some("vectorcall"),
            Convention::Ms => Some("ms_abi"),
            Convention::Sysv => Some("sysv_abi"),
        }
    }

    /// `stdcall` and `__stdcall__`, as attributes are spelled.
    pub(crate) fn of_attribute(word: &str) -> Option<Convention> {
        let plain = word.strip_prefix("__").and_then(|word| word.strip_suffix("__")).unwrap_or(word);
        CONVENTIONS.into_iter().find(|convention| convention.attribute() == Some(plain))
    }

    /// Compilers' own words, and the macro of Windows' headers.
    pub(crate) fn of_word(word: &str) -> Option<Convention> {
        match word {
            "__stdcall" | "_stdcall" | "WINAPI" => Some(Convention::Stdcall),
            "__fastcall" | "_fastcall" => Some(Convention::Fastcall),
            "__thiscall" | "_thiscall" => Some(Convention::Thiscall),
            "__vectorcall" | "_vectorcall" => Some(Convention::Vectorcall),
            _ => None,
        }
    }

    /// Whether functions of a target are called otherwise than usual with it, where no compiler is asked.
    pub(crate) fn is_effective_on(self, triple: &str) -> bool {
        let windows = triple.contains("-windows") || triple.contains("-cygwin");
        let x86_32 = ["i386-", "i586-", "i686-"].iter().any(|start| triple.starts_with(start));
        match self {
            Convention::C => false,
            Convention::Stdcall | Convention::Fastcall | Convention::Thiscall => x86_32,
            // gcc has no such convention.
            Convention::Vectorcall => windows && (x86_32 || triple.starts_with("x86_64-")),
            Convention::Ms => triple.starts_with("x86_64-") && !windows,
            Convention::Sysv => triple.starts_with("x86_64-") && windows,
        }
    }
}

impl Cdef {
    /// The conventions that prototypes of the block name, also those behind pointers.
    pub(crate) fn conventions(&self) -> BTreeSet<(Convention, Arity)> {
        let mut found = BTreeSet::new();
        let mut note = |signature: &Signature| {
            if signature.convention != Convention::C {
                found.insert((signature.convention, Arity::of(signature)));
            }
        };
        self.functions.iter().for_each(|function| note(&function.signature));
        self.each_type(&mut |ty| {
            if let Type::Function(signature) = &ty.ty {
                note(signature);
            }
        });
        found
    }
}
