//! Spells types of the model in C: a type and a name in, a declaration out.

use crate::model::{
    Cdef, Convention, EnumId, Float, Function, Int, Length, Operand, Path, QualType, Qualifiers, RecordId, RecordKind,
    Signature, Type, Typedef, TypedefId, TypedefKind,
};

/// Lets a call convert what CFFI does: a `const` may be missing, but a pointer's type is not changed.
///
/// Compilers take numbers and `void *` anyway, and warn of names that they don't know.
pub(crate) const LENIENT: &str = "#pragma GCC diagnostic error \"-Wpointer-sign\"\n\
    #ifdef __clang__\n\
    #pragma GCC diagnostic ignored \"-Wincompatible-pointer-types-discards-qualifiers\"\n\
    #else\n\
    #pragma GCC diagnostic ignored \"-Wdiscarded-qualifiers\"\n\
    #endif\n";

/// Keeps compilers from warning of calling conventions that the target lacks.
pub(crate) fn quiet_conventions(cdef: &Cdef) -> &'static str {
    if !cdef.conventions().is_empty() { "#pragma GCC diagnostic ignored \"-Wattributes\"\n" } else { "" }
}

/// Declares `name` with a type, as in `int (*name)[3]`.
///
/// A declarator reads from the inside out (C11 6.7.6): the text grows around the name while the type is unwrapped.
pub(crate) fn declare(cdef: &Cdef, ty: &QualType, name: &str) -> String {
    let mut declarator = name.to_owned();
    let mut ty = ty;
    // The pointer to a function has written the function's convention.
    let mut is_written = false;
    loop {
        match &ty.ty {
            Type::Pointer(pointee) => {
                let qualifiers = qualifiers(ty.qualifiers);
                let space = if qualifiers.is_empty() || declarator.is_empty() { "" } else { " " };
                declarator = match &pointee.ty {
                    Type::Array(..) => format!("(*{qualifiers}{space}{declarator})"),
                    Type::Function(signature) => {
                        let convention = attribute(signature.convention);
                        format!("({convention}*{qualifiers}{space}{declarator})")
                    }
                    _ => format!("*{qualifiers}{space}{declarator}"),
                };
                is_written = matches!(pointee.ty, Type::Function(_));
                ty = pointee;
            }
            Type::Array(element, length) => {
                declarator.push_str(&bound(length));
                ty = element;
            }
            Type::Function(signature) => {
                let convention = attribute(signature.convention);
                if !convention.is_empty() && !is_written {
                    declarator = format!("({convention}{declarator})");
                }
                is_written = false;
                declarator.push_str(&parameters(cdef, signature));
                ty = &signature.result;
            }
            _ => {
                let specifiers = specifiers(cdef, ty);
                return if declarator.is_empty() { specifiers } else { format!("{specifiers} {declarator}") };
            }
        }
    }
}

/// The type alone, as in a cast: `int (*)[3]`.
pub(crate) fn spell(cdef: &Cdef, ty: &QualType) -> String {
    declare(cdef, ty, "")
}

/// A pointer to the type, as in a cast.
pub(crate) fn spell_pointer(cdef: &Cdef, ty: &QualType) -> String {
    let pointer = Type::Pointer(Box::new(ty.clone()));
    spell(cdef, &QualType { ty: pointer, qualifiers: Qualifiers::default() })
}

/// `struct s`, `t`, or what else names the record after its header.
pub(crate) fn record(cdef: &Cdef, id: RecordId) -> String {
    let record = &cdef.records[id.0];
    let keyword = match record.kind {
        RecordKind::Struct => "struct",
        RecordKind::Union => "union",
    };
    path(cdef, &record.path, keyword)
}

/// What messages call a record: as C does, or `struct s.f` for the type of a field that has no name of its own.
pub(crate) fn record_shown(cdef: &Cdef, id: RecordId) -> String {
    match &cdef.records[id.0].path {
        Path::Member(parent, index) => {
            let name = cdef.records[parent.0].fields().get(*index).and_then(|field| field.name.as_ref());
            let parent = record_shown(cdef, *parent);
            name.map_or_else(|| parent.clone(), |name| format!("{parent}.{}", name.text))
        }
        Path::Tag(_) | Path::Typedef(_) | Path::Pointee(_) | Path::Object(_) | Path::Anonymous => record(cdef, id),
    }
}

/// `enum e`, `t`, or the type of its enumerators, which is `int` (C11 6.7.2.2p3), for one without a name.
pub(crate) fn enumeration(cdef: &Cdef, id: EnumId) -> String {
    path(cdef, &cdef.enums[id.0].path, "enum")
}

