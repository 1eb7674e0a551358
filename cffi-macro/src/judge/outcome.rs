//! What C returns, and the pointers that it gives back: words in, what Rust gets out.

use super::closed::{Pointee, pointee_of, scalar, target};
use super::{Access, Failure, Freed, Judge, Life, Outcome, Owners, Part, PartKind, PartSource, Role};
use crate::facts::OperandFact;
use crate::model::{
    self, Binding, ErrorPart, ErrorWord, Item, Name, Null, Operator, Owner, PointerWords, QualType, Shape, Span, Term,
    Type, TypeContract,
};

impl<'a> Judge<'a> {
    /// Why memory can't be freed by such a function.
    pub(super) fn frees_itself(&self, by: &Name) -> Option<String> {
        let name = &by.text;
        if !self.cdef.preamble.verified {
            return Some(format!("only C code can call `{name}` for memory; add an `#include` that declares it"));
        }
        let is_declared = self.cdef.functions.iter().any(|function| function.name.text == *name);
        let text = format!("memory that `{name}` frees does not know its library");
        (self.cdef.binding == Binding::Tables && is_declared).then_some(text)
    }

    fn signature(&self) -> &'a model::Signature {
        &self.cdef.functions[self.id.0].signature
    }

    fn span(&self) -> Span {
        self.cdef.functions[self.id.0].name.span
    }

    /// The words of the typedef that the function returns.
    fn status(&self) -> Option<&'a TypeContract> {
        let mut ty = &self.signature().result.ty;
        while let Type::Typedef(id) = ty {
            match self.cdef.types.get(&Item::Typedef(*id)) {
                Some(words) if words.success.is_some() => return Some(words),
                _ => {}
            }
            match &self.cdef.typedefs[id.0].kind {
                model::TypedefKind::Exact(target) => ty = &target.ty,
                _ => return None,
            }
        }
        None
    }

    fn error_word(&self) -> Option<&'a ErrorWord> {
        self.contract.error.as_ref().or_else(|| self.status()?.error.as_ref())
    }

    pub(super) fn success(&mut self) -> Option<Term> {
        let contract = self.contract;
        if let Some(success) = &contract.success {
            return Some(self.after(success));
        }
        if let Some(success) = self.status().and_then(|words| words.success.as_ref()) {
            return Some(self.after(success));
        }
        let error = self.error_word()?;
        if target(self.cdef, &self.signature().result).is_some() {
            return Some(Term::Binary(Operator::NotEqual, Box::new(Term::Result), Box::new(Term::Int(0))));
        }
        self.lacks(Some(error.span), "`cdef_error` says what the error is, but no `_Success_(…)` when there is one");
        None
    }

    pub(super) fn failure(&mut self, success: Option<&Term>) -> Failure<QualType> {
        if success.is_none() {
            return Failure::Never;
        }
        let result = self.signature().result.clone();
        let is_status = self.status().is_some() || matches!(self.cdef.resolve(&result.ty), Type::Enum(_));
        let Some(error) = self.error_word() else {
            return if self.status().is_some() { Failure::Status(result) } else { Failure::Nothing };
        };
        match error.parts.as_slice() {
            [ErrorPart::Errno] => Failure::Errno,
            [ErrorPart::ErrnoFrom(clause)] => Failure::ErrnoFrom(self.after(clause)),
            [ErrorPart::Result] if is_status => Failure::Status(result),
            [ErrorPart::Result] => Failure::Code(result),
            parts => {
                let told = parts.iter().any(|part| matches!(part, ErrorPart::Result));
                let status = (told || self.status().is_some()).then_some(result);
                let parts = parts.iter().filter_map(|part| self.error_part(part)).collect();
                Failure::Parts { status, parts }
            }
        }
    }

    /// A message that C gives back even if the call fails is a part of the error.
    pub(super) fn with_messages(&self, failure: Failure<QualType>, roles: &[Role<QualType>]) -> Failure<QualType> {
        let names = &self.cdef.functions[self.id.0].parameter_names;
        let messages = roles.iter().enumerate().filter_map(|(index, role)| match role {
            Role::OutPointer { what: Outcome::OwnedText { .. }, always: true } => {
                let name = names.get(index).and_then(Option::as_ref);
                let name = name.map_or_else(|| "message".to_owned(), |name| name.text.clone());
                Some(Part { name, source: PartSource::Out(index), kind: PartKind::Text })
            }
            _ => None,
        });
        let messages: Vec<Part> = messages.collect();
        match failure {
            Failure::Status(ty) | Failure::Code(ty) if !messages.is_empty() => {
                Failure::Parts { status: Some(ty), parts: messages }
            }
            Failure::Parts { status, mut parts } => {
                parts.extend(messages);
                Failure::Parts { status, parts }
            }
            failure => failure,
        }
    }

    fn error_part(&mut self, part: &ErrorPart) -> Option<Part> {
        match part {
            ErrorPart::Result => None,
            ErrorPart::Errno | ErrorPart::ErrnoFrom(_) => {
                self.lacks(Some(self.span()), "`errno` stands alone in `cdef_error`");
                None
            }
            ErrorPart::Asked { label, operand } => {
                let kind = match self.facts.operands.get(operand) {
                    Some(OperandFact::Constant(..) | OperandFact::Number(_)) => PartKind::Number,
                    Some(OperandFact::Text) => PartKind::Text,
                    Some(OperandFact::Address | OperandFact::Other) | None => {
                        let operand = &self.cdef.operands[operand.0];
                        self.lacks(Some(operand.span), format!("`{}` is neither a number nor text", operand.text));
                        return None;
                    }
                };
                let name = label.clone().unwrap_or_else(|| match kind {
                    PartKind::Number => "code".to_owned(),
                    PartKind::Text => "message".to_owned(),
                });
                Some(Part { name, source: PartSource::Asked(*operand), kind })
            }
        }
    }

    pub(super) fn outcome(&mut self, roles: &[Role<QualType>], success: Option<&Term>) -> Outcome<QualType> {
        let function = &self.cdef.functions[self.id.0];
        let result = &function.signature.result;
        if function.noreturn {
            self.lacks(None, "it does not return");
        }
        if *self.cdef.resolve(&result.ty) == Type::Void {
            return Outcome::Nothing;
        }
        if let Some(pointee) = target(self.cdef, result) {
            let contract = self.contract;
            let words = self.with_alias(result, &contract.result);
            return self.pointer(pointee, &words, None, Some((success, roles)));
        }
        if let Some(number) = self.given_number(result) {
            return number;
        }
        if let Err(why) = scalar(self.cdef, self.facts, result) {
            self.lacks(Some(self.span()), format!("its result {why}"));
        }
        let told = success.is_some_and(is_one_value) || roles.iter().any(tells_result);
        if told { Outcome::Nothing } else { Outcome::Value(result.clone()) }
    }

    /// A pointer from C: the result, or what stands behind the out parameter of an index.
    pub(super) fn pointer(
        &mut self,
        pointee: &'a QualType,
        words: &PointerWords,
        out: Option<usize>,
        result: Option<(Option<&Term>, &[Role<QualType>])>,
    ) -> Outcome<QualType> {
        let what = self.called(out);
        let span = out.and_then(|index| {
            self.cdef.functions[self.id.0].parameter_names.get(index)?.as_ref().map(|name| name.span)
        });
        let span = span.unwrap_or_else(|| self.span());
        let implied = result.and_then(|(success, _)| success).is_some_and(is_not_null);
        let nullable = match words.null {
            Some((Null::Never, _)) => false,
            Some((Null::Allowed, _)) => !implied,
            // Null and no elements are one and the same.
            None if matches!(words.shape, Some((Shape::Run { .. }, _))) => false,
            // A result may be null unless the words say otherwise; a successful `_Outptr_` is not.
            None => out.is_none() && !implied && !result.and_then(|(success, _)| success).is_some_and(has_sentinel),
        };
        let stands_behind = pointee_of(self.cdef, self.facts, pointee);
        let shape = words.shape.as_ref().map(|(shape, _)| shape);
        let bound = self.contract.parameters.iter().any(|parameter| parameter.bound.is_some());
        match &words.owner {
            Some((Owner::Caller, owner)) => return self.owned(pointee, &stands_behind, nullable, bound, *owner),
            Some((Owner::CallerFreesBy(by), owner)) => {
                let freed = Freed { by: by.clone() };
                if let Some(missing) = self.frees_itself(by) {
                    self.lacks(Some(*owner), missing);
                }
                return match (shape, &stands_behind) {
                    (Some(Shape::Terminated), Pointee::Bytes) => Outcome::OwnedText { freed, nullable },
                    (Some(Shape::Run { count, .. }), Pointee::Bytes | Pointee::Plain) => {
                        let count = self.after(count);
                        Outcome::OwnedRun { element: pointee.clone(), count, freed, nullable }
                    }
                    _ => {
                        self.lacks(
                            Some(*owner),
                            format!("{what} has no length: say `__null_terminated` or `__counted_by(n)`"),
                        );
                        Outcome::Nothing
                    }
                };
            }
            Some((Owner::Callee, owner)) => {
                self.lacks(Some(*owner), format!("{what} comes from C, so that C can't consume it"));
                return Outcome::Nothing;
            }
            None => {}
        }
        let life = match words.life.as_ref().map(|(life, _)| life) {
            Some(model::Life::Within(buffer)) => return self.offset(buffer, nullable),
            Some(model::Life::Static) => Life::Static,
            Some(model::Life::Transient) => Life::Transient,
            Some(model::Life::Stable) | None if bound => Life::Bound,
            Some(model::Life::Stable) | None => {
                let hint = "`__lifetimebound` of a parameter, `cdef_static`, `cdef_transient` or `cdef_owned`";
                self.lacks(Some(span), format!("{what} has no lifetime: say {hint}"));
                Life::Static
            }
        };
        self.refuse_unstable(words, life, span);
        self.borrowed(pointee, &stands_behind, words, life, nullable, (&what, span, result.map(|(_, roles)| roles)))
    }

    fn called(&self, out: Option<usize>) -> String {
        match out {
            None => "its result".to_owned(),
            Some(index) => {
                let name = self.cdef.functions[self.id.0].parameter_names.get(index).and_then(Option::as_ref);
                name.map_or_else(|| format!("parameter {}", index + 1), |name| format!("parameter `{}`", name.text))
            }
        }
    }

    fn owned(
        &mut self,
        pointee: &QualType,
        stands_behind: &Pointee,
        nullable: bool,
        child: bool,
        owner: Span,
    ) -> Outcome<QualType> {
        match stands_behind {
            Pointee::Handle(handle) => {
                self.expect_destructor(*handle, Some(owner));
                Outcome::Owned { target: pointee.clone(), nullable, child, owners: self.owners(*handle) }
            }
            _ => {
                let hint = "memory is freed by a function: say `cdef_owned_by(f)`";
                self.lacks(Some(owner), format!("`cdef_owned` is said of objects with a destructor; {hint}"));
                Outcome::Nothing
            }
        }
    }

    pub(super) fn owners(&self, handle: super::Handle) -> Owners {
        match handle.words(self.cdef).is_some_and(|words| words.retain.is_some()) {
            true => Owners::Several,
            false => Owners::One,
        }
    }

    fn offset(&mut self, buffer: &model::Name, nullable: bool) -> Outcome<QualType> {
        let names = &self.cdef.functions[self.id.0].parameter_names;
        let index = names.iter().position(|name| name.as_ref().is_some_and(|name| name.text == buffer.text));
        match index {
            Some(buffer) => Outcome::Offset { buffer, nullable },
            None => {
                self.lacks(Some(buffer.span), format!("`{}` is no parameter", buffer.text));
                Outcome::Nothing
            }
        }
    }

    // Another owner may change what a borrow of a counted object shows.
    fn refuse_unstable(&mut self, words: &PointerWords, life: Life, span: Span) {
        if life != Life::Bound || matches!(words.life.as_ref().map(|(life, _)| life), Some(model::Life::Stable)) {
            return;
        }
        let counted = self.contract.parameters.iter().enumerate().any(|(index, parameter)| {
            parameter.bound.is_some()
                && super::closed::handle_of(self.cdef, self.facts, self.type_of(index))
                    .and_then(|handle| handle.words(self.cdef))
                    .is_some_and(|words| words.retain.is_some())
        });
        if counted {
            let hint = "say `cdef_stable` if none of them changes it, or `cdef_transient` to have it copied";
            self.lacks(Some(span), format!("its result belongs to an object with several owners; {hint}"));
        }
    }

    fn borrowed(
        &mut self,
        pointee: &QualType,
        stands_behind: &Pointee,
        words: &PointerWords,
        life: Life,
        nullable: bool,
        (what, span, roles): (&str, Span, Option<&[Role<QualType>]>),
    ) -> Outcome<QualType> {
        let shape = words.shape.as_ref().map(|(shape, _)| shape);
        if roles.is_some()
            && let Some(list) = self.listed(pointee, shape, life, nullable)
        {
            return list;
        }
        match (shape, stands_behind) {
            (Some(Shape::Terminated), Pointee::Bytes) => {
                let buffer = roles.unwrap_or_default().iter();
                let filled = buffer.clone().position(|role| matches!(role, Role::OutText { bound: true, .. }));
                match (life, filled) {
                    (Life::Bound, Some(index)) => Outcome::Filled(index),
                    _ => Outcome::Text { life, nullable },
                }
            }
            (Some(Shape::Run { count, .. }), Pointee::Bytes | Pointee::Plain) => {
                let count = self.after(count);
                Outcome::Run { element: pointee.clone(), count, life, nullable }
            }
            (None | Some(Shape::Single), Pointee::Handle(_)) if life != Life::Transient => {
                self.reference(pointee, life, nullable)
            }
            // What C has keeps to rules that safe code knows nothing of, so that it may read it only.
            (Some(Shape::Single), Pointee::Plain | Pointee::Choosy) if life != Life::Transient => {
                Outcome::Reference { target: pointee.clone(), access: Access::Shared, life, nullable }
            }
            (_, Pointee::Open(why)) => {
                self.lacks(Some(span), format!("{what} {why}"));
                Outcome::Nothing
            }
            _ => {
                let hint = "`__null_terminated`, `__counted_by(n)` or `__single`";
                self.lacks(Some(span), format!("{what} has no length: say {hint}"));
                Outcome::Nothing
            }
        }
    }

    fn reference(&self, pointee: &QualType, life: Life, nullable: bool) -> Outcome<QualType> {
        let exclusive = life == Life::Bound && !pointee.qualifiers.is_const && self.is_bound_exclusively();
        let access = if exclusive { Access::Exclusive } else { Access::Shared };
        Outcome::Reference { target: pointee.clone(), access, life, nullable }
    }

    fn is_bound_exclusively(&self) -> bool {
        let mut bound = self.contract.parameters.iter().enumerate().filter(|(_, words)| words.bound.is_some());
        bound.all(|(index, words)| {
            let Some(pointee) = target(self.cdef, self.type_of(index)) else { return false };
            let handle = super::closed::handle_of(self.cdef, self.facts, self.type_of(index));
            let shared = handle
                .and_then(|handle| handle.words(self.cdef))
                .is_some_and(|words| words.shared.is_some() || words.retain.is_some());
            let outer = self.with_alias(self.type_of(index), &words.outer);
            !pointee.qualifiers.is_const && outer.shared.is_none() && !shared
        })
    }
}

