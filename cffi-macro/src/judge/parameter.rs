//! A parameter of C with its words in, its role in the safe function out.

use super::closed::{Pointee, is_integer, pointee_of, scalar, target};
use super::{Access, After, ByteUnit, Counting, Judge, Outcome, Role, Written};
use crate::model::{
    Cdef, Clause, Flow, Item, Length, Null, Owner, ParameterContract, PointerWords, QualType, Qualifiers, Shape, Term,
    Type, Unit,
};

const NO_LENGTH: &str = "has no length: say `__counted_by(n)`, `__sized_by(n)`, `__null_terminated` or `__single`";

impl<'a> Judge<'a> {
    pub(super) fn parameter(&mut self, index: usize) -> Role<QualType> {
        let ty = self.type_of(index);
        let words = &self.contract.parameters[index];
        if let Some(role) = self.closure_data(index).or_else(|| self.end(index)).or_else(|| self.number(index)) {
            return role;
        }
        let Some(target) = target(self.cdef, ty) else {
            if let Err(why) = scalar(self.cdef, self.facts, ty) {
                self.parameter_lacks(index, &format!("{why}; no word makes that safe"));
            }
            return Role::Value(ty.clone());
        };
        let outer = self.with_alias(ty, &words.outer);
        let nonnull = self.facts.attested.get(&self.id).and_then(|attested| attested.nonnull.get(index).copied());
        if let (Some(true), Some((Null::Allowed, span))) = (nonnull, outer.null) {
            self.contradictions.push((span, "the header says that this parameter must not be null".to_owned()));
        }
        if let Some(role) = self.moving(index, target, words, &outer) {
            return role;
        }
        match words.flow.as_ref().map(|(flow, _)| flow) {
            None | Some(Flow::In | Flow::InOut) => self.read(index, target, words, &outer),
            Some(Flow::Out) => self.out(index, target, &outer),
            Some(Flow::OutPointer) => self.out_pointer(index, target, words),
            Some(Flow::Writes { capacity, written, unit }) => {
                let unit = self.unit(target, *unit);
                self.expect_pod(index, target);
                let written = Written::Term(self.after(written));
                let counting = self.counting(index, capacity);
                Role::OutRun { element: target.clone(), counting, unit, written }
            }
            Some(Flow::WritesText { capacity }) => {
                if pointee_of(self.cdef, self.facts, target) != Pointee::Bytes {
                    self.parameter_lacks(index, "points to no characters");
                }
                Role::OutText { counting: self.counting(index, capacity), bound: words.bound.is_some() }
            }
        }
    }

    pub(super) fn with_alias(&self, ty: &QualType, words: &PointerWords) -> PointerWords {
        with_alias(self.cdef, ty, words)
    }

