//! Words such as `unsigned long` in, one basic type out (C11 6.7.2p2).

use lang_c::ast::{DeclaratorKind, DerivedDeclarator, SpecifierQualifier, TypeName, TypeSpecifier};
use lang_c::span::Span;

use super::arithmetic::DataModel;
use crate::model::{Float, Int, KNOWN, KnownType, Type};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scalar {
    Int(Int),
    Float(Float),
}

/// How often each word was written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Words {
    void: u8,
    char: u8,
    short: u8,
    int: u8,
    int128: u8,
    long: u8,
    float: u8,
    double: u8,
    bool: u8,
    signed: u8,
    unsigned: u8,
    complex: u8,
}

impl Words {
    /// Counts a word; false if the specifier is of another kind.
    pub(crate) fn add(&mut self, specifier: &TypeSpecifier) -> bool {
        let count = match specifier {
            TypeSpecifier::Void => &mut self.void,
            TypeSpecifier::Char => &mut self.char,
            TypeSpecifier::Short => &mut self.short,
            TypeSpecifier::Int => &mut self.int,
            TypeSpecifier::Long => &mut self.long,
            TypeSpecifier::Float => &mut self.float,
            TypeSpecifier::Double => &mut self.double,
            TypeSpecifier::Bool => &mut self.bool,
            TypeSpecifier::Signed => &mut self.signed,
            TypeSpecifier::Unsigned => &mut self.unsigned,
            TypeSpecifier::Complex => &mut self.complex,
            TypeSpecifier::Atomic(_)
            | TypeSpecifier::Struct(_)
            | TypeSpecifier::Enum(_)
            | TypeSpecifier::TypedefName(_)
            | TypeSpecifier::TypeOf(_)
            | TypeSpecifier::TS18661Float(_) => return false,
        };
        *count = count.saturating_add(1);
        true
    }

    /// Counts a word by its spelling; false if it is of another kind.
    pub(crate) fn add_word(&mut self, word: &str) -> bool {
        let count = match word {
            "char" => &mut self.char,
            "short" => &mut self.short,
            "int" => &mut self.int,
            "__int128" => &mut self.int128,
            "long" => &mut self.long,
            "_Bool" => &mut self.bool,
            "float" => &mut self.float,
            "double" => &mut self.double,
            "signed" | "__signed" | "__signed__" => &mut self.signed,
            "unsigned" => &mut self.unsigned,
            "const" | "volatile" => return true,
            _ => return false,
        };
        *count = count.saturating_add(1);
        true
    }

    pub(crate) fn add_int128(&mut self) {
        self.int128 = self.int128.saturating_add(1);
    }

    pub(crate) fn is_empty(&self) -> bool {
        *self == Words::default()
    }

    /// The type that the words name, None if C has no such type.
    pub(crate) fn ty(self) -> Option<Type> {
        let Words { void, char, short, int, int128, long, float, double, bool, signed, unsigned, complex } = self;
        if int > 1 || signed.saturating_add(unsigned) > 1 || complex > 1 {
            return None;
        }
        let integer = [void, float, double, bool, complex] == [0; 5];
        let plain = signed + unsigned + int == 0;
        let is_unsigned = unsigned == 1;
        let either = |signed: Int, unsigned: Int| Some(Type::Int(if is_unsigned { unsigned } else { signed }));
        let real = |float: Float| Some(if complex == 1 { Type::Complex(float) } else { Type::Float(float) });
        match (char, short, long, int128) {
            (1, 0, 0, 0) if integer && int == 0 => match (signed, unsigned) {
                (0, 0) => Some(Type::Int(Int::Char)),
                _ => either(Int::SChar, Int::UChar),
            },
            (0, 1, 0, 0) if integer => either(Int::Short, Int::UShort),
            (0, 0, 0, 1) if integer && int == 0 => either(Int::Int128, Int::UInt128),
            (0, 0, 1, 0) if integer => either(Int::Long, Int::ULong),
            (0, 0, 2, 0) if integer => either(Int::LongLong, Int::ULongLong),
            (0, 0, 0, 0) if integer && !plain => either(Int::Int, Int::UInt),
            (0, 0, 1, 0) if plain && [void, float, bool, double] == [0, 0, 0, 1] => real(Float::LongDouble),
            (0, 0, 0, 0) if plain => match [void, float, double, bool, complex] {
                [1, 0, 0, 0, 0] => Some(Type::Void),
                [0, 1, 0, 0, _] => real(Float::Float),
                [0, 0, 1, 0, _] | [0, 0, 0, 0, 1] => real(Float::Double),
                [0, 0, 0, 1, 0] => Some(Type::Int(Int::Bool)),
                _ => None,
            },
            _ => None,
        }
    }
}

/// The basic or well-known type of a cast or `sizeof`.
pub(crate) fn scalar<'a>(
    name: &TypeName,
    slice: impl Fn(Span) -> &'a str,
    known: impl Fn(&str) -> Option<Scalar>,
) -> Option<Scalar> {
    if name.declarator.is_some() {
        return None;
    }
    let mut words = Words::default();
    let mut found = None;
    for specifier in &name.specifiers {
        match &specifier.node {
            SpecifierQualifier::TypeQualifier(_) | SpecifierQualifier::Extension(_) => {}
            SpecifierQualifier::TypeSpecifier(specifier) => match &specifier.node {
                TypeSpecifier::TypedefName(name) => found = Some(known(slice(name.span))?),
                TypeSpecifier::Int if slice(specifier.span) != "int" => return None,
                other => {
                    if !words.add(other) {
                        return None;
                    }
                }
            },
        }
    }
    match (found, words.is_empty()) {
        (Some(scalar), true) => Some(scalar),
        (None, false) => match words.ty()? {
            Type::Int(int) => Some(Scalar::Int(int)),
            Type::Float(float) => Some(Scalar::Float(float)),
            _ => None,
        },
        _ => None,
    }
}

pub(crate) fn known_scalar(name: &str, model: DataModel) -> Option<Scalar> {
    if name == "bool" {
        return Some(Scalar::Int(Int::Bool));
    }
    match KNOWN.iter().find(|known| known.name == name)?.is {
        KnownType::Primitive(rust) => model.primitive(rust).map(Scalar::Int),
        KnownType::File | KnownType::WideChar => None,
    }
}

/// `T *`, `R (*)(A)`: all data pointers have one size on our targets.
pub(crate) fn is_pointer(name: &TypeName) -> bool {
    let Some(declarator) = &name.declarator else {
        return false;
    };
    match &declarator.node.kind.node {
        DeclaratorKind::Abstract => {
            declarator.node.derived.iter().all(|part| matches!(part.node, DerivedDeclarator::Pointer(_)))
        }
        DeclaratorKind::Identifier(_) | DeclaratorKind::Declarator(_) => false,
    }
}
