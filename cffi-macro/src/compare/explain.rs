//! Types that differ, with what the compiler calls the header's: it says so when it refuses a pointer to them.

use crate::diag::Diagnostics;
use crate::model::Span;

/// A type that differs.
pub(super) struct Mismatch {
    pub(super) span: Span,
    /// A C expression of type pointer to the header's type.
    pub(super) pointer: String,
    pub(super) subject: String,
    pub(super) block: String,
}

/// What the compiler calls a type.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Explained {
    name: String,
    /// What a typedef stands for.
    also: Option<String>,
}

pub(super) fn report(
    diag: &mut Diagnostics,
    mismatches: &[Mismatch],
    explain: &mut dyn FnMut(&[String]) -> Vec<Option<Explained>>,
) {
    if mismatches.is_empty() {
        return;
    }
    let pointers: Vec<String> = mismatches.iter().map(|mismatch| mismatch.pointer.clone()).collect();
    let headers = explain(&pointers);
    for (mismatch, header) in mismatches.iter().zip(headers.into_iter().chain(std::iter::repeat(None))) {
        let Mismatch { span, subject, block, .. } = mismatch;
        let message = match header {
            // "`t` is `t`" tells nothing.
            Some(Explained { name, also: Some(also) }) if *subject == format!("`{name}`") => {
                format!("{subject} is `{also}` in the header and `{block}` in the block")
            }
            Some(Explained { name, also: Some(also) }) => {
                format!("{subject} is `{name}` (`{also}`) in the header and `{block}` in the block")
            }
            Some(Explained { name, also: None }) => {
                format!("{subject} is `{name}` in the header and `{block}` in the block")
            }
            None => format!("{subject} is not `{block}` in the header"),
        };
        diag.error(*span, message);
    }
}

/// The header's type in a compiler's complaint about a pointer to it.
///
/// gcc: `initialization of 'struct cdef_question *' from incompatible pointer type 'T *' {aka 'U *'}`;
/// clang: `incompatible pointer types initializing 'struct cdef_question *' with an expression of type 'T *' (aka 'U *')`.
pub(crate) fn explained(complaint: &str) -> Option<Explained> {
    let mut quoted = complaint.split('\'').skip(1).step_by(2).skip(1);
    let name = convention_first(&pointee(quoted.next()?));
    let also = quoted.next().filter(|_| complaint.contains("aka")).map(|also| convention_first(&pointee(also)));
    Some(Explained { name, also })
}

/// clang writes calling conventions last: `int (*)(int) __attribute__((ms_abi))`.
fn convention_first(ty: &str) -> String {
    match ty.split_once(" __attribute__((") {
        Some((function, convention)) if convention.ends_with("))") && function.contains("(*") => {
            function.replacen("(*", &format!("(__attribute__(({convention} *"), 1)
        }
        _ => ty.to_owned(),
    }
}

/// `int (*)[3]` is a pointer to `int [3]`, `char **` to `char *`.
fn pointee(pointer: &str) -> String {
    if pointer.contains("(*)") {
        return pointer.replacen("(*)", "", 1).replace("  ", " ");
    }
    if pointer.contains("(*") {
        return pointer.replacen("(*", "(", 1);
    }
    // gcc writes a calling convention in front of the star.
    if pointer.contains(")) **)") {
        return pointer.replacen(")) **)", ")) *)", 1);
    }
    pointer.strip_suffix('*').unwrap_or(pointer).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_compilers_complaint_names_the_headers_type() {
        let gcc = "initialization of 'struct cdef_question *' from incompatible pointer type";
        let clang = "incompatible pointer types initializing 'struct cdef_question *' with an expression of type";
        for (complaint, name, also) in [
            (format!("{gcc} 'unsigned int *' [-Wincompatible-pointer-types]"), "unsigned int", None),
            (format!("{gcc} 'uLong *' {{aka 'long unsigned int *'}}"), "uLong", Some("long unsigned int")),
            (format!("{clang} 'uLong *' (aka 'unsigned long *')"), "uLong", Some("unsigned long")),
            (format!("{clang} 'int (*)[3]'"), "int [3]", None),
            (format!("{gcc} 'int (**)(char *)'"), "int (*)(char *)", None),
            (format!("{gcc} 'int (__attribute__((ms_abi)) **)(int)'"), "int (__attribute__((ms_abi)) *)(int)", None),
            (format!("{clang} 'int (**)(int) __attribute__((ms_abi))'"), "int (__attribute__((ms_abi)) *)(int)", None),
        ] {
            let expected = Explained { name: name.to_owned(), also: also.map(str::to_owned) };
            assert_eq!(explained(&complaint), Some(expected), "{complaint}");
        }
        assert_eq!(explained("stray text"), None);
    }
}
