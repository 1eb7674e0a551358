//! Crates that are written, compiled and judged by their messages, many blocks in one run of Cargo.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde_json::Value;

/// One crate of a generated workspace.
pub(crate) struct Crate {
    name: String,
    edition: &'static str,
    /// The lines of its manifest's `[dependencies]`.
    dependencies: String,
    root: String,
    modules: Vec<(String, String)>,
    headers: Vec<(String, String)>,
    main: Option<String>,
}

impl Crate {
    pub(crate) fn new(name: &str) -> Crate {
        Crate {
            name: name.to_owned(),
            edition: "2024",
            dependencies: format!("cffi-rt = {{ path = {:?} }}\n", workspace().join("cffi-rt")),
            root: String::new(),
            modules: Vec::new(),
            headers: Vec::new(),
            main: None,
        }
    }

    pub(crate) fn edition(mut self, edition: &'static str) -> Crate {
        self.edition = edition;
        self
    }

    /// Calls `cffi-rt` by another name.
    pub(crate) fn renamed_dependency(mut self, name: &str) -> Crate {
        self.dependencies = format!("{name} = {{ package = \"cffi-rt\", path = {:?} }}\n", workspace().join("cffi-rt"));
        self
    }

    /// Depends on another crate of the generated workspace, and no longer on `cffi-rt`.
    pub(crate) fn only_dependency(mut self, name: &str) -> Crate {
        self.dependencies = format!("{name} = {{ path = \"../{name}\" }}\n");
        self
    }

    /// Depends on another crate of the generated workspace, too.
    pub(crate) fn dependency(mut self, name: &str) -> Crate {
        self.dependencies.push_str(&format!("{name} = {{ path = \"../{name}\" }}\n"));
        self
    }

    /// What stands in `lib.rs` before the modules.
    pub(crate) fn root(mut self, text: &str) -> Crate {
        self.root.push_str(text);
        self
    }

    /// A file of its own, so that each message names the module that it belongs to.
    pub(crate) fn module(mut self, name: &str, text: &str) -> Crate {
        self.modules.push((name.to_owned(), text.to_owned()));
        self
    }

    /// A program beside the library.
    pub(crate) fn program(mut self, text: &str) -> Crate {
        self.main = Some(text.to_owned());
        self
    }

    /// A module with a block over a header of that text, which lies beside it, and what follows the block.
    pub(crate) fn block(mut self, name: &str, header: &str, c: &str, then: &str) -> Crate {
        let include = match header {
            "" => String::new(),
            header => {
                self.headers.push((name.to_owned(), header.to_owned()));
                format!("#include \"{name}.h\"\n")
            }
        };
        self.module(name, &format!("cffi_rt::cdef! {{\n{include}{c}\n}}\n{then}\n"))
    }

    fn write(&self, folder: &Path) {
        let source = folder.join(&self.name).join("src");
        fs::create_dir_all(&source).expect("the target folder is writable");
        let manifest = format!(
            "[package]\nname = \"{}\"\nedition = \"{}\"\n\n[dependencies]\n{}",
            self.name, self.edition, self.dependencies,
        );
        let mut root = self.root.clone();
        for (name, text) in &self.modules {
            root.push_str(&format!("\n/// One case.\npub mod {name};\n"));
            write(&source.join(format!("{name}.rs")), text);
        }
        for (name, text) in &self.headers {
            write(&source.join(format!("{name}.h")), text);
        }
        write(&source.join("lib.rs"), &root);
        if let Some(main) = &self.main {
            write(&source.join("main.rs"), main);
        }
        write(&folder.join(&self.name).join("Cargo.toml"), &manifest);
    }
}

/// What rustc says about a module.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) level: String,
    pub(crate) text: String,
    /// The source text that the message points to.
    pub(crate) at: String,
    pub(crate) line: u64,
    /// All that rustc prints, with the notes.
    pub(crate) rendered: String,
}

/// The messages of a run of Cargo, by crate and module; a crate's root is the module `lib`.
#[derive(Debug)]
pub(crate) struct Report {
    messages: BTreeMap<(String, String), Vec<Message>>,
    output: Output,
}

