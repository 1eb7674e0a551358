//! The macro's tokens in; its options, preambles and C text out.

use std::cmp::Reverse;
use std::path::PathBuf;

use crate::diag::Diagnostics;
use crate::model::PreamblePart;
use crate::options::Options;
use crate::source::{Origin, Source, token_span};
use crate::tokens::{Style, Tokens};

mod option;

/// All that the user wrote.
#[derive(Debug, Default)]
pub(crate) struct Input {
    pub(crate) options: Options,
    /// The texts of `#![preamble]`.
    pub(crate) preamble: Vec<PreamblePart>,
    pub(crate) source: Source,
    /// Files whose text is in the block.
    pub(crate) read: Vec<PathBuf>,
    /// Documentation of the whole block: `//!` at the top.
    pub(crate) docs: Vec<String>,
}

/// The way to files, which is the tool chain's.
pub(crate) trait Files {
    /// The path as it was tried and the text of a file, which is named relative to the manifest.
    ///
    /// # Errors
    ///
    /// The whole message, with the path.
    fn read(&self, path: &str) -> Result<(PathBuf, String), String>;
}

/// Reads the options at the top, then the C text.
///
/// What is wrong is reported and left out.
pub(crate) fn read(diag: &mut Diagnostics, tokens: &Tokens, files: &dyn Files) -> Input {
    let mut input = Input::default();
    let mut first = 0;
    while let Some(attribute) = tokens.attribute(first)
        && attribute.style == Style::Inner
    {
        match tokens.doc(&attribute) {
            Some(doc) => input.docs.push(crate::source::clean_doc(&doc)),
            None => option::read(diag, tokens, files, &attribute, &mut input),
        }
        first = attribute.close + 1;
    }
    let prefix = &mut input.options.naming.prefix;
    prefix.sort_by(|left, right| (Reverse(left.len()), left).cmp(&(Reverse(right.len()), right)));
    prefix.dedup();
    if tokens.string(first).is_some() {
        read_strings(diag, tokens, first, &mut input.source);
    } else {
        input.source.push_tokens(diag, tokens, first);
    }
    input
}

