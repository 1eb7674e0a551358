//! Calls of a library that is loaded while the program runs: stubs find its functions in a table of addresses.

use std::collections::BTreeMap;

use crate::model::{Cdef, Path};
use crate::plan::{Addressed, Plan, PlannedLibrary, Stub, Table};

/// C's names of what the library has, with the places in its table.
#[derive(Default)]
pub(super) struct Loaded<'a> {
    holder: Holder,
    places: BTreeMap<&'a str, usize>,
    /// Tags, which the macros must leave alone.
    tags: Vec<&'a str>,
}

/// Where a stub finds the table.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum Holder {
    /// It is static.
    #[default]
    Static,
    /// It is the first parameter.
    Parameter,
}

impl<'a> Loaded<'a> {
    pub(super) fn new(plan: &'a Plan<'_>) -> Loaded<'a> {
        let Some(library) = &plan.library else { return Loaded::default() };
        let symbols = library.symbols.iter().enumerate();
        let places = symbols.map(|(index, symbol)| (symbol.c_name.as_str(), index)).collect();
        let records = plan.cdef.records.iter().map(|record| &record.path);
        let tags = records.chain(plan.cdef.enums.iter().map(|item| &item.path));
        let holder = match library.table {
            Table::Rust | Table::Stubs(_) => Holder::Static,
            Table::Value(_) => Holder::Parameter,
        };
        Loaded { holder, places, tags: tags.filter_map(tag).collect() }
    }

    /// For stubs in which macros stand for the names.
    pub(super) fn behind_macros(&self) -> Loaded<'a> {
        Loaded { holder: self.holder, ..Loaded::default() }
    }

    /// The stub with the table as its first parameter, where that is a value.
    pub(super) fn with_table(&self, symbol: &str, head: String, body: String) -> (String, String) {
        match self.holder {
            Holder::Static => (head, body),
            Holder::Parameter => {
                let none = format!("{symbol}(void)");
                let head = match head.contains(&none) {
                    true => head.replacen(&none, &format!("{symbol}({TABLE})"), 1),
                    false => head.replacen(&format!("{symbol}("), &format!("{symbol}({TABLE}, "), 1),
                };
                (head, format!("(void)cffi_table; {body}"))
            }
        }
    }

    /// C code of the block has no table.
    pub(super) fn is_parameter(&self) -> bool {
        self.holder == Holder::Parameter
    }

    fn through(&self, name: &str, place: usize) -> String {
        let address = match self.holder {
            Holder::Static => format!("cffi_symbol({place})"),
            Holder::Parameter => format!("cffi_table[{place}]"),
        };
        // `__typeof__` does not evaluate the name, so that no linker has to know it.
        format!("(*(__typeof__({name}) *){address})")
    }

    /// The same text with each use of the library's names behind the table.
    ///
    /// A field or a tag of such a name is another thing, and so are the names in `hidden`.
    pub(super) fn redirect(&self, text: &str, hidden: &[&str]) -> String {
        if self.places.is_empty() {
            return text.to_owned();
        }
        let mut redirected = String::with_capacity(text.len());
        let mut rest = text;
        let mut before = "";
        while let Some(first) = rest.chars().next() {
            let word = &rest[..token_length(rest, first)];
            match self.places.get(word) {
                Some(place)
                    if !matches!(before, "." | "->" | "struct" | "union" | "enum") && !hidden.contains(&word) =>
                {
                    redirected.push_str(&self.through(word, *place));
                }
                _ => redirected.push_str(word),
            }
            if !first.is_whitespace() {
                before = word;
            }
            rest = &rest[word.len()..];
        }
        redirected
    }

    /// The library's names may stand behind a macro or in a function of the headers, out of `redirect`'s sight.
    pub(super) fn hides(&self, cdef: &Cdef, stub: &Stub) -> bool {
        let name = match stub {
            Stub::Call { function, .. } => &cdef.functions[function.0].name,
            Stub::Address { of: Addressed::Variable(id), .. } => &cdef.variables[id.0].name,
            Stub::Address { of: Addressed::Constant(id), .. } | Stub::Constant { constant: id, .. } => {
                &cdef.constants[id.0].name
            }
            _ => return false,
        };
        !self.places.is_empty() && !self.places.contains_key(name.text.as_str())
    }

    /// Macros for what the macros of the headers call.
    pub(super) fn define(&self) -> (String, String) {
        let names = self.places.iter().filter(|(name, _)| !self.tags.contains(*name));
        let lines = names.map(|(name, place)| {
            let define = format!("#ifndef {name}\n#define {name} {}\n#endif\n", self.through(name, *place));
            (define, format!("#undef {name}\n"))
        });
        lines.unzip()
    }
}

fn tag(path: &Path) -> Option<&str> {
    match path {
        Path::Tag(name) => Some(&name.text),
        Path::Typedef(_) | Path::Pointee(_) | Path::Object(_) | Path::Member(..) | Path::Anonymous => None,
    }
}

const TABLE: &str = "void *const *cffi_table";

// Strings, characters and comments are one token each; of other signs only `->` matters.
fn token_length(text: &str, first: char) -> usize {
    let word = |char: char| char == '_' || char == '$' || char.is_alphanumeric();
    if word(first) {
        return text.find(|char| !word(char)).unwrap_or(text.len());
    }
    if text.starts_with("->") {
        return 2;
    }
    if text.starts_with("/*") {
        return text.find("*/").map_or(text.len(), |end| end + 2);
    }
    if text.starts_with("//") {
        return text.find('\n').unwrap_or(text.len());
    }
    if first != '"' && first != '\'' {
        return first.len_utf8();
    }
    let mut escaped = true;
    for (at, char) in text.char_indices() {
        match (escaped, char) {
            (true, _) => escaped = false,
            (false, '\\') => escaped = true,
            (false, char) if char == first => return at + char.len_utf8(),
            (false, _) => {}
        }
    }
    text.len()
}

/// What the run-time crate has for stubs; its number changes with its parameters.
pub(crate) const RUNTIME: &str = "cffi_rt_symbol_1";

/// The table and the function that looks into it.
pub(super) fn table(library: &PlannedLibrary) -> String {
    let symbol = match &library.table {
        Table::Rust | Table::Value(_) => return String::new(),
        Table::Stubs(symbol) => symbol,
    };
    let count = library.symbols.len() + 2;
    let files: String = library.files.iter().map(|file| format!("{}\\0", escaped(file))).collect();
    let symbols = library.symbols.iter().map(|symbol| format!("\"{}\\0\"", escaped(&symbol.entry())));
    let symbols: Vec<String> = symbols.collect();
    let symbols = if symbols.is_empty() { "\"\"".to_owned() } else { symbols.join("\n") };
    format!(
        "extern void *{RUNTIME}(void **, __SIZE_TYPE__, const char *, __SIZE_TYPE__, const char *, \
         __SIZE_TYPE__, __SIZE_TYPE__);\n\
         extern __attribute__((visibility(\"hidden\"))) void *{symbol}[{count}];\n\
         void *{symbol}[{count}];\n\
         static __inline__ __attribute__((__unused__)) void *cffi_symbol(__SIZE_TYPE__ place) {{\n\
         static const char files[] = \"{files}\";\n\
         static const char symbols[] = {symbols};\n\
         void *address = __atomic_load_n(&{symbol}[place], __ATOMIC_ACQUIRE);\n\
         return address ? address : {RUNTIME}({symbol}, {count}, files, sizeof files - 1, symbols, \
         sizeof symbols - 1, place);\n}}\n"
    )
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('?', "\\?")
}
