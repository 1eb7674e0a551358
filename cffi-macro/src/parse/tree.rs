//! Scanned text in, lang-c's tree out, or where it failed.

use std::collections::{BTreeSet, HashSet};

use lang_c::ast::{Declaration, Expression, ExternalDeclaration, Initializer};
use lang_c::driver::{Config, Flavor, parse_preprocessed};
use lang_c::span::Node;

/// A tree of lang-c with what turns its positions into offsets of the block's text.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) node: Node<Declaration>,
    /// Bytes that stand before the declaration in what lang-c saw.
    prelude: usize,
    base: usize,
    directive: bool,
}

impl Tree {
    /// It stands on a `#` line, which `Unit::text` lacks.
    pub(crate) fn is_directive(&self) -> bool {
        self.directive
    }

    pub(crate) fn offset(&self, position: usize) -> usize {
        (position + self.base).saturating_sub(self.prelude)
    }
}

/// An expression that stands by itself.
#[derive(Debug)]
pub(crate) struct Formula {
    pub(crate) expression: Node<Expression>,
    /// What gives its positions a meaning.
    pub(crate) tree: Tree,
}

/// A declaration, scanned.
#[derive(Clone, Copy, Debug)]
pub(crate) struct TreeSource<'a> {
    /// The type names that it uses.
    pub(crate) types: &'a BTreeSet<String>,
    pub(crate) text: &'a [u8],
    pub(crate) base: usize,
}

/// So many declarations are parsed at once: lang-c sets up its table of words for each text anew.
const BATCH: usize = 32;

/// Parses declarations, several at once where no name is a type in one of them and something else in another.
///
/// # Errors
///
/// For each that fails, the offset of its first token that doesn't fit.
pub(crate) fn parse_all(sources: &[TreeSource<'_>]) -> Vec<Result<Tree, usize>> {
    let mut trees = Vec::with_capacity(sources.len());
    let mut rest = sources;
    while !rest.is_empty() {
        let (batch, next) = rest.split_at(batch(rest));
        match parse_batch(batch) {
            Some(parsed) => trees.extend(parsed.into_iter().map(Ok)),
            // lang-c stops at its first error.
            None => trees.extend(batch.iter().map(|source| parse(source.types, "", source.text, source.base))),
        }
        rest = next;
    }
    trees
}

/// How many of the first declarations agree about which names are types; at least one.
fn batch(sources: &[TreeSource<'_>]) -> usize {
    let mut types: HashSet<&str> = HashSet::new();
    let mut others: HashSet<&[u8]> = HashSet::new();
    for (count, source) in sources.iter().take(BATCH).enumerate() {
        let own: Vec<&[u8]> = words(source.text).filter(|word| !is_type(source, word)).collect();
        let clashes = own.iter().any(|word| std::str::from_utf8(word).is_ok_and(|word| types.contains(word)))
            || source.types.iter().any(|name| others.contains(name.as_bytes()));
        if clashes && count > 0 {
            return count;
        }
        types.extend(source.types.iter().map(String::as_str));
        others.extend(own);
    }
    sources.len().min(BATCH)
}

fn is_type(source: &TreeSource<'_>, word: &[u8]) -> bool {
    std::str::from_utf8(word).is_ok_and(|word| source.types.contains(word))
}

fn words(text: &[u8]) -> impl Iterator<Item = &[u8]> {
    let words = text.split(|byte| !byte.is_ascii_alphanumeric() && *byte != b'_' && *byte != b'$');
    words.filter(|word| word.first().is_some_and(|byte| !byte.is_ascii_digit()))
}

/// None if any of them fails, or if lang-c sees other declarations than we do.
fn parse_batch(sources: &[TreeSource<'_>]) -> Option<Vec<Tree>> {
    let types: BTreeSet<&String> = sources.iter().flat_map(|source| source.types).collect();
    let mut unit = prelude(types.iter().copied());
    let mut starts = Vec::with_capacity(sources.len());
    for source in sources {
        starts.push(unit.len());
        push_ascii(&mut unit, source.text);
    }
    let end = unit.len();
    let parsed = parse_preprocessed(&config(), unit).ok()?;
    let nodes = parsed.unit.0.into_iter().skip(types.len());
    let ends = starts.iter().skip(1).copied().chain([end]);
    let mut trees = Vec::with_capacity(sources.len());
    let mut places = sources.iter().zip(starts.iter().copied().zip(ends));
    for node in nodes {
        let (source, (start, end)) = places.next()?;
        if node.span.start < start || node.span.start >= end {
            return None;
        }
        let ExternalDeclaration::Declaration(node) = node.node else { return None };
        trees.push(Tree { node, prelude: start, base: source.base, directive: false });
    }
    places.next().is_none().then_some(trees)
}

/// Parses an expression that starts at `base`.
///
/// # Errors
///
/// The offset of the first token that doesn't fit.
pub(crate) fn parse_expression(types: &BTreeSet<String>, mut text: Vec<u8>, base: usize) -> Result<Formula, usize> {
    text.push(b';');
    let mut tree = parse(types, "int x=", &text, base)?;
    let declarators = std::mem::take(&mut tree.node.node.declarators);
    let after = |offset| tree.offset(offset).max(base);
    let mut declarators = declarators.into_iter();
    let (first, second) = (declarators.next(), declarators.next());
    // `1, y` declares a second variable.
    if let Some(second) = second {
        return Err(after(second.span.start));
    }
    let Some(initializer) = first.and_then(|first| first.node.initializer) else { return Err(base) };
    match initializer.node {
        Initializer::Expression(expression) => Ok(Formula { expression: *expression, tree }),
        Initializer::List(_) => Err(after(initializer.span.start)),
    }
}

/// Parses one declaration that starts at `base`, with `before` in front of it.
fn parse(types: &BTreeSet<String>, before: &str, text: &[u8], base: usize) -> Result<Tree, usize> {
    let mut unit = prelude(types);
    unit.push_str(before);
    let prelude = unit.len();
    push_ascii(&mut unit, text);
    match parse_preprocessed(&config(), unit) {
        Ok(parsed) => {
            let count = parsed.unit.0.len();
            match parsed.unit.0.into_iter().next_back() {
                Some(Node { node: ExternalDeclaration::Declaration(node), .. }) if count == types.len() + 1 => {
                    Ok(Tree { node, prelude, base, directive: !before.is_empty() })
                }
                Some(_) | None => Err(base),
            }
        }
        Err(error) => Err((error.offset + base).saturating_sub(prelude).max(base)),
    }
}

fn prelude<'a>(types: impl IntoIterator<Item = &'a String>) -> String {
    types.into_iter().map(|name| format!("typedef int {name};")).collect()
}

fn push_ascii(unit: &mut String, text: &[u8]) {
    unit.extend(text.iter().map(|&byte| char::from(if byte.is_ascii() { byte } else { b'?' })));
}

fn config() -> Config {
    Config { cpp_command: String::new(), cpp_options: Vec::new(), flavor: Flavor::GnuC11 }
}
