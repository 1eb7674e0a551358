//! What a block was turned into, written where `CDEF_DUMP` says.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use super::environment::variable;
use super::files::reason;
use super::invocation::crate_name;

/// The variable that names the folder.
pub(crate) const DUMP: &str = "CDEF_DUMP";

/// Expansions from the cache have nothing to dump.
pub(crate) fn dump_wanted() -> bool {
    folder().is_some()
}

/// Writes `<crate>_<name>.<ending>` for each pair of an ending (`probe.c`, `expansion.rs`) and a text.
///
/// # Errors
///
/// The folder can't be written.
pub(crate) fn dump(name: &str, files: &[(&str, &str)]) -> Result<(), String> {
    let Some(folder) = folder() else {
        return Ok(());
    };
    dump_to(&folder, &format!("{}_{name}", crate_name()), files)
}

fn folder() -> Option<PathBuf> {
    variable(DUMP).filter(|folder| !folder.is_empty()).map(PathBuf::from)
}

fn dump_to(folder: &Path, stem: &str, files: &[(&str, &str)]) -> Result<(), String> {
    let failed = |error: &std::io::Error| {
        format!("the folder `{}` of `CDEF_DUMP` can't be written: {}", folder.display(), reason(error))
    };
    fs::create_dir_all(folder).map_err(|error| failed(&error))?;
    for (ending, text) in files {
        let pretty = if ending.ends_with(".rs") { formatted(text) } else { None };
        let path = folder.join(format!("{stem}.{ending}"));
        fs::write(path, pretty.as_deref().unwrap_or(text)).map_err(|error| failed(&error))?;
    }
    Ok(())
}

/// None without rustfmt, or for text that it does not understand.
fn formatted(text: &str) -> Option<String> {
    let mut child = Command::new("rustfmt")
        .args(["--edition", "2024", "--quiet"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .ok()?;
    // rustfmt reads everything before it writes. Dropping the pipe ends its input.
    let written = child.stdin.take().map(|mut input| input.write_all(text.as_bytes()));
    let output = child.wait_with_output().ok()?;
    written?.ok()?;
    let formatted = String::from_utf8(output.stdout).ok()?;
    (output.status.success() && !formatted.is_empty()).then_some(formatted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::toolchain::files::tests::Folder;

    #[test]
    fn rust_is_formatted_and_what_is_not_rust_is_kept() {
        let folder = Folder::new("dump");
        let files = [("a.rs", "fn  f ( ) { }"), ("b.rs", "fn fn"), ("probe.c", "int  a;")];
        dump_to(&folder.path().join("new"), "x", &files).expect("the folder is ours");
        let read = |name| fs::read_to_string(folder.path().join("new").join(name)).ok();
        assert_eq!(read("x.a.rs").as_deref(), Some("fn f() {}\n"));
        assert_eq!(read("x.b.rs").as_deref(), Some("fn fn"));
        assert_eq!(read("x.probe.c").as_deref(), Some("int  a;"));
        let file = folder.write("file", "");
        let error = dump_to(&file.join("x"), "x", &files).expect_err("a file is no folder");
        assert!(error.contains("CDEF_DUMP"), "{error}");
    }
}
