//! C's integer types: their widths, conversions and operators (C11 6.3.1, 6.5).

use lang_c::ast::BinaryOperator;

use super::constant::{Eval, Why};
use crate::model::{Float, Int, Literal};

/// The sizes of integer types on a target.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum DataModel {
    Lp64,
    Llp64,
    Ilp32,
}

impl DataModel {
    /// The model of a target triple.
    pub(crate) fn of(target: &str) -> DataModel {
        let arch = target.split('-').next().unwrap_or("");
        let narrow = ["gnux32", "ilp32"].iter().any(|abi| target.contains(abi)) || arch == "arm64_32";
        let wide = ["64", "s390x", "sparcv9"].iter().any(|wide| arch.contains(wide));
        // `x86_64` is wide, `mips64` too, `arm64_32` is not.
        match (narrow || !wide, target.contains("windows")) {
            (true, _) => DataModel::Ilp32,
            (false, true) => DataModel::Llp64,
            (false, false) => DataModel::Lp64,
        }
    }

    pub(crate) fn bits(self, int: Int) -> u32 {
        match int {
            Int::Bool => 1,
            Int::Char | Int::SChar | Int::UChar => 8,
            Int::Short | Int::UShort => 16,
            Int::Int | Int::UInt => 32,
            Int::Long | Int::ULong => match self {
                DataModel::Lp64 => 64,
                DataModel::Llp64 | DataModel::Ilp32 => 32,
            },
            Int::LongLong | Int::ULongLong => 64,
            Int::Int128 | Int::UInt128 => 128,
        }
    }

    pub(crate) fn bytes(self, int: Int) -> i128 {
        i128::from(self.bits(int).div_ceil(8))
    }

    pub(crate) fn size_t(self) -> Int {
        match self {
            DataModel::Lp64 => Int::ULong,
            DataModel::Llp64 => Int::ULongLong,
            DataModel::Ilp32 => Int::UInt,
        }
    }

    /// The C type behind a Rust primitive.
    pub(crate) fn primitive(self, rust: &str) -> Option<Int> {
        let wide = self == DataModel::Lp64;
        Some(match rust {
            "i8" => Int::SChar,
            "u8" => Int::UChar,
            "i16" => Int::Short,
            "u16" => Int::UShort,
            "i32" => Int::Int,
            "u32" => Int::UInt,
            "i64" if wide => Int::Long,
            "i64" => Int::LongLong,
            "u64" if wide => Int::ULong,
            "u64" => Int::ULongLong,
            "usize" => self.size_t(),
            "isize" => to_signed(self.size_t()),
            _ => return None,
        })
    }

    /// Whether `value` is one of `int`; None for a plain `char` beyond ASCII.
    pub(crate) fn holds(self, int: Int, value: i128) -> bool {
        let bits = self.bits(int);
        match is_signed(int) {
            _ if bits > 64 => false,
            true => (-(1i128 << (bits - 1))..1i128 << (bits - 1)).contains(&value),
            false => (0..1i128 << bits).contains(&value),
        }
    }

    /// The first type of the list that holds the value.
    pub(crate) fn first_fit(self, value: i128, types: &[Int]) -> Option<Int> {
        types.iter().copied().find(|&int| self.holds(int, value))
    }

    /// Converts, with C's wrapping (C11 6.3.1.3; for signed types as all compilers do it).
    pub(crate) fn convert(self, value: i128, to: Int) -> Eval<i128> {
        let bits = self.bits(to);
        match to {
            Int::Bool => Ok(i128::from(value != 0)),
            Int::Char if !(0..128).contains(&value) => Err(Why::Unknown),
            Int::Int128 | Int::UInt128 => Err(Why::Unknown),
            _ => {
                let low = value & ((1i128 << bits) - 1);
                let negative = is_signed(to) && low >> (bits - 1) == 1;
                Ok(if negative { low - (1i128 << bits) } else { low })
            }
        }
    }

    /// C11 6.3.1.1p2.
    pub(crate) fn promote(self, int: Int) -> Int {
        if rank(int) < rank(Int::Int) { Int::Int } else { int }
    }

    // C11 6.3.1.8.
    pub(crate) fn common(self, a: Int, b: Int) -> Int {
        let (a, b) = (self.promote(a), self.promote(b));
        let (high, low) = if rank(a) >= rank(b) { (a, b) } else { (b, a) };
        if is_signed(high) == is_signed(low) || !is_signed(high) {
            high
        } else if rank(high) == rank(low) {
            low
        } else if self.bits(high) > self.bits(low) {
            high
        } else {
            to_unsigned(high)
        }
    }