/// `return == K`: a success has one value.
fn is_one_value(success: &Term) -> bool {
    match success {
        Term::Binary(Operator::Equal, left, right) => {
            let is_known = |term: &Term| term.constant().is_some();
            **left == Term::Result && is_known(right) || is_known(left) && **right == Term::Result
        }
        Term::Not(inner) => **inner == Term::Result,
        _ => false,
    }
}

fn is_not_null(success: &Term) -> bool {
    match success {
        Term::Binary(Operator::NotEqual, left, right) => {
            let is_null = |term: &Term| term.constant() == Some(0);
            **left == Term::Result && is_null(right) || is_null(left) && **right == Term::Result
        }
        _ => *success == Term::Result,
    }
}

/// `return != (iconv_t)-1`: failure has a value of its own, so that null is none of the others.
fn has_sentinel(success: &Term) -> bool {
    match success {
        Term::Binary(Operator::NotEqual, left, right) => {
            matches!((&**left, &**right), (Term::Result, Term::Operand(_)) | (Term::Operand(_), Term::Result))
        }
        _ => false,
    }
}

/// A buffer says how much was written.
fn tells_result(role: &Role<QualType>) -> bool {
    match role {
        Role::OutRun { written: super::Written::Term(term), .. } | Role::Grown { written: term, .. } => {
            *term == Term::Result
        }
        _ => false,
    }
}
