//! A plan in, the C file of its stubs out: functions that Rust can call where it can't call the header's.

mod library;
mod words;

use std::fmt::Write;

use crate::cdecl;
use crate::model::{Cdef, ConstantKind, Function, QualType, Qualifiers, Type};
use crate::options::Tolerance;
use crate::plan::{Addressed, Definition, Ending, ErrnoUse, Passing, Plan, Stub, WeakItem};
use crate::preamble;

use library::Loaded;
pub(crate) use library::RUNTIME;

// Our own symbols are seen by the crate alone, so that two crates may hold the same block.
const HIDDEN: &str = "__attribute__((visibility(\"hidden\")))";

// Stands behind the user's code, which is to have its warnings.
// A stub may call what the header calls deprecated: the caller in Rust decides.
const QUIET: &str = "#pragma GCC diagnostic ignored \"-Wdeprecated-declarations\"\n";

/// Writes the C file; None if the block needs no stub.
///
/// Its `#line` files tell what a compiler's message is about: `cdef!p<n>` the n-th part of the preamble,
/// `cdef!b<n>` the definition and `cdef!f<n>`, `cdef!v<n>`, `cdef!c<n>` the stub of the n-th function, variable, constant.
pub(crate) fn write(plan: &Plan<'_>) -> Option<String> {
    if plan.stubs.is_empty() && plan.definitions.is_empty() {
        return None;
    }
    let mut text = preamble::write(plan.cdef);
    for (id, typedef) in preamble::own_typedefs(plan.cdef) {
        let name = &plan.cdef.typedefs[id.0].name.text;
        push(&mut text, format_args!("#ifndef {name}\n{typedef}\n#endif\n"));
    }
    text.push_str("#line 1 \"cdef!stubs\"\n");
    let loaded = Loaded::new(plan);
    let (defines, undefines) = loaded.define();
    text.extend(plan.library.as_ref().map(library::table));
    if !plan.definitions.is_empty() || plan.stubs.iter().any(|stub| matches!(stub, Stub::Alias { .. })) {
        text.push_str("#define CFFI_TEXT(x) #x\n#define CFFI_EXPANDED(x) CFFI_TEXT(x)\n");
    }
    if !plan.definitions.is_empty() {
        // C code of the block can't know which library is meant where that is a value.
        let is_redirected = !loaded.is_parameter();
        text.push_str(if is_redirected { &defines } else { "" });
        write_definitions(&mut text, plan);
        text.push_str(if is_redirected { &undefines } else { "" });
    }
    text.push_str(QUIET);
    text.push_str(cdecl::quiet_conventions(plan.cdef));
    let reads_errno = |stub: &Stub| matches!(stub, Stub::Call { errno: ErrnoUse::Read | ErrnoUse::Cleared, .. });
    if plan.stubs.iter().any(reads_errno) {
        text.push_str("#include <errno.h>\n");
    }
    match plan.tolerance {
        Tolerance::Exact => {}
        Tolerance::Lenient => text.push_str(cdecl::LENIENT),
    }
    let (macros, others): (Vec<_>, Vec<_>) = plan.stubs.iter().partition(|stub| loaded.hides(plan.cdef, stub));
    for stub in others {
        write_stub(&mut text, plan.cdef, &loaded, stub);
    }
    if !macros.is_empty() {
        text.push_str(&defines);
        for stub in macros {
            write_stub(&mut text, plan.cdef, &loaded.behind_macros(), stub);
        }
    }
    Some(text)
}

fn push(text: &mut String, arguments: std::fmt::Arguments<'_>) {
    text.write_fmt(arguments).expect("writing to a string doesn't fail");
}

fn write_definitions(text: &mut String, plan: &Plan<'_>) {
    let quiet = cdecl::quiet_conventions(plan.cdef);
    if !quiet.is_empty() {
        push(text, format_args!("#pragma GCC diagnostic push\n{quiet}"));
    }
    // The definitions keep their C names for one another, and get our symbols for the linker.
    for Definition { function, symbol } in &plan.definitions {
        let function = &plan.cdef.functions[function.0];
        let prototype = cdecl::prototype(plan.cdef, function);
        match symbol {
            Some(symbol) => push(
                text,
                format_args!("{HIDDEN} {prototype} __asm__(CFFI_EXPANDED(__USER_LABEL_PREFIX__) \"{symbol}\");\n"),
            ),
            None => push(text, format_args!("static {prototype};\n")),
        }
    }
    if !quiet.is_empty() {
        text.push_str("#pragma GCC diagnostic pop\n");
    }
    for Definition { function: id, symbol: _ } in &plan.definitions {
        if let Some(body) = &plan.cdef.functions[id.0].body {
            push(text, format_args!("#line 1 \"cdef!b{}\"\n{}\n", id.0, body.text));
        }
    }
}

