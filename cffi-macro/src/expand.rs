//! The order of the phases: a block's tokens in, its expansion out.

use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::SystemTime;

use proc_macro2::TokenStream;

use crate::ask::Asker;
use crate::check::{self, Checked};
use crate::compare::{compare_passing, compare_sizes};
use crate::decide::{decide, guards};
use crate::diag::{self, Diagnostics};
use crate::emit;
use crate::facts::{self, Facts};
use crate::input::{self, Input};
use crate::judge;
use crate::lower::{self, DataModel, Mode};
use crate::model::{Binding, Preamble};
use crate::options::{Options, Text};
use crate::parse;
use crate::plan::{self, LibraryOptions, PlanOptions, PlannedLink};
use crate::respan::{encode, respan};
use crate::stub;
use crate::switch;
use crate::symbol::Symbols;
use crate::tokens::Tokens;
use crate::toolchain::{self, Build, Compiler, Disk, Failure, Flags, Place, Purpose, Target};

/// rust-analyzer expands on several threads.
static ONE_AT_A_TIME: Mutex<()> = Mutex::new(());

pub(crate) fn expand(stream: TokenStream) -> TokenStream {
    let _turn = ONE_AT_A_TIME.lock().unwrap_or_else(PoisonError::into_inner);
    let tokens = match Tokens::read(stream.clone()) {
        Ok(tokens) => tokens,
        Err(message) => return diag::compile_error(&message, proc_macro2::Span::call_site()),
    };
    if switch::is_conditional(&tokens) {
        return switch::switch(&tokens.entry.rt, stream);
    }
    let entry = &tokens.entry;
    let target = Target {
        triple: &entry.target,
        host: &entry.host,
        opt_level: &entry.opt_level,
        debug: entry.debug,
        stubs: &entry.stubs,
    };
    let key = key(&tokens, &target);
    if !toolchain::dump_wanted()
        && let Some(text) = toolchain::find(&target, &key)
        && let Some(expansion) = respan(&text, &tokens)
    {
        return expansion;
    }
    let mut block = Block { tokens: &tokens, target, key, since: SystemTime::now(), work: Work::default() };
    block.expand()
}

/// Makes tokens that the compiler doesn't know yet: each step through its interface costs more than the token.
///
/// That is a setting of the whole process, so expansions wait for each other.
fn detached<T>(make: impl FnOnce() -> T) -> T {
    proc_macro2::fallback::force();
    let made = make();
    proc_macro2::fallback::unforce();
    made
}

/// What decides an expansion, but for the files that it reads.
fn key(tokens: &Tokens, target: &Target<'_>) -> String {
    let environment = toolchain::environment(target);
    let mut parts: Vec<Vec<u8>> = vec![
        tokens.fingerprint().to_le_bytes().to_vec(),
        toolchain::crate_identity().into_bytes(),
        target.triple.as_bytes().to_vec(),
        target.opt_level.as_bytes().to_vec(),
        vec![u8::from(target.debug)],
        // An expansion for `cargo check` has no stubs behind it.
        vec![u8::from(toolchain::build_kind() == Build::Link)],
        toolchain::manifest_folder().as_os_str().as_encoded_bytes().to_vec(),
    ];
    for (name, value) in environment {
        parts.push(name.into_bytes());
        parts.push(value.into_bytes());
    }
    let parts: Vec<&[u8]> = parts.iter().map(Vec::as_slice).collect();
    toolchain::key(&parts)
}

/// The name and content of an object file in the archive.
type ArchiveMember = (String, Vec<u8>);

struct Block<'a> {
    tokens: &'a Tokens,
    target: Target<'a>,
    key: String,
    since: SystemTime,
    work: Work,
}

/// What an expansion gathers besides its text: what it was made from, and what `CDEF_DUMP` shows.
#[derive(Default)]
struct Work {
    read: Vec<PathBuf>,
    folders: Vec<PathBuf>,
    probe: String,
    stubs: String,
    answers: String,
    archive: Option<String>,
}

