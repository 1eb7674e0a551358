//! Emitted tokens in, text that can be kept out; and back, with the user's spans.
//!
//! Text has no spans, so `emit` writes a name that belongs to token 12 as `__at12_name` (`__atr12_type` for `r#type`),
//! and `$crate` as `__cffi_rt`.
//! The text is no Rust: a byte for the kind of each token and its content up to a NUL, so that reading it back needs
//! neither the compiler's lexer nor a walk through its trees, which cost more than all else of a kept expansion.

use proc_macro2::{Delimiter, Group, Ident, Literal, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::model;
use crate::tokens::Tokens;

/// Stands for the `$crate` token in emitted tokens.
pub(crate) const RT: &str = "__cffi_rt";

/// Ends the content of a token; no identifier holds it, and literals escape it.
const END: char = '\0';

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

/// The same for a segment of a path that the user wrote, whose `self`, `super` and `crate` are Rust's.
pub(crate) fn mark_path(name: &str, span: model::Span) -> Ident {
    match Form::of(name) {
        Form::Never if name != "_" => Ident::new(&format!("__atp{}_{name}", span.token), Span::call_site()),
        Form::Never | Form::Raw | Form::Plain => mark(name, span),
    }
}

/// The keyword `unsafe` of the user's, so that lints against it fire there.
pub(crate) fn mark_unsafe(span: model::Span) -> Ident {
    Ident::new(&format!("__atp{}_unsafe", span.token), Span::call_site())
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

/// Writes emitted tokens down.
pub(crate) fn encode(stream: TokenStream) -> String {
    let mut text = String::new();
    encode_stream(stream, &mut text);
    text
}

fn encode_stream(stream: TokenStream, text: &mut String) {
    for tree in stream {
        match tree {
            TokenTree::Ident(ident) => encode_ident(&ident.to_string(), text),
            TokenTree::Punct(punct) => {
                text.push(if punct.spacing() == Spacing::Joint { 'j' } else { 'p' });
                text.push(punct.as_char());
            }
            TokenTree::Literal(literal) => encode_literal(&literal, text),
            TokenTree::Group(group) => {
                let (open, close) = match group.delimiter() {
                    Delimiter::Parenthesis => ('(', ')'),
                    Delimiter::Brace => ('{', '}'),
                    Delimiter::Bracket => ('[', ']'),
                    Delimiter::None => ('<', '>'),
                };
                text.push(open);
                encode_stream(group.stream(), text);
                text.push(close);
            }
        }
    }
}

fn encode_ident(name: &str, text: &mut String) {
    if name == RT {
        text.push('c');
        return;
    }
    if let Some((kind, token, name)) = marked(name) {
        text.push(kind);
        text.push_str(token);
        text.push(END);
        text.push_str(name);
    } else if let Some(name) = name.strip_prefix("r#") {
        text.push('r');
        text.push_str(name);
    } else {
        text.push('i');
        text.push_str(name);
    }
    text.push(END);
}

/// The kind, token and name of a marked name; what `mark` did not write is no mark.
fn marked(name: &str) -> Option<(char, &str, &str)> {
    let rest = name.strip_prefix("__at")?;
    let (kind, rest) = match (rest.strip_prefix('r'), rest.strip_prefix('p')) {
        (Some(rest), _) => ('R', rest),
        (None, Some(rest)) => ('P', rest),
        (None, None) => ('n', rest),
    };
    let (token, name) = rest.split_once('_')?;
    token.parse::<u32>().ok()?;
    let fits = match kind {
        'P' => name == "unsafe" || name != "_" && matches!(Form::of(name), Form::Never),
        _ => is_identifier(name) || matches!(Form::of(name), Form::Raw),
    };
    fits.then_some((kind, token, name))
}

// Strings and digits, which are most literals, need no lexer on the way back.
fn encode_literal(literal: &Literal, text: &mut String) {
    let written = literal.to_string();
    if written.starts_with('"')
        && let Ok(syn::Lit::Str(string)) = syn::parse_str(&written)
        && !string.value().contains(END)
    {
        text.push('s');
        text.push_str(&string.value());
    } else if written.bytes().all(|byte| byte.is_ascii_digit()) {
        text.push('u');
        text.push_str(&written);
    } else {
        text.push('l');
        text.push_str(&written);
    }
    text.push(END);
}

/// Reads kept tokens, each with the macro's span but for marked names, which have those of their tokens.
///
/// None says that the text is none of `encode`'s: a kept one was damaged.
pub(crate) fn respan(text: &str, tokens: &Tokens) -> Option<TokenStream> {
    let mut reader = Reader { rest: text, tokens, call_site: Span::call_site() };
    let mut open = Vec::new();
    let mut trees: Vec<TokenTree> = Vec::new();
    // Lints look at the span of what is unsafe, which reaches from the keyword to the end of its braces.
    let mut vouched: Option<Span> = None;
    while let Some(kind) = reader.char() {
        let tree = match kind {
            '(' | '{' | '[' | '<' => {
                open.push((kind, std::mem::take(&mut trees), vouched.take()));
                continue;
            }
            ')' | '}' | ']' | '>' => {
                let (opening, outer, outer_vouched) = open.pop()?;
                let delimiter = delimiter(opening, kind)?;
                let stream = std::mem::replace(&mut trees, outer).into_iter().collect();
                let mut group = Group::new(delimiter, stream);
                vouched = outer_vouched;
                if delimiter == Delimiter::Brace
                    && let Some(span) = vouched.take()
                {
                    group.set_span(span);
                }
                group.into()
            }
            kind => reader.tree(kind)?,
        };
        if let TokenTree::Ident(ident) = &tree
            && kind == 'P'
            && ident == "unsafe"
        {
            vouched = Some(ident.span());
        }
        trees.push(tree);
    }
    open.is_empty().then(|| trees.into_iter().collect())
}

fn delimiter(open: char, close: char) -> Option<Delimiter> {
    match (open, close) {
        ('(', ')') => Some(Delimiter::Parenthesis),
        ('{', '}') => Some(Delimiter::Brace),
        ('[', ']') => Some(Delimiter::Bracket),
        ('<', '>') => Some(Delimiter::None),
        _ => None,
    }
}

struct Reader<'t> {
    rest: &'t str,
    tokens: &'t Tokens,
    call_site: Span,
}

impl<'t> Reader<'t> {
    fn char(&mut self) -> Option<char> {
        let mut chars = self.rest.chars();
        let char = chars.next()?;
        self.rest = chars.as_str();
        Some(char)
    }

    fn content(&mut self) -> Option<&'t str> {
        let (content, rest) = self.rest.split_once(END)?;
        self.rest = rest;
        Some(content)
    }

    fn tree(&mut self, kind: char) -> Option<TokenTree> {
        Some(match kind {
            'c' => self.tokens.entry.rt.clone().into(),
            'i' => Ident::new(self.content()?, self.call_site).into(),
            'r' => Ident::new_raw(self.content()?, self.call_site).into(),
            'n' | 'R' | 'P' => {
                let token = self.content()?.parse().ok()?;
                let name = self.content()?;
                // A lint looks at what the keyword's span was made by.
                if name == "unsafe" {
                    return Some(Ident::new(name, self.tokens.span(token)).into());
                }
                // Located at the user's token, but resolved as all other generated tokens are, so that names meet.
                let span = self.tokens.span(token).resolved_at(self.call_site);
                if kind == 'R' { Ident::new_raw(name, span).into() } else { Ident::new(name, span).into() }
            }
            'p' => Punct::new(self.char()?, Spacing::Alone).into(),
            'j' => Punct::new(self.char()?, Spacing::Joint).into(),
            's' => Literal::string(self.content()?).into(),
            'u' => Literal::u128_unsuffixed(self.content()?.parse().ok()?).into(),
            'l' => self.content()?.parse::<Literal>().ok()?.into(),
            _ => return None,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tests::block;

    fn kept(text: &str) -> String {
        encode(text.parse().expect("the text lexes"))
    }

    fn check(text: &str, expected: &str) {
        let stream = respan(&kept(text), &block("int crc32(int type);")).expect("the text is kept whole");
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
        let stream = respan(&kept("(__at1_crc32 other __at4294967295_x)"), &tokens).expect("it is whole");
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
    fn every_kind_of_token_comes_back() {
        for text in [
            "a :: < 'b > += 1 - 1.5f32 ; -0x7f_u8 'c' b'd'",
            r##""e\"\n" r"f\g" r#"h"i"# b"j\xff" c"k\x01" "l\0m""##,
            "# [n] { ( ) } r#type _ 340282366920938463463374607431768211455",
        ] {
            let tokens: TokenStream = text.parse().expect("the text lexes");
            let values = |stream: TokenStream| {
                stream.to_string().replace(r#"r"f\g""#, r#""f\\g""#).replace("r#\"h\"i\"#", r#""h\"i""#)
            };
            let back = respan(&encode(tokens.clone()), &block("")).expect("it is whole");
            assert_eq!(values(back), values(tokens));
        }
    }

    #[test]
    fn damaged_text_is_refused() {
        let whole = kept("fn f(a: u8) -> [u8; 2] { \"x\" }");
        assert!(respan(&whole, &block("")).is_some());
        for damaged in ["(", "(]", ")", "x", "ifn", "n1\0", "nx\0a\0", "u-1\0", "l\"\0", "p"] {
            assert!(respan(damaged, &block("")).is_none(), "{damaged:?}");
        }
    }
}
