//! The expressions of words: which may be evaluated before a call, and which after it.

use super::{ErrnoUse, Failure, Judge};
use crate::facts::OperandFact;
use crate::model::{Clause, QualType, Term};

impl Judge<'_> {
    /// An expression that the wrapper evaluates before the call.
    pub(super) fn before(&mut self, clause: &Clause) -> Term {
        let term = self.fold(clause, &clause.term).plain();
        let mut early = true;
        term.each(&mut |part| early &= !matches!(part, Term::Result | Term::Errno));
        if !early {
            let text = format!("`{}` is known only after the call", clause.text);
            self.lacks(Some(clause.span), text);
        }
        term
    }

    /// One that it evaluates after the call.
    pub(super) fn after(&mut self, clause: &Clause) -> Term {
        self.fold(clause, &clause.term).plain()
    }

    fn fold(&mut self, clause: &Clause, term: &Term) -> Term {
        match term {
            Term::Operand(id) => match self.facts.operands.get(id) {
                Some(OperandFact::Constant(value, int)) => Term::number(*value, *int),
                Some(OperandFact::Number(_) | OperandFact::Address) => Term::Operand(*id),
                Some(OperandFact::Text | OperandFact::Other) | None => {
                    let text = format!("`{}` is no integer", self.cdef.operands[id.0].text);
                    self.lacks(Some(clause.span), text);
                    Term::Int(0)
                }
            },
            Term::Not(inner) => Term::Not(Box::new(self.fold(clause, inner))),
            Term::Negative(inner) => match self.fold(clause, inner) {
                Term::Int(value) => Term::Int(-value),
                inner => Term::Negative(Box::new(inner)),
            },
            Term::Binary(operator, left, right) => {
                Term::Binary(*operator, Box::new(self.fold(clause, left)), Box::new(self.fold(clause, right)))
            }
            Term::Conditional(parts) => {
                let [condition, then, otherwise] = &**parts;
                let parts = [condition, then, otherwise].map(|part| self.fold(clause, part));
                Term::Conditional(Box::new(parts))
            }
            Term::Parameter(_) | Term::Target(_) | Term::Result => {
                self.expect_number(clause, term);
                term.clone()
            }
            Term::Int(_) | Term::Typed(..) | Term::Errno => term.clone(),
        }
    }

    fn expect_number(&mut self, clause: &Clause, term: &Term) {
        let signature = &self.cdef.functions[self.id.0].signature;
        let ty = match term {
            Term::Parameter(index) => Some(self.type_of(*index)),
            Term::Target(index) => super::closed::target(self.cdef, self.type_of(*index)),
            // Of a typedef, it is about values of that.
            _ => Some(&signature.result),
        };
        // What stands behind a pointer is looked at as it is.
        let is_newtype = matches!(term, Term::Target(_)) && ty.is_some_and(|ty| self.is_newtype(ty));
        if is_newtype || !ty.is_some_and(|ty| super::closed::is_number(self.cdef, self.facts, ty)) {
            let what = match term {
                Term::Result => "the result".to_owned(),
                _ => "a parameter".to_owned(),
            };
            self.lacks(Some(clause.span), format!("`{}` takes {what} for an integer, which it is not", clause.text));
        }
    }

    pub(super) fn ranges(&mut self) -> Vec<(usize, Term, Term)> {
        let contract = self.contract;
        let mut ranges = Vec::new();
        for (index, words) in contract.parameters.iter().enumerate() {
            if let Some((low, high)) = &words.range {
                ranges.push((index, self.before(low), self.before(high)));
            }
        }
        ranges
    }

    pub(super) fn errno(&self, success: Option<&Term>, failure: &Failure<QualType>) -> ErrnoUse {
        if success.is_some_and(|success| success.mentions(&Term::Errno)) {
            // The call sets it on failure alone (C11 7.5p3).
            return ErrnoUse::Cleared;
        }
        match failure {
            Failure::Errno => ErrnoUse::Read,
            Failure::Never
            | Failure::Nothing
            | Failure::Status(_)
            | Failure::Code(_)
            | Failure::ErrnoFrom(_)
            | Failure::Parts { .. } => ErrnoUse::None,
        }
    }
}
