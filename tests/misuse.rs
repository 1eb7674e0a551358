//! Safe code that would misuse a C library: each file below `misuse` is refused at its marked line.
//!
//! Rustc words its messages anew with each version, so that only code and line are pinned: `//~ E0499` stands at the
//! line of the error.
//! With the lines that end in `//-` left out and those behind `//+` put in, the file is legal, which shows that it is
//! the misuse that is refused.

#[expect(dead_code, reason = "the other tests use the rest")]
#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::PathBuf;

use support::{Crate, cargo};

/// A file of misuse.
struct Case {
    name: String,
    text: String,
}

impl Case {
    /// The line of the error, and its code.
    fn expected(&self) -> (u64, &str) {
        let mut marks =
            (1..).zip(self.text.lines()).filter_map(|(line, text)| Some((line, text.split_once("//~ ")?.1)));
        let (Some(mark), None) = (marks.next(), marks.next()) else { panic!("{}: one line is marked", self.name) };
        mark
    }

    fn legal(&self) -> String {
        let lines = self.text.lines().filter(|line| !line.contains("//-"));
        lines.map(|line| line.replacen("//+ ", "", 1) + "\n").collect()
    }
}

fn folder() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("misuse")
}

fn cases() -> Vec<Case> {
    let files = fs::read_dir(folder()).expect("the folder is there").flatten();
    let mut cases: Vec<Case> = files
        .map(|file| Case {
            name: file.path().file_stem().expect("files have names").to_string_lossy().into_owned(),
            text: fs::read_to_string(file.path()).expect("it is text"),
        })
        .filter(|case| case.name != "library")
        .collect();
    cases.sort_by(|a, b| a.name.cmp(&b.name));
    cases
}

#[test]
fn each_misuse_is_refused_at_its_line() {
    let library = fs::read_to_string(folder().join("library.rs")).expect("it is there");
    let mut crates = vec![Crate::new("library").root(&library)];
    let cases = cases();
    for case in &cases {
        let uses = |name: String| Crate::new(&name).dependency("library").root("#![allow(unused)]");
        crates.push(uses(format!("misuse_{}", case.name)).root(&case.text));
        crates.push(uses(format!("legal_{}", case.name)).root(&case.legal()));
    }
    let report = cargo("misuse", "check", &[], &crates);
    let mut wrong = Vec::new();
    for message in report.messages("library", "lib") {
        wrong.push(format!("library: {}", message.rendered));
    }
    for case in &cases {
        for message in report.messages(&format!("legal_{}", case.name), "lib") {
            wrong.push(format!("the legal {}: {}", case.name, message.rendered));
        }
        let (line, code) = case.expected();
        let messages = report.messages(&format!("misuse_{}", case.name), "lib");
        let code = format!("error[{code}]");
        let others = messages.iter().filter(|message| message.line != line || !message.rendered.starts_with(&code));
        wrong.extend(others.map(|message| format!("{}: {}", case.name, message.rendered)));
        if messages.is_empty() {
            wrong.push(format!("{} is not refused", case.name));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