// A block of tokens never begins with a string, for no declaration does.
fn read_strings(diag: &mut Diagnostics, tokens: &Tokens, first: usize, source: &mut Source) {
    for token in first..tokens.list.len() {
        let span = token_span(token);
        let Some(text) = tokens.string(token) else {
            diag.error(span, "after a string with C text only more strings may follow; move this into the string");
            return;
        };
        let start = source.text.len();
        source.push_text(diag, span.token, Origin::String, &text);
        // Options have no meaning for C, so that a line with one is a mistake for sure.
        let mut offset = start;
        let added = source.slice(start..source.text.len()).to_owned();
        for line in added.split_inclusive('\n') {
            if line.trim_start().starts_with("#![") {
                diag.error(
                    source.span(offset),
                    "options stand in front of the string: `cdef! { #![link(\"z\")] r#\"…\"# }`",
                );
            }
            offset += line.len();
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tokens::tests::block;

    struct OneFile;

    impl Files for OneFile {
        fn read(&self, path: &str) -> Result<(PathBuf, String), String> {
            match path {
                "z.h" => Ok((PathBuf::from("/m/z.h"), "int z; // from the file".to_owned())),
                _ => Err(format!("`{path}` can't be read: no such file")),
            }
        }
    }

    fn show(text: &str) -> String {
        let mut diag = Diagnostics::default();
        let tokens = block(text);
        let Input { options, preamble, source, read, docs } = super::read(&mut diag, &tokens, &OneFile);
        let mut lines = Vec::new();
        lines.extend(docs.iter().map(|doc| format!("doc: {doc}")));
        lines.extend(options.link.iter().map(|link| format!("link: {} {:?}", link.name, link.kind)));
        let texts = [
            ("dlopen", &options.dlopen),
            ("pkg_config", &options.pkg_config),
            ("source", &options.source),
            ("include_dir", &options.include_dir),
            ("define", &options.define),
            ("flag", &options.flag),
        ];
        for (name, texts) in texts {
            lines.extend(texts.iter().map(|text| format!("{name}: {}", text.text)));
        }
        if !options.naming.prefix.is_empty() {
            lines.push(format!("prefix: {}", options.naming.prefix.join(" ")));
        }
        if options.naming.style == crate::options::Style::Rust {
            lines.push("names: rust".to_owned());
        }
        lines.extend(preamble.iter().map(|part| format!("preamble: {}", part.text)));
        lines.extend(read.iter().map(|file| format!("read: {}", file.display())));
        for error in diag.into_errors() {
            let at = error.span.map(|span| {
                let place = source.position(span).map(|place| format!(" ({place})")).unwrap_or_default();
                format!("{}{place}", tokens.text(usize::try_from(span.token).expect("a small test")))
            });
            lines.push(format!("error at {}: {}", at.unwrap_or_default(), error.message));
        }
        let text: Vec<&str> = source.text.split_whitespace().collect();
        lines.push(text.join(" "));
        lines.join("\n")
    }

    fn check(text: &str, expected: &[&str]) {
        assert_eq!(show(text), expected.join("\n"));
    }

    #[test]
    fn each_option_is_read() {
        check(
            r##"//! A block.
                #![link("z")] #![link("m", kind = "static",)] #![link("A", kind = "framework")] #![link("d", kind = "dylib")]
                #![dlopen("libz.so.1", "libz.so")] #![dlopen("z")]
                #![pkg_config("libsodium >= 1.0")]
                #![source("a.c", r"b.c")] #![source("c.c")]
                #![include_dir("csrc")]
                #![define(A, B = "b", C = 3, D = -1)]
                #![flag("-march=native", "-O2")]
                #![prefix(z_, "deflate_")] #![prefix(Z_, z_)] #![names(rust)]
                #![preamble(r#"#include <a.h>"#)]
                int a;"##,
            &[
                "doc: A block.",
                "link: z Unspecified",
                "link: m Static",
                "link: A Framework",
                "link: d Dylib",
                "dlopen: libz.so.1",
                "dlopen: libz.so",
                "dlopen: z",
                "pkg_config: libsodium >= 1.0",
                "source: a.c",
                "source: b.c",
                "source: c.c",
                "include_dir: csrc",
                "define: A",
                "define: B=b",
                "define: C=3",
                "define: D=-1",
                "flag: -march=native",
                "flag: -O2",
                "prefix: deflate_ Z_ z_",
                "names: rust",
                "preamble: #include <a.h>",
                "int a;",
            ],
        );
    }

    #[test]
    fn an_empty_block_is_empty() {
        check("", &[""]);
        check("#![link(\"z\")]", &["link: z Unspecified", ""]);
    }

    #[test]
    fn declarations_come_from_files() {
        check("#![declarations(\"z.h\")]\nint a;", &["read: /m/z.h", "int z; int a;"]);
        check("#![declarations(\"y.h\")]\nint a;", &["error at \"y.h\": `y.h` can't be read: no such file", "int a;"]);
    }

    #[test]
    fn strings_hold_the_same_text() {
        check("r#\"#include <a.h>\nint /* b */ c;\"#", &["#include <a.h> int c;"]);
        check(r#"#![link("z")] "int a;\n" "int b;""#, &["link: z Unspecified", "int a; int b;"]);
        check(
            "\"int a;\" int b;",
            &[
                "error at int: after a string with C text only more strings may follow; move this into the string",
                "int a;",
            ],
        );
        check(
            "\"\n#![link(\\\"z\\\")]\nint a;\"",
            &[
                "error at \"\n#![link(\\\"z\\\")]\nint a;\" (line 2 of the string): \
                 options stand in front of the string: `cdef! { #![link(\"z\")] r#\"…\"# }`",
                "#![link(\"z\")] int a;",
            ],
        );
    }

    #[test]
    fn unknown_options_are_refused() {
        const LIST: &str = "the options are `link`, `dlopen`, `pkg_config`, `source`, `include_dir`, `define`, `flag`, \
                            `pack`, `prefix`, `names`, `lenient`, `declarations`, `preamble`";
        check(
            "#![lnk(\"z\")] #![sources(\"z\")] #![allow(unused)]",
            &[
                &format!("error at lnk: there is no option `lnk`; did you mean `link`? {LIST}"),
                &format!("error at sources: there is no option `sources`; did you mean `source`? {LIST}"),
                &format!("error at allow: there is no option `allow`; {LIST}"),
                "",
            ],
        );
        check("#![lenient]", &[""]);
    }

    #[test]
    fn options_have_a_form() {
        const LINK: &str = r#"error at link: `link` is written `#![link("z")]` or `#![link("z", kind = "static")]`"#;
        for text in [
            "#![link]",
            "#![link = \"z\"]",
            "#![link()]",
            "#![link(z)]",
            "#![link(\"\")]",
            "#![link(\"a\", \"b\")]",
            "#![link(\"a\" kind)]",
            "#![link(\"a\", kind = \"static\", x)]",
            "#![link(\"a\", kin = \"static\")]",
            "#![link(,)]",
            "#![link(b\"a\")]",
        ] {
            check(text, &[LINK, ""]);
        }
        check(
            "#![link(\"a\", kind = \"dynamic\")]",
            &["error at \"dynamic\": `dynamic` is no kind of library; write `static`, `dylib` or `framework`", ""],
        );
        check("#![flag(O2)]", &["error at flag: `flag` is written `#![flag(\"-march=native\")]`", ""]);
        check(
            "#![define(\"A\")]",
            &["error at define: `define` is written `#![define(NAME)]` or `#![define(NAME = \"value\")]`", ""],
        );
        check("#![names(c)]", &["error at names: `names` is written `#![names(rust)]`", ""]);
        check("#![prefix(a = 1)]", &["error at prefix: `prefix` is written `#![prefix(sqlite3_, SQLITE_)]`", ""]);
    }

    #[test]
    fn options_stand_at_the_top() {
        check(
            "int a;\n#![link(\"z\")]",
            &["error at #: `#![link]` stands below declarations; move it to the top of the block", "int a;"],
        );
    }
}
