//! C text in, an object file with the headers that it read, or the compiler's errors, out.

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use super::arguments::{self, reporting};
use super::compiler::Compiler;
use super::files::{Scratch, reason};
use super::flags::{Flags, searched};
use super::messages::{Message, parse, warnings};

/// What a text is compiled for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Purpose {
    /// Its object file is read and thrown away.
    Probe,
    /// Its object file is linked into the program.
    Stubs,
    /// What the preprocessor leaves of it is read.
    Conditions,
}

#[derive(Clone, Debug)]
pub(crate) struct Compiled {
    /// Or text, where only the preprocessor was asked.
    pub(crate) object: Vec<u8>,
    /// All headers that were read, as absolute paths.
    pub(crate) headers: Vec<PathBuf>,
    /// What the compiler says of our own text.
    pub(crate) warnings: Vec<Message>,
}

#[derive(Clone, Debug)]
pub(crate) enum Failure {
    /// The C is wrong; at least one.
    Messages(Vec<Message>),
    /// The compiler could not do its work; the text says why.
    Io(String),
}

/// Compiles a text that we wrote.
pub(crate) fn compile(compiler: &Compiler, flags: &Flags, purpose: Purpose, text: &str) -> Result<Compiled, Failure> {
    let scratch = scratch(compiler)?;
    // A folder of its own: a file's folder is searched first for quoted headers, and its name stays in
    // the object.
    let source = scratch.join("cdef.c");
    fs::write(&source, text).map_err(|error| unwritable(compiler, &error))?;
    let arguments = match purpose {
        Purpose::Probe | Purpose::Conditions => arguments::probe(compiler, flags),
        Purpose::Stubs => arguments::stubs(compiler, flags, scratch.path(), text),
    };
    let step = match purpose {
        Purpose::Probe | Purpose::Stubs => "-c",
        Purpose::Conditions => "-E",
    };
    run(compiler, flags, &scratch, arguments, step, &source)
}

/// Compiles a C file of the crate; errors name it as it was given.
pub(crate) fn compile_file(compiler: &Compiler, flags: &Flags, path: &Path) -> Result<Compiled, Failure> {
    let scratch = scratch(compiler)?;
    let arguments = arguments::program(compiler, flags);
    // `__FILE__` then doesn't tell where the crate was built.
    let path = path.strip_prefix(&flags.manifest).unwrap_or(path);
    run(compiler, flags, &scratch, arguments, "-c", path)
}

/// The folders that a compilation searches for headers, besides the compiler's own.
pub(crate) fn include_folders(compiler: &Compiler, flags: &Flags) -> Vec<PathBuf> {
    let all: Vec<String> = compiler.arguments.iter().chain(&flags.arguments).cloned().collect();
    searched(&all, &flags.manifest)
}

fn scratch(compiler: &Compiler) -> Result<Scratch, Failure> {
    Scratch::new(&compiler.stubs).map_err(|error| unwritable(compiler, &error))
}

fn unwritable(compiler: &Compiler, error: &io::Error) -> Failure {
    Failure::Io(format!(
        "the folder `{}` for the C compiler's files can't be written: {}; it belongs to the build output of \
         `cffi-rt`: make it writable, or run `cargo clean` and build again",
        compiler.stubs.display(),
        reason(error)
    ))
}

