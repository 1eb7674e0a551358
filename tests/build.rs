//! The C files of the tests in, a shared library of each out, for the tests that load them.
//!
//! Cargo lets programs that it runs find libraries in the folders that a build script names.

use std::env;
use std::error::Error;
use std::path::Path;
use std::process::Command;

/// Those whose blocks take the feature `loaded`.
const LOADED: &[&str] = &[
    "arrays",
    "callbacks",
    "conventions",
    "enums",
    "functions",
    "globals",
    "lenient",
    "opaque",
    "optional",
    "records",
    "renamed",
    "scalars",
    "typedefs",
    "values",
    "variadic",
    "vectors",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=c");
    if env::var_os("CARGO_FEATURE_LOADED").is_none() {
        return Ok(());
    }
    let out = env::var("OUT_DIR")?;
    println!("cargo:rustc-link-search=native={out}");
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    for name in LOADED {
        // Blocks declare some of the C library's functions, too, which the loader finds behind this one.
        let source = format!("c/{name}.c");
        let library = Path::new(&out).join(format!("libcffi_{name}.so"));
        let status = Command::new(&compiler)
            .args(["-shared", "-fPIC", "-O1", "-o"])
            .arg(&library)
            .arg(&source)
            .args(["-Wl,--no-as-needed", "-lc"])
            .status()?;
        if !status.success() {
            return Err(format!("{source} can't be compiled").into());
        }
    }
    Ok(())
}
