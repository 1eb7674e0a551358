//! Several processes that expand the same block at once.

use std::path::Path;
use std::process::{Child, Command, Stdio};

use crate::package::{Done, Package, program};

/// What rustc needs to compile a crate that depends on `cffi-rt`, as Cargo tells it.
struct Arguments {
    rlib: String,
    native: Vec<String>,
}

impl Arguments {
    fn of(package: &Package) -> Arguments {
        let messages = package.cargo(&["build", "--message-format=json"]).stdout;
        let mut arguments = Arguments { rlib: String::new(), native: Vec::new() };
        for line in messages.lines() {
            let message: serde_json::Value = serde_json::from_str(line).expect("Cargo writes JSON");
            let strings = |name: &str| -> Vec<String> {
                let list = message[name].as_array().into_iter().flatten();
                list.filter_map(|item| item.as_str()).map(str::to_owned).collect()
            };
            let package = message["package_id"].as_str().unwrap_or_default();
            if !package.contains("cffi-rt") {
                continue;
            }
            arguments.native.extend(strings("linked_paths"));
            arguments.rlib.extend(strings("filenames").into_iter().filter(|name| name.ends_with(".rlib")));
        }
        arguments
    }

    /// Starts rustc on the package's program.
    fn start(&self, package: &Package, output: &str) -> Child {
        let deps = Path::new(&self.rlib).parent().expect("it is an absolute path");
        let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
        let mut command = package.command(rustc);
        command.args(["src/main.rs", "--edition=2024", "--crate-name", "parallel", "-o", output]);
        command.arg(format!("--extern=cffi_rt={}", self.rlib)).arg(format!("-Ldependency={}", deps.display()));
        command.args(self.native.iter().map(|path| format!("-L{path}")));
        command.env("CARGO_MANIFEST_DIR", package.path("")).env("CARGO_PKG_NAME", package.name());
        command.env("CARGO_CRATE_NAME", "parallel").env("CARGO_PKG_VERSION", "0.0.0");
        command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("rustc starts")
    }
}

#[test]
fn processes_that_expand_the_same_block_at_once_all_succeed() {
    let package = Package::new("parallel");
    package.file("src/main.rs", program());
    let arguments = Arguments::of(&package);
    assert!(!arguments.rlib.is_empty() && !arguments.native.is_empty());

    for round in 1..=4 {
        // A new block each time, so that all of them find nothing and write.
        package.file("src/main.rs", program().replace("return 2 *", &format!("return 0 * {round} + 2 *")));
        let outputs: Vec<String> = (0..4).map(|process| format!("program-{round}-{process}")).collect();
        let children: Vec<Child> = outputs.iter().map(|output| arguments.start(&package, output)).collect();
        for child in children {
            Done::of(&child.wait_with_output().expect("rustc was started"));
        }
        for output in outputs {
            let run = Command::new(package.path(&output)).output().expect("it was built");
            assert_eq!(Done::of(&run).stdout.trim(), "42");
        }
    }
}
