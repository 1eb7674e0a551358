//! What a closure gets: the parameters of a callback in, what Rust makes of them out.

use super::callback::{Before, Given};
use super::closed::{Pointee, is_integer, pointee_of, scalar, target};
use super::parameter::unqualified;
use super::{Judge, Owners, number_of};
use crate::model::{
    CallbackContract, Clause, Flow, Null, Owner, ParameterContract, PointerWords, QualType, Shape, Signature, Term,
    Type, Unit,
};

impl<'a> Judge<'a> {
    pub(super) fn given_all(
        &mut self,
        index: usize,
        signature: &Signature,
        words: &CallbackContract,
        context: Option<usize>,
    ) -> Vec<Given<QualType>> {
        let none = ParameterContract::default();
        let mut all = Vec::new();
        for (position, ty) in signature.parameters.iter().enumerate() {
            let own = words.parameters.get(position).unwrap_or(&none);
            all.push(match context == Some(position) {
                true => Given::Hidden,
                false => self.given(index, signature, ty, own).unwrap_or_else(|why| {
                    let name = words.parameter_names.get(position).and_then(Option::as_ref);
                    let called = name.map_or_else(|| (position + 1).to_string(), |name| format!("`{}`", name.text));
                    self.parameter_lacks(index, &format!("is a callback whose parameter {called} {why}"));
                    Given::Hidden
                }),
            });
        }
        // Slices tell their lengths.
        let mut told = Vec::new();
        for given in &all {
            if let Given::Run { count, .. } | Given::Texts { count, .. } | Given::OutRun { count, .. } = given {
                count.each(&mut |term| {
                    if let Term::Parameter(position) = term {
                        told.push(*position);
                    }
                });
            }
        }
        for position in told {
            if let Some(given @ Given::Value(_)) = all.get_mut(position) {
                *given = Given::Hidden;
            }
        }
        all
    }

    fn given(
        &mut self,
        index: usize,
        signature: &Signature,
        ty: &QualType,
        words: &ParameterContract,
    ) -> Result<Given<QualType>, String> {
        if number_of(self.cdef, ty).is_some() {
            return Err("is a number that stands for an object, for which there is no safe closure yet".to_owned());
        }
        let Some(target) = target(self.cdef, ty) else {
            scalar(self.cdef, self.facts, ty)?;
            return Ok(Given::Value(ty.clone()));
        };
        if words.bound.is_some() || words.captured.is_some() {
            return Err("is bound to something, for which there is no safe closure".to_owned());
        }
        let outer = self.with_alias(ty, &words.outer);
        if let Some(given) = self.given_out(index, signature, target, words, &outer)? {
            return Ok(given);
        }
        let is_null =
            |null: Option<(Null, _)>| null.is_some_and(|(null, _): (Null, crate::model::Span)| null == Null::Allowed);
        let nullable = is_null(outer.null);
        let pointee = pointee_of(self.cdef, self.facts, target);
        match (&pointee, outer.shape.as_ref().map(|(shape, _)| shape)) {
            (Pointee::Open(why), _) => Err(why.clone()),
            (Pointee::Handle(_), None | Some(Shape::Single))
            | (Pointee::Plain | Pointee::Choosy, Some(Shape::Single)) => {
                Ok(Given::Reference { target: unqualified(target), nullable })
            }
            (Pointee::Bytes, Some(Shape::Terminated)) => Ok(Given::Text { nullable }),
            (Pointee::Bytes, Some(Shape::Run { count, .. }))
            | (Pointee::Plain, Some(Shape::Run { count, unit: Unit::Elements })) => {
                let count = self.callback_count(index, signature, count);
                Ok(Given::Run { element: unqualified(target), count })
            }
            (Pointee::Pointer, Some(Shape::Run { count, unit: Unit::Elements }))
                if matches!(words.inner.shape, Some((Shape::Terminated, _))) && self.points_to_text(target) =>
            {
                let count = self.callback_count(index, signature, count);
                Ok(Given::Texts { count, nullable: is_null(words.inner.null) })
            }
            _ => Err("has no length: say `__counted_by(n)`, `__null_terminated` or `__single`".to_owned()),
        }
    }

    fn points_to_text(&self, ty: &QualType) -> bool {
        target(self.cdef, ty).is_some_and(|inner| {
            *self.cdef.resolve(&inner.ty) != Type::Void && pointee_of(self.cdef, self.facts, inner) == Pointee::Bytes
        })
    }

    /// A length in terms of the callback's own parameters.
    fn callback_count(&mut self, index: usize, signature: &Signature, count: &Clause) -> Term {
        let mut is_plain = true;
        count.term.each(&mut |term| {
            is_plain &= match term {
                Term::Int(_) | Term::Typed(..) => true,
                Term::Parameter(position) => signature
                    .parameters
                    .get(*position)
                    .is_some_and(|ty| is_integer(self.cdef, self.facts, ty) && !self.is_newtype(ty)),
                Term::Binary(operator, ..) => !operator.is_logical(),
                Term::Operand(_)
                | Term::Target(_)
                | Term::Result
                | Term::Errno
                | Term::Not(_)
                | Term::Negative(_)
                | Term::Conditional(_) => false,
            };
        });
        if !is_plain {
            let text =
                format!("is a callback with the length `{}`, which is no arithmetic of its parameters", count.text);
            self.parameter_lacks(index, &text);
        }
        count.term.clone()
    }

