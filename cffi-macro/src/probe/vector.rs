//! Vectors: whether a type of the headers is one, and of what.

use std::fmt::Write;

use super::{About, CLASSES, Writer};
use crate::cdecl;
use crate::model::{Item, TypedefId};

/// `cdef_lanes`: the class of a vector's elements, 0 of another type; `cdef_width`: their size.
pub(super) fn define(text: &mut String) {
    let numbers =
        CLASSES.iter().filter(|(name, _)| !name.contains("_Complex") && !matches!(*name, "_Bool" | "long double"));
    let vectors = numbers
        .map(|(name, code)| format!("{name} __attribute__((__vector_size__(cdef_power(sizeof(T))))) *: {code}, "));
    // Other sizes are those of no vector, and compilers refuse them.
    let _ = writeln!(
        text,
        "#define cdef_power(n) ((n) >= 8 && (n) <= 4096 && !((n) & ((n) - 1)) ? (n) : 16)\n\
         #define cdef_lanes(T) _Generic((T *)0, {}default: 0)\n\
         #define cdef_width(c) ((c) <= 4 ? 1 : (c) <= 6 ? sizeof(short) : (c) <= 8 ? sizeof(int) : \
         (c) <= 10 ? sizeof(long) : (c) <= 12 ? sizeof(long long) : (c) == 20 ? sizeof(float) : sizeof(double))",
        vectors.collect::<String>()
    );
}

impl Writer<'_> {
    /// `cdef_lanes`, and in `cdef_vector` whether the block's own vector is the header's.
    pub(super) fn vector(&mut self, id: TypedefId, name: &str) {
        let span = self.cdef.typedefs[id.0].name.span;
        self.question(Item::Typedef(id), About::Type, span);
        self.push(format_args!(
            "enum {{ cdef_lanesc{0} = cdef_lanes({name}) }}; \
             CDEF_U const cdef_u64 cdef_lanes{0}[] = {{ cdef_lanesc{0}, cdef_width(cdef_lanesc{0}) }};",
            id.0
        ));
        if let Some(vector) = self.cdef.vectors.get(&id) {
            let own = cdecl::declare(self.cdef, &vector.element, &format!("cdef_own{}", id.0));
            let attribute = &vector.attribute;
            self.question(Item::Typedef(id), About::Given, span);
            self.push(format_args!(
                "typedef {own} __attribute__(({attribute})); CDEF_U const cdef_u64 cdef_vector{0} = \
                 _Generic(({name} *)0, cdef_own{0} *: 1, default: 0);",
                id.0
            ));
        }
    }
}
