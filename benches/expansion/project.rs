//! A crate with one block, and the processes that are timed on it.

use std::ffi::OsString;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use crate::header::Block;

/// How Cargo compiles the macro itself: at 0 unless a profile's `build-override` says otherwise.
#[derive(Clone, Copy)]
pub(crate) enum MacroLevel {
    Zero,
    Two,
}

impl MacroLevel {
    pub(crate) fn digit(self) -> u8 {
        match self {
            MacroLevel::Zero => 0,
            MacroLevel::Two => 2,
        }
    }
}

/// The crate, and what rustc needs to compile it.
pub(crate) struct Project {
    folder: PathBuf,
    arguments: Vec<OsString>,
}

impl Project {
    pub(crate) fn new(level: MacroLevel) -> io::Result<Project> {
        let workspace = Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a member");
        let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("expansion-{}", level.digit()));
        fs::create_dir_all(folder.join("src"))?;
        fs::write(folder.join("src/main.rs"), "fn main() {}\n")?;
        fs::copy(workspace.join("Cargo.lock"), folder.join("Cargo.lock"))?;
        let manifest = format!(
            "[package]\nname = \"expansion\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n\
             [profile.dev.build-override]\nopt-level = {}\n\n[dependencies]\ncffi-rt = {{ path = {:?} }}\n",
            level.digit(),
            workspace.join("cffi-rt"),
        );
        fs::write(folder.join("Cargo.toml"), manifest)?;
        let mut project = Project { folder, arguments: Vec::new() };
        project.arguments = project.build()?;
        Ok(project)
    }

    pub(crate) fn folder(&self) -> &Path {
        &self.folder
    }

    /// Builds `cffi-rt`, and returns the arguments that let rustc find it.
    fn build(&self) -> io::Result<Vec<OsString>> {
        let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        cargo.args(["build", "--offline", "--message-format=json", "--target-dir", "target"]);
        let messages = run(cargo.current_dir(&self.folder))?.0;
        let mut arguments: Vec<OsString> = Vec::new();
        for line in messages.lines() {
            let message: serde_json::Value = serde_json::from_str(line)?;
            if !message["package_id"].as_str().unwrap_or_default().contains("cffi-rt") {
                continue;
            }
            let strings = |name: &str| message[name].as_array().into_iter().flatten().filter_map(|item| item.as_str());
            for path in strings("linked_paths") {
                arguments.push(format!("-L{path}").into());
            }
            for rlib in strings("filenames").filter(|name| name.ends_with(".rlib")) {
                arguments.push(format!("--extern=cffi_rt={rlib}").into());
                let deps = Path::new(rlib).parent().unwrap_or(&self.folder);
                arguments.push(format!("-Ldependency={}", deps.display()).into());
            }
        }
        Ok(arguments)
    }

    /// How long rustc takes to expand the macros of a crate with this block.
    pub(crate) fn expand(&self, block: &str) -> io::Result<Duration> {
        let program = format!("mod c {{\n    cffi_rt::cdef! {{\n{block}\n    }}\n}}\nfn main() {{}}\n");
        fs::write(self.folder.join("src/main.rs"), program)?;
        let mut rustc = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()));
        rustc.args(["src/main.rs", "--edition=2024", "--emit=metadata", "--cap-lints=allow", "--out-dir=out"]);
        rustc.args(["-Ztime-passes", "-Ztime-passes-format=json"]).args(&self.arguments);
        rustc.env("RUSTC_BOOTSTRAP", "1").env("CARGO_MANIFEST_DIR", &self.folder).env("CARGO_PKG_NAME", "expansion");
        let times = run(rustc.env("CARGO_CRATE_NAME", "expansion").current_dir(&self.folder))?.1;
        for line in times.lines() {
            let Some(entry) = line.strip_prefix("time: ") else { continue };
            let entry: serde_json::Value = serde_json::from_str(entry)?;
            if entry["pass"] == "macro_expand_crate" {
                return Ok(Duration::from_secs_f64(entry["time"].as_f64().unwrap_or_default()));
            }
        }
        Err(io::Error::other(format!("rustc didn't time the expansion:\n{times}")))
    }

    /// How long the C compiler takes to read the block's headers.
    pub(crate) fn syntax_only(&self, block: &Block) -> io::Result<Duration> {
        fs::write(self.folder.join("includes.c"), &block.preamble)?;
        let mut compiler = Command::new(std::env::var_os("CC").unwrap_or_else(|| "cc".into()));
        timed(compiler.args(["-fsyntax-only", "includes.c"]).current_dir(&self.folder))
    }

    /// How long bindgen takes to translate them.
    pub(crate) fn bindgen(&self, bindgen: &Path, block: &Block) -> io::Result<Duration> {
        fs::write(self.folder.join("includes.h"), &block.preamble)?;
        timed(Command::new(bindgen).args(["includes.h", "--output", "bindings.rs"]).current_dir(&self.folder))
    }
}

/// The bindgen that `BINDGEN` names, or the one in the path.
pub(crate) fn bindgen() -> Option<PathBuf> {
    let bindgen = std::env::var_os("BINDGEN").map_or_else(|| PathBuf::from("bindgen"), PathBuf::from);
    run(Command::new(&bindgen).arg("--version")).ok().map(|_| bindgen)
}

fn timed(command: &mut Command) -> io::Result<Duration> {
    let start = Instant::now();
    run(command)?;
    Ok(start.elapsed())
}

/// Standard output and standard error of a process that must succeed.
pub(crate) fn run(command: &mut Command) -> io::Result<(String, String)> {
    let output = command.output()?;
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    if output.status.success() {
        Ok((out.into_owned(), err.into_owned()))
    } else {
        Err(io::Error::other(format!("{command:?}: {}\n{err}", output.status)))
    }
}
