//! What the C compiler answered: the object file of a probe in, `Facts` out.

mod alignment;
mod bits;
mod convention;
mod enumeration;
mod object;
mod record;
mod typedef;
mod vector;
mod words;

use std::collections::{BTreeMap, BTreeSet};

use crate::model::{
    Arity, Body, Cdef, ConstantId, ConstantKind, Convention, EnumId, Float, FunctionId, Int, Item, Length, OperandId,
    QualType, RecordId, Type, TypedefId, Value, VariableId,
};
use crate::options::Tolerance;
use crate::probe::{CHAR_POINTER, CLASS_BUILTIN, K_HIGH, K_LONG_DOUBLE, Lessons, TYPE_WORDS, WIDE, has_name};

pub(crate) use self::alignment::AlignmentFact;
pub(crate) use self::bits::{BitPart, BitsFact};
pub(crate) use self::convention::read_convention;
pub(crate) use self::enumeration::EnumFact;
pub(crate) use self::object::definitions;
use self::object::{Object, Target};
pub(crate) use self::vector::VectorFact;
pub(crate) use self::words::{Attested, OperandFact};

/// The answers of the C compiler, by item; an item that was not asked has none.
#[derive(Clone, Debug, Default)]
pub(crate) struct Facts {
    pub(crate) functions: BTreeMap<FunctionId, FunctionFact>,
    pub(crate) variables: BTreeMap<VariableId, VariableFact>,
    pub(crate) constants: BTreeMap<ConstantId, ConstantFact>,
    pub(crate) typedefs: BTreeMap<TypedefId, TypeFact>,
    pub(crate) records: BTreeMap<RecordId, RecordFact>,
    pub(crate) enums: BTreeMap<EnumId, EnumFact>,
    pub(crate) operands: BTreeMap<OperandId, OperandFact>,
    /// What the headers attest of functions, as far as the compiler tells.
    pub(crate) attested: BTreeMap<FunctionId, Attested>,
    /// Typedefs of the headers that name a record which words make an object of C's own.
    pub(crate) aliases: BTreeMap<TypedefId, RecordId>,
    /// Typedefs of the headers that are aligned otherwise than the types that they name.
    pub(crate) alignments: BTreeMap<TypedefId, AlignmentFact>,
    /// Typedefs of the headers that are vectors.
    pub(crate) vectors: BTreeMap<TypedefId, VectorFact>,
    /// Optional items that the headers lack.
    pub(crate) absent: BTreeSet<Item>,
    /// What the block allows, and the stubs with it.
    pub(crate) tolerance: Tolerance,
    /// What functions are called otherwise than usual with, and whether that holds of variadic ones.
    pub(crate) conventions: BTreeSet<(Convention, Arity)>,
    /// The linker knows functions with them by names like `_f@4`, as on Windows with 32 bits.
    pub(crate) decorates: bool,
    /// What C's `long double` is; None if nobody was asked.
    pub(crate) long_double: Option<LongDoubleFact>,
    /// What the flags say of records.
    pub(crate) packing: Packing,
}