impl Block<'_> {
    fn expand(&mut self) -> TokenStream {
        let diag = &mut Diagnostics::default();
        let manifest = toolchain::manifest_folder();
        let mut input = input::read(diag, self.tokens, &Disk { manifest: manifest.clone() });
        self.work.read.clone_from(&input.read);
        let folder = self.tokens.local_folder();
        let flags = toolchain::flags(diag, &input.options, &manifest, folder.as_deref(), &self.target);
        let before = diag.count();
        let decided = parse::conditions(diag, &input.source)
            .map(|conditions| decide(diag, &mut input, &conditions, &flags, &mut |diag| self.compiler(diag)));
        let undecided = diag.count() > before;
        let mut unit = parse::parse(diag, &input.source);
        unit.binding = match (&input.options.table, input.options.dlopen.is_empty()) {
            (Some(_), _) => Binding::Tables,
            (None, false) => Binding::Loader,
            (None, true) => Binding::Linker,
        };
        let verified = unit.verified || unit.has_definitions() || !input.preamble.is_empty();
        let mode = if verified { Mode::Verified } else { Mode::Declared };
        let model = DataModel::of(self.target.triple);
        let mut cdef = lower::lower(diag, &input.source, &unit, mode, model);
        cdef.guards = decided.map_or_else(Vec::new, |decided| guards(&decided, &cdef, model));
        cdef.preamble = Preamble { verified, parts: input.preamble.iter().chain(&unit.preamble).cloned().collect() };
        let checked = check::check(diag, &cdef);
        // What the compiler said of a condition, it would say again.
        let text = if undecided { None } else { self.generate(diag, &input, &checked, &flags) };
        let text = text.filter(|_| diag.is_empty());
        let expansion = text.as_ref().and_then(|text| respan(text, self.tokens));
        if text.is_some() && expansion.is_none() {
            diag.block_error("the expansion is no Rust; this is a bug of `cdef!`, please report it");
        }
        self.dump(diag, &expansion.clone().unwrap_or_default());
        if let (Some(text), Some(expansion), true) = (text, expansion, diag.is_empty()) {
            self.keep(&text);
            return expansion;
        }
        let outline = checked.outline();
        let facts = Facts::of_target(self.target.triple);
        let outline = plan::outline(&outline, &input.options.naming, &facts);
        let fallback = detached(|| encode(emit::fallback(&outline)));
        let mut expansion = respan(&fallback, self.tokens).unwrap_or_default();
        expansion.extend(std::mem::take(diag).into_tokens(&input.source, self.tokens));
        expansion
    }

    /// None means that an error was reported.
    fn generate(
        &mut self,
        diag: &mut Diagnostics,
        input: &Input,
        checked: &Checked<'_>,
        flags: &Flags,
    ) -> Option<String> {
        let cdef = checked.cdef();
        let trust = if diag.is_empty() { judge::Trust::Declarations } else { judge::Trust::NumbersAlone };
        self.work.read.extend(flags.read.iter().cloned());
        let needs_compiler = cdef.preamble.verified || !input.options.source.is_empty();
        let compiler = if needs_compiler { Some(self.compiler(diag)?) } else { None };
        if let Some(compiler) = &compiler {
            self.work.folders = toolchain::include_folders(compiler, flags);
            self.work.read.push(compiler.program().to_owned());
        }
        let facts = match &compiler {
            Some(compiler) if cdef.preamble.verified => {
                let mut asker = Asker::new(compiler, flags, &input.source, input.options.tolerance);
                let facts = asker.ask(diag, checked);
                self.work.probe = asker.probe;
                self.work.read.extend(asker.headers);
                facts?
            }
            Some(_) | None => Facts::of_target(self.target.triple),
        };
        if toolchain::dump_wanted() && cdef.preamble.verified {
            self.work.answers = format!("{facts:#?}\n");
        }
        if checked.refused().is_empty() {
            compare_passing(diag, checked, &facts);
            compare_sizes(diag, cdef, &facts, DataModel::of(self.target.triple));
        }
        if !diag.is_empty() {
            judge::judge_demands(diag, checked, &facts, trust);
            return None;
        }
        let (naming, table) = (&input.options.naming, input.options.table.as_ref());
        plan::refuse_clashes(diag, cdef, &facts, naming, table);
        let judged = judge::judge(diag, checked, &facts);
        if !diag.is_empty() {
            return None;
        }
        let mut objects = match &compiler {
            Some(compiler) => self.sources(diag, compiler, flags, &input.options.source)?,
            None => Vec::new(),
        };
        let mut options = self.plan_options(&input.options, flags);
        options.library.own = objects.iter().flat_map(|(_, object)| facts::definitions(object)).collect();
        if compiler.is_some() {
            options.tracked_env.extend(toolchain::tracked_environment(&self.target, &input.options));
        }
        let symbols = options.symbols.clone();
        let mut plan = plan::plan(checked, &facts, &judged, &options);
        if let (Some(compiler), Some(stubs)) = (&compiler, stub::write(&plan)) {
            self.work.stubs = stubs;
            let vendored = objects.len();
            objects.extend(self.stubs(diag, compiler, flags));
            if plan.library.is_some() && toolchain::build_kind() == Build::Link {
                options.library.hidden =
                    self.undefined(compiler, &objects).into_iter().map(|name| name.symbol).collect();
            }
            if !options.library.hidden.is_empty() {
                plan = plan::plan(checked, &facts, &judged, &options);
                objects.truncate(vendored);
                self.work.stubs = stub::write(&plan).unwrap_or_default();
                objects.extend(self.stubs(diag, compiler, flags));
                self.refuse_undefined(diag, compiler, &objects, &plan);
            }
        }
        if !diag.is_empty() {
            return None;
        }
        if !objects.is_empty() {
            let name = symbols.archive();
            toolchain::write_archive(&self.target, &name, objects).map_err(|message| diag.block_error(message)).ok()?;
            self.work.archive = Some(name);
        }
        Some(detached(|| encode(emit::emit(&plan))))
    }

    /// What stubs need that they are not linked with: it is in the library that is loaded, or nowhere.
    fn undefined(&self, compiler: &Compiler, objects: &[ArchiveMember]) -> Vec<toolchain::Undefined> {
        let mut found = toolchain::undefined(&self.target, compiler, objects);
        found.retain(|undefined| !undefined.symbol.starts_with(stub::RUNTIME));
        found
    }

    /// What macros call is looked up in the table; an inline function of the headers calls the linker's.
    fn refuse_undefined(
        &self,
        diag: &mut Diagnostics,
        compiler: &Compiler,
        objects: &[ArchiveMember],
        plan: &plan::Plan<'_>,
    ) {
        for undefined in self.undefined(compiler, objects) {
            let symbol = &undefined.symbol;
            let function = undefined.user.as_ref().and_then(|user| plan.function_of_stub(user));
            let name = function.map_or("C code of the block".to_owned(), |name| format!("`{}`", name.text));
            let message = match plan.cdef.binding {
                Binding::Tables => format!(
                    "{name} needs `{symbol}`, but does not know in which library: only declared functions and macros \
                     go through a table that is a value"
                ),
                Binding::Linker | Binding::Loader => format!(
                    "{name} needs `{symbol}` through an inline function of the headers, which only a linked library \
                     serves; write it as C code of the block, or use `link` in place of `dlopen`"
                ),
            };
            match function {
                Some(name) => diag.error(name.span, message),
                None => diag.block_error(message),
            }
        }
    }

    fn compiler(&self, diag: &mut Diagnostics) -> Option<Compiler> {
        Compiler::find(&self.target).map_err(|message| diag.block_error(message)).ok()
    }

    fn plan_options(&self, options: &Options, flags: &Flags) -> PlanOptions {
        let named = options.link.iter().map(|link| PlannedLink { name: link.name.clone(), kind: link.kind });
        let packaged =
            flags.libraries.iter().map(|library| PlannedLink { name: library.name.clone(), kind: library.kind });
        let own = self.work.read.iter().filter(|path| !toolchain::is_system_header(path));
        PlanOptions {
            // The loader takes the linker's place.
            link: if options.is_loaded() { Vec::new() } else { named.chain(packaged).collect() },
            library: LibraryOptions {
                files: options.dlopen.iter().map(|name| name.text.clone()).collect(),
                table: options.table.clone(),
                ..LibraryOptions::default()
            },
            naming: options.naming.clone(),
            tracked_files: own.map(|path| path.display().to_string()).collect(),
            tracked_env: vec![toolchain::DUMP.to_owned()],
            symbols: Symbols::new(&self.key, &toolchain::crate_name()),
            has_archive: !options.source.is_empty(),
        }
    }

    /// Compiles the vendored sources, each to a member of the archive.
    fn sources(
        &mut self,
        diag: &mut Diagnostics,
        compiler: &Compiler,
        flags: &Flags,
        sources: &[Text],
    ) -> Option<Vec<ArchiveMember>> {
        let mut objects = Vec::new();
        self.work.read.extend(sources.iter().map(|source| toolchain::manifest_folder().join(&source.text)));
        for source in sources {
            // `cargo check` compiles none, yet it should not be the build that tells.
            if let Err(message) = toolchain::expect_file(Path::new(&source.text)) {
                diag.error(source.span, message);
            }
        }
        if toolchain::build_kind() == Build::Check || !diag.is_empty() {
            return diag.is_empty().then_some(objects);
        }
        for (index, source) in sources.iter().enumerate() {
            match toolchain::compile_file(compiler, flags, Path::new(&source.text)) {
                Ok(compiled) => {
                    self.work.read.extend(compiled.headers);
                    objects.push((format!("source{index}.o"), compiled.object));
                }
                Err(Failure::Messages(messages)) => {
                    for message in messages {
                        let Place { file, line, .. } = &message.place;
                        diag.error(source.span, format!("{file}:{line}: the C compiler says: {}", message.text));
                    }
                }
                Err(Failure::Io(message)) => diag.error(source.span, message),
            }
        }
        diag.is_empty().then_some(objects)
    }

    /// Compiles the stubs, which are made of what the probe has shown to compile.
    fn stubs(&self, diag: &mut Diagnostics, compiler: &Compiler, flags: &Flags) -> Option<ArchiveMember> {
        if toolchain::build_kind() == Build::Check {
            return None;
        }
        match toolchain::compile(compiler, flags, Purpose::Stubs, &self.work.stubs) {
            Ok(compiled) => Some(("stubs.o".to_owned(), compiled.object)),
            Err(failure) => {
                diag.block_error(format!("the stubs can't be compiled: {}", first_line(&failure)));
                None
            }
        }
    }

    /// Shows the block's C and Rust to whoever asked for it with `CDEF_DUMP`.
    fn dump(&self, diag: &mut Diagnostics, expansion: &TokenStream) {
        if !toolchain::dump_wanted() {
            return;
        }
        let Work { answers, probe, stubs, .. } = &self.work;
        // Outside of a `macro_rules!` there is no `$crate`.
        let expansion = expansion.to_string().replace("$crate", "::cffi_rt");
        let files = [("probe.c", probe), ("stubs.c", stubs), ("answers.txt", answers), ("expansion.rs", &expansion)];
        let files: Vec<(&str, &str)> = files
            .into_iter()
            .filter(|(_, text)| !text.is_empty())
            .map(|(ending, text)| (ending, text.as_str()))
            .collect();
        if let Err(message) = toolchain::dump(&self.key, &files) {
            diag.block_error(message);
        }
    }

    /// Keeps the expansion for the next time.
    fn keep(&self, text: &str) {
        let Work { read, folders, archive, .. } = &self.work;
        toolchain::store(&self.target, &self.key, read, folders, archive.as_deref(), self.since, text);
    }
}

fn first_line(failure: &Failure) -> String {
    match failure {
        Failure::Messages(messages) => messages.first().map_or_else(String::new, |message| message.text.clone()),
        Failure::Io(message) => message.clone(),
    }
}

/// A block by itself, without cache, as the tests want it: its key doesn't hang on the environment.
#[cfg(test)]
pub(crate) fn expand_for_tests(tokens: &Tokens) -> TokenStream {
    block_for_tests(tokens).expand()
}

/// The C files of a block: its probe and its stubs.
#[cfg(test)]
pub(crate) fn c_for_tests(tokens: &Tokens) -> (String, String) {
    let mut block = block_for_tests(tokens);
    block.expand();
    (block.work.probe, block.work.stubs)
}

#[cfg(test)]
fn block_for_tests(tokens: &Tokens) -> Block<'_> {
    let entry = &tokens.entry;
    let target = Target {
        triple: &entry.target,
        host: &entry.host,
        opt_level: &entry.opt_level,
        debug: entry.debug,
        stubs: &entry.stubs,
    };
    Block { tokens, target, key: "0".to_owned(), since: SystemTime::now(), work: Work::default() }
}
