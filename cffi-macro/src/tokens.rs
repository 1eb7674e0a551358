//! The macro's input, flat: tokens of the compiler in, what the entry macro says and the user's tokens in order out.
//!
//! A token is known by its index in `Tokens::list`; groups count their open and close delimiters.

use std::fmt::Write as _;
use std::ops::Range;
use std::path::{Path, PathBuf};

use proc_macro2::token_stream::IntoIter;
use proc_macro2::{Delimiter, Ident, Literal, Spacing, Span, TokenStream, TokenTree};

use self::layout::{Gap, Layout};

pub(crate) mod layout;

/// What the entry macro adds to the user's tokens.
#[derive(Debug)]
pub(crate) struct Entry {
    /// The `$crate` token: the only way to name `cffi-rt` whatever the user calls it.
    pub(crate) rt: Ident,
    pub(crate) target: String,
    pub(crate) host: String,
    pub(crate) opt_level: String,
    pub(crate) debug: bool,
    /// The folder for archives of stubs, which the linker searches.
    pub(crate) stubs: PathBuf,
}

#[derive(Debug)]
pub(crate) struct Tokens {
    pub(crate) entry: Entry,
    pub(crate) list: Vec<Token>,
    /// The texts of all tokens, one after the other.
    text: String,
    /// The places of fragments that a `macro_rules!` around the block captured, such as `$value`.
    captures: Vec<Span>,
}

#[derive(Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) span: Span,
    text: Range<usize>,
    /// Index in `Tokens::captures` if the token came with a captured fragment.
    capture: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Ident,
    Punct(Spacing),
    Literal,
    Open(Delimiter),
    Close(Delimiter),
}

/// `#[…]` or `#![…]`, by the indexes of its tokens.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Attribute {
    pub(crate) style: Style,
    pub(crate) open: usize,
    pub(crate) close: usize,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    Inner,
    Outer,
}

impl Tokens {
    /// Reads the macro's whole input.
    ///
    /// # Errors
    ///
    /// The input does not begin as the entry macro writes it.
    pub(crate) fn read(stream: TokenStream) -> Result<Tokens, String> {
        let mut trees = stream.into_iter();
        let entry = match trees.next() {
            Some(TokenTree::Group(group)) if group.delimiter() == Delimiter::Bracket => read_entry(group.stream()),
            _ => None,
        };
        let Some(entry) = entry else {
            return Err("this macro is not called by itself; write `cffi_rt::cdef! { … }`".to_owned());
        };
        let mut tokens = Tokens { entry, list: Vec::new(), text: String::new(), captures: Vec::new() };
        tokens.flatten(trees);
        Ok(tokens)
    }

    // With a stack of its own, because the depth is the user's.
    fn flatten(&mut self, trees: IntoIter) {
        let mut open = vec![(trees, None)];
        // Captures may hold captures; the outermost one has the place.
        let mut capture: Option<(usize, usize)> = None;
        while let Some((trees, close)) = open.last_mut() {
            match trees.next() {
                Some(TokenTree::Group(group)) => match group.delimiter() {
                    Delimiter::None => {
                        if capture.is_none() {
                            capture = Some((open.len(), self.captures.len()));
                            self.captures.push(group.span());
                        }
                        open.push((group.stream().into_iter(), None));
                    }
                    delimiter => {
                        let (opening, closing) = brackets(delimiter);
                        self.push(Kind::Open(delimiter), group.span_open(), capture, |text| text.push(opening));
                        let close = (delimiter, closing, group.span_close());
                        open.push((group.stream().into_iter(), Some(close)));
                    }
                },
                Some(TokenTree::Ident(ident)) => self.push_shown(Kind::Ident, ident.span(), capture, &ident),
                Some(TokenTree::Literal(literal)) => {
                    self.push_shown(Kind::Literal, literal.span(), capture, &literal);
                }
                Some(TokenTree::Punct(punct)) => {
                    self.push(Kind::Punct(punct.spacing()), punct.span(), capture, |text| text.push(punct.as_char()));
                }
                None => {
                    if let Some((delimiter, closing, span)) = close.take() {
                        self.push(Kind::Close(delimiter), span, capture, |text| text.push(closing));
                    }
                    open.pop();
                    if capture.is_some_and(|(depth, _)| depth == open.len()) {
                        capture = None;
                    }
                }
            }
        }
    }

