//! What stands in front of the probe and of the stubs alike: a block in, C text out.

use std::collections::BTreeSet;
use std::fmt::Write;

use crate::cdecl;
use crate::model::{Cdef, Item, KNOWN, KnownType, Path, Type, TypedefId, TypedefKind, WCHAR};

/// The user's own text, and the headers of the known types that the block uses.
pub(crate) fn write(cdef: &Cdef) -> String {
    let mut text = String::new();
    for (index, part) in cdef.preamble.parts.iter().enumerate() {
        let _ = writeln!(text, "#line 1 \"cdef!p{index}\"\n{}", part.text);
    }
    let mut headers = BTreeSet::new();
    known_headers(cdef, &mut headers);
    text.push_str("#line 1 \"cdef!known\"\n");
    for header in headers {
        let _ = writeln!(text, "#include <{header}>");
    }
    text
}

/// The typedefs that the block may give a name of their own: what words say of them is said of that name.
///
/// C takes a second typedef of one name and type (C11 6.7p3), but no typedef of the name of a macro: these stand for
/// what the headers make of them.
pub(crate) fn own_typedefs(cdef: &Cdef) -> impl Iterator<Item = (TypedefId, String)> + '_ {
    let own = cdef.types.keys().filter_map(|item| match item {
        Item::Typedef(id) => Some(*id),
        _ => None,
    });
    own.filter_map(|id| {
        let typedef = &cdef.typedefs[id.0];
        let TypedefKind::Exact(ty) = &typedef.kind else { return None };
        let names_itself = match ty.ty {
            Type::Record(record) => !matches!(cdef.records[record.0].path, Path::Tag(_)),
            Type::Enum(item) => !matches!(cdef.enums[item.0].path, Path::Tag(_)),
            _ => false,
        };
        let aligned: String = typedef.aligned.iter().map(|aligned| format!(" {}", aligned.text)).collect();
        let declarator = cdecl::declare(cdef, ty, &typedef.name.text);
        (!names_itself).then(|| (id, format!("typedef {declarator}{aligned};")))
    })
}

/// The freestanding headers (C11 4p6) behind the known types of a block.
///
/// What only a hosted C library has (`ssize_t`, `FILE`) is left to the user's own `#include`s.
fn known_headers(cdef: &Cdef, headers: &mut BTreeSet<&'static str>) {
    if cdef.typedefs.iter().any(|typedef| typedef.kind == TypedefKind::Implicit && typedef.name.text == WCHAR.name) {
        headers.insert(WCHAR.header);
    }
    let used = |name: &str| KNOWN.iter().find(|known| known.name == name);
    cdef.each_type(&mut |ty| {
        if let Type::Known(known) = &ty.ty
            && let Some(known) = used(known.name)
            && matches!(known.is, KnownType::Primitive(_))
            && matches!(known.header, "stddef.h" | "stdint.h")
        {
            headers.insert(known.header);
        }
    });
}
