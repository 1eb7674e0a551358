//! Objects without the help of C code of ours: where there is no compiler for it, or it would not know the library.
//!
//! Where a table is a value, verdicts go in, and the types whose handles carry their library come out.

use std::collections::{BTreeMap, BTreeSet};

use super::closed::handle_of;
use super::{Given, Handle, Outcome, Role, SafeFunction, Verdict, as_handle};
use crate::diag::Diagnostics;
use crate::facts::{Facts, FunctionFact};
use crate::model::{Binding, Cdef, FunctionId, Item, Name, QualType, Qualifiers, Type};
use crate::plan::Traits;

/// Whether C code of ours can call what words name.
pub(super) fn has_helpers(cdef: &Cdef) -> bool {
    cdef.preamble.verified && cdef.binding != Binding::Tables
}

/// Refuses what only a stub could do.
pub(super) fn check(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts, traits: &Traits<'_>) {
    let is_table = cdef.binding == Binding::Tables;
    if has_helpers(cdef) {
        return;
    }
    for (item, words) in &cdef.types {
        if let Some(function) = &words.error_text {
            let name = &function.text;
            diag.error(
                function.span,
                match is_table {
                    true => format!("a status does not know its library, so that `{name}` can't tell its text"),
                    false => format!("only C code can ask `{name}` for a text; add an `#include` that declares it"),
                },
            );
        }
        let ty = match item {
            Item::Record(id) => Type::Record(*id),
            Item::Typedef(id) => Type::Typedef(*id),
            _ => continue,
        };
        let target = QualType { ty, qualifiers: Qualifiers::default() };
        for by in words.destroy.iter().map(|destructor| &destructor.function).chain(&words.retain) {
            match words.is_number {
                true if is_table => {
                    let text = format!("a number does not know its library, so that `{}` can't be called", by.text);
                    let hint = "make the library static: `dlopen(\"lib….so\")`";
                    diag.error(by.span, format!("{text}; {hint}"));
                }
                true => {
                    let number = cdef.resolve(&target.ty);
                    ends(diag, traits, by, &|ty| cdef.resolve(&ty.ty) == number);
                }
                false => {
                    let handle = as_handle(cdef, facts, &target);
                    ends(diag, traits, by, &|ty| is_void(cdef, ty) || handle_of(cdef, facts, ty) == handle);
                }
            }
        }
        if let (Some(span), Item::Record(id), false) = (words.opaque, item, cdef.preamble.verified)
            && !cdef.records[id.0].fields().is_empty()
        {
            diag.error(span, "only C code can read the fields of its objects; add an `#include` that declares them");
        }
    }
    if is_table {
        optional(diag, traits);
    }
}

/// A function that is called with an object, as the block declares it.
fn ends(diag: &mut Diagnostics, traits: &Traits<'_>, by: &Name, takes: &dyn Fn(&QualType) -> bool) {
    let (cdef, name) = (traits.cdef(), &by.text);
    let Some(index) = cdef.functions.iter().position(|function| function.name.text == *name) else {
        let hint = match cdef.binding {
            Binding::Tables => "declare it, so that it is looked up in the library",
            Binding::Linker | Binding::Loader => "declare it, for no header does",
        };
        return diag.error(by.span, format!("`{name}` is not declared; {hint}"));
    };
    let signature = &cdef.functions[index].signature;
    if !matches!(signature.parameters.as_slice(), [only] if takes(only)) || signature.variadic {
        diag.error(by.span, format!("`{name}` does not take such an object, and nothing else"));
    }
    if cdef.optional.contains(&Item::Function(FunctionId(index))) {
        diag.error(by.span, format!("`{name}` may be missing, but these objects need it"));
    }
    if traits.direct_abi(signature).is_none() {
        diag.error(by.span, format!("only C code could call `{name}`, and here is none that knows its objects"));
    }
}

fn is_void(cdef: &Cdef, ty: &QualType) -> bool {
    matches!(cdef.resolve(&ty.ty), Type::Pointer(to) if *cdef.resolve(&to.ty) == Type::Void)
}

/// A stub for it would be a function of no library.
fn optional(diag: &mut Diagnostics, traits: &Traits<'_>) {
    let (cdef, facts) = (traits.cdef(), traits.facts());
    for item in &cdef.optional {
        let Item::Function(id) = item else { continue };
        let function = &cdef.functions[id.0];
        let is_ours = match facts.functions.get(id) {
            Some(FunctionFact::Defined | FunctionFact::Macro | FunctionFact::Converted) => true,
            Some(FunctionFact::External(_) | FunctionFact::Verbatim(_)) | None => function.noreturn,
        };
        if is_ours || traits.direct_abi(&function.signature).is_none() {
            let name = &function.name.text;
            let hint = "take `cdef_optional` away, or make the library static: `dlopen(\"lib….so\")`";
            diag.error(
                function.name.span,
                format!("`{name}` may be missing, and is called by C code that would not know its library; {hint}"),
            );
        }
    }
}

/// What safe functions refer to, and what words make an object.
pub(super) fn bound(
    cdef: &Cdef,
    facts: &Facts,
    verdicts: &BTreeMap<FunctionId, Verdict<QualType>>,
) -> BTreeSet<Handle> {
    let mut targets = Vec::new();
    for verdict in verdicts.values() {
        match verdict {
            Verdict::Safe(safe) => targets.extend(objects(safe)),
            Verdict::Unsafe(_) => {}
        }
    }
    for (item, words) in &cdef.types {
        let ty = match item {
            Item::Record(id) => Type::Record(*id),
            Item::Typedef(id) => Type::Typedef(*id),
            _ => continue,
        };
        if words.is_handle() {
            targets.push(QualType { ty, qualifiers: Qualifiers::default() });
        }
    }
    let handles = targets.iter().filter_map(|target| as_handle(cdef, facts, target));
    // The stream is C's own, whatever library uses it.
    handles.filter(|handle| *handle != Handle::File).collect()
}

fn objects(safe: &SafeFunction<QualType>) -> Vec<QualType> {
    let mut targets = Vec::new();
    let mut outcomes = vec![&safe.result];
    for role in &safe.roles {
        match role {
            Role::Reference { target, .. } | Role::Taken { target, .. } => targets.push(target.clone()),
            Role::OutPointer { what, .. } => outcomes.push(what),
            Role::Closure(closure) => targets.extend(closure.parameters.iter().filter_map(|given| match given {
                Given::Reference { target, .. } | Given::Owned { target, .. } => Some(target.clone()),
                _ => None,
            })),
            _ => {}
        }
    }
    targets.extend(outcomes.into_iter().filter_map(|outcome| match outcome {
        Outcome::Reference { target, .. } | Outcome::Owned { target, .. } => Some(target.clone()),
        _ => None,
    }));
    targets
}
