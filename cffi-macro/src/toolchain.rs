//! The world outside the macro: the C compiler, files, the environment and the process that expands.
//!
//! No other module touches `std::fs`, `std::env` or `std::process`, and this one knows nothing of a block
//! but its options and spans.

mod archive;
mod arguments;
mod cache;
mod compile;
mod compiler;
mod dump;
mod environment;
mod files;
mod flags;
mod invocation;
mod messages;
mod packages;
mod undefined;

pub(crate) use archive::write_archive;
pub(crate) use cache::{find, key, store};
pub(crate) use compile::{Failure, Purpose, compile, compile_file, include_folders};
pub(crate) use compiler::Compiler;
#[cfg(all(test, feature = "tools"))]
pub(crate) use compiler::tests::{compilers, named};
pub(crate) use dump::{DUMP, dump, dump_wanted};
pub(crate) use environment::{environment, tracked_environment};
#[cfg(test)]
pub(crate) use files::tests::Folder;
pub(crate) use files::{Disk, declaration, expect_file, header_line, is_system_header};
pub(crate) use flags::{Flags, flags};
pub(crate) use invocation::{Build, build_kind, crate_identity, crate_name, manifest_folder};
pub(crate) use messages::{Message, Place};
pub(crate) use undefined::{Undefined, undefined};

use std::path::Path;

/// What the entry macro says about the build.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Target<'a> {
    pub(crate) triple: &'a str,
    pub(crate) host: &'a str,
    pub(crate) opt_level: &'a str,
    pub(crate) debug: bool,
    /// The folder for archives and the cache; it is on rustc's search path.
    pub(crate) stubs: &'a Path,
}

impl Target<'_> {
    pub(crate) fn is_apple(&self) -> bool {
        self.triple.contains("-apple-")
    }

    pub(crate) fn is_cross(&self) -> bool {
        self.triple != self.host
    }
}
