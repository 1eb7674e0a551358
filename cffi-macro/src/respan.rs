//! Emitted or cached text in, tokens with the user's spans out.
//!
//! Text has no spans, so `emit` writes a name that belongs to token 12 as `__at12_name` (`__atr12_type` for `r#type`),
//! and `$crate` as `__cffi_rt`.

use std::fmt::Write as _;

use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};

use crate::model;
use crate::tokens::Tokens;

/// Stands for the `$crate` token in emitted text.
pub(crate) const RT: &str = "__cffi_rt";

/// Parses emitted text and gives marked names the spans of their tokens.
///
/// None says that the text is no sequence of tokens: a cached one was damaged.
pub(crate) fn respan(text: &str, tokens: &Tokens) -> Option<TokenStream> {
    let stream = text.parse().ok()?;
    let mut walk = Walk { tokens, call_site: Span::call_site(), name: String::new(), changes: 0 };
    Some(walk.stream(stream))
}

/// The name that `emit` writes for a C name: valid in Rust, and marked with its token.
pub(crate) fn mark(name: &str, span: model::Span) -> Ident {
    let token = span.token;
    let name = rust_name(name);
    let marked = match Form::of(&name) {
        Form::Plain => format!("__at{token}_{name}"),
        Form::Raw => format!("__atr{token}_{name}"),
        Form::Never => format!("__at{token}_{name}_"),
    };
    Ident::new(&marked, Span::call_site())
}

/// How Rust can spell a C name.
enum Form {
    Plain,
    Raw,
    /// Not even as a raw identifier.
    Never,
}

impl Form {
    fn of(name: &str) -> Form {
        match name {
            "_" | "self" | "Self" | "super" | "crate" => Form::Never,
            "abstract" | "as" | "async" | "await" | "become" | "box" | "break" | "const" | "continue" | "do"
            | "dyn" | "else" | "enum" | "extern" | "false" | "final" | "fn" | "for" | "gen" | "if" | "impl" | "in"
            | "let" | "loop" | "macro" | "match" | "mod" | "move" | "mut" | "override" | "priv" | "pub" | "ref"
            | "return" | "static" | "struct" | "trait" | "true" | "try" | "type" | "typeof" | "unsafe" | "unsized"
            | "use" | "virtual" | "where" | "while" | "yield" => Form::Raw,
            _ => Form::Plain,
        }
    }
}

// GNU C allows `$` in names; the string form takes whatever a file holds.
fn rust_name(name: &str) -> String {
    let keeps = |char: char| {
        char == '_' || char.is_ascii_alphanumeric() || (!char.is_ascii() && is_identifier(&format!("a{char}")))
    };
    name.chars().map(|char| if keeps(char) { char } else { '_' }).collect()
}

fn is_identifier(text: &str) -> bool {
    syn::parse_str::<Ident>(text).is_ok()
}

struct Walk<'t> {
    tokens: &'t Tokens,
    call_site: Span,
    /// The identifier at hand; kept, so that most identifiers cost no allocation.
    name: String,
    /// How many identifiers were replaced so far.
    changes: usize,
}

impl Walk<'_> {
    fn stream(&mut self, stream: TokenStream) -> TokenStream {
        stream.into_iter().map(|tree| self.tree(tree)).collect()
    }

    fn tree(&mut self, tree: TokenTree) -> TokenTree {
        match tree {
            TokenTree::Group(group) => self.group(group).into(),
            TokenTree::Ident(ident) => self.ident(ident).into(),
            TokenTree::Punct(_) | TokenTree::Literal(_) => tree,
        }
    }

    // Most groups have no marks; those that stay as they are spare the way back through the compiler.
    fn group(&mut self, group: Group) -> Group {
        let changes = self.changes;
        let trees: Vec<TokenTree> = group.stream().into_iter().map(|tree| self.tree(tree)).collect();
        if self.changes == changes { group } else { Group::new(group.delimiter(), trees.into_iter().collect()) }
    }

    fn ident(&mut self, ident: Ident) -> Ident {
        self.name.clear();
        write!(self.name, "{ident}").expect("writing into a string can't fail");
        let changed = if self.name == RT { Some(self.tokens.entry.rt.clone()) } else { self.unmark() };
        match changed {
            Some(changed) => {
                self.changes += 1;
                changed
            }
            None => ident,
        }
    }

    fn unmark(&self) -> Option<Ident> {
        let rest = self.name.strip_prefix("__at")?;
        let (raw, rest) = match rest.strip_prefix('r') {
            Some(rest) => (true, rest),
            None => (false, rest),
        };
        let (token, name) = rest.split_once('_')?;
        let token = token.parse().ok()?;
        // Where a damaged text says nonsense, the mark stays: a bad name would be a panic.
        let starts_well = match name.chars().next()? {
            '_' => name != "_",
            first if first.is_ascii() => first.is_ascii_alphabetic(),
            _ => is_identifier(name),
        };
        if !starts_well || matches!(Form::of(name), Form::Never) {
            return None;
        }
        // Located at the user's token, but resolved as all other generated tokens are, so that names meet.
        let span = self.tokens.span(token).resolved_at(self.call_site);
        Some(if raw { Ident::new_raw(name, span) } else { Ident::new(name, span) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tests::block;

    fn check(text: &str, expected: &str) {
        let stream = respan(text, &block("int crc32(int type);")).expect("the text lexes");
        assert_eq!(stream.to_string(), expected);
    }

    fn check_mark(name: &str, marked: &str, shown: &str) {
        let ident = mark(name, model::Span { token: 1, offset: 0 }).to_string();
        assert_eq!(ident, marked);
        check(&ident, shown);
    }

    #[test]
    fn marks_vanish() {
        check("pub fn __at1_crc32(__atr4_type: u32) {}", "pub fn crc32 (r#type : u32) { }");
    }

    #[test]
    fn the_run_time_crate_is_the_entry_macros() {
        check("__cffi_rt::__private::c_int", "cffi_rt :: __private :: c_int");
    }

    #[test]
    fn marked_names_stand_at_their_tokens() {
        let tokens = block("int\n crc32 ( int type );");
        let stream = respan("(__at1_crc32 other __at4294967295_x)", &tokens).expect("the text lexes");
        let Some(TokenTree::Group(group)) = stream.into_iter().next() else { panic!("a group") };
        let starts: Vec<_> = group.stream().into_iter().map(|tree| tree.span().start()).collect();
        assert_eq!(starts[0], tokens.span(1).start());
        assert_eq!(starts[2], Span::call_site().start());
    }

    #[test]
    fn each_c_name_has_a_rust_name() {
        check_mark("crc32", "__at1_crc32", "crc32");
        check_mark("type", "__atr1_type", "r#type");
        check_mark("gen", "__atr1_gen", "r#gen");
        check_mark("self", "__at1_self_", "self_");
        check_mark("_", "__at1___", "__");
        check_mark("_a", "__at1__a", "_a");
        check_mark("sys$open", "__at1_sys_open", "sys_open");
        check_mark("é", "__at1_é", "é");
        check_mark("r_1_x", "__at1_r_1_x", "r_1_x");
    }

    #[test]
    fn names_that_only_look_marked_stay() {
        check(
            "__at __at1 __at1_ __atx_a __at1_9 __at1_self __atr1_crate __at99999999999_a",
            "__at __at1 __at1_ __atx_a __at1_9 __at1_self __atr1_crate __at99999999999_a",
        );
    }

    #[test]
    fn damaged_text_is_refused() {
        assert!(respan("fn f( {", &block("")).is_none());
    }
}
