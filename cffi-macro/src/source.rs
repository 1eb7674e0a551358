//! The C text of a block: tokens, strings and files in, one text with a way back to the user's tokens out.

use std::ops::Range;

use crate::diag::Diagnostics;
use crate::model::Span;
use crate::tokens::layout::{self, Gap, Layout};
use crate::tokens::{Kind, Style, Tokens};

mod comments;

/// All C text of a block, without comments.
#[derive(Clone, Debug, Default)]
pub(crate) struct Source {
    /// New lines stand where the user wrote them, so that `#` lines end where they end for C.
    /// Comments are blank, and a line that `\` continues is one line.
    pub(crate) text: String,
    /// In the order of the text.
    pub(crate) docs: Vec<Doc>,
    /// What `#![pack]` says: the text starts under a `#pragma pack` of it.
    pub(crate) pack: Option<u64>,
    pieces: Vec<Piece>,
}

/// A doc comment, taken out of the text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Doc {
    /// Where it stood in `Source::text`.
    pub(crate) offset: u32,
    /// Without the comment's decoration.
    pub(crate) text: String,
    pub(crate) placement: Placement,
}

/// What a doc comment is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Placement {
    /// `/** … */`: it stands before the thing.
    Before,
    /// `/**< … */`: it stands after the thing.
    After,
}

/// Where a text that is not made of tokens comes from.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Origin<'a> {
    /// A string literal of the block.
    String,
    /// A file, as the user names it.
    File(&'a str),
}

/// A stretch of the text, up to the next one.
#[derive(Clone, Debug)]
struct Piece {
    start: usize,
    kind: PieceKind,
}

#[derive(Clone, Debug)]
enum PieceKind {
    /// Tokens of the block, each with the offset of its end, in order.
    Tokens(Vec<(usize, u32)>),
    Text {
        /// The literal that is the text or names the file.
        token: u32,
        /// The file, if it is one.
        file: Option<String>,
        /// Offsets of the lines' starts from the piece's.
        lines: Vec<usize>,
    },
}

impl Source {
    /// The place of an offset: the token that covers or follows it, at the end of the text the last one.
    pub(crate) fn span(&self, offset: usize) -> Span {
        let token = match self.piece(offset).map(|piece| &piece.kind) {
            Some(PieceKind::Tokens(ends)) => {
                let following = ends.partition_point(|(end, _)| *end <= offset);
                ends.get(following).or(ends.last()).map(|(_, token)| *token)
            }
            Some(PieceKind::Text { token, .. }) => Some(*token),
            None => None,
        };
        Span { token: token.unwrap_or(u32::MAX), offset: narrow(offset) }
    }

    /// The line, in words, of a place whose token is a whole string or names a file.
    pub(crate) fn position(&self, span: Span) -> Option<String> {
        let offset = usize::try_from(span.offset).ok()?;
        let piece = self.piece(offset)?;
        match &piece.kind {
            // The spans of options have an offset that means nothing.
            PieceKind::Text { token, file, lines } if *token == span.token => {
                let line = lines.partition_point(|start| piece.start + start <= offset);
                Some(match file {
                    Some(file) => format!("{file}:{line}"),
                    None => format!("line {line} of the string"),
                })
            }
            PieceKind::Text { .. } | PieceKind::Tokens(_) => None,
        }
    }

    /// Tells the texts apart that have a preamble of their own: None is the block's, a file's is where it starts.
    pub(crate) fn file_start(&self, offset: usize) -> Option<usize> {
        let piece = self.piece(offset)?;
        match &piece.kind {
            PieceKind::Text { file: Some(_), .. } => Some(piece.start),
            PieceKind::Text { file: None, .. } | PieceKind::Tokens(_) => None,
        }
    }

    /// A part of the text, nothing for a range that isn't one.
    pub(crate) fn slice(&self, range: Range<usize>) -> &str {
        self.text.get(range).unwrap_or_default()
    }

    /// Takes a part out of the text, with its doc comments; all other places stay.
    pub(crate) fn blank(&mut self, range: Range<usize>) {
        let Some(part) = self.text.get(range.clone()) else { return };
        let blank: String = part.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect();
        self.docs.retain(|doc| !range.contains(&(doc.offset as usize)));
        self.text.replace_range(range, &blank);
    }

