//! The stubs that words need: what C evaluates, destroys and counts.

use super::{head, pointer, unqualified};
use crate::cdecl;
use crate::model::{Cdef, FunctionId, OperandId, QualType, RecordId};
use crate::plan::{GetterKind, OperandKind};

/// Returns whether the value is negative, and the value as bits; of text the text.
pub(super) fn operand(
    cdef: &Cdef,
    function: FunctionId,
    operand: OperandId,
    symbol: &str,
    kind: OperandKind,
) -> (String, String) {
    let operand = &cdef.operands[operand.0];
    let function = &cdef.functions[function.0];
    let parameters = cdecl::parameters_of(cdef, function, &operand.parameters);
    let (text, outputs) = (&operand.text, cdecl::outputs(cdef, operand));
    let value = "unsigned long long *cffi_value";
    let all = if operand.parameters.is_empty() { value.to_owned() } else { format!("{value}, {parameters}") };
    match kind {
        OperandKind::Number => (
            format!("_Bool {symbol}({all})"),
            // The sum promotes, so that no comparison is with a type's least value.
            format!(
                "{outputs}__typeof__(({text}) + 0) cffi_result = ({text}); *cffi_value = (unsigned long long)cffi_result; \
                 return !(cffi_result > 0 || cffi_result == 0);"
            ),
        ),
        OperandKind::Address => (
            format!("_Bool {symbol}({all})"),
            format!("{outputs}*cffi_value = (unsigned long long)(__UINTPTR_TYPE__)({text}); return 0;"),
        ),
        OperandKind::Text => (format!("const char *{symbol}({parameters})"), format!("{outputs}return ({text});")),
    }
}

pub(super) fn get(
    cdef: &Cdef,
    record: RecordId,
    field: &str,
    ty: &QualType,
    symbol: &str,
    kind: GetterKind,
) -> (String, String) {
    let parameter = format!("const {} *cffi_a0", cdecl::record(cdef, record));
    let body = format!("return cffi_a0->{field};");
    match kind {
        GetterKind::Value => (cdecl::declare(cdef, &unqualified(ty), &format!("{symbol}({parameter})")), body),
        GetterKind::Text | GetterKind::TextBehind => (format!("const char *{symbol}({parameter})"), body),
    }
}

pub(super) fn destroy(
    cdef: &Cdef,
    target: &QualType,
    by: &str,
    symbol: &str,
    status: Option<&QualType>,
) -> (String, String) {
    let parameters = [cdecl::declare(cdef, target, "cffi_a0")];
    match status {
        None => (head("void ", symbol, &parameters), format!("(void){by}(cffi_a0);")),
        Some(status) => {
            let declarator = head("", symbol, &parameters);
            (cdecl::declare(cdef, &unqualified(status), &declarator), format!("return {by}(cffi_a0);"))
        }
    }
}

/// Returns whether it was done.
pub(super) fn retain(cdef: &Cdef, target: &QualType, by: &str, symbol: &str, checked: bool) -> (String, String) {
    let parameters = [cdecl::declare(cdef, &pointer(target.clone()), "cffi_a0")];
    let body = match checked {
        true => format!("return {by}(cffi_a0) != 0;"),
        false => format!("(void){by}(cffi_a0); return 1;"),
    };
    (head("_Bool ", symbol, &parameters), body)
}

/// The names of the function's parameters, which an expression may use.
pub(super) fn parameters(cdef: &Cdef, function: FunctionId, operand: OperandId) -> Vec<&str> {
    let names = &cdef.functions[function.0].parameter_names;
    let used = cdef.operands[operand.0].parameters.iter();
    used.filter_map(|index| names.get(*index)?.as_ref()).map(|name| name.text.as_str()).collect()
}
