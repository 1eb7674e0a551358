//! The one list of errors of an expansion, and how it becomes `compile_error!`s.

use proc_macro2::TokenStream;
use quote::quote_spanned;

use crate::model::Span;
use crate::source::Source;
use crate::tokens::Tokens;

/// Everything that was refused so far, in no particular order.
#[derive(Debug, Default)]
pub(crate) struct Diagnostics {
    errors: Vec<Error>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Error {
    /// None stands for the whole block.
    pub(crate) span: Option<Span>,
    pub(crate) message: String,
}

impl Diagnostics {
    pub(crate) fn error(&mut self, span: Span, message: impl Into<String>) {
        self.errors.push(Error { span: Some(span), message: message.into() });
    }

    /// An error that no single token caused, such as a missing compiler.
    pub(crate) fn block_error(&mut self, message: impl Into<String>) {
        self.errors.push(Error { span: None, message: message.into() });
    }

    pub(crate) fn count(&self) -> usize {
        self.errors.len()
    }

    /// Whether an error stands between two places.
    pub(crate) fn is_between(&self, start: Span, end: Span) -> bool {
        let spans = self.errors.iter().filter_map(|error| error.span);
        spans.into_iter().any(|span| (start.offset..=end.offset).contains(&span.offset))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.errors.is_empty()
    }

    /// All errors in the order of the block, each once.
    pub(crate) fn into_errors(mut self) -> Vec<Error> {
        self.errors.sort_by_key(|error| error.span.map(|span| (span.offset, span.token)));
        self.errors.dedup();
        self.errors
    }

    /// One `compile_error!` an error, at the token that caused it.
    pub(crate) fn into_tokens(self, source: &Source, tokens: &Tokens) -> TokenStream {
        self.into_errors()
            .into_iter()
            .map(|Error { span, message }| {
                let message = match span.and_then(|span| source.position(span)) {
                    Some(position) => format!("{position}: {message}"),
                    None => message,
                };
                let span = span.map_or_else(proc_macro2::Span::call_site, |span| tokens.span(span.token));
                compile_error(&message, span)
            })
            .collect()
    }
}

/// A single error, at a place of the user's.
pub(crate) fn compile_error(message: &str, span: proc_macro2::Span) -> TokenStream {
    quote_spanned!(span=> ::core::compile_error! { #message })
}
