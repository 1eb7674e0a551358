//! Words of one pointer that say two things, of which a wrapper could keep to one only.

use super::super::closed::target;
use super::{Judge, Outcome, Role};
use crate::model::{Clause, Flow, Life, Owner, PointerWords, QualType, Shape, Unit};

impl Judge<'_> {
    pub(super) fn refuse_two_meanings(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        for index in 0..roles.len() {
            self.refuse_two_directions(index);
            self.refuse_two_rooms(index);
        }
        for (out, _) in Self::given_back(roles, result) {
            let words = self.words_of(out);
            self.refuse_two_ends(out, &words);
        }
        let ty = &self.cdef.functions[self.id.0].signature.result;
        let is_object = target(self.cdef, ty).is_some() || matches!(result, Outcome::Number(_));
        if !is_object && !self.contract.result.is_empty() {
            self.lacks_of(None, "is no pointer, so that its words say nothing");
        }
        self.refuse_bytes_of_elements(roles, result);
    }

    fn refuse_two_directions(&mut self, index: usize) {
        let writes = match &self.contract.parameters[index].flow {
            Some((flow, _)) => *flow != Flow::In,
            None => false,
        };
        if writes && target(self.cdef, self.type_of(index)).is_some_and(|target| target.qualifiers.is_const) {
            self.parameter_lacks(index, "is `const`, but a word says that C writes to it");
        }
    }

    // Both are true of C, which may need the larger.
    fn refuse_two_rooms(&mut self, index: usize) {
        let words = &self.contract.parameters[index];
        let capacity: &Clause = match &words.flow {
            Some((Flow::Writes { capacity, .. } | Flow::WritesText { capacity }, _)) => capacity,
            _ => return,
        };
        let outer = self.with_alias(self.type_of(index), &words.outer);
        let other = match &outer.shape {
            Some((Shape::Run { count, .. } | Shape::Fixed(count), _)) => count,
            Some((Shape::Ended(_) | Shape::Single | Shape::Unknown, _)) => capacity,
            Some((Shape::Terminated, _)) | None => return,
        };
        let (capacity, other) = (capacity.clone(), other.clone());
        let is_same = self.before(&capacity) == self.before(&other);
        let is_no_room = !matches!(outer.shape, Some((Shape::Run { .. } | Shape::Fixed(_), _)));
        if !is_same || is_no_room {
            let text = format!("has room for `{}` by one word, and another says something else", capacity.text);
            self.parameter_lacks(index, &text);
        }
    }

    fn refuse_two_ends(&mut self, out: Option<usize>, words: &PointerWords) {
        let (Some((owner, _)), Some((life, _))) = (&words.owner, &words.life) else { return };
        let is_said = match (owner, life) {
            // It is independent.
            (Owner::Caller, Life::Static) => true,
            (Owner::Caller | Owner::CallerFreesBy(_) | Owner::Callee, _) => false,
        };
        if !is_said {
            self.lacks_of(out, "belongs to the caller, so that no word can say how long it is good");
        }
    }

    // A slice counts its elements.
    fn refuse_bytes_of_elements(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let mut lacking = Vec::new();
        for (out, outcome) in Self::given_back(roles, result) {
            let (Outcome::Run { element, .. } | Outcome::OwnedRun { element, .. }) = outcome else { continue };
            let words = self.words_of(out);
            if let Some((Shape::Run { unit: Unit::Bytes, count }, _)) = &words.shape
                && self.unit(element, Unit::Bytes) == crate::judge::ByteUnit::Bytes
            {
                let text = format!(
                    "has larger elements than bytes: count those, as in `__counted_by({} / sizeof …)`",
                    count.text
                );
                lacking.push((out, text));
            }
        }
        for (out, text) in lacking {
            self.lacks_of(out, &text);
        }
    }
}
