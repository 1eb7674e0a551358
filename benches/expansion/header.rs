//! Blocks to measure: what a header of the system declares, and made-up ones of any size.

use std::collections::BTreeSet;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::project::run;

pub(crate) struct Block {
    pub(crate) name: String,
    /// The lines up to the last `#include`.
    pub(crate) preamble: String,
    pub(crate) declarations: Vec<String>,
}

impl Block {
    /// All plain functions and integer macros that the header itself declares, without those of its own includes.
    pub(crate) fn of_header(name: &str) -> io::Result<Block> {
        let preamble = format!("#include <{name}>\n");
        let source = Path::new(env!("CARGO_TARGET_TMPDIR")).join("header.c");
        fs::write(&source, &preamble)?;
        let compiler = std::env::var_os("CC").unwrap_or_else(|| "cc".into());
        let (text, _) = run(Command::new(compiler).args(["-E", "-dD"]).arg(&source))?;
        let mut declarations = Vec::new();
        let mut rest = String::new();
        for line in own_lines(&text, name) {
            match line.strip_prefix("#define ") {
                Some(definition) => declarations.extend(constant(definition)),
                None if line.starts_with('#') => {}
                None => {
                    rest.push_str(line);
                    rest.push('\n');
                }
            }
        }
        declarations.extend(statements(&rest).iter().filter_map(|statement| function(statement)));
        // A macro or function may be declared more than once.
        let mut seen = BTreeSet::new();
        declarations.retain(|declaration| seen.insert(declaration.clone()));
        Ok(Block { name: name.to_owned(), preamble, declarations })
    }

    /// Functions, structs and constants, in the mix 60 to 20 to 20, of a header that is written for them.
    pub(crate) fn synthetic(size: usize, folder: &Path) -> io::Result<Block> {
        let mut header = String::new();
        let mut declarations = Vec::new();
        for index in 0..size {
            let (text, declaration) = match index % 5 {
                0 => (format!("#define CONSTANT_{index} {index}\n"), format!("#define CONSTANT_{index} ...")),
                1 => {
                    let record = format!("struct record_{index} {{ int first; const char *second; long third[4]; }};");
                    (record.clone() + "\n", record)
                }
                _ => {
                    let prototype = format!("int function_{index}(const char *name, unsigned long size, void *data);");
                    (prototype.clone() + "\n", prototype)
                }
            };
            header.push_str(&text);
            declarations.push(declaration);
        }
        let path = folder.join(format!("synthetic_{size}.h"));
        fs::write(&path, header)?;
        // Beside the source file, and named in full for those who read it from elsewhere.
        let preamble = format!("#include {path:?}\n");
        Ok(Block { name: format!("synthetic, {size}"), preamble, declarations })
    }

    /// The block's text, in a form that no cache has met.
    pub(crate) fn unseen(&self) -> String {
        static RUN: AtomicUsize = AtomicUsize::new(0);
        let run = RUN.fetch_add(1, Ordering::Relaxed);
        let process = std::process::id();
        format!("#![define(UNSEEN = \"{process}{run:04}\")]\n{}{}", self.preamble, self.declarations.join("\n"))
    }
}

/// The lines that stand in the header, by the line markers of the preprocessor.
fn own_lines<'a>(text: &'a str, name: &str) -> Vec<&'a str> {
    let ending = format!("/{name}\"");
    let mut own = false;
    let mut lines = Vec::new();
    for line in text.lines() {
        match line.strip_prefix("# ") {
            Some(marker) => {
                own = marker.split_inclusive('"').take(2).collect::<String>().ends_with(&ending);
            }
            None if own => lines.push(line),
            None => {}
        }
    }
    lines
}

/// `#define NAME ...` for a macro that is a plain number.
fn constant(definition: &str) -> Option<String> {
    let (name, value) = definition.split_once(' ')?;
    let digits = value.trim().trim_start_matches('-').trim_end_matches(['L', 'U']);
    let hexadecimal = digits.strip_prefix("0x").unwrap_or(digits);
    let is_number = !hexadecimal.is_empty() && hexadecimal.bytes().all(|byte| byte.is_ascii_hexdigit());
    let is_object_like = !name.contains('(');
    (is_object_like && is_number && digits.starts_with(|first: char| first.is_ascii_digit()))
        .then(|| format!("#define {name} ..."))
}

/// The text between top-level semicolons and bodies.
fn statements(text: &str) -> Vec<String> {
    let (mut depth, mut all, mut current) = (0, Vec::new(), String::new());
    for character in text.chars() {
        current.push(character);
        match character {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        let ends = character == ';' || (character == '}' && !current.trim_start().starts_with("typedef"));
        if depth == 0 && ends {
            all.push(std::mem::take(&mut current));
        }
    }
    all
}

/// A function with plain parameters, as a declaration of the block.
fn function(statement: &str) -> Option<String> {
    let text = statement.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.strip_prefix("extern ").unwrap_or(&text);
    let is_plain = text.matches('(').count() == 1
        && text.ends_with(");")
        && !text.contains(['{', '[', '=', '#'])
        && !["typedef ", "static ", "__attribute__", "__extension__", "va_list"].iter().any(|word| text.contains(word));
    is_plain.then(|| text.to_owned())
}
