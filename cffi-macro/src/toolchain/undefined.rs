//! Object files in, the names out that no other of them and no library of C's own has.
//!
//! Only a linker knows what the C library has, so one is asked; what it makes is thrown away.

use std::fs;
use std::process::{Command, Stdio};

use super::Target;
use super::compiler::Compiler;
use super::files::Scratch;

/// A name that is nowhere, and the function that uses it as far as the linker says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Undefined {
    pub(crate) symbol: String,
    pub(crate) user: Option<String>,
}

/// Nothing is known of a target without a linker, where the final link will tell.
pub(crate) fn undefined(target: &Target<'_>, compiler: &Compiler, objects: &[(String, Vec<u8>)]) -> Vec<Undefined> {
    let Ok(scratch) = Scratch::new(&compiler.stubs) else { return Vec::new() };
    let mut command = Command::new(&compiler.program);
    command.args(&compiler.arguments);
    match target.is_apple() {
        true => command.arg("-dynamiclib"),
        false => command.args(["-shared", "-Wl,--no-undefined"]),
    };
    command.arg("-o").arg(scratch.join("linked"));
    for (name, object) in objects {
        let path = scratch.join(name);
        if fs::write(&path, object).is_err() {
            return Vec::new();
        }
        command.arg(path);
    }
    command.args(["-lm", "-lpthread"]).env("LC_ALL", "C").stdin(Stdio::null());
    let Ok(output) = command.output() else { return Vec::new() };
    if output.status.success() { Vec::new() } else { read(&String::from_utf8_lossy(&output.stderr)) }
}

/// What the linkers of GNU, LLVM and Apple print.
fn read(messages: &str) -> Vec<Undefined> {
    let mut found: Vec<Undefined> = Vec::new();
    let mut user = None;
    for line in messages.lines() {
        let quoted = |start: &str| {
            let (_, rest) = line.split_once(start)?;
            Some(rest.split(['\'', '`', '"']).find(|part| !part.is_empty())?.to_owned())
        };
        let symbol = if let Some(function) = quoted("in function ") {
            user = Some(function.trim_end_matches(':').to_owned());
            None
        } else if let Some(symbol) = quoted("undefined reference to ") {
            Some(symbol)
        } else if let Some((_, symbol)) = line.split_once("undefined symbol: ") {
            user = None;
            Some(symbol.trim().to_owned())
        } else if line.ends_with(", referenced from:") {
            user = None;
            quoted("\"_")
        } else {
            let by = line.rsplit_once('(').map(|(_, by)| by.trim_end_matches(')').to_owned());
            if let (Some(last), Some(by), true) = (found.last_mut(), by, line.trim_start().starts_with(">>>")) {
                last.user.get_or_insert(by);
            }
            None
        };
        if let Some(symbol) = symbol
            && found.iter().all(|known| known.symbol != symbol)
        {
            found.push(Undefined { symbol, user: user.clone() });
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(messages: &str, expected: &[(&str, Option<&str>)]) {
        let found = read(messages);
        let found: Vec<_> = found.iter().map(|found| (found.symbol.as_str(), found.user.as_deref())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn linkers_say_it_in_three_ways() {
        check(
            "/usr/bin/ld: /tmp/s.o: in function `cffi_0_f_a':\ns.c:(.text+0x1): undefined reference to `b'\n\
             /usr/bin/ld: s.c:(.text+0x2): undefined reference to `c'\ncollect2: error: ld returned 1 exit status\n",
            &[("b", Some("cffi_0_f_a")), ("c", Some("cffi_0_f_a"))],
        );
        check(
            "ld.lld: error: undefined symbol: b\n>>> referenced by s.c\n>>>               /tmp/s.o:(cffi_0_f_a)\n",
            &[("b", Some("cffi_0_f_a"))],
        );
        check(
            "Undefined symbols for architecture arm64:\n  \"_b\", referenced from:\n      _f in s.o\n",
            &[("b", None)],
        );
        check("ld: cannot find crti.o\n", &[]);
    }
}
