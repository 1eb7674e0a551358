//! `#![pkg_config(…)]` in, the flags and libraries of the packages out.
//!
//! pkg-config is run directly: the `pkg-config` crate takes the target from variables that only build scripts have.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use super::Target;
use super::environment::{spellings, targeted, variable};
use super::files::{reason, unique_name};
use crate::diag::Diagnostics;
use crate::options::{LinkKind, Text};

/// A library that a package names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Library {
    pub(crate) name: String,
    pub(crate) kind: LinkKind,
}

/// What pkg-config says.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Packages {
    /// For the C compiler.
    pub(super) flags: Vec<String>,
    pub(super) libraries: Vec<Library>,
    /// Where libraries are, besides the linker's own folders.
    pub(super) folders: Vec<PathBuf>,
    /// The `.pc` files.
    pub(super) read: Vec<PathBuf>,
}

pub(super) fn packages(diag: &mut Diagnostics, target: &Target<'_>, wanted: &[Text]) -> Packages {
    let mut packages = Packages::default();
    for package in wanted {
        match ask(target, package.text.trim()) {
            Ok(output) => packages.add(&output),
            Err(message) => {
                diag.error(package.span, message);
                continue;
            }
        }
        packages.read.extend(file_of(target, package.text.trim()));
    }
    packages
}

/// pkg-config's flags for a package, such as `libsodium >= 1.0`.
fn ask(target: &Target<'_>, package: &str) -> Result<String, String> {
    let name = name_of(package);
    if name.is_empty() || name.starts_with('-') {
        return Err(format!("`{package}` is not the name of a pkg-config package"));
    }
    if target.is_cross() && !is_ready_for(target) {
        return Err(format!(
            "pkg-config would answer for `{}`, not for `{}`; point `PKG_CONFIG_LIBDIR_{}` and \
             `PKG_CONFIG_SYSROOT_DIR` to the target's packages, or set `PKG_CONFIG_ALLOW_CROSS=1`",
            target.host,
            target.triple,
            target.triple.replace(['-', '.'], "_")
        ));
    }
    let mut arguments = vec!["--cflags", "--libs"];
    if is_static(name) {
        arguments.push("--static");
    }
    arguments.extend(["--", package]);
    let output = run(target, &arguments).map_err(|error| {
        format!(
            "pkg-config can't be run ({}); install it, or name the library with `#![link(\"{name}\")]`",
            reason(&error)
        )
    })?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).into_owned());
    }
    let said = String::from_utf8_lossy(&output.stderr);
    let said: Vec<&str> = said.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    Err(format!(
        "pkg-config does not find `{package}`: {}; install its development package (often `{name}-dev` or \
         `{name}-devel`), or add the folder of `{name}.pc` to `PKG_CONFIG_PATH`",
        said.join(" ")
    ))
}

/// The package's file, so that a change of it is seen.
fn file_of(target: &Target<'_>, package: &str) -> Option<PathBuf> {
    let name = name_of(package);
    let output = run(target, &["--variable=pcfiledir", "--", name]).ok()?;
    let folder = String::from_utf8(output.stdout).ok()?;
    let path = Path::new(folder.trim()).join(format!("{name}.pc"));
    (output.status.success() && path.is_file()).then_some(path)
}

fn name_of(package: &str) -> &str {
    package.split([' ', '<', '>', '=', '!', ',']).next().unwrap_or_default()
}

fn run(target: &Target<'_>, arguments: &[&str]) -> io::Result<Output> {
    let start = |program: &str| {
        let mut command = Command::new(program);
        for name in ["PKG_CONFIG_PATH", "PKG_CONFIG_LIBDIR", "PKG_CONFIG_SYSROOT_DIR"] {
            if let Some(value) = targeted(target, name) {
                command.env(name, value);
            }
        }
        command.args(arguments).env("LC_ALL", "C").output()
    };
    match targeted(target, "PKG_CONFIG") {
        Some(program) => start(&program),
        None => start("pkg-config").or_else(|_| start("pkgconf")),
    }
}

