//! The block's text in, its `#` lines and its declarations out.

use std::ops::Range;

use super::lex::{Kind, Token};
use crate::diag::Diagnostics;
use crate::source::Source;

/// Deeper nesting would exhaust the stack of lang-c, which recurses.
pub(crate) const MAX_DEPTH: usize = 64;

/// A `#` behind something else on its line.
pub(crate) const STRAY_LINE: &str = "a `#` line begins on a line of its own";

/// One top-level item, by its tokens.
#[derive(Debug)]
pub(crate) struct Piece {
    /// All tokens, with the final `;` or `}`.
    pub(crate) tokens: Range<usize>,
    /// The `{` of a function body.
    pub(crate) body: Option<usize>,
}

/// The ranges of the `#` lines, continued lines included, without their last newline.
pub(crate) fn directive_lines(text: &str) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut start = 0;
    let mut continued = false;
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end_matches(['\n', '\r']).len();
        let inside = lines.last().is_some_and(|last| last.end == usize::MAX);
        if inside {
            if let Some(last) = lines.last_mut()
                && !line.trim_end().ends_with('\\')
            {
                last.end = end;
            }
        } else if !continued && line.trim_start().starts_with('#') {
            let hash = start + (line.len() - line.trim_start().len());
            let open = line.trim_end().ends_with('\\');
            lines.push(hash..if open { usize::MAX } else { end });
        }
        continued = line.trim_end().ends_with('\\');
        start += line.len();
    }
    if let Some(last) = lines.last_mut() {
        last.end = last.end.min(text.len());
    }
    lines
}

/// The text at equal length with `#` lines, continuations and unusual white space blanked.
pub(crate) fn blank_directives(text: &str, lines: &[Range<usize>]) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut at = 0;
    for line in lines {
        clean.push_str(text.get(at..line.start).unwrap_or(""));
        blank_into(&mut clean, text.get(line.clone()).unwrap_or(""));
        at = line.end;
    }
    clean.push_str(text.get(at..).unwrap_or(""));
    join_lines(&clean)
}

/// The text at equal length with `\` at line ends, form feeds and the like blanked.
pub(crate) fn join_lines(text: &str) -> String {
    if !text.contains(['\\', '\x0b', '\x0c']) {
        return text.to_owned();
    }
    let mut joined = String::with_capacity(text.len());
    let mut rest = text.chars().peekable();
    while let Some(char) = rest.next() {
        match char {
            '\\' if matches!(rest.peek(), Some('\n' | '\r')) => {
                joined.push(' ');
                while rest.next_if(|&next| matches!(next, '\n' | '\r')).is_some_and(|next| {
                    joined.push(' ');
                    next == '\r'
                }) {}
            }
            '\x0b' | '\x0c' => joined.push(' '),
            char => joined.push(char),
        }
    }
    joined
}

fn blank_into(out: &mut String, text: &str) {
    out.extend(text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }));
}

/// Splits at `;` and after function bodies.
pub(crate) fn split(diag: &mut Diagnostics, source: &Source, text: &str, tokens: &[Token]) -> Vec<Piece> {
    let mut splitter =
        Splitter { pieces: Vec::new(), open: Vec::new(), start: 0, body: None, tag: Tag::None, skip: false };
    let mut previous = "";
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let word = token.text(text);
        if token.kind == Kind::Punct {
            match word {
                "(" | "[" | "{" => {
                    if splitter.open.len() == MAX_DEPTH && !splitter.skip {
                        diag.error(source.span(token.start), format!("more than {MAX_DEPTH} nested brackets"));
                        splitter.skip = true;
                    }
                    splitter.enter(at, word, previous);
                    if splitter.body == Some(at) && splitter.start == at {
                        splitter.refuse_body(diag, source, text, tokens);
                    }
                }
                ")" | "]" | "}" => match splitter.open.pop() {
                    Some((_, close, block)) if close == word => {
                        if block && splitter.open.is_empty() {
                            splitter.finish(at + 1);
                        }
                    }
                    Some((opener, close, _)) => {
                        let opener = tokens.get(opener).copied().unwrap_or(*token);
                        let message =
                            format!("`{}` is not closed: found `{word}`, expected `{close}`", opener.text(text));
                        diag.error(source.span(opener.start), message);
                        at = splitter.recover(tokens, text, at);
                    }
                    None => {
                        diag.error(source.span(token.start), format!("`{word}` closes nothing"));
                        at = splitter.recover(tokens, text, at);
                    }
                },
                ";" if splitter.open.is_empty() => splitter.finish(at + 1),
                ";" => {
                    splitter.refuse_open(diag, source, text, tokens);
                    if splitter.open.is_empty() {
                        splitter.finish(at + 1);
                    }
                }
                _ => {}
            }
        }
        splitter.follow(token.kind, word);
        previous = word;
        at += 1;
    }
    if let Some(&(opener, _, _)) = splitter.open.first() {
        if let Some(opener) = tokens.get(opener) {
            diag.error(source.span(opener.start), format!("`{}` is not closed", opener.text(text)));
        }
    } else if splitter.start < tokens.len()
        && let Some(last) = tokens.last()
    {
        let open = tokens.get(splitter.start..).unwrap_or_default();
        match open.iter().find(|token| token.text(text) == "#") {
            Some(stray) => diag.error(source.span(stray.start), STRAY_LINE),
            None => diag.error(source.span(last.start), format!("expected `;` after `{}`", last.text(text))),
        }
    }
    splitter.pieces
}

