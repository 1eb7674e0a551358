//! The words of parameters that point to functions.

use lang_c::ast::{Declarator, DerivedDeclarator, FunctionDeclarator};

use super::super::constant::initializer;
use super::super::names::name_position;
use super::super::types::nearest_parameters;
use super::super::{Lowered, Lowering};
use super::clause::Scope;
use crate::model::{
    CallbackContract, CallbackScope, Clause, Contract, Destroyer, DestroyerCalled, Literal, Name, Term,
};
use crate::parse::{Annotations, Argument, ParameterWords, Tree, Word};

impl Lowering<'_> {
    pub(super) fn callbacks(
        &mut self,
        tree: &Tree,
        declarator: &Declarator,
        all: &[ParameterWords],
        contract: &mut Contract,
    ) -> Lowered<()> {
        let Some(function) = nearest_parameters(declarator) else { return Ok(()) };
        for (index, words) in all.iter().enumerate() {
            let Some(callback) = &words.callback else { continue };
            let declarator = function.parameters.get(index).and_then(|parameter| parameter.node.declarator.as_ref());
            let names = match declarator.and_then(|declarator| pointed_to(&declarator.node)) {
                Some(prototype) => self.names_of(tree, prototype),
                None => Vec::new(),
            };
            let callback = self.callback(callback, names)?;
            if let Some(parameter) = contract.parameters.get_mut(index) {
                parameter.callback = Some(Box::new(callback));
            }
        }
        Ok(())
    }

    fn names_of(&mut self, tree: &Tree, prototype: &FunctionDeclarator) -> Vec<Option<Name>> {
        let names = prototype.parameters.iter().map(|parameter| {
            let declarator = parameter.node.declarator.as_ref()?;
            name_position(&declarator.node).map(|position| self.name(tree, position))
        });
        names.collect()
    }

    fn callback(&mut self, annotations: &Annotations, names: Vec<Option<Name>>) -> Lowered<CallbackContract> {
        let scope = Scope { function: None, parameters: &names };
        let mut contract = CallbackContract {
            parameters: self.parameters(&annotations.parameters, &scope)?,
            ..CallbackContract::default()
        };
        for placed in &annotations.pointers {
            if !self.pointer_word(&placed.word, &scope, &mut contract.result)? {
                return self.says_nothing(&placed.word, "the result of a callback");
            }
        }
        for word in &annotations.item {
            self.callback_word(word, &mut contract)?;
        }
        contract.parameter_names = names;
        Ok(contract)
    }

    fn callback_word(&mut self, word: &Word, contract: &mut CallbackContract) -> Lowered<()> {
        let span = self.source.span(word.offset);
        match (word.entry.name, word.arguments.as_slice()) {
            ("cdef_closure", []) => contract.closure = Some((None, span)),
            ("cdef_closure", [context]) => contract.closure = Some((Some(self.word_name(context)?), span)),
            ("cdef_send", _) => contract.send = true,
            ("cdef_scope", [scope]) => contract.scope = Some((self.callback_scope(scope)?, span)),
            ("cdef_destroyer", [context, called]) => {
                let called = match called.text.as_str() {
                    "always" => DestroyerCalled::Always,
                    "on_success" => DestroyerCalled::OnSuccess,
                    _ => {
                        let message = "`cdef_destroyer` is called `always` or `on_success`";
                        return self.error(called.offset, message);
                    }
                };
                contract.destroyer = Some(Destroyer { context: self.word_name(context)?, called });
            }
            ("cdef_on_panic", [value]) => {
                contract.on_panic = Some(self.panic_value(value)?);
            }
            _ => return self.says_nothing(word, "a callback"),
        }
        Ok(())
    }

    /// A number that is known before the program runs, here or to C.
    fn panic_value(&mut self, value: &Argument) -> Lowered<Clause> {
        let scope = Scope { function: None, parameters: &[] };
        let known = value.tree.as_ref().and_then(|tree| self.values.evaluate(tree, initializer(tree)?).ok());
        let term = match known {
            Some(Literal::Int(number, _)) => Term::Int(number),
            _ => Term::Operand(self.operand_of(value, &scope)?),
        };
        Ok(Clause { term, text: value.text.clone(), span: self.source.span(value.offset) })
    }

    fn callback_scope(&mut self, argument: &Argument) -> Lowered<CallbackScope> {
        let text = argument.text.as_str();
        let until = text.strip_prefix("until").map(str::trim_start);
        let until = until.and_then(|rest| rest.strip_prefix('(')?.strip_suffix(')'));
        Ok(match (text, until) {
            ("call", _) => CallbackScope::Call,
            ("once", _) => CallbackScope::Once,
            ("forever", _) => CallbackScope::Forever,
            (_, Some(name)) => {
                let text = name.trim().to_owned();
                let argument = Argument { text, label: None, tree: None, offset: argument.offset };
                CallbackScope::Until(self.word_name(&argument)?)
            }
            _ => {
                let message = "a callback's scope is `call`, `once`, `until(destroyer)` or `forever`";
                return self.error(argument.offset, message);
            }
        })
    }
}

/// The parameters of the function that a parameter points to: `(*f)(A)`.
fn pointed_to(declarator: &Declarator) -> Option<&FunctionDeclarator> {
    declarator.derived.iter().find_map(|part| match &part.node {
        DerivedDeclarator::Function(function) => Some(&function.node),
        _ => None,
    })
}
