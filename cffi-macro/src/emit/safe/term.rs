//! Expressions of words as Rust: they come to what C's come to, or to a panic where a length would wrap.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use crate::model::{Int, OperandId, Operator, Term};
use crate::plan::{Form, OperandKind, Role};

/// A length that C knew while it compiled.
pub(super) fn constant(term: &Term) -> Literal {
    match term {
        Term::Int(value) => Literal::u64_unsuffixed(u64::try_from(*value).unwrap_or(0)),
        _ => Literal::u64_unsuffixed(0),
    }
}

pub(super) fn literal(value: i128) -> TokenStream {
    let magnitude = Literal::u128_unsuffixed(value.unsigned_abs());
    let sign = (value < 0).then(|| quote!(-));
    quote!((#sign #magnitude as ::core::primitive::i128))
}

/// The parts of an expression that have a value of their own.
pub(super) trait Leaves {
    /// The value, in the Rust type of C's.
    fn native(&self, leaf: &Term) -> TokenStream;

    /// The function that the expression is about.
    fn c_name(&self) -> &str;
}

/// The status that a destructor returned.
pub(super) struct Status<'a>(pub(super) &'a str);

impl Leaves for Status<'_> {
    fn native(&self, _: &Term) -> TokenStream {
        quote!(__result.0)
    }

    fn c_name(&self) -> &str {
        self.0
    }
}

/// What becomes of numbers that C's types don't hold.
#[derive(Clone, Copy)]
enum Overflow {
    Never,
    /// As in C.
    Wraps,
}

