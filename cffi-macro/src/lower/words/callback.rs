//! The words of parameters that point to functions.

use lang_c::ast::{Declarator, DerivedDeclarator, FunctionDeclarator};

use super::super::names::name_position;
use super::super::types::nearest_parameters;
use super::super::{Lowered, Lowering};
use super::clause::Scope;
use crate::model::{
    CallbackContract, CallbackScope, Clause, Contract, Destroyer, DestroyerCalled, FunctionId, Literal, Name, Term,
    Type, TypedefId, TypedefKind,
};
use crate::parse::{Annotations, Argument, Declaration, Formula, ParameterWords, Subject, Tree, Word};

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
            let words: Vec<&Word> = callback.item.iter().collect();
            let callback = self.callback(&words, callback, names)?;
            if let Some(parameter) = contract.parameters.get_mut(index) {
                parameter.callback = Some(Box::new(callback));
            }
        }
        Ok(())
    }

    /// What a typedef of a function, or of a pointer to one, says of it.
    pub(in crate::lower) fn typedef_callback(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        declarator: &Declarator,
        id: TypedefId,
    ) -> Lowered<()> {
        let Some(prototype) = pointed_to(declarator) else { return Ok(()) };
        let names = self.names_of(tree, prototype);
        let annotations = &declaration.annotations;
        let words: Vec<&Word> =
            annotations.item.iter().filter(|word| word.entry.subject == Subject::Callback).collect();
        let callback =
            self.callback(&words, &Annotations { item: Vec::new(), ..Annotations::default() }, names.clone())?;
        let scope = Scope { function: None, parameters: &names };
        let parameters = self.parameters(&annotations.parameters, &scope)?;
        self.cdef.callbacks.insert(id, CallbackContract { parameters, ..callback });
        Ok(())
    }

    /// Parameters of such types have these words, too.
    pub(super) fn typedef_words(&mut self, id: FunctionId, contract: &mut Contract) {
        let Some(function) = self.cdef.functions.get(id.0) else { return };
        for (ty, parameter) in function.signature.parameters.iter().zip(&mut contract.parameters) {
            let Some(from) = self.callback_of(&ty.ty) else { continue };
            let mut own = parameter.callback.take().map_or_else(CallbackContract::default, |own| *own);
            if own.parameter_names.is_empty() {
                own.parameter_names.clone_from(&from.parameter_names);
                own.parameters.clone_from(&from.parameters);
            }
            own.closure = own.closure.or_else(|| from.closure.clone());
            own.scope = own.scope.or_else(|| from.scope.clone());
            own.destroyer = own.destroyer.or_else(|| from.destroyer.clone());
            own.on_panic = own.on_panic.or_else(|| from.on_panic.clone());
            own.send |= from.send;
            parameter.callback = Some(Box::new(own));
        }
    }

    fn callback_of(&self, ty: &Type) -> Option<&CallbackContract> {
        let mut ty = ty;
        loop {
            match ty {
                Type::Typedef(id) => {
                    if let Some(found) = self.cdef.callbacks.get(id) {
                        return Some(found);
                    }
                    match self.cdef.typedefs.get(id.0).map(|typedef| &typedef.kind) {
                        Some(TypedefKind::Exact(exact)) => ty = &exact.ty,
                        _ => return None,
                    }
                }
                // A pointer to a typedef of a function.
                Type::Pointer(target) if matches!(target.ty, Type::Typedef(_)) => ty = &target.ty,
                _ => return None,
            }
        }
    }

    fn names_of(&mut self, tree: &Tree, prototype: &FunctionDeclarator) -> Vec<Option<Name>> {
        let names = prototype.parameters.iter().map(|parameter| {
            let declarator = parameter.node.declarator.as_ref()?;
            name_position(&declarator.node).map(|position| self.name(tree, position))
        });
        names.collect()
    }

    fn callback(
        &mut self,
        words: &[&Word],
        annotations: &Annotations,
        names: Vec<Option<Name>>,
    ) -> Lowered<CallbackContract> {
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
        for word in words {
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
        let Formula { expression, tree } = value.formula();
        let term = match self.values.evaluate(tree, expression) {
            Ok(Literal::Int(number, _)) => Term::Int(number),
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
                let argument = Argument { text, label: None, formula: None, offset: argument.offset };
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
