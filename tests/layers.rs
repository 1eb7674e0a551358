//! What ARCHITECTURE.md says of the phases, searched for in their files.

use std::fs;
use std::path::{Path, PathBuf};

/// A word that may stand only in some files of the macro: those that begin with one of the names.
struct Layer {
    word: &'static str,
    only_in: &'static [&'static str],
}

const LAYERS: &[Layer] = &[
    Layer { word: "lang_c", only_in: &["parse", "lower"] },
    Layer { word: "object::", only_in: &["facts"] },
    Layer { word: "ar_archive_writer", only_in: &["toolchain"] },
    Layer { word: "cc::", only_in: &["toolchain"] },
    Layer { word: "pkg_config::", only_in: &["toolchain"] },
    Layer { word: "std::env", only_in: &["toolchain"] },
    Layer { word: "std::fs", only_in: &["toolchain"] },
    Layer { word: "std::process", only_in: &["toolchain"] },
    Layer { word: "std::thread", only_in: &["toolchain"] },
    Layer { word: "quote!", only_in: &["emit", "diag", "respan"] },
    Layer { word: "proc_macro::", only_in: &["lib", "tokens", "respan"] },
    Layer { word: "syn::", only_in: &["input", "tokens", "respan"] },
    Layer { word: "unsafe {", only_in: &["emit"] },
    Layer { word: ".unwrap()", only_in: &[] },
    // Generated code may.
    Layer { word: "panic!(", only_in: &["emit"] },
    Layer { word: "unreachable!(", only_in: &[] },
    Layer { word: "unimplemented!(", only_in: &[] },
    Layer { word: "todo!(", only_in: &[] },
    Layer { word: "println!(", only_in: &[] },
    Layer { word: "dbg!(", only_in: &[] },
    Layer { word: "#[allow(", only_in: &["emit"] },
    Layer { word: "#![allow(", only_in: &[] },
];

/// Neither writer sees the other, and the model sees no phase.
const STRANGERS: &[(&str, &[&str])] = &[
    ("probe", &["crate::stub", "crate::emit", "crate::plan"]),
    ("stub", &["crate::probe", "crate::emit", "crate::facts"]),
    ("emit", &["crate::probe", "crate::stub", "crate::facts", "crate::toolchain"]),
    ("model", &["use crate::", "proc_macro"]),
    ("parse", &["crate::check", "crate::plan", "crate::toolchain"]),
    ("check", &["crate::facts", "crate::toolchain", "crate::plan"]),
];

/// A file of the macro: its path below `src` and the code that users run, without comments.
struct File {
    path: String,
    code: String,
}

impl File {
    /// The phase, which is the first part of the path.
    fn phase(&self) -> &str {
        self.path.split(['/', '.']).next().unwrap_or_default()
    }
}

fn sources() -> Vec<File> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cffi-macro/src");
    let mut files = Vec::new();
    read(&root, &root, &mut files);
    assert!(files.iter().any(|file| file.path == "lib.rs"), "the macro has a root");
    files
}

fn read(root: &Path, folder: &Path, files: &mut Vec<File>) {
    for entry in fs::read_dir(folder).expect("the folder is readable") {
        let path = entry.expect("the folder is readable").path();
        if path.is_dir() {
            read(root, &path, files);
            continue;
        }
        let text = fs::read_to_string(&path).expect("sources are text");
        let path = path.strip_prefix(root).expect("it lies below").to_string_lossy().replace('\\', "/");
        if path == "tests.rs"
            || path.starts_with("tests/")
            || path.ends_with("/tests.rs")
            || path.ends_with("/fixture.rs")
        {
            continue;
        }
        // Unit tests end a file.
        let tests = ["mod tests {", "pub(crate) mod tests {", "pub(super) mod tests {"];
        let end = tests.iter().filter_map(|module| text.find(&format!("#[cfg(test)]\n{module}"))).min();
        let code = &text[..end.unwrap_or(text.len())];
        let code: Vec<&str> = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        files.push(File { path, code: code.join("\n") });
    }
}

