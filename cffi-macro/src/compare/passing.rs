//! Refuses values that neither Rust's calling convention nor a stub can pass.

use crate::cdecl;
use crate::diag::Diagnostics;
use crate::facts::{Class, Facts};
use crate::model::{Cdef, ConstantKind, Item, QualType, Signature, Span, Type, TypedefId, TypedefKind};
use crate::plan::Traits;

/// Functions are called through a stub where a value needs it; what has no room for a stub is refused here.
pub(super) fn passing(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts) {
    let mut judge = Judge { diag, cdef, facts, traits: Traits::new(cdef, facts) };
    for item in cdef.items() {
        match item {
            Item::Function(id) => {
                let function = &cdef.functions[id.0];
                judge.function(function.name.span, function);
            }
            Item::Record(id) => {
                for field in cdef.records[id.0].fields() {
                    judge.inside(field.span, &field.ty);
                }
            }
            Item::Typedef(id) => {
                let typedef = &cdef.typedefs[id.0];
                if let TypedefKind::Exact(ty) = &typedef.kind {
                    judge.inside(typedef.name.span, ty);
                }
            }
            Item::Variable(id) => judge.inside(cdef.variables[id.0].name.span, &cdef.variables[id.0].ty),
            Item::Constant(id) => {
                let constant = &cdef.constants[id.0];
                if let ConstantKind::Typed(ty) = &constant.kind {
                    judge.inside(constant.name.span, ty);
                }
            }
            Item::Enum(_) | Item::Assertion(_) | Item::Operand(_) => {}
        }
    }
}

struct Judge<'a> {
    diag: &'a mut Diagnostics,
    cdef: &'a Cdef,
    facts: &'a Facts,
    traits: Traits<'a>,
}

impl Judge<'_> {
    fn function(&mut self, span: Span, function: &crate::model::Function) {
        let name = &function.name.text;
        if let Some(why) = self.uncallable(&function.signature) {
            if function.signature.variadic {
                let hint = "write a C function that takes a `va_list`";
                return self.diag.error(span, format!("Rust can't call `{name}`, because it {why}; {hint}"));
            } else if !self.cdef.preamble.verified {
                let hint = "only a stub in C can call it; add an `#include` that declares it";
                return self.diag.error(span, format!("`{name}` {why}: {hint}"));
            }
        }
        for (index, ty) in values(&function.signature).enumerate() {
            let named = function.parameter_names.get(index).and_then(Option::as_ref);
            let span = named.map_or(span, |name| name.span);
            self.inside(span, ty);
            if !self.traits.needs_pointer(ty) {
                continue;
            }
            let spelled = cdecl::spell(self.cdef, ty);
            if function.signature.variadic {
                self.diag.error(
                    span,
                    format!(
                        "`{name}` takes variable arguments, so no stub can pass `{spelled}` for it; write a C function \
                         that takes a pointer"
                    ),
                );
            } else if !self.cdef.preamble.verified {
                self.diag.error(
                    span,
                    format!(
                        "`{name}` passes `{spelled}` by value, which needs a stub in C; add an `#include` that \
                         declares it"
                    ),
                );
            }
        }
    }

    /// Judges the function types inside a type: they are called through pointers, without a stub.
    fn inside(&mut self, span: Span, ty: &QualType) {
        let mut refused = Vec::new();
        let mut uncallable = None;
        ty.each(&mut |ty| {
            if let Type::Function(signature) = &ty.ty {
                uncallable = uncallable.take().or_else(|| self.uncallable(signature));
                refused.extend(values(signature).filter(|ty| self.traits.needs_pointer(ty)));
            }
        });
        if let Some(why) = uncallable {
            let hint = "hide it behind C functions";
            self.diag.error(span, format!("Rust can't call a pointer to a function that {why}; {hint}"));
        }
        for ty in refused {
            let spelled = cdecl::spell(self.cdef, ty);
            let reason = match self.cdef.resolve(&ty.ty) {
                Type::Int(_) | Type::Float(_) | Type::Complex(_) => "Rust has no calling convention for it",
                // A vector, or a number of C's that Rust lacks.
                Type::Typedef(id) if self.class(*id) == Some(Class::Other) => "Rust has no calling convention for it",
                _ => "registers depend on all of its fields",
            };
            self.diag.error(
                span,
                format!("a pointer to a function can't pass `{spelled}` by value: {reason}; pass a pointer to it"),
            );
        }
    }
}

impl Judge<'_> {
    fn class(&self, id: TypedefId) -> Option<Class> {
        self.facts.typedefs.get(&id).map(|fact| fact.class)
    }

    /// Why Rust can't call a function, although it can pass each of its values.
    fn uncallable(&self, signature: &Signature) -> Option<String> {
        let passable = values(signature).all(|ty| !self.traits.needs_pointer(ty));
        if !passable || self.traits.direct_abi(signature).is_some() {
            return None;
        }
        let convention = signature.convention.attribute()?;
        Some(match self.traits.abi(signature) {
            None if signature.variadic => format!("is `{convention}` and takes variable arguments"),
            None => format!("is `{convention}`, which stable Rust has no word for"),
            Some(_) => format!("is `{convention}` and passes records by value"),
        })
    }
}

fn values(signature: &Signature) -> impl Iterator<Item = &QualType> {
    signature.parameters.iter().chain([&signature.result])
}