    fn read(
        &mut self,
        index: usize,
        target: &'a QualType,
        words: &'a ParameterContract,
        outer: &PointerWords,
    ) -> Role<QualType> {
        let flow = words.flow.as_ref().map(|(flow, _)| flow);
        let nullable = outer.null.is_some_and(|(null, _)| null == Null::Allowed);
        let bound = words.bound.is_some();
        let only_reads = target.qualifiers.is_const || flow == Some(&Flow::In);
        let access = if only_reads || outer.shared.is_some() { Access::Shared } else { Access::Exclusive };
        let pointee = pointee_of(self.cdef, self.facts, target);
        if outer.shared.is_some() && !matches!(pointee, Pointee::Handle(_)) {
            self.parameter_lacks(index, "is `cdef_shared`, which can be said of objects that only C sees into");
        }
        match (&pointee, outer.shape.as_ref().map(|(shape, _)| shape)) {
            (Pointee::Function, _) => self.callback(index, target, words.callback.as_deref(), nullable),
            (Pointee::Handle(handle), None | Some(Shape::Single)) => {
                if let Some((Owner::Callee, _)) = &outer.owner {
                    self.expect_destructor(*handle, None);
                    return Role::Taken { target: target.clone(), owners: self.owners(*handle) };
                }
                let shared =
                    handle.words(self.cdef).is_some_and(|words| words.shared.is_some() || words.retain.is_some());
                let access = if shared { Access::Shared } else { access };
                Role::Reference { target: target.clone(), access, nullable, bound }
            }
            (Pointee::Open(why), shape) if shape != Some(&Shape::Unknown) => {
                self.parameter_lacks(index, why);
                Role::Value(self.type_of(index).clone())
            }
            (_, Some(Shape::Run { count, unit })) => {
                self.expect_run(index, target, access);
                let (count, unit) = (count.clone(), self.unit(target, *unit));
                let counting = self.counting(index, &count);
                Role::Run { element: target.clone(), access, nullable, counting, unit, bound }
            }
            (_, Some(Shape::Fixed(length))) => {
                self.expect_run(index, target, access);
                let length = self.constant(index, length);
                Role::Fixed { element: target.clone(), access, nullable, length, bound }
            }
            (Pointee::Bytes, Some(Shape::Terminated)) => {
                if access == Access::Exclusive {
                    self.parameter_lacks(index, "is text that C may write to; say `_In_` if it does not");
                }
                Role::Text { nullable, bound }
            }
            (Pointee::Plain | Pointee::Choosy | Pointee::Bytes, Some(Shape::Single))
            | (Pointee::Plain | Pointee::Choosy | Pointee::Bytes, None)
                if outer.shape.is_some() || flow.is_some() =>
            {
                if *self.cdef.resolve(&target.ty) == Type::Void {
                    self.parameter_lacks(index, NO_LENGTH);
                }
                if access == Access::Exclusive && pointee == Pointee::Choosy {
                    self.parameter_lacks(
                        index,
                        "is written by C, but not every pattern of bits is a value of its type",
                    );
                }
                Role::Reference { target: target.clone(), access, nullable, bound }
            }
            (_, Some(Shape::Unknown)) => {
                self.parameter_lacks(index, "is `__unsafe_indexable`");
                Role::Value(self.type_of(index).clone())
            }
            (_, Some(Shape::Ended(end))) => {
                self.expect_run(index, target, access);
                let counting = self.ended(index, end);
                let unit = ByteUnit::Elements;
                Role::Run { element: target.clone(), access, nullable, counting, unit, bound }
            }
            (Pointee::Partial, _) => {
                self.parameter_lacks(index, "points to a record of which the block does not list all fields");
                Role::Value(self.type_of(index).clone())
            }
            (_, Some(Shape::Terminated | Shape::Single)) => {
                self.parameter_lacks(index, "is a pointer to pointers, for which there are no safe wrappers yet");
                Role::Value(self.type_of(index).clone())
            }
            (_, None) => {
                // `elide` says what a length lacks.
                if !self.is_length_behind(index) {
                    self.parameter_lacks(index, NO_LENGTH);
                }
                Role::Value(self.type_of(index).clone())
            }
        }
    }

    fn out(&mut self, index: usize, target: &'a QualType, outer: &PointerWords) -> Role<QualType> {
        match outer.shape.as_ref().map(|(shape, _)| shape) {
            None | Some(Shape::Single) => {
                match pointee_of(self.cdef, self.facts, target) {
                    Pointee::Bytes if *self.cdef.resolve(&target.ty) == Type::Void => {
                        self.parameter_lacks(index, NO_LENGTH);
                    }
                    Pointee::Bytes | Pointee::Plain | Pointee::Choosy | Pointee::Partial => {}
                    Pointee::Open(why) => self.parameter_lacks(index, &why),
                    Pointee::Handle(_) | Pointee::Pointer | Pointee::Function => {
                        self.parameter_lacks(index, "gives back no value; a pointer is given back by `_Outptr_`");
                    }
                }
                Role::OutValue { ty: unqualified(target) }
            }
            Some(Shape::Run { count, unit }) => {
                self.expect_pod(index, target);
                let (count, unit) = (count.clone(), self.unit(target, *unit));
                let counting = self.counting(index, &count);
                Role::OutRun { element: target.clone(), counting, unit, written: Written::All }
            }
            Some(Shape::Fixed(length)) => {
                self.expect_pod(index, target);
                let length = match self.constant(index, length) {
                    Term::Int(length) => u64::try_from(length).unwrap_or(0),
                    _ => 0,
                };
                let ty = Type::Array(Box::new(unqualified(target)), Length::Known(length));
                Role::OutValue { ty: QualType { ty, qualifiers: Qualifiers::default() } }
            }
            Some(Shape::Ended(end)) => {
                self.expect_pod(index, target);
                let counting = self.ended(index, end);
                let unit = ByteUnit::Elements;
                Role::OutRun { element: target.clone(), counting, unit, written: Written::All }
            }
            Some(Shape::Terminated | Shape::Unknown) => {
                self.parameter_lacks(
                    index,
                    "is written, and its room is not said: `_Out_writes_z_(n)` tells that of text",
                );
                Role::OutValue { ty: target.clone() }
            }
        }
    }

    fn out_pointer(&mut self, index: usize, target: &'a QualType, words: &ParameterContract) -> Role<QualType> {
        let always = words.always;
        let inner = self.with_alias(target, &words.inner);
        let what = match super::closed::target(self.cdef, target) {
            Some(pointee) => self.pointer(pointee, &inner, Some(index), None),
            None => {
                self.parameter_lacks(index, "points to no pointer, so that `_Outptr_` says nothing");
                Outcome::Nothing
            }
        };
        Role::OutPointer { what, always }
    }

