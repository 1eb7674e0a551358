//! What compilers say in words of their own.

// `void` is a type that can't be completed (C11 6.2.5p19).
pub(super) fn is_incomplete(text: &str) -> bool {
    ["incomplete", "undefined type", "void expression", "type 'void'"].iter().any(|words| text.contains(words))
}

// clang has words of its own for conventions.
pub(super) fn is_type_conflict(text: &str) -> bool {
    text.contains("conflicting types") || text.contains("here was previously declared")
}

pub(super) fn is_undeclared(text: &str) -> bool {
    text.contains("undeclared") || text.contains("unknown type name") || text.contains("must use 'struct' tag")
}

pub(super) fn is_run_time(text: &str) -> bool {
    text.contains("is not constant") || text.contains("not a compile-time constant")
}

/// The type of a variable that is called through, where that points to a function of another type.
pub(super) fn another_pointer(text: &str) -> Option<&str> {
    let header = text.split("returning '").nth(1)?.split('\'').next()?;
    (header.contains("(*)(") && text.matches("(*)(").count() > 1).then_some(header)
}
