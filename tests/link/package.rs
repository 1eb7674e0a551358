//! A small crate in a folder of its own, and a C compiler that counts how often it is started.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// A block that needs a stub, in a module `c`.
pub(crate) const BLOCK: &str = "
pub mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>

        #define EXIT_FAILURE ...
        int abs(int number);
        static int twice(int number) { return 2 * number; }
    }
}
";

/// A program around the block that prints 42.
pub(crate) fn program() -> String {
    format!("{BLOCK}{MAIN}")
}

pub(crate) const MAIN: &str = r#"
fn main() {
    // SAFETY: the functions take any small number.
    println!("{}", unsafe { c::twice(c::abs(-20) + c::EXIT_FAILURE) });
}
"#;

/// The manifest's dependency on `cffi-rt`.
pub(crate) fn dependency() -> String {
    format!("cffi-rt = {{ path = {:?} }}\n", workspace().join("cffi-rt"))
}

pub(crate) fn workspace() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("this package is a member of the workspace")
}

pub(crate) struct Package {
    name: &'static str,
    folder: PathBuf,
    environment: Vec<(&'static str, PathBuf)>,
}

impl Package {
    /// An empty package that depends on `cffi-rt`.
    ///
    /// Names are unique among the tests, because all packages share one target folder.
    pub(crate) fn new(name: &'static str) -> Package {
        Package::with_manifest(name, &format!("[dependencies]\n{}", dependency()))
    }

    /// A package whose manifest goes on with the given text after `[package]` and `[workspace]`.
    pub(crate) fn with_manifest(name: &'static str, manifest: &str) -> Package {
        let folder = root().join(name);
        if folder.exists() {
            fs::remove_dir_all(&folder).expect("the folder of an earlier run can be removed");
        }
        let mut package = Package { name, folder, environment: Vec::new() };
        let compiler = package.compiler("cc");
        package.environment.push(("CC", compiler));
        // The lock file of the workspace spares a look at the registry.
        let lock = fs::read_to_string(workspace().join("Cargo.lock")).expect("the workspace is being built");
        package.file("Cargo.lock", lock);
        // A workspace of its own, although the target folder lies inside another one.
        let head = format!("[package]\nname = \"{name}\"\nversion = \"0.0.0\"\nedition = \"2024\"\n\n[workspace]\n\n");
        package.file("Cargo.toml", head + manifest);
        package
    }

    pub(crate) fn file(&self, path: &str, text: impl AsRef<str>) -> &Package {
        let path = self.folder.join(path);
        fs::create_dir_all(path.parent().expect("it lies in the package")).expect("the folder is writable");
        fs::write(path, text.as_ref()).expect("the folder is writable");
        self
    }

    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.folder.join(path)
    }

    /// A C compiler that notes each start in a file `<name>.log`.
    pub(crate) fn compiler(&self, name: &str) -> PathBuf {
        let real = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
        let log = self.path(&format!("{name}.log"));
        let script = format!("#!/bin/sh\necho \"$@\" >> '{}'\nexec {real} \"$@\"\n", log.display());
        self.file(name, script);
        let path = self.path(name);
        fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).expect("it was just written");
        path
    }

    /// How often a compiler was started.
    pub(crate) fn starts(&self, compiler: &str) -> usize {
        fs::read_to_string(self.path(&format!("{compiler}.log"))).map_or(0, |log| log.lines().count())
    }

    /// Sets a variable for all later commands.
    pub(crate) fn set(&mut self, variable: &'static str, value: impl Into<PathBuf>) {
        self.environment.retain(|(name, _)| *name != variable);
        self.environment.push((variable, value.into()));
    }

    pub(crate) fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.folder);
        for variable in ["CFLAGS", "CDEF_DUMP", "CARGO_BUILD_TARGET", "CARGO_ENCODED_RUSTFLAGS", "RUSTFLAGS"] {
            command.env_remove(variable);
        }
        command.env("CARGO_TARGET_DIR", target()).envs(self.environment.iter().map(|(name, value)| (name, value)));
        command
    }

    pub(crate) fn try_cargo(&self, arguments: &[&str]) -> Output {
        let cargo = std::env::var_os("CARGO").expect("Cargo runs the tests");
        self.command(cargo).arg("--offline").args(arguments).output().expect("Cargo starts")
    }

    /// Runs Cargo, which must succeed.
    pub(crate) fn cargo(&self, arguments: &[&str]) -> Done {
        Done::of(&self.try_cargo(arguments))
    }

    /// What the program prints, without white space around it.
    pub(crate) fn run(&self) -> String {
        self.cargo(&["run"]).stdout.trim().to_owned()
    }

    pub(crate) fn name(&self) -> &str {
        self.name
    }
}

/// What a successful process wrote.
pub(crate) struct Done {
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

impl Done {
    #[track_caller]
    pub(crate) fn of(output: &Output) -> Done {
        let stdout = String::from_utf8_lossy(&output.stdout).into_owned();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{}\n{stdout}\n{stderr}", output.status);
        Done { stdout, stderr }
    }
}

/// The target folder of all packages.
pub(crate) fn target() -> PathBuf {
    root().join("target")
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("link")
}
