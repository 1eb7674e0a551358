//! What a verified block refuses: every kind of declaration that differs from its header, with gcc and with clang.
//!
//! The numbers of the modules are those of the holes in Python's CFFI that `cdef!` closes.

#[expect(dead_code, reason = "the other tests use the rest")]
#[path = "support/mod.rs"]
mod support;

#[path = "matrix/accepted.rs"]
mod accepted;
#[path = "matrix/lenient.rs"]
mod lenient;
#[path = "matrix/macros.rs"]
mod macros;
#[path = "matrix/measured.rs"]
mod measured;
#[path = "matrix/pairs.rs"]
mod pairs;
#[path = "matrix/records.rs"]
mod records;
#[path = "matrix/refused.rs"]
mod refused;
#[path = "matrix/syntax.rs"]
mod syntax;
#[path = "matrix/types.rs"]
mod types;

use support::{Crate, Message, Report, cargo};

/// A block that its header contradicts, or that contradicts itself.
pub(crate) struct Refused {
    pub(crate) name: &'static str,
    /// Empty for a block without a header.
    pub(crate) header: &'static str,
    pub(crate) block: &'static str,
    /// The C token that the message points to, and words that it says.
    pub(crate) messages: &'static [(&'static str, &'static [&'static str])],
}

pub(crate) struct Accepted {
    pub(crate) name: &'static str,
    pub(crate) header: &'static str,
    pub(crate) block: &'static str,
    /// Rust in the same module: constants that hold if the block means what it should.
    pub(crate) then: &'static str,
}

fn refused_cases() -> impl Iterator<Item = &'static Refused> {
    [refused::CASES, measured::REFUSED, types::REFUSED, syntax::REFUSED, records::REFUSED].into_iter().flatten()
}

fn accepted_cases() -> impl Iterator<Item = &'static Accepted> {
    [accepted::CASES, types::ACCEPTED, syntax::ACCEPTED, records::ACCEPTED].into_iter().flatten()
}

fn every_wrong_block_is_refused(compiler: &str) {
    let name = format!("refused_{compiler}");
    let mut blocks = Crate::new(&name);
    for case in refused_cases() {
        blocks = blocks.block(case.name, case.header, case.block, "");
    }
    let report = cargo(&name, "check", &[("CC", compiler)], &[blocks]);
    let mut wrong = String::new();
    for case in refused_cases() {
        let messages = report.messages(&name, case.name);
        if !is_expected(case, messages) {
            wrong.push_str(&format!("{}: {:?}\nsaid {messages:#?}\n\n", case.name, case.messages));
        }
    }
    assert!(wrong.is_empty(), "{wrong}{}", rest(&report, &name));
}

/// One message for each mistake, at its token, with its words.
fn is_expected(case: &Refused, messages: &[Message]) -> bool {
    messages.len() == case.messages.len()
        && messages.iter().zip(case.messages).all(|(message, (at, words))| {
            message.level == "error" && message.at == *at && words.iter().all(|word| message.text.contains(word))
        })
}

/// What was said outside of the cases' modules.
fn rest(report: &Report, name: &str) -> String {
    format!("{:#?}", report.messages(name, "lib"))
}

fn every_right_block_is_accepted(compiler: &str) {
    let name = format!("accepted_{compiler}");
    let mut blocks = Crate::new(&name).root("#![deny(warnings)]\n");
    for case in accepted_cases() {
        blocks = blocks.block(case.name, case.header, case.block, case.then);
    }
    cargo(&name, "check", &[("CC", compiler)], &[blocks]).expect_silence();
}

#[test]
fn every_wrong_block_is_refused_with_gcc() {
    every_wrong_block_is_refused("gcc");
}

#[cfg(feature = "tools")]
#[test]
fn every_wrong_block_is_refused_with_clang() {
    every_wrong_block_is_refused("clang");
}

#[test]
fn every_right_block_is_accepted_with_gcc() {
    every_right_block_is_accepted("gcc");
}

#[cfg(feature = "tools")]
#[test]
fn every_right_block_is_accepted_with_clang() {
    every_right_block_is_accepted("clang");
}

#[test]
fn only_equal_arithmetic_types_agree_with_gcc() {
    pairs::only_equal_types_agree("gcc");
}

#[cfg(feature = "tools")]
#[test]
fn only_equal_arithmetic_types_agree_with_clang() {
    pairs::only_equal_types_agree("clang");
}

#[test]
fn only_equal_values_agree_with_gcc() {
    macros::only_equal_values_agree("gcc");
}

#[cfg(feature = "tools")]
#[test]
fn only_equal_values_agree_with_clang() {
    macros::only_equal_values_agree("clang");
}

#[test]
fn thousands_of_enumerators_are_read() {
    macros::thousands_of_enumerators_are_read();
}

#[test]
fn lenient_calls_convert_all_numbers_with_gcc() {
    lenient::calls_convert_numbers("gcc");
}

#[test]
#[cfg(feature = "tools")]
fn lenient_calls_convert_all_numbers_with_clang() {
    lenient::calls_convert_numbers("clang");
}

#[test]
fn characters_of_other_signs_differ_with_gcc() {
    lenient::characters_differ("gcc");
}

#[test]
#[cfg(feature = "tools")]
fn characters_of_other_signs_differ_with_clang() {
    lenient::characters_differ("clang");
}
