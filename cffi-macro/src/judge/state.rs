//! What a library demands as a whole: to be initialised first, or called by one thread at a time.

use super::{Failure, Judge, State};
use crate::model::{Binding, FunctionId, Name, QualType};

impl Judge<'_> {
    /// What the wrapper sees to before the call.
    pub(super) fn states(&mut self, failure: &Failure<QualType>) -> Vec<State> {
        let contract = self.contract;
        let mut states = Vec::new();
        if let Some(name) = &contract.provides {
            if self.is_run_once(self.id) {
                if let Some(demanded) = contract.requires.iter().chain(&contract.locks).next() {
                    let text =
                        format!("provides `{}` wherever that is required, and sees to nothing before", name.text);
                    self.lacks(Some(demanded.span), format!("it {text}: write a C function that does both"));
                }
                return vec![State::Provider(name.text.clone())];
            }
            self.refuse_token_of_table(name);
            states.push(State::Grants(name.text.clone()));
        }
        for name in &contract.locks {
            states.push(State::Locked(name.text.clone()));
        }
        for name in &contract.requires {
            match self.provider(name) {
                Some(provider) if self.is_run_once(provider) && !self.is_safe(provider) => {
                    let function = &self.cdef.functions[provider.0].name.text;
                    self.lacks(Some(name.span), format!("`{function}`, which provides `{}`, is not safe", name.text));
                }
                Some(provider) if !self.is_run_once(provider) => {
                    self.refuse_token_of_table(name);
                    states.push(State::Granted(name.text.clone()));
                }
                Some(provider) => states.push(State::Provided {
                    name: name.text.clone(),
                    by: provider,
                    fails: self.failure_of(provider, failure),
                }),
                None => {
                    let hint = format!("say `cdef_provides({})` of the function that does", name.text);
                    self.lacks(Some(name.span), format!("nothing provides `{}`: {hint}", name.text));
                }
            }
        }
        states
    }

    // That of one library would open the others.
    fn refuse_token_of_table(&mut self, name: &Name) {
        if self.cdef.binding == Binding::Tables {
            let text = format!("the token of `{}` does not know its library", name.text);
            self.lacks(Some(name.span), text);
        }
    }

    fn provider(&self, name: &Name) -> Option<FunctionId> {
        let mut all = self.cdef.contracts.iter();
        all.find(|(_, contract)| contract.provides.as_ref().is_some_and(|provides| provides.text == name.text))
            .map(|(id, _)| *id)
    }

    /// What takes nothing can be called by whoever needs it.
    pub(super) fn is_run_once(&self, provider: FunctionId) -> bool {
        self.cdef.functions[provider.0].signature.parameters.is_empty()
    }

    /// It takes nothing, and demands no state itself, so that this ends.
    fn is_safe(&self, provider: FunctionId) -> bool {
        let Some(contract) = self.cdef.contracts.get(&provider) else { return false };
        let judge = Judge::new(self.cdef, self.facts, self.traits, self.lives, provider, contract);
        matches!(judge.verdict().0, super::Verdict::Safe(_))
    }

    fn failure_of(&self, provider: FunctionId, own: &Failure<QualType>) -> ProviderFails {
        let Some(contract) = self.cdef.contracts.get(&provider) else { return ProviderFails::Never };
        let mut judge = Judge::new(self.cdef, self.facts, self.traits, self.lives, provider, contract);
        let success = judge.success();
        let theirs = judge.failure(success.as_ref());
        match theirs {
            Failure::Never => ProviderFails::Never,
            Failure::Nothing => ProviderFails::WithoutAWord,
            Failure::Status(_) | Failure::Errno if theirs == *own => ProviderFails::AsTheCall,
            Failure::Status(_) | Failure::Code(_) | Failure::Errno | Failure::ErrnoFrom(_) | Failure::Parts { .. } => {
                ProviderFails::WithAnError
            }
        }
    }
}

/// What becomes of a state that can't be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum ProviderFails {
    Never,
    /// `None`: the call panics.
    WithoutAWord,
    /// An error of another type: the call panics with it.
    WithAnError,
    /// The call fails with the same error.
    AsTheCall,
}