/// What `-fpack-struct` makes of records.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Packing {
    #[default]
    None,
    /// As if `#pragma pack` with this number stood in front of them.
    AtMost(u64),
    /// As if they were `packed`: gcc's, without a number.
    Packed,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LongDoubleFact {
    pub(crate) size: u64,
    pub(crate) align: u64,
    /// `LDBL_MANT_DIG`, which tells the format.
    pub(crate) digits: u64,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum FunctionFact {
    /// An external function; the symbol is the one that the linker sees, without a platform's leading underscore.
    External(String),
    /// The symbol of an `asm` label that carries no leading underscore on a platform that has them.
    Verbatim(String),
    /// `static inline`, C99 `inline`, or defined by the preamble.
    Defined,
    /// The preprocessor knows the name.
    Macro,
    /// An external function of another type, to which C converts.
    Converted,
}

/// What a type is, as far as `_Generic` and `__builtin_classify_type` tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    Int(Int),
    Float(Float),
    Complex(Float),
    Pointer,
    Record,
    /// An array or a function, which is adjusted to a pointer as a parameter (C11 6.7.6.3p7).
    Decaying,
    /// A vector, an incomplete or unknown type.
    Other,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct TypeFact {
    pub(crate) size: u64,
    pub(crate) align: u64,
    pub(crate) class: Class,
    /// The type is the one that the block declares; true where the block leaves it open.
    pub(crate) matches: bool,
    /// The length of each dimension that the block writes, outermost first; 0 for `[]`.
    pub(crate) lengths: Vec<u64>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct VariableFact {
    pub(crate) ty: TypeFact,
    /// The linker's name of a library's variable, where that was asked.
    pub(crate) symbol: Option<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct RecordFact {
    pub(crate) size: u64,
    pub(crate) align: u64,
    /// What the block's own `aligned` comes to; 1 without one.
    pub(crate) aligned: u64,
    /// By index in the body.
    pub(crate) fields: Vec<FieldFact>,
    /// An exact record holds fields that the block doesn't list.
    pub(crate) hidden: bool,
    /// Of an exact record with bitfields.
    pub(crate) replica: Option<Replica>,
}

/// How the compiler lays out the fields that the block lists.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Replica {
    pub(crate) size: u64,
    pub(crate) align: u64,
    /// Of each field that is reached by name, those of anonymous members included.
    pub(crate) places: Vec<Place>,
}

/// Where a field stands in a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    Byte(u64),
    /// Of a bitfield, the first bit in the order in which the target fills storage; 0 without a name.
    Bit(u64),
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct FieldFact {
    pub(crate) offset: u64,
    /// Of a bitfield, what the block's type is.
    pub(crate) ty: TypeFact,
    /// What the block's own `aligned` comes to; 1 without one.
    pub(crate) aligned: u64,
    /// The alignment of the Rust type, where a typedef has given the field's another.
    pub(crate) natural: Option<u64>,
    /// Of a bitfield alone.
    pub(crate) bits: Option<BitsFact>,
}

impl FieldFact {
    /// At the start, and nothing but its type is known.
    pub(crate) fn of(ty: TypeFact) -> FieldFact {
        FieldFact { offset: 0, ty, aligned: 1, natural: None, bits: None }
    }
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) struct ConstantFact {
    pub(crate) header: ConstantValue,
    /// What the block's own expression comes to.
    pub(crate) given: Option<ConstantValue>,
    /// What a getter returns is of the type that the block says; true where there is none.
    pub(crate) matches: bool,
}

#[derive(Clone, Debug, PartialEq)]
pub(crate) enum ConstantValue {
    Int(i128, Int),
    Float(f64, Float),
    /// The bytes of a `long double` without their padding, and the nearest `double`.
    LongDouble(Vec<u8>, f64),
    /// The bytes of an array of `char`, without its final NUL.
    Str(Vec<u8>),
    /// The elements of a wide string, without the final zero, by the size of one.
    Wide(Vec<u32>, u64),
    /// An expression that no data in the object file can show: a pointer, a call, a record.
    RunTime(Class),
}

/// Reads the object file of a probe.
///
/// # Errors
///
/// Says what the file lacks: it is not the one that the probe's text makes.
pub(crate) fn read(bytes: &[u8], cdef: &Cdef, lessons: &Lessons) -> Result<Facts, String> {
    let object = Object::parse(bytes)?;
    let reader = Reader { object, cdef, lessons };
    let long_double = Some(reader.long_double()?);
    let (absent, tolerance) = (lessons.absent.clone(), lessons.tolerance);
    let conventions = reader.conventions()?;
    let decorates = reader.object.decorates();
    let packing = reader.packing()?;
    let mut facts = Facts { long_double, packing, absent, tolerance, conventions, decorates, ..Facts::default() };
    for item in cdef.items().filter(|item| lessons.asks(*item)) {
        match item {
            Item::Typedef(id) => reader.typedef(id, &mut facts)?,
            Item::Record(id) => {
                let record = &cdef.records[id.0];
                let is_asked = !matches!(record.body, Body::Opaque) && has_name(&record.path);
                if is_asked && !cdef.is_anonymous_member(id) {
                    reader.record(id, &mut facts.records)?;
                }
            }
            Item::Enum(id) if cdef.enums[id.0].enumerators.is_some() => {
                facts.enums.insert(id, reader.enumeration(id)?);
            }
            Item::Enum(_) | Item::Assertion(_) => {}
            Item::Constant(id) => {
                let constant = &cdef.constants[id.0];
                let header = match &constant.kind {
                    ConstantKind::Macro => reader.value(&format!("cdef_k{}", id.0))?,
                    ConstantKind::Typed(_) => reader.typed(&format!("cdef_k{}", id.0))?,
                };
                let given = match &constant.value {
                    Value::Given(given) if given.value.is_none() => Some(reader.value(&format!("cdef_g{}", id.0))?),
                    Value::Given(_) | Value::Hole => None,
                };
                let typed = format!("cdef_y{}", id.0);
                let matches = !reader.object.has(&typed) || reader.object.word(&typed, 0)? == 1;
                facts.constants.insert(id, ConstantFact { header, given, matches });
            }
            Item::Variable(id) => {
                let dimensions = dimensions(&cdef.variables[id.0].ty);
                let ty = reader.type_fact(&format!("cdef_v{}", id.0), 0, dimensions)?;
                facts.variables.insert(id, VariableFact { ty, symbol: reader.variable_symbol(id.0)? });
            }
            Item::Function(id) if cdef.functions[id.0].body.is_none() => {
                facts.functions.insert(id, reader.function(id.0)?);
                if let Some(attested) = reader.attested(id)? {
                    facts.attested.insert(id, attested);
                }
            }
            Item::Function(_) => {}
            Item::Operand(id) => {
                facts.operands.insert(id, reader.operand(id)?);
            }
        }
    }
    Ok(facts)
}

/// Where `struct cdef_k` has its pointer.
const POINTER: u64 = 32;

struct Reader<'a> {
    object: Object<'a>,
    cdef: &'a Cdef,
    lessons: &'a Lessons,
}

impl Reader<'_> {
    fn long_double(&self) -> Result<LongDoubleFact, String> {
        let word = |index| self.object.word("cdef_l", index);
        Ok(LongDoubleFact { size: word(0)?, align: word(1)?, digits: word(2)? })
    }

    /// How the alignments that the prologue asks for come out.
    fn packing(&self) -> Result<Packing, String> {
        Ok(match (self.object.word("cdef_pack", 0)?, self.object.word("cdef_pack", 1)?) {
            (most @ ..64, _) => Packing::AtMost(most),
            (_, 1) => Packing::Packed,
            (_, _) => Packing::None,
        })
    }

    fn type_fact(&self, symbol: &str, first: usize, dimensions: usize) -> Result<TypeFact, String> {
        let word = |index| self.object.word(symbol, first + index);
        Ok(TypeFact {
            size: word(0)?,
            align: word(1)?,
            class: class(word(2)?),
            matches: word(3)? == 1,
            lengths: (0..dimensions).map(|index| word(TYPE_WORDS + index)).collect::<Result<_, _>>()?,
        })
    }

    /// What `Writer::value` asked.
    fn value(&self, symbol: &str) -> Result<ConstantValue, String> {
        let code = self.object.word(symbol, 0)?;
        let (literal, kind, is_array) = (code & 0xff, code >> 8 & 0xff, code >> 16 != 0);
        let size = self.object.word(symbol, 1)?;
        Ok(match kind {
            // `__builtin_classify_type` says 1 to 4 of integers (2: char, 3: enum, 4: bool) and 8 of floats.
            1..=4 => self.integer(symbol, literal)?,
            8 => self.float(symbol, literal)?,
            5 if is_array => self.array(symbol, size)?,
            5 if literal == CHAR_POINTER || WIDE.contains(&literal) => self.string(symbol, literal, size)?,
            5 => ConstantValue::RunTime(Class::Pointer),
            12 | 13 => ConstantValue::RunTime(Class::Record),
            _ => ConstantValue::RunTime(class(literal)),
        })
    }

    /// The value of `static const T X;`; without one it comes from a call.
    fn typed(&self, symbol: &str) -> Result<ConstantValue, String> {
        if !self.object.has(symbol) {
            return Ok(ConstantValue::RunTime(Class::Other));
        }
        let code = self.object.word(symbol, 0)?;
        match class(code) {
            Class::Int(_) => self.integer(symbol, code),
            Class::Float(_) => self.float(symbol, code),
            class @ (Class::Complex(_) | Class::Pointer | Class::Record | Class::Decaying | Class::Other) => {
                Ok(ConstantValue::RunTime(class))
            }
        }
    }

    fn integer(&self, symbol: &str, code: u64) -> Result<ConstantValue, String> {
        let Class::Int(kind) = class(code) else {
            return Ok(ConstantValue::RunTime(Class::Other));
        };
        let word = self.object.word(symbol, 2)?;
        Ok(match kind {
            Int::Int128 | Int::UInt128 => {
                let high = self.object.word_at(symbol, K_HIGH)?;
                let bits = u128::from(high) << 64 | u128::from(word);
                match (kind, i128::try_from(bits)) {
                    (Int::Int128, _) => ConstantValue::Int(bits.cast_signed(), kind),
                    (_, Ok(value)) => ConstantValue::Int(value, kind),
                    (_, Err(_)) => ConstantValue::RunTime(Class::Int(kind)),
                }
            }
            Int::Bool | Int::UChar | Int::UShort | Int::UInt | Int::ULong | Int::ULongLong => {
                ConstantValue::Int(i128::from(word), kind)
            }
            // Plain `char` is signed or not; the word was sign-extended if it is.
            Int::Char | Int::SChar | Int::Short | Int::Int | Int::Long | Int::LongLong => {
                ConstantValue::Int(signed(word, true), kind)
            }
        })
    }

    fn float(&self, symbol: &str, code: u64) -> Result<ConstantValue, String> {
        let Class::Float(kind) = class(code) else {
            return Ok(ConstantValue::RunTime(Class::Other));
        };
        let nearest = f64::from_bits(self.object.word(symbol, 3)?);
        if kind != Float::LongDouble {
            return Ok(ConstantValue::Float(nearest, kind));
        }
        let significant = match self.long_double()?.digits {
            64 => 10,
            113 => 16,
            53 => 8,
            _ => return Ok(ConstantValue::RunTime(Class::Float(kind))),
        };
        Ok(ConstantValue::LongDouble(self.object.raw(symbol, K_LONG_DOUBLE, significant)?, nearest))
    }

    /// An array of `char`, to its end.
    fn array(&self, symbol: &str, size: u64) -> Result<ConstantValue, String> {
        let Some(bytes) = self.object.pointed(symbol, POINTER)? else {
            return Ok(ConstantValue::RunTime(Class::Pointer));
        };
        let length = usize::try_from(size.saturating_sub(1)).unwrap_or(usize::MAX);
        Ok(ConstantValue::Str(bytes.get(..length).ok_or("a string ends early")?.to_vec()))
    }

    /// What a pointer leads to, up to the first NUL, and arrays of wide characters.
    fn string(&self, symbol: &str, literal: u64, size: u64) -> Result<ConstantValue, String> {
        let Some(bytes) = self.object.pointed(symbol, POINTER)? else {
            return Ok(ConstantValue::RunTime(Class::Pointer));
        };
        if literal == CHAR_POINTER {
            return Ok(ConstantValue::Str(bytes.iter().copied().take_while(|byte| *byte != 0).collect()));
        }
        let width = self.object.wide_width(literal);
        let elements = bytes.chunks_exact(width).map(|element| self.object.element(element));
        let pointer = if self.object.is_64() { 8 } else { 4 };
        // An array of a pointer's size reads like a pointer, up to its first zero.
        let elements: Vec<u32> = if size == pointer {
            elements.take_while(|element| *element != 0).collect()
        } else {
            let length = usize::try_from(size).unwrap_or(0) / width;
            elements.take(length.saturating_sub(1)).collect()
        };
        Ok(ConstantValue::Wide(elements, width as u64))
    }

    /// None for a macro, a variable of the preamble's own, and where it was not asked.
    fn variable_symbol(&self, index: usize) -> Result<Option<String>, String> {
        let address = format!("cdef_x{index}");
        if !self.object.has(&address) {
            return Ok(None);
        }
        Ok(match self.object.target(&address)? {
            Target::Undefined(name) | Target::Verbatim(name) => Some(name),
            Target::Defined => None,
        })
    }

    fn function(&self, index: usize) -> Result<FunctionFact, String> {
        if self.object.has(&format!("cdef_m{index}")) {
            return Ok(FunctionFact::Macro);
        }
        if self.object.has(&format!("cdef_l{index}")) {
            return Ok(FunctionFact::Converted);
        }
        Ok(match self.object.target(&format!("cdef_a{index}"))? {
            Target::Undefined(name) => FunctionFact::External(name),
            Target::Verbatim(name) => FunctionFact::Verbatim(name),
            Target::Defined => FunctionFact::Defined,
        })
    }
}