    fn push(&mut self, kind: Kind, span: Span, capture: Option<(usize, usize)>, write: impl FnOnce(&mut String)) {
        let start = self.text.len();
        write(&mut self.text);
        let text = start..self.text.len();
        self.list.push(Token { kind, span, text, capture: capture.map(|(_, index)| index) });
    }

    fn push_shown(&mut self, kind: Kind, span: Span, capture: Option<(usize, usize)>, shown: &impl std::fmt::Display) {
        self.push(kind, span, capture, |text| {
            write!(text, "{shown}").expect("writing into a string can't fail");
        });
    }

    /// The text of a token as the user wrote it, nothing for an index past the end.
    pub(crate) fn text(&self, token: usize) -> &str {
        self.list.get(token).and_then(|token| self.text.get(token.text.clone())).unwrap_or_default()
    }

    /// The place of a token of `model::Span`.
    pub(crate) fn span(&self, token: u32) -> Span {
        let token = usize::try_from(token).ok().and_then(|token| self.list.get(token));
        token.map_or_else(Span::call_site, |token| token.span)
    }

    /// The folder of the Rust source file, as the compiler was given it: a relative one starts where the compiler runs.
    pub(crate) fn local_folder(&self) -> Option<PathBuf> {
        // Asked of a user's token, for the call site lies in the entry macro.
        let file = self.list.first()?.span.local_file()?;
        file.parent().map(Path::to_owned)
    }

    pub(crate) fn kind(&self, token: usize) -> Option<Kind> {
        self.list.get(token).map(|token| token.kind)
    }

    pub(crate) fn is_punct(&self, token: usize, punct: &str) -> bool {
        matches!(self.kind(token), Some(Kind::Punct(_))) && self.text(token) == punct
    }

    /// The value of a string literal, plain or raw.
    pub(crate) fn string(&self, token: usize) -> Option<String> {
        if self.kind(token) != Some(Kind::Literal) || !self.text(token).starts_with(['"', 'r']) {
            return None;
        }
        string_value(self.text(token))
    }

    /// The attribute that begins at a token.
    pub(crate) fn attribute(&self, first: usize) -> Option<Attribute> {
        if !self.is_punct(first, "#") {
            return None;
        }
        let (style, open) =
            if self.is_punct(first + 1, "!") { (Style::Inner, first + 2) } else { (Style::Outer, first + 1) };
        if self.kind(open) != Some(Kind::Open(Delimiter::Bracket)) {
            return None;
        }
        let mut depth = 0_usize;
        for (index, token) in self.list.iter().enumerate().skip(open) {
            match token.kind {
                Kind::Open(_) => depth += 1,
                Kind::Close(_) => depth -= 1,
                Kind::Ident | Kind::Punct(_) | Kind::Literal => {}
            }
            if depth == 0 {
                return Some(Attribute { style, open, close: index });
            }
        }
        None
    }

    /// The text of a doc comment, which arrives as an attribute.
    pub(crate) fn doc(&self, attribute: &Attribute) -> Option<String> {
        let open = attribute.open;
        let is_doc = attribute.close == open + 4 && self.text(open + 1) == "doc" && self.is_punct(open + 2, "=");
        if is_doc { self.string(open + 3) } else { None }
    }

    /// The token may begin a line of the preprocessor.
    pub(crate) fn is_directive(&self, token: usize) -> bool {
        self.is_punct(token, "#") && self.attribute(token).is_none()
    }

