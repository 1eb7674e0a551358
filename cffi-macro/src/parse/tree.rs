//! Scanned text in, lang-c's tree out, or where it failed.

use std::collections::BTreeSet;

use lang_c::ast::ExternalDeclaration;
use lang_c::driver::{Config, Flavor, parse_preprocessed};
use lang_c::span::Node;

/// A tree of lang-c with what turns its positions into offsets of the block's text.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(crate) node: Node<ExternalDeclaration>,
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

/// Parses one declaration that starts at `base`, with `before` in front of it.
///
/// # Errors
///
/// The offset of the first token that doesn't fit.
pub(crate) fn parse(types: &BTreeSet<String>, before: &str, text: &[u8], base: usize) -> Result<Tree, usize> {
    let mut unit = String::new();
    for name in types {
        unit.push_str("typedef int ");
        unit.push_str(name);
        unit.push(';');
    }
    unit.push_str(before);
    let prelude = unit.len();
    unit.extend(text.iter().map(|&byte| char::from(if byte.is_ascii() { byte } else { b'?' })));
    let config = Config { cpp_command: String::new(), cpp_options: Vec::new(), flavor: Flavor::GnuC11 };
    match parse_preprocessed(&config, unit) {
        Ok(parsed) => {
            let count = parsed.unit.0.len();
            match parsed.unit.0.into_iter().next_back() {
                Some(node) if count == types.len() + 1 => {
                    Ok(Tree { node, prelude, base, directive: !before.is_empty() })
                }
                _ => Err(base),
            }
        }
        Err(error) => Err((error.offset + base).saturating_sub(prelude).max(base)),
    }
}
