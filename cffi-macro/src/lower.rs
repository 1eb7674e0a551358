//! The trees of a block in, the model out: names are bound, types built, values worked out.
//!
//! Whether anything is supported is `check`'s business.

mod arithmetic;
mod constant;
mod convention;
mod enums;
mod items;
mod literal;
mod names;
mod optional;
mod records;
mod specifiers;
mod texts;
mod type_of;
mod typedefs;
mod types;
mod used;
mod words;

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use lang_c::ast::Expression;
use lang_c::span::{Node, Span as Position};

pub(crate) use arithmetic::DataModel;
use constant::{Values, Why};
use texts::Docs;

use crate::diag::Diagnostics;
use crate::model::{Cdef, EnumId, Expr, Float, Literal, Name, Origin, Preamble, RecordId, Span, TypedefId};
use crate::parse::{Declaration, DeclarationKind, Tree, Unit};
use crate::source::Source;

/// Who says what is true.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The headers.
    Verified,
    /// The block itself.
    Declared,
}

impl From<bool> for Mode {
    fn from(verified: bool) -> Mode {
        if verified { Mode::Verified } else { Mode::Declared }
    }
}

/// The reason was reported.
struct Refused;

type Lowered<T> = Result<T, Refused>;

/// Refusals spread to what uses the refused names; longer chains are given up as a whole.
const MAX_ROUNDS: usize = 16;

/// Makes the model of a block.
pub(crate) fn lower(diag: &mut Diagnostics, source: &Source, unit: &Unit, mode: Mode, model: DataModel) -> Cdef {
    let mut skip = BTreeSet::new();
    let mut undeclared = BTreeMap::new();
    let mut poison = Poison::of(unit, &skip, &undeclared);
    let docs = Docs::new(source);
    // Later rounds repeat the first without what was refused, and report nothing.
    let mut silent = Diagnostics::default();
    for round in 0..MAX_ROUNDS {
        let diag = if round == 0 { &mut *diag } else { &mut silent };
        let mut lowering = Lowering::new(diag, source, unit, mode, model, &skip, &poison, &docs);
        lowering.cdef.binding = unit.binding;
        lowering.run();
        let (mut cdef, failed) = (lowering.cdef, lowering.failed);
        words::settle_outputs(&mut cdef, lowering.outputs);
        undeclared.extend(lowering.undeclared);
        skip.extend(&failed);
        poison = Poison::of(unit, &skip, &undeclared);
        if failed.is_empty() {
            return finish(cdef, unit, mode, poison);
        }
    }
    skip.extend(0..unit.declarations.len());
    finish(Cdef::default(), unit, mode, Poison::of(unit, &skip, &undeclared))
}

fn finish(mut cdef: Cdef, unit: &Unit, mode: Mode, poison: Poison) -> Cdef {
    cdef.preamble = Preamble { parts: unit.preamble.clone(), verified: mode == Mode::Verified };
    cdef.poisoned = poison.tags;
    cdef.poisoned.extend(poison.names);
    cdef
}

/// Names that were refused.
#[derive(Default)]
struct Poison {
    names: BTreeMap<String, Span>,
    tags: BTreeMap<String, Span>,
}

impl Poison {
    /// What the declarations in `skip` and those that didn't parse would have declared, and no other does.
    fn of(unit: &Unit, skip: &BTreeSet<usize>, undeclared: &BTreeMap<String, Span>) -> Poison {
        let mut poison = Poison { names: undeclared.clone(), tags: BTreeMap::new() };
        poison.add(&unit.poisoned, &unit.poisoned_tags);
        for declaration in skip.iter().filter_map(|&index| unit.declarations.get(index)) {
            poison.add(&declaration.names, &declaration.tags);
        }
        if poison.names.is_empty() && poison.tags.is_empty() {
            return poison;
        }
        for (index, declaration) in unit.declarations.iter().enumerate() {
            if skip.contains(&index) {
                continue;
            }
            for name in &declaration.names {
                poison.names.remove(&name.text);
            }
            for tag in &declaration.tags {
                poison.tags.remove(&tag.text);
            }
        }
        poison
    }

    fn add(&mut self, names: &[Name], tags: &[Name]) {
        self.names.extend(names.iter().map(|name| (name.text.clone(), name.span)));
        self.tags.extend(tags.iter().map(|name| (name.text.clone(), name.span)));
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Tag {
    Record(RecordId),
    Enum(EnumId),
}

struct Lowering<'a> {
    diag: &'a mut Diagnostics,
    source: &'a Source,
    unit: &'a Unit,
    mode: Mode,
    skip: &'a BTreeSet<usize>,
    poison: &'a Poison,
    docs: &'a Docs<'a>,
    values: Values<'a>,
    cdef: Cdef,
    typedefs: HashMap<String, TypedefId>,
    /// Typedefs whose kind is known by now, by id.
    known_typedefs: Vec<bool>,
    tags: HashMap<String, Tag>,
    /// Records and enums without a tag, by the offset of their keyword.
    tagless: HashMap<usize, Tag>,
    /// C's one name space of functions, variables, constants and types (C11 6.2.3).
    ordinary: HashMap<String, items::Ordinary>,
    undeclared: BTreeMap<String, Span>,
    /// What calls of `cdef_error` may write to.
    outputs: Vec<words::Candidate>,
    /// Types of other blocks by their C name, with their place in `Cdef::uses`.
    used: HashMap<String, (usize, Name)>,
    failed: BTreeSet<usize>,
    /// What the failed declarations would have declared.
    lost: HashSet<&'a str>,
    /// The declaration at hand.
    current: usize,
    /// By typedef.
    typedef_homes: Vec<usize>,
    /// The first declaration of each name, once a `typeof` asked.
    homes: Option<HashMap<&'a str, usize>>,
    /// Declarations whose types a `typeof` is after.
    asked_about: BTreeSet<usize>,
    /// Records that the block declares without a body.
    announced: BTreeSet<RecordId>,
    /// Words of conventions that found their functions, by offset.
    conventions: BTreeSet<usize>,
}

impl<'a> Lowering<'a> {
    #[expect(clippy::too_many_arguments, reason = "all that a round needs, in one place")]
    fn new(
        diag: &'a mut Diagnostics,
        source: &'a Source,
        unit: &'a Unit,
        mode: Mode,
        model: DataModel,
        skip: &'a BTreeSet<usize>,
        poison: &'a Poison,
        docs: &'a Docs<'a>,
    ) -> Lowering<'a> {
        Lowering {
            diag,
            source,
            unit,
            mode,
            skip,
            poison,
            docs,
            values: Values::new(unit, &source.text, model),
            cdef: Cdef::default(),
            typedefs: HashMap::new(),
            known_typedefs: Vec::new(),
            tags: HashMap::new(),
            tagless: HashMap::new(),
            ordinary: HashMap::new(),
            undeclared: BTreeMap::new(),
            outputs: Vec::new(),
            used: HashMap::new(),
            failed: BTreeSet::new(),
            lost: HashSet::new(),
            current: 0,
            typedef_homes: Vec::new(),
            homes: None,
            asked_about: BTreeSet::new(),
            announced: BTreeSet::new(),
            conventions: BTreeSet::new(),
        }
    }

