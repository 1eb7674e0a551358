//! Valid blocks, cut and garbled: each gives an expansion or errors, and never a panic.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

use proc_macro2::TokenStream;

use crate::check;
use crate::diag::Diagnostics;
use crate::expand;
use crate::input;
use crate::lower::{self, DataModel, Mode};
use crate::model::Preamble;
use crate::parse;
use crate::probe::{self, Lessons};
use crate::tokens::Tokens;
use crate::toolchain::{Disk, Folder};

const HOST: &str = "x86_64-unknown-linux-gnu";

/// Where blocks are found: the tests of behaviour, the examples, and the README.
const SOURCES: &[&str] = &["tests/run", "examples", "README.md"];

fn blocks() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the workspace holds this crate");
    let mut blocks = Vec::new();
    for source in SOURCES {
        let path = root.join(source);
        let mut files = vec![path.clone()];
        if path.is_dir() {
            let entries = fs::read_dir(path).expect("the folder is readable").flatten();
            files = entries.map(|entry| entry.path()).filter(|path| path.is_file()).collect();
            files.sort();
        }
        for file in files {
            let text = fs::read_to_string(file).expect("sources are text");
            blocks.extend(text.split("cdef! {\n").skip(1).filter_map(first_block));
        }
    }
    assert!(blocks.len() > 50, "{} blocks", blocks.len());
    blocks
}

/// The text up to the brace that closes it: the first one before which the text lexes.
fn first_block(rest: &str) -> Option<String> {
    let mut ends = rest.match_indices('}').map(|(end, _)| &rest[..end]);
    ends.find(|text| text.parse::<TokenStream>().is_ok()).map(str::to_owned)
}

/// Marsaglia's xorshift64, so that every run is the same.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 33).expect("31 bits fit") % bound.max(1)
    }

    fn pick<'a>(&mut self, words: &[&'a str]) -> &'a str {
        words[self.below(words.len())]
    }
}

/// Words that stand where nothing good can come of them.
#[rustfmt::skip]
const WORDS: &[&str] = &[
    "...", "{", "}", "(", ")", "[", "]", "*", ";", ",", ":", "=", "#", "\\", "\"", "'", "/*", "//", "\n", "-", "0", "-1",
    "0x", "1e999", "99999999999999999999999999", "18446744073709551615", "struct", "union", "enum", "typedef", "static",
    "extern", "inline", "const", "void", "unsigned long", "long double", "_Complex double", "_Bool", "va_list",
    "__int128", "__attribute__((", "__attribute__((packed))", "__asm__(\"x\")", "_Alignas(64)", "_Static_assert(0, \"\")",
    "sizeof", "return", "[]", "[...]", "[-1]", "[0]", "= ...", "\n#define X ...\n", "\n#include <none.h>\n", "\n#if 1\n",
    "\n#endif\n", "#![link(\"z\")]", "#![flag(3)]", "extern \"C\" {", "unsafe", "use", "self", "crate", "é", "\u{feff}", "\u{0}",
    "<::>", "??=", "/** doc */", "///doc\n", "(*", "(((((((((", "&", "0.5f", "'\\0'", "L\"x\"", "r#\"x\"#",
];

/// Words, numbers, white space and single other characters.
fn split(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let same = |c: char| match first {
            _ if first.is_alphanumeric() || first == '_' => c.is_alphanumeric() || c == '_',
            _ => first.is_whitespace() && c.is_whitespace(),
        };
        let end = rest.char_indices().skip(1).find(|(_, c)| !same(*c)).map_or(rest.len(), |(at, _)| at);
        let (part, after) = rest.split_at(end);
        parts.push(part);
        rest = after;
    }
    parts
}

fn mutate(numbers: &mut Numbers, text: &str) -> String {
    let mut parts = split(text);
    for _ in 0..1 + numbers.below(3) {
        let at = numbers.below(parts.len());
        let other = numbers.below(parts.len());
        match numbers.below(7) {
            _ if parts.is_empty() => {}
            0 => parts.truncate(at),
            1 => drop(parts.drain(..at)),
            2 => drop(parts.remove(at)),
            3 => parts.insert(at, parts[other]),
            4 => parts.swap(at, other),
            5 => parts.insert(at, numbers.pick(WORDS)),
            _ => parts[at] = numbers.pick(WORDS),
        }
    }
    parts.concat()
}

