//! The words that say what a pointer, a function or a type is about, and what each takes in parentheses.
//!
//! They are C's own where C has them: clang's bounds words, SAL's flow words; `cdef_…` are ours.

/// What a word takes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Takes {
    Nothing,
    /// So many expressions of C.
    Expressions(usize),
    /// One name, or a keyword of the word's own.
    Name,
    /// At least one of them.
    Names,
    /// A name, and `always` or `on_success`.
    NameAndTime,
    /// A word of flow, `_Out_` or `_Outptr_`.
    Flow,
    /// One or none, or no parentheses at all; attributes may have more.
    OptionalName,
    /// What an error is made of: a list of expressions, each maybe with `name =` in front.
    Parts,
}

/// What a word is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Subject {
    /// One pointer of a parameter, a result, a field or a typedef.
    Pointer,
    /// A parameter as a whole.
    Parameter,
    /// A function, wherever the word stands.
    Function,
    /// A record, an enum or a typedef.
    Type,
    /// A function or a type.
    Item,
    /// A pointer to a function that C calls.
    Callback,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Entry {
    pub(crate) name: &'static str,
    pub(crate) takes: Takes,
    pub(crate) subject: Subject,
}

const fn entry(name: &'static str, takes: Takes, subject: Subject) -> Entry {
    Entry { name, takes, subject }
}

use Subject::{Callback, Function, Item, Parameter, Pointer, Type};
use Takes::{Expressions, Flow, Name, NameAndTime, Names, Nothing, OptionalName, Parts};

const ENTRIES: &[Entry] = &[
    entry("__counted_by", Expressions(1), Pointer),
    entry("__sized_by", Expressions(1), Pointer),
    entry("__counted_by_or_null", Expressions(1), Pointer),
    entry("__sized_by_or_null", Expressions(1), Pointer),
    entry("__ended_by", Expressions(1), Pointer),
    entry("__null_terminated", Nothing, Pointer),
    entry("__single", Nothing, Pointer),
    entry("__unsafe_indexable", Nothing, Pointer),
    entry("__noescape", Nothing, Pointer),
    entry("_Nullable", Nothing, Pointer),
    entry("_Nonnull", Nothing, Pointer),
    entry("_Null_unspecified", Nothing, Pointer),
    entry("cdef_owned", Nothing, Pointer),
    entry("cdef_owned_by", Name, Pointer),
    entry("cdef_consumed", Nothing, Pointer),
    entry("cdef_consumed_on", Names, Pointer),
    entry("cdef_within", Name, Pointer),
    entry("cdef_static", Nothing, Pointer),
    entry("cdef_transient", Nothing, Pointer),
    entry("cdef_stable", Nothing, Pointer),
    entry("cdef_shared", Nothing, Pointer),
    entry("__lifetimebound", Nothing, Parameter),
    entry("__lifetime_capture_by", Name, Parameter),
    entry("_In_", Nothing, Parameter),
    entry("_In_opt_", Nothing, Parameter),
    entry("_In_z_", Nothing, Parameter),
    entry("_In_opt_z_", Nothing, Parameter),
    entry("_In_reads_opt_", Expressions(1), Parameter),
    entry("_In_reads_bytes_opt_", Expressions(1), Parameter),
    entry("_In_reads_to_ptr_", Expressions(1), Parameter),
    entry("_Null_terminated_", Nothing, Parameter),
    entry("_In_reads_", Expressions(1), Parameter),
    entry("_In_reads_bytes_", Expressions(1), Parameter),
    entry("_In_range_", Expressions(2), Parameter),
    entry("_Out_", Nothing, Parameter),
    entry("_Out_writes_", Expressions(1), Parameter),
    entry("_Out_writes_bytes_", Expressions(1), Parameter),
    entry("_Out_writes_to_", Expressions(2), Parameter),
    entry("_Out_writes_bytes_to_", Expressions(2), Parameter),
    entry("_Out_writes_z_", Expressions(1), Parameter),
    entry("_Out_opt_", Nothing, Parameter),
    entry("_Outptr_", Nothing, Parameter),
    entry("_Outptr_opt_", Nothing, Parameter),
    entry("_Inout_", Nothing, Parameter),
    entry("_Inout_opt_", Nothing, Parameter),
    entry("_Always_", Flow, Parameter),
    entry("_On_failure_", Names, Parameter),
    entry("_Success_", Expressions(1), Function),
    entry("_Pre_satisfies_", Expressions(1), Function),
    entry("_Check_return_", Nothing, Function),
    entry("_Ret_maybenull_", Nothing, Function),
    entry("_Ret_notnull_", Nothing, Function),
    entry("cdef_error", Parts, Function),
    entry("cdef_requires", Names, Function),
    entry("cdef_provides", Name, Function),
    entry("cdef_safe", Nothing, Function),
    entry("cdef_unsafe", Nothing, Function),
    entry("cdef_export", Nothing, Function),
    entry("_Return_type_success_", Expressions(1), Type),
    entry("cdef_error_text", Name, Type),
    entry("cdef_destroy", Names, Type),
    entry("cdef_retain", Name, Type),
    entry("cdef_send", Nothing, Type),
    entry("cdef_sync", Nothing, Type),
    entry("cdef_opaque", Nothing, Type),
    entry("cdef_name", Name, Item),
    entry("cdef_closure", OptionalName, Callback),
    entry("cdef_scope", Name, Callback),
    entry("cdef_destroyer", NameAndTime, Callback),
    entry("cdef_on_panic", Expressions(1), Callback),
];