    /// An integer operator whose operands were both evaluated.
    pub(crate) fn binary(self, op: &BinaryOperator, a: (i128, Int), b: (i128, Int)) -> Eval<Literal> {
        if matches!(op, BinaryOperator::ShiftLeft | BinaryOperator::ShiftRight) {
            return self.shift(op, a, b);
        }
        let ty = self.common(a.1, b.1);
        let (a, b) = (self.convert(a.0, ty)?, self.convert(b.0, ty)?);
        let truth = |truth: bool| Ok(Literal::Int(i128::from(truth), Int::Int));
        let value = match op {
            BinaryOperator::Multiply => a.wrapping_mul(b),
            BinaryOperator::Divide | BinaryOperator::Modulo if b == 0 => {
                return Err(Why::Invalid("division by zero"));
            }
            BinaryOperator::Divide => a / b,
            BinaryOperator::Modulo => {
                if is_signed(ty) && !self.holds(ty, a / b) {
                    return Err(Why::Invalid("the value overflows its type"));
                }
                a % b
            }
            BinaryOperator::Plus => a + b,
            BinaryOperator::Minus => a - b,
            BinaryOperator::BitwiseAnd => a & b,
            BinaryOperator::BitwiseXor => a ^ b,
            BinaryOperator::BitwiseOr => a | b,
            BinaryOperator::Less => return truth(a < b),
            BinaryOperator::Greater => return truth(a > b),
            BinaryOperator::LessOrEqual => return truth(a <= b),
            BinaryOperator::GreaterOrEqual => return truth(a >= b),
            BinaryOperator::Equals => return truth(a == b),
            BinaryOperator::NotEquals => return truth(a != b),
            _ => return Err(Why::Unknown),
        };
        self.in_type(value, ty)
    }

    fn shift(self, op: &BinaryOperator, a: (i128, Int), b: (i128, Int)) -> Eval<Literal> {
        let ty = self.promote(a.1);
        let value = self.convert(a.0, ty)?;
        let Some(count) = u32::try_from(b.0).ok().filter(|&count| count < self.bits(ty)) else {
            return Err(Why::Invalid("the shift is negative or longer than its type"));
        };
        if *op == BinaryOperator::ShiftRight {
            return Ok(Literal::Int(value >> count, ty));
        }
        // `1 << 31` and negative operands are undefined in C11, yet every compiler gives the wrapped value, and
        // headers rely on it.
        self.convert(value << count, ty).map(|value| Literal::Int(value, ty))
    }

    /// A result in its type: unsigned ones wrap, signed ones must fit (C11 6.5p5).
    pub(crate) fn in_type(self, value: i128, ty: Int) -> Eval<Literal> {
        if is_signed(ty) && !self.holds(ty, value) {
            return Err(Why::Invalid("the value overflows its type"));
        }
        self.convert(value, ty).map(|value| Literal::Int(value, ty))
    }
}

fn rank(int: Int) -> u8 {
    match int {
        Int::Bool => 0,
        Int::Char | Int::SChar | Int::UChar => 1,
        Int::Short | Int::UShort => 2,
        Int::Int | Int::UInt => 3,
        Int::Long | Int::ULong => 4,
        Int::LongLong | Int::ULongLong => 5,
        Int::Int128 | Int::UInt128 => 6,
    }
}

pub(crate) fn is_signed(int: Int) -> bool {
    match int {
        Int::Char | Int::SChar | Int::Short | Int::Int | Int::Long | Int::LongLong | Int::Int128 => true,
        Int::Bool | Int::UChar | Int::UShort | Int::UInt | Int::ULong | Int::ULongLong | Int::UInt128 => false,
    }
}

pub(crate) fn to_unsigned(int: Int) -> Int {
    match int {
        Int::Char | Int::SChar => Int::UChar,
        Int::Short => Int::UShort,
        Int::Int => Int::UInt,
        Int::Long => Int::ULong,
        Int::LongLong => Int::ULongLong,
        Int::Int128 => Int::UInt128,
        unsigned => unsigned,
    }
}

fn to_signed(int: Int) -> Int {
    match int {
        Int::UChar => Int::SChar,
        Int::UShort => Int::Short,
        Int::UInt => Int::Int,
        Int::ULong => Int::Long,
        Int::ULongLong => Int::LongLong,
        Int::UInt128 => Int::Int128,
        signed => signed,
    }
}

/// A floating operator; `long double` is left to C.
pub(crate) fn float_binary(op: &BinaryOperator, a: (f64, Float), b: (f64, Float)) -> Eval<Literal> {
    let ty = a.1.max(b.1);
    let (a, b) = (a.0, b.0);
    let truth = |truth: bool| Ok(Literal::Int(i128::from(truth), Int::Int));
    let value = match op {
        BinaryOperator::Multiply => a * b,
        BinaryOperator::Divide => a / b,
        BinaryOperator::Plus => a + b,
        BinaryOperator::Minus => a - b,
        BinaryOperator::Less => return truth(a < b),
        BinaryOperator::Greater => return truth(a > b),
        BinaryOperator::LessOrEqual => return truth(a <= b),
        BinaryOperator::GreaterOrEqual => return truth(a >= b),
        BinaryOperator::Equals => return truth(a == b),
        BinaryOperator::NotEquals => return truth(a != b),
        _ => return Err(Why::Unknown),
    };
    to_float(value, ty)
}

pub(crate) fn to_float(value: f64, ty: Float) -> Eval<Literal> {
    match ty {
        Float::Float => Ok(Literal::Float(f64::from(value as f32), ty)),
        Float::Double => Ok(Literal::Float(value, ty)),
        Float::LongDouble => Err(Why::Unknown),
    }
}
