//! The process that runs the macro: which compiler it is, what it is asked to make, and of which crate.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::environment::variable;

/// Whether the expansion will be linked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Build {
    /// Machine code is made: the stubs must exist.
    Link,
    /// Only names and types matter: `cargo check`, clippy, rustdoc, rust-analyzer.
    Check,
}

pub(crate) fn build_kind() -> Build {
    let program = env::current_exe().unwrap_or_default();
    kind_of(&program, &arguments())
}

/// Text that differs between crates that can be linked into one program, for the names of symbols.
pub(crate) fn crate_identity() -> String {
    let mut parts: Vec<String> =
        ["CARGO_PKG_NAME", "CARGO_PKG_VERSION", "CARGO_CRATE_NAME"].iter().filter_map(|name| variable(name)).collect();
    if parts.is_empty() {
        parts.push("crate".to_owned());
    }
    parts.extend(metadata(&arguments()));
    parts.join(" ")
}

/// The folder of the crate's `Cargo.toml`; all paths of options are relative to it.
pub(crate) fn manifest_folder() -> PathBuf {
    let folder = variable("CARGO_MANIFEST_DIR").map(PathBuf::from);
    folder.or_else(|| env::current_dir().ok()).unwrap_or_else(|| PathBuf::from("."))
}

/// The name of the crate that is compiled, as part of a file name.
pub(crate) fn crate_name() -> String {
    variable("CARGO_CRATE_NAME").unwrap_or_else(|| "crate".to_owned())
}

fn kind_of(program: &Path, arguments: &[String]) -> Build {
    let name = program.file_stem().unwrap_or_default().to_string_lossy();
    // rustdoc compiles doctests with rustc, in processes of their own.
    if name == "rustdoc" || name.starts_with("rust-analyzer") {
        return Build::Check;
    }
    let mut emits = options(arguments, "--emit").peekable();
    // Without `--emit`, rustc links.
    if emits.peek().is_none() {
        return Build::Link;
    }
    let links = emits.flat_map(|list| list.split(',')).any(|kind| kind == "link" || kind.starts_with("link="));
    if links { Build::Link } else { Build::Check }
}

fn metadata(arguments: &[String]) -> Option<String> {
    let mut found = None;
    for flag in ["-C", "--codegen"] {
        for value in options(arguments, flag) {
            if let Some(metadata) = value.strip_prefix("metadata=") {
                found = Some(metadata.to_owned());
            }
        }
    }
    found
}

/// The values of a flag, spelled `--flag value`, `--flag=value` or `-Fvalue`.
fn options<'a>(arguments: &'a [String], flag: &'a str) -> impl Iterator<Item = &'a str> {
    let next = arguments.iter().skip(1).map(Some).chain([None]);
    arguments.iter().zip(next).filter_map(move |(argument, next)| {
        let rest = argument.strip_prefix(flag)?;
        if rest.is_empty() {
            return next.map(String::as_str);
        }
        match rest.strip_prefix('=') {
            Some(value) => Some(value),
            None if !flag.starts_with("--") => Some(rest),
            None => None,
        }
    })
}

/// The arguments of this process, with those from `@file`s, one a line.
fn arguments() -> Vec<String> {
    let mut all = Vec::new();
    for argument in env::args_os() {
        let argument = argument.to_string_lossy().into_owned();
        match argument.strip_prefix('@').and_then(|path| fs::read_to_string(path).ok()) {
            Some(text) => all.extend(text.lines().map(String::from)),
            None => all.push(argument),
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kind(line: &str) -> Build {
        let words: Vec<String> = line.split(' ').map(String::from).collect();
        kind_of(Path::new(&words[0]), &words)
    }

    #[test]
    fn only_a_build_that_links_needs_stubs() {
        assert_eq!(kind("rustc --emit=dep-info,metadata,link a.rs"), Build::Link);
        assert_eq!(kind("rustc --emit dep-info,link=/t/a a.rs"), Build::Link);
        assert_eq!(kind("rustc a.rs"), Build::Link);
        assert_eq!(kind("rustc --emit=dep-info,metadata a.rs"), Build::Check);
        assert_eq!(kind("clippy-driver rustc --emit=dep-info,metadata a.rs"), Build::Check);
        assert_eq!(kind("/x/rustdoc --crate-type lib a.rs"), Build::Check);
        assert_eq!(kind("/x/rust-analyzer-proc-macro-srv"), Build::Check);
    }

    #[test]
    fn metadata_is_found_in_each_spelling() {
        for line in ["-C metadata=1f", "-Cmetadata=1f", "--codegen=metadata=1f -Cdebuginfo=2"] {
            let words: Vec<String> = line.split(' ').map(String::from).collect();
            assert_eq!(metadata(&words).as_deref(), Some("1f"), "{line}");
        }
    }
}