    /// A hash of what the block means: equal texts have equal ones on every machine.
    ///
    /// Lines and columns are asked for only where C's meaning hangs on them, because each costs a call to the compiler:
    /// on `#` lines, and between the prefix of a literal and the literal.
    pub(crate) fn fingerprint(&self) -> u128 {
        // Bytes that no UTF-8 text holds keep the parts apart.
        const ALONE: u8 = 0xff;
        const JOINT: u8 = 0xfe;
        const TOUCH: u8 = 0xfd;
        const LINE_END: u8 = 0xfc;

        let mut hash = Fnv::new();
        if let Some(folder) = self.local_folder() {
            hash.write(folder.as_os_str().as_encoded_bytes());
        }
        hash.write(&[ALONE]);
        // Made once, because the lines of the block cost calls, too.
        let mut fresh: Option<Layout<'_>> = None;
        let mut start = |token: usize| {
            let mut layout = fresh.get_or_insert_with(|| Layout::new(self)).clone();
            layout.step(token);
            layout
        };
        // The layout of the `#` line that the loop is in.
        let mut line: Option<Layout<'_>> = None;
        let mut index = 0;
        while index < self.list.len() {
            if let Some(layout) = &mut line {
                match layout.step(index) {
                    Gap::Touch => hash.write(&[TOUCH]),
                    Gap::Spaces(_) => {}
                    Gap::Lines { .. } => {
                        hash.write(&[LINE_END]);
                        // The walk already stands at the next `#` line, if one follows.
                        if !self.is_directive(index) {
                            line = None;
                        }
                    }
                }
            }
            let mut end = index + 1;
            if self.is_punct(index, "#") {
                if let Some(attribute) = self.attribute(index) {
                    end = attribute.close + 1;
                    if let Some(layout) = &mut line {
                        layout.pass(&attribute);
                    }
                } else if line.is_none() {
                    line = Some(start(index));
                }
            } else if line.is_none()
                && is_literal_prefix(self.text(index))
                && self.kind(end) == Some(Kind::Literal)
                && matches!(start(index).step(end), Gap::Touch)
            {
                hash.write(&[TOUCH]);
            }
            for index in index..end {
                hash.write(self.text(index).as_bytes());
                let joint = self.kind(index) == Some(Kind::Punct(Spacing::Joint));
                hash.write(&[if joint { JOINT } else { ALONE }]);
            }
            index = end;
        }
        hash.state
    }
}

/// `L"x"` and the like, which Rust before edition 2021 takes for two tokens.
pub(crate) fn is_literal_prefix(ident: &str) -> bool {
    matches!(ident, "L" | "u" | "U" | "u8")
}

fn brackets(delimiter: Delimiter) -> (char, char) {
    match delimiter {
        Delimiter::Parenthesis => ('(', ')'),
        Delimiter::Brace => ('{', '}'),
        Delimiter::Bracket => ('[', ']'),
        Delimiter::None => (' ', ' '),
    }
}

fn string_value(text: &str) -> Option<String> {
    match syn::Lit::new(text.parse::<Literal>().ok()?) {
        syn::Lit::Str(literal) => Some(literal.value()),
        _ => None,
    }
}

// `$crate "target" "host" "opt_level" "debug" "stubs"`.
fn read_entry(stream: TokenStream) -> Option<Entry> {
    let mut trees = stream.into_iter();
    let TokenTree::Ident(rt) = trees.next()? else {
        return None;
    };
    let mut text = || match trees.next()? {
        TokenTree::Literal(literal) => string_value(&literal.to_string()),
        TokenTree::Group(_) | TokenTree::Ident(_) | TokenTree::Punct(_) => None,
    };
    let (target, host, opt_level) = (text()?, text()?, text()?);
    let debug = match text()?.as_str() {
        "true" => true,
        "false" => false,
        _ => return None,
    };
    let stubs = PathBuf::from(text()?);
    trees.next().is_none().then_some(Entry { rt, target, host, opt_level, debug, stubs })
}

/// FNV-1a with 128 bits: the same everywhere, which the standard library's hashes don't promise.
struct Fnv {
    state: u128,
}

