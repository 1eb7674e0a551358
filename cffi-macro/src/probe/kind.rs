//! What the headers have under a name: each guess is a line that the compiler refuses where it is wrong.

use std::fmt::Write;

use super::prologue;
use crate::model::Cdef;

/// A name of either of the two name spaces that a block uses (C11 6.2.3).
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    Ordinary(String),
    Tag(String),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Type,
    Function,
    Variable,
    Constant,
    /// What none of the above describes.
    Macro,
    Struct,
    Union,
    Enum,
}

const ORDINARY: [Kind; 5] = [Kind::Type, Kind::Function, Kind::Variable, Kind::Constant, Kind::Macro];
const TAGS: [Kind; 3] = [Kind::Struct, Kind::Union, Kind::Enum];

/// The lines of a subject are numbered by this; line N of `cdef!x` is guess N-1.
pub(crate) const GUESSES: usize = 8;

impl Subject {
    /// The first guess that the compiler takes is right.
    pub(crate) fn guesses(&self) -> &'static [Kind] {
        match self {
            Subject::Ordinary(_) => &ORDINARY,
            Subject::Tag(_) => &TAGS,
        }
    }
}

pub(crate) fn write_kinds(cdef: &Cdef, subjects: &[Subject]) -> String {
    let mut text = prologue(cdef);
    for (index, subject) in subjects.iter().enumerate() {
        for (at, kind) in subject.guesses().iter().enumerate() {
            let line = index * GUESSES + at + 1;
            let guess = guess(subject, *kind, line);
            let _ = match kind {
                // Of a macro the address may be one, too.
                Kind::Variable => {
                    let (Subject::Ordinary(name) | Subject::Tag(name)) = subject;
                    let refuse = format!("#line {line} \"cdef!x\"\n#error \"a macro\"");
                    writeln!(text, "#ifdef {name}\n{refuse}\n#else\n#line {line} \"cdef!x\"\n{guess}\n#endif")
                }
                _ => writeln!(text, "#line {line} \"cdef!x\"\n{guess}"),
            };
        }
    }
    text
}

fn guess(subject: &Subject, kind: Kind, line: usize) -> String {
    let (Subject::Ordinary(name) | Subject::Tag(name)) = subject;
    // In a scope of its own, so that it declares nothing to the next guess.
    let tag = |keyword: &str| format!("void cdef_x{line}(void) {{ {keyword} {name} *x; (void)x; }}");
    match kind {
        Kind::Type => format!("typedef {name} *cdef_x{line};"),
        // Only a function is what a pointer to it leads to.
        Kind::Function => {
            let same = format!("__builtin_types_compatible_p(__typeof__({name}), __typeof__(*({name})))");
            format!("_Static_assert({same}, \"\");")
        }
        Kind::Variable => format!("typedef __typeof__(&({name})) cdef_x{line};"),
        Kind::Constant => format!("typedef char cdef_x{line}[__builtin_constant_p({name}) ? 1 : -1];"),
        Kind::Macro => format!("typedef __typeof__({name}) cdef_x{line};"),
        Kind::Struct => tag("struct"),
        Kind::Union => tag("union"),
        Kind::Enum => tag("enum"),
    }
}
