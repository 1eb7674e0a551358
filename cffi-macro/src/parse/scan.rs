//! One declaration's tokens in, text that lang-c can read out, of equal length, with notes of what was taken away.
//!
//! This knows just enough grammar to tell which words name types:
//! the first name among specifiers without another type is one (C11 6.7.2).

mod aside;
mod attribute;
mod brackets;
mod convention;
mod holes;
mod layout;
mod misplaced;

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

pub(crate) use convention::PlacedConvention;
pub(crate) use layout::LayoutWord;

use super::assertion::is_assertion;
use super::lex::{Kind, Token};
use super::words::{TypeNames, Word, classify};

/// What lang-c doesn't see, by offset in the block's text.
#[derive(Debug, Default)]
pub(crate) struct Notes {
    /// `...` in place of a value, a length or an enumerator.
    pub(crate) holes: BTreeSet<usize>,
    /// The `...` of a partial record, by the offset of its `}`.
    pub(crate) partial: BTreeMap<usize, usize>,
    /// `typedef ... t;`, `typedef int... t;`
    pub(crate) open: Option<(Open, usize)>,
    /// An `int` that was `__int128`.
    pub(crate) int128: BTreeSet<usize>,
    /// A `typeof` that was `typeof_unqual`.
    pub(crate) unqualified: BTreeSet<usize>,
    /// There is a `typeof`.
    pub(crate) type_of: bool,
    /// `: T` of an enum, by the offset of its keyword.
    pub(crate) underlying: BTreeMap<usize, Range<usize>>,
    /// `__asm__("label")`, by the number of its declarator.
    pub(crate) labels: BTreeMap<usize, String>,
    /// `packed` and `aligned`, by the offset of what they are about: a record's or enum's keyword or `}`, or a
    /// declarator's name.
    pub(crate) layout: BTreeMap<usize, Vec<LayoutWord>>,
    /// `vector_size(16)`, `mode(DI)`
    pub(crate) vector: Option<Vector>,
    pub(crate) noreturn: bool,
    /// `__stdcall` and the like; see `Scanner::convention` for the keys.
    pub(crate) conventions: BTreeMap<usize, PlacedConvention>,
    pub(crate) thread_local: bool,
    pub(crate) optional: Vec<Optional>,
}

/// A typedef of a vector, or of a number of another size than its specifiers say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Vector {
    pub(crate) offset: usize,
    /// The attribute.
    pub(crate) text: String,
    /// The number of the declarator, or None for all of them.
    pub(crate) declarator: Option<usize>,
}

/// A header or a library may lack what is declared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Optional {
    pub(crate) offset: usize,
    /// The number of the declarator, or None for all of them.
    pub(crate) declarator: Option<usize>,
    pub(crate) word: OptionalWord,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OptionalWord {
    /// `cdef_optional`
    Ours,
    /// `__attribute__((weak))`
    Weak,
}

/// What `...` in a typedef stands for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Open {
    Anything,
    Integer,
    Float,
}

