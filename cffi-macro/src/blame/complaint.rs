//! What we say of a declaration that the compiler refuses: one of its messages in, the text of an error out.

use super::suggestion::{suggestion, suggestion_of_item};
use super::words::{another_pointer, is_run_time, is_type_conflict, is_undeclared};
use super::{Context, convention, show};
use crate::cdecl;
use crate::model::{
    AssertionId, Cdef, ConstantId, EnumId, Function, FunctionId, Item, Path, RecordId, Type, Typedef, TypedefId,
    TypedefKind, VariableId,
};
use crate::probe::{About, Lessons, Question};
use crate::toolchain::Message;

/// What we say of a declaration, with the header's side where the compiler shows it.
pub(super) fn complaint(context: &Context<'_>, question: Question, message: &Message, lessons: &Lessons) -> String {
    let cdef = context.cdef;
    let says = || format!("the C compiler says: {}", message.text);
    let undeclared = is_undeclared(&message.text);
    if question.about == About::Doubt {
        return says();
    }
    if question.about == About::Word {
        return match (undeclared || message.text.contains("implicit declaration"), message.text.split('\'').nth(1)) {
            (true, Some(name)) => format!("the headers declare no function `{name}`{}", suggestion(message)),
            _ => format!("this function does not take such an object: {}", message.text),
        };
    }
    match question.item {
        Item::Typedef(TypedefId(index)) => {
            let typedef = &cdef.typedefs[index];
            let name = &typedef.name.text;
            match (&typedef.kind, undeclared) {
                (TypedefKind::TypeOf, _) => format!("`{name}` has no type: the C compiler says: {}", message.text),
                (TypedefKind::Implicit, true) if !cdef.vectors.contains_key(&TypedefId(index)) => {
                    format!(
                        "the type `{name}` is declared neither in the block nor in the headers{}",
                        suggestion(message)
                    )
                }
                (_, true) => format!(
                    "`{name}` is not a type of the headers{}; a type of your own belongs into `#![preamble]`",
                    suggestion(message)
                ),
                (_, false) => says(),
            }
        }
        Item::Record(RecordId(index)) => {
            let spelled = cdecl::record_shown(cdef, RecordId(index));
            let incomplete = message.text.contains("incomplete") || message.text.contains("undefined type");
            match question.about {
                About::Name if undeclared || incomplete => {
                    format!("the headers have no `{spelled}` with a body{}", opaque(cdef, RecordId(index), &spelled))
                }
                About::Type if message.text.contains("no member named") => {
                    let field = message.text.rsplit('\'').nth(1).unwrap_or_default();
                    let listed = cdef.leaves(RecordId(index)).into_iter().find(|leaf| leaf.field.span == question.span);
                    let field = listed.and_then(|leaf| leaf.field.name.as_ref()).map_or(field, |name| &name.text);
                    format!("`{spelled}` has no field `{field}` in the header{}", suggestion(message))
                }
                About::Type if message.text.contains("bit-field") => {
                    let listed = cdef.leaves(RecordId(index)).into_iter().find(|leaf| leaf.field.span == question.span);
                    let field = listed.and_then(|leaf| leaf.field.name.as_ref()).map_or("it", |name| &name.text);
                    format!("`{field}` of `{spelled}` is a bitfield in the header; write its width, as in `{field}:3`")
                }
                About::Type if incomplete => format!("the headers have no `{spelled}` with a body"),
                About::Name | About::Type | About::Given | About::Hidden | About::Word | About::Doubt => says(),
            }
        }
        Item::Enum(EnumId(index)) => {
            let enumerators = cdef.enums[index].enumerators.as_deref().unwrap_or_default();
            let name = enumerators.iter().find(|enumerator| enumerator.name.span == question.span);
            match (name, question.about) {
                (Some(enumerator), About::Type) if undeclared => {
                    format!("the headers have no enumerator `{}`{}", enumerator.name.text, suggestion(message))
                }
                (Some(enumerator), About::Type) if message.text.contains("invalid operands") => {
                    format!("`{}` is no integer in the header", enumerator.name.text)
                }
                _ if undeclared || message.text.contains("incomplete") => {
                    let hint = untagged(cdef, &Type::Enum(EnumId(index)));
                    format!("the headers have no `{}` with a body{hint}", cdecl::enumeration(cdef, EnumId(index)))
                }
                _ => says(),
            }
        }
        Item::Constant(ConstantId(index)) => {
            let name = &cdef.constants[index].name.text;
            match question.about {
                About::Type if undeclared => {
                    format!("the headers have no constant `{name}`{}", suggestion_of_item(cdef, message))
                }
                About::Type => format!("`{name}` is not the constant that the block declares: {}", message.text),
                About::Given => format!("the C compiler says of the value of `{name}`: {}", message.text),
                About::Name | About::Hidden | About::Word | About::Doubt => says(),
            }
        }
        Item::Variable(VariableId(index)) => {
            let name = &cdef.variables[index].name.text;
            if undeclared {
                format!("the headers declare no variable `{name}`{}", suggestion_of_item(cdef, message))
            } else {
                says()
            }
        }
        Item::Function(id) if lessons.converted.contains(&id) => {
            let Function { name, .. } = &cdef.functions[id.0];
            let block = cdecl::prototype(cdef, &cdef.functions[id.0]);
            format!("`{}` is declared otherwise in the header, and C converts no call of `{block}` to it", name.text)
        }
        Item::Function(id) => function_complaint(context, id, question.about, message),
        Item::Operand(_) if undeclared => {
            let name = message.text.split('\'').nth(1).unwrap_or("it");
            format!("`{name}` is neither a parameter nor declared in the headers{}", suggestion(message))
        }
        Item::Operand(_) => says(),
        Item::Assertion(AssertionId(index)) => {
            let assertion = &cdef.assertions[index];
            match message.text.contains("assert") && message.text.contains("fail") {
                true => assertion.failure(),
                false => format!("the C compiler says of this assertion: {}", message.text),
            }
        }
    }
}

