//! Outputs of a call that says what an error is: `cdef_error(gzerror(file, &errnum))` in, the variables that it writes
//! to and their values as further parts of the error out.

use lang_c::ast::{Expression, UnaryOperator};

use super::clause::Scope;
use crate::lower::{Lowered, Lowering};
use crate::model::{Cdef, ErrorPart, ErrorWord, Flow, Name, Operand, OperandId, Output, QualType, Type};
use crate::parse::{Argument, Formula};

/// `&name` as an argument of a call, which may be an output of the function.
pub(in crate::lower) struct Candidate {
    operand: OperandId,
    name: Name,
    function: String,
    /// Of the parameter that it is given for.
    position: usize,
}

impl Lowering<'_> {
    pub(super) fn note_outputs(&mut self, part: &Argument, operand: OperandId, scope: &Scope<'_>) -> Lowered<()> {
        let Formula { expression, tree } = part.formula();
        let Expression::Call(call) = &expression.node else { return Ok(()) };
        let Expression::Identifier(callee) = &call.node.callee.node else { return Ok(()) };
        let function = self.name(tree, callee.span).text;
        for (position, argument) in call.node.arguments.iter().enumerate() {
            let Expression::UnaryOperator(unary) = &argument.node else { continue };
            let (UnaryOperator::Address, Expression::Identifier(name)) =
                (&unary.node.operator.node, &unary.node.operand.node)
            else {
                continue;
            };
            let name = self.name(tree, name.span);
            if scope.parameter(&name.text).is_none() {
                self.outputs.push(Candidate { operand, name, function: function.clone(), position });
            }
        }
        Ok(())
    }
}

/// Of the candidates those are outputs for which the block says `_Out_`.
pub(in crate::lower) fn settle_outputs(cdef: &mut Cdef, mut candidates: Vec<Candidate>) {
    candidates.retain(|candidate| match output_type(cdef, candidate) {
        Some(ty) => {
            let outputs = &mut cdef.operands[candidate.operand.0].outputs;
            outputs.push(Output { name: candidate.name.text.clone(), ty });
            true
        }
        None => false,
    });
    for Candidate { operand, name, .. } in candidates {
        let value = OperandId(cdef.operands.len());
        let call = cdef.operands[operand.0].clone();
        let text = format!("({}, {})", call.text, name.text);
        cdef.operands.push(Operand { text, span: name.span, ..call });
        add_part(cdef, operand, &name.text, value);
    }
}

fn output_type(cdef: &Cdef, candidate: &Candidate) -> Option<QualType> {
    let mut contracts = cdef.contracts.iter();
    let (id, contract) = contracts.find(|(id, _)| cdef.functions[id.0].name.text == candidate.function)?;
    let is_out = matches!(contract.parameters.get(candidate.position)?.flow, Some((Flow::Out, _)));
    let ty = cdef.functions[id.0].signature.parameters.get(candidate.position)?;
    match cdef.resolve(&ty.ty) {
        Type::Pointer(target) if is_out => Some((**target).clone()),
        _ => None,
    }
}

fn add_part(cdef: &mut Cdef, call: OperandId, name: &str, value: OperandId) {
    let functions = cdef.contracts.values_mut().filter_map(|contract| contract.error.as_mut());
    let types = cdef.types.values_mut().filter_map(|contract| contract.error.as_mut());
    let is_call = |part: &ErrorPart| matches!(part, ErrorPart::Asked { operand, .. } if *operand == call);
    for ErrorWord { parts, .. } in functions.chain(types) {
        if parts.iter().any(is_call) {
            parts.push(ErrorPart::Asked { label: Some(name.to_owned()), operand: value });
        }
    }
}
