//! The procedural macro behind `cffi_rt::cdef!`; use it through that crate, whose documentation describes it.

#![forbid(unsafe_code)]

mod ask;
mod blame;
mod cdecl;
mod check;
mod compare;
mod decide;
mod diag;
mod emit;
mod expand;
mod facts;
mod input;
mod judge;
mod lower;
mod model;
mod options;
mod parse;
mod plan;
mod preamble;
mod probe;
mod respan;
mod source;
mod stub;
mod switch;
mod symbol;
#[cfg(test)]
mod tests;
mod tokens;
mod toolchain;

/// Expands a block; `cffi_rt::cdef!` calls it with what it knows about the build.
#[proc_macro]
pub fn cdef(tokens: proc_macro::TokenStream) -> proc_macro::TokenStream {
    expand::expand(tokens.into()).into()
}
