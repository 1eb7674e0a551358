//! `cdef.h`, read by the C compilers that the words must not disturb.

use std::collections::BTreeSet;
use std::path::Path;
use std::process::{Command, Stdio};
use std::{env, fs};

const HEADER: &str = include_str!("../include/cdef.h");
/// In a header of its own, clang asks for `_Nullable` or `_Nonnull` at each pointer if there is one at any.
const WORDS: &str = include_str!("header/words.c");
const SYSTEM_HEADERS: &str = "#include <dirent.h>\n#include <errno.h>\n#include <stddef.h>\n#include <stdio.h>\n\
                              #include <stdlib.h>\n#include <string.h>\n#include <unistd.h>\n";

/// Compiles with all warnings as errors.
fn check(compiler: &str, standard: &str, name: &str, text: &str) {
    let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{compiler}-{standard}-{name}.c"));
    fs::write(&source, text).expect("the folder is writable");
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let output = Command::new(compiler)
        .args(["-fsyntax-only", "-Wall", "-Wextra", "-Werror", &format!("-std={standard}")])
        .arg("-I")
        .arg(root.join("include"))
        .arg("-I")
        .arg(root.join("tests/header"))
        .arg(&source)
        .stdin(Stdio::null())
        .output()
        .expect("the compiler starts");
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{compiler} -std={standard}, {name}:\n{said}");
}

const COMPILERS: &[&str] = &[
    "gcc",
    #[cfg(feature = "tools")]
    "clang",
];

fn each_compiler(name: &str, text: &str) {
    // C11 alone hides `getline` and `read`.
    let text = format!("#define _GNU_SOURCE 1\n{text}");
    for compiler in COMPILERS {
        for standard in ["c11", "gnu17"] {
            check(compiler, standard, name, &text);
        }
    }
}

#[test]
fn words_vanish_after_the_system_headers() {
    each_compiler("after", &format!("{SYSTEM_HEADERS}#include <library.h>\n#include <cdef.h>\n{WORDS}"));
}

#[test]
fn words_vanish_before_the_system_headers() {
    each_compiler("before", &format!("#include <cdef.h>\n{SYSTEM_HEADERS}#include <library.h>\n{WORDS}"));
}

#[test]
fn words_fit_the_c_library_s_declarations() {
    each_compiler("system-after", &format!("{SYSTEM_HEADERS}#include <cdef.h>\n#include <system.h>\n"));
    each_compiler("system-before", &format!("#include <cdef.h>\n{SYSTEM_HEADERS}#include <system.h>\n"));
}

#[test]
fn the_header_may_be_read_again_where_others_have_defined_a_word() {
    each_compiler(
        "again",
        "#include <cdef.h>\n#undef __counted_by\n#define __counted_by(n) __attribute__((counted_by(n)))\n\
         #include <cdef.h>\n#include <cdef.h>\nint first(const int *__counted_by(count) from, int count);\n",
    );
}

#[test]
fn the_linux_header_that_defines_a_word_can_come_first_or_last() {
    let word = "int first(const int *__counted_by(count) from, int count);\n";
    each_compiler("linux-after", &format!("#include <linux/stddef.h>\n#include <cdef.h>\n{word}"));
    each_compiler("linux-before", &format!("#include <cdef.h>\n#include <linux/stddef.h>\n{word}"));
}

#[test]
fn each_word_is_one_macro_that_expands_to_nothing() {
    let words = |directive: &str| -> Vec<&str> {
        let lines = HEADER.lines().filter_map(|line| line.strip_prefix('#')?.trim_start().strip_prefix(directive));
        lines.map(|line| line.trim_start().split([' ', '(']).next().unwrap_or_default()).collect()
    };
    let defined = words("define ");
    assert_eq!(words("undef "), defined, "each word is first undefined, in the same order");
    assert_eq!(BTreeSet::from_iter(&defined).len(), defined.len(), "none stands twice");
    for line in HEADER.lines().filter(|line| line.contains("#define") || line.contains("#  define")) {
        let (code, _) = line.split_once("/*").unwrap_or((line, ""));
        let body = code.split_once("define ").map(|(_, rest)| rest.trim()).unwrap_or_default();
        assert!(!body.contains(' ') && (!body.contains('(') || body.ends_with("(...)")), "{line}");
    }
}
