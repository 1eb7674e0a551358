//! Where safe functions stand: by Rust's conventions those of an object are its methods.

use std::collections::{BTreeMap, BTreeSet};

use crate::judge::{Handle, Outcome, Role, SafeFunction, Verdict, as_handle};
use crate::model::{Binding, FunctionId, QualType};
use crate::options::Style;

use super::handle::HandleName;
use super::types::Context;

/// What a safe function is an item of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Home {
    Module,
    /// The `impl` of an object's type.
    Type {
        name: String,
        /// The type has a lifetime.
        child: bool,
        /// The parameter that is `self`; without one it is an associated function.
        this: Option<usize>,
    },
}

impl Home {
    /// The parameter that is `self`.
    pub(crate) fn this(&self) -> Option<usize> {
        match self {
            Home::Module => None,
            Home::Type { this, .. } => *this,
        }
    }
}

/// Where each safe function stands, and its name there; those that are not listed stand in the module.
pub(super) fn homes(context: &Context<'_>) -> BTreeMap<FunctionId, (Home, String)> {
    let mut homes = BTreeMap::new();
    if context.names.naming.style == Style::C {
        return homes;
    }
    let mut taken: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (id, verdict) in &context.judged.functions {
        let Verdict::Safe(safe) = verdict else { continue };
        let Some((handle, this)) = owner(context, safe) else { continue };
        // The table has those that have no object to find it by.
        if this.is_none() && context.cdef.binding == Binding::Tables {
            continue;
        }
        let (name, child) = match context.handle_name(handle) {
            Some(HandleName::Own(name)) => (name, false),
            Some(HandleName::Child(name)) => (name, true),
            None => continue,
        };
        let others = taken.entry(name.clone()).or_insert_with(|| fields(context, handle));
        let mut candidates = context.names.methods(context.cdef, *id, &name, &c_names(context, handle, &name));
        let mut method = candidates.pop().unwrap_or_default();
        if let Some(free) = candidates.into_iter().find(|candidate| !others.contains(candidate)) {
            method = free;
        }
        while !others.insert(method.clone()) {
            method.push('_');
        }
        homes.insert(*id, (Home::Type { name, child, this }, method));
    }
    homes
}

/// The type that a function belongs to: that of its first object, or of what it makes.
fn owner(context: &Context<'_>, safe: &SafeFunction<QualType>) -> Option<(Handle, Option<usize>)> {
    let handle = |target: &QualType| as_handle(context.cdef, context.facts, target);
    for (index, role) in safe.roles.iter().enumerate() {
        let (target, this) = match role {
            Role::Reference { target, nullable: false, .. } => (target, Some(index)),
            Role::Reference { target, .. } | Role::Taken { target, .. } => (target, None),
            _ => continue,
        };
        match handle(target) {
            // The type is another crate's.
            Some(Handle::File) => return None,
            Some(handle) => return Some((handle, this)),
            None => {}
        }
    }
    let outs = safe.roles.iter().filter_map(|role| match role {
        Role::OutPointer { what, .. } => Some(what),
        _ => None,
    });
    let made = [&safe.result].into_iter().chain(outs).find_map(|outcome| match outcome {
        Outcome::Owned { target, .. } => handle(target),
        _ => None,
    });
    made.filter(|handle| *handle != Handle::File).map(|handle| (handle, None))
}

/// Names that getters have.
fn fields(context: &Context<'_>, handle: Handle) -> BTreeSet<String> {
    match handle {
        Handle::Record(id) => context.names.fields.get(id.0).into_iter().flatten().cloned().collect(),
        Handle::Typedef(_) | Handle::File => BTreeSet::new(),
    }
}

/// What C calls the type: its tag and its typedefs.
fn c_names(context: &Context<'_>, handle: Handle, rust: &str) -> Vec<String> {
    let own = handle.name(context.cdef);
    let mut names = vec![own.rsplit(' ').next().unwrap_or_default().to_owned()];
    let typedefs = context.cdef.typedefs.iter().zip(&context.names.typedefs);
    names.extend(typedefs.filter(|(_, name)| *name == rust).map(|(typedef, _)| typedef.name.text.clone()));
    names
}