/// Whether the word stands there, and not as the end of a longer one.
fn stands(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(at, _)| {
        let before = code[..at].chars().next_back();
        !word.starts_with(char::is_alphabetic) || !before.is_some_and(|c| c.is_alphanumeric() || c == '_')
    })
}

#[test]
fn each_library_is_used_by_its_phase_alone() {
    let mut wrong = Vec::new();
    for file in sources() {
        for Layer { word, only_in } in LAYERS {
            if stands(&file.code, word) && !only_in.contains(&file.phase()) {
                wrong.push(format!("{} has `{word}`, which belongs into {only_in:?}", file.path));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn writers_do_not_see_each_other() {
    let mut wrong = Vec::new();
    for file in sources() {
        for (phase, words) in STRANGERS {
            for word in *words {
                if file.phase() == *phase && stands(&file.code, word) {
                    wrong.push(format!("{} has `{word}`", file.path));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// Whatever people write in the workspace; expansions are the macro's.
fn written() -> Vec<PathBuf> {
    let mut folders = vec![Path::new(env!("CARGO_MANIFEST_DIR")).join("..")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the folder is readable") {
            let path = entry.expect("the folder is readable").path();
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            if path.is_dir() && !name.starts_with('.') && name != "target" && !path.ends_with("tests/expand") {
                folders.push(path);
            } else if name.ends_with(".rs") {
                files.push(path);
            }
        }
    }
    files
}

#[test]
fn no_file_is_longer_than_500_lines() {
    let files = written();
    for part in ["cffi-macro/src/lib.rs", "cffi-rt/build.rs", "tests/layers.rs", "examples/run.rs", "benches"] {
        assert!(files.iter().any(|path| path.to_string_lossy().contains(part)), "{part}: {files:#?}");
    }
    let lines = |path: &Path| fs::read_to_string(path).expect("sources are text").lines().count();
    let long: Vec<&PathBuf> = files.iter().filter(|path| lines(path) > 500).collect();
    assert!(long.is_empty(), "{long:#?}");
}

#[test]
fn every_file_says_what_it_is_for() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../cffi-macro/src");
    let silent: Vec<String> = sources()
        .into_iter()
        .map(|file| file.path)
        .filter(|path| !fs::read_to_string(root.join(path)).is_ok_and(|text| text.starts_with("//! ")))
        .collect();
    assert!(silent.is_empty(), "{silent:#?}");
}

#[test]
fn the_macro_forbids_unsafe_code() {
    let root = sources().into_iter().find(|file| file.path == "lib.rs").map(|file| file.code);
    assert!(root.is_some_and(|code| code.contains("#![forbid(unsafe_code)]")));
}

/// A function that one thread has found is called by others: the library's initialisers have
/// run before whoever reads its address.
#[test]
fn addresses_of_a_loaded_library_are_read_with_acquire() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let text = |path: &str| fs::read_to_string(root.join(path)).expect("the file is there");
    let table = text("cffi-rt/src/__private/library.rs");
    let code = table.split("#[cfg(test)]").next().expect("there is code");
    let after = |word: &str| -> Vec<String> {
        let lines = code.split(word).skip(1).map(|rest| rest.lines().next().unwrap_or("").to_owned());
        // Loading a library is something else.
        lines.filter(|rest| !rest.starts_with(')')).collect()
    };
    let loads = after(".load(");
    assert!(loads.len() >= 4, "{loads:?}");
    assert!(loads.iter().all(|rest| rest.starts_with("Ordering::Acquire)")), "{loads:?}");
    let stores = after(".store(");
    assert!(!stores.is_empty() && stores.iter().all(|rest| rest.contains("Ordering::Release")), "{stores:?}");
    assert!(text("cffi-macro/src/stub/library.rs").contains("__atomic_load_n(&{symbol}[place], __ATOMIC_ACQUIRE)"));
}
