//! Calling conventions: whether the target has them, and which one a function of the headers has.

use std::fmt::Write;

use super::{Writer, prologue};
use crate::cdecl;
use crate::model::{Arity, CONVENTIONS, Cdef, Convention, Function, QualType, Qualifiers, Signature, Type};

impl Writer<'_> {
    /// `cdef_conventions`: of each that the block names, whether functions with it are of the type of those without.
    pub(super) fn conventions(&mut self) {
        let same = |(convention, arity): (Convention, Arity)| {
            let name = convention.attribute().unwrap_or("cdecl");
            let parameters = match arity {
                Arity::Fixed => "void",
                Arity::Variadic => "int, ...",
            };
            let with = format!("void (__attribute__((__{name}__)) *)({parameters})");
            format!("__builtin_types_compatible_p(void (*)({parameters}), {with})")
        };
        let words: Vec<String> = self.cdef.conventions().into_iter().map(same).collect();
        if !words.is_empty() {
            self.push(format_args!("CDEF_U const cdef_u64 cdef_conventions[] = {{ {} }};", words.join(", ")));
        }
    }
}

/// Asks which convention makes the block's function the header's: C's own, then each of `CONVENTIONS`.
pub(crate) fn write_convention(cdef: &Cdef, function: &Function) -> String {
    let mut text = prologue(cdef);
    for (id, typedef) in crate::preamble::own_typedefs(cdef) {
        let _ = writeln!(text, "#ifndef {}\n{typedef}\n#endif", cdef.typedefs[id.0].name.text);
    }
    let name = &function.name.text;
    let words = [Convention::C].into_iter().chain(CONVENTIONS).map(|convention| {
        let ty = Type::Function(Box::new(Signature { convention, ..function.signature.clone() }));
        let like = cdecl::spell_pointer(cdef, &QualType { ty, qualifiers: Qualifiers::default() });
        format!("__builtin_types_compatible_p(__typeof__(&{name}), {like})")
    });
    let words: Vec<String> = words.collect();
    let _ = writeln!(text, "CDEF_U const cdef_u64 cdef_which[] = {{ {} }};", words.join(", "));
    text
}
