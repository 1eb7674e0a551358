//! Whose declaration caused a compiler's message, and what we say of it: messages in, errors and lessons out.

mod complaint;
mod convention;
mod dependents;
mod kind;
mod suggestion;
mod words;

use std::collections::BTreeSet;

use crate::diag::Diagnostics;
use crate::model::{Cdef, Convention, FunctionId, Item, PreamblePart, Span, Type, TypedefKind};
use crate::options::Tolerance;
use crate::probe::{About, Kind, Lessons, Question, Subject};
use crate::source::Source;
use crate::toolchain::{Message, Place};
use complaint::{body_complaint, complaint};
use dependents::Dependents;
pub(crate) use kind::read_kinds;
use kind::{Claim, claim};
use words::{is_incomplete, is_run_time, is_type_conflict, is_undeclared};

/// Whether another compilation can tell more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Progress {
    Retry,
    GiveUp,
}

/// What the messages are judged by.
pub(crate) struct Context<'a> {
    pub(crate) cdef: &'a Cdef,
    pub(crate) source: &'a Source,
    pub(crate) questions: &'a [Question],
    /// The declaration that stands at a place in a header.
    pub(crate) quote: &'a dyn Fn(&Place) -> Option<String>,
    /// The convention that makes a function of the block the header's.
    pub(crate) convention: &'a dyn Fn(FunctionId) -> Option<Convention>,
    /// What the headers have under names.
    pub(crate) kinds: &'a dyn Fn(&[Subject]) -> Vec<Option<Kind>>,
}

/// Reports what the compiler refused, each declaration once, and drops it for the next compilation.
pub(crate) fn blame(
    diag: &mut Diagnostics,
    context: &Context<'_>,
    messages: &[Message],
    lessons: &mut Lessons,
) -> Progress {
    let dependents = Dependents::default();
    let mut seen: BTreeSet<(Item, Span)> = BTreeSet::new();
    let mut refused: BTreeSet<Item> = BTreeSet::new();
    let mut complaints: Vec<(Question, &Message)> = Vec::new();
    let mut progress = Progress::GiveUp;
    let mut messages_left = messages.iter();
    for message in messages_left.by_ref() {
        match owner(context, message) {
            Owner::Question(question) => {
                progress = Progress::Retry;
                if !learn(context, question, message, lessons) {
                    let told = follows(context.cdef, question.item, lessons.dropped.iter());
                    if !told && seen.insert((question.item, question.span)) {
                        complaints.push((question, message));
                    }
                    refused.insert(question.item);
                    if is_gone(question) {
                        dependents.drop(context.cdef, question.item, lessons);
                    }
                }
            }
            Owner::Body(id, place) => {
                progress = Progress::Retry;
                let span = body_span(context, id, place);
                if seen.insert((Item::Function(id), span)) {
                    diag.error(span, body_complaint(message));
                }
                refused.insert(Item::Function(id));
            }
            Owner::Preamble(span) => {
                diag.error(span, preamble_complaint(message));
                if !message.fatal {
                    // What follows from a broken preamble would be reported for every declaration.
                    first_preamble_errors(diag, context, messages, message);
                }
                return Progress::GiveUp;
            }
            Owner::Elsewhere => {
                diag.block_error(format!("the C compiler says: {} ({})", message.text, show(&message.place)));
                progress = Progress::GiveUp;
                break;
            }
        }
        if message.text.starts_with("expected") {
            break;
        }
    }
    // After a syntax error the compiler may have lost its way.
    let doubtful = messages_left.filter_map(|message| match owner(context, message) {
        Owner::Question(question) => Some((question, message)),
        Owner::Body(..) | Owner::Preamble(_) | Owner::Elsewhere => None,
    });
    let doubtful: Vec<_> = doubtful.filter(|(question, _)| seen.insert((question.item, question.span))).collect();
    for question in report(diag, context, &complaints, &doubtful, lessons) {
        refused.insert(question.item);
        if is_gone(question) {
            dependents.drop(context.cdef, question.item, lessons);
        }
    }
    lessons.dropped.extend(refused);
    progress
}

