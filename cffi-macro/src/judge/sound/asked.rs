//! What the expressions of words look at, and whether there is something to see at that time.

use std::collections::BTreeSet;

use super::{Judge, Outcome, Role};
use crate::facts::OperandFact;
use crate::judge::closed::is_integer;
use crate::judge::{Failure, Part};
use crate::model::{Operator, QualType, Term, Type};

/// When an expression is evaluated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum When {
    Before,
    /// After a call that may have failed.
    Ended,
    /// After one that succeeded.
    Succeeded,
}

impl Judge<'_> {
    pub(super) fn refuse_early_and_late(
        &mut self,
        roles: &[Role<QualType>],
        result: &Outcome<QualType>,
        success: Option<&Term>,
        failure: &Failure<QualType>,
    ) {
        let mut asked: Vec<(When, Term)> = Vec::new();
        for condition in &self.contract.conditions {
            asked.push((When::Before, condition.term.clone()));
        }
        for words in &self.contract.parameters {
            asked.extend(
                words
                    .range
                    .iter()
                    .flat_map(|(low, high)| [(When::Before, low.term.clone()), (When::Before, high.term.clone())]),
            );
        }
        for role in roles {
            asked.extend(role.room().map(|term| (When::Before, term.clone())));
            asked.extend(role.written().map(|term| (When::Succeeded, term.clone())));
        }
        asked.extend(success.map(|term| (When::Ended, term.clone())));
        match failure {
            Failure::ErrnoFrom(term) => asked.push((When::Ended, term.clone())),
            Failure::Parts { parts, .. } => {
                asked.extend(parts.iter().filter_map(Part::asked).map(|operand| (When::Ended, Term::Operand(operand))));
            }
            Failure::Never | Failure::Nothing | Failure::Status(_) | Failure::Code(_) | Failure::Errno => {}
        }
        let counts = Self::given_back(roles, result).filter_map(|(_, outcome)| outcome.count());
        asked.extend(counts.map(|count| (When::Succeeded, count.clone())));
        let mut blind = BTreeSet::new();
        for (when, term) in &asked {
            self.look(*when, term, roles, &BTreeSet::new(), &mut blind);
        }
        for (index, text) in blind {
            self.parameter_lacks(index, text);
        }
        self.expect_ranges_of_integers(roles);
    }

    /// Collects the parameters that the term looks behind in vain; those of `there` are known not to be null.
    fn look(
        &self,
        when: When,
        term: &Term,
        roles: &[Role<QualType>],
        there: &BTreeSet<usize>,
        blind: &mut BTreeSet<(usize, &'static str)>,
    ) {
        match term {
            Term::Target(index) => blind.extend(self.blindness(when, *index, roles, there).map(|text| (*index, text))),
            Term::Operand(id) => {
                if let Some(OperandFact::Constant(..)) = self.facts.operands.get(id) {
                    return;
                }
                for index in &self.cdef.operands[id.0].parameters {
                    let is_run = matches!(roles.get(*index), Some(Role::Run { .. } | Role::OutRun { .. }));
                    let blindness = self.blindness(when, *index, roles, there);
                    // C is told the length, too.
                    let text = blindness.filter(|text| !(is_run && *text == EMPTY));
                    blind.extend(text.map(|text| (*index, text)));
                }
            }
            Term::Not(inner) | Term::Negative(inner) => self.look(when, inner, roles, there, blind),
            Term::Binary(operator, left, right) => {
                self.look(when, left, roles, there, blind);
                let there = match operator {
                    Operator::And => union(there, known(left, true)),
                    Operator::Or => union(there, known(left, false)),
                    _ => there.clone(),
                };
                self.look(when, right, roles, &there, blind);
            }
            Term::Conditional(parts) => {
                let [condition, then, otherwise] = &**parts;
                self.look(when, condition, roles, there, blind);
                self.look(when, then, roles, &union(there, known(condition, true)), blind);
                self.look(when, otherwise, roles, &union(there, known(condition, false)), blind);
            }
            Term::Parameter(index) => {
                let is_function = matches!(
                    roles.get(*index),
                    Some(Role::Closure(_) | Role::Plain { .. } | Role::Context(_) | Role::Destroyer(_))
                );
                blind.extend(is_function.then_some((*index, FUNCTION)));
            }
            Term::Int(_) | Term::Typed(..) | Term::Result | Term::Errno => {}
        }
    }

    fn blindness(
        &self,
        when: When,
        index: usize,
        roles: &[Role<QualType>],
        there: &BTreeSet<usize>,
    ) -> Option<&'static str> {
        let always = self.contract.parameters.get(index).is_some_and(|words| words.always);
        match (roles.get(index)?, when) {
            (Role::Taken { .. } | Role::TakenNumber(_), When::Ended | When::Succeeded) => {
                Some("is C's after the call, so that no word can ask about it then")
            }
            (
                Role::OutValue { .. }
                | Role::OutLength(_)
                | Role::OutRun { .. }
                | Role::OutText { .. }
                | Role::OutPointer { .. },
                When::Before,
            ) => Some("has no value before the call, so that no word can ask about it then"),
            (
                Role::OutValue { .. }
                | Role::OutLength(_)
                | Role::OutRun { .. }
                | Role::OutText { .. }
                | Role::OutPointer { .. },
                When::Ended,
            ) if !always => Some(
                "has no value if the call fails, and a word asks about it even then: say `_Always_(_Out_)` if it has one",
            ),
            (
                Role::Reference { nullable: true, .. }
                | Role::Text { nullable: true, .. }
                | Role::Fixed { nullable: true, .. }
                | Role::Run { nullable: true, .. }
                | Role::Texts { nullable: true, .. },
                _,
            ) if !there.contains(&index) => Some("may be null, and a word looks at what it points to"),
            (Role::Run { .. } | Role::OutRun { .. }, _) => Some(EMPTY),
            (Role::Closure(_) | Role::Plain { .. } | Role::Context(_) | Role::Destroyer(_), _) => Some(FUNCTION),
            (Role::Cursor { .. } | Role::OutCursor { .. } | Role::Grown { .. } | Role::OutNumber { .. }, _) => {
                Some("is moved or given by C, so that no word can ask what it points to")
            }
            _ => None,
        }
    }

    // Numbers of other kinds lie between the ends of a range without being in it.
    fn expect_ranges_of_integers(&mut self, roles: &[Role<QualType>]) {
        let contract = self.contract;
        for (index, words) in contract.parameters.iter().enumerate() {
            if words.range.is_none() {
                continue;
            }
            let is_behind = matches!(roles.get(index), Some(Role::LengthBehind { .. }));
            let ty = self.type_of(index);
            let is_integer =
                is_integer(self.cdef, self.facts, ty) || matches!(self.cdef.resolve(&ty.ty), Type::Enum(_));
            if !is_behind && !is_integer {
                self.parameter_lacks(
                    index,
                    "is no integer, of which `_In_range_` could say the least and the greatest",
                );
            }
        }
    }
}

const FUNCTION: &str = "is a function that C calls, or goes with one, so that no word can ask about it";

const EMPTY: &str = "may be empty, and a word looks at what it points to";

fn union(a: &BTreeSet<usize>, b: BTreeSet<usize>) -> BTreeSet<usize> {
    a.union(&b).copied().collect()
}

/// The pointers that are not null if the condition comes to this.
fn known(condition: &Term, truth: bool) -> BTreeSet<usize> {
    match (condition, truth) {
        (Term::Parameter(index), true) => BTreeSet::from([*index]),
        (Term::Not(inner), truth) => known(inner, !truth),
        (Term::Binary(Operator::NotEqual, left, right), true) | (Term::Binary(Operator::Equal, left, right), false) => {
            match (&**left, &**right) {
                (Term::Parameter(index), Term::Int(0)) | (Term::Int(0), Term::Parameter(index)) => {
                    BTreeSet::from([*index])
                }
                _ => BTreeSet::new(),
            }
        }
        (Term::Binary(Operator::And, left, right), true) | (Term::Binary(Operator::Or, left, right), false) => {
            union(&known(left, truth), known(right, truth))
        }
        _ => BTreeSet::new(),
    }
}