    /// Adds C text that is not made of tokens, on lines of its own.
    pub(crate) fn push_text(&mut self, diag: &mut Diagnostics, token: u32, origin: Origin<'_>, text: &str) {
        let text = text.strip_prefix('\u{feff}').unwrap_or(text);
        let start = self.text.len();
        let blanked = comments::blank(text);
        let starts = text.match_indices('\n').map(|(newline, _)| newline + 1);
        let file = match origin {
            Origin::String => None,
            Origin::File(path) => Some(path.to_owned()),
        };
        let lines = std::iter::once(0).chain(starts).collect();
        self.pieces.push(Piece { start, kind: PieceKind::Text { token, file, lines } });
        self.text.push_str(&blanked.text);
        self.text.push('\n');
        for doc in blanked.docs {
            self.docs.push(Doc { offset: narrow(start + doc.start), text: doc.text, placement: doc.placement });
        }
        if let Some(unclosed) = blanked.unclosed {
            diag.error(self.span(start + unclosed), "this comment has no end; add `*/`");
        }
    }

    /// Adds the block's tokens from an index on.
    pub(crate) fn push_tokens(&mut self, diag: &mut Diagnostics, tokens: &Tokens, first: usize) {
        // Found by directives, for nothing else needs positions.
        let directive = (first..tokens.list.len()).find(|token| tokens.is_directive(*token));
        if let Some(directive) = directive
            && !layout::is_known(tokens)
        {
            diag.error(
                token_span(directive),
                "the positions of tokens are unknown here, and with them the end of this line; \
                 write the block in the string form `cdef!(r#\"…\"#)`",
            );
            return;
        }
        let mut writer = Writer { source: self, ends: Vec::new(), in_directive: false };
        let start = writer.source.text.len();
        let mut layout = Layout::new(tokens);
        let mut index = first;
        while let Some(token) = tokens.list.get(index) {
            let gap = layout.step(index);
            writer.gap(gap);
            if let Some(attribute) = tokens.attribute(index) {
                match tokens.doc(&attribute) {
                    Some(doc) => writer.doc(&doc),
                    None => diag.error(token_span(index), misplaced(tokens, attribute.style, attribute.open)),
                }
                writer.comment(layout.pass(&attribute));
                index = attribute.close + 1;
                continue;
            }
            if matches!(gap, Gap::Lines { .. }) {
                writer.in_directive = tokens.is_punct(index, "#");
            }
            // `r#type` in a captured fragment is C's `type`.
            let text = tokens.text(index);
            let text = if token.kind == Kind::Ident { text.strip_prefix("r#").unwrap_or(text) } else { text };
            writer.token(index, text);
            index += 1;
        }
        let ends = writer.ends;
        self.text.push('\n');
        self.pieces.push(Piece { start, kind: PieceKind::Tokens(ends) });
    }

    fn piece(&self, offset: usize) -> Option<&Piece> {
        let following = self.pieces.partition_point(|piece| piece.start <= offset);
        self.pieces.get(following.checked_sub(1)?)
    }
}

/// The span of a token of an option, which is not in the text.
pub(crate) fn token_span(token: usize) -> Span {
    Span { token: narrow(token), offset: 0 }
}

/// The text of a doc comment that belongs to the whole block.
pub(crate) fn clean_doc(comment: &str) -> String {
    comments::clean(comment).0
}

// Texts and counts beyond four billion don't come through the Rust compiler.
fn narrow(value: usize) -> u32 {
    u32::try_from(value).unwrap_or(u32::MAX)
}

fn misplaced(tokens: &Tokens, style: Style, open: usize) -> String {
    let name = tokens.text(open + 1);
    match style {
        Style::Inner => {
            format!("`#![{name}]` stands below declarations; move it to the top of the block")
        }
        Style::Outer => {
            format!("`#[{name}]` is an attribute of Rust, not C; take it out (options are written `#![…]`)")
        }
    }
}

struct Writer<'s> {
    source: &'s mut Source,
    ends: Vec<(usize, u32)>,
    in_directive: bool,
}

