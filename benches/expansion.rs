//! What a block costs to compile: rustc's own clock around macro expansion, against the C compiler and bindgen.
//!
//! Each row is measured in rounds, one run of each contestant after the other, and shows medians.
//! A first expansion is that of a block that no process has seen before (a new `#![define]` makes it so), a cached one
//! that of the same block a moment later.
//! Both are rustc's `macro_expand_crate` pass less that of a crate with an empty block, which loads the macro too.
//! Only here is rustc asked for its unstable `-Ztime-passes`, under `RUSTC_BOOTSTRAP=1`.

use std::io::{self, Write};
use std::process::ExitCode;
use std::time::Duration;

use crate::header::Block;
use crate::project::{MacroLevel, Project};

#[path = "expansion/header.rs"]
mod header;
#[path = "expansion/project.rs"]
mod project;

const ROUNDS: usize = 11;

fn main() -> ExitCode {
    // `cargo test --benches` and its like only want to know that it starts.
    if std::env::args().any(|argument| argument == "--test") {
        return ExitCode::SUCCESS;
    }
    match report(&mut io::stdout().lock()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // If even this can't be written, the exit code still tells.
            let _ = writeln!(io::stderr(), "expansion: {error}");
            ExitCode::FAILURE
        }
    }
}

fn report(out: &mut impl Write) -> io::Result<()> {
    let bindgen = project::bindgen();
    if bindgen.is_none() {
        writeln!(out, "No `bindgen` was found, so its column is empty: cargo install bindgen-cli, or set BINDGEN.\n")?;
    }
    for level in [MacroLevel::Two, MacroLevel::Zero] {
        let project = Project::new(level)?;
        let empty = median((0..ROUNDS).map(|_| project.expand("")).collect::<io::Result<_>>()?);
        writeln!(out, "Macro at opt-level {}; an empty block takes {} ms.\n", level.digit(), milliseconds(empty))?;
        writeln!(out, "| block | declarations | C compiler | bindgen | first | first / C | cached |")?;
        writeln!(out, "| --- | ---: | ---: | ---: | ---: | ---: | ---: |")?;
        for name in ["zlib.h", "sqlite3.h", "openssl/ssl.h"] {
            match Block::of_header(name) {
                Ok(block) => row(out, &project, &block, bindgen.as_deref(), empty)?,
                Err(why) => writeln!(out, "| {name} | not measured: {why} |")?,
            }
        }
        for size in [100, 1_000, 10_000] {
            row(out, &project, &Block::synthetic(size, project.folder())?, bindgen.as_deref(), empty)?;
        }
        writeln!(out)?;
    }
    Ok(())
}

fn row(
    out: &mut impl Write,
    project: &Project,
    block: &Block,
    bindgen: Option<&std::path::Path>,
    empty: Duration,
) -> io::Result<()> {
    let (mut compiler, mut peer, mut first, mut cached) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        compiler.push(project.syntax_only(block)?);
        // It is so much slower that three runs tell enough.
        if let Some(bindgen) = bindgen
            && round < 3
        {
            peer.push(project.bindgen(bindgen, block)?);
        }
        let text = block.unseen();
        first.push(project.expand(&text)?.saturating_sub(empty));
        cached.push(project.expand(&text)?.saturating_sub(empty));
    }
    let (compiler, first, cached) = (median(compiler), median(first), median(cached));
    let peer = if peer.is_empty() { "-".to_owned() } else { milliseconds(median(peer)) };
    writeln!(
        out,
        "| {} | {} | {} | {peer} | {} | {:.2} | {} |",
        block.name,
        block.declarations.len(),
        milliseconds(compiler),
        milliseconds(first),
        first.as_secs_f64() / compiler.as_secs_f64(),
        milliseconds(cached),
    )
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

fn milliseconds(time: Duration) -> String {
    format!("{:.1}", time.as_secs_f64() * 1_000.0)
}
