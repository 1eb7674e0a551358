//! Blocks in which each level doubles what there is to plan: the work must grow with the text alone.

use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use crate::expand::expand_for_tests;
use crate::tokens::Tokens;
use crate::toolchain::Folder;

const HOST: &str = "x86_64-unknown-linux-gnu";

/// What doubles thirty times takes days, what does not a second.
const HANG: Duration = Duration::from_secs(120);

/// The expansion of a block behind C text of its own, if there is any.
fn expand(preamble: &str, text: &str) -> String {
    let (preamble, text) = (preamble.to_owned(), text.to_owned());
    let (done, expansion) = channel();
    // A stack smaller than that of rustc's main thread.
    let expanding = thread::Builder::new().stack_size(4 << 20).spawn(move || {
        let folder = Folder::new("extremes");
        let stubs = folder.path().to_str().expect("the temporary folder is text");
        let text = Literal::string(&text);
        let options = match preamble.as_str() {
            "" => TokenStream::new(),
            _ => quote!(#![preamble(#preamble)]),
        };
        let stream = quote! { [cffi_rt #HOST #HOST "0" "true" #stubs] #options #text };
        let tokens = Tokens::read(stream).expect("the entry is whole");
        done.send(expand_for_tests(&tokens).to_string()).expect("somebody waits");
    });
    expanding.expect("a thread starts");
    expansion.recv_timeout(HANG).expect("the expansion ends")
}

fn errors(expansion: &str) -> Vec<&str> {
    let messages = expansion.split("compile_error ! {").skip(1);
    messages.map(|rest| rest.split('}').next().unwrap_or_default().trim()).collect()
}

/// Expects no error, with the headers and without.
fn expect_both(text: &str) {
    for preamble in ["", text] {
        assert_eq!(errors(&expand(preamble, text)), [""; 0], "{text}");
    }
}

/// A first line, then one a level with its number and that of the level before it.
fn levels(first: &str, count: usize, level: &str) -> String {
    let line = |number: usize| level.replace("{0}", &(number - 1).to_string()).replace("{1}", &number.to_string());
    std::iter::once(first.to_owned() + "\n").chain((1..count).map(|number| line(number) + "\n")).collect()
}

#[test]
fn records_that_hold_records_twice_are_planned_once_each() {
    let records = levels("struct s0 { int a; };", 28, "struct s{1} { struct s{0} a, b; };");
    expect_both(&format!("{records}int f(struct s27 *a);"));
    let unions = levels("union u0 { int a; };", 64, "union u{1} { union u{0} a, b; char c; };");
    expect_both(&format!("{unions}int f(union u63 *a);"));
    let packed = levels(
        "struct s0 { char c; int a; };",
        26,
        "struct __attribute__((packed)) s{1} { struct s{0} a; struct s{0} b[1]; char c; };",
    );
    expect_both(&format!("{packed}int f(struct s25 *a);"));
}

#[test]
fn bitfields_and_partial_records_are_planned_once_each() {
    let header = levels("struct s0 { int a : 3; };", 18, "struct s{1} { struct s{0} a, b; int c : 3; };");
    assert_eq!(errors(&expand(&header, &header)), [""; 0]);
    let header = levels("struct s0 { int a; };", 28, "struct s{1} { struct s{0} a, b; };");
    let block = levels("struct s0 { int a; ...; };", 28, "struct s{1} { struct s{0} b, a; ...; };");
    assert_eq!(errors(&expand(&header, &block)), [""; 0]);
}

#[test]
fn what_is_safe_to_point_to_is_judged_once_each() {
    let records = levels("struct s0 { int a; };", 28, "struct s{1} { struct s{0} a, b; };");
    let block = format!("{records}unsafe extern \"C\" {{ int f(const struct s27 *__single a) cdef_safe; }}");
    let expansion = expand(&format!("{records}int f(const struct s27 *a);"), &block);
    assert_eq!(errors(&expansion), [""; 0]);
    assert!(expansion.contains("& s27"), "{expansion}");
}

#[test]
fn functions_that_take_functions_are_planned_once_each() {
    let parameters = format!("void f({}int{});", "void (*)(int, ".repeat(31), ")".repeat(31));
    let results = format!("void {}f(void){};", "(*".repeat(31), ")(void)".repeat(31));
    expect_both(&format!("{parameters}\n{}", results.replace("f(", "g(")));
    let typedefs = levels("typedef void (*t0)(void);", 300, "typedef void (*t{1})(t{0}, int);");
    let expansion = expand("", &format!("{typedefs}void f(t299);"));
    assert_eq!(
        errors(&expansion),
        ["\"line 257 of the string: `t256` is a type of more than 1024 parts, counted through typedefs\""]
    );
    let typedefs = levels("typedef void (*t0)(void);", 1_000, "typedef void (*t{1})(t{0}, t{0});");
    let expansion = expand("", &format!("{typedefs}void f(t999);"));
    assert_eq!(errors(&expansion).len(), 1);
}

#[test]
fn long_ways_through_typedefs_need_no_stack() {
    let typedefs = levels("typedef int t0;", 10_000, "typedef t{0} t{1};");
    expect_both(&format!("{typedefs}int f(t9999 a, const t9999 *b);"));
}

#[test]
fn records_that_hold_records_too_deep_are_refused_at_the_first() {
    let message = "`struct s64` holds records more than 64 deep; hold a pointer to one";
    for count in [65, 10_000] {
        let records = levels("struct s0 { int a; };", count, "struct s{1} { struct s{0} a; int b; };");
        let expansion = expand("", &format!("{records}int f(struct s{} *a);", count - 1));
        assert_eq!(errors(&expansion), [format!("\"line 65 of the string: {message}\"")]);
    }
    let records = levels("struct s0 { int a; };", 64, "struct s{1} { struct s{0} a; int b; };");
    expect_both(&format!("{records}int f(struct s63 a);"));
}

#[test]
fn anonymous_members_are_named_once_each() {
    let members: String = (0..40_000).map(|number| format!("struct {{ int a{number}; }};\n")).collect();
    assert_eq!(errors(&expand("", &format!("struct s {{ {members} }};"))), [""; 0]);
}