impl Writer<'_> {
    fn gap(&mut self, gap: Gap) {
        let (lines, spaces) = match gap {
            Gap::Touch => (0, 0),
            Gap::Spaces(spaces) => (0, spaces),
            Gap::Lines { count, column } => (count, column),
        };
        if lines > 0 {
            self.in_directive = false;
        }
        self.source.text.extend(std::iter::repeat_n('\n', lines));
        self.source.text.extend(std::iter::repeat_n(' ', spaces));
    }

    fn token(&mut self, index: usize, text: &str) {
        self.source.text.push_str(text);
        self.ends.push((self.source.text.len(), narrow(index)));
    }

    fn doc(&mut self, comment: &str) {
        let (text, placement) = comments::clean(comment);
        self.source.docs.push(Doc { offset: narrow(self.source.text.len()), text, placement });
    }

    // A comment doesn't end a `#` line, however many lines it has (C11 5.1.1.2p1).
    fn comment(&mut self, extent: Gap) {
        match extent {
            Gap::Lines { .. } if self.in_directive => self.source.text.push(' '),
            Gap::Touch => self.source.text.push(' '),
            Gap::Lines { .. } | Gap::Spaces(_) => self.gap(extent),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tests::{block, block_of};

    fn show(source: &Source, diag: Diagnostics) -> String {
        let mut shown = source.text.clone();
        for doc in &source.docs {
            let offset = usize::try_from(doc.offset).expect("a small test");
            let rest = source.text[offset..].split_whitespace().next();
            shown += &format!("{:?} {:?} at {rest:?}\n", doc.placement, doc.text);
        }
        for error in diag.into_errors() {
            shown += &format!("error: {}\n", error.message);
        }
        shown
    }

    fn check(block_text: &str, expected: &str) {
        let (mut source, mut diag) = (Source::default(), Diagnostics::default());
        source.push_tokens(&mut diag, &block(block_text), 0);
        assert_eq!(show(&source, diag), expected);
    }

    fn check_text(text: &str, expected: &str) {
        let (mut source, mut diag) = (Source::default(), Diagnostics::default());
        source.push_text(&mut diag, 3, Origin::String, text);
        assert_eq!(show(&source, diag), expected);
    }

    #[test]
    fn tokens_stand_as_the_user_wrote_them() {
        check(
            "#define f (x)\n#define g(x) x\n  int  a[...]; // b\n\nint c;",
            "#define f (x)\n#define g(x) x\n  int  a[...];\n\nint c;\n",
        );
        check("#include <sys/a-b.h>\nfloat x = .5, *é = \"é\";", "#include <sys/a-b.h>\nfloat x = .5, *é = \"é\";\n");
        check("char *s = \"a\n b\"; int c;", "char *s = \"a\n b\"; int c;\n");
        check("", "\n");
    }

    #[test]
    fn literals_keep_their_spelling() {
        check(r#"char c = '\n'; char *s = "\033\\";"#, "char c = '\\n'; char *s = \"\\033\\\\\";\n");
    }

    #[test]
    fn doc_comments_are_taken_out() {
        check(
            "/** a */\nint b; /**< c */ int d;\n",
            "        \nint b;           int d;\nBefore \"a\" at Some(\"int\")\nAfter \"c\" at Some(\"int\")\n",
        );
        check("/** a\n * b\n */int c;", "\n\n   int c;\nBefore \"a\\nb\" at Some(\"int\")\n");
        check("int f(int a, /**< b */int c);", "int f(int a,          int c);\nAfter \"b\" at Some(\"int\")\n");
    }

    #[test]
    fn a_comment_does_not_end_a_directive() {
        check("#define A /** b\n */ 1\nint c;", "#define A   1\nint c;\nBefore \"b\" at Some(\"1\")\n");
        check("#define A 1 ///< b\nint c;", "#define A 1       \nint c;\nAfter \"b\" at Some(\"int\")\n");
    }

    #[test]
    fn options_stand_at_the_top() {
        check(
            "int a;\n#![link(\"z\")]\nint b;",
            "int a;\n             \nint b;\nerror: `#![link]` stands below declarations; move it to the top of the block\n",
        );
        check(
            "#[inline] int b;",
            "          int b;\nerror: `#[inline]` is an attribute of Rust, not C; take it out (options are written `#![…]`)\n",
        );
    }

    #[test]
    fn without_positions_only_directives_are_refused() {
        let blind = |text: &str| {
            let text: proc_macro2::TokenStream = text.parse().unwrap();
            block_of(
                text.into_iter()
                    .map(|mut tree| {
                        tree.set_span(proc_macro2::Span::call_site());
                        tree
                    })
                    .collect(),
            )
        };
        let check = |text: &str, expected: &str| {
            let (mut source, mut diag) = (Source::default(), Diagnostics::default());
            source.push_tokens(&mut diag, &blind(text), 0);
            assert_eq!(show(&source, diag), expected);
        };
        check("int a;\nfloat b = .5; a->b ... + +", "int a ; float b = .5 ; a -> b ... + +\n");
        check(
            "int a;\n#define X 1\n#define Y 1",
            "error: the positions of tokens are unknown here, and with them the end of this line; \
               write the block in the string form `cdef!(r#\"…\"#)`\n",
        );
    }

    #[test]
    fn captured_fragments_stand_where_the_macro_mentions_them() {
        use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
        // Parsed first, so that it stands elsewhere.
        let captured: TokenStream = "\n\n\n\n\n\n\n\n\n 1 + 2".parse().unwrap();
        let text: TokenStream = "\n#define A value\nint a;".parse().unwrap();
        let stream: TokenStream = text
            .into_iter()
            .map(|tree| {
                if tree.to_string() != "value" {
                    return tree;
                }
                let mut group = Group::new(Delimiter::None, captured.clone());
                group.set_span(tree.span());
                TokenTree::Group(group)
            })
            .collect();
        let (mut source, mut diag) = (Source::default(), Diagnostics::default());
        source.push_tokens(&mut diag, &block_of(stream), 0);
        assert_eq!(show(&source, diag), "#define A 1 + 2\nint a;\n");
    }

    #[test]
    fn captured_names_stay_on_their_line() {
        let name: proc_macro2::TokenStream = "\n\n\n\n\n\n\n\n\n r#type".parse().unwrap();
        let text: proc_macro2::TokenStream = "#define X ...\nint f(void);".parse().unwrap();
        let stream = text.into_iter().flat_map(|tree| if tree.to_string() == "X" { name.clone() } else { tree.into() });
        let (mut source, mut diag) = (Source::default(), Diagnostics::default());
        source.push_tokens(&mut diag, &block_of(stream.collect()), 0);
        assert_eq!(show(&source, diag), "#define type ...\nint f(void);\n");
    }

    #[test]
    fn strings_lose_their_comments() {
        check_text(
            "\u{feff}#define A 1 /* b\n */ + 1\n/** c */ int d;",
            "#define A 1          + 1\n         int d;\nBefore \"c\" at Some(\"int\")\n",
        );
        check_text("int a; /* b", "int a;     \nerror: this comment has no end; add `*/`\n");
    }

    #[test]
    fn offsets_find_their_tokens() {
        let tokens = block("#![link(\"z\")] int  abc;");
        let (mut source, mut diag) = (Source::default(), Diagnostics::default());
        source.push_text(&mut diag, 2, Origin::File("src/z.h"), "a \\\n b;\nc;");
        source.push_text(&mut diag, 9, Origin::String, "d;");
        source.push_tokens(&mut diag, &tokens, 8);
        let found = |part: &str| {
            let offset = source.text.find(part).expect("the part is there");
            let span = source.span(offset);
            assert_eq!(source.slice(offset..offset + part.len()), part);
            (span.token, source.position(span))
        };
        assert_eq!(found("a "), (2, Some("src/z.h:1".to_owned())));
        assert_eq!(found("b;"), (2, Some("src/z.h:2".to_owned())));
        assert_eq!(found("c;"), (2, Some("src/z.h:3".to_owned())));
        assert_eq!(found("d;"), (9, Some("line 1 of the string".to_owned())));
        assert_eq!(found("int"), (8, None));
        assert_eq!(found("  abc"), (9, None));
        assert_eq!(found("bc;"), (9, None));
        assert_eq!(source.span(10_000).token, 10);
        assert_eq!(source.position(token_span(2)), Some("src/z.h:1".to_owned()));
        assert_eq!(source.position(token_span(4)), None);
        assert_eq!(source.slice(5..2000), "");
        assert_eq!(Source::default().span(0).token, u32::MAX);
    }
}
