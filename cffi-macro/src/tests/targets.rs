//! Bitfields of every kind under each compiler and target: where they stand, and what an exact record may leave out.
//!
//! Nothing of a target is ever run: C's side of each value is a constant in the object file.

use std::collections::BTreeMap;

use object::{Object as _, ObjectSection as _, ObjectSymbol as _};

use crate::ask::Asker;
use crate::check;
use crate::diag::Diagnostics;
use crate::facts::{Facts, Place};
use crate::input;
use crate::lower::{self, DataModel, Mode};
use crate::model::{Cdef, Preamble, RecordId};
use crate::options::Tolerance;
use crate::parse;
use crate::tokens::tests::block;
use crate::toolchain::{Compiler, Disk, Folder, Purpose, Target, compile, flags, named};

use records::Record;

#[path = "../../../tests/layout/numbers.rs"]
mod numbers;
#[path = "../../../tests/layout/bitfields.rs"]
#[expect(dead_code, reason = "the tests of behaviour use the rest")]
mod records;

const HOST: &str = "x86_64-unknown-linux-gnu";

/// Compilers with what makes them compile for a target, or lay out bitfields by other rules.
#[rustfmt::skip]
const TARGETS: &[(&str, &[&str])] = &[
    ("gcc", &[]),
    ("clang", &[]),
    ("gcc", &["-mms-bitfields"]),
    ("clang", &["-mms-bitfields"]),
    ("gcc", &["-m32", "-ffreestanding"]),
    ("clang", &["--target=i686-linux-gnu", "-ffreestanding"]),
    ("x86_64-w64-mingw32-gcc", &[]),
    ("x86_64-w64-mingw32-gcc", &["-mno-ms-bitfields"]),
    ("clang", &["--target=x86_64-pc-windows-gnu", "-ffreestanding"]),
    ("clang", &["--target=x86_64-pc-windows-msvc", "-ffreestanding"]),
    ("arm-linux-gnueabihf-gcc", &[]),
    ("clang", &["--target=arm-linux-gnueabihf", "-ffreestanding"]),
    ("aarch64-linux-gnu-gcc", &[]),
    ("clang", &["--target=arm64-apple-macos11", "-ffreestanding"]),
    ("clang", &["--target=x86_64-apple-macos11", "-ffreestanding"]),
    // Big-endian.
    ("clang", &["--target=powerpc64-linux-gnu", "-ffreestanding"]),
    ("clang", &["--target=s390x-linux-gnu", "-ffreestanding"]),
    ("clang", &["--target=mips-linux-gnu", "-ffreestanding"]),
    ("clang", &["--target=armeb-linux-gnueabi", "-ffreestanding"]),
];

/// What a block's probe answers, and what is wrong with the block.
struct Asked {
    object: Vec<u8>,
    cdef: Cdef,
    facts: Facts,
    errors: Vec<String>,
}

fn ask(compiler: &Compiler, folder: &Folder, header: &str, declarations: &str) -> Asked {
    let text = format!("#![preamble(r##\"#include <stdint.h>\n{header}\"##)]\n{declarations}");
    let diag = &mut Diagnostics::default();
    let manifest = folder.path().to_owned();
    let target = Target { triple: HOST, host: HOST, opt_level: "0", debug: false, stubs: &manifest };
    let input = input::read(diag, &block(&text), &Disk { manifest: manifest.clone() });
    let flags = flags(diag, &input.options, &manifest, None, &target);
    let unit = parse::parse(diag, &input.source);
    let mut cdef = lower::lower(diag, &input.source, &unit, Mode::Verified, DataModel::of(HOST));
    cdef.preamble = Preamble { parts: input.preamble.clone(), verified: true };
    let checked = check::check(diag, &cdef);
    assert!(diag.is_empty(), "{diag:?}");
    let mut asker = Asker::new(compiler, &flags, &input.source, Tolerance::Exact);
    let facts = asker.ask(diag, &checked);
    let errors: Vec<String> = std::mem::take(diag).into_errors().into_iter().map(|error| error.message).collect();
    let facts = facts.unwrap_or_else(|| panic!("{compiler:?} {errors:#?}"));
    let compiled = compile(compiler, &flags, Purpose::Probe, &asker.probe).expect("it was compiled before");
    Asked { object: compiled.object, cdef, facts, errors }
}

fn each_target(check: impl Fn(&Compiler, &Folder, &str)) {
    for (name, arguments) in TARGETS {
        let folder = Folder::new("targets");
        check(&named(name, arguments, folder.path()), &folder, &format!("{name} {arguments:?}"));
    }
}

fn records() -> Vec<Record> {
    let mut all = records::chosen();
    assert!(all.len() >= 44);
    all.extend(records::random(100, 0x7a26e7));
    all
}