    /// None where the closure only reads.
    fn given_out(
        &mut self,
        index: usize,
        signature: &Signature,
        target: &QualType,
        words: &ParameterContract,
        outer: &PointerWords,
    ) -> Result<Option<Given<QualType>>, String> {
        let pointee = pointee_of(self.cdef, self.facts, target);
        let nullable = matches!(outer.null, Some((Null::Allowed, _)));
        match (&words.flow, &outer.owner) {
            (None | Some((Flow::In, _)), Some((Owner::Caller, _))) => {
                let Pointee::Handle(handle) = pointee else {
                    return Err("is owned, but is no object with a destructor".to_owned());
                };
                self.expect_destructor(handle, None);
                let owners = match handle.words(self.cdef).is_some_and(|words| words.retain.is_some()) {
                    true => Owners::Several,
                    false => Owners::One,
                };
                Ok(Some(Given::Owned { target: unqualified(target), owners, nullable }))
            }
            (_, Some(_)) => Err("has an owner, for which there is no safe closure yet".to_owned()),
            (None | Some((Flow::In, _)), None) => Ok(None),
            (Some((Flow::Out | Flow::InOut, _)), None) => {
                let before = match &words.flow {
                    Some((Flow::Out, _)) => Before::Nothing,
                    _ => Before::Values,
                };
                match outer.shape.as_ref().map(|(shape, _)| shape) {
                    None | Some(Shape::Single) => self.one_out(target, &pointee, before, nullable).map(Some),
                    Some(Shape::Run { count, unit }) => {
                        let count = count.clone();
                        self.run_out(index, signature, target, (&count, *unit), before).map(Some)
                    }
                    Some(_) => Err("is written by the closure, and its room is not said".to_owned()),
                }
            }
            (Some((Flow::Writes { capacity, written, unit }, _)), None) => {
                let given = self.run_out(index, signature, target, (capacity, *unit), Before::Nothing)?;
                let is_number =
                    is_integer(self.cdef, self.facts, &signature.result) && !self.is_newtype(&signature.result);
                match (&written.term, given) {
                    (Term::Result, _) if !is_number => {
                        Err("is written by the closure, whose result is no plain number that could tell how much"
                            .to_owned())
                    }
                    (Term::Result, Given::OutRun { element, count, before, .. }) => {
                        Ok(Some(Given::OutRun { element, count, before, told: true }))
                    }
                    (term, given) if *term == capacity.term => Ok(Some(given)),
                    _ => Err("is written by the closure, which can tell how much by its result alone".to_owned()),
                }
            }
            (Some((Flow::OutPointer | Flow::WritesText { .. }, _)), None) => {
                Err("is written by the closure, for which there is no safe one yet".to_owned())
            }
        }
    }

    fn one_out(
        &self,
        target: &QualType,
        pointee: &Pointee,
        before: Before,
        nullable: bool,
    ) -> Result<Given<QualType>, String> {
        match (pointee, before) {
            (Pointee::Bytes, _) if *self.cdef.resolve(&target.ty) == Type::Void => {
                Err("has no length: say `__counted_by(n)`, `__null_terminated` or `__single`".to_owned())
            }
            // Zero is a value of each of these.
            (Pointee::Bytes | Pointee::Plain, _) | (Pointee::Choosy, Before::Nothing) => {
                Ok(Given::Out { target: unqualified(target), before, nullable })
            }
            (Pointee::Choosy, Before::Values) => {
                Err("is changed by the closure, but not every pattern of bits is a value of its type".to_owned())
            }
            (Pointee::Open(why), _) => Err(why.clone()),
            (Pointee::Handle(_) | Pointee::Partial | Pointee::Pointer | Pointee::Function, _) => {
                Err("is written by the closure, which can write numbers and records of numbers alone".to_owned())
            }
        }
    }

    fn run_out(
        &mut self,
        index: usize,
        signature: &Signature,
        target: &QualType,
        (count, unit): (&Clause, Unit),
        before: Before,
    ) -> Result<Given<QualType>, String> {
        match (pointee_of(self.cdef, self.facts, target), unit) {
            (Pointee::Bytes, _) | (Pointee::Plain, Unit::Elements) => {
                let count = self.callback_count(index, signature, count);
                Ok(Given::OutRun { element: unqualified(target), count, before, told: false })
            }
            (Pointee::Open(why), _) => Err(why),
            _ => Err("is written by the closure, which can write numbers and records of numbers alone".to_owned()),
        }
    }
}
