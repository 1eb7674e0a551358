//! A block with `#![cfg_attr(predicate, option)]` in, the same block with and without the option out.
//!
//! A procedural macro can't evaluate a predicate, for features are known to rustc alone.
//! So rustc gets both blocks, each behind a `#[cfg]`, and expands the one that is left.
//! Several such options are taken one at a time.

use proc_macro2::{Delimiter, Group, Ident, Punct, Spacing, Span, TokenStream, TokenTree};

use crate::diag;
use crate::tokens::{Style, Tokens};

/// Whether one of the options at the top is conditional.
pub(crate) fn is_conditional(tokens: &Tokens) -> bool {
    let mut first = 0;
    while let Some(attribute) = tokens.attribute(first)
        && attribute.style == Style::Inner
    {
        if tokens.text(attribute.open + 1) == "cfg_attr" {
            return true;
        }
        first = attribute.close + 1;
    }
    false
}

/// Leaves the choice to rustc; `stream` is the macro's whole input.
pub(crate) fn switch(rt: &Ident, stream: TokenStream) -> TokenStream {
    let trees: Vec<TokenTree> = stream.into_iter().collect();
    // The entry stands first; then `#`, `!` and a group for each option.
    let conditional = (1..trees.len()).step_by(3).find_map(|at| {
        let Some(TokenTree::Group(option)) = trees.get(at + 2) else { return None };
        let mut inside = option.stream().into_iter();
        match (inside.next(), inside.next()) {
            (Some(TokenTree::Ident(name)), Some(TokenTree::Group(arguments))) if name == "cfg_attr" => {
                Some((at, name.span(), Some(arguments.stream())))
            }
            (Some(TokenTree::Ident(name)), _) if name == "cfg_attr" => Some((at, name.span(), None)),
            _ => None,
        }
    });
    let (at, span, arguments) = conditional.unwrap_or((trees.len(), Span::call_site(), None));
    let Some((predicate, options)) = arguments.and_then(split) else {
        let form = "`cfg_attr` is written `#![cfg_attr(feature = \"loaded\", dlopen(\"libz.so.1\"))]`";
        return diag::compile_error(form, span);
    };
    let (before, after) = (&trees[..at], trees.get(at + 3..).unwrap_or(&[]));
    let with = options.into_iter().flat_map(|option| option_tokens(span, option));
    let with: Vec<TokenTree> = before.iter().cloned().chain(with).chain(after.iter().cloned()).collect();
    let without: Vec<TokenTree> = before.iter().chain(after).cloned().collect();
    let otherwise = call(span, "not", predicate.clone()).collect();
    let mut block = guarded(span, rt, predicate, with);
    block.extend(guarded(span, rt, otherwise, without));
    block
}

/// The predicate, and the options behind it.
fn split(arguments: TokenStream) -> Option<(TokenStream, Vec<TokenStream>)> {
    let mut parts = vec![TokenStream::new()];
    for tree in arguments {
        match (&tree, parts.last_mut()) {
            (TokenTree::Punct(punct), _) if punct.as_char() == ',' => parts.push(TokenStream::new()),
            (_, Some(part)) => part.extend([tree]),
            (_, None) => {}
        }
    }
    // A comma may stand at the end.
    if parts.last().is_some_and(TokenStream::is_empty) {
        parts.pop();
    }
    let mut parts = parts.into_iter();
    let (predicate, options) = (parts.next()?, parts.collect::<Vec<_>>());
    let whole = !predicate.is_empty() && !options.is_empty() && options.iter().all(|option| !option.is_empty());
    whole.then_some((predicate, options))
}

/// `#![option]`
fn option_tokens(span: Span, option: TokenStream) -> [TokenTree; 3] {
    [punct(span, '#'), punct(span, '!'), group(span, Delimiter::Bracket, option)]
}

/// `#[cfg(predicate)] $crate::__private::cdef! { … }`
fn guarded(span: Span, rt: &Ident, predicate: TokenStream, input: Vec<TokenTree>) -> TokenStream {
    let site = Span::call_site();
    let attribute = group(span, Delimiter::Bracket, call(span, "cfg", predicate).collect());
    let mut tokens = TokenStream::from_iter([punct(span, '#'), attribute, rt.clone().into()]);
    for name in ["__private", "cdef"] {
        let colon = |spacing| TokenTree::Punct(Punct::new(':', spacing));
        tokens.extend([colon(Spacing::Joint), colon(Spacing::Alone), Ident::new(name, site).into()]);
    }
    tokens.extend([punct(site, '!'), group(site, Delimiter::Brace, input.into_iter().collect())]);
    tokens
}

fn call(span: Span, name: &str, arguments: TokenStream) -> impl Iterator<Item = TokenTree> {
    [Ident::new(name, span).into(), group(span, Delimiter::Parenthesis, arguments)].into_iter()
}

fn punct(span: Span, char: char) -> TokenTree {
    let mut punct = Punct::new(char, Spacing::Alone);
    punct.set_span(span);
    punct.into()
}

fn group(span: Span, delimiter: Delimiter, stream: TokenStream) -> TokenTree {
    let mut group = Group::new(delimiter, stream);
    group.set_span(span);
    group.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(block: &str, expected: &str) {
        let rt = Ident::new("rt", Span::call_site());
        let stream: TokenStream = format!("[entry] {block}").parse().expect("the block is tokens");
        let squeezed = |text: &str| text.split_whitespace().collect::<String>();
        assert_eq!(squeezed(&switch(&rt, stream).to_string()), squeezed(expected));
    }

    #[test]
    fn both_blocks_are_left_to_rustc() {
        check(
            r#"#![link("m")] #![cfg_attr(any(unix, feature = "f"), dlopen("a", "b"), prefix(z_),)] #![pack(1)] int f(int);"#,
            r#"#[cfg(any(unix, feature = "f"))]
               rt::__private::cdef! { [entry] #![link("m")] #![dlopen("a", "b")] #![prefix(z_)] #![pack(1)] int f(int); }
               #[cfg(not(any(unix, feature = "f")))]
               rt::__private::cdef! { [entry] #![link("m")] #![pack(1)] int f(int); }"#,
        );
    }

    #[test]
    fn a_condition_has_a_predicate_and_options() {
        for block in ["#![cfg_attr]", "#![cfg_attr()]", "#![cfg_attr(unix)]", "#![cfg_attr(unix, , link(\"z\"))]"] {
            let rt = Ident::new("rt", Span::call_site());
            let stream: TokenStream = format!("[entry] {block}").parse().expect("the block is tokens");
            let tokens = switch(&rt, stream).to_string();
            assert!(tokens.contains("`cfg_attr` is written"), "{tokens}");
        }
    }
}