fn write_stub(text: &mut String, cdef: &Cdef, loaded: &Loaded<'_>, stub: &Stub) {
    let mut hidden = Vec::new();
    let (place, head, body) = match stub {
        Stub::Call { function, symbol, parameters, result, ending, errno } => {
            let place = format!("f{}", function.0);
            let function = &cdef.functions[function.0];
            let (head, body) = match errno {
                ErrnoUse::None => call(cdef, function, symbol, parameters, *result, *ending),
                ErrnoUse::Read => errno_call(cdef, function, symbol, ""),
                ErrnoUse::Cleared => errno_call(cdef, function, symbol, "errno = 0; "),
            };
            (place, head, body)
        }
        Stub::Operand { function, operand, symbol, kind } => {
            hidden = words::parameters(cdef, *function, *operand);
            let (head, body) = words::operand(cdef, *function, *operand, symbol, *kind);
            (format!("o{}", operand.0), head, body)
        }
        Stub::Get { record, field, ty, symbol, kind } => {
            let (head, body) = words::get(cdef, *record, field, ty, symbol, *kind);
            ("field".to_owned(), head, body)
        }
        Stub::Destroy { target, by, symbol, status } => {
            let (head, body) = words::destroy(cdef, target, by, symbol, status.as_ref());
            ("destroy".to_owned(), head, body)
        }
        Stub::Retain { target, by, symbol, checked } => {
            let (head, body) = words::retain(cdef, target, by, symbol, *checked);
            ("retain".to_owned(), head, body)
        }
        Stub::StatusText { status, by, symbol } => {
            let parameter = format!("{} cffi_a0", cdef.typedefs[status.0].name.text);
            ("text".to_owned(), format!("const char *{symbol}({parameter})"), format!("return {by}(cffi_a0);"))
        }
        Stub::Free { by, symbol } => {
            ("free".to_owned(), format!("void {symbol}(void *cffi_a0)"), format!("{by}(cffi_a0);"))
        }
        Stub::Alias { function, symbol } => {
            let name = &cdef.functions[function.0].name.text;
            return push(
                text,
                format_args!(
                    "#line 1 \"cdef!f{}\"\nextern __typeof__({name}) {symbol} \
                     __attribute__((visibility(\"hidden\"), alias(CFFI_EXPANDED({name}))));\n",
                    function.0
                ),
            );
        }
        Stub::Address { of, symbol } => {
            let (place, name) = match of {
                Addressed::Variable(id) => (format!("v{}", id.0), &cdef.variables[id.0].name),
                Addressed::Constant(id) => (format!("c{}", id.0), &cdef.constants[id.0].name),
            };
            let body = format!("return (void *)&({});", name.text);
            (place, format!("void *{symbol}(void)"), body)
        }
        Stub::Weak { of, symbol } => {
            let (place, name) = match of {
                WeakItem::Variable(id) => (format!("v{}", id.0), &cdef.variables[id.0].name.text),
                WeakItem::Function(id) => (format!("f{}", id.0), &cdef.functions[id.0].name.text),
            };
            push(text, format_args!("#line 1 \"cdef!{place}\"\n#ifndef {name}\n"));
            push(text, format_args!("extern __typeof__({name}) {name} __attribute__((__weak__));\n#endif\n"));
            match of {
                WeakItem::Variable(_) => (place, format!("void *{symbol}(void)"), format!("return (void *)&({name});")),
                WeakItem::Function(_) => {
                    let body = format!("return (void (*)(void)){name};");
                    (place, format!("void (*{symbol}(void))(void)"), body)
                }
            }
        }
        Stub::Constant { constant, symbol, passing } => {
            let place = format!("c{}", constant.0);
            let constant = &cdef.constants[constant.0];
            let ty = match &constant.kind {
                ConstantKind::Typed(ty) => ty,
                // Never planned: only a declared type can be a function's result.
                ConstantKind::Macro => return,
            };
            let (head, body) = returning(cdef, ty, *passing, symbol, Vec::new(), &constant.name.text);
            (place, head, body)
        }
    };
    let body = loaded.redirect(&body, &hidden);
    let (head, body) = match stub.table_symbol() {
        Some(symbol) => loaded.with_table(symbol, head, body),
        None => (head, body),
    };
    // The prototype keeps `-Wmissing-prototypes` quiet.
    push(text, format_args!("#line 1 \"cdef!{place}\"\n{HIDDEN} {head};\n{head} {{ {body} }}\n"));
}

