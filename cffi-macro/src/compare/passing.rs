//! Refuses values that neither Rust's calling convention nor a stub can pass.

use crate::cdecl;
use crate::diag::Diagnostics;
use crate::facts::Facts;
use crate::model::{Cdef, ConstantKind, Item, QualType, Signature, Span, Type, TypedefKind};
use crate::plan::needs_pointer;

/// Functions are called through a stub where a value needs it; what has no room for a stub is refused here.
pub(super) fn passing(diag: &mut Diagnostics, cdef: &Cdef, facts: &Facts) {
    let mut judge = Judge { diag, cdef, facts };
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
}

impl Judge<'_> {
    fn function(&mut self, span: Span, function: &crate::model::Function) {
        let name = &function.name.text;
        for (index, ty) in values(&function.signature).enumerate() {
            let named = function.parameter_names.get(index).and_then(Option::as_ref);
            let span = named.map_or(span, |name| name.span);
            self.inside(span, ty);
            if !needs_pointer(self.cdef, self.facts, ty) {
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
        ty.each(&mut |ty| {
            if let Type::Function(signature) = &ty.ty {
                refused.extend(values(signature).filter(|ty| needs_pointer(self.cdef, self.facts, ty)));
            }
        });
        for ty in refused {
            let spelled = cdecl::spell(self.cdef, ty);
            let reason = match self.cdef.resolve(&ty.ty) {
                Type::Int(_) | Type::Float(_) | Type::Complex(_) => "Rust has no calling convention for it",
                _ => "registers depend on all of its fields",
            };
            self.diag.error(
                span,
                format!("a pointer to a function can't pass `{spelled}` by value: {reason}; pass a pointer to it"),
            );
        }
    }
}

fn values(signature: &Signature) -> impl Iterator<Item = &QualType> {
    signature.parameters.iter().chain([&signature.result])
}
