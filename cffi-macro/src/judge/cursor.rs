//! Parameters that go together: cursors and what is left, buffers and their ends, memory that C makes larger; and lists
//! of texts.

use super::closed::{Pointee, is_integer, pointee_of, target};
use super::parameter::unqualified;
use super::{Access, ByteUnit, Counting, Freed, Judge, Life, Outcome, Role};
use crate::model::{Clause, Flow, Null, Owner, ParameterContract, PointerWords, QualType, Shape, Term, Unit};

/// How a parameter tells a length.
enum Told {
    ByValue,
    Behind,
}

impl<'a> Judge<'a> {
    /// A parameter that the `__ended_by` of another one names.
    pub(super) fn end(&mut self, index: usize) -> Option<Role<QualType>> {
        let contract = self.contract;
        let ends = |words: &ParameterContract| match &words.outer.shape {
            Some((Shape::Ended(end), _)) => end.term == Term::Parameter(index),
            _ => false,
        };
        let start = contract.parameters.iter().position(ends)?;
        let words = &contract.parameters[index];
        let same = match (target(self.cdef, self.type_of(start)), target(self.cdef, self.type_of(index))) {
            (Some(start), Some(end)) => self.cdef.resolve(&start.ty) == self.cdef.resolve(&end.ty),
            _ => false,
        };
        if !same {
            self.parameter_lacks(index, "is an end by another parameter's words, but no pointer to the same type");
        }
        if !words.outer.is_empty() || words.flow.is_some() {
            self.parameter_lacks(index, "is an end by another parameter's words, which say all about it");
        }
        if contract.parameters.iter().filter(|words| ends(words)).count() > 1 {
            self.parameter_lacks(index, "is the end of two buffers");
        }
        Some(Role::ToldBy(start))
    }

    /// How C learns of the length of a buffer that is `__ended_by` a parameter.
    pub(super) fn ended(&mut self, index: usize, end: &Clause) -> Counting {
        match end.term {
            Term::Parameter(end) if end != index => Counting::End(end),
            _ => {
                self.parameter_lacks(index, &format!("ends at `{}`, which is no other parameter", end.text));
                Counting::Term(Term::Int(0))
            }
        }
    }

    /// A pointer to a pointer that C reads and moves, or to several texts.
    pub(super) fn moving(
        &mut self,
        index: usize,
        target: &'a QualType,
        words: &'a ParameterContract,
        outer: &PointerWords,
    ) -> Option<Role<QualType>> {
        let pointee = super::closed::target(self.cdef, target)?;
        let inner = self.with_alias(target, &words.inner);
        let nullable = is_null(outer);
        let owner = inner.owner.as_ref().map(|(owner, _)| owner);
        match (words.flow.as_ref().map(|(flow, _)| flow), owner, &inner.shape) {
            (Some(Flow::Writes { capacity, written, unit }), Some(Owner::CallerFreesBy(by)), _) if words.in_out => {
                let freed = Freed { by: by.clone() };
                Some(self.grown(index, pointee, &inner, freed, (capacity, written, *unit)))
            }
            (Some(Flow::InOut), Some(Owner::CallerFreesBy(_)), Some((Shape::Run { count, .. }, _))) => {
                let hint = format!("say `_Out_writes_to_({}, written)` too", count.text);
                self.parameter_lacks(
                    index,
                    &format!("is memory that C makes larger, and how much it writes is not said: {hint}"),
                );
                Some(Role::Value(self.type_of(index).clone()))
            }
            (Some(Flow::Writes { capacity, written, unit }), None, _) if words.in_out => {
                Some(self.out_cursor(index, pointee, (capacity, written, *unit), nullable))
            }
            (Some(Flow::InOut), None, Some((Shape::Run { count, unit }, _))) => {
                let reads = pointee.qualifiers.is_const || words.inner_read.is_some();
                let access = if reads { Access::Shared } else { Access::Exclusive };
                self.expect_run(index, pointee, access);
                self.expect_elements(index, pointee, *unit);
                let counting = self.told(index, count);
                Some(Role::Cursor { element: unqualified(pointee), access, nullable, counting })
            }
            (None | Some(Flow::In), None, Some((Shape::Terminated, _))) if self.is_text(pointee) => {
                self.texts(index, pointee, words, (outer, &inner))
            }
            _ => None,
        }
    }

    fn is_text(&self, pointee: &QualType) -> bool {
        let is_void = *self.cdef.resolve(&pointee.ty) == crate::model::Type::Void;
        !is_void && pointee_of(self.cdef, self.facts, pointee) == Pointee::Bytes
    }

    fn texts(
        &mut self,
        index: usize,
        pointee: &QualType,
        words: &ParameterContract,
        (outer, inner): (&PointerWords, &PointerWords),
    ) -> Option<Role<QualType>> {
        let counting = match outer.shape.as_ref().map(|(shape, _)| shape) {
            Some(Shape::Terminated) => None,
            Some(Shape::Run { count, unit: Unit::Elements }) => {
                let count = count.clone();
                Some(self.counting(index, &count))
            }
            _ => return None,
        };
        if !pointee.qualifiers.is_const && words.inner_read.is_none() {
            let hint = "say `_In_` behind its first `*` if it does not";
            self.parameter_lacks(index, &format!("is a list of texts that C may write to; {hint}"));
        }
        let gaps = is_null(inner);
        if gaps && counting.is_none() {
            self.parameter_lacks(index, "is a list that ends with null, so that no text of it can be null");
        }
        Some(Role::Texts { nullable: is_null(outer), gaps, counting })
    }