#[derive(Debug, Default)]
pub(crate) struct Scanned {
    pub(crate) text: Vec<u8>,
    /// Spelling of the type names that are used, as in `text`.
    pub(crate) types: BTreeSet<String>,
    pub(crate) notes: Notes,
    /// Names that the declaration gives to something: declarators, enumerators.
    pub(crate) names: Vec<Token>,
    /// Tags of records and enums with a body.
    pub(crate) tags: Vec<Token>,
    pub(crate) is_typedef: bool,
    /// `_Static_assert(…);` in records, by the numbers of their tokens.
    pub(crate) assertions: Vec<Range<usize>>,
    pub(crate) error: Option<(usize, String)>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Place {
    Declaration,
    Record,
    Parameters,
    /// The type of `_Atomic(T)`, `typeof(T)` and `offsetof(T, m)`.
    TypeName,
    /// Parentheses in a declarator.
    Group,
    Enum,
    Expression,
}

#[derive(Clone, Copy, Debug)]
struct Frame {
    place: Place,
    /// A type specifier was seen.
    typed: bool,
    /// The declarator has its name.
    named: bool,
    /// Behind `=` or `:`.
    value: bool,
    /// Parts of the declarator at hand and those around it.
    derived: usize,
    /// Those around this place.
    outer: usize,
    /// `sizeof` around this place.
    sizeof: usize,
    marks: convention::Marks,
}

impl Frame {
    fn new(place: Place, open: usize) -> Frame {
        let marks = convention::Marks::new(open);
        Frame { place, typed: false, named: false, value: false, derived: 0, outer: 0, sizeof: 0, marks }
    }
}

pub(crate) struct Scanner<'a> {
    text: &'a str,
    tokens: &'a [Token],
    known: &'a TypeNames,
    base: usize,
    at: usize,
    frames: Vec<Frame>,
    tag: Option<Place>,
    /// Offset of the last `struct`, `union` or `enum`.
    keyword: usize,
    /// The `}` of the last record, and whether it was an enum.
    closed: Option<(usize, Place)>,
    layout: layout::Pending,
    /// The last `)` of a `typeof` or an `_Atomic`, behind which a declarator begins.
    specifier_end: usize,
    previous: Option<Token>,
    declarator: usize,
    operators: usize,
    prefixes: usize,
    plain: Vec<Token>,
    out: Scanned,
}

/// Scans the tokens of one declaration, its function body left out.
pub(crate) fn scan(text: &str, tokens: &[Token], known: &TypeNames) -> Scanned {
    scan_in(text, tokens, known, Place::Declaration)
}

/// As `scan`, for the expression of a `#define`.
pub(crate) fn scan_expression(text: &str, tokens: &[Token], known: &TypeNames) -> Scanned {
    scan_in(text, tokens, known, Place::Expression)
}

fn scan_in(text: &str, tokens: &[Token], known: &TypeNames, place: Place) -> Scanned {
    let base = tokens.first().map_or(0, |token| token.start);
    let end = tokens.last().map_or(0, |token| token.end);
    let frame = Frame::new(place, base);
    let mut scanner = Scanner {
        text,
        tokens,
        known,
        base,
        at: 0,
        frames: vec![frame],
        tag: None,
        keyword: base,
        closed: None,
        layout: layout::Pending::default(),
        specifier_end: usize::MAX,
        previous: None,
        declarator: 0,
        operators: 0,
        prefixes: 0,
        plain: Vec::new(),
        out: Scanned { text: text.as_bytes().get(base..end).unwrap_or_default().to_vec(), ..Scanned::default() },
    };
    scanner.run();
    scanner.rename_plain();
    scanner.out
}

impl<'a> Scanner<'a> {
    fn run(&mut self) {
        for token in self.tokens {
            self.sanitise(token);
        }
        while let Some(&token) = self.tokens.get(self.at) {
            let next = self.at + 1;
            match token.kind {
                Kind::Word => self.word(token),
                Kind::Punct => self.punct(token),
                Kind::Number | Kind::Text | Kind::Char => self.previous = Some(token),
            }
            self.at = self.at.max(next);
        }
    }