/// Whether a `{` would open the body of a `struct`, `union` or `enum`.
#[derive(Clone, Copy, PartialEq)]
enum Tag {
    None,
    Keyword,
    Named,
    /// `enum e :`, and the type behind it.
    Base,
}

/// Words of C between `struct` and its body.
fn takes_parentheses(word: &str) -> bool {
    matches!(word, "__attribute__" | "__attribute" | "__declspec" | "_Alignas")
}

struct Splitter {
    pieces: Vec<Piece>,
    /// Open brackets: token, expected closer, whether it is a block that ends its item.
    open: Vec<(usize, &'static str, bool)>,
    start: usize,
    body: Option<usize>,
    tag: Tag,
    /// The item was refused already.
    skip: bool,
}

impl Splitter {
    fn enter(&mut self, at: usize, word: &str, previous: &str) {
        let closer = match word {
            "(" => ")",
            "[" => "]",
            _ => "}",
        };
        // The parentheses of a function's name, as in `struct s (f)(void) {`, and not those of an attribute.
        if word == "(" && self.open.is_empty() && self.tag != Tag::Base && !takes_parentheses(previous) {
            self.tag = Tag::None;
        }
        let block = word == "{" && self.open.is_empty() && self.tag == Tag::None && previous != "=";
        if block {
            self.body = Some(at);
        }
        self.open.push((at, closer, block));
    }

    fn follow(&mut self, kind: Kind, word: &str) {
        if !self.open.is_empty() {
            return;
        }
        self.tag = match (kind, word, self.tag) {
            (Kind::Word, "struct" | "union" | "enum", _) => Tag::Keyword,
            (Kind::Word, word, tag) if takes_parentheses(word) => tag,
            (Kind::Word, _, Tag::Keyword) => Tag::Named,
            // The end of an attribute, or the type of `enum e : unsigned char {`.
            (Kind::Punct, ":", Tag::Keyword | Tag::Named | Tag::Base) => Tag::Base,
            (Kind::Word, _, Tag::Base) => Tag::Base,
            (Kind::Punct, ")" | "]" | ":", tag) => tag,
            _ => Tag::None,
        };
    }

    fn finish(&mut self, end: usize) {
        if !self.skip {
            self.pieces.push(Piece { tokens: self.start..end, body: self.body });
        }
        self.skip = false;
        self.body = None;
        self.tag = Tag::None;
        self.start = end;
    }

    /// A body with no function in front of it, or with the declarations of its parameters, as before C had prototypes.
    fn refuse_body(&mut self, diag: &mut Diagnostics, source: &Source, text: &str, tokens: &[Token]) {
        self.skip = true;
        let tokens_of = |piece: &Piece| tokens.get(piece.tokens.clone()).unwrap_or_default();
        let is = |token: &Token, word| token.text(text) == word;
        let function = self.pieces.iter().rposition(|piece| tokens_of(piece).iter().any(|token| is(token, "(")));
        let behind = function.and_then(|index| self.pieces.get(index)).and_then(|piece| {
            let mut pairs = tokens_of(piece).windows(2);
            pairs.find_map(|pair| match pair {
                [close, next] if piece.body.is_none() && is(close, ")") && next.kind == Kind::Word => Some(*next),
                _ => None,
            })
        });
        if let (Some(index), Some(parameter)) = (function, behind) {
            self.pieces.truncate(index);
            let message = "the types of parameters stand inside the parentheses, as in `int f(int a)`";
            diag.error(source.span(parameter.start), message);
        } else if let Some(brace) = tokens.get(self.start) {
            let hint = "a body follows its function's `)`, with no `;` between";
            diag.error(source.span(brace.start), format!("there is no function in front of this body; {hint}"));
        }
    }

    /// Outside function bodies a `;` can't stand in parentheses.
    fn refuse_open(&mut self, diag: &mut Diagnostics, source: &Source, text: &str, tokens: &[Token]) {
        if self.open.iter().any(|&(_, _, block)| block) {
            return;
        }
        let mut first = None;
        while let Some(&(opener, close, _)) = self.open.last()
            && close != "}"
        {
            first = Some(opener);
            self.open.pop();
        }
        if let Some(opener) = first.and_then(|first| tokens.get(first)) {
            if !self.skip {
                diag.error(source.span(opener.start), format!("`{}` is not closed", opener.text(text)));
            }
            self.skip = true;
        }
    }

    /// After unbalanced brackets the next declaration starts behind the next `;` or `}`.
    fn recover(&mut self, tokens: &[Token], text: &str, at: usize) -> usize {
        self.open.clear();
        let end = (at..tokens.len())
            .find(|&index| tokens.get(index).is_some_and(|token| matches!(token.text(text), ";")))
            .unwrap_or(tokens.len());
        self.skip = true;
        self.finish(end + 1);
        end
    }
}
