//! What the words of C and its dialects mean to the scanner.

use std::collections::HashSet;

use crate::model::{Convention, KNOWN};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// `struct`, `union`.
    Record,
    Enum,
    /// `int`, `_Bool`, ….
    Type,
    /// `typeof` and its spellings.
    TypeOf,
    /// `_Atomic`: a qualifier, or a specifier before `(`.
    Atomic,
    /// `const`, `extern`, `inline`, ….
    Specifier,
    ThreadLocal,
    /// `sizeof`, `_Alignof`.
    Operator,
    /// `offsetof`, whose first argument is a type.
    OffsetOf,
    /// `__attribute__` and what else takes parentheses and is left to the header.
    Attribute,
    AsmLabel,
    Noreturn,
    /// `cdef_optional`.
    Optional,
    /// Means nothing to us.
    Ignored,
    /// `__int128`.
    Int128,
    /// `_Alignas`.
    AlignAs,
    /// `__stdcall` and its like.
    Convention,
    /// `__regcall`, `_BitInt`, ….
    Unsupported,
    Name,
}

pub(crate) fn classify(word: &str) -> Word {
    match word {
        "struct" | "union" => Word::Record,
        "enum" => Word::Enum,
        "void" | "char" | "short" | "int" | "long" | "float" | "double" | "signed" | "unsigned" | "_Bool"
        | "_Complex" | "__complex" | "__complex__" | "__signed" | "__signed__" | "_Float16" | "_Float16x"
        | "_Float32" | "_Float32x" | "_Float64" | "_Float64x" | "_Float128" | "_Float128x" | "_Decimal32"
        | "_Decimal64" | "_Decimal128" => Word::Type,
        "typeof" | "__typeof" | "__typeof__" | "typeof_unqual" | "__typeof_unqual" | "__typeof_unqual__" => {
            Word::TypeOf
        }
        "_Atomic" => Word::Atomic,
        "const" | "volatile" | "restrict" | "extern" | "static" | "typedef" | "inline" | "register" | "auto"
        | "__const" | "__restrict" | "__restrict__" | "__volatile" | "__volatile__" | "__inline" | "__inline__" => {
            Word::Specifier
        }
        "_Thread_local" | "__thread" | "thread_local" => Word::ThreadLocal,
        "sizeof" | "_Alignof" | "__alignof" | "__alignof__" => Word::Operator,
        "offsetof" | "__builtin_offsetof" => Word::OffsetOf,
        "__attribute__" | "__attribute" | "__declspec" | "_Pragma" => Word::Attribute,
        "asm" | "__asm" | "__asm__" => Word::AsmLabel,
        "_Noreturn" => Word::Noreturn,
        "cdef_optional" => Word::Optional,
        "__extension__" | "__cdecl" | "_cdecl" | "_Null_unspecified" | "__nonnull" | "__nullable" | "__forceinline" => {
            Word::Ignored
        }
        "_Alignas" | "alignas" => Word::AlignAs,
        "__int128" => Word::Int128,
        word if Convention::of_word(word).is_some() => Word::Convention,
        "__regcall" | "constexpr" | "_BitInt" | "__auto_type" => Word::Unsupported,
        _ => Word::Name,
    }
}

/// The names that are types in this block.
pub(crate) struct TypeNames {
    /// Its own typedefs.
    pub(crate) declared: HashSet<String>,
}

impl TypeNames {
    pub(crate) fn contains(&self, word: &str) -> bool {
        self.declared.contains(word) || is_builtin(word)
    }
}

/// Types that need no declaration.
pub(crate) fn is_builtin(word: &str) -> bool {
    matches!(
        word,
        "bool" | "va_list" | "__builtin_va_list" | "__gnuc_va_list" | "__int128_t" | "__uint128_t" | "wchar_t"
    ) || KNOWN.iter().any(|known| known.name == word)
}