fn run(
    compiler: &Compiler,
    flags: &Flags,
    scratch: &Scratch,
    arguments: Vec<String>,
    step: &str,
    source: &Path,
) -> Result<Compiled, Failure> {
    let object = scratch.join("cdef.o");
    let headers = scratch.join("cdef.d");
    let mut command = Command::new(&compiler.program);
    command
        .args(arguments)
        // Objects for the link-time optimisation of a C compiler are opaque to rustc's linker and to us.
        .arg("-fno-lto")
        .args(reporting(compiler.family))
        // `cffi-rt` puts `cdef.h` there; folders of the user's are searched first.
        .arg("-idirafter")
        .arg(compiler.stubs.join("include"))
        .args(["-MD", "-MT", TARGET, "-MF"])
        .arg(&headers)
        .args(["-x", "c", step, "-o"])
        .arg(&object)
        .arg(source)
        // Relative paths in `CFLAGS` are meant from here, and those of `-MD` are.
        .current_dir(&flags.manifest)
        .envs(compiler.environment.iter().map(|(name, value)| (name, value)))
        .env("LC_ALL", "C")
        // Each makes the compiler write another file, or other lines.
        .env_remove("DEPENDENCIES_OUTPUT")
        .env_remove("SUNPRO_DEPENDENCIES")
        .env_remove("GCC_EXTRA_DIAGNOSTIC_OUTPUT")
        .stdin(Stdio::null());
    let output = command.output().map_err(|error| {
        let program = compiler.program.display();
        Failure::Io(format!("the C compiler `{program}` can't be run: {}", reason(&error)))
    })?;
    if !output.status.success() {
        return Err(failure(compiler, &output));
    }
    let lost = |error: io::Error| {
        let program = compiler.program.display();
        Failure::Io(format!("the C compiler `{program}` left no result: {}", reason(&error)))
    };
    let rule = fs::read(&headers).map_err(lost)?;
    let headers = dependencies(&String::from_utf8_lossy(&rule))
        .into_iter()
        .map(|path| flags.manifest.join(path))
        .filter(|path| path != source)
        .collect();
    let warnings = warnings(&String::from_utf8_lossy(&output.stderr));
    Ok(Compiled { object: fs::read(&object).map_err(lost)?, headers, warnings })
}

/// Of an output without errors in our sense, this much is shown.
const LINES: usize = 8;

fn failure(compiler: &Compiler, output: &Output) -> Failure {
    let text = String::from_utf8_lossy(&output.stderr);
    let messages = parse(&text);
    if !messages.is_empty() {
        return Failure::Messages(messages);
    }
    let said: Vec<&str> = text.lines().filter(|line| !line.trim().is_empty()).take(LINES).collect();
    Failure::Io(format!(
        "the C compiler `{}` failed ({}): {}",
        compiler.program.display(),
        output.status,
        said.join("\n")
    ))
}

const TARGET: &str = "cdef";