    /// Bytes of larger elements are counted apart.
    pub(super) fn unit(&self, element: &QualType, unit: Unit) -> ByteUnit {
        match (unit, pointee_of(self.cdef, self.facts, element)) {
            (Unit::Elements, _) | (_, Pointee::Bytes) => ByteUnit::Elements,
            (Unit::Bytes, _) => ByteUnit::Bytes,
        }
    }

    pub(super) fn expect_run(&mut self, index: usize, element: &QualType, access: Access) {
        match (pointee_of(self.cdef, self.facts, element), access) {
            (Pointee::Bytes | Pointee::Plain, _) | (Pointee::Choosy, Access::Shared) => {}
            (Pointee::Choosy, Access::Exclusive) => {
                self.parameter_lacks(index, "is written by C, but not every pattern of bits is a value of its type");
            }
            (Pointee::Partial, _) => {
                self.parameter_lacks(index, "points to records of which the block does not list all fields");
            }
            (Pointee::Open(why), _) => self.parameter_lacks(index, &why),
            (Pointee::Handle(_) | Pointee::Pointer | Pointee::Function, _) => {
                self.parameter_lacks(index, "points to pointers or objects of C, for which no length is enough");
            }
        }
    }

    pub(super) fn expect_pod(&mut self, index: usize, element: &QualType) {
        self.expect_run(index, element, Access::Exclusive);
    }

    /// How C learns of the length of a buffer.
    pub(super) fn counting(&mut self, index: usize, count: &Clause) -> Counting {
        let is_length = |ty: &QualType| is_integer(self.cdef, self.facts, ty);
        match count.term {
            Term::Parameter(parameter) if is_length(self.type_of(parameter)) => Counting::Parameter(parameter),
            Term::Target(parameter) if target(self.cdef, self.type_of(parameter)).is_some_and(is_length) => {
                Counting::Target(parameter)
            }
            Term::Parameter(_) | Term::Target(_) => {
                self.parameter_lacks(index, &format!("is as long as `{}`, which is no integer", count.text));
                Counting::Term(Term::Int(0))
            }
            _ => Counting::Term(self.before(count)),
        }
    }

    fn constant(&mut self, index: usize, length: &Clause) -> Term {
        let term = self.before(length);
        if !matches!(term, Term::Int(1..)) {
            self.parameter_lacks(
                index,
                &format!("has the length `{}`, which C does not know while it compiles", length.text),
            );
        }
        term
    }

    /// Takes the parameters out of the signature that lengths speak for.
    pub(super) fn elide(&mut self, mut roles: Vec<Role<QualType>>) -> Vec<Role<QualType>> {
        let mut counted = Vec::new();
        if let Some((Shape::Run { count: Clause { term: Term::Target(parameter), .. }, .. }, _)) =
            &self.contract.result.shape
        {
            counted.push((Counting::Target(*parameter), After::Told));
        }
        for role in &roles {
            match role {
                Role::Run { counting, .. } => counted.push((counting.clone(), After::Returned)),
                Role::OutRun { counting, written, .. } => {
                    let after = match (counting, written) {
                        (Counting::Target(count), Written::Term(Term::Target(written))) if count == written => {
                            After::Told
                        }
                        _ => After::Returned,
                    };
                    counted.push((counting.clone(), after));
                    if let Written::Term(Term::Target(parameter)) = written {
                        counted.push((Counting::Target(*parameter), After::Told));
                    }
                }
                Role::OutText { counting, .. } | Role::Texts { counting: Some(counting), .. } => {
                    counted.push((counting.clone(), After::Returned));
                }
                Role::OutPointer {
                    what:
                        Outcome::OwnedRun { count: Term::Target(parameter), .. }
                        | Outcome::Run { count: Term::Target(parameter), .. },
                    ..
                } => {
                    counted.push((Counting::Target(*parameter), After::Told));
                }
                _ => {}
            }
        }
        for (counting, after) in counted {
            let (Counting::Parameter(index) | Counting::Target(index)) = counting else { continue };
            let Some(role) = roles.get_mut(index) else { continue };
            let elided = match (&counting, &*role) {
                (Counting::Parameter(_), Role::Value(ty)) => Role::Length(ty.clone()),
                (Counting::Parameter(_), Role::Length(_)) | (Counting::Target(_), Role::OutLength(_)) => continue,
                // C reads what the caller says, and no buffer tells that.
                (Counting::Target(_), Role::Reference { access: Access::Exclusive, nullable: false, .. })
                    if !self.is_room(index) =>
                {
                    continue;
                }
                (Counting::Target(_), Role::Reference { target, access: Access::Exclusive, nullable: false, .. }) => {
                    Role::LengthBehind { ty: unqualified(target), after }
                }
                (Counting::Target(_), Role::LengthBehind { after: After::Returned, .. }) => continue,
                (Counting::Target(_), Role::LengthBehind { ty, .. }) => Role::LengthBehind { ty: ty.clone(), after },
                (Counting::Target(_), Role::OutValue { ty }) if after == After::Told && !self.is_room(index) => {
                    Role::OutLength(ty.clone())
                }
                _ => {
                    self.refuse_length(index, &counting, after);
                    continue;
                }
            };
            *role = elided;
        }
        self.elide_told(&mut roles);
        roles
    }
}

