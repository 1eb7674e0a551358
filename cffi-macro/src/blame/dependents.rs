//! Types that C does not know in, what is made of them out.

use std::cell::OnceCell;
use std::collections::BTreeMap;

use crate::model::{
    Cdef, ConstantId, ConstantKind, EnumId, FunctionId, Item, Path, QualType, RecordId, Type, TypedefId, TypedefKind,
    VariableId,
};
use crate::probe::Lessons;

/// Who uses which type, once it has been asked.
#[derive(Default)]
pub(super) struct Dependents {
    users: OnceCell<BTreeMap<Item, Vec<Item>>>,
}

impl Dependents {
    /// Leaves out a type that C does not know, and what is made of it.
    pub(super) fn drop(&self, cdef: &Cdef, gone: Item, lessons: &mut Lessons) {
        let users = self.users.get_or_init(|| users(cdef));
        let mut open = vec![gone];
        while let Some(item) = open.pop() {
            if lessons.dropped.insert(item) {
                open.extend(users.get(&item).into_iter().flatten());
            }
        }
    }
}

/// For each type, the items that are made of it.
pub(super) fn users(cdef: &Cdef) -> BTreeMap<Item, Vec<Item>> {
    let mut users: BTreeMap<Item, Vec<Item>> = BTreeMap::new();
    let mut note = |user: Item, ty: &QualType| {
        ty.each(&mut |inner| {
            let used = match inner.ty {
                Type::Typedef(id) => Item::Typedef(id),
                Type::Record(id) => Item::Record(id),
                Type::Enum(id) => Item::Enum(id),
                _ => return,
            };
            users.entry(used).or_default().push(user);
        });
    };
    for (index, record) in cdef.records.iter().enumerate() {
        for field in record.fields() {
            note(Item::Record(RecordId(index)), &field.ty);
        }
        if let Path::Typedef(id) | Path::Pointee(id) = record.path {
            let ty = QualType { ty: Type::Typedef(id), qualifiers: Default::default() };
            note(Item::Record(RecordId(index)), &ty);
        }
    }
    for (index, enumeration) in cdef.enums.iter().enumerate() {
        if let Path::Typedef(id) = enumeration.path {
            note(Item::Enum(EnumId(index)), &QualType { ty: Type::Typedef(id), qualifiers: Default::default() });
        }
    }
    for (index, typedef) in cdef.typedefs.iter().enumerate() {
        if let TypedefKind::Exact(ty) = &typedef.kind {
            note(Item::Typedef(TypedefId(index)), ty);
        }
    }
    for (index, function) in cdef.functions.iter().enumerate() {
        for ty in function.signature.parameters.iter().chain([&function.signature.result]) {
            note(Item::Function(FunctionId(index)), ty);
        }
    }
    for (index, variable) in cdef.variables.iter().enumerate() {
        note(Item::Variable(VariableId(index)), &variable.ty);
    }
    for (index, constant) in cdef.constants.iter().enumerate() {
        if let ConstantKind::Typed(ty) = &constant.kind {
            note(Item::Constant(ConstantId(index)), ty);
        }
    }
    users
}