/// The attributes of GNU C and C23 that say what a word could.
const ATTRIBUTES: &[Entry] = &[
    entry("nonnull", OptionalName, Function),
    entry("returns_nonnull", Nothing, Function),
    entry("warn_unused_result", Nothing, Function),
    entry("nodiscard", OptionalName, Function),
    entry("deprecated", OptionalName, Function),
    entry("access", Names, Function),
];

/// The same for the name of an attribute, which may stand between underscores.
pub(crate) fn attribute(name: &str) -> Option<Entry> {
    let name = name.strip_prefix("__").and_then(|name| name.strip_suffix("__")).unwrap_or(name);
    ATTRIBUTES.iter().find(|entry| entry.name == name).copied()
}

/// Whether a word was an attribute, which other places than ours have, too.
pub(crate) fn is_attribute(entry: Entry) -> bool {
    !entry.name.starts_with('_') && !is_ours(entry)
}

/// None if the word is no word of the vocabulary.
pub(crate) fn find(word: &str) -> Option<Entry> {
    let prefix = word.starts_with('_') || word.starts_with("cdef_");
    // Most words of a block are none, and are told by their first bytes.
    prefix.then(|| ENTRIES.iter().find(|entry| entry.name == word).copied()).flatten()
}

/// The word that one was meant to be: few letters tell them apart.
pub(crate) fn nearest(word: &str) -> Option<Entry> {
    if !(word.starts_with('_') || word.starts_with("cdef_")) || find(word).is_some() {
        return None;
    }
    let most = (word.len() / 4).clamp(1, 3);
    let distances = ENTRIES.iter().map(|entry| (distance(word, entry.name), entry));
    let near = distances.filter(|(distance, _)| *distance <= most).min_by_key(|(distance, _)| *distance);
    near.map(|(_, entry)| *entry)
}

/// How many letters are added, left out or replaced.
fn distance(a: &str, b: &str) -> usize {
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (above, from) in a.bytes().enumerate() {
        let mut corner = above;
        let mut left = above + 1;
        for (cell, to) in row.iter_mut().zip(std::iter::once(None).chain(b.bytes().map(Some))) {
            let Some(to) = to else {
                *cell = left;
                continue;
            };
            let replaced = corner + usize::from(from != to);
            corner = *cell;
            left = replaced.min(*cell + 1).min(left + 1);
            *cell = left;
        }
    }
    row.last().copied().unwrap_or(0)
}

/// Whether the words that C compilers know without us mean something to them already.
pub(crate) fn is_ours(entry: Entry) -> bool {
    entry.name.starts_with("cdef_")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_of_nearly_the_same_letters_is_meant() {
        let meant = |word| nearest(word).map(|entry| entry.name);
        assert_eq!(meant("__conted_by"), Some("__counted_by"));
        assert_eq!(meant("cdef_own"), Some("cdef_owned"));
        assert_eq!(meant("cdef_ownd"), Some("cdef_owned"));
        assert_eq!(meant("_in_"), Some("_In_"));
        assert_eq!(meant("_Out_writes_byte_to_"), Some("_Out_writes_bytes_to_"));
        for name in ["_Bool", "_Noreturn", "_Complex", "_Atomic", "__restrict", "__inline", "__const", "_Float128"] {
            assert_eq!(meant(name), None, "{name}");
        }
        for name in ["cdef_deflate", "__cdef_x", "_exit", "__errno_location", "counted_by"] {
            assert_eq!(meant(name), None, "{name}");
        }
    }

    #[test]
    fn letters_are_counted() {
        assert_eq!([distance("", "ab"), distance("ab", ""), distance("kitten", "sitting")], [2, 2, 3]);
        assert_eq!([distance("same", "same"), distance("abc", "acb"), distance("a", "b")], [0, 2, 1]);
    }

    #[test]
    fn words_are_told_from_names() {
        assert_eq!(find("cdef_owned").map(|entry| entry.takes), Some(Nothing));
        assert_eq!(find("_Out_writes_to_").map(|entry| entry.takes), Some(Expressions(2)));
        assert_eq!(find("__counted"), None);
        assert_eq!(find("crc32"), None);
        assert_eq!(find("nonnull"), None);
        assert_eq!(attribute("__nonnull__"), attribute("nonnull"));
        assert!(attribute("nonnull").is_some_and(is_attribute) && attribute("noreturn").is_none());
    }

    #[test]
    fn each_word_stands_once() {
        for (index, entry) in ENTRIES.iter().enumerate() {
            assert!(ENTRIES[..index].iter().all(|other| other.name != entry.name), "{}", entry.name);
        }
    }
}
