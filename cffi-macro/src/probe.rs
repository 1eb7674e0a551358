//! Writes the questions about a block as C data: `Checked` in, the text of one C file and its questions out.
//!
//! Line N of the file `cdef!q` is question N-1, so that a message of the compiler finds the declaration that it is about.
//! What the answers look like is told here and read in `facts`: one symbol an item, arrays of 64-bit words.

mod alignment;
mod ask;
mod convention;
mod kind;
mod record;
mod replica;
mod vector;
mod words;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::cdecl;
use crate::check::Checked;
use crate::model::{Cdef, ConstantId, FunctionId, Item, Path, RecordId, Span, TypedefId, TypedefKind};
use crate::options::Tolerance;

pub(crate) use convention::write_convention;
pub(crate) use kind::{GUESSES, Kind, Subject, write_kinds};
pub(crate) use record::{BITS_WORDS, LARGEST_WITH_BITS, Shown, UNNAMED_WORDS, alignments, code_length, shown};
pub(crate) use replica::has_replica;

/// What earlier compilations of the same block taught.
#[derive(Clone, Debug, Default)]
pub(crate) struct Lessons {
    /// Refused already, or made of what was refused.
    pub(crate) dropped: BTreeSet<Item>,
    /// Types of the headers that are never completed, such as `DIR`.
    pub(crate) incomplete: BTreeSet<TypedefId>,
    /// Constants that have no value before the program runs.
    pub(crate) run_time: BTreeSet<ConstantId>,
    /// Records whose list of fields can't be followed by one more value.
    pub(crate) hiding: BTreeSet<RecordId>,
    /// Optional items that the headers lack.
    pub(crate) absent: BTreeSet<Item>,
    /// What the block allows.
    pub(crate) tolerance: Tolerance,
    /// Functions of another type than the headers', which a call may yet convert.
    pub(crate) converted: BTreeSet<FunctionId>,
    /// Functions that are variables of the headers: pointers, which are called like a function.
    pub(crate) pointers: BTreeSet<FunctionId>,
}

impl Lessons {
    /// There is an answer to be had.
    pub(crate) fn asks(&self, item: Item) -> bool {
        !self.dropped.contains(&item) && !self.absent.contains(&item)
    }
}

