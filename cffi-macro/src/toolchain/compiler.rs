//! The build's target in, the C compiler for it out: its program, arguments and environment.
//!
//! Detection starts a process, so its result is kept in the stub folder for as long as the program on disk and
//! the environment stay the same.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use super::Target;
use super::cache::{Stamp, key};
use super::environment::{compiler_environment, variable};
use super::files::write_atomically;

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Compiler {
    /// The full path.
    pub(super) program: PathBuf,
    /// From the target, the profile and `CFLAGS`.
    pub(super) arguments: Vec<String>,
    pub(super) environment: Vec<(String, String)>,
    pub(super) family: Family,
    /// The stub folder, for temporary files.
    pub(super) stubs: PathBuf,
    pub(super) debug: bool,
}

/// Whose options and messages the compiler has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Family {
    Gnu,
    Clang,
}

impl Family {
    fn name(self) -> &'static str {
        match self {
            Family::Gnu => "gnu",
            Family::Clang => "clang",
        }
    }
}

/// What detection found: all of a compiler that does not hang on the expansion.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Found {
    /// As `CC` or the target names it.
    name: String,
    program: PathBuf,
    stamp: Stamp,
    family: Family,
    arguments: Vec<String>,
    environment: Vec<(String, String)>,
}

impl Compiler {
    /// The compiler that a build script with the `cc` crate would use.
    ///
    /// # Errors
    ///
    /// There is none, or it behaves like neither gcc nor clang; the text says what to do.
    pub(crate) fn find(target: &Target<'_>) -> Result<Compiler, String> {
        let kept = target.stubs.join(format!("compiler-{}", detection_key(target)));
        if let Some(found) = fs::read_to_string(&kept).ok().and_then(|text| Found::parse(&text))
            && found.is_current()
        {
            return Ok(found.into_compiler(target));
        }
        let found = detect(target)?;
        if let Some(text) = found.text() {
            // Without the file the next expansion detects again.
            let _ = write_atomically(&kept, text.as_bytes());
        }
        Ok(found.into_compiler(target))
    }

    /// The program's file: an expansion is made anew when it changes.
    pub(crate) fn program(&self) -> &Path {
        &self.program
    }
}

fn detection_key(target: &Target<'_>) -> String {
    let mut parts = vec![target.triple, target.host, target.opt_level];
    let variables = compiler_environment(target);
    parts.extend(variables.iter().flat_map(|(name, value)| [name.as_str(), value.as_str()]));
    key(&parts.iter().map(|part| part.as_bytes()).collect::<Vec<_>>())
}

fn detect(target: &Target<'_>) -> Result<Found, String> {
    if variable("CC_FORCE_DISABLE").is_some_and(|value| !["", "0", "false", "no"].contains(&value.as_str())) {
        return Err("`CC_FORCE_DISABLE` forbids running a C compiler; unset it".to_owned());
    }
    let tool = cc::Build::new()
        .target(target.triple)
        .host(target.host)
        .opt_level_str(target.opt_level)
        .debug(false)
        .out_dir(target.stubs)
        .warnings(false)
        .extra_warnings(false)
        .inherit_rustflags(false)
        // A procedural macro shares its standard output with rustc's messages to Cargo.
        .cargo_metadata(false)
        .cargo_warnings(false)
        .cargo_debug(false)
        .cargo_output(false)
        .try_get_compiler()
        .map_err(|error| format!("no C compiler was found for `{}` ({error}); {HELP}", target.triple))?;
    let name = tool.path().to_string_lossy().into_owned();
    let Some(program) = resolve(&name) else {
        return Err(format!("the C compiler `{name}` for `{}` was not found; {HELP}", target.triple));
    };
    // gcc can't make objects for Microsoft's linker.
    let family = if tool.is_like_msvc() || (target.triple.ends_with("-msvc") && !tool.is_like_clang()) {
        return Err(format!(
            "the C compiler `{name}` is not supported for `{}`: `cdef!` needs gcc, clang or one that behaves like them; \
             install one and set `CC` to it",
            target.triple
        ));
    } else if tool.is_like_clang() {
        Family::Clang
    } else {
        Family::Gnu
    };
    let command = tool.to_command();
    let text = |text: &std::ffi::OsStr| text.to_string_lossy().into_owned();
    let mut arguments: Vec<String> = command.get_args().map(text).collect();
    // A wrapper such as ccache runs `wrapper compiler arguments…`; our output is never in its cache.
    if command.get_program() != tool.path().as_os_str() && arguments.first() == Some(&name) {
        arguments.remove(0);
    }
    let environment = command
        .get_envs()
        .filter(|&(name, value)| value.is_some() && env::var_os(name).as_deref() != value)
        .filter_map(|(name, value)| Some((text(name), text(value?))))
        .collect();
    let stamp = Stamp::of(&program);
    Ok(Found { name, program, stamp, family, arguments, environment })
}

