//! The build's target and profile in, the entry macro and the folder for compiled C out.
//!
//! A procedural macro knows neither the target nor a folder to write to; this script knows both, once for each
//! target and profile.
//! Cargo passes the search path that it prints to all crates that depend on this one, directly or not.

use std::env;
use std::error::Error;
use std::fs;
use std::path::Path;

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-changed=build.rs");
    let out = env::var("OUT_DIR")?;
    let stubs = Path::new(&out).join("stubs");
    fs::create_dir_all(&stubs)?;
    forget_expansions_of_other_macros(&stubs)?;
    println!("cargo:rustc-link-search=native={}", stubs.display());
    // Where the macro looks for `<cdef.h>`.
    let include = stubs.join("include");
    fs::create_dir_all(&include)?;
    fs::copy("include/cdef.h", include.join("cdef.h"))?;
    println!("cargo:rerun-if-changed=include/cdef.h");
    let stubs = stubs.to_str().ok_or("the build folder's path is not UTF-8")?;
    fs::write(Path::new(&out).join("entry.rs"), entry(stubs)?)?;
    Ok(())
}

/// The macro that users call.
///
/// `$crate` reaches the procedural macro under whatever name a user gives this crate.
fn entry(stubs: &str) -> Result<String, Box<dyn Error>> {
    let [target, host, opt_level] = ["TARGET", "HOST", "OPT_LEVEL"].map(env::var);
    let (target, host, opt_level) = (target?, host?, opt_level?);
    let debug = match env::var("DEBUG")?.as_str() {
        "" | "0" | "false" | "none" => "false",
        _ => "true",
    };
    Ok(format!(
        r#"#[doc = include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/src/cdef.md"))]
#[macro_export]
macro_rules! cdef {{
    ($($t:tt)*) => {{
        $crate::__private::cdef! {{
            [$crate {target:?} {host:?} {opt_level:?} {debug:?} {stubs:?}]
            $($t)*
        }}
    }};
}}
"#
    ))
}

/// A published macro changes with its version, and so does this crate and its build folder with it.
/// In the macro's own workspace only the sources tell.
fn forget_expansions_of_other_macros(stubs: &Path) -> Result<(), Box<dyn Error>> {
    let sources = Path::new("../cffi-macro/src");
    if sources.is_dir() {
        println!("cargo:rerun-if-changed={}", sources.display());
    }
    for entry in fs::read_dir(stubs)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "expansion") {
            fs::remove_file(path)?;
        }
    }
    Ok(())
}