#[derive(Debug)]
pub(crate) struct Probe {
    pub(crate) text: String,
    pub(crate) questions: Vec<Question>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Question {
    pub(crate) item: Item,
    pub(crate) about: About,
    pub(crate) span: Span,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum About {
    /// Whether the headers know the name at all.
    Name,
    /// Whether they declare it as the block does.
    Type,
    /// What the block's own expression comes to.
    Given,
    /// Fields that the block does not list.
    Hidden,
    /// A function that a word names.
    Word,
    /// Whether the headers say the same of a parameter; the answer is a warning.
    Doubt,
}

/// What a word of the answer stands for, so that reader and writer agree.
pub(crate) const TYPE_WORDS: usize = 4;

/// What the last of them says of a typedef that the block leaves open, where it is a function.
pub(crate) const FUNCTION: u64 = 2;

/// The code of a type's class in an answer; see `CLASSES`.
pub(crate) const CLASS_BUILTIN: u64 = 100;

/// What `cdef_literal` says of strings, and of those of wide characters.
pub(crate) const CHAR_POINTER: u64 = 30;
pub(crate) const WIDE: std::ops::RangeInclusive<u64> = 32..=34;

/// `_Generic` associations that tell the arithmetic types apart.
/// What is none of them is told by `__builtin_classify_type`, plus `CLASS_BUILTIN`.
pub(crate) const CLASSES: &[(&str, u64)] = &[
    ("_Bool", 1),
    ("char", 2),
    ("signed char", 3),
    ("unsigned char", 4),
    ("short", 5),
    ("unsigned short", 6),
    ("int", 7),
    ("unsigned int", 8),
    ("long", 9),
    ("unsigned long", 10),
    ("long long", 11),
    ("unsigned long long", 12),
    ("float", 20),
    ("double", 21),
    ("long double", 22),
    ("float _Complex", 23),
    ("double _Complex", 24),
    ("long double _Complex", 25),
];

/// The same, where the compiler has them.
const CLASSES_128: &[(&str, u64)] = &[("__int128", 13), ("unsigned __int128", 14)];

/// Where `struct cdef_k` has a value as `long double`, and the upper half of an `__int128`.
pub(crate) const K_LONG_DOUBLE: u64 = 48;
pub(crate) const K_HIGH: u64 = 64;

pub(crate) fn write(checked: &Checked<'_>, lessons: &Lessons) -> Probe {
    let cdef = checked.cdef();
    let mut writer = Writer { cdef, lessons, text: String::new(), questions: Vec::new() };
    writer.text = prologue(cdef);
    writer.conventions();
    writer.tags();
    writer.own_typedefs();
    writer.bodies();
    match lessons.tolerance {
        Tolerance::Exact => {}
        Tolerance::Lenient => writer.text.push_str(cdecl::LENIENT),
    }
    // What nothing declares comes first: all that is made of it is refused, too.
    let is_implicit =
        |item: &Item| matches!(item, Item::Typedef(id) if cdef.typedefs[id.0].kind == TypedefKind::Implicit);
    let (implicit, others): (Vec<Item>, Vec<Item>) = cdef.items().partition(is_implicit);
    for item in implicit.into_iter().chain(others).filter(|item| lessons.asks(*item)) {
        match item {
            Item::Typedef(id) => writer.typedef(id, &cdef.typedefs[id.0]),
            Item::Record(id) => writer.record(id, &cdef.records[id.0]),
            Item::Enum(id) => writer.enumeration(id, &cdef.enums[id.0]),
            Item::Function(id) => writer.function(id, &cdef.functions[id.0]),
            Item::Variable(id) => writer.variable(id, &cdef.variables[id.0]),
            Item::Constant(id) => writer.constant(id, &cdef.constants[id.0]),
            Item::Assertion(id) => writer.assertion(id, &cdef.assertions[id.0]),
            Item::Operand(id) => writer.operand(id, &cdef.operands[id.0]),
        }
    }
    writer.words();
    Probe { text: writer.text, questions: writer.questions }
}

/// Asks the compiler to name the types behind expressions: it does so when it refuses a pointer to them.
///
/// Line N of `cdef!x` is the Nth expression; `explained` finds the answers.
pub(crate) fn write_explanation(cdef: &Cdef, expressions: &[String]) -> String {
    let mut text = prologue(cdef);
    text.push_str("struct cdef_question;\n");
    for (index, expression) in expressions.iter().enumerate() {
        let line = index + 1;
        let _ = writeln!(text, "#line {line} \"cdef!x\"\nstruct cdef_question *cdef_x{index} = {expression};");
    }
    text
}

/// The preamble and the definitions that all questions use.
fn prologue(cdef: &Cdef) -> String {
    let mut text = crate::preamble::write(cdef);
    text.push_str("#line 1 \"cdef!prologue\"\n");
    text.push_str("typedef unsigned long long cdef_u64;\ntypedef void (*cdef_fn)(void);\n");
    text.push_str(
        "struct cdef_k { cdef_u64 v[3]; double d; const void *p; \\\n\
         __attribute__((__aligned__(16))) long double l; __attribute__((__aligned__(16))) cdef_u64 h; };\n\
         const cdef_u64 cdef_l[] = { sizeof(long double), _Alignof(long double), __LDBL_MANT_DIG__ };\n\
         #pragma pack(push)\n#pragma pack()\n\
         struct cdef_aligned { __attribute__((__aligned__(64))) char c; };\n\
         struct cdef_natural { short s; };\n\
         #pragma pack(pop)\n\
         const cdef_u64 cdef_pack[] = { _Alignof(struct cdef_aligned), _Alignof(struct cdef_natural) };\n\
         #ifdef __SIZEOF_INT128__\n\
         typedef unsigned __int128 cdef_u128;\n\
         #else\n\
         typedef cdef_u64 cdef_u128;\n\
         #endif\n",
    );
    text.push_str(cdecl::quiet_conventions(cdef));
    text.push_str("#define CDEF_U __attribute__((__used__))\n");
    // A function that names no convention inherits that of its first declaration in clang; gcc refuses it.
    text.push_str(
        "#if defined __clang__ && (defined __i386__ || defined __x86_64__)\n\
         #define CDEF_C __attribute__((__cdecl__))\n#else\n#define CDEF_C\n#endif\n",
    );
    text.push_str(
        "#define CDEF_STR(x) #x\n#define CDEF_EXPANDED(x) CDEF_STR(x)\n\
         #define CDEF_LABEL(x) CDEF_EXPANDED(__USER_LABEL_PREFIX__) #x\n",
    );
    let list = |classes: &[(&str, u64)], star: &str| {
        classes.iter().map(|(name, code)| format!("{name}{star}: {code}, ")).collect::<String>()
    };
    let (values, pointers) = (list(CLASSES_128, ""), list(CLASSES_128, " *"));
    let _ = writeln!(
        text,
        "#ifdef __SIZEOF_INT128__\n#define CDEF_128 {values}\n#define CDEF_P128 {pointers}\n\
         #else\n#define CDEF_128\n#define CDEF_P128\n#endif"
    );
    let value = list(CLASSES, "");
    let _ = writeln!(
        text,
        "#define cdef_class(x) _Generic((x), {value}CDEF_128 default: __builtin_classify_type(x) + {CLASS_BUILTIN})"
    );
    // An asked constant costs what its `_Generic` costs, so all types that are surely different stand in one.
    // Those of wide characters may be one and the same.
    let _ = writeln!(
        text,
        "#define cdef_literal(x) _Generic((x), {value}char *: {CHAR_POINTER}, const char *: {CHAR_POINTER}, CDEF_128 default: \\\n\
         _Generic((x), __WCHAR_TYPE__ *: 32, default: _Generic((x), __CHAR16_TYPE__ *: 33, default: \\\n\
         _Generic((x), __CHAR32_TYPE__ *: 34, default: __builtin_classify_type(x) + {CLASS_BUILTIN}))))\n\
         #define cdef_is_array(x) __builtin_types_compatible_p(__typeof__(x), char[sizeof(x)])"
    );
    vector::define(&mut text);
    alignment::define(&mut text);
    let pointee = list(CLASSES, " *");
    let _ = writeln!(text, "#define cdef_pointee(p) _Generic((p), {pointee}CDEF_P128 default: 0)");
    text
}

struct Writer<'a> {
    cdef: &'a Cdef,
    lessons: &'a Lessons,
    text: String,
    questions: Vec<Question>,
}

impl<'a> Writer<'a> {
    /// Starts a line of the compiler's messages that belongs to a question.
    fn question(&mut self, item: Item, about: About, span: Span) {
        self.questions.push(Question { item, about, span });
        let line = self.questions.len();
        let _ = match about {
            // As a system header has no warnings: the excess element is what is asked.
            About::Hidden => writeln!(self.text, "# {line} \"cdef!q\" 3"),
            About::Name | About::Type | About::Given | About::Word | About::Doubt => {
                writeln!(self.text, "#line {line} \"cdef!q\"")
            }
        };
    }

