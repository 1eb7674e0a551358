//! The typedefs that a block need not declare, and what they are in Rust.

/// The typedefs that need no declaration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Known {
    pub(crate) name: &'static str,
    pub(crate) is: KnownType,
    /// The C header that defines it.
    pub(crate) header: &'static str,
}

/// What a known typedef is in Rust.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum KnownType {
    /// A primitive type of `core`: `usize`, `u8`, ….
    Primitive(&'static str),
    /// C's `FILE`, one type for all blocks.
    File,
    /// `wchar_t` where no C compiler tells what it is.
    WideChar,
}

/// All of them. `bool` is `Int::Bool`, because it is a macro in C11 and a keyword in C23.
pub(crate) const KNOWN: &[Known] = &[
    primitive("size_t", "usize", "stddef.h"),
    primitive("ptrdiff_t", "isize", "stddef.h"),
    primitive("ssize_t", "isize", "sys/types.h"),
    primitive("intptr_t", "isize", "stdint.h"),
    primitive("uintptr_t", "usize", "stdint.h"),
    primitive("int8_t", "i8", "stdint.h"),
    primitive("int16_t", "i16", "stdint.h"),
    primitive("int32_t", "i32", "stdint.h"),
    primitive("int64_t", "i64", "stdint.h"),
    primitive("uint8_t", "u8", "stdint.h"),
    primitive("uint16_t", "u16", "stdint.h"),
    primitive("uint32_t", "u32", "stdint.h"),
    primitive("uint64_t", "u64", "stdint.h"),
    primitive("intmax_t", "i64", "stdint.h"),
    primitive("uintmax_t", "u64", "stdint.h"),
    primitive("char16_t", "u16", "uchar.h"),
    primitive("char32_t", "u32", "uchar.h"),
    Known { name: "FILE", is: KnownType::File, header: "stdio.h" },
];

/// Only a declared block takes it from here; in a verified one it is asked like any other name.
pub(crate) const WCHAR: Known = Known { name: "wchar_t", is: KnownType::WideChar, header: "stddef.h" };

const fn primitive(name: &'static str, rust: &'static str, header: &'static str) -> Known {
    Known { name, is: KnownType::Primitive(rust), header }
}