/// The block as tokens, or as a string where Rust's lexer refuses it.
fn tokens(text: &str) -> Option<TokenStream> {
    if let Ok(stream) = text.parse() {
        return Some(stream);
    }
    // Options stand in front of the string.
    let code = text.trim_start().trim_start_matches("#![");
    format!("r####\"{code}\"####").parse().ok()
}

fn entry(stubs: &Path, block: TokenStream) -> TokenStream {
    let head = format!("[cffi_rt {HOST:?} {HOST:?} \"0\" \"false\" {:?}]", stubs.to_string_lossy());
    let mut stream: TokenStream = head.parse().expect("the entry lexes");
    stream.extend(block);
    stream
}

/// The phases before the C compiler.
fn front(stubs: &Path, block: TokenStream) {
    let Ok(tokens) = Tokens::read(entry(stubs, block)) else { return };
    let diag = &mut Diagnostics::default();
    let manifest = Path::new(env!("CARGO_MANIFEST_DIR")).with_file_name("tests");
    let input = input::read(diag, &tokens, &Disk { manifest });
    let unit = parse::parse(diag, &input.source);
    let mode = if unit.verified { Mode::Verified } else { Mode::Declared };
    let mut cdef = lower::lower(diag, &input.source, &unit, mode, DataModel::of(HOST));
    cdef.preamble = Preamble { parts: input.preamble.clone(), verified: unit.verified };
    let checked = check::check(diag, &cdef);
    probe::write(&checked, &Lessons::default());
}

/// Runs all mutations, and reports those that panic.
fn check_all(count: usize, seed: u64, run: impl Fn(TokenStream)) {
    let blocks = blocks();
    let mut numbers = Numbers(seed);
    let mut panicked = Vec::new();
    for index in 0..count {
        let text = mutate(&mut numbers, &blocks[index % blocks.len()]);
        let Some(stream) = tokens(&text) else { continue };
        if catch_unwind(AssertUnwindSafe(|| run(stream))).is_err() {
            panicked.push(text);
        }
    }
    panicked.sort_by_key(String::len);
    panicked.truncate(5);
    assert!(panicked.is_empty(), "these blocks panic: {panicked:#?}");
}

#[test]
fn garbled_blocks_never_panic_before_the_compiler() {
    let folder = Folder::new("mutate-front");
    check_all(10_000, 0xace, |block| front(folder.path(), block));
}

#[test]
fn garbled_blocks_never_panic_on_the_whole_way() {
    let folder = Folder::new("mutate-whole");
    check_all(300, 0xbed, |block| drop(expand::expand(entry(folder.path(), block))));
}

/// Nesting that would exhaust the stack of a careless parser.
#[test]
fn deep_nesting_is_refused() {
    let folder = Folder::new("mutate-deep");
    for depth in [100, 10_000] {
        for (before, open, middle, close, after) in [
            ("int ", "(*", "f", ")", "(void);"),
            ("int ", "(", "f", ")", ";"),
            ("int x[", "(", "1", ")", "];"),
            ("int x[", "-", "1", "", "];"),
            ("int ", "*", "f", "", "(void);"),
            ("int x", "[1]", "", "", ";"),
            ("", "struct { ", "int a;", " a; };", ""),
            ("int f(", "int (", "int", ")", ");"),
            ("#define X ", "(", "1", ")", "\n"),
            ("enum { A = ", "1+", "1", "", " };"),
            ("enum { A = ", "1 ? ", "1", ": 1", " };"),
            ("int f(void) ", "{", "", "}", ""),
        ] {
            let (open, close) = (open.repeat(depth), close.repeat(depth));
            let text = format!("r####\"{before}{open}{middle}{close}{after}\"####");
            front(folder.path(), text.parse().expect("a raw string lexes"));
        }
    }
}
