//! Ways through a block: its items, its types, and what a typedef stands for.

use super::{
    AssertionId, Cdef, ConstantId, ConstantKind, EnumId, FunctionId, Item, OperandId, Path, QualType, RecordId, Type,
    TypedefId, TypedefKind, VariableId,
};

impl Cdef {
    /// All items, types first.
    pub(crate) fn items(&self) -> impl Iterator<Item = Item> + use<> {
        let typedefs = (0..self.typedefs.len()).map(|index| Item::Typedef(TypedefId(index)));
        let records = (0..self.records.len()).map(|index| Item::Record(RecordId(index)));
        let enums = (0..self.enums.len()).map(|index| Item::Enum(EnumId(index)));
        let constants = (0..self.constants.len()).map(|index| Item::Constant(ConstantId(index)));
        let variables = (0..self.variables.len()).map(|index| Item::Variable(VariableId(index)));
        let functions = (0..self.functions.len()).map(|index| Item::Function(FunctionId(index)));
        let assertions = (0..self.assertions.len()).map(|index| Item::Assertion(AssertionId(index)));
        let operands = (0..self.operands.len()).map(|index| Item::Operand(OperandId(index)));
        let types = typedefs.chain(records).chain(enums);
        types.chain(constants).chain(variables).chain(functions).chain(assertions).chain(operands)
    }

    /// The records that words make objects of C's own, in order.
    pub(crate) fn handle_records(&self) -> impl Iterator<Item = RecordId> + '_ {
        self.types.iter().filter(|(_, words)| words.is_handle()).filter_map(|(item, _)| match item {
            Item::Record(id) if matches!(self.records[id.0].path, Path::Tag(_)) => Some(*id),
            _ => None,
        })
    }

    /// What a pointer typedef's words are about.
    pub(crate) fn object_of(&self, id: TypedefId) -> Option<Item> {
        self.types.get(&Item::Typedef(id)).and_then(|words| words.object)
    }

    /// Visits each type that the block writes, with the types inside it.
    pub(crate) fn each_type<'a>(&'a self, visit: &mut dyn FnMut(&'a QualType)) {
        for record in &self.records {
            for field in record.fields() {
                field.ty.each(visit);
            }
        }
        for typedef in &self.typedefs {
            if let TypedefKind::Exact(ty) = &typedef.kind {
                ty.each(visit);
            }
        }
        for function in &self.functions {
            function.signature.each(visit);
        }
        for variable in &self.variables {
            variable.ty.each(visit);
        }
        for constant in &self.constants {
            if let ConstantKind::Typed(ty) = &constant.kind {
                ty.each(visit);
            }
        }
    }

    /// The type behind typedefs that the block spells out; qualifiers of the way are lost.
    pub(crate) fn resolve<'a>(&'a self, ty: &'a Type) -> &'a Type {
        let mut ty = ty;
        // A typedef names an earlier one, so the way is at most as long as the list.
        for _ in 0..=self.typedefs.len() {
            match ty {
                Type::Typedef(id) => match &self.typedefs[id.0].kind {
                    TypedefKind::Exact(target) => ty = &target.ty,
                    _ => return ty,
                },
                _ => return ty,
            }
        }
        ty
    }
}
