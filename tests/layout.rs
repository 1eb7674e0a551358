//! Random structs are laid out in Rust as gcc and clang lay them out, their bitfields mean the same, and values of all
//! kinds arrive where they are passed.

// The packages' compilers are shell scripts.
#![cfg(unix)]

use std::process::Command;

use crate::bitfields::{Listing, Record};
use crate::package::{Done, Package};
use crate::structs::Struct;

#[path = "layout/bitfields.rs"]
#[expect(dead_code, reason = "the tests of other targets use the rest")]
mod bitfields;
#[path = "layout/numbers.rs"]
mod numbers;
#[path = "link/package.rs"]
#[expect(dead_code, reason = "the tests of linking use the rest")]
mod package;
#[path = "layout/structs.rs"]
mod structs;
#[path = "layout/types.rs"]
mod types;
#[path = "layout/values.rs"]
mod values;

const COUNT: usize = 1_000;
const BIT_COUNT: usize = 2_000;

/// What a compiler makes of all structs, one number a line.
fn tables(package: &Package, compiler: &str) -> String {
    let program = package.path(compiler);
    let mut compile = package.command(compiler);
    Done::of(&compile.args(["tables.c", "-o"]).arg(&program).output().expect("the compiler is installed"));
    Done::of(&Command::new(program).output().expect("it was built")).stdout
}

/// The same numbers, from a Rust program with the structs in a block.
fn rust_tables(package: &Package, structs: &[Struct], block: &str) -> String {
    let rows: String = structs.iter().map(Struct::rust_row).collect();
    package.file(
        "src/main.rs",
        format!("mod c {{\n    cffi_rt::cdef! {{\n{block}\n    }}\n}}\nuse std::mem::offset_of;\n{}", main(&rows)),
    );
    package.cargo(&["run"]).stdout
}

fn main(rows: &str) -> String {
    format!(
        "const TABLE: &[usize] = &[\n{rows}];\nfn main() {{\n    for number in TABLE {{\n        println!(\"{{number}}\");\n    }}\n}}\n"
    )
}

/// A package with the structs in a header and a C program that prints their tables.
fn package(name: &'static str, structs: &[Struct]) -> Package {
    let package = Package::new(name);
    let header: String = structs.iter().map(Struct::declaration).collect();
    let rows: String = structs.iter().map(Struct::c_row).collect();
    package.file("src/structs.h", format!("#include <stdbool.h>\n{header}"));
    package.file(
        "tables.c",
        format!(
            "#include \"src/structs.h\"\n#include <stddef.h>\n#include <stdio.h>\n\
             static const size_t table[] = {{\n{rows}}};\n\
             int main(void) {{\n    for (size_t i = 0; i < sizeof table / sizeof *table; i++)\n        \
             printf(\"%zu\\n\", table[i]);\n}}\n"
        ),
    );
    package
}

/// The compilers agree, if both are there, so that either's table will do.
fn agreed_tables(package: &Package) -> String {
    let table = tables(package, "gcc");
    #[cfg(feature = "tools")]
    assert_eq!(table, tables(package, "clang"));
    assert!(table.lines().count() > 3 * COUNT);
    table
}

#[test]
fn declared_structs_are_laid_out_as_c_lays_them_out() {
    let structs = structs::random(COUNT, 0x5eed);
    let package = package("layout-declared", &structs);
    let block: String = structs.iter().map(Struct::declaration).collect();
    assert_eq!(rust_tables(&package, &structs, &block), agreed_tables(&package));
}

#[test]
fn exact_structs_pass_the_check_against_their_header() {
    let structs = structs::random(COUNT, 0xc0de);
    let package = package("layout-exact", &structs);
    let declarations: String = structs.iter().map(Struct::declaration).collect();
    let block = format!("#include \"structs.h\"\n{declarations}");
    assert_eq!(rust_tables(&package, &structs, &block), agreed_tables(&package));
}

#[test]
fn partial_structs_have_their_fields_where_the_header_has_them() {
    let structs = structs::random(COUNT, 0xf00d);
    let package = package("layout-partial", &structs);
    let declarations: String = structs.iter().map(Struct::partial_declaration).collect();
    let block = format!("#include \"structs.h\"\n{declarations}");
    assert_eq!(rust_tables(&package, &structs, &block), agreed_tables(&package));
}

/// What the program around the checks is made of.
const BITS: &str = r#"
fn call_put(index: usize, record: *mut u8, values: &[u64]) {
    unsafe { c::put(index as i32, record.cast(), values.as_ptr()) }
}

/// The value that a field of so many bits has after this one was written to it.
fn fit(value: u64, bits: u32, signed: bool) -> u64 {
    match (value << (64 - bits), signed) {
        (value, false) => value >> (64 - bits),
        (value, true) => (value as i64 >> (64 - bits)) as u64,
    }
}