fn declarations(records: &[Record]) -> String {
    records.iter().fold(records::TYPEDEFS.to_owned(), |text, record| text + &record.declaration())
}

/// The record of a tag.
fn tagged(cdef: &Cdef, tag: &str) -> RecordId {
    let spelled = [format!("struct {tag}"), format!("union {tag}")];
    let mut ids = (0..cdef.records.len()).map(RecordId);
    ids.find(|id| spelled.contains(&crate::cdecl::record(cdef, *id))).expect("the block declares it")
}

/// A leaf's record and index, and where the record starts in the outermost one.
fn leaves(asked: &Asked, id: RecordId, start: u64, found: &mut Vec<(RecordId, usize, u64)>) {
    for (index, field) in asked.cdef.records[id.0].fields().iter().enumerate() {
        match field.member() {
            Some(member) => leaves(asked, member, start + asked.facts.records[&id].fields[index].offset, found),
            None if field.name.is_some() => found.push((id, index, start)),
            None => {}
        }
    }
}

/// The bytes that a setter makes of zeroes.
fn written(asked: &Asked, (id, index, start): (RecordId, usize, u64), value: u64, size: usize) -> Vec<u8> {
    let fact = &asked.facts.records[&id].fields[index];
    let shape = fact.bits.as_ref().and_then(|bits| bits.shape.as_ref()).expect("the field has bits");
    let mut bytes = vec![0_u8; size];
    for part in &shape.moved(0, start).parts {
        let bits = (value >> part.value) & (0xff >> (8 - part.width));
        let byte = &mut bytes[usize::try_from(part.byte).expect("it is small")];
        *byte |= u8::try_from(bits << part.low).expect("they are bits of a byte");
    }
    bytes
}

/// The bytes of all global constants.
fn constants(object: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let file = object::File::parse(object).expect("it is an object file");
    let mut constants = BTreeMap::new();
    for symbol in file.symbols() {
        let Some(section) = symbol.section_index().and_then(|index| file.section_by_index(index).ok()) else {
            continue;
        };
        let name = symbol.name().expect("names are text");
        let data = section.data().expect("the section is whole");
        let at = usize::try_from(symbol.address() - section.address()).expect("it lies in memory");
        // A constant of zeroes may stand where there are no bytes in the file.
        let bytes = data.get(at..).map_or_else(Vec::new, <[u8]>::to_vec);
        constants.insert(name.strip_prefix('_').unwrap_or(name).to_owned(), bytes);
    }
    constants
}

#[test]
fn bitfields_are_written_as_each_target_writes_them() {
    each_target(|compiler, folder, name| {
        let records = records();
        let values: Vec<(String, Vec<(u64, bool)>)> =
            records.iter().enumerate().map(|(seed, record)| record.constants(seed as u64 + 1)).collect();
        let constant_text: String = values.iter().map(|(text, _)| text.as_str()).collect();
        let declared = declarations(&records);
        let asked = ask(compiler, folder, &format!("{declared}{constant_text}"), &declared);
        let by_c = constants(&asked.object);
        let mut compared = 0;
        for (record, (_, values)) in records.iter().zip(&values) {
            let id = tagged(&asked.cdef, record.tag());
            let size = usize::try_from(asked.facts.records[&id].size).expect("it is small");
            let mut fields = Vec::new();
            leaves(&asked, id, 0, &mut fields);
            assert_eq!(fields.len(), values.len());
            for (at, (leaf, (value, is_bitfield))) in fields.into_iter().zip(values).enumerate() {
                if !is_bitfield {
                    continue;
                }
                let constant = &by_c[&format!("{}_{at}", record.tag())];
                let by_c = constant.get(..size).map_or_else(|| vec![0; size], <[u8]>::to_vec);
                let by_us = written(&asked, leaf, *value, size);
                assert_eq!(by_us, by_c, "{name}: field {at} of {}", record.declaration());
                compared += 1;
            }
        }
        assert!(compared > 500, "{compared}");
    });
}

#[test]
fn exact_records_are_accepted_on_each_target() {
    each_target(|compiler, folder, name| {
        let declared = declarations(&records());
        let asked = ask(compiler, folder, &declared, &declared);
        assert_eq!(asked.errors, [""; 0], "{name}");
    });
}

/// Size, alignment, and the places of all fields; None where something worse is wrong.
fn shape(asked: &Asked, tag: &str) -> Option<(u64, u64, Vec<Place>)> {
    let id = tagged(&asked.cdef, tag);
    let fact = asked.facts.records.get(&id)?;
    let mut fields = Vec::new();
    leaves(asked, id, 0, &mut fields);
    let places = fields.iter().map(|(id, index, start)| {
        let fact = &asked.facts.records[id].fields[*index];
        match fact.bits.as_ref().and_then(|bits| bits.shape.as_ref()) {
            Some(shape) => Place::Bit(8 * start + shape.position),
            None => Place::Byte(start + fact.offset),
        }
    });
    Some((fact.size, fact.align, places.collect()))
}