/// The prototype of a function, without parameter names, which may be macros of the headers.
pub(crate) fn prototype(cdef: &Cdef, function: &Function) -> String {
    let declarator = format!("{}{}", function.name.text, parameters(cdef, &function.signature));
    // In front: behind the `*` of a result it could be about what that points to.
    let convention = attribute(function.signature.convention);
    format!("{convention}{}", declare(cdef, &function.signature.result, &declarator))
}

fn attribute(convention: Convention) -> String {
    convention.attribute().map_or_else(String::new, |name| format!("__attribute__((__{name}__)) "))
}

/// A prototype in which one parameter is an array again; `static` says that there is no less (C11 6.7.6.3p7).
pub(crate) fn prototype_with_array(cdef: &Cdef, function: &Function, index: usize, length: &str) -> String {
    let mut signature = function.signature.clone();
    if let Some(parameter) = signature.parameters.get_mut(index)
        && let Type::Pointer(element) = &parameter.ty
    {
        let ty = Type::Array(element.clone(), Length::Asked(length.to_owned()));
        *parameter = QualType { ty, qualifiers: Qualifiers::default() };
    }
    let function = Function { signature, ..function.clone() };
    prototype(cdef, &function)
}

/// Some of a function's parameters, under the block's names.
pub(crate) fn parameters_of(cdef: &Cdef, function: &Function, which: &[usize]) -> String {
    let parameters = which.iter().filter_map(|index| {
        let name = function.parameter_names.get(*index)?.as_ref()?;
        Some(declare(cdef, function.signature.parameters.get(*index)?, &name.text))
    });
    let parameters: Vec<String> = parameters.collect();
    if parameters.is_empty() { "void".to_owned() } else { parameters.join(", ") }
}

/// The variables that the expression writes to.
pub(crate) fn outputs(cdef: &Cdef, operand: &Operand) -> String {
    let outputs = operand.outputs.iter().map(|output| {
        let ty = QualType { ty: output.ty.ty.clone(), qualifiers: Qualifiers::default() };
        format!("{}; ", declare(cdef, &ty, &output.name))
    });
    outputs.collect()
}

pub(crate) fn int(int: Int) -> &'static str {
    match int {
        Int::Bool => "_Bool",
        Int::Char => "char",
        Int::SChar => "signed char",
        Int::UChar => "unsigned char",
        Int::Short => "short",
        Int::UShort => "unsigned short",
        Int::Int => "int",
        Int::UInt => "unsigned int",
        Int::Long => "long",
        Int::ULong => "unsigned long",
        Int::LongLong => "long long",
        Int::ULongLong => "unsigned long long",
        Int::Int128 => "__int128",
        Int::UInt128 => "unsigned __int128",
    }
}

pub(crate) fn float(float: Float) -> &'static str {
    match float {
        Float::Float => "float",
        Float::Double => "double",
        Float::LongDouble => "long double",
    }
}

fn path(cdef: &Cdef, path: &Path, keyword: &str) -> String {
    match path {
        Path::Tag(name) => format!("{keyword} {}", name.text),
        Path::Typedef(id) => cdef.typedefs[id.0].name.text.clone(),
        Path::Pointee(id) => pointee(&cdef.typedefs[id.0]),
        Path::Object(_) => "void".to_owned(),
        Path::Member(parent, index) => match member(cdef, *parent, *index) {
            Some(member) => format!("__typeof__({member})"),
            None => record(cdef, *parent),
        },
        Path::Anonymous => "int".to_owned(),
    }
}

/// What a typedef of a pointer, or of a pointer to a pointer, leads to.
fn pointee(typedef: &Typedef) -> String {
    let mut stars = String::from("*");
    if let TypedefKind::Exact(QualType { ty: Type::Pointer(pointee), .. }) = &typedef.kind {
        let mut ty = &pointee.ty;
        while let Type::Pointer(pointee) = ty {
            stars.push('*');
            ty = &pointee.ty;
        }
    }
    format!("__typeof__({stars}({})0)", typedef.name.text)
}

/// A named field's first scalar or record, as an expression.
fn member(cdef: &Cdef, parent: RecordId, index: usize) -> Option<String> {
    let (crate::model::Body::Exact(fields) | crate::model::Body::Partial(fields)) = &cdef.records[parent.0].body else {
        return None;
    };
    let field = fields.get(index)?;
    let name = &field.name.as_ref()?.text;
    let mut expression = format!("(({} *)0)->{name}", record(cdef, parent));
    let mut ty = &field.ty;
    loop {
        ty = match &ty.ty {
            Type::Array(element, _) => {
                expression.push_str("[0]");
                element
            }
            Type::Pointer(pointee) => {
                expression = format!("*{expression}");
                pointee
            }
            _ => return Some(expression),
        }
    }
}

