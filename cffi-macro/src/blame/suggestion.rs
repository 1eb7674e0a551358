//! The compiler's "did you mean" in, the end of our message out.

use crate::model::Cdef;
use crate::toolchain::Message;

/// Of a name that the block declares, which may not mean what the block declares already.
///
/// The compiler knows those functions even if no header has them.
pub(super) fn suggestion_of_item(cdef: &Cdef, message: &Message) -> String {
    match meant(message) {
        Some(name) if cdef.functions.iter().all(|function| function.name.text != name) => show(name),
        Some(_) | None => String::new(),
    }
}

/// Of a name that the block uses.
pub(super) fn suggestion(message: &Message) -> String {
    meant(message).map_or_else(String::new, show)
}

fn meant(message: &Message) -> Option<&str> {
    message.text.split("did you mean '").nth(1).and_then(|rest| rest.split('\'').next())
}

fn show(name: &str) -> String {
    format!("; did you mean `{name}`?")
}