/// An `i128`.
pub(super) fn number(leaves: &dyn Leaves, term: &Term) -> TokenStream {
    match term {
        Term::Int(value) | Term::Typed(value, _) => literal(*value),
        Term::Operand(_) | Term::Parameter(_) | Term::Target(_) | Term::Result | Term::Errno => {
            let native = leaves.native(term);
            quote!((#native as ::core::primitive::i128))
        }
        Term::Negative(_) | Term::Binary(..) | Term::Not(_) | Term::Conditional(_) => {
            let typed = typed(leaves, term, Overflow::Never);
            quote!(__cffi_rt::__private::number::value(#typed))
        }
    }
}

/// A number in the type that C computes in.
fn typed(leaves: &dyn Leaves, term: &Term, overflow: Overflow) -> TokenStream {
    let c_name = leaves.c_name();
    let held = match overflow {
        Overflow::Never => quote!(__cffi_rt::__private::number::Never),
        Overflow::Wraps => quote!(__cffi_rt::__private::number::Wraps),
    };
    match term {
        Term::Int(value) => {
            let (literal, ty) =
                (literal(*value), c_type(if i32::try_from(*value).is_ok() { Int::Int } else { Int::LongLong }));
            quote!(__cffi_rt::__private::number::promote(#literal as #ty))
        }
        Term::Typed(value, int) => {
            let (literal, ty) = (literal(*value), c_type(*int));
            quote!(__cffi_rt::__private::number::promote(#literal as #ty))
        }
        Term::Operand(_) | Term::Parameter(_) | Term::Target(_) | Term::Result | Term::Errno => {
            let native = leaves.native(term);
            quote!(__cffi_rt::__private::number::promote(#native))
        }
        Term::Negative(inner) => {
            let inner = typed(leaves, inner, overflow);
            quote!(__cffi_rt::__private::number::neg::<#held, _>(#inner, #c_name))
        }
        Term::Binary(operator, left, right) if !operator.is_logical() => {
            let (left, right) = (typed(leaves, left, overflow), typed(leaves, right, overflow));
            let name = match operator {
                Operator::Add => "add",
                Operator::Subtract => "sub",
                Operator::Multiply => "mul",
                Operator::Divide => "div",
                _ => "rem",
            };
            let name = format_ident!("{name}");
            quote!(__cffi_rt::__private::number::#name::<#held, _, _>(#left, #right, #c_name))
        }
        Term::Not(_) | Term::Binary(..) => {
            let truth = truth(leaves, term);
            quote!(__cffi_rt::__private::number::promote(#truth))
        }
        Term::Conditional(parts) => {
            let [condition, then, otherwise] = &**parts;
            let condition = truth(leaves, condition);
            let (then, otherwise) = (typed(leaves, then, overflow), typed(leaves, otherwise, overflow));
            quote!(__cffi_rt::__private::number::choose(#condition, || #then, || #otherwise))
        }
    }
}

/// A `bool`.
pub(super) fn truth(leaves: &dyn Leaves, term: &Term) -> TokenStream {
    match term {
        Term::Not(inner) => {
            let inner = truth(leaves, inner);
            quote!(!(#inner))
        }
        Term::Binary(operator, left, right) if operator.is_logical() => {
            let (sign, is) = match operator {
                Operator::And | Operator::Or => {
                    let (left, right) = (truth(leaves, left), truth(leaves, right));
                    let sign = if *operator == Operator::And { quote!(&&) } else { quote!(||) };
                    return quote!((#left #sign #right));
                }
                Operator::NotEqual => (quote!(!=), "is_ne"),
                Operator::Less => (quote!(<), "is_lt"),
                Operator::LessOrEqual => (quote!(<=), "is_le"),
                Operator::Greater => (quote!(>), "is_gt"),
                Operator::GreaterOrEqual => (quote!(>=), "is_ge"),
                _ => (quote!(==), "is_eq"),
            };
            // All of C's types hold such a number, so that the other one stays what it is.
            if is_leaf(left) && is_small(right) || is_small(left) && is_leaf(right) {
                let (left, right) = (number(leaves, left), number(leaves, right));
                return quote!((#left #sign #right));
            }
            let is = format_ident!("{is}");
            let (left, right) = (typed(leaves, left, Overflow::Wraps), typed(leaves, right, Overflow::Wraps));
            quote!(__cffi_rt::__private::number::compare(#left, #right).#is())
        }
        Term::Binary(..) | Term::Negative(_) | Term::Conditional(_) => {
            let typed = typed(leaves, term, Overflow::Wraps);
            quote!(__cffi_rt::__private::number::truth(#typed))
        }
        Term::Int(_)
        | Term::Typed(..)
        | Term::Operand(_)
        | Term::Parameter(_)
        | Term::Target(_)
        | Term::Result
        | Term::Errno => {
            let number = number(leaves, term);
            quote!((#number != 0))
        }
    }
}

fn is_leaf(term: &Term) -> bool {
    matches!(term, Term::Operand(_) | Term::Parameter(_) | Term::Target(_) | Term::Result | Term::Errno)
}

fn is_small(term: &Term) -> bool {
    matches!(term, Term::Int(value) if (0..=i128::from(i32::MAX)).contains(value))
}

fn c_type(int: Int) -> TokenStream {
    match int {
        Int::Bool => quote!(::core::primitive::bool),
        Int::Char => quote!(::core::ffi::c_char),
        Int::SChar => quote!(::core::ffi::c_schar),
        Int::UChar => quote!(::core::ffi::c_uchar),
        Int::Short => quote!(::core::ffi::c_short),
        Int::UShort => quote!(::core::ffi::c_ushort),
        Int::Int => quote!(::core::ffi::c_int),
        Int::UInt => quote!(::core::ffi::c_uint),
        Int::Long => quote!(::core::ffi::c_long),
        Int::ULong => quote!(::core::ffi::c_ulong),
        // No operand has more.
        Int::LongLong | Int::Int128 => quote!(::core::ffi::c_longlong),
        Int::ULongLong | Int::UInt128 => quote!(::core::ffi::c_ulonglong),
    }
}

impl Leaves for Writer<'_> {
    fn native(&self, leaf: &Term) -> TokenStream {
        match leaf {
            Term::Operand(id) => {
                let value = self.operand(*id);
                let operand = self.function.operands.iter().find(|operand| operand.id == *id);
                match operand.map(|operand| operand.int) {
                    // No cast from a number makes one.
                    Some(Int::Bool) => quote!((#value != 0)),
                    int => {
                        let ty = c_type(int.unwrap_or(Int::Int));
                        quote!((#value as #ty))
                    }
                }
            }
            Term::Parameter(index) => self.parameter_native(*index),
            Term::Target(index) => self.target(*index),
            Term::Result => match self.function.result_form {
                Form::Number => quote!(__result),
                Form::Newtype => quote!(__result.0),
                Form::Pointer => quote!(__result.addr()),
            },
            _ => quote!(__errno),
        }
    }

    fn c_name(&self) -> &str {
        &self.function.c_name
    }
}

impl Writer<'_> {
    pub(super) fn number(&self, term: &Term) -> TokenStream {
        number(self, term)
    }

    pub(super) fn truth(&self, term: &Term) -> TokenStream {
        truth(self, term)
    }

    fn parameter_native(&self, index: usize) -> TokenStream {
        let argument = format_ident!("__a{index}");
        match self.function.parameters[index].form {
            Form::Number => quote!(#argument),
            Form::Newtype => quote!(#argument.0),
            Form::Pointer => quote!(#argument.addr()),
        }
    }

    /// What a range is about: the length that a parameter points to, if it does.
    pub(super) fn ranged(&self, index: usize) -> TokenStream {
        match &self.function.safe.roles[index] {
            Role::LengthBehind { .. } => self.number(&Term::Target(index)),
            _ => self.number(&Term::Parameter(index)),
        }
    }

    // SAFETY of the code: the variable has a value, from Rust, or from C where the words say so.
    fn target(&self, index: usize) -> TokenStream {
        let (argument, value) = (format_ident!("__a{index}"), format_ident!("__v{index}"));
        match &self.function.safe.roles[index] {
            Role::LengthBehind { .. } => quote!(#value),
            Role::OutLength(_) | Role::OutValue { .. } => quote!(unsafe { #value.assume_init() }),
            _ => quote!(unsafe { #argument.read() }),
        }
    }

    /// Asks C.
    pub(super) fn operand(&self, id: OperandId) -> TokenStream {
        let Some(operand) = self.function.operands.iter().find(|operand| operand.id == id) else {
            return quote!(0);
        };
        let symbol = &operand.symbol;
        let (table, given) = (self.reach.parameter(), self.reach.argument());
        let arguments: Vec<_> = operand.parameters.iter().map(|index| format_ident!("__a{index}")).collect();
        let types: Vec<_> =
            operand.parameters.iter().map(|index| super::type_tokens(&self.function.parameters[*index].ty)).collect();
        // SAFETY of the code: the stub has this signature, and the writer vouches that it may be asked here.
        match operand.kind {
            OperandKind::Number | OperandKind::Address => quote! {{
                unsafe extern "C" {
                    #[allow(clashing_extern_declarations, improper_ctypes)]
                    #[link_name = #symbol]
                    fn __operand(
                        #table
                        __value: *mut ::core::primitive::u64,
                        #(#arguments: #types),*
                    ) -> ::core::primitive::bool;
                }
                let mut __value: ::core::primitive::u64 = 0;
                let __negative = unsafe { __operand(#given &raw mut __value, #(#arguments),*) };
                __cffi_rt::__private::operand(__value, __negative)
            }},
            OperandKind::Text => quote! {{
                unsafe extern "C" {
                    #[allow(clashing_extern_declarations, improper_ctypes)]
                    #[link_name = #symbol]
                    fn __operand(#table #(#arguments: #types),*) -> *const ::core::ffi::c_char;
                }
                unsafe { __cffi_rt::__private::copied_text(__operand(#given #(#arguments),*)) }
            }},
        }
    }
}