    fn grown(
        &mut self,
        index: usize,
        pointee: &QualType,
        inner: &PointerWords,
        freed: Freed,
        (capacity, written, unit): (&'a Clause, &'a Clause, Unit),
    ) -> Role<QualType> {
        if !is_null(inner) {
            self.parameter_lacks(index, "is memory that C makes larger, and is null at first: say `_Nullable` of it");
        }
        self.expect_pod(index, pointee);
        self.expect_elements(index, pointee, unit);
        if let Some(missing) = self.frees_itself(&freed.by) {
            self.parameter_lacks(index, &format!("is memory that C makes larger: {missing}"));
        }
        let written = self.after(written);
        let room = match self.told(index, capacity) {
            Counting::Target(room) => room,
            Counting::Parameter(_) | Counting::Term(_) | Counting::End(_) => {
                self.parameter_lacks(index, &format!("has the room `{}`, which C can't change", capacity.text));
                index
            }
        };
        Role::Grown { element: unqualified(pointee), freed, room, written }
    }

    fn out_cursor(
        &mut self,
        index: usize,
        pointee: &QualType,
        (capacity, written, unit): (&'a Clause, &'a Clause, Unit),
        nullable: bool,
    ) -> Role<QualType> {
        self.expect_pod(index, pointee);
        self.expect_elements(index, pointee, unit);
        if nullable {
            self.parameter_lacks(index, "is a buffer in which C moves on, and may be null");
        }
        if written.term != Term::Int(0) {
            let hint = "say `_Out_writes_to_(left, 0)`";
            self.parameter_lacks(index, &format!("is moved to the end of what C writes, where nothing is yet: {hint}"));
        }
        let left = match self.told(index, capacity) {
            Counting::Target(left) => left,
            Counting::Parameter(_) | Counting::Term(_) | Counting::End(_) => {
                self.parameter_lacks(index, &format!("has the room `{}`, which C can't change", capacity.text));
                index
            }
        };
        Role::OutCursor { element: unqualified(pointee), left }
    }

    fn expect_elements(&mut self, index: usize, element: &QualType, unit: Unit) {
        if self.unit(element, unit) == ByteUnit::Bytes {
            self.parameter_lacks(index, "is counted in bytes, but its elements are larger");
        }
    }

    /// A length that is a parameter.
    fn told(&mut self, index: usize, count: &Clause) -> Counting {
        let counting = self.counting(index, count);
        if matches!(counting, Counting::Term(_)) {
            self.parameter_lacks(index, &format!("is as long as `{}`, which is no parameter", count.text));
        }
        counting
    }

    /// Takes the parameters out of the signature that go with these.
    pub(super) fn elide_told(&mut self, roles: &mut [Role<QualType>]) {
        let told: Vec<(usize, usize, Told)> = (roles.iter().enumerate())
            .filter_map(|(index, role)| match role {
                Role::Cursor { counting: Counting::Parameter(length), .. } => Some((index, *length, Told::ByValue)),
                Role::Cursor { counting: Counting::Target(left), .. }
                | Role::OutCursor { left, .. }
                | Role::Grown { room: left, .. } => Some((index, *left, Told::Behind)),
                _ => None,
            })
            .collect();
        for (index, length, how) in told {
            match (how, roles.get_mut(length)) {
                (Told::ByValue, Some(role @ Role::Value(_))) => *role = Role::ToldBy(index),
                (Told::Behind, Some(role)) if self.is_length(length, role) => *role = Role::ToldBy(index),
                // The cursor itself stands there where its length is refused.
                _ if length == index => {}
                _ => self.parameter_lacks(length, "is the length of a cursor alone; say `_Inout_` if C changes it"),
            }
        }
    }

    fn is_length(&self, index: usize, role: &Role<QualType>) -> bool {
        let is_integer =
            target(self.cdef, self.type_of(index)).is_some_and(|target| is_integer(self.cdef, self.facts, target));
        let is_plain = matches!(role, Role::Reference { access: Access::Exclusive, nullable: false, bound: false, .. });
        is_integer && is_plain
    }

    /// A result that is a list of texts.
    pub(super) fn listed(
        &mut self,
        pointee: &QualType,
        shape: Option<&Shape>,
        life: Life,
        nullable: bool,
    ) -> Option<Outcome<QualType>> {
        let inner = &self.contract.result_inner;
        let ends = matches!(inner.shape, Some((Shape::Terminated, _)));
        if !ends || !target(self.cdef, pointee).is_some_and(|text| self.is_text(text)) {
            return None;
        }
        let count = match shape {
            Some(Shape::Terminated) => None,
            Some(Shape::Run { count, unit: Unit::Elements }) => Some(self.after(count)),
            _ => return None,
        };
        Some(Outcome::Texts { count, life, nullable })
    }
}

fn is_null(words: &PointerWords) -> bool {
    matches!(words.null, Some((Null::Allowed, _)))
}
