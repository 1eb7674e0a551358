//! The conversation with the C compiler: a checked block in, `Facts` out.
//!
//! A block without mistakes is compiled once.
//! What the compiler refuses is reported, left out, and the rest asked again, so that all errors come at once.

use std::path::PathBuf;

use crate::blame::{Context, Progress, blame, doubts, preamble_part, read_kinds};
use crate::check::Checked;
use crate::compare::{Explained, compare, explained};
use crate::diag::Diagnostics;
use crate::facts::{self, Facts};
use crate::model::{Cdef, Convention, Function, FunctionId};
use crate::options::Tolerance;
use crate::probe::{self, Kind, Lessons, Subject};
use crate::source::Source;
use crate::toolchain::{self, Compiler, Failure, Flags, Place, Purpose};

/// What is missing after this many compilations is not asked any more.
const MOST_COMPILATIONS: usize = 5;

pub(crate) struct Asker<'a> {
    compiler: &'a Compiler,
    flags: &'a Flags,
    source: &'a Source,
    tolerance: Tolerance,
    /// The last text that was compiled.
    pub(crate) probe: String,
    /// What it read.
    pub(crate) headers: Vec<PathBuf>,
}

impl<'a> Asker<'a> {
    pub(crate) fn new(compiler: &'a Compiler, flags: &'a Flags, source: &'a Source, tolerance: Tolerance) -> Self {
        Asker { compiler, flags, source, tolerance, probe: String::new(), headers: Vec::new() }
    }

    /// Asks about everything that was not refused yet, and compares the answers with the block.
    ///
    /// None means that an error was reported.
    pub(crate) fn ask(&mut self, diag: &mut Diagnostics, checked: &Checked<'_>) -> Option<Facts> {
        let cdef = checked.cdef();
        let mut lessons =
            Lessons { dropped: checked.refused().clone(), tolerance: self.tolerance, ..Lessons::default() };
        for _ in 0..MOST_COMPILATIONS {
            let probe = probe::write(checked, &lessons);
            self.probe.clone_from(&probe.text);
            match toolchain::compile(self.compiler, self.flags, Purpose::Probe, &probe.text) {
                Ok(compiled) => {
                    self.headers = compiled.headers;
                    let facts = facts::read(&compiled.object, cdef, &lessons)
                        .map_err(|message| diag.block_error(message))
                        .ok()?;
                    doubts(diag, &probe.questions, &compiled.warnings);
                    let is_function = |name: &str| {
                        let kinds = self.kinds(cdef, &[Subject::Ordinary(name.to_owned())]);
                        kinds == [Some(Kind::Function)]
                    };
                    compare(diag, checked, &facts, &mut |pointers| self.explain(checked, pointers), &is_function);
                    return Some(facts);
                }
                Err(Failure::Messages(messages)) => {
                    let quote = |place: &Place| match preamble_part(cdef, place) {
                        Some(part) => toolchain::declaration(&part.text, place.line, place.column),
                        None => toolchain::header_line(&place.file, place.line, place.column),
                    };
                    let questions = &probe.questions;
                    let convention = |id: FunctionId| self.convention(&cdef.functions[id.0], cdef);
                    let kinds = |subjects: &[Subject]| self.kinds(cdef, subjects);
                    let context = Context {
                        cdef,
                        source: self.source,
                        questions,
                        quote: &quote,
                        convention: &convention,
                        kinds: &kinds,
                    };
                    match blame(diag, &context, &messages, &mut lessons) {
                        Progress::Retry => {}
                        Progress::GiveUp => return None,
                    }
                }
                Err(Failure::Io(message)) => {
                    diag.block_error(message);
                    return None;
                }
            }
        }
        if diag.is_empty() {
            diag.block_error("the C compiler refuses the block again and again; this is a bug of `cdef!`");
        }
        None
    }

    /// The convention that makes the block's function the header's.
    fn convention(&self, function: &Function, cdef: &Cdef) -> Option<Convention> {
        let text = probe::write_convention(cdef, function);
        let compiled = toolchain::compile(self.compiler, self.flags, Purpose::Probe, &text).ok()?;
        facts::read_convention(&compiled.object)
    }

    /// What the headers have under names.
    fn kinds(&self, cdef: &Cdef, subjects: &[Subject]) -> Vec<Option<Kind>> {
        let text = probe::write_kinds(cdef, subjects);
        match toolchain::compile(self.compiler, self.flags, Purpose::Probe, &text) {
            Err(Failure::Messages(messages)) => read_kinds(subjects, &messages),
            Ok(_) | Err(Failure::Io(_)) => vec![None; subjects.len()],
        }
    }

    /// What the compiler calls the types behind pointers; it says so when it refuses them.
    fn explain(&self, checked: &Checked<'_>, pointers: &[String]) -> Vec<Option<Explained>> {
        let text = probe::write_explanation(checked.cdef(), pointers);
        let mut names = vec![None; pointers.len()];
        if let Err(Failure::Messages(messages)) = toolchain::compile(self.compiler, self.flags, Purpose::Probe, &text) {
            for message in messages {
                let place = message.owner().filter(|place| place.file == "cdef!x");
                let name = place.and_then(|place| names.get_mut((place.line as usize).wrapping_sub(1)));
                if let Some(name) = name {
                    *name = explained(&message.text);
                }
            }
        }
        names
    }
}
