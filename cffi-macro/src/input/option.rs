//! One option in, `#![link("z")]`; its meaning is added to the block's input.

use proc_macro2::Delimiter;

use super::{Files, Input};
use crate::diag::Diagnostics;
use crate::model::PreamblePart;
use crate::options::{Link, LinkKind, Options, Style, Text, Tolerance};
use crate::source::{Origin, token_span};
use crate::tokens::{Attribute, Kind, Tokens};

/// The options, each with the way to write it.
const OPTIONS: &[(&str, &str)] = &[
    ("link", r#"`#![link("z")]` or `#![link("z", kind = "static")]`"#),
    ("dlopen", r#"`#![dlopen("libz.so.1", "libz.so")]`, or `#![dlopen(struct Plugin)]` for a table that is a value"#),
    ("pkg_config", r#"`#![pkg_config("libsodium >= 1.0")]`"#),
    ("source", r#"`#![source("csrc/a.c", "csrc/b.c")]`"#),
    ("include_dir", r#"`#![include_dir("csrc")]`"#),
    ("define", r#"`#![define(NAME)]` or `#![define(NAME = "value")]`"#),
    ("flag", r#"`#![flag("-march=native")]`"#),
    ("pack", "`#![pack(1)]`, or with 2, 4, 8 or 16"),
    ("prefix", "`#![prefix(sqlite3_, SQLITE_)]`"),
    ("names", "`#![names(rust)]`"),
    ("lenient", "`#![lenient]`"),
    ("declarations", r#"`#![declarations("src/zlib.cdef.h")]`"#),
    ("preamble", r##"`#![preamble(r#"#include <zlib.h>"#)]`"##),
];

/// What stands between the commas: `"text"`, `NAME` or `NAME = "text"`.
struct Argument {
    token: usize,
    kind: ArgumentKind,
}

enum ArgumentKind {
    Text(String),
    Name(String),
    Number(String),
    /// `struct Name`
    Struct(Text),
    Pair(String, Value),
}

struct Value {
    token: usize,
    /// The value of a string, or a number as it is written.
    text: String,
}

/// The arguments are not what the option takes.
struct WrongForm;

/// Reads one option.
pub(super) fn read(
    diag: &mut Diagnostics,
    tokens: &Tokens,
    files: &dyn Files,
    attribute: &Attribute,
    input: &mut Input,
) {
    let at = attribute.open + 1;
    let name = tokens.text(at);
    let Some((_, form)) = OPTIONS.iter().find(|(option, _)| *option == name) else {
        diag.error(token_span(at), unknown(name));
        return;
    };
    let done = match read_arguments(tokens, at + 1, attribute.close) {
        _ if name == "lenient" && at + 1 == attribute.close => {
            input.options.tolerance = Tolerance::Lenient;
            Ok(())
        }
        Some(arguments) => apply(diag, files, name, arguments, input),
        None => Err(WrongForm),
    };
    if let Err(WrongForm) = done {
        diag.error(token_span(at), format!("`{name}` is written {form}"));
    }
}

fn apply(
    diag: &mut Diagnostics,
    files: &dyn Files,
    option: &str,
    arguments: Vec<Argument>,
    input: &mut Input,
) -> Result<(), WrongForm> {
    let options = &mut input.options;
    match option {
        "link" => options.link.extend(link(diag, arguments)?),
        "dlopen" => dlopen(diag, arguments, options)?,
        "pkg_config" => options.pkg_config.extend(texts(arguments)?),
        "source" => options.source.extend(texts(arguments)?),
        "include_dir" => options.include_dir.extend(texts(arguments)?),
        "flag" => options.flag.extend(texts(arguments)?),
        "define" => options.define.extend(defines(arguments)?),
        "pack" => input.source.pack = pack(arguments)?,
        "prefix" => options.naming.prefix.extend(prefixes(arguments)?),
        "names" => options.naming.style = style(&arguments)?,
        "declarations" => {
            for Text { text: path, span } in texts(arguments)? {
                match files.read(&path) {
                    Ok((file, text)) => {
                        input.read.push(file);
                        input.source.push_text(diag, span.token, Origin::File(&path), &text);
                    }
                    Err(message) => diag.error(span, message),
                }
            }
        }
        "preamble" => {
            let parts = texts(arguments)?;
            input.preamble.extend(parts.into_iter().map(|Text { text, span }| PreamblePart { text, span }));
        }
        _ => return Err(WrongForm),
    }
    Ok(())
}

// The tokens between an option's name and the attribute's close.
fn read_arguments(tokens: &Tokens, open: usize, end: usize) -> Option<Vec<Argument>> {
    let close = end.checked_sub(1)?;
    let in_parentheses = tokens.kind(open) == Some(Kind::Open(Delimiter::Parenthesis))
        && tokens.kind(close) == Some(Kind::Close(Delimiter::Parenthesis));
    if !in_parentheses {
        return None;
    }
    let mut arguments = Vec::new();
    let mut at = open + 1;
    while at < close {
        let (argument, next) = read_argument(tokens, at)?;
        arguments.push(argument);
        at = next;
        if at < close {
            if !tokens.is_punct(at, ",") {
                return None;
            }
            at += 1;
        }
    }
    Some(arguments)
}

fn read_argument(tokens: &Tokens, token: usize) -> Option<(Argument, usize)> {
    if let Some(text) = tokens.string(token) {
        return Some((Argument { token, kind: ArgumentKind::Text(text) }, token + 1));
    }
    if tokens.kind(token) == Some(Kind::Literal) {
        let text = tokens.text(token).to_owned();
        return Some((Argument { token, kind: ArgumentKind::Number(text) }, token + 1));
    }
    if tokens.kind(token) != Some(Kind::Ident) {
        return None;
    }
    let name = tokens.text(token).to_owned();
    if name == "struct" && tokens.kind(token + 1) == Some(Kind::Ident) {
        let text = tokens.text(token + 1).to_owned();
        let name = Text { text, span: token_span(token + 1) };
        return Some((Argument { token, kind: ArgumentKind::Struct(name) }, token + 2));
    }
    if !tokens.is_punct(token + 1, "=") {
        return Some((Argument { token, kind: ArgumentKind::Name(name) }, token + 1));
    }
    let sign = if tokens.is_punct(token + 2, "-") { "-" } else { "" };
    let at = token + 2 + sign.len();
    let text = match tokens.string(at) {
        Some(text) if sign.is_empty() => text,
        Some(_) => return None,
        None => {
            let number = tokens.text(at);
            if tokens.kind(at) != Some(Kind::Literal) || !number.starts_with(|first: char| first.is_ascii_digit()) {
                return None;
            }
            format!("{sign}{number}")
        }
    };
    Some((Argument { token, kind: ArgumentKind::Pair(name, Value { token: at, text }) }, at + 1))
}

fn texts(arguments: Vec<Argument>) -> Result<Vec<Text>, WrongForm> {
    some(arguments)?
        .into_iter()
        .map(|Argument { token, kind }| match kind {
            ArgumentKind::Text(text) if !text.is_empty() => Ok(Text { text, span: token_span(token) }),
            ArgumentKind::Text(_)
            | ArgumentKind::Name(_)
            | ArgumentKind::Number(_)
            | ArgumentKind::Struct(_)
            | ArgumentKind::Pair(..) => Err(WrongForm),
        })
        .collect()
}

// A struct may stand alone: then the program says which files are such libraries.
fn dlopen(diag: &mut Diagnostics, mut arguments: Vec<Argument>, options: &mut Options) -> Result<(), WrongForm> {
    if let Some(Argument { kind: ArgumentKind::Struct(_), .. }) = arguments.first()
        && let ArgumentKind::Struct(name) = arguments.remove(0).kind
    {
        match &options.table {
            Some(first) => diag.error(name.span, format!("the table is `{}` already; a block has one", first.text)),
            None => options.table = Some(name),
        }
        if arguments.is_empty() {
            return Ok(());
        }
    }
    options.dlopen.extend(texts(arguments)?);
    Ok(())
}

fn defines(arguments: Vec<Argument>) -> Result<Vec<Text>, WrongForm> {
    some(arguments)?
        .into_iter()
        .map(|Argument { token, kind }| match kind {
            ArgumentKind::Name(text) => Ok(Text { text, span: token_span(token) }),
            ArgumentKind::Pair(name, value) => {
                Ok(Text { text: format!("{name}={}", value.text), span: token_span(token) })
            }
            ArgumentKind::Text(_) | ArgumentKind::Number(_) | ArgumentKind::Struct(_) => Err(WrongForm),
        })
        .collect()
}

fn prefixes(arguments: Vec<Argument>) -> Result<Vec<String>, WrongForm> {
    some(arguments)?
        .into_iter()
        .map(|argument| match argument.kind {
            ArgumentKind::Name(prefix) => Ok(prefix),
            ArgumentKind::Text(prefix) if !prefix.is_empty() => Ok(prefix),
            ArgumentKind::Text(_) | ArgumentKind::Number(_) | ArgumentKind::Struct(_) | ArgumentKind::Pair(..) => {
                Err(WrongForm)
            }
        })
        .collect()
}

fn style(arguments: &[Argument]) -> Result<Style, WrongForm> {
    match arguments {
        [Argument { kind: ArgumentKind::Name(name), .. }] if name == "rust" => Ok(Style::Rust),
        _ => Err(WrongForm),
    }
}

fn pack(arguments: Vec<Argument>) -> Result<Option<u64>, WrongForm> {
    match arguments.as_slice() {
        [Argument { kind: ArgumentKind::Number(number), .. }] => match number.as_str() {
            "1" | "2" | "4" | "8" | "16" => Ok(number.parse().ok()),
            _ => Err(WrongForm),
        },
        _ => Err(WrongForm),
    }
}

fn some(arguments: Vec<Argument>) -> Result<Vec<Argument>, WrongForm> {
    if arguments.is_empty() { Err(WrongForm) } else { Ok(arguments) }
}

// None if the kind was refused.
fn link(diag: &mut Diagnostics, arguments: Vec<Argument>) -> Result<Option<Link>, WrongForm> {
    let mut arguments = arguments.into_iter();
    let name = match arguments.next() {
        Some(Argument { kind: ArgumentKind::Text(name), .. }) if !name.is_empty() => name,
        Some(_) | None => return Err(WrongForm),
    };
    let kind = match arguments.next() {
        None => LinkKind::Unspecified,
        Some(Argument { kind: ArgumentKind::Pair(key, value), .. }) if key == "kind" => match value.text.as_str() {
            "dylib" => LinkKind::Dylib,
            "static" => LinkKind::Static,
            "framework" => LinkKind::Framework,
            other => {
                let message = format!("`{other}` is no kind of library; write `static`, `dylib` or `framework`");
                diag.error(token_span(value.token), message);
                return Ok(None);
            }
        },
        Some(_) => return Err(WrongForm),
    };
    if arguments.next().is_some() { Err(WrongForm) } else { Ok(Some(Link { name, kind })) }
}

fn unknown(name: &str) -> String {
    let names: Vec<String> = OPTIONS.iter().map(|(option, _)| format!("`{option}`")).collect();
    let nearest = OPTIONS.iter().map(|(option, _)| (distance(name, option), option)).min();
    let hint = match nearest {
        Some((distance, option)) if distance <= 2.max(option.len() / 3) && distance < option.len() / 2 => {
            format!("did you mean `{option}`? ")
        }
        Some(_) | None => String::new(),
    };
    format!("there is no option `{name}`; {hint}the options are {}", names.join(", "))
}

// How many letters to put in, take out or change (Levenshtein).
fn distance(left: &str, right: &str) -> usize {
    let mut row: Vec<usize> = (0..=right.chars().count()).collect();
    for (index, left) in left.chars().enumerate() {
        let mut diagonal = index;
        let mut before = index + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (cell, right) in row.iter_mut().skip(1).zip(right.chars()) {
            let changed = diagonal + usize::from(left != right);
            diagonal = *cell;
            before = changed.min(diagonal + 1).min(before + 1);
            *cell = before;
        }
    }
    row.last().copied().unwrap_or_default()
}
