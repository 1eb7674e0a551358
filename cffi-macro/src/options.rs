//! What the inner attributes at the top of a block say.

use crate::model::Span;

#[derive(Clone, Debug, Default)]
pub(crate) struct Options {
    pub(crate) link: Vec<Link>,
    /// The library's names, to be tried in order; none if it is linked.
    pub(crate) dlopen: Vec<Text>,
    /// The type of the table, where that is a value.
    pub(crate) table: Option<Text>,
    pub(crate) pkg_config: Vec<Text>,
    /// Vendored C files, relative to the manifest.
    pub(crate) source: Vec<Text>,
    pub(crate) include_dir: Vec<Text>,
    /// `NAME`, `NAME=value`.
    pub(crate) define: Vec<Text>,
    pub(crate) flag: Vec<Text>,
    pub(crate) naming: Naming,
    pub(crate) tolerance: Tolerance,
}

impl Options {
    /// Whether the library is loaded while the program runs.
    pub(crate) fn is_loaded(&self) -> bool {
        !self.dlopen.is_empty() || self.table.is_some()
    }
}

/// How the names of C become Rust's.
#[derive(Clone, Debug, Default)]
pub(crate) struct Naming {
    /// What is cut off, the longest first.
    pub(crate) prefix: Vec<String>,
    pub(crate) style: Style,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Style {
    /// C's names.
    #[default]
    C,
    /// `CamelCase` types, `snake_case` functions, and methods.
    Rust,
}

/// How well a function has to fit its header.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Tolerance {
    /// It has the same type.
    #[default]
    Exact,
    /// C converts its arguments and result without a cast: numbers, `void *`, a missing `const`.
    Lenient,
}

/// The text of an option's argument and its place.
#[derive(Clone, Debug)]
pub(crate) struct Text {
    pub(crate) text: String,
    pub(crate) span: Span,
}

#[derive(Clone, Debug)]
pub(crate) struct Link {
    pub(crate) name: String,
    pub(crate) kind: LinkKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LinkKind {
    /// Left to the linker.
    Unspecified,
    Dylib,
    Static,
    Framework,
}
