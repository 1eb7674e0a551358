//! Any text ends in time, without a panic.

use super::{Mode, run_source, source};

const CORPUS: &[&str] = &[
    "#include <x.h>\n#define X ...\n#define Y (1 << 3)\n#if A\n#endif\n",
    "typedef struct s { int a; struct { int b:3; } m[...]; ...; } s, *ps; extern s g; enum e { A, B = 5, C = ..., D, ... };",
    "void (*signal(int, void (*)(int)))(int); int f(int (T), T x, ...) __attribute__((noreturn)) __asm__(\"x\\\"\");",
    "typedef ... t; typedef int... u; typedef ... *v; static const char *const S = \"é\\n\" L\"w\"; extern unsigned __int128 $x;",
    "int f(int a) { return 'x' + \"}\"[0]; } [[a]] struct __attribute__((packed)) p; _Atomic(int *) q; int r[sizeof(int[3])];",
    "#define L 'é' + '\\x41' - 0x1.8p3f * 1e5 / (unsigned char)300 ? ~0 : !1ull && sizeof(t *)\n",
];

#[test]
fn deep_and_long_texts_are_refused() {
    let nested = |open: &str, close: &str, count: usize| {
        format!("extern int x[{}1{}];", open.repeat(count), close.repeat(count))
    };
    for text in [
        nested("(", ")", 100),
        nested("sizeof(int[", "])", 30),
        nested("-", "", 5000),
        nested("(int)", "", 5000),
        nested("1+", "", 5000),
        nested("1?1:", "", 5000),
        format!("extern int {}x;", "*".repeat(10_000)),
        format!("extern int x{};", "[1]".repeat(10_000)),
        format!("extern int x{};", "[1]".repeat(100)),
        format!("extern int x[y{}];", "[1]".repeat(10_000)),
        nested("1+", "", 250),
        nested("-", "", 45),
        nested("(int)", "", 40),
        nested("(", ")", 60),
        nested("sizeof(int[", "])", 6),
        format!("{} {}", "struct {".repeat(1000), "}".repeat(1000)),
        format!("void f{}{};", "(int (*)".repeat(50), ")".repeat(50)),
        format!("extern int {}x{};", "(*".repeat(50), ")".repeat(50)),
        format!("{} int x; {};", "struct {".repeat(20), "} a;".repeat(20)),
    ] {
        let out = run_source(&source(&text), Some(Mode::Verified));
        let head: String = text.chars().take(30).collect();
        assert!(out.len() < 100_000, "{head}");
    }
}

#[test]
fn nothing_panics() {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut random = move |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        usize::try_from(state % below.max(1) as u64).expect("it is below a usize")
    };
    let pieces = [
        "...", "(", ")", "{", "}", "[", "]", ";", ",", "*", "=", "int", "struct", "enum", "typedef", "\"", "'", "\\",
        "\n#", "é", "sizeof", " T ", ":", "0", "\\\n", "/", "extern", "const",
    ];
    for _ in 0..2000 {
        let mut text: Vec<char> =
            CORPUS[random(CORPUS.len())].chars().chain(CORPUS[random(CORPUS.len())].chars()).collect();
        for _ in 0..random(6) {
            let at = random(text.len());
            let piece: Vec<char> = pieces[random(pieces.len())].chars().collect();
            match random(4) {
                0 => text.truncate(at),
                1 => drop(text.drain(at..(at + random(8)).min(text.len()))),
                2 => drop(text.splice(at..at, piece)),
                _ => drop(text.splice(at..(at + 1).min(text.len()), piece)),
            }
        }
        let text: String = text.into_iter().collect();
        run_source(&source(&text), None);
        run_source(&source(&text), Some(Mode::Verified));
    }
}
