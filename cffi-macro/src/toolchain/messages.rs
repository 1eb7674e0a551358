//! The text that gcc and clang print about a failed compilation in, its errors with their notes out.

/// One error of the C compiler.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Message {
    pub(crate) text: String,
    pub(crate) place: Place,
    /// The compiler stopped here.
    pub(crate) fatal: bool,
    pub(crate) notes: Vec<(Place, String)>,
    /// The `#include`s that lead to the place, the innermost first.
    pub(crate) chain: Vec<Place>,
}

/// A place in a file, or under a `#line` of ours.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) file: String,
    pub(crate) line: u32,
    /// 0 where the compiler gives none.
    pub(crate) column: u32,
}

impl Place {
    /// The macros of the prologue belong to whatever uses them.
    fn is_ours(&self) -> bool {
        self.file.starts_with("cdef!") && self.file != "cdef!prologue"
    }
}

impl Message {
    /// The place under a `#line` of ours that the error belongs to.
    ///
    /// gcc puts an error inside a macro at the macro's definition, with the use in a note, clang the reverse.
    /// An `#include` comes last, because it stands in front of all uses of its header.
    pub(crate) fn owner(&self) -> Option<&Place> {
        let notes = self.notes.iter().map(|(place, _)| place);
        // The outermost use, of which gcc tells last; the macro may be the preamble's.
        let uses = self.notes.iter().rev().filter(|(_, text)| text.starts_with("in expansion of macro"));
        let uses = uses.map(|(place, _)| place);
        uses.chain([&self.place]).chain(notes).chain(&self.chain).find(|place| place.is_ours())
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Severity {
    Fatal,
    Error,
    Warning,
    Note,
}

const SEVERITIES: [(&str, Severity); 4] = [
    (": fatal error: ", Severity::Fatal),
    (": error: ", Severity::Error),
    (": warning: ", Severity::Warning),
    (": note: ", Severity::Note),
];

/// The errors in the order in which they were printed; warnings and their notes are left out.
pub(super) fn parse(output: &str) -> Vec<Message> {
    select(output, |severity| matches!(severity, Severity::Fatal | Severity::Error))
}

/// The warnings about text of ours.
pub(super) fn warnings(output: &str) -> Vec<Message> {
    let mut warnings = select(output, |severity| severity == Severity::Warning);
    warnings.retain(|warning| warning.place.is_ours());
    warnings
}

fn select(output: &str, wanted: impl Fn(Severity) -> bool) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut in_message = false;
    let mut chain = Vec::new();
    let mut previous: Option<(String, Vec<Place>)> = None;
    for line in output.lines() {
        if let Some(place) = includer(line) {
            // gcc goes outwards after its first line, clang inwards, each line beginning anew.
            let at = if line.starts_with(' ') { chain.len() } else { 0 };
            chain.insert(at, place);
            continue;
        }
        let Some((place, severity, text)) = diagnostic(line) else {
            continue;
        };
        // gcc prints the chain only where it differs from the one before.
        let mut own = std::mem::take(&mut chain);
        if let Some((file, known)) = &previous
            && own.is_empty()
            && *file == place.file
        {
            own.clone_from(known);
        }
        previous = Some((place.file.clone(), own.clone()));
        match severity {
            severity if wanted(severity) => {
                let fatal = severity == Severity::Fatal;
                let text = text.to_owned();
                messages.push(Message { text, place, fatal, notes: Vec::new(), chain: own });
                in_message = true;
            }
            Severity::Fatal | Severity::Error | Severity::Warning => in_message = false,
            Severity::Note => {
                if let Some(message) = messages.last_mut()
                    && in_message
                {
                    message.notes.push((place, text.to_owned()));
                }
            }
        }
    }
    messages
}

/// `file:line:column: error: text`; gcc leaves the column out now and then.
fn diagnostic(line: &str) -> Option<(Place, Severity, &str)> {
    // Quoted source lines are indented, or numbered before a `|`.
    if line.starts_with(char::is_whitespace) {
        return None;
    }
    let (at, mark, severity) = SEVERITIES
        .iter()
        .filter_map(|&(mark, severity)| Some((line.find(mark)?, mark, severity)))
        .min_by_key(|&(at, ..)| at)?;
    let place = place(line.get(..at)?)?;
    Some((place, severity, without_option(line.get(at + mark.len()..)?)))
}

/// `In file included from file:1,` and the lines `from file:2:` after it.
fn includer(line: &str) -> Option<Place> {
    let rest = match line.strip_prefix("In file included from ") {
        Some(rest) => rest,
        None if line.starts_with(' ') => line.trim_start().strip_prefix("from ")?,
        None => return None,
    };
    place(rest.strip_suffix([',', ':'])?)
}

/// `file:line:column` or `file:line`; the file may hold colons (`C:\x.h`).
fn place(text: &str) -> Option<Place> {
    let (head, last) = text.rsplit_once(':')?;
    let last: u32 = last.parse().ok()?;
    let (file, line, column) = match head.rsplit_once(':') {
        Some((file, line)) if !file.is_empty() => match line.parse() {
            Ok(line) => (file, line, last),
            Err(_) => (head, last, 0),
        },
        Some(_) | None => (head, last, 0),
    };
    // clang names the headers of the current folder `./x.h`.
    let file = file.strip_prefix("./").unwrap_or(file);
    Some(Place { file: file.to_owned(), line, column })
}

/// The text without `[-Werror=int-conversion]` or `[-Werror,-Wint-conversion]`.
fn without_option(text: &str) -> &str {
    match text.rsplit_once(" [-W") {
        Some((text, option)) if option.ends_with(']') => text,
        Some(_) | None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary(output: &str) -> String {
        let show = |place: &Place| format!("{}:{}:{}", place.file, place.line, place.column);
        let mut text = String::new();
        for message in parse(output) {
            let owner = message.owner().map_or("-".to_owned(), show);
            let fatal = if message.fatal { " fatal" } else { "" };
            text += &format!("{owner}{fatal} @{} {}\n", show(&message.place), message.text);
            for (place, note) in &message.notes {
                text += &format!("  {} {note}\n", show(place));
            }
            for place in &message.chain {
                text += &format!("  < {}\n", show(place));
            }
        }
        text
    }

    #[test]
    fn gcc_errors_keep_their_notes_and_owners() {
        let output = "\
cdef!0:3:6: error: conflicting types for 'plain'; have 'long int(int,  const char *)'
In file included from cdef!p:1:
h.h:4:5: note: previous declaration of 'plain' with type 'int(int)'
    4 | int plain(int);
      |     ^~~~~
h.h:5:20: error: 'S' has no member named 'nofield'
    5 | #define MAC(a) ((a)->nofield)
cdef!0:7:16: note: in expansion of macro 'MAC'
cdef!0:9:16: error: passing argument 1 of 'plain' makes integer from pointer without a cast [-Werror=int-conversion]
cdef!0: In function 'x10':
cdef!0:11:13: warning: initialization discards 'const' qualifier [-Wdiscarded-qualifiers]
cdef!0:1:1: note: of the warning
cc1: some warnings being treated as errors
";
        assert_eq!(
            summary(output),
            "\
cdef!0:3:6 @cdef!0:3:6 conflicting types for 'plain'; have 'long int(int,  const char *)'
  h.h:4:5 previous declaration of 'plain' with type 'int(int)'
cdef!0:7:16 @h.h:5:20 'S' has no member named 'nofield'
  cdef!0:7:16 in expansion of macro 'MAC'
  < cdef!p:1:0
cdef!0:9:16 @cdef!0:9:16 passing argument 1 of 'plain' makes integer from pointer without a cast
"
        );
    }

    #[test]
    fn clang_errors_keep_their_notes_and_owners() {
        let output = "\
cdef!0:7:16: error: no member named 'nofield' in 'struct S'
S s7; int i7 = MAC(&s7);
               ^~~~~~~~
./h.h:5:22: note: expanded from macro 'MAC'
#define MAC(a) ((a)->nofield)
cdef!0:9:16: error: incompatible pointer to integer conversion [-Werror,-Wint-conversion]
In file included from cdef!p:2:
In file included from ./outer.h:1:
./inner.h:8:1: error: unknown type name 'foo'
1 error generated.
";
        assert_eq!(
            summary(output),
            "\
cdef!0:7:16 @cdef!0:7:16 no member named 'nofield' in 'struct S'
  h.h:5:22 expanded from macro 'MAC'
cdef!0:9:16 @cdef!0:9:16 incompatible pointer to integer conversion
cdef!p:2:0 @inner.h:8:1 unknown type name 'foo'
  < outer.h:1:0
  < cdef!p:2:0
"
        );
    }

    #[test]
    fn a_chain_of_includes_holds_for_the_next_error_of_the_same_header() {
        let output = "\
In file included from outer.h:3,
                 from cdef!p:2:
inner.h:1:1: error: one
inner.h:2:1: error: two
";
        assert_eq!(
            summary(output),
            "\
cdef!p:2:0 @inner.h:1:1 one
  < outer.h:3:0
  < cdef!p:2:0
cdef!p:2:0 @inner.h:2:1 two
  < outer.h:3:0
  < cdef!p:2:0
"
        );
    }

    #[test]
    fn places_may_lack_columns_and_files_hold_colons() {
        let text = "C:\\x y.h:4:2: fatal error: no\nx.h:7: error: unterminated #if\ngcc: error: no\n";
        assert_eq!(summary(text), "- fatal @C:\\x y.h:4:2 no\n- @x.h:7:0 unterminated #if\n");
    }

    #[test]
    fn errors_in_a_macro_of_the_preamble_belong_to_its_outermost_use() {
        let output = "\
cdef!p0:1:14: error: returning 'int *' from a function with return type 'int'
cdef!p0:2:12: note: in expansion of macro 'inner'
cdef!q:5:31: note: in expansion of macro 'f'
";
        assert!(parse(output)[0].owner().is_some_and(|place| (place.file.as_str(), place.line) == ("cdef!q", 5)));
    }
}
