//! Expressions of words as Rust: numbers are `i128`s, so that nothing wraps on the way.

use proc_macro2::{Literal, TokenStream};
use quote::{format_ident, quote};

use super::Writer;
use crate::model::{OperandId, Operator, Term};
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

/// The predicate of a status, which is about `__result` alone.
pub(super) fn condition(term: &Term) -> TokenStream {
    let number = |term: &Term| match term {
        Term::Int(value) => {
            let magnitude = Literal::u128_unsuffixed(value.unsigned_abs());
            let sign = (*value < 0).then(|| quote!(-));
            quote!((#sign #magnitude as ::core::primitive::i128))
        }
        _ => quote!((__result.0 as ::core::primitive::i128)),
    };
    match term {
        Term::Not(inner) => {
            let inner = condition(inner);
            quote!(!(#inner))
        }
        Term::Binary(operator, left, right) => match operator {
            Operator::And | Operator::Or => {
                let (left, right) = (condition(left), condition(right));
                let sign = if *operator == Operator::And { quote!(&&) } else { quote!(||) };
                quote!((#left #sign #right))
            }
            _ => {
                let (left, right) = (number(left), number(right));
                let sign = match operator {
                    Operator::NotEqual => quote!(!=),
                    Operator::Less => quote!(<),
                    Operator::LessOrEqual => quote!(<=),
                    Operator::Greater => quote!(>),
                    Operator::GreaterOrEqual => quote!(>=),
                    _ => quote!(==),
                };
                quote!((#left #sign #right))
            }
        },
        _ => {
            let number = number(term);
            quote!((#number != 0))
        }
    }
}

impl Writer<'_> {
    pub(super) fn number(&self, term: &Term) -> TokenStream {
        match term {
            Term::Int(value) => {
                let magnitude = Literal::u128_unsuffixed(value.unsigned_abs());
                let sign = (*value < 0).then(|| quote!(-));
                quote!((#sign #magnitude as ::core::primitive::i128))
            }
            Term::Operand(id) => self.operand(*id),
            Term::Parameter(index) => self.parameter_number(*index),
            Term::Target(index) => self.target(*index),
            Term::Result => match self.function.result_form {
                Form::Number => quote!((__result as ::core::primitive::i128)),
                Form::Newtype => quote!((__result.0 as ::core::primitive::i128)),
                Form::Pointer => quote!((__result.addr() as ::core::primitive::i128)),
            },
            Term::Errno => quote!((__errno as ::core::primitive::i128)),
            Term::Negative(inner) => {
                let inner = self.number(inner);
                quote!((-#inner))
            }
            Term::Binary(operator, left, right) if !operator.is_logical() => {
                let (left, right) = (self.number(left), self.number(right));
                let name = match operator {
                    Operator::Add => "add",
                    Operator::Subtract => "sub",
                    Operator::Multiply => "mul",
                    Operator::Divide => "div",
                    _ => "rem",
                };
                let (name, c_name) = (format_ident!("{name}"), self.c_name());
                quote!(__cffi_rt::__private::#name(#left, #right, #c_name))
            }
            Term::Not(_) | Term::Binary(..) => {
                let truth = self.truth(term);
                quote!(((#truth) as ::core::primitive::i128))
            }
            Term::Conditional(parts) => {
                let [condition, then, otherwise] = &**parts;
                let (condition, then, otherwise) = (self.truth(condition), self.number(then), self.number(otherwise));
                quote!((if #condition { #then } else { #otherwise }))
            }
        }
    }

    pub(super) fn truth(&self, term: &Term) -> TokenStream {
        match term {
            Term::Not(inner) => {
                let inner = self.truth(inner);
                quote!(!(#inner))
            }
            Term::Binary(operator, left, right) => {
                let numbers = || (self.number(left), self.number(right));
                let compared = |sign: TokenStream| {
                    let (left, right) = numbers();
                    quote!((#left #sign #right))
                };
                match operator {
                    Operator::And | Operator::Or => {
                        let (left, right) = (self.truth(left), self.truth(right));
                        let sign = if *operator == Operator::And { quote!(&&) } else { quote!(||) };
                        quote!((#left #sign #right))
                    }
                    Operator::Equal => compared(quote!(==)),
                    Operator::NotEqual => compared(quote!(!=)),
                    Operator::Less => compared(quote!(<)),
                    Operator::LessOrEqual => compared(quote!(<=)),
                    Operator::Greater => compared(quote!(>)),
                    Operator::GreaterOrEqual => compared(quote!(>=)),
                    Operator::Add
                    | Operator::Subtract
                    | Operator::Multiply
                    | Operator::Divide
                    | Operator::Remainder => {
                        let number = self.number(term);
                        quote!((#number != 0))
                    }
                }
            }
            _ => {
                let number = self.number(term);
                quote!((#number != 0))
            }
        }
    }

    pub(super) fn parameter_number(&self, index: usize) -> TokenStream {
        let argument = format_ident!("__a{index}");
        match self.function.parameters[index].form {
            Form::Number => quote!((#argument as ::core::primitive::i128)),
            Form::Newtype => quote!((#argument.0 as ::core::primitive::i128)),
            Form::Pointer => quote!((#argument.addr() as ::core::primitive::i128)),
        }
    }

    /// What a range is about: the length that a parameter points to, if it does.
    pub(super) fn ranged(&self, index: usize) -> TokenStream {
        match &self.function.safe.roles[index] {
            Role::LengthBehind { .. } => self.target(index),
            _ => self.parameter_number(index),
        }
    }

    // SAFETY of the code: the variable has a value, from Rust, or from C where the words say so.
    fn target(&self, index: usize) -> TokenStream {
        let (argument, value) = (format_ident!("__a{index}"), format_ident!("__v{index}"));
        match &self.function.safe.roles[index] {
            Role::LengthBehind { .. } => quote!((#value as ::core::primitive::i128)),
            Role::OutLength(_) | Role::OutValue { .. } => {
                quote!((unsafe { #value.assume_init() } as ::core::primitive::i128))
            }
            _ => {
                quote!((unsafe { #argument.read() } as ::core::primitive::i128))
            }
        }
    }

    /// Asks C.
    pub(super) fn operand(&self, id: OperandId) -> TokenStream {
        let Some(operand) = self.function.operands.iter().find(|operand| operand.id == id) else {
            return quote!(0);
        };
        let symbol = &operand.symbol;
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
                        __value: *mut ::core::primitive::u64,
                        #(#arguments: #types),*
                    ) -> ::core::primitive::bool;
                }
                let mut __value: ::core::primitive::u64 = 0;
                let __negative = unsafe { __operand(&raw mut __value, #(#arguments),*) };
                __cffi_rt::__private::operand(__value, __negative)
            }},
            OperandKind::Text => quote! {{
                unsafe extern "C" {
                    #[allow(clashing_extern_declarations, improper_ctypes)]
                    #[link_name = #symbol]
                    fn __operand(#(#arguments: #types),*) -> *const ::core::ffi::c_char;
                }
                unsafe { __cffi_rt::__private::copied_text(__operand(#(#arguments),*)) }
            }},
        }
    }
}