const HELP: &str = "install gcc or clang for this target, or set `CC` to a C compiler";

/// The program that a shell would start.
fn resolve(name: &str) -> Option<PathBuf> {
    let suffix = env::consts::EXE_SUFFIX;
    let in_folder = |folder: &Path| {
        let exact = folder.join(name);
        let suffixed = folder.join(format!("{name}{suffix}"));
        [exact, suffixed].into_iter().find(|path| path.is_file())
    };
    if Path::new(name).components().count() > 1 {
        return in_folder(&env::current_dir().ok()?);
    }
    env::split_paths(&env::var_os("PATH")?).find_map(|folder| in_folder(&folder))
}

const HEAD: &str = "cffi-compiler 1";

impl Found {
    fn into_compiler(self, target: &Target<'_>) -> Compiler {
        Compiler {
            program: self.program,
            arguments: self.arguments,
            environment: self.environment,
            family: self.family,
            stubs: target.stubs.to_owned(),
            debug: target.debug,
        }
    }

    /// The same program would be found, and it has not changed.
    fn is_current(&self) -> bool {
        resolve(&self.name).as_ref() == Some(&self.program) && Stamp::of(&self.program) == self.stamp
    }

    /// One fact a line; None if a fact has a newline.
    fn text(&self) -> Option<String> {
        let mut lines = vec![
            HEAD.to_owned(),
            self.family.name().to_owned(),
            self.name.clone(),
            self.program.to_str()?.to_owned(),
            self.stamp.text(),
        ];
        lines.extend(self.arguments.iter().map(|argument| format!("argument {argument}")));
        let variables = self.environment.iter();
        lines.extend(variables.map(|(name, value)| format!("variable {name}={value}")));
        // A file that was cut short lacks its last line.
        lines.push("end".to_owned());
        let plain = lines.iter().all(|line| !line.contains(['\n', '\r']));
        plain.then(|| lines.join("\n") + "\n")
    }