/// Somebody has told pkg-config where the target's packages are, by the rules that build scripts follow.
fn is_ready_for(target: &Target<'_>) -> bool {
    if let Some(allowed) = targeted(target, "PKG_CONFIG_ALLOW_CROSS") {
        return allowed != "0";
    }
    let specific = ["PKG_CONFIG_PATH", "PKG_CONFIG_LIBDIR"]
        .iter()
        .flat_map(|name| spellings(target, name).into_iter().take(3))
        .any(|name| variable(&name).is_some());
    let general = ["PKG_CONFIG", "PKG_CONFIG_SYSROOT_DIR"].iter().any(|name| targeted(target, name).is_some());
    specific || general
}

/// The variables of the `pkg-config` crate, so that one setting serves all crates of a build.
fn is_static(name: &str) -> bool {
    let name = name.to_uppercase().replace('-', "_");
    let set = |name: &str| variable(name).is_some();
    if set(&format!("{name}_STATIC")) {
        true
    } else if set(&format!("{name}_DYNAMIC")) {
        false
    } else {
        set("PKG_CONFIG_ALL_STATIC") && !set("PKG_CONFIG_ALL_DYNAMIC")
    }
}

impl Packages {
    fn add(&mut self, output: &str) {
        let mut words = words(output).into_iter();
        while let Some(word) = words.next() {
            let mut value = |rest: &str| {
                if rest.is_empty() { words.next().unwrap_or_default() } else { rest.to_owned() }
            };
            if let Some(rest) = word.strip_prefix("-l") {
                self.library(&value(rest));
            } else if let Some(rest) = word.strip_prefix("-L") {
                let folder = PathBuf::from(value(rest));
                if !self.folders.contains(&folder) {
                    self.folders.push(folder);
                }
            } else if word == "-framework" {
                let library = Library { name: value(""), kind: LinkKind::Framework };
                self.push(library);
            } else if word.starts_with("-Wl,") {
                // Only the crate that links can pass options to the linker.
            } else {
                self.flags.push(word);
            }
        }
    }

    fn library(&mut self, name: &str) {
        // `-l:libx.a` names the file.
        let file = name.strip_prefix(":lib").and_then(|file| file.strip_suffix(".a"));
        let library = match file {
            Some(name) => Library { name: name.to_owned(), kind: LinkKind::Static },
            None => Library { name: name.to_owned(), kind: LinkKind::Unspecified },
        };
        self.push(library);
    }

    fn push(&mut self, library: Library) {
        if !self.libraries.contains(&library) {
            self.libraries.push(library);
        }
    }
}

/// A shell's words: pkg-config escapes spaces, and quotes some values.
fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word: Option<String> = None;
    let mut quote = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        if quote == Some(character) {
            quote = None;
        } else if character == '\\' && quote != Some('\'') {
            word.get_or_insert_default().extend(characters.next());
        } else if quote.is_none() && (character == '"' || character == '\'') {
            quote = Some(character);
            word.get_or_insert_default();
        } else if quote.is_none() && character.is_whitespace() {
            words.extend(word.take());
        } else {
            word.get_or_insert_default().push(character);
        }
    }
    words.extend(word);
    words
}

/// Makes libraries outside the linker's folders findable, through links in the stub folder.
///
/// A macro can't add a search path, and the stub folder is one. Cargo also puts it on the dynamic loader's path
/// for `cargo run` and `cargo test`.
///
/// # Errors
///
/// The stub folder can't be written.
pub(super) fn link_libraries(target: &Target<'_>, folders: &[PathBuf], libraries: &[&str]) -> io::Result<()> {
    for folder in folders {
        let Ok(entries) = fs::read_dir(folder) else {
            continue;
        };
        for entry in entries.filter_map(Result::ok) {
            let name = entry.file_name().to_string_lossy().into_owned();
            if libraries.iter().any(|library| is_file_of(&name, library)) {
                link(&entry.path(), &target.stubs.join(&name))?;
            }
        }
    }
    Ok(())
}

/// `libz.a`, `libz.so`, `libz.so.1`, `libz.dylib`, `libz.1.dylib`, `libz.dll.a`, `z.lib`.
fn is_file_of(file: &str, library: &str) -> bool {
    if file.strip_suffix(".lib") == Some(library) {
        return true;
    }
    let Some(ending) = file.strip_prefix("lib").and_then(|file| file.strip_prefix(library)) else {
        return false;
    };
    [".a", ".so", ".dylib", ".dll.a", ".lib"].contains(&ending)
        || ending.starts_with(".so.")
        || (ending.starts_with('.') && ending.ends_with(".dylib"))
}