/// What is left out is noticed: a field always, an unnamed bitfield where the compiler lays the rest out differently.
#[test]
fn nothing_is_left_out_of_an_exact_record_on_any_target() {
    each_target(|compiler, folder, name| {
        let records = records();
        let header = declarations(&records);
        let cut = records.iter().enumerate().map(|(index, record)| record.declaration_without(index % 3));
        let cut: Vec<_> = cut.collect();
        let text = records.iter().zip(&cut).fold(records::TYPEDEFS.to_owned(), |text, (record, cut)| {
            text + &cut.as_ref().map_or_else(|| record.declaration(), |(cut, _)| cut.clone())
        });
        let against_header = ask(compiler, folder, &header, &text);
        // What the compiler itself makes of the shorter list.
        let alone = ask(compiler, folder, &text, &text);
        let (mut fields, mut gaps) = (0, 0);
        for (record, cut) in records.iter().zip(&cut) {
            let Some((text, was_field)) = cut else { continue };
            let tag = record.tag();
            let spelled = format!("`struct {tag}`");
            let noticed = against_header.errors.iter().any(|error| error.contains(&spelled));
            let expected = *was_field || shape(&against_header, tag) != shape(&alone, tag);
            assert_eq!(noticed, expected, "{name}: {}{text}{:#?}", record.declaration(), against_header.errors);
            *(if *was_field { &mut fields } else { &mut gaps }) += 1;
        }
        assert!(fields > 90 && gaps > 9, "{fields} {gaps}");
    });
}

/// Errors of a block whose header says what the block says, or something else.
fn errors(compiler: &Compiler, folder: &Folder, header: &str, block: &str) -> Vec<String> {
    ask(compiler, folder, header, block).errors
}

/// The zero width that `first` has and `second` lacks is invisible by Microsoft's rule alone.
#[test]
fn exact_bitfields_are_judged_by_the_rule_that_holds_for_the_record() {
    let first = "{ char a : 3; int : 0; int b : 3; };";
    let second = "{ char a : 3; int b : 3; };";
    let (gcc, microsoft) = ("struct __attribute__((gcc_struct)) s", "struct __attribute__((ms_struct)) s");
    let packed = "struct __attribute__((packed)) s";
    let pragma = |text: &str| format!("#pragma pack(push, 1)\n{text}\n#pragma pack(pop)\n");
    let folder = Folder::new("rules");
    let check = |compiler: &Compiler, header: &str, block: &str, accepted: bool| {
        let errors = errors(compiler, &folder, header, block);
        assert_eq!(errors.is_empty(), accepted, "{compiler:?}: {header} against {block}: {errors:#?}");
        assert!(errors.iter().all(|error| error.contains("`struct s`")), "{errors:#?}");
    };
    for name in ["gcc", "clang"] {
        let plain = named(name, &[], folder.path());
        let ms = named(name, &["-mms-bitfields"], folder.path());
        for keyword in ["struct s", packed, gcc, microsoft] {
            check(&plain, &format!("{keyword} {first}"), &format!("{keyword} {first}"), true);
            check(&ms, &format!("{keyword} {first}"), &format!("{keyword} {first}"), true);
            check(&plain, &pragma(&format!("{keyword} {first}")), &pragma(&format!("{keyword} {first}")), true);
        }
        check(&plain, &pragma(&format!("struct s {first}")), &format!("struct s {first}"), false);
        check(&plain, &format!("struct s {first}"), &format!("struct s {second}"), false);
        check(&plain, &pragma(&format!("struct s {first}")), &pragma(&format!("struct s {second}")), false);
        // By the other rule it would be as declared.
        check(&plain, &format!("{microsoft} {second}"), &format!("struct s {second}"), false);
        // clang knows no `gcc_struct` before its 20th release, and leaves it out.
        if name == "gcc" {
            check(&ms, &format!("{gcc} {second}"), &format!("struct s {second}"), false);
            check(&ms, &format!("{gcc} {first}"), &format!("{gcc} {second}"), false);
        }
        // What is put into the padding is a field all the same.
        for around in ["struct s", packed, microsoft] {
            let header = format!("{around} {{ char a : 3; char hidden : 2; char b : 3; }};");
            check(&plain, &header, &format!("{around} {{ char a : 3; char b : 3; }};"), false);
            let header = format!("{around} {{ char a : 3; int b; char last : 3; char hidden : 2; }};");
            check(&plain, &header, &format!("{around} {{ char a : 3; int b; char last : 3; }};"), false);
        }
    }
}
