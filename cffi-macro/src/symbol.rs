//! The names that generated C and Rust share: symbols of stubs, the archive, hidden modules.
//!
//! Each carries the block's hash, so that two blocks, or two versions of one crate, never meet in the linker.

/// Makes the names of one block.
#[derive(Clone, Debug)]
pub(crate) struct Symbols {
    hash: String,
    crate_name: String,
}

impl Symbols {
    pub(crate) fn new(hash: &str, crate_name: &str) -> Symbols {
        // A library's file name takes anything, but a crate's name may have `-` where its Rust name has `_`.
        Symbols { hash: hash.to_owned(), crate_name: crate_name.replace('-', "_") }
    }

    /// The stub that calls a function.
    pub(crate) fn function(&self, name: &str) -> String {
        format!("cffi_{}_f_{name}", self.hash)
    }

    /// A function that the block itself defines.
    pub(crate) fn definition(&self, name: &str) -> String {
        format!("cffi_{}_b_{name}", self.hash)
    }

    /// The stub that returns the address of a variable.
    pub(crate) fn variable(&self, name: &str) -> String {
        format!("cffi_{}_v_{name}", self.hash)
    }

    /// The stub that returns the address of what may be missing.
    pub(crate) fn weak(&self, name: &str) -> String {
        format!("cffi_{}_w_{name}", self.hash)
    }

    /// The stub that returns a constant which only C can compute.
    pub(crate) fn constant(&self, name: &str) -> String {
        format!("cffi_{}_c_{name}", self.hash)
    }

    /// The Rust module that keeps a type's constructor out of the way of a value with the same name.
    pub(crate) fn module(&self, name: &str) -> String {
        format!("__cffi_{}_m_{name}", self.hash)
    }

    /// The archive of the stubs, as `#[link(name = …)]` names it.
    pub(crate) fn archive(&self) -> String {
        format!("cffi_{}_{}", self.crate_name, self.hash)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_carry_the_hash_and_are_identifiers() {
        let symbols = Symbols::new("0a1b", "my-crate");
        assert_eq!(symbols.function("crc32"), "cffi_0a1b_f_crc32");
        assert_eq!(symbols.archive(), "cffi_my_crate_0a1b");
    }
}
