//! All pairs of arithmetic types where a block is lenient, and C's three kinds of characters in both modes.

use std::collections::BTreeSet;

use crate::pairs::{PLACES, TYPES};
use crate::support::{Crate, cargo};

/// What each mode says of two types in one place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    Strict,
    Lenient,
}

impl Mode {
    fn option(self) -> &'static str {
        match self {
            Mode::Strict => "",
            Mode::Lenient => "#![lenient]\n",
        }
    }
}

/// A place, a way to declare a name of a type there, and whether a lenient call converts it.
type Place = (&'static str, fn(&str, &str) -> String, bool);

fn refused_names(compiler: &str, label: &str, mode: Mode, types: &[&str], places: &[Place], expected: Expected<'_>) {
    let name = format!("{label}_{compiler}_{mode:?}").to_lowercase();
    let mut blocks = Crate::new(&name);
    for (index, header_type) in types.iter().enumerate() {
        let (mut header, mut block) = (String::from("#include <stdint.h>\n"), String::new());
        for (place, declare, _) in places {
            for (other, block_type) in types.iter().enumerate() {
                let name = format!("{place}_{other}");
                header.push_str(&format!("{}\n", declare(&name, header_type)));
                block.push_str(&format!("{}\n", declare(&name, block_type)));
            }
        }
        let text = format!("cffi_rt::cdef! {{\n{}#![preamble(r#\"{header}\"#)]\n{block}}}\n", mode.option());
        blocks = blocks.module(&format!("header_{index}"), &text);
    }
    let report = cargo(&name, "check", &[("CC", compiler)], &[blocks]);
    for (index, header_type) in types.iter().enumerate() {
        let messages = report.messages(&name, &format!("header_{index}"));
        let refused: BTreeSet<String> = messages.iter().map(|message| message.at.clone()).collect();
        let wrong = places.iter().flat_map(|(place, _, converts)| {
            let others = (0..types.len()).filter(|other| !expected(mode, *converts, index, *other));
            others.map(move |other| format!("{place}_{other}"))
        });
        let wrong: BTreeSet<String> = wrong.collect();
        assert_eq!(refused, wrong, "{compiler}, {mode:?}: where the header has `{header_type}`");
        assert_eq!(messages.len(), wrong.len(), "{compiler}: one message a mistake");
    }
}

/// Whether a block may have one type where the header has another, by their places in the list.
type Expected<'a> = &'a dyn Fn(Mode, bool, usize, usize) -> bool;

pub(crate) fn calls_convert_numbers(compiler: &str) {
    let places: Vec<Place> =
        PLACES.iter().map(|(place, declare)| (*place, *declare, matches!(*place, "parameter" | "result"))).collect();
    refused_names(compiler, "lenient", Mode::Lenient, TYPES, &places, &|_, converts, header, block| {
        converts || header == block
    });
}

const CHARACTERS: &[&str] = &["char", "signed char", "int8_t", "unsigned char", "uint8_t"];

/// A character's sign is a type's own, even where the sizes agree; a pointer to one is never converted.
pub(crate) fn characters_differ(compiler: &str) {
    let places: &[Place] = &[
        ("parameter", |name, ty| format!("void {name}({ty} a);"), true),
        ("result", |name, ty| format!("{ty} {name}(void);"), true),
        ("pointer", |name, ty| format!("void {name}({ty} *a);"), false),
        ("text", |name, ty| format!("void {name}(const {ty} *a);"), false),
        ("back", |name, ty| format!("{ty} *{name}(void);"), false),
        ("callback", |name, ty| format!("void {name}(void (*f)({ty} a));"), false),
        ("field", |name, ty| format!("struct of_{name} {{ {ty} {name}; }};"), false),
        ("array", |name, ty| format!("struct at_{name} {{ {ty} {name}[4]; }};"), false),
        ("global", |name, ty| format!("extern {ty} {name};"), false),
        ("typedef", |name, ty| format!("typedef {ty} {name};"), false),
    ];
    // `int8_t` is `signed char`, and `uint8_t` is `unsigned char`.
    let kind = |index: usize| [0, 1, 1, 2, 2][index];
    for mode in [Mode::Strict, Mode::Lenient] {
        refused_names(compiler, "characters", mode, CHARACTERS, places, &|mode, converts, header, block| {
            kind(header) == kind(block) || (converts && mode == Mode::Lenient)
        });
    }
}
