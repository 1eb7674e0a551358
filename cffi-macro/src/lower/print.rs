//! The model as text, for tests.

use std::fmt::Write;

use crate::model::*;

/// One line an item, then the poisoned names.
pub(crate) fn print(cdef: &Cdef) -> String {
    let mut out = String::new();
    let mut line = |text: String| writeln!(out, "{}", text.trim_end()).expect("a String takes all");
    for part in &cdef.preamble.parts {
        line(format!("preamble {}", part.text));
    }
    for record in &cdef.records {
        let body = match &record.body {
            Body::Opaque => String::new(),
            Body::Exact(fields) => format!("{{ {}}}", fields.iter().map(|f| field(cdef, f)).collect::<String>()),
            Body::Partial(fields) => format!("{{ {}...; }}", fields.iter().map(|f| field(cdef, f)).collect::<String>()),
        };
        line(format!("{} {body}{}", record_name(cdef, record), docs(&record.origin.docs)));
    }
    for entry in &cdef.enums {
        let list = entry.enumerators.iter().flatten();
        let list = list.map(|e| format!("{}{}{}, ", e.name.text, value(&e.value), docs(&e.docs))).collect::<String>();
        let partial = if entry.partial { "..." } else { "" };
        let body = entry.enumerators.as_ref().map_or(String::new(), |_| format!("{{ {list}{partial}}}"));
        line(format!("enum {} {body}{}", path(cdef, &entry.path), docs(&entry.origin.docs)));
    }
    for typedef in &cdef.typedefs {
        let kind = match &typedef.kind {
            TypedefKind::Exact(ty) => qual_type(cdef, ty),
            other => format!("{other:?}"),
        };
        line(format!("typedef {} = {kind}{}", typedef.name.text, docs(&typedef.origin.docs)));
    }
    for function in &cdef.functions {
        let signature = signature(cdef, &function.signature);
        let names: Vec<&str> =
            function.parameter_names.iter().map(|name| name.as_ref().map_or("_", |name| &name.text)).collect();
        let noreturn = if function.noreturn { " noreturn" } else { "" };
        let label = function.asm_label.as_ref().map_or(String::new(), |label| format!(" asm {label}"));
        let body = function.body.as_ref().map_or(String::new(), |body| format!(" {}", body.text));
        let docs = docs(&function.origin.docs);
        line(format!("fn {}{signature} [{}]{noreturn}{label}{body}{docs}", function.name.text, names.join(" ")));
    }
    for variable in &cdef.variables {
        let local = if variable.thread_local { " thread_local" } else { "" };
        line(format!(
            "var {}: {}{local}{}",
            variable.name.text,
            qual_type(cdef, &variable.ty),
            docs(&variable.origin.docs)
        ));
    }
    for constant in &cdef.constants {
        let kind = match &constant.kind {
            ConstantKind::Macro => "macro".to_owned(),
            ConstantKind::Typed(ty) => qual_type(cdef, ty),
        };
        line(format!("const {}: {kind}{}{}", constant.name.text, value(&constant.value), docs(&constant.origin.docs)));
    }
    if !cdef.poisoned.is_empty() {
        line(format!("poisoned {}", cdef.poisoned.keys().cloned().collect::<Vec<_>>().join(" ")));
    }
    out
}

fn docs(docs: &[String]) -> String {
    if docs.is_empty() { String::new() } else { format!(" // {}", docs.join(" | ")) }
}

fn value(value: &Value) -> String {
    match value {
        Value::Hole => " = ...".to_owned(),
        Value::Given(expr) => format!(" = {}", self::expr(expr)),
    }
}

fn expr(expr: &Expr) -> String {
    match &expr.value {
        None => format!("{} (?)", expr.text),
        Some(Literal::Int(value, Int::Int)) if value.to_string() == expr.text => expr.text.clone(),
        Some(Literal::Int(value, ty)) => format!("{} ({value} {ty:?})", expr.text),
        Some(Literal::Float(value, ty)) => format!("{} ({value:?} {ty:?})", expr.text),
        Some(Literal::Str(bytes)) => format!("{} ({})", expr.text, bytes.escape_ascii()),
    }
}

fn field(cdef: &Cdef, field: &Field) -> String {
    let name = field.name.as_ref().map_or("_", |name| &name.text);
    let bits = field.bits.as_ref().map_or(String::new(), |bits| format!(" : {}", expr(bits)));
    format!("{name}: {}{bits}{}; ", qual_type(cdef, &field.ty), docs(&field.docs))
}

fn record_name(cdef: &Cdef, record: &Record) -> String {
    let kind = match record.kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    };
    format!("{kind} {}", path(cdef, &record.path))
}

fn path(cdef: &Cdef, path: &Path) -> String {
    match path {
        Path::Tag(name) => name.text.clone(),
        Path::Typedef(id) => format!("<{}>", cdef.typedefs[id.0].name.text),
        Path::Pointee(id) | Path::Object(id) => format!("<*{}>", cdef.typedefs[id.0].name.text),
        Path::Member(id, index) => format!("<{}.{index}>", record_name(cdef, &cdef.records[id.0])),
        Path::Anonymous => "<>".to_owned(),
    }
}

fn qual_type(cdef: &Cdef, ty: &QualType) -> String {
    let mut out = String::new();
    let qualifiers = ty.qualifiers;
    let words = [
        (qualifiers.is_const, "const "),
        (qualifiers.is_volatile, "volatile "),
        (qualifiers.is_restrict, "restrict "),
        (qualifiers.is_atomic, "atomic "),
    ];
    words.iter().filter(|(on, _)| *on).for_each(|(_, word)| out.push_str(word));
    let text = match &ty.ty {
        Type::Void => "void".to_owned(),
        Type::Int(int) => format!("{int:?}"),
        Type::Float(float) => format!("{float:?}"),
        Type::Complex(float) => format!("complex {float:?}"),
        Type::Known(known) => known.name.to_owned(),
        Type::VaList => "va_list".to_owned(),
        Type::Pointer(target) => format!("*{}", qual_type(cdef, target)),
        Type::Array(element, length) => {
            let length = match length {
                Length::Known(length) => length.to_string(),
                Length::Asked(text) => format!("? {text}"),
                Length::Hole => "...".to_owned(),
                Length::Flexible => String::new(),
            };
            format!("[{length}]{}", qual_type(cdef, element))
        }
        Type::Function(signature) => format!("fn{}", self::signature(cdef, signature)),
        Type::Record(id) => record_name(cdef, &cdef.records[id.0]),
        Type::Enum(id) => format!("enum {}", path(cdef, &cdef.enums[id.0].path)),
        Type::Typedef(id) => cdef.typedefs[id.0].name.text.clone(),
    };
    out + &text
}

fn signature(cdef: &Cdef, signature: &Signature) -> String {
    let mut parameters: Vec<String> = signature.parameters.iter().map(|ty| qual_type(cdef, ty)).collect();
    if signature.variadic {
        parameters.push("...".to_owned());
    }
    let convention = signature.convention.attribute().map_or(String::new(), |name| format!(" {name}"));
    format!("{convention}({}) -> {}", parameters.join(", "), qual_type(cdef, &signature.result))
}