    fn push(&mut self, text: std::fmt::Arguments<'_>) {
        let _ = self.text.write_fmt(text);
        self.text.push('\n');
    }

    /// Tags of another kind than the headers' are refused here, and not wherever they are used.
    fn tags(&mut self) {
        let cdef = self.cdef;
        for (index, record) in cdef.records.iter().enumerate() {
            let item = Item::Record(RecordId(index));
            if matches!(record.path, Path::Tag(_)) && self.lessons.asks(item) {
                self.question(item, About::Name, record.span);
                self.push(format_args!("{};", cdecl::record(cdef, RecordId(index))));
            }
        }
    }

    /// Types that only the block names must be there before functions are declared with them.
    fn own_typedefs(&mut self) {
        let cdef = self.cdef;
        for (id, text) in crate::preamble::own_typedefs(cdef) {
            if self.lessons.asks(Item::Typedef(id)) {
                let name = &cdef.typedefs[id.0].name;
                self.push(format_args!("#ifndef {}", name.text));
                self.question(Item::Typedef(id), About::Type, name.span);
                self.push(format_args!("{text}\n#endif"));
            }
        }
    }

    /// The block's own functions: all prototypes first, so that they may call each other.
    fn bodies(&mut self) {
        let cdef = self.cdef;
        let mut defined = BTreeMap::new();
        for (index, function) in cdef.functions.iter().enumerate() {
            let id = FunctionId(index);
            if let Some(definition) = &function.body
                && !self.lessons.dropped.contains(&Item::Function(id))
            {
                self.question(Item::Function(id), About::Type, function.name.span);
                // Rust may be all that calls it.
                let storage = if function.is_static() { "__attribute__((__unused__)) static " } else { "" };
                self.push(format_args!("{storage}{};", cdecl::prototype(cdef, function)));
                defined.insert(id, definition);
            }
        }
        for (id, definition) in defined {
            self.push(format_args!("#line 1 \"cdef!b{}\"\n{}", id.0, definition.text));
        }
    }
}

/// A record or enum that C cannot name has no size to ask for.
pub(crate) fn has_name(path: &Path) -> bool {
    !matches!(path, Path::Anonymous)
}
