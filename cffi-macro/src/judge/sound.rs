//! Words that leave safe code a way to break memory: roles and outcomes in, what is missing out.

mod asked;
mod lending;
mod named;
mod twice;

use super::closed::handle_of;
use super::{Access, Closure, Failure, Given, Handle, Judge, Kept, Life, Outcome, Owners, Role, Threads};
use crate::model::{self, Cdef, QualType, Term};

pub(crate) use lending::{Lending, lending};
pub(super) use named::check;

impl Judge<'_> {
    /// What each word allows, but all of them together don't.
    pub(super) fn refuse_unsound(
        &mut self,
        roles: &[Role<QualType>],
        result: &Outcome<QualType>,
        success: Option<&Term>,
        failure: &Failure<QualType>,
    ) {
        self.refuse_two_meanings(roles, result);
        self.refuse_destroyers(roles);
        self.refuse_moves(roles, result);
        self.refuse_lost_lifetimes(roles, result);
        self.refuse_changing_statics(roles, result);
        self.refuse_shared_parts(roles, result);
        self.refuse_given_objects(roles);
        self.refuse_early_and_late(roles, result, success, failure);
    }

    fn handle(&self, target: &QualType) -> Option<Handle> {
        super::closed::as_handle(self.cdef, self.facts, target)
    }

    /// All that is given back: the parameter that it comes by, if it is one, and what it is.
    pub(super) fn given_back<'r>(
        roles: &'r [Role<QualType>],
        result: &'r Outcome<QualType>,
    ) -> impl Iterator<Item = (Option<usize>, &'r Outcome<QualType>)> {
        let outs = roles.iter().enumerate().filter_map(|(index, role)| match role {
            Role::OutPointer { what, .. } => Some((Some(index), what)),
            _ => None,
        });
        outs.chain([(None, result)])
    }

    /// What is said of something that is given back, with what its typedef says.
    fn words_of(&self, out: Option<usize>) -> model::PointerWords {
        match out {
            None => self.with_alias(&self.cdef.functions[self.id.0].signature.result, &self.contract.result),
            Some(index) => match super::closed::target(self.cdef, self.type_of(index)) {
                Some(ty) => self.with_alias(ty, &self.contract.parameters[index].inner),
                None => self.contract.parameters[index].inner.clone(),
            },
        }
    }

    fn lacks_of(&mut self, out: Option<usize>, text: &str) {
        match out {
            Some(index) => self.parameter_lacks(index, text),
            None => self.lacks(Some(self.cdef.functions[self.id.0].name.span), format!("its result {text}")),
        }
    }

    // An owner would destroy the object, or free the memory, once more.
    fn refuse_destroyers(&mut self, roles: &[Role<QualType>]) {
        let name = &self.cdef.functions[self.id.0].name.text;
        for index in 0..roles.len() {
            let Some(handle) = handle_of(self.cdef, self.facts, self.type_of(index)) else { continue };
            if is_destructor(self.cdef, handle, name) && !matches!(roles.get(index), Some(Role::Taken { .. })) {
                self.parameter_lacks(index, "is destroyed by the call: say `cdef_consumed`");
            }
        }
        let takes = roles.iter().any(|role| matches!(role, Role::Taken { .. } | Role::TakenNumber(_)));
        let is_told = self.missing.iter().any(|missing| missing.text.contains("is destroyed by the call"));
        if named::destroys(self.cdef, name) && !takes && !is_told {
            self.lacks(None, format!("`{name}` destroys objects, which their owners do"));
        }
        if named::frees(self.cdef, name) {
            self.lacks(None, format!("`{name}` frees memory, which its owners do"));
        }
    }

    /// An object that C takes goes where another one is.
    fn refuse_moves(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let name = &self.cdef.functions[self.id.0].name.text;
        let taken = roles.iter().enumerate().filter_map(|(index, role)| match role {
            Role::Taken { target, owners } => Some((index, self.handle(target)?, *owners)),
            _ => None,
        });
        let taken: Vec<(usize, Handle, Owners)> = taken.collect();
        let kept_by = roles.iter().filter_map(|role| match role {
            Role::Reference { target, .. } => self.handle(target),
            _ => None,
        });
        let made = Self::given_back(roles, result).filter_map(|(_, outcome)| match outcome {
            Outcome::Owned { target, .. } => self.handle(target),
            _ => None,
        });
        let travels =
            kept_by.chain(made).any(|handle| may_move(self.cdef, handle)) || self.numbers_that_travel(roles, result);
        self.refuse_moved_numbers(roles, travels);
        for (index, handle, owners) in taken {
            if is_destructor(self.cdef, handle, name) {
                continue;
            }
            let own = handle.name(self.cdef);
            let is_child = self.lives.hanging.contains(&handle) || self.lives.keeping.contains(&handle);
            if is_child && self.contract.parameters[index].captured.is_none() {
                let hint = "say `__lifetime_capture_by` of what keeps it";
                self.parameter_lacks(index, &format!("hangs on another object, and C may keep it for longer: {hint}"));
                continue;
            }
            let stays = !may_move(self.cdef, handle) || owners == Owners::Several && !is_sync(self.cdef, handle);
            if travels && stays {
                let hint = format!("say `cdef_send` of `{own}` too, if that is true");
                self.parameter_lacks(index, &format!("goes with an object to other threads: {hint}"));
            }
        }
    }

    // Memory that a function frees and streams have no lifetime in Rust.
    fn refuse_lost_lifetimes(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let is_bound = self.contract.parameters.iter().any(|words| words.bound.is_some());
        let result_is_bound = is_bound && hangs(result);
        // `threads` asks for the same word.
        let is_shared = !self.shared_with_what_it_makes().is_empty();
        let mut lacking: Vec<(Option<usize>, String)> = Vec::new();
        for (out, outcome) in Self::given_back(roles, result) {
            let words = self.words_of(out);
            // Otherwise `__lifetimebound` may be about the result alone.
            let may_hang = is_bound && !(out.is_some() && result_is_bound);
            match outcome {
                Outcome::OwnedText { freed, .. } | Outcome::OwnedRun { freed, .. } if may_hang => {
                    let text = format!(
                        "is memory that `{}` frees, which can't hang on a `__lifetimebound` parameter",
                        freed.by.text
                    );
                    lacking.push((out, text));
                }
                Outcome::Owned { target, child, .. } => match self.handle(target) {
                    Some(Handle::File) if *child && may_hang => {
                        lacking
                            .push((out, "is a `FILE`, which can't hang on a `__lifetimebound` parameter".to_owned()));
                    }
                    Some(handle) if !child && !is_shared && self.lives.hanging.contains(&handle) => {
                        let is_independent = matches!(words.life, Some((model::Life::Static, _)));
                        if !is_independent {
                            let own = handle.name(self.cdef);
                            let hint = "say `__lifetimebound` of what this one hangs on, or `cdef_static` of it";
                            lacking.push((out, format!("is a `{own}`, which hangs on other objects: {hint}")));
                        }
                    }
                    _ => {}
                },
                _ => {}
            }
        }
        for (out, text) in lacking {
            self.lacks_of(out, &text);
        }
    }

    // What is not `const` changes some day, also while a reference is there that is good for ever.
    fn refuse_changing_statics(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let mut lacking = Vec::new();
        for (out, outcome) in Self::given_back(roles, result) {
            let (ty, words) = match out {
                None => (&self.cdef.functions[self.id.0].signature.result, &self.contract.result),
                Some(index) => match super::closed::target(self.cdef, self.type_of(index)) {
                    Some(ty) => (ty, &self.contract.parameters[index].inner),
                    None => continue,
                },
            };
            let is_static = matches!(self.with_alias(ty, words).life, Some((model::Life::Static, _)))
                && matches!(
                    outcome,
                    Outcome::Text { .. } | Outcome::Run { .. } | Outcome::Texts { .. } | Outcome::Reference { .. }
                );
            let Some(target) = super::closed::target(self.cdef, ty).filter(|_| is_static) else { continue };
            match self.handle(target) {
                Some(handle) if !is_sync(self.cdef, handle) => {
                    let hint = format!("say `cdef_sync` of `{}`, if that is true", handle.name(self.cdef));
                    lacking.push((out, format!("is one object for all threads: {hint}")));
                }
                // Of a list neither the pointers nor the texts may change.
                None if !target.qualifiers.is_const
                    || matches!(outcome, Outcome::Texts { .. })
                        && super::closed::target(self.cdef, target).is_some_and(|text| !text.qualifiers.is_const) =>
                {
                    let hint = match outcome {
                        Outcome::Reference { .. } => "",
                        _ => "; say `cdef_transient` to have it copied",
                    };
                    lacking.push((out, format!("is not `const`, so that it may change under `cdef_static`{hint}")));
                }
                _ => {}
            }
        }
        for (out, text) in lacking {
            self.lacks_of(out, &text);
        }
    }

    // Two threads that use an object or a buffer at once both get its parts.
    fn refuse_shared_parts(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let is_object = |role: &Role<QualType>| match role {
            Role::Reference { target, bound: true, .. } => {
                self.handle(target).is_some_and(|handle| is_sync(self.cdef, handle))
            }
            _ => false,
        };
        let is_buffer = |role: &Role<QualType>| {
            matches!(
                role,
                Role::Text { bound: true, .. }
                    | Role::Run { access: Access::Shared, bound: true, .. }
                    | Role::Fixed { access: Access::Shared, bound: true, .. }
            )
        };
        let (by_object, by_buffer) = (roles.iter().any(is_object), roles.iter().any(is_buffer));
        let mut lacking = Vec::new();
        for (out, outcome) in Self::given_back(roles, result) {
            let (target, owner) = match outcome {
                Outcome::Reference { target, life: Life::Bound, .. } if by_object => (target, "a `cdef_sync` object"),
                Outcome::Reference { target, life: Life::Bound, .. } if by_buffer => (target, "a buffer"),
                Outcome::Owned { target, child: true, .. } if by_object => (target, "a `cdef_sync` object"),
                _ => continue,
            };
            if let Some(handle) = self.handle(target).filter(|handle| !is_sync(self.cdef, *handle)) {
                let hint = format!("say `cdef_sync` of `{}` too, if that is true", handle.name(self.cdef));
                lacking.push((out, format!("comes from {owner}, which threads use at once: {hint}")));
            }
        }
        for (out, text) in lacking {
            self.lacks_of(out, &text);
        }
    }

    // Another thread may have the object that C lends the closure.
    fn refuse_given_objects(&mut self, roles: &[Role<QualType>]) {
        for (index, role) in roles.iter().enumerate() {
            let Role::Closure(closure) = role else { continue };
            let words = self.contract.parameters[index].callback.as_deref();
            if !words.is_some_and(|words| words.send) || !runs_anywhere(closure) {
                continue;
            }
            let given = closure.parameters.iter().find_map(|given| match given {
                Given::Reference { target, .. } => {
                    let handle = self.handle(target)?;
                    (!is_sync(self.cdef, handle)).then_some(("cdef_sync", handle))
                }
                Given::Owned { target, owners, .. } => {
                    let handle = self.handle(target)?;
                    let needs = match owners {
                        Owners::Several if !is_sync(self.cdef, handle) => "cdef_sync",
                        Owners::One | Owners::Several if !may_move(self.cdef, handle) => "cdef_send",
                        Owners::One | Owners::Several => return None,
                    };
                    Some((needs, handle))
                }
                _ => None,
            });
            if let Some((word, handle)) = given {
                let hint = format!("say `{word}` of `{}` too, if that is true", handle.name(self.cdef));
                self.parameter_lacks(index, &format!("is called on other threads with an object: {hint}"));
            }
        }
    }

    /// Of several borrows of one call none is exclusive: C may give one object twice.
    pub(super) fn lend_once(&self, roles: &mut [Role<QualType>], result: &mut Outcome<QualType>) {
        let borrows = Self::given_back(roles, result).filter(|(_, outcome)| hangs(outcome)).count();
        let texts = roles.iter().filter(|role| matches!(role, Role::OutText { bound: true, .. })).count();
        if borrows + texts < 2 {
            return;
        }
        let outs = roles.iter_mut().filter_map(|role| match role {
            Role::OutPointer { what, .. } => Some(what),
            _ => None,
        });
        for outcome in outs.chain([result]) {
            if let Outcome::Reference { access, .. } = outcome {
                *access = Access::Shared;
            }
        }
    }
}