/// What we say of a function body.
pub(super) fn body_complaint(message: &Message) -> String {
    match message.text.strip_prefix("redefinition of '").and_then(|rest| rest.strip_suffix('\'')) {
        Some(name) => format!("`{name}` has a body in the headers, too; write `;` in place of this one to call that"),
        None => format!("the C compiler says: {}", message.text),
    }
}

fn function_complaint(context: &Context<'_>, id: FunctionId, about: About, message: &Message) -> String {
    let function = &context.cdef.functions[id.0];
    let name = &function.name.text;
    let block = cdecl::prototype(context.cdef, function);
    if about == About::Name && is_undeclared(&message.text) {
        let hint = suggestion_of_item(context.cdef, message);
        return format!("the headers declare no function `{name}`{hint}");
    }
    let differs = is_type_conflict(&message.text)
        || message.text.contains("different kind of symbol")
        || message.text.contains("is negative")
        || message.text.contains("negative size");
    if differs {
        let differs = convention::difference(context, id, message)
            .unwrap_or_else(|| format!("`{name}` is declared otherwise in the header"));
        let header = message.notes.iter().find_map(|(place, note)| {
            let quoted = (context.quote)(place)?;
            // Where a macro declares it, only the compiler knows how.
            let declared = if mentions(&quoted, name) { None } else { previous(note, name) };
            Some(format!("`{}` ({})", declared.unwrap_or(quoted), show(place)))
        });
        return match header {
            Some(header) => format!("{differs}\nheader: {header}\n block: `{block}`"),
            None => format!("{differs}; the block has `{block}`"),
        };
    }
    if let Some(pointer) = another_pointer(&message.text) {
        return format!("`{name}` has the type `{pointer}` in the header, which is not called as `{block}`");
    }
    if about == About::Name && is_run_time(&message.text) && function.signature.variadic {
        return format!(
            "`{name}` is a variable of the headers, and no stub hands variable arguments on to where it points; declare \
             the variable"
        );
    }
    if message.text.contains("macro \"") || message.text.contains("function-like macro") {
        return format!("`{name}` is a macro of the headers that takes other arguments: {}", message.text);
    }
    format!("`{name}` as `{block}`: the C compiler says: {}", message.text)
}

fn mentions(text: &str, name: &str) -> bool {
    text.split(|c: char| !c.is_ascii_alphanumeric() && c != '_').any(|word| word == name)
}

/// gcc: `previous declaration of 'f' with type 'int(const char *)' {aka '…'}`.
fn previous(note: &str, name: &str) -> Option<String> {
    let ty = note.split("with type '").nth(1)?.split('\'').next()?;
    let (result, parameters) = ty.split_once('(')?;
    // A result that is a pointer to a function stands around the name.
    if parameters.starts_with('*') {
        return Some(ty.to_owned());
    }
    let space = if result.ends_with(['*', ' ']) { "" } else { " " };
    Some(format!("{result}{space}{name}({parameters}"))
}

fn opaque(cdef: &Cdef, id: RecordId, spelled: &str) -> String {
    match &cdef.records[id.0].path {
        Path::Tag(_) => format!("; `{spelled};` declares an opaque one{}", untagged(cdef, &Type::Record(id))),
        Path::Typedef(_) => format!("; `typedef ... {spelled};` declares an opaque one"),
        Path::Pointee(_) | Path::Object(_) | Path::Member(..) | Path::Anonymous => String::new(),
    }
}

/// What may help where the headers have a typedef of a type without a tag.
fn untagged(cdef: &Cdef, ty: &Type) -> String {
    let is_alias = |typedef: &&Typedef| matches!(&typedef.kind, TypedefKind::Exact(target) if target.ty == *ty);
    let alias = cdef.typedefs.iter().find(is_alias);
    alias.map_or_else(String::new, |alias| format!("; leave the tag out if they have only `{}`", alias.name.text))
}