fn link(from: &Path, to: &Path) -> io::Result<()> {
    if fs::read_link(to).is_ok_and(|old| old == from) {
        return Ok(());
    }
    let temporary = to.with_file_name(unique_name());
    make_link(from, &temporary)?;
    let renamed = fs::rename(&temporary, to);
    if renamed.is_err() {
        let _ = fs::remove_file(&temporary);
    }
    renamed
}

#[cfg(unix)]
fn make_link(from: &Path, to: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(from, to)
}

#[cfg(not(unix))]
fn make_link(from: &Path, to: &Path) -> io::Result<()> {
    // Links need a privilege on Windows.
    fs::copy(from, to).map(drop)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::toolchain::compiler::tests::{HOST, target};
    use crate::toolchain::files::tests::Folder;

    fn library(name: &str, kind: LinkKind) -> Library {
        Library { name: name.to_owned(), kind }
    }

    #[test]
    fn flags_libraries_and_folders_are_told_apart() {
        let mut packages = Packages::default();
        packages.add(
            "-I/opt/a\\ b/include -DNAME=\"x y\" -pthread -L/opt/lib -L /opt/lib -lz -l m -l:libs.a -lz \
             -framework Cocoa -Wl,-rpath,/opt/lib\n",
        );
        assert_eq!(packages.flags, ["-I/opt/a b/include", "-DNAME=x y", "-pthread"]);
        assert_eq!(packages.folders, [Path::new("/opt/lib")]);
        assert_eq!(
            packages.libraries,
            [
                library("z", LinkKind::Unspecified),
                library("m", LinkKind::Unspecified),
                library("s", LinkKind::Static),
                library("Cocoa", LinkKind::Framework),
            ]
        );
    }

    fn refusal(triple: &str, package: &str) -> String {
        let folder = Folder::new("packages");
        let mut diag = Diagnostics::default();
        let wanted = [Text { text: package.to_owned(), span: Span { token: 3, offset: 9 } }];
        let answer = packages(&mut diag, &target(triple, folder.path()), &wanted);
        assert_eq!(answer, Packages::default());
        let [error] = diag.into_errors().try_into().expect("one mistake gives one error");
        assert_eq!(error.span, Some(wanted[0].span));
        error.message
    }

    #[cfg(feature = "tools")]
    #[test]
    fn a_missing_package_says_why_and_what_to_do() {
        let message = refusal(HOST, "surely-missing >= 1.0");
        assert!(message.starts_with("pkg-config does not find `surely-missing >= 1.0`: "), "{message}");
        assert!(message.contains("surely-missing-dev"), "{message}");
        assert!(message.contains("the folder of `surely-missing.pc`"), "{message}");
    }

    #[test]
    fn an_option_is_no_package() {
        assert_eq!(refusal(HOST, "--version"), "`--version` is not the name of a pkg-config package");
    }

    #[test]
    fn packages_of_the_host_are_not_taken_for_another_target() {
        let message = refusal("aarch64-unknown-linux-gnu", "zlib");
        assert!(message.contains("`PKG_CONFIG_LIBDIR_aarch64_unknown_linux_gnu`"), "{message}");
    }

    #[cfg(unix)]
    #[test]
    fn libraries_of_other_folders_are_linked_into_the_stub_folder() {
        let folder = Folder::new("link-libraries");
        let stubs = Folder::new("link-libraries");
        for name in ["libz.a", "libz.so", "libz.so.1", "libzip.so", "libzzz.a", "z.h"] {
            folder.write(name, name);
        }
        let target = target(HOST, stubs.path());
        for _ in 0..2 {
            let folders = [folder.path().to_owned(), folder.path().join("missing")];
            link_libraries(&target, &folders, &["z"]).expect("the folder is ours");
            assert_eq!(stubs.names(), ["libz.a", "libz.so", "libz.so.1"]);
        }
        assert_eq!(fs::read_to_string(stubs.path().join("libz.so")).ok().as_deref(), Some("libz.so"));
    }
}