fn call(
    cdef: &Cdef,
    function: &Function,
    symbol: &str,
    passings: &[Passing],
    result: Passing,
    ending: Ending,
) -> (String, String) {
    let mut parameters = Vec::new();
    let mut arguments = Vec::new();
    for (index, (ty, passing)) in function.signature.parameters.iter().zip(passings).enumerate() {
        let name = format!("cffi_a{index}");
        match passing {
            Passing::Value => {
                parameters.push(cdecl::declare(cdef, &unqualified(ty), &name));
                arguments.push(name);
            }
            Passing::Pointer => {
                parameters.push(cdecl::declare(cdef, &pointer_to_const(ty), &name));
                arguments.push(format!("*{name}"));
            }
        }
    }
    let call = format!("{}({})", function.name.text, arguments.join(", "));
    match ending {
        Ending::Returns => returning(cdef, &function.signature.result, result, symbol, parameters, &call),
        Ending::Traps => (head("void ", symbol, &parameters), format!("(void){call}; __builtin_trap();")),
    }
}

/// A call whose `errno` is read before anything else can change it.
fn errno_call(cdef: &Cdef, function: &Function, symbol: &str, before: &str) -> (String, String) {
    let types = function.signature.parameters.iter().enumerate();
    let mut parameters: Vec<String> =
        types.map(|(index, ty)| cdecl::declare(cdef, &unqualified(ty), &format!("cffi_a{index}"))).collect();
    let arguments: Vec<String> = (0..parameters.len()).map(|index| format!("cffi_a{index}")).collect();
    parameters.push("int *cffi_errno".to_owned());
    let call = format!("{}({})", function.name.text, arguments.join(", "));
    let result = unqualified(&function.signature.result);
    let head = cdecl::declare(cdef, &result, &head("", symbol, &parameters));
    let body = match cdef.resolve(&result.ty) {
        Type::Void => format!("{before}{call}; *cffi_errno = errno;"),
        _ => {
            let declared = cdecl::declare(cdef, &result, "cffi_result");
            format!("{before}{declared} = {call}; *cffi_errno = errno; return cffi_result;")
        }
    };
    (head, body)
}

/// A function that returns the value of an expression.
fn returning(
    cdef: &Cdef,
    ty: &QualType,
    passing: Passing,
    symbol: &str,
    mut parameters: Vec<String>,
    value: &str,
) -> (String, String) {
    let ty = unqualified(ty);
    match passing {
        Passing::Value => {
            let declarator = head("", symbol, &parameters);
            let keyword = match cdef.resolve(&ty.ty) {
                Type::Void => "",
                _ => "return ",
            };
            (cdecl::declare(cdef, &ty, &declarator), format!("{keyword}{value};"))
        }
        // An initialiser and a copy, because a record with a constant member can't be assigned.
        Passing::Pointer => {
            parameters.insert(0, cdecl::declare(cdef, &pointer(ty.clone()), "cffi_out"));
            let result = cdecl::declare(cdef, &ty, "cffi_result");
            let copy = "__builtin_memcpy(cffi_out, &cffi_result, sizeof cffi_result);";
            (head("void ", symbol, &parameters), format!("{result} = {value}; {copy}"))
        }
    }
}

fn head(result: &str, symbol: &str, parameters: &[String]) -> String {
    let parameters = if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") };
    format!("{result}{symbol}({parameters})")
}

// Qualifiers of values that are passed mean nothing to the caller, and compilers warn about those of results.
fn unqualified(ty: &QualType) -> QualType {
    QualType { ty: ty.ty.clone(), qualifiers: Qualifiers::default() }
}

fn pointer_to_const(ty: &QualType) -> QualType {
    let qualifiers = Qualifiers { is_const: true, ..Qualifiers::default() };
    pointer(QualType { ty: ty.ty.clone(), qualifiers })
}

fn pointer(ty: QualType) -> QualType {
    QualType { ty: Type::Pointer(Box::new(ty)), qualifiers: Qualifiers::default() }
}

#[cfg(test)]
mod tests;