    // Names first, so that their order doesn't matter; then typedefs, which decide what other declarations are.
    fn run(&mut self) {
        self.declare_used();
        self.each(Lowering::declare_typedefs);
        self.each(Lowering::declare_names);
        if self.unit.declarations.iter().any(|declaration| declaration.notes.type_of) {
            self.each(Lowering::lower_records);
        }
        self.each(Lowering::lower_typedefs);
        self.refuse_cycles();
        self.adjust_all();
        self.each(Lowering::lower_items);
        self.each(Lowering::refuse_conventions);
        self.measure_mentioned();
    }

    fn each(&mut self, phase: impl Fn(&mut Self, &'a Declaration) -> Lowered<()>) {
        for (index, declaration) in self.unit.declarations.iter().enumerate() {
            if self.skip.contains(&index) || self.failed.contains(&index) {
                continue;
            }
            self.current = index;
            if phase(self, declaration).is_err() {
                self.failed.insert(index);
                self.lost.extend(declaration.names.iter().map(|name| name.text.as_str()));
            }
        }
    }

    fn error<T>(&mut self, offset: usize, message: impl Into<String>) -> Lowered<T> {
        self.diag.error(self.source.span(offset), message);
        Err(Refused)
    }

    fn text_of(&self, tree: &Tree) -> &'a str {
        if tree.is_directive() { &self.source.text } else { &self.unit.text }
    }

    fn range(&self, tree: &Tree, position: Position) -> Range<usize> {
        texts::balanced(self.text_of(tree), tree.offset(position.start)..tree.offset(position.end))
    }

    fn slice(&self, range: Range<usize>) -> &'a str {
        self.unit.text.get(range).unwrap_or("")
    }

    fn name(&self, tree: &Tree, position: Position) -> Name {
        let range = tree.offset(position.start)..tree.offset(position.end);
        let span = self.source.span(range.start);
        Name { text: self.text_of(tree).get(range).unwrap_or("").trim().to_owned(), span }
    }

    fn origin(&self, range: Range<usize>) -> Origin {
        Origin { text: texts::tidy(self.slice(range.clone())), docs: self.docs.of(range) }
    }

    /// An `...` at `offset` needs headers.
    fn require_headers(&mut self, offset: usize) -> Lowered<()> {
        match self.mode {
            Mode::Verified => Ok(()),
            Mode::Declared => self.error(offset, "`...` asks the C compiler; add an `#include`"),
        }
    }

    fn expr(&mut self, tree: &Tree, expr: &Node<Expression>) -> Lowered<Expr> {
        let range = self.range(tree, expr.span);
        let text = texts::expression(self.text_of(tree).get(range.clone()).unwrap_or(""));
        let value = match (self.values.evaluate(tree, expr), self.mode) {
            // Its bits are the target's.
            (Ok(Literal::Float(_, Float::LongDouble)), Mode::Verified) => None,
            (Ok(value), _) => Some(value),
            (Err(_), Mode::Verified) => None,
            (Err(Why::Invalid(why)), Mode::Declared) => return self.error(range.start, why),
            (Err(Why::Unknown), Mode::Declared) => {
                if self.uses_poison(&text) {
                    return Err(Refused);
                }
                let message = format!("only the C compiler can tell the value of `{text}`; add an `#include`");
                return self.error(range.start, message);
            }
        };
        Ok(Expr { text, value, span: self.source.span(range.start) })
    }

    fn uses_poison(&self, text: &str) -> bool {
        let (tokens, _) = crate::parse::lex(text, 0, text.len());
        let refused = |word: &str| {
            let poison = self.poison;
            self.lost.contains(word) || poison.names.contains_key(word) || poison.tags.contains_key(word)
        };
        tokens.iter().any(|token| refused(token.text(text)))
    }
}

/// The tree of a declaration of C.
fn tree(declaration: &Declaration) -> Option<(&Tree, &lang_c::ast::Declaration)> {
    match &declaration.kind {
        DeclarationKind::C { tree, .. } => Some((tree, &tree.node.node)),
        DeclarationKind::Macro { .. } | DeclarationKind::Assertion { .. } => None,
    }
}

#[cfg(test)]
mod print;
#[cfg(test)]
mod tests;