    fn peek(&self, ahead: usize) -> &'a str {
        self.tokens.get(self.at + ahead).map_or("", |token| token.text(self.text))
    }

    fn before(&self) -> &'a str {
        self.previous.map_or("", |token| token.text(self.text))
    }

    fn frame(&mut self) -> &mut Frame {
        if self.frames.is_empty() {
            self.frames.push(Frame { typed: true, named: true, ..Frame::new(Place::Declaration, self.base) });
        }
        self.frames.last_mut().expect("one was pushed")
    }

    fn fail(&mut self, offset: usize, message: String) {
        if self.out.error.is_none() {
            self.out.error = Some((offset, message));
        }
    }

    fn fill(&mut self, from: usize, to: usize, with: u8) {
        for at in from..to {
            if let Some(byte) = at.checked_sub(self.base).and_then(|at| self.out.text.get_mut(at))
                && *byte != b'\n'
            {
                *byte = with;
            }
        }
    }

    fn write(&mut self, at: usize, with: &str) {
        for (index, byte) in with.bytes().enumerate() {
            self.fill(at + index, at + index + 1, byte);
        }
    }

    // lang-c reads ASCII names without `$`, and fewer escapes than compilers do.
    fn sanitise(&mut self, token: &Token) {
        match token.kind {
            Kind::Word => {
                for (index, byte) in token.text(self.text).bytes().enumerate() {
                    if byte == b'$' || byte >= 0x80 {
                        self.fill(token.start + index, token.start + index + 1, b'_');
                    }
                }
            }
            Kind::Text | Kind::Char => {
                let text = token.text(self.text);
                let quote = text.find(['"', '\'']).unwrap_or(0);
                if text.len() >= quote + 2 {
                    self.fill(token.start + quote + 1, token.end - 1, b'x');
                }
                if token.kind == Kind::Char && text.len() >= quote + 4 {
                    // A constant of several characters, or an escape: `'x'` and spaces.
                    self.write(token.start + quote + 2, "'");
                    self.fill(token.start + quote + 3, token.end, b' ');
                }
            }
            Kind::Number | Kind::Punct => {}
        }
    }

    // Two names of one spelling, one a type and one not, confuse lang-c, whose scopes leak.
    // The true name is read from the block's text, so any other name of the same length will do.
    fn rename_plain(&mut self) {
        for token in std::mem::take(&mut self.plain) {
            if !self.out.types.contains(&self.spelling(token)) {
                continue;
            }
            let length = token.end - token.start;
            let candidate = (0..)
                .map(|number: usize| match length {
                    1 => char::from(b"_abcdefghijklmnopqrstuvwxyz"[number % 27]).to_string(),
                    _ => format!("_{number:0>width$}", width = length - 1),
                })
                .take(1000)
                .find(|name| name.len() == length && !self.out.types.contains(name));
            if let Some(name) = candidate {
                self.write(token.start, &name);
            }
        }
    }

    fn spelling(&self, token: Token) -> String {
        token.text(self.text).bytes().map(|byte| if byte == b'$' || byte >= 0x80 { '_' } else { byte.into() }).collect()
    }

    fn in_expression(&mut self) -> bool {
        let frame = self.frame();
        frame.value || frame.place == Place::Expression
    }

    fn word(&mut self, token: Token) {
        let word = token.text(self.text);
        let class = classify(word);
        match class {
            Word::Attribute | Word::AsmLabel => return self.attribute(token, class),
            Word::Convention => {
                self.convention(token);
                return self.fill(token.start, token.end, b' ');
            }
            Word::AlignAs => return self.align_as(token),
            Word::Noreturn | Word::Ignored | Word::ThreadLocal => {
                self.out.notes.noreturn |= class == Word::Noreturn;
                self.out.notes.thread_local |= class == Word::ThreadLocal;
                return self.fill(token.start, token.end, b' ');
            }
            Word::Optional => {
                self.optional(token.start, OptionalWord::Ours);
                return self.fill(token.start, token.end, b' ');
            }
            Word::Unsupported => {
                let hint = match word {
                    "_BitInt" => "; Rust has no such integers: hide it behind C functions",
                    "constexpr" => "; write `static const`",
                    "__auto_type" => "; name the type",
                    _ => "",
                };
                return self.fail(token.start, format!("`{word}` is not supported yet{hint}"));
            }
            Word::TypeOf => self.type_of(token),
            Word::Int128 => {
                self.write(token.start, "int     ");
                self.out.notes.int128.insert(token.start);
            }
            _ => {}
        }
        if self.frame().place == Place::Record
            && let Some(tokens) = self.tokens.get(self.at..)
            && is_assertion(self.text, tokens)
        {
            return self.assertion(token);
        }
        if word == "_Static_assert" {
            return self.fail(token.start, format!("syntax error at `{word}`"));
        }
        self.begin_part(token);
        self.foreign_word(token, class);
        self.missing_semicolon(token, class);
        self.second_type(token, class);
        let expression = self.in_expression();
        match class {
            Word::Record => self.begin_tag(token, Place::Record),
            Word::Enum => self.begin_tag(token, Place::Enum),
            Word::Type | Word::Int128 => self.frame().typed = true,
            Word::Specifier => self.out.is_typedef |= word == "typedef" && self.frames.len() == 1,
            Word::Operator if expression => self.prefixes += 1,
            Word::Name | Word::OffsetOf | Word::Operator if self.tag.is_some() => self.name_tag(token),
            Word::Name | Word::OffsetOf | Word::Operator if expression => self.expression_name(token),
            Word::Name | Word::OffsetOf | Word::Operator => self.declaration_name(token),
            _ => {}
        }
        self.previous = Some(token);
    }

    fn begin_tag(&mut self, token: Token, place: Place) {
        self.tag = Some(place);
        self.keyword = token.start;
        self.frame().typed = true;
    }

    fn name_tag(&mut self, token: Token) {
        // A second name is the declarator's.
        if self.previous.is_some_and(|previous| {
            previous.kind == Kind::Word
                && matches!(classify(previous.text(self.text)), Word::Record | Word::Enum | Word::Specifier)
        }) {
            self.plain.push(token);
            let mut ahead = 1;
            if matches!(classify(self.peek(1)), Word::Attribute) {
                ahead = 1 + self.group_length(2) + 1;
            }
            if self.peek(ahead) == "{" {
                self.out.tags.push(token);
            } else if !(self.peek(ahead) == ":" && self.tag == Some(Place::Enum) && self.frames.len() == 1) {
                self.tag = None;
            }
        } else {
            self.tag = None;
            self.declaration_name(token);
        }
    }

    fn declaration_name(&mut self, token: Token) {
        let frame = *self.frame();
        if frame.place == Place::Enum {
            self.out.names.push(token);
            self.plain.push(token);
        } else if !frame.typed {
            self.frame().typed = true;
            self.frame().marks.typed = Some(token);
            let spelling = self.spelling(token);
            self.out.types.insert(spelling);
        } else {
            self.frame().named = true;
            self.frame().marks.name = Some(token.start);
            self.name_declarator(token);
            self.plain.push(token);
            if self.frames.iter().all(|frame| matches!(frame.place, Place::Declaration | Place::Group)) {
                self.out.names.push(token);
            }
        }
    }

    // Whether a name in an expression is a type is told by its neighbours, where the block doesn't declare it.
    fn expression_name(&mut self, token: Token) {
        let word = token.text(self.text);
        let (before, after) = (self.before(), self.peek(1));
        let cast = before == "(" && after == ")" && {
            let operand = self.tokens.get(self.at + 2);
            operand.is_some_and(|operand| match operand.kind {
                Kind::Number | Kind::Text | Kind::Char => true,
                Kind::Word => !matches!(classify(operand.text(self.text)), Word::Type),
                Kind::Punct => matches!(operand.text(self.text), "~" | "!"),
            })
        };
        let pointer = before == "(" && after == "*" && matches!(self.peek(2), ")" | "*");
        let qualified = matches!(classify(before), Word::Specifier);
        let member = matches!(before, "." | "->");
        if !member && (self.known.contains(word) || cast || pointer || qualified) {
            let spelling = self.spelling(token);
            self.out.types.insert(spelling);
        } else {
            self.plain.push(token);
        }
    }

    /// Tokens of the bracketed group that starts `ahead` of here, 0 if there is none.
    fn group_length(&self, ahead: usize) -> usize {
        let mut depth = 0usize;
        for length in 0.. {
            match self.peek(ahead + length) {
                "(" | "[" | "{" => depth += 1,
                ")" | "]" | "}" => depth = depth.saturating_sub(1),
                "" => return length,
                _ if depth == 0 => return 0,
                _ => {}
            }
            if depth == 0 {
                return length + 1;
            }
        }
        0
    }
}