/// How many lengths a type's answer has.
fn dimensions(ty: &QualType) -> usize {
    match &ty.ty {
        Type::Array(element, Length::Known(_) | Length::Asked(_) | Length::Hole | Length::Flexible) => {
            1 + dimensions(element)
        }
        _ => 0,
    }
}

fn signed(word: u64, negative: bool) -> i128 {
    if negative { i128::from(word.cast_signed()) } else { i128::from(word) }
}

/// The class behind a code of `cdef_class` or `cdef_literal`.
fn class(code: u64) -> Class {
    const INTS: [Int; 14] = [
        Int::Bool,
        Int::Char,
        Int::SChar,
        Int::UChar,
        Int::Short,
        Int::UShort,
        Int::Int,
        Int::UInt,
        Int::Long,
        Int::ULong,
        Int::LongLong,
        Int::ULongLong,
        Int::Int128,
        Int::UInt128,
    ];
    let int = usize::try_from(code).ok().and_then(|code| INTS.get(code.wrapping_sub(1)));
    match (int, code) {
        (Some(int), _) => Class::Int(*int),
        (None, 20) => Class::Float(Float::Float),
        (None, 21) => Class::Float(Float::Double),
        (None, 22) => Class::Float(Float::LongDouble),
        (None, 23) => Class::Complex(Float::Float),
        (None, 24) => Class::Complex(Float::Double),
        (None, 25) => Class::Complex(Float::LongDouble),
        (None, _) => match code.wrapping_sub(CLASS_BUILTIN) {
            5 => Class::Pointer,
            12 | 13 => Class::Record,
            _ => Class::Other,
        },
    }
}
