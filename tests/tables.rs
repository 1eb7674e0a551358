//! `dlopen(struct …)`: libraries of one shape, each with a table that is a value.
#![cfg(target_os = "linux")]

#[path = "tables/declared.rs"]
mod declared;
#[path = "tables/threads.rs"]
mod threads;
#[path = "tables/verified.rs"]
mod verified;

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::Mutex;

/// A library of the shape, which scales what it answers; each name is compiled once.
fn library(name: &str, scale: u32) -> PathBuf {
    static COMPILER: Mutex<()> = Mutex::new(());
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR"));
    let path = folder.join(format!("libtables-{name}-{scale}.so"));
    let _one_at_a_time = COMPILER.lock().expect("nobody panics below");
    let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tables/plugin.c");
    let modified = |path: &Path| path.metadata().and_then(|file| file.modified()).ok();
    if modified(&path) < modified(&source) {
        let compiler = env::var("CC").unwrap_or_else(|_| "cc".to_owned());
        let mut command = Command::new(compiler);
        command.args(["-shared", "-fPIC", "-O1", &format!("-DSCALE={scale}"), "-o"]).arg(&path).arg(source);
        assert!(command.status().expect("there is a C compiler").success());
    }
    path
}

/// The panic's message.
fn message(run: impl FnOnce()) -> String {
    let payload = std::panic::catch_unwind(std::panic::AssertUnwindSafe(run)).expect_err("it panics");
    payload.downcast_ref::<String>().cloned().expect("it says why")
}