/// Whether it is only good as long as a parameter.
fn hangs(outcome: &Outcome<QualType>) -> bool {
    matches!(
        outcome,
        Outcome::Text { life: Life::Bound, .. }
            | Outcome::Run { life: Life::Bound, .. }
            | Outcome::Texts { life: Life::Bound, .. }
            | Outcome::Reference { life: Life::Bound, .. }
            | Outcome::Owned { child: true, .. }
            | Outcome::Filled(_)
    )
}

fn runs_anywhere(closure: &Closure<QualType>) -> bool {
    matches!(
        closure.kept,
        Kept::Once(Threads::Any) | Kept::Forever(Threads::Any) | Kept::Until { threads: Threads::Any, .. }
    )
}

fn is_sync(cdef: &Cdef, handle: Handle) -> bool {
    handle.words(cdef).is_some_and(|words| words.sync.is_some())
}

/// C's streams have locks of their own.
fn may_move(cdef: &Cdef, handle: Handle) -> bool {
    handle == Handle::File || handle.words(cdef).is_some_and(|words| words.send.is_some())
}

fn is_destructor(cdef: &Cdef, handle: Handle, function: &str) -> bool {
    match handle {
        Handle::File => function == "fclose",
        Handle::Record(_) | Handle::Typedef(_) => handle
            .words(cdef)
            .and_then(|words| words.destroy.as_ref())
            .is_some_and(|destructor| destructor.function.text == function),
    }
}