/// Says what is wrong with each declaration: that the headers have another kind of thing, or what the compiler says.
///
/// The doubtful are wrong only if the headers have another kind of thing; these are returned.
fn report(
    diag: &mut Diagnostics,
    context: &Context<'_>,
    complaints: &[(Question, &Message)],
    doubtful: &[(Question, &Message)],
    lessons: &Lessons,
) -> Vec<Question> {
    let claims_of = |all: &[(Question, &Message)]| -> Vec<Option<Claim>> {
        all.iter().map(|(question, message)| claim(context.cdef, *question, message)).collect()
    };
    let (claims, doubtful_claims) = (claims_of(complaints), claims_of(doubtful));
    let both = claims.iter().chain(&doubtful_claims).flatten();
    let subjects: Vec<Subject> = both.map(|claim| claim.subject.clone()).collect();
    let kinds = if subjects.is_empty() { Vec::new() } else { (context.kinds)(&subjects) };
    let mut kinds = kinds.into_iter();
    let mut refuted = |claim: Option<Claim>| claim.and_then(|claim| claim.refuted(kinds.next().flatten()?));
    for ((question, message), claim) in complaints.iter().zip(claims) {
        let message = refuted(claim).unwrap_or_else(|| complaint(context, *question, message, lessons));
        diag.error(question.span, message);
    }
    let mut found = Vec::new();
    for ((question, _), claim) in doubtful.iter().zip(doubtful_claims) {
        let told = follows(context.cdef, question.item, lessons.dropped.iter());
        if let (false, Some(message)) = (told, refuted(claim)) {
            diag.error(question.span, message);
            found.push(*question);
        }
    }
    found
}

/// Reports where the headers say otherwise than a word.
pub(crate) fn doubts(diag: &mut Diagnostics, questions: &[Question], warnings: &[Message]) {
    for warning in warnings {
        let Some(line) = warning.place.file.strip_prefix("cdef!q").map(|_| warning.place.line as usize) else {
            continue;
        };
        let question = questions.get(line.wrapping_sub(1)).filter(|question| question.about == About::Doubt);
        let Some(question) = question else { continue };
        if let Some(mode) = warning.text.split("mismatch with mode '").nth(1) {
            let mode = mode.trim_end_matches('\'');
            diag.error(question.span, format!("the header says that C's use of this parameter is `{mode}`"));
        }
        if warning.text.contains("mismatched bound") {
            let declared = warning.notes.iter().find_map(|(_, note)| note.strip_prefix("previously declared as "));
            // A header that declares a pointer says nothing of a length; gcc 12 calls an array `int[]` where the block names
            // its elements by a typedef.
            let says = |declared: &&str| declared.split_once('[').is_some_and(|(_, length)| !length.starts_with(']'));
            if let Some(declared) = declared.filter(says) {
                diag.error(
                    question.span,
                    format!("the header declares this parameter as `{}`", declared.trim_matches('\'')),
                );
            }
        }
    }
}

/// Whether it was told already: of the item itself, or of its other name in `typedef struct s { … } t;`.
fn follows<'a>(cdef: &Cdef, item: Item, mut told: impl Iterator<Item = &'a Item>) -> bool {
    told.any(|told| *told == item || is_alias(cdef, *told, item) || is_alias(cdef, item, *told))
}

fn is_alias(cdef: &Cdef, typedef: Item, item: Item) -> bool {
    let Item::Typedef(id) = typedef else { return false };
    match (&cdef.typedefs[id.0].kind, item) {
        (TypedefKind::Exact(ty), Item::Record(record)) => ty.ty == Type::Record(record),
        (TypedefKind::Exact(ty), Item::Enum(enumeration)) => ty.ty == Type::Enum(enumeration),
        _ => false,
    }
}

/// Whether C does not know the type at all, so that whatever uses it fails too.
fn is_gone(question: Question) -> bool {
    match question.item {
        Item::Typedef(_) => true,
        Item::Record(_) | Item::Enum(_) => question.about == About::Name,
        Item::Function(_) | Item::Variable(_) | Item::Constant(_) | Item::Assertion(_) | Item::Operand(_) => false,
    }
}

enum Owner {
    Question(Question),
    Body(FunctionId, Place),
    Preamble(Span),
    Elsewhere,
}

fn owner(context: &Context<'_>, message: &Message) -> Owner {
    let Some(place) = message.owner() else { return Owner::Elsewhere };
    let Some(file) = place.file.strip_prefix("cdef!") else { return Owner::Elsewhere };
    if file == "q" {
        let index = (place.line as usize).wrapping_sub(1);
        return context.questions.get(index).map_or(Owner::Elsewhere, |question| Owner::Question(*question));
    }
    if file.starts_with('p') {
        return preamble_part(context.cdef, place).map_or(Owner::Elsewhere, |part| Owner::Preamble(part.span));
    }
    match file.strip_prefix('b').and_then(|index| index.parse().ok()) {
        Some(index) => Owner::Body(FunctionId(index), place.clone()),
        None => Owner::Elsewhere,
    }
}

/// The part of the preamble that a place lies in.
pub(crate) fn preamble_part<'a>(cdef: &'a Cdef, place: &Place) -> Option<&'a PreamblePart> {
    let index: usize = place.file.strip_prefix("cdef!p")?.parse().ok()?;
    cdef.preamble.parts.get(index)
}