/// The prerequisites of a make rule.
fn dependencies(rule: &str) -> Vec<String> {
    let rule = rule.strip_prefix(TARGET).unwrap_or(rule);
    let mut paths = Vec::new();
    let mut path = String::new();
    let mut characters = rule.strip_prefix(':').unwrap_or(rule).chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            // Other backslashes are Windows's.
            ('\\', Some('\n' | '\r')) => {}
            ('\\', Some(' ' | '#')) => path.extend(characters.next()),
            ('$', Some('$')) => path.extend(characters.next()),
            (character, _) if character.is_whitespace() => {
                if !path.is_empty() {
                    paths.push(std::mem::take(&mut path));
                }
            }
            (character, _) => path.push(character),
        }
    }
    if !path.is_empty() {
        paths.push(path);
    }
    paths
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use crate::diag::Diagnostics;
    use crate::options::Options;
    use crate::toolchain::compiler::Family;
    use crate::toolchain::compiler::tests::{HOST, compilers, target};
    use crate::toolchain::files::tests::Folder;

    pub(crate) fn flags_in(manifest: &Path) -> Flags {
        let target = target(HOST, manifest);
        let mut diag = Diagnostics::default();
        let options = Options::default();
        crate::toolchain::flags(&mut diag, &options, manifest, Some(&manifest.join("src")), &target)
    }

    pub(crate) fn object(compiler: &Compiler, flags: &Flags, text: &str) -> Vec<u8> {
        compile(compiler, flags, Purpose::Stubs, text).expect("the text is right").object
    }

    fn messages(compiler: &Compiler, flags: &Flags, text: &str) -> Vec<Message> {
        match compile(compiler, flags, Purpose::Probe, text) {
            Err(Failure::Messages(messages)) => messages,
            other => panic!("{other:?}"),
        }
    }

    /// Line, place and notes of each error.
    fn owners(messages: &[Message]) -> Vec<(u32, Vec<&str>)> {
        messages
            .iter()
            .map(|message| {
                let owner = message.owner().expect("each error is the block's");
                let notes = message.notes.iter().map(|(place, _)| place.file.as_str());
                (owner.line, notes.filter(|file| file.ends_with(".h")).collect())
            })
            .collect()
    }

    #[test]
    fn all_errors_come_at_once_with_their_owners() {
        let folder = Folder::new("compile-errors");
        folder.write("src/a.h", "int plain(int);\n#define MAC(a) ((a)->none)\nstruct s { int a; };\n");
        let text = "#include \"a.h\"\n\
                    #line 3 \"cdef!0\"\nlong plain (int, const char *);\n\
                    #line 7 \"cdef!0\"\nint f7(struct s *s) { return MAC(s); }\n\
                    #line 8 \"cdef!0\"\nconst void *p8 = (const void *)(nofunc);\n\
                    #line 9 \"cdef!0\"\nint *f9(void) { return 5.0; }\n\
                    #line 10 \"cdef!0\"\nvoid f10(const char *a) { char *b = a; (void)b; }\n\
                    #line 11 \"cdef!0\"\nint f11(void) { return none(); }\n\
                    #line 12 \"cdef!0\"\nint f12(char *a) { return a; }\n";
        let flags = flags_in(folder.path());
        for compiler in compilers(folder.path()) {
            let messages = messages(&compiler, &flags, text);
            let header = if compiler.family == Family::Gnu { vec![] } else { vec!["src/a.h"] };
            let owners = owners(&messages);
            let lines: Vec<u32> = owners.iter().map(|&(line, _)| line).collect();
            assert_eq!(lines, [3, 7, 8, 9, 10, 11, 12], "{messages:#?}");
            assert!(owners[0].1[0].ends_with("src/a.h"), "{messages:#?}");
            assert_eq!(owners[1].1.len(), header.len(), "{messages:#?}");
            assert!(messages.iter().all(|message| !message.fatal && !message.text.contains("[-W")));
        }
    }

    #[test]
    fn more_than_twenty_errors_are_all_reported() {
        let folder = Folder::new("compile-many");
        let flags = flags_in(folder.path());
        let text: String = (1..=50).map(|n| format!("#line {n} \"cdef!0\"\nnone{n} x{n};\n")).collect();
        for compiler in compilers(folder.path()) {
            assert_eq!(messages(&compiler, &flags, &text).len(), 50);
        }
    }

    #[test]
    fn a_missing_header_is_fatal() {
        let folder = Folder::new("compile-missing");
        let flags = flags_in(folder.path());
        for compiler in compilers(folder.path()) {
            let messages = messages(&compiler, &flags, "#line 5 \"cdef!p\"\n#include <none.h>\n");
            let [message] = messages.try_into().expect("it comes alone");
            assert!(message.fatal && message.text.contains("none.h"), "{message:?}");
            assert_eq!(message.owner().map(|place| place.line), Some(5));
        }
    }

    #[test]
    fn a_compiler_that_can_t_work_says_why() {
        let folder = Folder::new("compile-flag");
        let mut flags = flags_in(folder.path());
        flags.arguments.push("-fno-such-flag".to_owned());
        for compiler in compilers(folder.path()) {
            match compile(&compiler, &flags, Purpose::Probe, "int a;\n") {
                Err(Failure::Io(text)) => assert!(text.contains("-fno-such-flag"), "{text}"),
                other => panic!("{other:?}"),
            }
        }
        let [mut compiler, ..] = compilers(folder.path());
        compiler.program = folder.path().join("none");
        match compile(&compiler, &flags, Purpose::Probe, "int a;\n") {
            Err(Failure::Io(text)) => {
                assert!(text.contains("can't be run: no such file"), "{text}")
            }
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn headers_are_absolute_and_quoted_ones_come_from_the_source_folder_first() {
        let folder = Folder::new("compile-headers");
        folder.write("a b.h", "#error wrong\n");
        let header = folder.write("src/a b.h", "typedef int t;\n");
        let flags = flags_in(folder.path());
        for compiler in compilers(folder.path()) {
            let text = "#include \"a b.h\"\n#include <stddef.h>\nt a; size_t b;\n";
            let headers = compile(&compiler, &flags, Purpose::Probe, text).expect("it is right").headers;
            assert!(headers.contains(&header), "{headers:?}");
            assert!(headers.iter().all(|path| path.is_absolute() && path.is_file()), "{headers:?}");
            let folders = include_folders(&compiler, &flags);
            assert!(folders.contains(&folder.path().join("src")), "{folders:?}");
        }
        // The temporary files are gone.
        let names = folder.names();
        assert!(!names.iter().any(|name| name.starts_with("tmp-")), "{names:?}");
    }

    #[test]
    fn the_same_stubs_give_the_same_object() {
        let folder = Folder::new("compile-same");
        let other = Folder::new("compile-same");
        for (one, two) in compilers(folder.path()).into_iter().zip(compilers(other.path())) {
            let make = |mut compiler: Compiler, folder: &Folder| {
                compiler.debug = true;
                let text = "int f(int a) { return a + 1; }\nconst char *g(void) { return __FILE__; }\n";
                object(&compiler, &flags_in(folder.path()), text)
            };
            assert_eq!(make(one, &folder), make(two, &other));
        }
    }

    #[test]
    fn a_file_of_the_crate_keeps_its_name_and_lines() {
        let folder = Folder::new("compile-file");
        let path = folder.write("csrc/a.c", "#include \"a.h\"\nint f(void) { return none; }\n");
        folder.write("csrc/a.h", "");
        let flags = flags_in(folder.path());
        for compiler in compilers(folder.path()) {
            match compile_file(&compiler, &flags, &path) {
                Err(Failure::Messages(messages)) => {
                    assert_eq!(messages[0].place.file, "csrc/a.c");
                    assert_eq!(messages[0].place.line, 2);
                    assert_eq!(messages[0].owner(), None);
                }
                other => panic!("{other:?}"),
            }
        }
    }

    #[test]
    fn a_user_s_warning_flags_don_t_fail_the_probe() {
        let folder = Folder::new("compile-warnings");
        let mut flags = flags_in(folder.path());
        for flag in ["-Werror", "-Werror=unused-variable", "-Wall", "-pedantic-errors", "-w", "-std=c89"] {
            flags.arguments.push(flag.to_owned());
        }
        for compiler in compilers(folder.path()) {
            let text = "static int a; __extension__ typedef long long t;\nint f(void) { int b; return 0; }\n";
            compile(&compiler, &flags, Purpose::Probe, text).expect("there are only warnings");
            assert_eq!(messages(&compiler, &flags, "#line 2 \"cdef!0\"\nint f(void) { return g(); }\n").len(), 1);
        }
    }

    #[cfg(feature = "tools")]
    #[test]
    fn another_target_gets_its_own_objects() {
        let folder = Folder::new("compile-cross");
        let flags = flags_in(folder.path());
        for (triple, start) in [
            ("aarch64-unknown-linux-gnu", &b"\x7fELF\x02"[..]),
            ("armv7-unknown-linux-gnueabihf", b"\x7fELF\x01"),
            ("x86_64-pc-windows-gnu", b"\x64\x86"),
        ] {
            let target = target(triple, folder.path());
            let compiler = Compiler::find(&target).expect("it is installed");
            for purpose in [Purpose::Probe, Purpose::Stubs] {
                let text = "#include <stdio.h>\nint f(int a) { return a; }\n";
                let object = compile(&compiler, &flags, purpose, text).expect("it is right").object;
                assert!(object.starts_with(start), "{triple}");
            }
        }
    }

    #[test]
    fn make_rules_are_unescaped() {
        let rule = "cdef: tmp/cdef.c /usr/a.h \\\n  b\\ c.h C:\\x\\y.h d$$.h \\#e.h\n";
        let expected = ["tmp/cdef.c", "/usr/a.h", "b c.h", "C:\\x\\y.h", "d$.h", "#e.h"];
        assert_eq!(dependencies(rule), expected);
    }
}
