//! The attributes of GNU C and C23 that say what words could.

use crate::lower::{Lowered, Lowering};
use crate::model::{Clause, Contract, Flow, FunctionId, Null, Shape, Term, Unit};
use crate::parse::{Annotations, Word};

impl Lowering<'_> {
    pub(super) fn marks(&mut self, annotations: &Annotations, id: FunctionId) {
        for word in &annotations.item {
            let text = word.arguments.first().map_or("", |argument| argument.text.trim_matches('"'));
            match word.entry.name {
                "warn_unused_result" | "nodiscard" | "_Check_return_" => {
                    self.cdef.marks.entry(id).or_default().must_use = true;
                }
                "deprecated" => self.cdef.marks.entry(id).or_default().deprecated = Some(text.to_owned()),
                _ => {}
            }
        }
    }

    /// GCC's `access(mode, pointer, length)`, whose numbers count parameters from 1.
    pub(super) fn access(&mut self, word: &Word, contract: &mut Contract) -> Lowered<()> {
        let span = self.source.span(word.offset);
        let number = |index: usize| word.arguments.get(index).and_then(|argument| argument.text.parse::<usize>().ok());
        let (Some(mode), Some(position)) = (word.arguments.first(), number(1)) else { return Ok(()) };
        let length = number(2).and_then(|position| position.checked_sub(1));
        let count = contract.parameters.len();
        let Some(parameter) = position.checked_sub(1).and_then(|index| contract.parameters.get_mut(index)) else {
            return self.error(word.offset, format!("there is no parameter {position}"));
        };
        // That C writes does not say that all of it has a value afterwards.
        let (reads, writes) = match mode.text.trim_matches('_') {
            "read_only" => (true, false),
            "write_only" => (false, true),
            "read_write" => (true, true),
            _ => return Ok(()),
        };
        match (&parameter.flow, reads, writes) {
            (None, true, false) => parameter.flow = Some((Flow::In, span)),
            (None, ..) | (Some((Flow::In, _)), true, false) | (Some((Flow::InOut, _)), true, true) => {}
            (Some((Flow::In | Flow::InOut, _)), ..) | (Some(_), _, false) | (Some(_), true, true) => {
                return self.error(word.offset, "`access` contradicts another word");
            }
            (Some(_), false, true) => {}
        }
        if let Some(length) = length.filter(|length| *length >= count) {
            return self.error(word.offset, format!("there is no parameter {}", length + 1));
        }
        if parameter.outer.shape.is_none() {
            parameter.outer.shape = Some(match length {
                Some(length) => {
                    let text = word.arguments.get(2).map_or_else(String::new, |argument| argument.text.clone());
                    let count = Clause { term: Term::Parameter(length), text, span };
                    (Shape::Run { count, unit: Unit::Elements }, span)
                }
                None => (Shape::Single, span),
            });
        }
        Ok(())
    }

    /// `nonnull` of all pointers, or of those that it counts from 1.
    pub(super) fn nonnull(&mut self, word: &Word, contract: &mut Contract) -> Lowered<()> {
        let span = self.source.span(word.offset);
        let positions: Vec<usize> =
            word.arguments.iter().filter_map(|argument| argument.text.parse::<usize>().ok()?.checked_sub(1)).collect();
        for (index, parameter) in contract.parameters.iter_mut().enumerate() {
            if !(positions.is_empty() || positions.contains(&index)) {
                continue;
            }
            match parameter.outer.null {
                None => parameter.outer.null = Some((Null::Never, span)),
                Some((Null::Allowed, _)) if !positions.is_empty() => {
                    return self.error(word.offset, "`nonnull` contradicts another word");
                }
                Some(_) => {}
            }
        }
        Ok(())
    }
}