fn specifiers(cdef: &Cdef, ty: &QualType) -> String {
    let name = match &ty.ty {
        Type::Void => "void".to_owned(),
        Type::Int(kind) => int(*kind).to_owned(),
        Type::Float(kind) => float(*kind).to_owned(),
        Type::Complex(kind) => format!("{} _Complex", float(*kind)),
        Type::Known(known) => known.name.to_owned(),
        Type::VaList => "__builtin_va_list".to_owned(),
        Type::Record(id) => record(cdef, *id),
        Type::Enum(id) => enumeration(cdef, *id),
        Type::Typedef(id) => cdef.typedefs[id.0].name.text.clone(),
        Type::Pointer(_) | Type::Array(..) | Type::Function(_) => String::new(),
    };
    let qualifiers = qualifiers(ty.qualifiers);
    match &ty.ty {
        _ if qualifiers.is_empty() => name,
        // In front of a macro for `int *`, they would be about what it points to.
        Type::Typedef(id) if is_pointer(cdef, *id) => format!("{name} {qualifiers}"),
        _ => format!("{qualifiers} {name}"),
    }
}

fn is_pointer(cdef: &Cdef, id: TypedefId) -> bool {
    match &cdef.typedefs[id.0].kind {
        TypedefKind::OpaquePointer => true,
        TypedefKind::Exact(ty) => matches!(cdef.resolve(&ty.ty), Type::Pointer(_)),
        TypedefKind::SomeInteger
        | TypedefKind::SomeFloat
        | TypedefKind::Opaque
        | TypedefKind::Implicit
        | TypedefKind::TypeOf => false,
    }
}

fn qualifiers(qualifiers: Qualifiers) -> String {
    let Qualifiers { is_const, is_volatile, is_restrict, is_atomic } = qualifiers;
    let words = [(is_const, "const"), (is_volatile, "volatile"), (is_restrict, "__restrict"), (is_atomic, "_Atomic")];
    let words: Vec<&str> = words.into_iter().filter(|(present, _)| *present).map(|(_, word)| word).collect();
    words.join(" ")
}

fn bound(length: &Length) -> String {
    match length {
        Length::Known(length) => format!("[{length}]"),
        Length::Asked(expression) => format!("[{expression}]"),
        Length::Hole | Length::Flexible => "[]".to_owned(),
    }
}

fn parameters(cdef: &Cdef, signature: &Signature) -> String {
    let mut parameters: Vec<String> = signature.parameters.iter().map(|ty| spell(cdef, ty)).collect();
    if signature.variadic {
        parameters.push("...".to_owned());
    }
    if parameters.is_empty() {
        parameters.push("void".to_owned());
    }
    format!("({})", parameters.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(ty: Type) -> QualType {
        QualType { ty, qualifiers: Qualifiers::default() }
    }

    fn pointer(to: QualType) -> QualType {
        plain(Type::Pointer(Box::new(to)))
    }

    fn array(of: QualType, length: Length) -> QualType {
        plain(Type::Array(Box::new(of), length))
    }

    fn function(result: QualType, parameters: Vec<QualType>, variadic: bool) -> QualType {
        let convention = Convention::C;
        plain(Type::Function(Box::new(Signature { result, parameters, variadic, convention })))
    }

    fn constant(mut ty: QualType) -> QualType {
        ty.qualifiers.is_const = true;
        ty
    }

    fn check(ty: QualType, name: &str, expected: &str) {
        assert_eq!(declare(&Cdef::default(), &ty, name), expected);
    }

    #[test]
    fn pointers_to_arrays_and_functions_take_parentheses() {
        let int = || plain(Type::Int(Int::Int));
        check(pointer(array(int(), Length::Known(3))), "a", "int (*a)[3]");
        check(array(pointer(int()), Length::Hole), "a", "int *a[]");
        check(pointer(function(int(), vec![pointer(int())], true)), "f", "int (*f)(int *, ...)");
        check(pointer(function(int(), vec![], false)), "", "int (*)(void)");
        check(function(pointer(function(int(), vec![], false)), vec![int()], false), "f", "int (*f(int))(void)");
    }

    #[test]
    fn a_qualifier_stands_where_it_qualifies() {
        let char = || plain(Type::Int(Int::Char));
        check(pointer(constant(char())), "s", "const char *s");
        check(constant(pointer(char())), "s", "char *const s");
        check(constant(pointer(pointer(constant(char())))), "s", "const char **const s");
        check(constant(pointer(function(char(), vec![], false))), "f", "char (*const f)(void)");
    }
}
