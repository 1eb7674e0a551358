//! The C functions that we write, decided to the last argument.

use crate::judge::ErrnoUse;
use crate::model::{ConstantId, FunctionId, OperandId, QualType, RecordId, TypedefId, VariableId};

use super::{GetterKind, OperandKind, Passing};

/// A function of the block's own C code.
#[derive(Clone, Debug)]
pub(crate) struct Definition {
    pub(crate) function: FunctionId,
    /// None where the code says `static`.
    pub(crate) symbol: Option<String>,
}

/// A C function that we write.
#[derive(Clone, Debug)]
pub(crate) enum Stub {
    Call {
        function: FunctionId,
        symbol: String,
        parameters: Vec<Passing>,
        result: Passing,
        ending: Ending,
        errno: ErrnoUse,
    },
    /// Evaluates the expression of a word, which may name parameters of a function.
    Operand {
        function: FunctionId,
        operand: OperandId,
        symbol: String,
        kind: OperandKind,
    },
    /// Reads a field.
    Get {
        record: RecordId,
        field: String,
        ty: QualType,
        symbol: String,
        kind: GetterKind,
    },
    /// Destroys an object.
    Destroy {
        target: QualType,
        by: String,
        symbol: String,
        status: Option<QualType>,
    },
    /// Counts one owner more.
    Retain {
        target: QualType,
        by: String,
        symbol: String,
        /// What the function returns is zero on failure.
        checked: bool,
    },
    /// Tells the text of a status.
    StatusText {
        status: TypedefId,
        by: String,
        symbol: String,
    },
    /// Frees memory.
    Free {
        by: String,
        symbol: String,
    },
    /// Another symbol of a variadic function, whose arguments no call can hand on.
    Alias {
        function: FunctionId,
        symbol: String,
    },
    Address {
        of: Addressed,
        symbol: String,
    },
    Constant {
        constant: ConstantId,
        symbol: String,
        passing: Passing,
    },
    /// Returns the address of what a library may lack, or null.
    Weak {
        of: WeakItem,
        symbol: String,
    },
}

impl Stub {
    /// The symbol of a stub that may call the library, and gets its table where that is a value.
    pub(crate) fn table_symbol(&self) -> Option<&str> {
        match self {
            Stub::Call { symbol, .. }
            | Stub::Operand { symbol, .. }
            | Stub::Address { symbol, .. }
            | Stub::Constant { symbol, .. } => Some(symbol),
            Stub::Get { .. }
            | Stub::Destroy { .. }
            | Stub::Retain { .. }
            | Stub::StatusText { .. }
            | Stub::Free { .. }
            | Stub::Alias { .. }
            | Stub::Weak { .. } => None,
        }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WeakItem {
    Function(FunctionId),
    Variable(VariableId),
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ending {
    Returns,
    /// The block says that the function doesn't return; should it do so, the program stops.
    Traps,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Addressed {
    Variable(VariableId),
    Constant(ConstantId),
}