impl Fnv {
    fn new() -> Fnv {
        Fnv { state: 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d }
    }

    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.state = (self.state ^ u128::from(byte)).wrapping_mul(0x0000_0000_0100_0000_0000_0000_0000_013b);
        }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// The tokens of a block as the entry macro would forward them.
    pub(crate) fn block(text: &str) -> Tokens {
        block_of(text.parse().expect("the test's text lexes"))
    }

    pub(crate) fn block_of(stream: TokenStream) -> Tokens {
        let mut whole: TokenStream =
            r#"[cffi_rt "x86_64-unknown-linux-gnu" "aarch64-apple-darwin" "0" "true" "/out/stubs"]"#
                .parse()
                .expect("the entry lexes");
        whole.extend(stream);
        Tokens::read(whole).expect("the entry is right")
    }

    fn check(text: &str, expected: &str) {
        let tokens = block(text);
        let texts: Vec<&str> = (0..tokens.list.len()).map(|token| tokens.text(token)).collect();
        assert_eq!(texts.join("·"), expected);
    }

    fn check_fingerprints(left: &str, right: &str, same: bool) {
        assert_eq!(block(left).fingerprint() == block(right).fingerprint(), same, "{left:?} and {right:?}");
    }

    #[test]
    fn groups_are_flattened() {
        check("int f(int a[2]); struct s { char c; };", "int·f·(·int·a·[·2·]·)·;·struct·s·{·char·c·;·}·;");
        check("a ... ->", "a·.·.·.·-·>");
        check("", "");
    }

    #[test]
    fn captured_fragments_are_walked_through() {
        let group = proc_macro2::Group::new(Delimiter::None, "1 + (2)".parse().unwrap());
        let mut stream: TokenStream = "int a = ".parse().unwrap();
        stream.extend([TokenTree::Group(group)]);
        stream.extend(";".parse::<TokenStream>());
        let tokens = block_of(stream);
        let texts: Vec<_> =
            (0..tokens.list.len()).map(|token| (tokens.text(token), tokens.list[token].capture)).collect();
        assert_eq!(
            texts,
            [
                ("int", None),
                ("a", None),
                ("=", None),
                ("1", Some(0)),
                ("+", Some(0)),
                ("(", Some(0)),
                ("2", Some(0)),
                (")", Some(0)),
                (";", None)
            ]
        );
    }

    #[test]
    fn nesting_has_no_limit_of_its_own() {
        let depth = 2000;
        let tokens = block(&("(".repeat(depth) + &")".repeat(depth)));
        assert_eq!(tokens.list.len(), 2 * depth);
    }

    #[test]
    fn the_entry_is_read() {
        let Entry { rt, target, host, opt_level, debug, stubs } = block("").entry;
        assert_eq!(
            (rt.to_string().as_str(), target.as_str(), host.as_str(), opt_level.as_str(), debug),
            ("cffi_rt", "x86_64-unknown-linux-gnu", "aarch64-apple-darwin", "0", true)
        );
        assert_eq!(stubs, Path::new("/out/stubs"));
    }

    #[test]
    fn a_call_without_the_entry_is_refused() {
        for text in ["", "int f(void);", "[]", r#"[x "a" "b" "0" "maybe" "f"]"#, r#"[x "a" "b" "0" "true" "f" "g"]"#] {
            assert!(Tokens::read(text.parse().unwrap()).is_err(), "{text}");
        }
    }

    #[test]
    fn unknown_tokens_stand_for_the_call() {
        let tokens = block("a");
        assert_eq!(tokens.span(u32::MAX).start(), Span::call_site().start());
        assert_eq!(tokens.text(7), "");
    }

    #[test]
    fn doc_comments_are_attributes_and_no_directives() {
        let tokens = block("/** a */ #![link(\"z\")]\n#define X");
        let doc = tokens.attribute(0).unwrap();
        assert_eq!(tokens.doc(&doc).as_deref(), Some(" a "));
        let option = tokens.attribute(doc.close + 1).unwrap();
        assert_eq!((option.style, tokens.doc(&option)), (Style::Inner, None));
        assert!(!tokens.is_directive(0) && tokens.is_directive(option.close + 1));
    }

    #[test]
    fn layout_without_meaning_leaves_the_fingerprint_alone() {
        check_fingerprints("int f ( int a ) ;", "int\nf(int a); // a comment", true);
        check_fingerprints("\n\n  #define  X   5\nint a;", "#define X 5\n\n  int /* b */ a;", true);
    }

    #[test]
    fn each_meaning_has_its_fingerprint() {
        check_fingerprints("int a;", "int b;", false);
        check_fingerprints("ab c", "a bc", false);
        check_fingerprints("a - -b", "a --b", false);
        check_fingerprints("#define f(x) 1", "#define f (x) 1", false);
        check_fingerprints("#define A 1\nint x;", "#define A\n1 int x;", false);
        check_fingerprints("#define A\nint x;", "#define A int\nx;", false);
        check_fingerprints("#include <a.h>", "#include < a.h>", false);
        check_fingerprints("/** a */ int x;", "/** b */ int x;", false);
        check_fingerprints("#define A /** d */\n5", "#define A /** d */ 5", false);
        check_fingerprints("#define A /** d\n */ 5", "#define A /** d\n */\n5", false);
    }

    #[test]
    fn the_hash_is_the_published_one() {
        let mut hash = Fnv::new();
        hash.write(b"a");
        assert_eq!(hash.state, 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }
}
