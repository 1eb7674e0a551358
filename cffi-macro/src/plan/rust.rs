//! Rust as far as generated code needs it: types, constant expressions and how values travel.

use crate::model::RustPath;

use super::abi::Abi;

/// A Rust type, with every C question answered.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RustType {
    /// The result of a C function that returns `void`.
    Unit,
    /// The result of a function that doesn't return.
    Never,
    /// `::core::ffi::c_int`
    Core(&'static str),
    /// `::core::primitive::u8`; a bare `u8` might be a typedef of the user's.
    Primitive(&'static str),
    /// `__cffi_rt::FILE`
    Runtime(&'static str),
    /// `__cffi_rt::Complex<…>`
    Complex(Box<RustType>),
    /// An item of the block.
    Named(String),
    /// An item of the block that has a lifetime.
    Child(String),
    /// `__cffi_rt::Object<…>`: what C has of a handle that carries its library.
    Object(Box<RustType>),
    /// A type of another block.
    Used(RustPath),
    Pointer(Box<RustType>, Mutability),
    Array(Box<RustType>, u64),
    /// `unsafe extern "C" fn(…) -> …`
    Function(Box<RustSignature>),
    /// `Option<…>` of a function.
    Nullable(Box<RustType>),
    /// `&CStr`, the type of a string constant.
    CStr,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mutability {
    Const,
    Mut,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct RustSignature {
    pub(crate) abi: Abi,
    pub(crate) parameters: Vec<RustType>,
    pub(crate) result: RustType,
    pub(crate) variadic: bool,
}

/// How a value crosses the border between Rust and C.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Passing {
    /// As Rust's `extern "C"` does it.
    Value,
    /// By address, because Rust's `extern "C"` would do it differently from C.
    Pointer,
}

/// A constant expression.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum RustValue {
    Int(i128),
    /// Converted as C does.
    Cast(i128, RustType),
    Bool(bool),
    /// A `char`, which is signed on some targets only.
    Char(u8),
    Float(f64, FloatWidth),
    /// The bytes of a `long double`.
    LongDouble(Vec<u8>),
    /// The value of a `long double` that a `double` holds.
    Widened(f64),
    /// Bytes without NULs, for `&CStr`.
    CStr(Vec<u8>),
    /// The address of static bytes, which end in a NUL.
    Bytes(Vec<u8>),
    /// An address that is a number.
    Address(i128),
    /// `None`, C's null pointer to a function.
    NullFunction,
    Array(Vec<RustValue>),
    Newtype {
        name: String,
        value: i128,
        constructor: Constructor,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum FloatWidth {
    F32,
    F64,
}

/// Whether the name of a newtype is free to be used as a function.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Constructor {
    /// `e(1)`
    Free,
    /// `e { 0: 1 }`, because `e` is a function, constant or variable as well.
    Taken,
}
