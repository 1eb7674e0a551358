//! The quick start of the README works as it stands there.

use std::fs;

use crate::package::{Package, workspace};

/// The fenced texts of a language in a section.
fn fences(section: &str, language: &str) -> Vec<String> {
    let fence = format!("```{language}\n");
    section.split(&fence).skip(1).filter_map(|rest| rest.split("\n```").next()).map(str::to_owned).collect()
}

fn section(heading: &str) -> String {
    let readme = fs::read_to_string(workspace().join("README.md")).expect("the workspace has a README");
    let (_, rest) = readme.split_once(&format!("\n## {heading}\n")).expect("the README has this section");
    rest.split("\n## ").next().expect("a split has a first part").to_owned()
}

#[test]
fn the_quick_start_works_in_a_fresh_crate() {
    let section = section("Quick start");
    let [manifest] = &fences(&section, "toml")[..] else { panic!("one addition to the manifest") };
    let [program] = &fences(&section, "rust")[..] else { panic!("one program") };
    let [printed] = &fences(&section, "text")[..] else { panic!("what it prints") };

    let path = workspace().join("cffi-rt");
    let manifest = manifest.replace("\"../cdef/cffi-rt\"", &format!("{path:?}"));
    assert!(manifest.contains(path.to_str().expect("the workspace's path is UTF-8")), "{manifest}");
    let package = Package::with_manifest("quick-start", &manifest);
    package.file("src/main.rs", program);
    assert_eq!(package.run(), printed.trim());
}
