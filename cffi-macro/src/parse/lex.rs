//! C text in, tokens out: just enough of C11 6.4 to find words, literals and brackets.

use crate::diag::Diagnostics;
use crate::source::Source;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Word,
    Number,
    /// A string literal with its prefix.
    Text,
    /// A character constant with its prefix.
    Char,
    Punct,
}

#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    pub(crate) kind: Kind,
    pub(crate) start: usize,
    pub(crate) end: usize,
}

impl Token {
    pub(crate) fn text<'a>(&self, text: &'a str) -> &'a str {
        text.get(self.start..self.end).unwrap_or("")
    }
}

const LONG_PUNCTS: &[&[u8]] = &[
    b"...", b"<<=", b">>=", b"->", b"++", b"--", b"<<", b">>", b"<=", b">=", b"==", b"!=", b"&&", b"||", b"+=", b"-=",
    b"*=", b"/=", b"%=", b"&=", b"|=", b"^=", b"##",
];

/// Tokens of `text[from..to]`, and where a literal has no end.
pub(crate) fn lex(text: &str, from: usize, to: usize) -> (Vec<Token>, Vec<usize>) {
    let bytes = text.as_bytes().get(..to).unwrap_or(text.as_bytes());
    let mut tokens = Vec::new();
    let mut open = Vec::new();
    let mut at = from;
    while let Some(&byte) = bytes.get(at) {
        if byte.is_ascii_whitespace() || byte == 0x0b {
            at += 1;
            continue;
        }
        let start = at;
        let rest = bytes.get(at..).unwrap_or_default();
        let kind = if is_word_start(byte) {
            let length = rest.iter().take_while(|&&byte| is_word(byte)).count();
            at += length;
            let prefix = matches!(rest.get(..length), Some(b"L" | b"u" | b"U" | b"u8"));
            match bytes.get(at) {
                Some(&quote @ (b'"' | b'\'')) if prefix => literal(bytes, &mut at, quote, start, &mut open),
                _ => Kind::Word,
            }
        } else if byte.is_ascii_digit() || byte == b'.' && rest.get(1).is_some_and(u8::is_ascii_digit) {
            at += number_length(rest);
            Kind::Number
        } else if byte == b'"' || byte == b'\'' {
            literal(bytes, &mut at, byte, start, &mut open)
        } else {
            at += LONG_PUNCTS.iter().find(|punct| rest.starts_with(punct)).map_or(1, |punct| punct.len());
            Kind::Punct
        };
        tokens.push(Token { kind, start, end: at });
    }
    (tokens, open)
}

/// As `lex`, with a message for each literal without an end.
pub(crate) fn lex_all(diag: &mut Diagnostics, source: &Source, text: &str) -> (Vec<Token>, Vec<usize>) {
    let (tokens, open) = lex(text, 0, text.len());
    for &offset in &open {
        diag.error(source.span(offset), "this literal has no closing quote on its line");
    }
    (tokens, open)
}

fn is_word_start(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || byte == b'_' || byte == b'$' || byte >= 0x80
}

fn is_word(byte: u8) -> bool {
    is_word_start(byte) || byte.is_ascii_digit()
}

// A preprocessing number (C11 6.4.8).
fn number_length(rest: &[u8]) -> usize {
    let mut length = 0;
    while let Some(&byte) = rest.get(length) {
        let sign = matches!(byte, b'+' | b'-')
            && length > 0
            && matches!(rest.get(length - 1), Some(b'e' | b'E' | b'p' | b'P'))
            && !(matches!(rest.get(length - 1), Some(b'e' | b'E')) && matches!(rest.get(1), Some(b'x' | b'X')));
        // `0...5` is no number: leave the hole alone.
        let hole = rest.get(length..).is_some_and(|rest| rest.starts_with(b"..."));
        if !(is_word(byte) || byte == b'.' && !hole || sign) {
            break;
        }
        length += 1;
    }
    length.max(1)
}

fn literal(bytes: &[u8], at: &mut usize, quote: u8, start: usize, open: &mut Vec<usize>) -> Kind {
    *at += 1;
    loop {
        match bytes.get(*at) {
            None | Some(b'\n') => {
                open.push(start);
                break;
            }
            Some(b'\\') if bytes.get(*at + 1).is_some_and(|&next| next != b'\n') => *at += 2,
            Some(&byte) => {
                *at += 1;
                if byte == quote {
                    break;
                }
            }
        }
    }
    // An escaped byte may be the first of a longer character.
    while bytes.get(*at).is_some_and(|&byte| (0x80..0xc0).contains(&byte)) {
        *at += 1;
    }
    if quote == b'"' { Kind::Text } else { Kind::Char }
}