    fn parse(text: &str) -> Option<Found> {
        let mut lines = text.lines();
        if lines.next()? != HEAD {
            return None;
        }
        let family = match lines.next()? {
            "gnu" => Family::Gnu,
            "clang" => Family::Clang,
            _ => return None,
        };
        let name = lines.next()?.to_owned();
        let program = PathBuf::from(lines.next()?);
        let stamp = Stamp::parse(lines.next()?)?;
        let mut arguments = Vec::new();
        let mut environment = Vec::new();
        loop {
            let line = lines.next()?;
            if line == "end" {
                return Some(Found { name, program, stamp, family, arguments, environment });
            } else if let Some(argument) = line.strip_prefix("argument ") {
                arguments.push(argument.to_owned());
            } else {
                let (name, value) = line.strip_prefix("variable ")?.split_once('=')?;
                environment.push((name.to_owned(), value.to_owned()));
            }
        }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use std::process::Command;

    use super::*;
    use crate::toolchain::files::tests::Folder;

    pub(crate) const HOST: &str = "x86_64-unknown-linux-gnu";

    pub(crate) fn target<'a>(triple: &'a str, stubs: &'a Path) -> Target<'a> {
        Target { triple, host: HOST, opt_level: "2", debug: false, stubs }
    }

    const HOSTS: [&str; if cfg!(feature = "tools") { 2 } else { 1 }] = [
        "gcc",
        #[cfg(feature = "tools")]
        "clang",
    ];

    /// The host's compilers, of both families with the feature `tools`.
    pub(crate) fn compilers(stubs: &Path) -> [Compiler; HOSTS.len()] {
        HOSTS.map(|name| {
            let mut compiler = Compiler::find(&target(HOST, stubs)).expect("a compiler is installed");
            compiler.program = resolve(name).expect("it is installed");
            compiler.family = family(name);
            // Whichever of them was found, gcc does not know how clang is told its target.
            compiler.arguments.retain(|argument| !argument.starts_with("--target"));
            compiler
        })
    }

    /// A compiler by its name, with these arguments alone.
    #[cfg(feature = "tools")]
    pub(crate) fn named(name: &str, arguments: &[&str], stubs: &Path) -> Compiler {
        Compiler {
            program: resolve(name).unwrap_or_else(|| panic!("`{name}` is installed")),
            arguments: arguments.iter().map(|argument| (*argument).to_owned()).collect(),
            environment: Vec::new(),
            family: family(name),
            stubs: stubs.to_owned(),
            debug: false,
        }
    }

    fn family(name: &str) -> Family {
        if name.ends_with("gcc") { Family::Gnu } else { Family::Clang }
    }

    /// Runs a test that is about compilers nobody has named.
    ///
    /// With a `CC` that names one, in a process without it, since a process shares its environment among the tests.
    fn unnamed(test: &str, run: impl Fn()) {
        if env::var_os("CC").is_none() {
            return run();
        }
        let mut again = Command::new(env::current_exe().expect("a test is a program"));
        again.args([&format!("toolchain::compiler::tests::{test}"), "--exact"]).env_remove("CC");
        let output = again.output().expect("it starts once more");
        let said = String::from_utf8_lossy(&output.stdout);
        assert!(output.status.success() && said.contains("1 passed"), "{said}");
    }

    #[test]
    fn the_compiler_for_another_target_is_that_target_s() {
        unnamed("the_compiler_for_another_target_is_that_target_s", cross_compilers_are_found);
    }

    fn cross_compilers_are_found() {
        let folder = Folder::new("cross-compiler");
        let names: &[(&str, &str)] = &[
            (HOST, "cc"),
            #[cfg(feature = "tools")]
            ("aarch64-unknown-linux-gnu", "aarch64-linux-gnu-gcc"),
            #[cfg(feature = "tools")]
            ("x86_64-pc-windows-gnu", "x86_64-w64-mingw32-gcc"),
        ];
        for (triple, name) in names {
            let compiler = Compiler::find(&target(triple, folder.path())).expect("it is installed");
            assert_eq!(compiler.program.file_name(), Some((*name).as_ref()));
            assert!(compiler.arguments.contains(&"-O2".to_owned()), "{compiler:?}");
        }
    }

    #[test]
    fn a_found_compiler_is_kept_until_it_changes() {
        let folder = Folder::new("kept-compiler");
        let target = target(HOST, folder.path());
        let first = Compiler::find(&target).expect("a compiler is installed");
        let kept = folder.path().join(format!("compiler-{}", detection_key(&target)));
        let text = fs::read_to_string(&kept).expect("it was written");
        // A kept argument comes back, so nothing was detected again.
        let marked = text.replace("end\n", "argument -DKEPT\nend\n");
        fs::write(&kept, &marked).expect("the folder is ours");
        let second = Compiler::find(&target).expect("it was kept");
        assert_eq!(second.arguments.last().map(String::as_str), Some("-DKEPT"));
        assert_ne!(first, second);
        for damaged in [marked.replace("end\n", ""), String::new(), marked.replace(" 1\n", " 2\n")] {
            fs::write(&kept, damaged).expect("the folder is ours");
            assert_eq!(Compiler::find(&target).expect("it is found again"), first);
        }
        let older = Found::parse(&text).expect("it is whole").stamp.text();
        fs::write(&kept, marked.replace(&older, "1 1")).expect("the folder is ours");
        assert_eq!(Compiler::find(&target).expect("it is found again"), first);
    }

    #[test]
    fn a_missing_compiler_is_named() {
        unnamed("a_missing_compiler_is_named", missing_compilers_are_named);
    }

    fn missing_compilers_are_named() {
        let folder = Folder::new("missing-compiler");
        let error = Compiler::find(&target("sparc64-unknown-linux-gnu", folder.path()));
        assert_eq!(
            error.expect_err("it is not installed"),
            "the C compiler `sparc64-linux-gnu-gcc` for `sparc64-unknown-linux-gnu` was not found; \
             install gcc or clang for this target, or set `CC` to a C compiler"
        );
    }

    #[test]
    fn a_compiler_for_another_linker_is_refused() {
        unnamed("a_compiler_for_another_linker_is_refused", gcc_is_refused_for_another_linker);
    }

    fn gcc_is_refused_for_another_linker() {
        let folder = Folder::new("msvc-compiler");
        let error = Compiler::find(&target("x86_64-pc-windows-msvc", folder.path()));
        let error = error.expect_err("the host's compiler is gcc");
        assert!(error.contains("gcc, clang or one that behaves like them"), "{error}");
    }
}
