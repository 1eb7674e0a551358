//! Random structs are laid out in Rust as gcc and clang lay them out.

// The packages' compilers are shell scripts.
#![cfg(unix)]

use std::process::Command;

use crate::package::{Done, Package};
use crate::structs::Struct;

#[path = "layout/numbers.rs"]
mod numbers;
#[path = "link/package.rs"]
#[expect(dead_code, reason = "the tests of linking use the rest")]
mod package;
#[path = "layout/structs.rs"]
mod structs;
#[path = "layout/values.rs"]
mod values;

const COUNT: usize = 1_000;

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

/// The compilers agree, so that either's table will do.
fn agreed_tables(package: &Package) -> String {
    let table = tables(package, "gcc");
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
