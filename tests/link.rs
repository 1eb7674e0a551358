//! How blocks build and link: small crates of their own, built and run by Cargo as their users would.

// The compilers that count their starts are shell scripts.
#![cfg(unix)]

#[path = "link/extremes.rs"]
mod extremes;
#[path = "link/kinds.rs"]
mod kinds;
#[path = "link/loaded.rs"]
mod loaded;
#[path = "link/machine_code.rs"]
mod machine_code;
#[path = "link/package.rs"]
mod package;
#[path = "link/parallel.rs"]
mod parallel;
#[path = "link/readme.rs"]
mod readme;
#[path = "link/rebuild.rs"]
mod rebuild;
#[path = "link/sharing.rs"]
mod sharing;
#[cfg(feature = "tools")]
#[path = "link/startup.rs"]
mod startup;
#[cfg(feature = "tools")]
#[path = "link/threads.rs"]
mod threads;
