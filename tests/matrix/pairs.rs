//! All pairs of arithmetic types, the header's against the block's, wherever a type may stand.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::support::{Crate, cargo};

pub(crate) const TYPES: &[&str] = &[
    "char",
    "signed char",
    "unsigned char",
    "short",
    "unsigned short",
    "int",
    "unsigned",
    "long",
    "unsigned long",
    "long long",
    "unsigned long long",
    "float",
    "double",
    "long double",
    "double _Complex",
    "unsigned __int128",
];

/// A declaration of a name and a type.
pub(crate) type Declare = fn(&str, &str) -> String;

pub(crate) const PLACES: &[(&str, Declare)] = &[
    ("parameter", |name, ty| format!("void {name}({ty} a);")),
    ("result", |name, ty| format!("{ty} {name}(void);")),
    ("field", |name, ty| format!("struct of_{name} {{ {ty} {name}; }};")),
    ("global", |name, ty| format!("extern {ty} {name};")),
    ("typedef", |name, ty| format!("typedef {ty} {name};")),
];

pub(crate) fn only_equal_types_agree(compiler: &str) {
    let name = format!("pairs_{compiler}");
    let mut blocks = Crate::new(&name);
    for (index, header_type) in TYPES.iter().enumerate() {
        let mut header = String::new();
        let mut block = String::new();
        for (place, declare) in PLACES {
            for (other, block_type) in TYPES.iter().enumerate() {
                let name = declared(place, other);
                writeln!(header, "{}", declare(&name, header_type)).expect("a string grows");
                writeln!(block, "{}", declare(&name, block_type)).expect("a string grows");
            }
        }
        blocks = blocks.block(&format!("header_{index}"), &header, &block, "");
    }
    let report = cargo(&name, "check", &[("CC", compiler)], &[blocks]);
    for (index, header_type) in TYPES.iter().enumerate() {
        let messages = report.messages(&name, &format!("header_{index}"));
        let refused: BTreeSet<&str> = messages.iter().map(|message| message.at.as_str()).collect();
        let wrong: Vec<String> = PLACES
            .iter()
            .flat_map(|(place, _)| (0..TYPES.len()).filter(|other| *other != index).map(|other| declared(place, other)))
            .collect();
        let wrong: BTreeSet<&str> = wrong.iter().map(String::as_str).collect();
        assert_eq!(refused, wrong, "{compiler}: where the header has `{header_type}`");
        assert_eq!(
            messages.len(),
            wrong.len(),
            "{compiler}: one message a mistake where the header has `{header_type}`"
        );
        for message in messages {
            let block_type =
                message.at.rsplit('_').next().and_then(|index| index.parse::<usize>().ok()).map(|i| TYPES[i]);
            let words = [last_word(header_type), last_word(block_type.unwrap_or("?"))];
            for word in words {
                assert!(message.text.contains(word), "{compiler}: no `{word}` in: {}", message.text);
            }
        }
    }
}

fn declared(place: &str, block_type: usize) -> String {
    format!("{place}_{block_type}")
}

/// Compilers spell `unsigned long` as `long unsigned int`, but leave no word out.
fn last_word(ty: &str) -> &str {
    ty.rsplit(' ').next().unwrap_or(ty)
}
