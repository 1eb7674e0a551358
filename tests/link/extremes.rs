//! Blocks as deep as they may be, blocks too deep, and huge ones: each ends, in a crate that builds or in an error at
//! the C token.

use std::fmt::Write;
use std::os::unix::process::CommandExt;
use std::process::{Command, Output, Stdio};
use std::sync::mpsc::{RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use serde_json::Value;

use crate::package::Package;

/// What does not end after this long never will.
const HANG: Duration = Duration::from_secs(900);

/// Builds a package, and kills a build that hangs.
fn build(package: &Package) -> Output {
    let cargo = std::env::var_os("CARGO").expect("Cargo runs the tests");
    let mut command = package.command(cargo);
    command.args(["--offline", "build", "--message-format=json", "--keep-going"]).process_group(0);
    let child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("Cargo starts");
    let group = format!("-{}", child.id());
    let (done, finished) = channel::<()>();
    let watchdog = thread::spawn(move || {
        let hangs = finished.recv_timeout(HANG) == Err(RecvTimeoutError::Timeout);
        if hangs {
            Command::new("kill").args(["-KILL", "--", &group]).status().expect("`kill` starts");
        }
        hangs
    });
    let output = child.wait_with_output().expect("Cargo was started");
    drop(done);
    assert!(!watchdog.join().expect("it does not panic"), "the build hangs");
    output
}

/// A crate with each block in a module of its own.
fn package(name: &'static str, blocks: &[(&str, String)]) -> Package {
    let package = Package::new(name);
    let mut root = String::new();
    for (module, block) in blocks {
        writeln!(root, "pub mod {module};").expect("a string takes all");
        package.file(&format!("src/{module}.rs"), block);
    }
    package.file("src/lib.rs", root);
    package
}

/// The block with the same text for its headers.
fn verified(text: &str) -> String {
    format!("cffi_rt::cdef! {{\n#![preamble(r##\"{text}\"##)]\n{text}\n}}\n")
}

fn declared(text: &str) -> String {
    format!("cffi_rt::cdef! {{\n{text}\n}}\n")
}

/// Text that Rust's lexer does not see, so that its own limits don't count.
fn string(text: &str) -> String {
    format!("cffi_rt::cdef!(r##\"{text}\"##);\n")
}

fn each(count: usize, line: impl Fn(usize) -> String) -> String {
    (0..count).map(|number| line(number) + "\n").collect()
}

fn around(open: &str, count: usize, inner: &str, close: &str) -> String {
    format!("{}{inner}{}", open.repeat(count), close.repeat(count))
}

/// `{0}` is the level before, `{1}` the level.
fn levels(first: &str, count: usize, level: &str) -> String {
    let line = |number: usize| level.replace("{0}", &number.to_string()).replace("{1}", &(number + 1).to_string());
    format!("{first}\n{}", each(count - 1, line))
}

fn expect_success(output: &Output) {
    assert_eq!(errors(output), []);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

#[test]
fn blocks_as_deep_as_they_may_be_build() {
    let texts = [
        ("structs", format!("struct s {{ {} }};", around("struct { ", 62, "int a;", "} a;"))),
        ("tagged", levels("struct s0 { int a; };", 64, "struct s{1} { struct s{0} a[1]; int b; };")),
        ("unions", levels("union u0 { int a; };", 64, "union u{1} { union u{0} a, b; char c; };")),
        ("anonymous", format!("struct s {{ {} }};", around("struct { ", 62, "int a;", "};"))),
        ("parameters", format!("void f({});", around("void (*)(int, ", 31, "int", ")"))),
        ("results", format!("void {};", around("(*", 31, "f(void)", ")(void)"))),
        ("typedefs", levels("typedef void (*t0)(void);", 250, "typedef void (*t{1})(t{0}, int);") + "void f(t249);"),
        ("names", levels("typedef int t0;", 3_000, "typedef t{0} t{1};") + "int f(t2999);"),
        ("pointers", format!("int {}f(void);", "*".repeat(120))),
        ("arrays", format!("struct s {{ int a{}; }};", "[1]".repeat(120))),
        ("parentheses", format!("struct s {{ char a[{}]; }};", around("(1 + ", 60, "1", ")"))),
        ("values", levels("enum { E0 = 1,", 1_000, "E{1} = E{0} + 1,") + "};"),
    ];
    let mut blocks: Vec<(String, String)> = Vec::new();
    for (name, text) in &texts {
        blocks.push((format!("{name}_verified"), verified(text)));
        blocks.push((format!("{name}_declared"), declared(text)));
    }
    // Only the compiler tells a size.
    let sizes = format!("struct s {{ char a[{}]; }};", around("sizeof(char[", 6, "2", "])"));
    blocks.push(("sizes".to_owned(), verified(&sizes)));
    let conditions = format!("{}int f(void);\n{}", "#if 1\n".repeat(200), "#endif\n".repeat(200));
    let conditions = format!("#![preamble(\"int f(void);\")]\n{conditions}");
    blocks.push(("conditions".to_owned(), declared(&conditions)));
    let blocks: Vec<(&str, String)> = blocks.iter().map(|(name, block)| (name.as_str(), block.clone())).collect();
    expect_success(&build(&package("extremes-deep", &blocks)));
}

#[test]
fn huge_blocks_build() {
    let functions = each(10_000, |number| format!("int f{number}(int a, const char *b);"));
    let structure = format!("struct s {{\n{}}};", each(3_000, |number| format!("int f{number};")));
    let bitfields =
        format!("struct s {{\n{}}};", each(1_000, |number| format!("unsigned f{number} : {};", number % 31 + 1)));
    let enumeration = format!("enum e {{\n{}}};", each(5_000, |number| format!("E{number},")));
    let constants = each(2_000, |number| format!("#define C{number} {number}"));
    let arrays = "struct a { char a[1 << 20]; }; struct b { struct a a[1 << 10][1 << 5]; int *b[1 << 20]; };";
    let blocks = [
        ("functions", declared(&functions)),
        ("functions_verified", verified(&functions)),
        ("structure", declared(&structure)),
        ("structure_verified", verified(&structure)),
        ("bitfields_verified", verified(&bitfields)),
        ("enumeration", declared(&enumeration)),
        ("enumeration_verified", verified(&enumeration)),
        ("constants_verified", verified(&constants)),
        ("arrays", declared(arrays)),
        ("arrays_verified", verified(arrays)),
    ];
    expect_success(&build(&package("extremes-huge", &blocks)));
}

/// The errors of a build: the module and the text.
fn errors(output: &Output) -> Vec<(String, String)> {
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text.lines().map(|line| serde_json::from_str::<Value>(line).expect("Cargo writes JSON"));
    let messages = messages.filter(|message| message["message"]["level"] == "error");
    messages
        .filter_map(|message| {
            let mut span = message["message"]["spans"].as_array()?.iter().find(|span| span["is_primary"] == true)?;
            while !span["expansion"].is_null() && span["file_name"].as_str().is_none_or(|name| !name.starts_with("src"))
            {
                span = &span["expansion"]["span"];
            }
            let file = span["file_name"].as_str()?.trim_start_matches("src/").trim_end_matches(".rs");
            Some((file.to_owned(), message["message"]["message"].as_str()?.to_owned()))
        })
        .collect()
}

#[test]
fn blocks_too_deep_end_in_an_error_at_the_token() {
    let brackets = "line 1 of the string: more than 64 nested brackets";
    let parts = "line 1 of the string: a type of more than 128 parts";
    let records = levels("struct s0 { int a; };", 10_000, "struct s{1} { struct s{0} a; };");
    let cases = [
        ("structs", format!("struct s {{ {} }};", around("struct { ", 10_000, "int a;", "} a;")), brackets),
        ("parameters", format!("void f({});", around("void (*)(", 10_000, "int", ")")), brackets),
        ("parentheses", format!("struct s {{ char a[{}]; }};", around("(1 + ", 10_000, "1", ")")), brackets),
        ("bodies", format!("int f(void) {{ {} }}", around("{", 10_000, "return 1;", "}")), brackets),
        ("pointers", format!("int {}f(void);", "*".repeat(10_000)), parts),
        ("arrays", format!("struct s {{ int a{}; }};", "[1]".repeat(10_000)), parts),
        (
            "sizes",
            format!("struct s {{ char a[{}]; }};", around("sizeof(char[", 20, "2", "])")),
            "line 1 of the string: more than 6 nested `sizeof`",
        ),
        (
            "typedefs",
            levels("typedef void (*t0)(void);", 1_000, "typedef void (*t{1})(t{0}, t{0});") + "void f(t999);",
            "line 9 of the string: `t8` is a type of more than 1024 parts, counted through typedefs",
        ),
        (
            "records",
            records,
            "line 65 of the string: `struct s64` holds records more than 64 deep; hold a pointer to one",
        ),
    ];
    let blocks: Vec<(&str, String)> = cases.iter().map(|(name, text, _)| (*name, string(text))).collect();
    let output = build(&package("extremes-too-deep", &blocks));
    let errors = errors(&output);
    for (name, _, expected) in cases {
        let found: Vec<&str> = errors.iter().filter(|(file, _)| file == name).map(|(_, text)| text.as_str()).collect();
        assert_eq!(found, [expected], "{name}: {}", String::from_utf8_lossy(&output.stderr));
    }
}
