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

    /// The stub that calls a function and tells `errno`.
    pub(crate) fn errno(&self, name: &str) -> String {
        format!("cffi_{}_e_{name}", self.hash)
    }

    /// The stub that evaluates an expression.
    pub(crate) fn operand(&self, index: usize) -> String {
        format!("cffi_{}_o_{index}", self.hash)
    }

    /// The stubs that destroy an object, add an owner, and free memory.
    pub(crate) fn destructor(&self, name: &str) -> String {
        format!("cffi_{}_d_{name}", self.hash)
    }

    pub(crate) fn retain(&self, name: &str) -> String {
        format!("cffi_{}_r_{name}", self.hash)
    }

    /// The stub that reads a field.
    pub(crate) fn getter(&self, record: &str, field: &str) -> String {
        format!("cffi_{}_g_{record}_{field}", self.hash)
    }

    /// The stub that tells the text of a status.
    pub(crate) fn status_text(&self, name: &str) -> String {
        format!("cffi_{}_t_{name}", self.hash)
    }

    pub(crate) fn free(&self, name: &str) -> String {
        format!("cffi_{}_x_{name}", self.hash)
    }

    /// The Rust module of the type `raw`, of which a module may hold several blocks'.
    pub(crate) fn raw(&self) -> String {
        format!("__cffi_{}_raw", self.hash)
    }

    /// The Rust type that stands for a library which is loaded.
    pub(crate) fn library(&self) -> String {
        format!("__cffi_{}_library", self.hash)
    }

    /// The table of such a library's addresses.
    pub(crate) fn table(&self) -> String {
        format!("cffi_{}_t", self.hash)
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
