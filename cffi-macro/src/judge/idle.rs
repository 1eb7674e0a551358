//! Words that would change nothing about a parameter: nobody may take them for promises that are kept.

use super::closed::target;
use super::{Judge, Outcome, Role};
use crate::model::{Flow, Life, Owner, ParameterContract, PointerWords, QualType};

impl Judge<'_> {
    pub(super) fn refuse_idle(&mut self, roles: &[Role<QualType>]) {
        for (index, role) in roles.iter().enumerate() {
            let words = &self.contract.parameters[index];
            if matches!(role, Role::Number(_) | Role::TakenNumber(_) | Role::OutNumber { .. }) {
                continue;
            }
            if target(self.cdef, self.type_of(index)).is_none() {
                if says_of_pointer(words) {
                    self.parameter_lacks(index, "is no pointer, so that its words say nothing");
                }
                continue;
            }
            let calls = matches!(role, Role::Closure(_) | Role::Plain { .. } | Role::Destroyer(_) | Role::Value(_));
            if words.callback.is_some() && !calls {
                self.parameter_lacks(index, "is no pointer to a function, so that its words say nothing");
            }
            let outer = self.with_alias(self.type_of(index), &words.outer);
            match (&outer.owner, role) {
                (Some((Owner::Callee, _)), Role::Taken { .. }) => {}
                (Some((Owner::Callee, _)), _) => {
                    self.parameter_lacks(index, "is `cdef_consumed`, which can be said of objects with a destructor");
                }
                // A typedef's word is about the pointers that C gives.
                (Some((Owner::Caller | Owner::CallerFreesBy(_), _)), _) if words.outer.owner.is_some() => {
                    self.parameter_lacks(index, "comes from the caller: say `cdef_consumed` if C takes it");
                }
                (Some((Owner::Caller | Owner::CallerFreesBy(_), _)) | None, _) => {}
            }
            if let Some((life, _)) = &words.outer.life {
                let word = match life {
                    Life::Within(_) => "cdef_within",
                    Life::Static => "cdef_static",
                    Life::Transient => "cdef_transient",
                    Life::Stable => "cdef_stable",
                };
                self.parameter_lacks(index, &format!("comes from the caller, and `{word}` is about what C gives"));
            }
            // Other pointers to pointers are refused whatever is said of them.
            let moves = matches!(role, Role::Cursor { .. } | Role::OutCursor { .. } | Role::Texts { .. });
            if moves && (words.inner.owner.is_some() || words.inner.life.is_some()) {
                self.parameter_lacks(index, "gives back no pointer: say `_Outptr_` if C sets one");
            }
            let reads = matches!(role, Role::Cursor { .. } | Role::Texts { .. } | Role::Value(_));
            if words.inner_read.is_some() && !reads {
                self.parameter_lacks(
                    index,
                    "is no list and no cursor, so that an `_In_` behind its first `*` says nothing",
                );
            }
        }
    }
}

/// `cdef_within` names a buffer, whose start and length the wrapper has.
impl Judge<'_> {
    pub(super) fn refuse_foreign_offsets(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let outs = roles.iter().filter_map(|role| match role {
            Role::OutPointer { what, .. } => Some(what),
            _ => None,
        });
        let mut foreign = Vec::new();
        for outcome in outs.chain([result]) {
            if let Outcome::Offset { buffer, .. } = outcome
                && !matches!(
                    roles.get(*buffer),
                    Some(Role::Run { .. } | Role::OutRun { .. } | Role::OutText { .. } | Role::Text { .. })
                )
            {
                foreign.push(*buffer);
            }
        }
        for index in foreign {
            self.parameter_lacks(index, "is no buffer that `cdef_within` could be about");
        }
    }
}

fn says_of_pointer(words: &ParameterContract) -> bool {
    let ParameterContract { outer, inner, flow, in_out: _, inner_read, always, range: _, bound: _, captured, callback } =
        words;
    let PointerWords { shape, null: _, owner, life, shared } = outer;
    // Windows' headers say `_In_` of numbers, too.
    let has_flow = flow.as_ref().is_some_and(|(flow, _)| *flow != Flow::In);
    let has_words = shape.is_some() || owner.is_some() || life.is_some() || shared.is_some();
    has_flow
        || *always
        || inner_read.is_some()
        || captured.is_some()
        || callback.is_some()
        || has_words
        || !inner.is_empty()
}