fn first_preamble_errors(diag: &mut Diagnostics, context: &Context<'_>, messages: &[Message], first: &Message) {
    let mut seen = BTreeSet::new();
    for message in messages.iter().filter(|message| !std::ptr::eq(*message, first)) {
        if let Owner::Preamble(span) = owner(context, message)
            && seen.insert(span)
        {
            diag.error(span, preamble_complaint(message));
        }
    }
}

pub(crate) fn preamble_complaint(message: &Message) -> String {
    if let Some(header) = missing_header(&message.text) {
        return format!(
            "the C compiler finds no `{header}`: install the library's development files, or name their folder with \
             `#![include_dir(\"…\")]` or `#![pkg_config(\"…\")]`"
        );
    }
    match message.place.file.starts_with("cdef!") {
        true if message.place.line > 1 => format!("the C compiler says: {} ({})", message.text, show(&message.place)),
        true => format!("the C compiler says: {}", message.text),
        false => format!("the C compiler says of this header: {} ({})", message.text, show(&message.place)),
    }
}

/// gcc: `x.h: No such file or directory`; clang: `'x.h' file not found`.
fn missing_header(text: &str) -> Option<&str> {
    let gcc = text.strip_suffix(": No such file or directory");
    gcc.or_else(|| text.strip_suffix("' file not found")?.strip_prefix('\''))
}

/// Takes a message for an answer: true if it is no mistake of the user's.
fn learn(context: &Context<'_>, question: Question, message: &Message, lessons: &mut Lessons) -> bool {
    // One missing name may bring more than one message.
    if lessons.absent.contains(&question.item) {
        return true;
    }
    match (question.item, question.about) {
        (item, About::Name | About::Type)
            if context.cdef.optional.contains(&item)
                && is_undeclared(&message.text)
                && names(context.cdef, item, message) =>
        {
            lessons.absent.insert(item);
            true
        }
        (Item::Typedef(id), About::Type)
            if matches!(context.cdef.typedefs[id.0].kind, TypedefKind::Implicit | TypedefKind::TypeOf)
                && (is_incomplete(&message.text) || lessons.incomplete.contains(&id)) =>
        {
            lessons.incomplete.insert(id);
            true
        }
        // What is wrong with the record or enum behind it, that says itself.
        (Item::Typedef(id), About::Type)
            if matches!(context.cdef.typedefs[id.0].kind, TypedefKind::Exact(_)) && is_incomplete(&message.text) =>
        {
            lessons.incomplete.insert(id);
            true
        }
        (Item::Function(id), About::Type)
            if lessons.tolerance == Tolerance::Lenient
                && !context.cdef.functions[id.0].signature.variadic
                && context.cdef.functions[id.0].body.is_none()
                && is_type_conflict(&message.text) =>
        {
            lessons.converted.insert(id)
        }
        (Item::Function(id), About::Name)
            if is_run_time(&message.text)
                && !context.cdef.functions[id.0].signature.variadic
                && !context.cdef.optional.contains(&question.item) =>
        {
            lessons.pointers.insert(id)
        }
        (Item::Function(id), About::Type)
            if lessons.pointers.contains(&id) && message.text.contains("different kind of symbol") =>
        {
            true
        }
        (Item::Constant(id), About::Type) if is_run_time(&message.text) => {
            lessons.run_time.insert(id);
            true
        }
        (Item::Record(id), About::Hidden) => {
            lessons.hiding.insert(id);
            true
        }
        _ => false,
    }
}

/// Whether it is the item itself that a message names, and not one of its types.
fn names(cdef: &Cdef, item: Item, message: &Message) -> bool {
    let name = match item {
        Item::Function(id) => &cdef.functions[id.0].name,
        Item::Variable(id) => &cdef.variables[id.0].name,
        Item::Constant(id) => &cdef.constants[id.0].name,
        Item::Typedef(_) | Item::Record(_) | Item::Enum(_) | Item::Assertion(_) | Item::Operand(_) => return false,
    };
    message.text.contains(&format!("'{}'", name.text))
}

/// A header's place, without its folders, which differ from machine to machine.
fn show(place: &Place) -> String {
    if place.file.starts_with("cdef!p") {
        return format!("line {} of the preamble", place.line);
    }
    let file = place.file.rsplit(['/', '\\']).next().unwrap_or(&place.file);
    format!("{file}:{}", place.line)
}

/// The token of a body that a message points to; lines and columns count from the definition's start.
fn body_span(context: &Context<'_>, id: FunctionId, place: Place) -> Span {
    let function = &context.cdef.functions[id.0];
    let Some(definition) = &function.body else { return function.name.span };
    let mut offset = definition.span.offset as usize;
    for line in definition.text.split_inclusive('\n').take((place.line as usize).saturating_sub(1)) {
        offset += line.len();
    }
    context.source.span(offset + (place.column as usize).saturating_sub(1))
}
