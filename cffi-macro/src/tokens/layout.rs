//! What stands between two tokens in the user's file: positions in, touching, spaces or new lines out.

use proc_macro2::{LineColumn, Spacing};

use super::{Attribute, Kind, Style, Token, Tokens, is_literal_prefix};

/// What lies between a token and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Gap {
    Touch,
    Spaces(usize),
    /// New lines, then spaces up to the column; no new line in front of the first token.
    Lines {
        count: usize,
        column: usize,
    },
}

/// Walks over tokens in order, as far as the compiler tells where they stand.
#[derive(Clone, Debug)]
pub(crate) struct Layout<'t> {
    tokens: &'t Tokens,
    /// The lines of the block; a token elsewhere was captured by a `macro_rules!` around the block.
    first_line: usize,
    last_line: usize,
    /// The end of the last token that stands in the block.
    end: Option<LineColumn>,
    last: Last,
}

#[derive(Clone, Copy, Debug)]
enum Last {
    Nothing,
    /// A token of the block itself.
    Own(usize),
    /// A token that was captured elsewhere; what lies behind it is unknown.
    Foreign(usize),
}

impl<'t> Layout<'t> {
    pub(crate) fn new(tokens: &'t Tokens) -> Layout<'t> {
        let line = |token: Option<usize>| token.and_then(|token| start(tokens, token)).map(|start| start.line);
        let (first, last) = (line(Some(0)), line(tokens.list.len().checked_sub(1)));
        let (first_line, last_line) = match (first, last) {
            (Some(first), Some(last)) if first <= last => (first, last),
            _ => (0, usize::MAX),
        };
        Layout { tokens, first_line, last_line, end: None, last: Last::Nothing }
    }

    /// Goes on to a token.
    pub(crate) fn step(&mut self, token: usize) -> Gap {
        let last = match self.last {
            Last::Nothing => None,
            Last::Own(last) | Last::Foreign(last) => Some(last),
        };
        // Within a captured fragment the lines are those of another place.
        if let Some(last) = last
            && self.same_capture(last, token)
        {
            self.last = match self.last {
                Last::Foreign(_) => Last::Foreign(token),
                Last::Nothing | Last::Own(_) => Last::Own(token),
            };
            return self.gap_by_kind(last, token);
        }
        // What follows a joint character touches it; this spares the calls that ask for `...`.
        if let (Last::Own(last), Some(end)) = (self.last, &mut self.end)
            && self.tokens.kind(last) == Some(Kind::Punct(Spacing::Joint))
            && let (Some(before), Some(Token { capture: None, kind: Kind::Punct(_), .. })) =
                (self.tokens.list.get(last), self.tokens.list.get(token))
            && before.capture.is_none()
        {
            end.column += 1;
            self.last = Last::Own(token);
            return Gap::Touch;
        }
        let Some(start) = start(self.tokens, token) else {
            return Gap::Spaces(1);
        };
        if !(self.first_line..=self.last_line).contains(&start.line) {
            self.last = Last::Foreign(token);
            return last.map_or(Gap::Spaces(1), |last| self.gap_by_kind(last, token));
        }
        let gap = match (self.end, self.last) {
            (None, _) | (_, Last::Nothing) => Gap::Lines { count: 0, column: start.column },
            (Some(end), _) if start.line > end.line => {
                Gap::Lines { count: start.line - end.line, column: start.column }
            }
            // A repetition of a `macro_rules!` goes back to its first line.
            (Some(end), _) if start.line < end.line => Gap::Lines { count: 1, column: start.column },
            (Some(end), Last::Own(last)) if start.column < end.column => {
                if self.tokens.is_directive(token) {
                    Gap::Lines { count: 1, column: start.column }
                } else {
                    self.gap_by_kind(last, token)
                }
            }
            (Some(end), Last::Own(_)) if start.column == end.column => Gap::Touch,
            (Some(end), Last::Own(_)) => Gap::Spaces(start.column - end.column),
            (Some(_), Last::Foreign(last)) => self.gap_by_kind(last, token),
        };
        self.end = Some(self.end_of(token, start));
        self.last = Last::Own(token);
        gap
    }

    /// Goes over an attribute, whose `#` was the last step, and says what it leaves blank.
    pub(crate) fn pass(&mut self, attribute: &Attribute) -> Gap {
        let Some(close) = self.tokens.list.get(attribute.close) else {
            return Gap::Spaces(1);
        };
        // All tokens of a doc comment have the span of the comment.
        let before = match attribute.style {
            Style::Inner => 2,
            Style::Outer => 1,
        };
        let start = start(self.tokens, attribute.open.saturating_sub(before));
        let end = close.span.end();
        self.last = Last::Own(attribute.close);
        self.end = Some(end);
        match start {
            Some(start) if start.line < end.line => Gap::Lines { count: end.line - start.line, column: end.column },
            Some(start) if start.line == end.line => Gap::Spaces(end.column.saturating_sub(start.column).max(1)),
            _ => Gap::Spaces(1),
        }
    }

    fn same_capture(&self, left: usize, right: usize) -> bool {
        let capture = |token: usize| self.tokens.list.get(token).and_then(|token| token.capture);
        capture(left).is_some() && capture(left) == capture(right)
    }

    // Texts are verbatim, so that their ends need no question.
    fn end_of(&self, token: usize, start: LineColumn) -> LineColumn {
        let capture = self.tokens.list.get(token).and_then(|token| token.capture);
        if let Some(span) = capture.and_then(|capture| self.tokens.captures.get(capture)) {
            return span.end();
        }
        let text = self.tokens.text(token);
        match text.rsplit_once('\n') {
            None => LineColumn { line: start.line, column: start.column + text.chars().count() },
            Some((before, last)) => {
                LineColumn { line: start.line + before.matches('\n').count() + 1, column: last.chars().count() }
            }
        }
    }

    // The best guess where positions tell nothing.
    fn gap_by_kind(&self, last: usize, token: usize) -> Gap {
        let literal = self.tokens.kind(token) == Some(Kind::Literal);
        let touch = match self.tokens.kind(last) {
            Some(Kind::Punct(Spacing::Joint)) => true,
            // `.5` is two tokens in Rust.
            Some(Kind::Punct(Spacing::Alone)) => literal && self.tokens.text(last) == ".",
            Some(Kind::Ident) => literal && is_literal_prefix(self.tokens.text(last)),
            Some(Kind::Literal | Kind::Open(_) | Kind::Close(_)) | None => false,
        };
        if touch { Gap::Touch } else { Gap::Spaces(1) }
    }
}

/// Some two tokens stand at different places; an old rust-analyzer puts all of them on one.
pub(crate) fn is_known(tokens: &Tokens) -> bool {
    let Some(first) = start(tokens, 0) else {
        return true;
    };
    (1..tokens.list.len()).any(|token| start(tokens, token) != Some(first))
}

// A captured fragment stands where the macro around the block mentions it.
fn start(tokens: &Tokens, token: usize) -> Option<LineColumn> {
    let token = tokens.list.get(token)?;
    let span = match token.capture {
        Some(capture) => tokens.captures.get(capture).copied().unwrap_or(token.span),
        None => token.span,
    };
    Some(span.start())
}

#[cfg(test)]
mod tests {
    use proc_macro2::TokenStream;

