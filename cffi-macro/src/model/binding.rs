//! Who finds what a block declares.

/// Who finds the addresses of functions and variables.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Binding {
    #[default]
    Linker,
    /// The loader, while the program runs.
    Loader,
    /// The same, for any number of libraries: each has a table that is a value.
    Tables,
}

impl Binding {
    pub(crate) fn is_loaded(self) -> bool {
        match self {
            Binding::Linker => false,
            Binding::Loader | Binding::Tables => true,
        }
    }
}