impl Report {
    pub(crate) fn messages(&self, crate_name: &str, module: &str) -> &[Message] {
        self.messages.get(&(crate_name.to_owned(), module.to_owned())).map_or(&[], Vec::as_slice)
    }

    /// Expects that nothing was said about any crate.
    pub(crate) fn expect_silence(&self) {
        let said: String = self
            .messages
            .iter()
            .flat_map(|((crate_name, module), messages)| {
                messages.iter().map(move |message| {
                    format!("{crate_name}::{module}:{} at `{}`: {}\n", message.line, message.at, message.text)
                })
            })
            .collect();
        assert!(
            said.is_empty() && self.output.status.success(),
            "{said}{}",
            String::from_utf8_lossy(&self.output.stderr)
        );
    }
}

/// Runs `cargo check`, or another command of Cargo, on a workspace of those crates.
pub(crate) fn cargo(workspace_name: &str, command: &str, environment: &[(&str, &str)], crates: &[Crate]) -> Report {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(workspace_name);
    match fs::remove_dir_all(&folder) {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => panic!("{}: {error}", folder.display()),
        _ => {}
    }
    for member in crates {
        member.write(&folder);
    }
    let names: Vec<&str> = crates.iter().map(|member| member.name.as_str()).collect();
    write(&folder.join("Cargo.toml"), &format!("[workspace]\nresolver = \"3\"\nmembers = {names:?}\n"));
    // The versions that the project is built with, so that they need neither a network nor a second build.
    fs::copy(workspace().join("Cargo.lock"), folder.join("Cargo.lock")).expect("the workspace has been built");

    let output = Command::new(env!("CARGO"))
        .args([command, "--workspace", "--offline", "--keep-going", "--message-format=json"])
        .args((command == "doc").then_some("--no-deps"))
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated"))
        .envs(environment.iter().copied())
        .current_dir(&folder)
        .output()
        .expect("Cargo runs");
    let mut report = Report { messages: BTreeMap::new(), output };
    let text = String::from_utf8(report.output.stdout.clone()).expect("JSON is UTF-8");
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).expect("Cargo writes JSON");
        if value["reason"] != "compiler-message" {
            continue;
        }
        let Some(crate_name) = names.iter().find(|name| value["target"]["name"] == name.replace('-', "_")) else {
            continue;
        };
        let Some((module, message)) = read(&value["message"]) else { continue };
        report.messages.entry(((*crate_name).to_owned(), module)).or_default().push(message);
    }
    assert!(
        !report.messages.is_empty() || report.output.status.success(),
        "{}",
        String::from_utf8_lossy(&report.output.stderr)
    );
    report
}

/// None for the closing lines that count and name the errors.
fn read(message: &Value) -> Option<(String, Message)> {
    let level = message["level"].as_str()?.to_owned();
    let text = message["message"].as_str()?.to_owned();
    let rendered = message["rendered"].as_str().unwrap_or_default().to_owned();
    let spans = message["spans"].as_array()?;
    let Some(mut span) = spans.iter().find(|span| span["is_primary"] == true) else {
        let counts = text.starts_with("aborting due to")
            || text.contains("warnings emitted")
            || text.contains("warning emitted")
            || level == "failure-note";
        let lost = Message { level, text, at: String::new(), line: 0, rendered };
        return (!counts).then_some(("lib".to_owned(), lost));
    };
    // A message about the whole block points into the entry macro; the block is where that was called.
    while !span["expansion"].is_null() {
        span = &span["expansion"]["span"];
    }
    let module = Path::new(span["file_name"].as_str()?).file_stem()?.to_str()?.to_owned();
    let at = match span["text"].as_array().map(Vec::as_slice) {
        Some([line]) => {
            let from = usize::try_from(line["highlight_start"].as_u64()?).ok()?;
            let to = usize::try_from(line["highlight_end"].as_u64()?).ok()?;
            line["text"].as_str()?.chars().skip(from - 1).take(to - from).collect()
        }
        _ => String::new(),
    };
    Some((module, Message { level, text, at, line: span["line_start"].as_u64()?, rendered }))
}

/// The root of the project.
pub(crate) fn workspace() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the package is a member of a workspace").to_owned()
}

fn write(path: &Path, text: &str) {
    fs::write(path, text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
}
