//! The answers about words: what their expressions come to, and what the headers attest of functions.

use super::{Class, ConstantValue, Reader, class};
use crate::model::{FunctionId, Int, OperandId};
use crate::probe::CHAR_POINTER;

/// What a function's own declaration in the headers says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Attested {
    /// By position: the parameter must not be null.
    pub(crate) nonnull: Vec<bool>,
    /// The result must be used.
    pub(crate) must_use: bool,
}

/// What the expression of a word is.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum OperandFact {
    /// An integer that C knows while it compiles.
    Constant(i128, Int),
    /// An integer that C knows while the program runs.
    Number(Int),
    /// A pointer, likewise.
    Address,
    /// A `char *`.
    Text,
    Other,
}

impl Reader<'_> {
    pub(super) fn attested(&self, id: FunctionId) -> Result<Option<Attested>, String> {
        let symbol = format!("cdef_attest{}", id.0);
        if !self.object.has(&symbol) {
            return Ok(None);
        }
        let count = self.cdef.functions[id.0].signature.parameters.len();
        let word = |index| self.object.word(&symbol, index).map(|word| word != 0);
        let nonnull = (0..count).map(word).collect::<Result<_, _>>()?;
        Ok(Some(Attested { nonnull, must_use: word(count)? }))
    }

    pub(super) fn operand(&self, id: OperandId) -> Result<OperandFact, String> {
        let operand = &self.cdef.operands[id.0];
        let symbol = format!("cdef_operand{}", id.0);
        if operand.function.is_some() && !operand.parameters.is_empty() || !operand.outputs.is_empty() {
            return Ok(match self.object.word(&symbol, 0)? {
                CHAR_POINTER => OperandFact::Text,
                code => match class(code) {
                    Class::Int(Int::Int128 | Int::UInt128) => OperandFact::Other,
                    Class::Int(int) => OperandFact::Number(int),
                    Class::Pointer => OperandFact::Address,
                    Class::Float(_) | Class::Complex(_) | Class::Record | Class::Decaying | Class::Other => {
                        OperandFact::Other
                    }
                },
            });
        }
        if self.object.word(&symbol, 0)? & 0xff == CHAR_POINTER {
            return Ok(OperandFact::Text);
        }
        Ok(match self.value(&symbol)? {
            ConstantValue::Int(_, Int::Int128 | Int::UInt128)
            | ConstantValue::RunTime(Class::Int(Int::Int128 | Int::UInt128)) => OperandFact::Other,
            ConstantValue::Int(value, int) => OperandFact::Constant(value, int),
            ConstantValue::RunTime(Class::Int(int)) => OperandFact::Number(int),
            ConstantValue::RunTime(Class::Pointer) => OperandFact::Address,
            ConstantValue::Str(_)
            | ConstantValue::RunTime(_)
            | ConstantValue::Float(..)
            | ConstantValue::LongDouble(..)
            | ConstantValue::Wide(..) => OperandFact::Other,
        })
    }
}
