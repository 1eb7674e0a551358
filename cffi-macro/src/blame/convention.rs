//! Functions whose types differ in nothing but their calling conventions.

use super::Context;
use crate::model::{Convention, FunctionId};
use crate::toolchain::Message;

/// What the header has and what the block has, where the compiler's message is about conventions.
pub(super) fn difference(context: &Context<'_>, id: FunctionId, message: &Message) -> Option<String> {
    if !is_about_conventions(message) {
        return None;
    }
    let function = &context.cdef.functions[id.0];
    let header = (context.convention)(id)?;
    let say = |convention: Convention| match convention.attribute() {
        Some(name) => format!("`{name}`"),
        None => "not".to_owned(),
    };
    Some(match (header, function.signature.convention) {
        (Convention::C, block) => {
            format!("`{}` is {} in the block and not in the header", function.name.text, say(block))
        }
        (header, block) => {
            format!("`{}` is {} in the header and {} in the block", function.name.text, say(header), say(block))
        }
    })
}

/// gcc shows both types without their conventions, which leaves them equal; clang names the conventions.
fn is_about_conventions(message: &Message) -> bool {
    let quoted = |text: &str, before: &str| {
        let (_, rest) = text.split_once(before)?;
        Some(rest.split('\'').next()?.to_owned())
    };
    let header = message.notes.iter().find_map(|(_, note)| quoted(note, "with type '"));
    message.text.contains("here was previously declared")
        || header.is_some() && quoted(&message.text, "have '") == header
}
