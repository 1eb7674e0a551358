//! What a block says of things that may not be there, or are not its own.

use super::Name;

/// A path to a Rust type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RustPath {
    /// It begins with `::`.
    pub(crate) is_global: bool,
    pub(crate) segments: Vec<Name>,
}

/// A name that is declared between `#if` and `#endif`.
#[derive(Clone, Debug)]
pub(crate) struct Guard {
    pub(crate) name: Name,
    /// The preprocessor takes a branch that declares it.
    pub(crate) present: bool,
}