impl Judge<'_> {
    /// Whether the words of others call what stands behind the parameter a length.
    fn is_length_behind(&self, index: usize) -> bool {
        let length = Term::Target(index);
        let runs = self.contract.parameters.iter().flat_map(|words| [&words.outer, &words.inner]);
        let mut runs = runs.chain([&self.contract.result]).filter_map(|words| words.shape.as_ref());
        let is_run = runs.any(|(shape, _)| matches!(shape, Shape::Run { count, .. } if count.term == length));
        is_run
            || self.contract.parameters.iter().any(|words| match &words.flow {
                Some((Flow::Writes { capacity, written, .. }, _)) => capacity.term == length || written.term == length,
                Some((Flow::WritesText { capacity }, _)) => capacity.term == length,
                Some((Flow::In | Flow::Out | Flow::OutPointer | Flow::InOut, _)) | None => false,
            })
    }

    fn refuse_length(&mut self, index: usize, counting: &Counting, after: After) {
        let pointee = target(self.cdef, self.type_of(index));
        let text = match (counting, pointee) {
            (Counting::Target(_), Some(pointee)) if pointee.qualifiers.is_const => {
                "is a length by another parameter's words, and `const`, for which there are no safe wrappers yet"
            }
            // C is told how much there is.
            (Counting::Target(_), Some(_)) if self.is_room(index) || after == After::Returned => {
                "is a length by another parameter's words; say `_Inout_` of it"
            }
            (Counting::Target(_), Some(_)) => {
                "is a length by another parameter's words; say `_Out_` of it, or `_Inout_` if C reads it, too"
            }
            (Counting::Parameter(_) | Counting::End(_) | Counting::Term(_), _) | (Counting::Target(_), None) => {
                "is a length by another parameter's words, but no integer that is passed to C"
            }
        };
        if !self.missing.iter().any(|missing| missing.text.ends_with(text) && missing.span == self.name_span(index)) {
            self.parameter_lacks(index, text);
        }
    }

    fn name_span(&self, index: usize) -> Option<crate::model::Span> {
        let names = &self.cdef.functions[self.id.0].parameter_names;
        names.get(index).and_then(Option::as_ref).map(|name| name.span)
    }

    /// Whether a buffer has room for as much as stands behind the parameter.
    fn is_room(&self, index: usize) -> bool {
        self.contract.parameters.iter().any(|words| match &words.flow {
            Some((Flow::Writes { capacity, .. } | Flow::WritesText { capacity }, _)) => {
                capacity.term == Term::Target(index)
            }
            Some((Flow::In | Flow::Out | Flow::OutPointer | Flow::InOut, _)) | None => {
                matches!(&words.outer.shape, Some((Shape::Run { count, .. }, _)) if count.term == Term::Target(index))
            }
        })
    }
}

/// What a typedef says of its pointer holds where nothing else is said.
pub(super) fn with_alias(cdef: &Cdef, ty: &QualType, words: &PointerWords) -> PointerWords {
    match ty.ty {
        Type::Typedef(id) => match cdef.types.get(&Item::Typedef(id)) {
            Some(contract) => words.or(&contract.pointer),
            None => words.clone(),
        },
        _ => words.clone(),
    }
}

pub(super) fn unqualified(ty: &QualType) -> QualType {
    QualType { ty: ty.ty.clone(), qualifiers: Qualifiers::default() }
}

impl Judge<'_> {
    /// What can be owned must have a destructor.
    pub(super) fn expect_destructor(&mut self, handle: super::Handle, span: Option<crate::model::Span>) {
        let words = handle.words(self.cdef);
        if handle != super::Handle::File && words.is_none_or(|words| words.destroy.is_none()) {
            let name = handle.name(self.cdef);
            self.lacks(span, format!("`{name}` has no destructor: say `cdef_destroy(f)` behind its name"));
        }
    }
}
