//! The compiler's and the block's arguments in, those for one compilation out.

use std::path::Path;

use super::cache::key;
use super::compiler::{Compiler, Family};
use super::flags::Flags;

/// For a text of ours whose object file is read and thrown away.
pub(super) fn probe(compiler: &Compiler, flags: &Flags) -> Vec<String> {
    let mut arguments = kept(&compiler.arguments, Use::Probe);
    arguments.extend(kept(&flags.arguments, Use::Probe));
    push(&mut arguments, PROBE);
    push(&mut arguments, OURS);
    push(&mut arguments, strict(compiler.family));
    arguments
}

/// For a text of ours, in the folder `scratch`, that ends in the program.
pub(super) fn stubs(compiler: &Compiler, flags: &Flags, scratch: &Path, text: &str) -> Vec<String> {
    let mut arguments = program(compiler, flags);
    push(&mut arguments, OURS);
    push(&mut arguments, strict(compiler.family));
    // The same text gives the same object, wherever it is built.
    for folder in [flags.manifest.as_path(), scratch] {
        arguments.push(format!("-ffile-prefix-map={}=.", folder.display()));
    }
    if compiler.family == Family::Gnu {
        arguments.push(format!("-frandom-seed={}", key(&[text.as_bytes()])));
    }
    arguments
}

/// For C of the user's that ends in the program.
pub(super) fn program(compiler: &Compiler, flags: &Flags) -> Vec<String> {
    let mut arguments = Vec::new();
    // In front, so that a `-g0` of the user's counts.
    if compiler.debug {
        push(&mut arguments, &["-g"]);
    }
    arguments.extend(kept(&compiler.arguments, Use::Program));
    arguments.extend(kept(&flags.arguments, Use::Program));
    arguments
}

const PROBE: &[&str] = &["-O0", "-g0", "-fno-sanitize=all", "-fno-function-sections", "-fno-data-sections"];

/// For text that we wrote: its warnings are not the user's.
const OURS: &[&str] = &["-Wno-error", "-Wno-pedantic"];

/// Mistakes that C compilers only warn of by default.
///
/// gcc fails on names that it doesn't know, so that the lists differ. `-w` would turn them off.
fn strict(family: Family) -> &'static [&'static str] {
    match family {
        Family::Gnu => &[
            "-Werror=implicit-function-declaration",
            "-Werror=implicit-int",
            "-Werror=incompatible-pointer-types",
            "-Werror=int-conversion",
            "-Werror=discarded-qualifiers",
        ],
        Family::Clang => &[
            "-Werror=implicit-function-declaration",
            "-Werror=implicit-int",
            "-Werror=incompatible-pointer-types",
            "-Werror=int-conversion",
            "-Werror=incompatible-pointer-types-discards-qualifiers",
        ],
    }
}

/// All errors, in a form that is easy to read.
pub(super) fn reporting(family: Family) -> &'static [&'static str] {
    match family {
        Family::Gnu => &["-fdiagnostics-color=never", "-fno-diagnostics-show-caret", "-fmax-errors=0"],
        Family::Clang => {
            &["-fdiagnostics-color=never", "-fno-caret-diagnostics", "-ferror-limit=0", "-fmacro-backtrace-limit=0"]
        }
    }
}

fn push(arguments: &mut Vec<String>, more: &[&str]) {
    arguments.extend(more.iter().map(|&argument| argument.to_owned()));
}

/// Whom the arguments are for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    /// The probe, whose warnings are our questions' business alone.
    Probe,
    /// Code that ends in the program.
    Program,
}

/// The arguments without those that change what is made of a text, where it goes, or how errors are printed.
///
/// Warnings go from the probe: an error that a user makes of one would be about our text.
fn kept(arguments: &[String], purpose: Use) -> Vec<String> {
    const WITH_VALUE: [&str; 6] = ["-o", "-x", "-MF", "-MT", "-MQ", "-MJ"];
    const DROPPED: [&str; 13] = [
        "-E",
        "-S",
        "-c",
        "-w",
        "-fsyntax-only",
        "--coverage",
        "-coverage",
        "-fprofile-arcs",
        "-ftest-coverage",
        "-gsplit-dwarf",
        "-emit-llvm",
        "-fcolor-diagnostics",
        "-fansi-escape-codes",
    ];
    const PREFIXES: [&str; 8] =
        ["-M", "-x", "-fdiagnostics", "-fmessage-length", "-fdump-", "-save-temps", "--save-temps", "-ftime-trace"];
    let mut kept = Vec::new();
    let mut all = arguments.iter();
    while let Some(argument) = all.next() {
        let argument = argument.as_str();
        if WITH_VALUE.contains(&argument) {
            all.next();
            continue;
        }
        let of_warnings = argument.starts_with("-pedantic")
            || (argument.starts_with("-W") && !argument.starts_with("-Wa,") && !argument.starts_with("-Wp,"));
        let writes_dependencies = argument.starts_with("-Wp,-M");
        let dropped = DROPPED.contains(&argument)
            || PREFIXES.iter().any(|prefix| argument.starts_with(prefix))
            || writes_dependencies
            || (of_warnings && purpose == Use::Probe);
        if !dropped {
            kept.push(argument.to_owned());
        }
    }
    kept
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arguments_that_redirect_the_compilation_are_dropped() {
        let line = "-O2 -x c++ -o a.o -MMD -MF a.d -E -S --coverage -gsplit-dwarf -save-temps=obj -xc \
                    -fdiagnostics-format=json -Wall -Werror=cpp -pedantic-errors -Wa,-n -Wp,-MD,a.d -Wp,-DX -march=native";
        assert_eq!(kept(&words(line), Use::Probe), words("-O2 -Wa,-n -Wp,-DX -march=native"));
        let program = words("-O2 -Wall -Werror=cpp -pedantic-errors -Wa,-n -Wp,-DX -march=native");
        assert_eq!(kept(&words(line), Use::Program), program);
    }

    fn words(line: &str) -> Vec<String> {
        line.split_whitespace().map(String::from).collect()
    }
}
