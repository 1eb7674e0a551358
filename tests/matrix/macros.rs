//! Values at the ends of C's integer types, the header's against the block's.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::support::{Crate, cargo};

/// Two spellings of each value.
const VALUES: &[(&str, &str)] = &[
    ("1", "0x1"),
    ("(-1)", "-1"),
    ("2147483648", "0x80000000"),
    ("4294967296", "(1LL << 32)"),
    ("9223372036854775808ULL", "(1ULL << 63)"),
    ("9223372036854775809ULL", "0x8000000000000001"),
    ("(-9223372036854775807LL - 1)", "(-9223372036854775807LL - 1LL)"),
    ("18446744073709551615ULL", "0xffffffffffffffff"),
    ("2147483647", "0x7fffffff"),
    ("(-2147483647 - 1)", "(-2147483648LL)"),
];

/// Types and the first and last value of each.
const TYPES: &[(&str, i128, i128)] = &[
    ("signed char", -128, 127),
    ("unsigned short", 0, 65535),
    ("int", -(1 << 31), (1 << 31) - 1),
    ("unsigned", 0, (1 << 32) - 1),
    ("long long", -(1 << 63), (1 << 63) - 1),
    ("unsigned long long", 0, (1 << 64) - 1),
];

const NUMBERS: &[i128] =
    &[1, -1, 1 << 31, 1 << 32, 1 << 63, (1 << 63) + 1, -(1 << 63), (1 << 64) - 1, (1 << 31) - 1, -(1 << 31)];

pub(crate) fn only_equal_values_agree(compiler: &str) {
    let name = format!("values_{compiler}");
    let (mut header, mut block) = (String::new(), String::new());
    let mut wrong = BTreeSet::new();
    let mut define = |name: String, real: &str, declared: String, right: bool| {
        writeln!(header, "#define {name} {real}").expect("a string grows");
        writeln!(block, "{declared}").expect("a string grows");
        if !right {
            wrong.insert(name);
        }
    };
    for (at, (real, _)) in VALUES.iter().enumerate() {
        for (other, (_, given)) in VALUES.iter().enumerate() {
            let name = format!("MACRO_{at}_{other}");
            define(name.clone(), real, format!("#define {name} {given}"), at == other);
        }
        for (index, (ty, low, high)) in TYPES.iter().enumerate() {
            let name = format!("TYPED_{at}_{index}");
            let right = (*low..=*high).contains(&NUMBERS[at]);
            define(name.clone(), real, format!("static const {ty} {name};"), right);
        }
    }
    let mut then: String = (0..VALUES.len())
        .map(|at| format!("const _: () = assert!(MACRO_{at}_{at} as i128 == {});\n", NUMBERS[at]))
        .collect();
    for (at, number) in NUMBERS.iter().enumerate() {
        for (index, _) in TYPES.iter().enumerate().filter(|(_, (_, low, high))| (*low..=*high).contains(number)) {
            writeln!(then, "const _: () = assert!(TYPED_{at}_{index} as i128 == {number});").expect("a string grows");
        }
    }
    let right: String = block
        .lines()
        .filter(|line| !wrong.iter().any(|name| has_name(line, name)))
        .fold(String::new(), |text, line| text + line + "\n");
    let blocks = Crate::new(&name).block("wrong", &header, &block, "").block("right", &header, &right, &then);
    let report = cargo(&name, "check", &[("CC", compiler)], &[blocks]);
    assert_eq!(report.messages(&name, "right"), [], "{compiler}");
    let messages = report.messages(&name, "wrong");
    let refused: BTreeSet<String> = messages.iter().map(|message| message.at.clone()).collect();
    assert_eq!(refused, wrong, "{compiler}");
    assert_eq!(messages.len(), wrong.len(), "{compiler}: one message a mistake");
    for message in messages {
        for number in message.at.strip_prefix("MACRO_").iter().flat_map(|places| places.split('_')) {
            let value = number.parse::<usize>().ok().and_then(|at| NUMBERS.get(at)).expect("that is its name");
            assert!(message.text.contains(&format!(" {value} (")), "{compiler}: no {value} in: {}", message.text);
        }
    }
}

/// 6,000 enumerators, some of them negative and each value there twice, against a header and without one.
pub(crate) fn thousands_of_enumerators_are_read() {
    let name = "enumerators";
    let body: String = (0..6000).map(|at| format!("E{at} = {},\n", at / 2 - 1000)).collect();
    let body = format!("enum many {{\n{body}}};\n");
    let then = "const _: () = assert!(E0.0 == -1000 && E1.0 == -1000 && E5999.0 == 1999);\n";
    let blocks = Crate::new(name).block("verified", &body, &body, then).block("declared", "", &body, then);
    cargo(name, "check", &[], &[blocks]).expect_silence();
}

fn has_name(line: &str, name: &str) -> bool {
    line.split([' ', ';']).any(|word| word == name)
}
