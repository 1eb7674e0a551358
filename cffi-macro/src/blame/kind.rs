//! Declarations of another kind of thing than what the headers have under the name.

use super::words::{another_pointer, is_run_time, is_type_conflict};
use crate::model::{
    Cdef, ConstantId, EnumId, FunctionId, Item, Path, RecordId, RecordKind, TypedefId, TypedefKind, VariableId,
};
use crate::probe::{About, GUESSES, Kind, Question, Subject};
use crate::toolchain::Message;

/// What a declaration says of a name.
pub(super) struct Claim {
    pub(super) subject: Subject,
    /// What the name is in the block.
    block: &'static str,
    /// What it may be in the headers.
    allowed: &'static [Kind],
}

impl Claim {
    /// What is wrong, if the headers have something else.
    pub(super) fn refuted(&self, header: Kind) -> Option<String> {
        if self.allowed.contains(&header) {
            return None;
        }
        let header = match header {
            Kind::Type => "a type",
            Kind::Function => "a function",
            Kind::Variable => "a variable",
            Kind::Constant => "a constant",
            Kind::Macro => "a macro",
            Kind::Struct => "a struct",
            Kind::Union => "a union",
            Kind::Enum => "an enum",
        };
        let (Subject::Ordinary(name) | Subject::Tag(name)) = &self.subject;
        Some(format!("`{name}` is {header} in the header and {} in the block", self.block))
    }
}

/// What the refused declaration claims, where it is about the name itself.
pub(super) fn claim(cdef: &Cdef, question: Question, message: &Message) -> Option<Claim> {
    // A type that differs is that of the same kind of thing.
    if !matches!(question.about, About::Name | About::Type) || is_type_conflict(&message.text) {
        return None;
    }
    // A function may be a variable that points to one.
    let is_variadic = |id: FunctionId| cdef.functions[id.0].signature.variadic;
    if let Item::Function(id) = question.item
        && (another_pointer(&message.text).is_some() || is_variadic(id) && is_run_time(&message.text))
    {
        return None;
    }
    let ordinary = |name: &str, block, allowed| {
        let subject = Subject::Ordinary(name.to_owned());
        Some(Claim { subject, block, allowed })
    };
    match question.item {
        Item::Typedef(TypedefId(index)) => {
            let typedef = &cdef.typedefs[index];
            match &typedef.kind {
                TypedefKind::TypeOf => None,
                TypedefKind::Implicit => ordinary(&typedef.name.text, "a type", &[Kind::Type]),
                TypedefKind::Exact(_)
                | TypedefKind::SomeInteger
                | TypedefKind::SomeFloat
                | TypedefKind::Opaque
                | TypedefKind::OpaquePointer => ordinary(&typedef.name.text, "a typedef", &[Kind::Type]),
            }
        }
        Item::Function(FunctionId(index)) => {
            let allowed = &[Kind::Function, Kind::Macro];
            ordinary(&cdef.functions[index].name.text, "a function", allowed)
        }
        Item::Variable(VariableId(index)) => {
            ordinary(&cdef.variables[index].name.text, "a variable", &[Kind::Variable, Kind::Macro])
        }
        Item::Constant(ConstantId(index)) => {
            let allowed = &[Kind::Constant, Kind::Variable, Kind::Macro];
            ordinary(&cdef.constants[index].name.text, "a constant", allowed)
        }
        Item::Record(RecordId(index)) => {
            let record = &cdef.records[index];
            let Path::Tag(tag) = &record.path else { return None };
            let (block, allowed): (_, &[Kind]) = match record.kind {
                RecordKind::Struct => ("a struct", &[Kind::Struct]),
                RecordKind::Union => ("a union", &[Kind::Union]),
            };
            (question.about == About::Name).then(|| Claim { subject: Subject::Tag(tag.text.clone()), block, allowed })
        }
        Item::Enum(EnumId(index)) => {
            let enumeration = &cdef.enums[index];
            let named = enumeration.enumerators.iter().flatten().find(|named| named.name.span == question.span);
            match (question.about, named, &enumeration.path) {
                (About::Type, Some(named), _) => {
                    ordinary(&named.name.text, "an enumerator", &[Kind::Constant, Kind::Macro])
                }
                (About::Name, _, Path::Tag(tag)) => {
                    Some(Claim { subject: Subject::Tag(tag.text.clone()), block: "an enum", allowed: &[Kind::Enum] })
                }
                _ => None,
            }
        }
        Item::Assertion(_) | Item::Operand(_) => None,
    }
}

/// The answers to `probe::write_kinds`.
///
/// None is a name that the headers don't have.
pub(crate) fn read_kinds(subjects: &[Subject], messages: &[Message]) -> Vec<Option<Kind>> {
    let mut wrong = vec![[false; GUESSES]; subjects.len()];
    for message in messages {
        let line = message.owner().filter(|place| place.file == "cdef!x").map(|place| place.line as usize);
        let Some(guess) = line.and_then(|line| line.checked_sub(1)) else { continue };
        let Some(wrong) = wrong.get_mut(guess / GUESSES) else { continue };
        // gcc says so once, and takes the name from then on.
        if message.text.contains("undeclared") {
            *wrong = [true; GUESSES];
        }
        wrong[guess % GUESSES] = true;
    }
    let right = |(subject, wrong): (&Subject, &[bool; GUESSES])| {
        let mut guesses = subject.guesses().iter().zip(wrong);
        // A tag that is nowhere is right as any kind.
        let is_known = matches!(subject, Subject::Ordinary(_)) || guesses.clone().any(|(_, wrong)| *wrong);
        guesses.find(|(_, wrong)| is_known && !**wrong).map(|(kind, _)| *kind)
    };
    subjects.iter().zip(&wrong).map(right).collect()
}