fn check<T: Copy>(index: usize, fields: &[(u32, bool)], read: fn(&T, &[u64]), write: fn(&mut T, &[u64])) {
    let mut state = 0x9e37_79b9_7f4a_7c15_u64 ^ index as u64;
    for background in [0x00_u8, 0xff, 0xa5] {
        let mut values = Vec::new();
        for (bits, signed) in fields {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            values.push(fit(state, *bits, *signed));
        }
        let size = size_of::<T>();
        let mut by_c = core::mem::MaybeUninit::<T>::uninit();
        let mut by_rust = core::mem::MaybeUninit::<T>::uninit();
        let mut found = vec![0_u64; fields.len()];
        unsafe {
            by_c.as_mut_ptr().cast::<u8>().write_bytes(background, size);
            by_rust.as_mut_ptr().cast::<u8>().write_bytes(background, size);
            call_put(index, by_c.as_mut_ptr().cast(), &values);
            c::get(index as i32, by_c.as_ptr().cast(), found.as_mut_ptr());
            read(by_c.assume_init_ref(), &found);
            fill(index, &mut by_rust, &values);
            write(by_rust.assume_init_mut(), written(&values, &found));
            let bytes = |record: *const T| core::slice::from_raw_parts(record.cast::<u8>(), size).to_vec();
            assert_eq!(bytes(by_c.as_ptr()), bytes(by_rust.as_ptr()), "{}", core::any::type_name::<T>());
        }
    }
}
"#;

/// Every bitfield is read and written by both sides.
fn bitfields_agree(name: &'static str, compiler: &str, flags: &[&str], records: &[Record], listing: Listing) {
    let mut package = Package::new(name);
    package.set("CC", compiler);
    let declarations: String = records.iter().map(Record::declaration).collect();
    package.file(
        "src/bits.h",
        format!(
            "#include <stdint.h>\n{}{declarations}typedef unsigned long long u64;\n\
         void put(int index, void *s, const u64 *v);\nvoid keep(int index, void *s, const u64 *v);\n\
         void get(int index, const void *s, u64 *v);\n",
            bitfields::TYPEDEFS
        ),
    );
    let functions: String = records.iter().map(Record::c_functions).collect();
    let table = |prefix: &str| records.iter().map(|record| format!("{prefix}_{}, ", record.tag())).collect::<String>();
    package.file("src/bits.c", format!(
        "#include \"bits.h\"\n{functions}\
         void put(int i, void *s, const u64 *v) {{ static void (*const f[])(void *, const u64 *) = {{ {} }}; f[i](s, v); }}\n\
         void keep(int i, void *s, const u64 *v) {{ static void (*const f[])(void *, const u64 *) = {{ {} }}; f[i](s, v); }}\n\
         void get(int i, const void *s, u64 *v) {{ static void (*const f[])(const void *, u64 *) = {{ {} }}; f[i](s, v); }}\n",
        table("put"), table("keep"), table("get")));
    let listed: String = records
        .iter()
        .map(|record| match listing {
            Listing::All => record.declaration(),
            Listing::Some => record.partial_declaration(),
        })
        .collect();
    let flags: String = flags.iter().map(|flag| format!("#![flag(\"{flag}\")]\n")).collect();
    // What a partial declaration leaves out is C's to write, and must be left alone.
    let (fill, written) = match listing {
        Listing::All => ("keep", "values"),
        // In a union a write of anything but what is there changes what is left out.
        Listing::Some => ("put", "found"),
    };
    let checks: String = records.iter().enumerate().map(|(index, record)| record.rust_check(index, listing)).collect();
    let calls: String = records.iter().map(|record| format!("    check_{}();\n", record.tag())).collect();
    package.file("src/main.rs", format!(
        "#![allow(unused)]\nmod c {{\n    cffi_rt::cdef! {{\n#![source(\"src/bits.c\")]\n{flags}#include \"bits.h\"\n{}{listed}\
         void put(int index, void *s, const unsigned long long *v);\n\
         void keep(int index, void *s, const unsigned long long *v);\n\
         void get(int index, const void *s, unsigned long long *v);\n    }}\n}}\n{BITS}\
         unsafe fn fill<T>(index: usize, record: &mut core::mem::MaybeUninit<T>, values: &[u64]) {{\n    \
         unsafe {{ c::{fill}(index as i32, record.as_mut_ptr().cast(), values.as_ptr()) }}\n}}\n\
         fn written<'a>(values: &'a [u64], found: &'a [u64]) -> &'a [u64] {{ {written} }}\n\
         {checks}fn main() {{\n{calls}    println!(\"{{}}\", {});\n}}\n",
        bitfields::TYPEDEFS, records.len()));
    assert_eq!(package.run(), records.len().to_string());
}

#[test]
fn chosen_bitfields_mean_the_same_to_gcc_and_clang() {
    let records = bitfields::chosen();
    assert!(records.len() >= 44);
    bitfields_agree("bits-chosen-gcc", "gcc", &[], &records, Listing::All);
    #[cfg(feature = "tools")]
    bitfields_agree("bits-chosen-clang", "clang", &[], &records, Listing::All);
}

#[test]
fn random_bitfields_mean_the_same_to_gcc() {
    bitfields_agree("bits-gcc", "gcc", &[], &bitfields::random(BIT_COUNT, 0xb17), Listing::All);
}

#[cfg(feature = "tools")]
#[test]
fn random_bitfields_mean_the_same_to_clang() {
    bitfields_agree("bits-clang", "clang", &[], &bitfields::random(BIT_COUNT, 0xb17), Listing::All);
}

#[test]
fn some_of_the_bitfields_mean_the_same_to_gcc_and_clang() {
    let records = bitfields::random(COUNT / 2, 0xb175);
    bitfields_agree("bits-partial-gcc", "gcc", &[], &records, Listing::Some);
    #[cfg(feature = "tools")]
    bitfields_agree("bits-partial-clang", "clang", &[], &records, Listing::Some);
}
