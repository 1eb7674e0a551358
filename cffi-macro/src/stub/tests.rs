use std::fs;
use std::process::Command;

use expect_test::{Expect, expect};

use crate::facts::FunctionFact;
use crate::model::*;
use crate::plan::fixture::sample::sample;
use crate::plan::fixture::*;

use super::write;

fn check(block: &Fixture, expected: &Expect) {
    expected.assert_eq(&write(&block.plan()).unwrap_or_default());
}

#[test]
fn a_block_of_plain_functions_needs_no_file() {
    let mut block = Fixture::verified("#include <stdlib.h>");
    let external = FunctionFact::External("abs".to_owned());
    block.function("abs", signature(int(), vec![int()]), Some(external));
    check(&block, &expect![[""]]);
}

#[test]
fn values_go_by_pointer_and_results_through_the_first_parameter() {
    let mut block = Fixture::verified("#include \"p.h\"");
    let part = block.structure("p", Body::Partial(vec![field("a", int())]));
    block.measure(8, 4, &[(0, 4, 4)]);
    let passing = signature(part.clone(), vec![part, known("size_t")]);
    block.function("f", passing, Some(FunctionFact::External("f".to_owned())));
    check(
        &block,
        &expect![[r##"
            #line 1 "cdef!p0"
            #include "p.h"
            #line 1 "cdef!known"
            #include <stddef.h>
            #line 1 "cdef!stubs"
            #pragma GCC diagnostic ignored "-Wdeprecated-declarations"
            #line 1 "cdef!f0"
            __attribute__((visibility("hidden"))) void cffi_0a1b_f_f(struct p *cffi_out, const struct p *cffi_a0, size_t cffi_a1);
            void cffi_0a1b_f_f(struct p *cffi_out, const struct p *cffi_a0, size_t cffi_a1) { struct p cffi_result = f(*cffi_a0, cffi_a1); __builtin_memcpy(cffi_out, &cffi_result, sizeof cffi_result); }
        "##]],
    );
}

#[test]
fn a_function_that_must_not_return_stops_the_program() {
    let mut block = Fixture::verified("");
    let external = FunctionFact::External("die".to_owned());
    block.function("die", signature(int(), Vec::new()), Some(external)).noreturn = true;
    check(
        &block,
        &expect![[r##"
            #line 1 "cdef!p0"

            #line 1 "cdef!known"
            #line 1 "cdef!stubs"
            #pragma GCC diagnostic ignored "-Wdeprecated-declarations"
            #line 1 "cdef!f0"
            __attribute__((visibility("hidden"))) void cffi_0a1b_f_die(void);
            void cffi_0a1b_f_die(void) { (void)die(); __builtin_trap(); }
        "##]],
    );
}

#[test]
fn definitions_keep_their_lines_and_get_our_symbols() {
    let mut block = Fixture::verified("#define TWO 2");
    block.define("own", signature(int(), Vec::new()), "int own(void)\n{ return local(); }");
    block.define("local", signature(int(), Vec::new()), "static int local(void) { return TWO; }");
    check(
        &block,
        &expect![[r##"
            #line 1 "cdef!p0"
            #define TWO 2
            #line 1 "cdef!known"
            #line 1 "cdef!stubs"
            #define CFFI_TEXT(x) #x
            #define CFFI_EXPANDED(x) CFFI_TEXT(x)
            __attribute__((visibility("hidden"))) int own(void) __asm__(CFFI_EXPANDED(__USER_LABEL_PREFIX__) "cffi_0a1b_b_own");
            static int local(void);
            #line 1 "cdef!b0"
            int own(void)
            { return local(); }
            #line 1 "cdef!b1"
            static int local(void) { return TWO; }
            #pragma GCC diagnostic ignored "-Wdeprecated-declarations"
            #line 1 "cdef!f1"
            __attribute__((visibility("hidden"))) int cffi_0a1b_f_local(void);
            int cffi_0a1b_f_local(void) { return local(); }
        "##]],
    );
}

const COMPILERS: &[&str] = &[
    "gcc",
    #[cfg(feature = "tools")]
    "clang",
];

#[test]
fn compiles_without_a_warning() {
    let text = write(&sample().plan()).expect("the sample has stubs");
    let folder = std::env::temp_dir().join(format!("cffi-stub-{}", std::process::id()));
    fs::create_dir_all(&folder).expect("the temporary folder can be written");
    let source = folder.join("stub.c");
    fs::write(&source, text).expect("the temporary folder can be written");
    for compiler in COMPILERS {
        for standard in ["-std=c11", "-std=gnu17"] {
            let output = Command::new(compiler)
                .args(["-Wall", "-Wextra", "-Wmissing-prototypes", "-Werror", "-c", standard])
                .arg(&source)
                .arg("-o")
                .arg(folder.join("stub.o"))
                .output()
                .expect("the compiler can be run");
            let messages = String::from_utf8_lossy(&output.stderr);
            assert!(output.status.success(), "{compiler} {standard}: {messages}");
        }
    }
    fs::remove_dir_all(&folder).expect("the temporary folder can be removed");
}
