//! What calls compile to.

use crate::package::Package;

/// The release assembly of a library, built with a `cfg`.
fn assembly(package: &Package, cfg: &str) -> String {
    let out = package.path(&format!("{cfg}.s"));
    let emit = format!("asm={}", out.display());
    package.cargo(&["rustc", "--release", "--lib", "--", "--cfg", cfg, "--emit", &emit, "-Ccodegen-units=1"]);
    std::fs::read_to_string(out).expect("rustc wrote it")
}

/// The instructions and labels of a function of it.
fn code(assembly: &str, function: &str) -> Vec<String> {
    let lines = assembly.lines().skip_while(|line| *line != format!("calls_{function}:")).skip(1);
    let body = lines.take_while(|line| !line.contains(".cfi_endproc"));
    body.filter(|line| !line.trim_start().starts_with('.') || line.ends_with(':')).map(str::to_owned).collect()
}

#[test]
fn a_direct_call_is_the_machine_code_of_one_written_by_hand() {
    let package = Package::new("machine-code");
    let text = r#"
#[cfg(not(by_hand))]
mod c { cffi_rt::cdef! {
    #include <math.h>
    #include <stdio.h>
    int putchar(int n);
    double ldexp(double x, int n);
} }
#[cfg(by_hand)]
mod c {
    use std::ffi::{c_double, c_int};
    unsafe extern "C" { pub fn putchar(n: c_int) -> c_int; pub fn ldexp(x: c_double, n: c_int) -> c_double; }
}
#[unsafe(no_mangle)]
pub fn calls_putchar(n: i32) -> i32 { unsafe { c::putchar(n) + c::putchar(1) } }
#[unsafe(no_mangle)]
pub fn calls_ldexp(x: f64) -> f64 { unsafe { c::ldexp(x, 3) } }
"#;
    package.file("src/lib.rs", text);
    let (block, by_hand) = (assembly(&package, "by_block"), assembly(&package, "by_hand"));
    for function in ["putchar", "ldexp"] {
        let ours = code(&block, function);
        assert!(ours.iter().any(|line| line.contains(function)), "{ours:?}");
        assert_eq!(ours, code(&by_hand, function));
    }
}

/// zlib's function, whose length is an `unsigned`.
#[test]
#[cfg(target_arch = "x86_64")]
fn a_safe_call_is_a_length_check_and_a_jump() {
    let package = Package::new("safe-machine-code");
    let text = r#"
mod c { cffi_rt::cdef! {
    #![preamble("unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned len);")]
    unsafe extern "C" {
        unsigned long crc32(unsigned long crc, const unsigned char *__counted_by(len) buf, unsigned len);
    }
} }
#[unsafe(no_mangle)]
pub fn calls_crc32(crc: std::ffi::c_ulong, text: &[u8]) -> std::ffi::c_ulong { c::crc32(crc, text) }
"#;
    package.file("src/lib.rs", text);
    let code = code(&assembly(&package, "safe"), "crc32");
    // The cold part, which panics, stands behind a label.
    let hot: Vec<&str> = code.iter().take_while(|line| !line.ends_with(':')).map(|line| line.trim()).collect();
    let names: Vec<&str> = hot.iter().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, ["movq", "shrq", "jne", "jmpq"], "{code:#?}");
    assert!(hot[1].starts_with("shrq\t$32"), "{code:#?}");
    assert!(hot[3].contains("crc32"), "{code:#?}");
}

#[test]
#[cfg(target_arch = "x86_64")]
fn a_call_through_a_table_is_one_load_and_a_jump() {
    let package = Package::new("table-machine-code");
    let text = r#"
mod c { cffi_rt::cdef! {
    #![dlopen(struct Plugin)]
    int plain(int a);
    void counter_free(struct counter *c);
    unsafe extern "C" {
        struct counter cdef_destroy(counter_free);
        int counter_next(struct counter *_Nonnull c);
    }
} }
#[unsafe(no_mangle)]
pub fn calls_plain(plugin: c::Plugin, a: i32) -> i32 { unsafe { plugin.plain(a) } }
#[unsafe(no_mangle)]
pub fn calls_next(plugin: c::Plugin, c: &mut c::counter) -> i32 { plugin.counter_next(c) }
"#;
    package.file("src/lib.rs", text);
    let assembly = assembly(&package, "tables");
    let hot = |function: &str| {
        let code = code(&assembly, function);
        let hot = code.iter().take_while(|line| !line.ends_with(':'));
        let names = hot.filter_map(|line| Some(line.split_whitespace().next()?.to_owned()));
        names.filter(|name| name != "movq" && name != "movl").collect::<Vec<_>>()
    };
    // Of a handle it is also checked that its library is the same.
    assert_eq!(
        (hot("plain"), hot("next")),
        (vec!["jmpq".to_owned()], ["cmpq", "jne", "jmpq"].map(str::to_owned).to_vec())
    );
}
