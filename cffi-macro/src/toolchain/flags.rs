//! A block's options in, the C compiler's arguments for them and the libraries to link out.

use std::path::{Path, PathBuf};

use super::Target;
use super::environment::variable;
use super::files::reason;
use super::packages::{Library, link_libraries, packages};
use crate::diag::Diagnostics;
use crate::options::Options;

/// What a block's options mean to the C compiler and the linker.
#[derive(Clone, Debug, Default)]
pub(crate) struct Flags {
    pub(super) arguments: Vec<String>,
    /// The folder of `Cargo.toml`, where the compiler runs.
    pub(super) manifest: PathBuf,
    /// The libraries that pkg-config names.
    pub(crate) libraries: Vec<Library>,
    /// Files that the flags come from, to be tracked as headers are.
    pub(crate) read: Vec<PathBuf>,
}

/// `source_folder` is that of the Rust file: a quoted `#include` is looked for there first.
/// rustc names it relative to its own working folder, which need not be the manifest's.
pub(crate) fn flags(
    diag: &mut Diagnostics,
    options: &Options,
    manifest: &Path,
    source_folder: Option<&Path>,
    target: &Target<'_>,
) -> Flags {
    let mut arguments = Vec::new();
    if let Some(folder) = source_folder.and_then(|folder| std::path::absolute(folder).ok()) {
        arguments.extend(["-iquote".to_owned(), text_of(&folder)]);
    }
    for folder in &options.include_dir {
        let path = manifest.join(&folder.text);
        if path.is_dir() {
            arguments.extend(["-I".to_owned(), text_of(&path)]);
        } else {
            diag.error(
                folder.span,
                format!(
                    "the folder `{}` does not exist; its path starts at the folder of `Cargo.toml`, here `{}`",
                    folder.text,
                    path.display()
                ),
            );
        }
    }
    arguments.extend(options.define.iter().map(|define| format!("-D{}", define.text)));
    arguments.extend(options.flag.iter().map(|flag| flag.text.clone()));
    let packages = packages(diag, target, &options.pkg_config);
    arguments.extend(packages.flags);
    let named = options.link.iter().map(|link| link.name.as_str());
    let libraries: Vec<&str> = named.chain(packages.libraries.iter().map(|library| library.name.as_str())).collect();
    if let Err(error) = link_libraries(target, &packages.folders, &libraries) {
        diag.block_error(format!(
            "the folder `{}` for links to libraries can't be written: {}; it belongs to the build output of \
             `cffi-rt`: make it writable, or run `cargo clean` and build again",
            target.stubs.display(),
            reason(&error)
        ));
    }
    Flags { arguments, manifest: manifest.to_owned(), libraries: packages.libraries, read: packages.read }
}

fn text_of(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

/// The folders that are searched for headers, besides the compiler's own.
pub(super) fn searched(arguments: &[String], manifest: &Path) -> Vec<PathBuf> {
    const FLAGS: [&str; 5] = ["-iquote", "-isystem", "-idirafter", "-I", "-F"];
    let mut folders = Vec::new();
    let mut all = arguments.iter();
    while let Some(argument) = all.next() {
        let Some(rest) = FLAGS.iter().find_map(|flag| argument.strip_prefix(flag)) else {
            continue;
        };
        let folder = if rest.is_empty() { all.next().map(String::as_str) } else { Some(rest) };
        folders.extend(folder.map(|folder| manifest.join(folder)));
    }
    for name in ["CPATH", "C_INCLUDE_PATH"] {
        let value = variable(name).unwrap_or_default();
        folders.extend(std::env::split_paths(&value).map(|folder| manifest.join(folder)));
    }
    folders.dedup();
    folders
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Span;
    use crate::options::Text;
    use crate::toolchain::compiler::tests::{HOST, target};
    use crate::toolchain::files::tests::Folder;

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(String::from).collect()
    }

    #[test]
    fn searched_folders_are_known() {
        let folders = searched(&words("-I a -I/b -iquote c -DX -isystem /d"), Path::new("/m"));
        let expected = ["/m/a", "/b", "/m/c", "/d"].map(Path::new);
        assert_eq!(folders.get(..4).expect("there are at least these"), expected);
    }

    #[test]
    fn options_become_arguments_and_missing_folders_errors() {
        let folder = Folder::new("flags");
        folder.write("csrc/a.h", "");
        let text = |text: &str, offset| Text { text: text.to_owned(), span: Span { token: 0, offset } };
        let options = Options {
            include_dir: vec![text("csrc", 1), text("missing", 2)],
            define: vec![text("A", 3), text("B=\"b c\"", 4)],
            flag: vec![text("-march=native", 5)],
            ..Options::default()
        };
        let mut diag = Diagnostics::default();
        let manifest = folder.path();
        let target = target(HOST, manifest);
        let flags = flags(&mut diag, &options, manifest, Some(&manifest.join("src")), &target);
        let root = text_of(manifest);
        let expected = [
            "-iquote".to_owned(),
            format!("{root}/src"),
            "-I".to_owned(),
            format!("{root}/csrc"),
            "-DA".to_owned(),
            "-DB=\"b c\"".to_owned(),
            "-march=native".to_owned(),
        ];
        assert_eq!(flags.arguments, expected);
        let [error] = diag.into_errors().try_into().expect("one folder is missing");
        assert_eq!(error.span.map(|span| span.offset), Some(2));
        assert!(error.message.starts_with("the folder `missing` does not exist; "), "{}", error.message);
    }
}