    use super::*;
    use crate::tokens::tests::block_of;

    /// Touching tokens are shown with `·`, new lines with `↵`.
    fn check(stream: TokenStream, expected: &str) {
        let tokens = block_of(stream);
        let mut layout = Layout::new(&tokens);
        let mut shown = String::new();
        for token in 0..tokens.list.len() {
            shown += &match layout.step(token) {
                Gap::Touch => "·".to_owned(),
                Gap::Spaces(spaces) => " ".repeat(spaces),
                Gap::Lines { count, column } => "↵".repeat(count) + &" ".repeat(column),
            };
            shown += tokens.text(token);
        }
        assert_eq!(shown, expected);
    }

    fn check_text(text: &str, expected: &str) {
        check(text.parse().expect("the test's text lexes"), expected);
    }

    fn twice(text: &str) -> TokenStream {
        let stream: TokenStream = text.parse().expect("the test's text lexes");
        stream.clone().into_iter().chain(stream).collect()
    }

    #[test]
    fn gaps_are_the_users() {
        check_text("  int  f(a->b,\n\n  ...) ;", "  int  f·(·a·-·>·b·,↵↵  .·.·.·) ;");
        check_text("\"é\" \"a\nb\",c", "\"é\" \"a\nb\"·,·c");
        check_text("a . .5", "a . .·5");
    }

    #[test]
    fn repetitions_begin_on_a_new_line() {
        check(twice("#define A 1"), "#·define A 1↵#·define A 1");
        check(twice("#define A 1\nint a;"), "#·define A 1↵int a·;↵#·define A 1↵int a·;");
        check(twice("int a;"), "int a·; int a·;");
    }
}
