//! Typedefs that have an alignment of their own: `typedef int t __attribute__((aligned(64)));`.

use std::fmt::Write;

use super::{About, CLASSES, Writer};
use crate::cdecl;
use crate::model::{Body, Cdef, Item, KnownType, Length, QualType, Type, Typedef, TypedefId, TypedefKind};

/// `cdef_natural`: how the number or pointer that is the value of `x`, of the type `T`, is aligned; else what `T` is.
pub(super) fn define(text: &mut String) {
    let numbers: String = CLASSES.iter().map(|(name, _)| format!("{name}: _Alignof({name}), ")).collect();
    let _ = writeln!(
        text,
        "#define cdef_natural(x, T) _Generic((x), {numbers}default: \\\n\
         __builtin_classify_type(x) == 5 ? _Alignof(void *) : _Alignof(T))"
    );
}

impl Writer<'_> {
    /// `cdef_align`: what the typedef is aligned to, then the type that it names, then what the block says, if it does.
    pub(super) fn alignment(&mut self, id: TypedefId, typedef: &Typedef) {
        let name = &typedef.name.text;
        let target = match &typedef.kind {
            _ if self.lessons.incomplete.contains(&id) => None,
            TypedefKind::Exact(ty) => {
                let ty = super::ask::filled(ty, &format!("(*({name} *)0)"));
                is_complete(self.cdef, &ty).then(|| format!("_Alignof({})", cdecl::spell(self.cdef, &ty)))
            }
            TypedefKind::Implicit | TypedefKind::SomeInteger | TypedefKind::SomeFloat | TypedefKind::OpaquePointer => {
                Some(format!("cdef_natural((*({name} *)0), {name})"))
            }
            TypedefKind::TypeOf | TypedefKind::Opaque => None,
        };
        if let Some(target) = target {
            self.question(Item::Typedef(id), About::Type, typedef.name.span);
            self.push(format_args!("CDEF_U const cdef_u64 cdef_align{}[] = {{ _Alignof({name}), {target} }};", id.0));
        }
        if !typedef.aligned.is_empty() {
            let given: String = typedef.aligned.iter().map(|aligned| format!(" {}", aligned.text)).collect();
            self.question(Item::Typedef(id), About::Given, typedef.name.span);
            self.push(format_args!(
                "typedef __typeof__({name}) cdef_given{0}{given}; \
                 CDEF_U const cdef_u64 cdef_given_align{0}[] = {{ _Alignof({name}), _Alignof(cdef_given{0}) }};",
                id.0
            ));
        }
    }
}

/// Whether the block alone tells that the type has a size.
fn is_complete(cdef: &Cdef, ty: &QualType) -> bool {
    match cdef.resolve(&ty.ty) {
        Type::Int(_) | Type::Float(_) | Type::Complex(_) | Type::Pointer(_) => true,
        Type::Known(known) => known.is != KnownType::File,
        Type::Array(element, Length::Known(_)) => is_complete(cdef, element),
        Type::Record(id) => !matches!(cdef.records[id.0].body, Body::Opaque),
        Type::Enum(id) => cdef.enums[id.0].enumerators.is_some(),
        Type::Void | Type::Array(..) | Type::Function(_) | Type::VaList | Type::Typedef(_) => false,
    }
}
