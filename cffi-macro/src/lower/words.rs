//! The words of a declaration in, its contract out.

mod attribute;
mod callback;
mod clause;
mod object;
mod output;
mod sal;
mod twice;
mod types;

use lang_c::ast::{ArraySize, Declarator, DeclaratorKind, DerivedDeclarator};

use self::clause::Scope;
pub(super) use self::output::{Candidate, settle_outputs};
use self::twice::first;
use super::types::nearest_parameters;
use super::{Lowered, Lowering};
use crate::model::{
    Contract, Demand, ErrorPart, ErrorWord, Flow, FunctionId, Item, Life, Name, Null, Owner, ParameterContract,
    PointerWords, Shape, Unit,
};
use crate::parse::{Annotations, Argument, Declaration, ParameterWords, Placed, Tree, Word, is_ours};

impl Lowering<'_> {
    /// The words of a function.
    pub(super) fn function_words(
        &mut self,
        declaration: &Declaration,
        tree: &Tree,
        declarator: &Declarator,
        id: FunctionId,
    ) -> Lowered<()> {
        let annotations = &declaration.annotations;
        self.marks(annotations, id);
        let Some(vouched) = declaration.vouched else {
            self.rust_name(annotations, Item::Function(id))?;
            return self.refuse_promises(annotations);
        };
        // A definition may follow the declaration that has the words.
        if annotations.is_empty() && self.cdef.contracts.contains_key(&id) {
            return Ok(());
        }
        if self.cdef.contracts.contains_key(&id)
            && let Some(word) = first(annotations)
        {
            return self.error(word.offset, "the words of a function stand in one declaration of it");
        }
        self.refuse_second_words(&annotations.item)?;
        let names: Vec<Option<Name>> =
            self.cdef.functions.get(id.0).map_or(Vec::new(), |function| function.parameter_names.clone());
        let scope = Scope { function: Some(id), parameters: &names };
        let mut contract = Contract {
            vouched,
            parameters: self.parameters(&annotations.parameters, &scope)?,
            result: PointerWords::default(),
            result_inner: PointerWords::default(),
            success: None,
            error: None,
            conditions: Vec::new(),
            requires: Vec::new(),
            locks: Vec::new(),
            provides: None,
            demand: None,
        };
        self.fixed_lengths(tree, declarator, &scope, &mut contract)?;
        self.callbacks(tree, declarator, &annotations.parameters, &mut contract)?;
        self.typedef_words(id, &mut contract);
        for placed in &annotations.pointers {
            let words = match placed.depth {
                Some(0) => &mut contract.result,
                Some(1) => &mut contract.result_inner,
                _ => return self.misplaced(placed),
            };
            if !self.pointer_word(&placed.word, &scope, words)? {
                return self.says_nothing(&placed.word, "a result");
            }
        }
        self.rust_name(annotations, Item::Function(id))?;
        for word in &annotations.item {
            self.function_word(word, &scope, &mut contract)?;
        }
        self.cdef.contracts.insert(id, contract);
        Ok(())
    }

    /// Words where none has a meaning.
    pub(super) fn refuse_promises(&mut self, annotations: &Annotations) -> Lowered<()> {
        match promise(annotations) {
            Some(word) => self.unvouched(word),
            None => Ok(()),
        }
    }

    fn unvouched<T>(&mut self, word: &Word) -> Lowered<T> {
        let name = word.entry.name;
        self.error(word.offset, format!("`{name}` is a promise; it stands inside `unsafe extern \"C\" {{ … }}`"))
    }

    fn misplaced<T>(&mut self, placed: &Placed) -> Lowered<T> {
        let name = placed.word.entry.name;
        self.error(placed.word.offset, format!("`{name}` stands behind the `*` of the pointer that it is about"))
    }

    fn says_nothing<T>(&mut self, word: &Word, about: &str) -> Lowered<T> {
        self.error(word.offset, format!("`{}` says nothing about {about}", word.entry.name))
    }

    fn parameters(&mut self, all: &[ParameterWords], scope: &Scope<'_>) -> Lowered<Vec<ParameterContract>> {
        let mut parameters = Vec::new();
        parameters.resize_with(scope.parameters.len(), ParameterContract::default);
        for (words, contract) in all.iter().zip(&mut parameters) {
            for placed in &words.words {
                self.parameter_word(placed, scope, contract)?;
            }
        }
        Ok(parameters)
    }

    fn parameter_word(&mut self, placed: &Placed, scope: &Scope<'_>, contract: &mut ParameterContract) -> Lowered<()> {
        let word = &placed.word;
        let span = self.source.span(word.offset);
        self.refuse_later(word)?;
        let (name, null) = sal::base(word.entry.name);
        if let Some(null) = null {
            self.set_null(word, null, &mut contract.outer)?;
        }
        let flow = match (name, word.arguments.as_slice()) {
            ("_In_", _) if placed.depth == Some(1) => {
                contract.inner_read = Some(span);
                return Ok(());
            }
            ("_In_", _) => Flow::In,
            ("_Inout_", _) => {
                contract.in_out = true;
                Flow::InOut
            }
            ("_Out_", _) => Flow::Out,
            ("_Outptr_", _) => Flow::OutPointer,
            ("_Always_", [argument]) if argument.text == "_Outptr_" => {
                contract.always = true;
                Flow::OutPointer
            }
            ("_Always_", [argument]) if argument.text == "_Out_" => {
                contract.always = true;
                Flow::Out
            }
            ("_Always_", _) => {
                return self.error(word.offset, "`_Always_` is written `_Always_(_Outptr_)` or `_Always_(_Out_)`");
            }
            ("_In_z_", _) => {
                self.set_shape(word, Shape::Terminated, &mut contract.outer)?;
                Flow::In
            }
            ("_In_reads_", [count]) => {
                let shape = Shape::Run { count: self.clause(count, scope)?, unit: Unit::Elements };
                self.set_shape(word, shape, &mut contract.outer)?;
                Flow::In
            }
            ("_In_reads_bytes_", [count]) => {
                let shape = Shape::Run { count: self.clause(count, scope)?, unit: Unit::Bytes };
                self.set_shape(word, shape, &mut contract.outer)?;
                Flow::In
            }
            ("_Out_writes_", [count]) => {
                let shape = Shape::Run { count: self.clause(count, scope)?, unit: Unit::Elements };
                self.set_shape(word, shape, &mut contract.outer)?;
                Flow::Out
            }
            ("_Out_writes_bytes_", [count]) => {
                let shape = Shape::Run { count: self.clause(count, scope)?, unit: Unit::Bytes };
                self.set_shape(word, shape, &mut contract.outer)?;
                Flow::Out
            }
            ("_Out_writes_to_", [capacity, written]) => Flow::Writes {
                capacity: self.clause(capacity, scope)?,
                written: self.clause(written, scope)?,
                unit: Unit::Elements,
            },
            ("_Out_writes_bytes_to_", [capacity, written]) => Flow::Writes {
                capacity: self.clause(capacity, scope)?,
                written: self.clause(written, scope)?,
                unit: Unit::Bytes,
            },
            ("_Out_writes_z_", [capacity]) => Flow::WritesText { capacity: self.clause(capacity, scope)? },
            ("_In_range_", [low, high]) => {
                contract.range = Some((self.clause(low, scope)?, self.clause(high, scope)?));
                return Ok(());
            }
            ("__lifetimebound", _) => {
                contract.bound = Some(span);
                return Ok(());
            }
            ("__lifetime_capture_by", [keeper]) => {
                contract.captured = Some(self.word_name(keeper)?);
                return Ok(());
            }
            ("_In_reads_to_ptr_", [end]) => {
                let shape = Shape::Ended(self.clause(end, scope)?);
                self.set_shape(word, shape, &mut contract.outer)?;
                Flow::In
            }
            ("_Null_terminated_", _) => return self.set_shape(word, Shape::Terminated, &mut contract.outer),
            _ => {
                let words = match placed.depth {
                    Some(0) => &mut contract.outer,
                    Some(1) => &mut contract.inner,
                    _ => return self.misplaced(placed),
                };
                if !self.pointer_word(word, scope, words)? {
                    return self.says_nothing(word, "a parameter");
                }
                return Ok(());
            }
        };
        match &contract.flow {
            // `_Inout_ _Out_writes_to_(…)` says twice that C writes.
            Some((Flow::InOut, _)) if matches!(flow, Flow::Writes { .. }) => {}
            Some((Flow::Writes { .. }, _)) if flow == Flow::InOut => return Ok(()),
            Some((first, _)) if *first != flow => {
                return self.error(word.offset, format!("`{}` contradicts an earlier word", word.entry.name));
            }
            _ => {}
        }
        contract.flow = Some((flow, span));
        Ok(())
    }

    /// Whether it is one.
    fn pointer_word(&mut self, word: &Word, scope: &Scope<'_>, words: &mut PointerWords) -> Lowered<bool> {
        let span = self.source.span(word.offset);
        let name = word.entry.name;
        self.refuse_later(word)?;
        match (name, word.arguments.as_slice()) {
            ("__counted_by" | "__counted_by_or_null", [count]) => {
                let shape = Shape::Run { count: self.clause(count, scope)?, unit: Unit::Elements };
                self.set_shape(word, shape, words)?;
                if name == "__counted_by_or_null" {
                    words.null = Some((Null::Allowed, span));
                }
            }
            ("__sized_by" | "__sized_by_or_null", [count]) => {
                let shape = Shape::Run { count: self.clause(count, scope)?, unit: Unit::Bytes };
                self.set_shape(word, shape, words)?;
                if name == "__sized_by_or_null" {
                    words.null = Some((Null::Allowed, span));
                }
            }
            ("__ended_by", [end]) => {
                let shape = Shape::Ended(self.clause(end, scope)?);
                self.set_shape(word, shape, words)?;
            }
            ("__null_terminated", _) => self.set_shape(word, Shape::Terminated, words)?,
            ("__single", _) => self.set_shape(word, Shape::Single, words)?,
            ("__unsafe_indexable", _) => self.set_shape(word, Shape::Unknown, words)?,
            // An annotated pointer doesn't escape.
            ("__noescape" | "_Null_unspecified", _) => {}
            ("_Nullable", _) => self.set_null(word, Null::Allowed, words)?,
            ("_Nonnull", _) => self.set_null(word, Null::Never, words)?,
            ("cdef_owned", _) => self.set_owner(word, Owner::Caller, words)?,
            ("cdef_owned_by", [function]) => {
                let name = self.word_name(function)?;
                self.set_owner(word, Owner::CallerFreesBy(name), words)?;
            }
            ("cdef_consumed", _) => self.set_owner(word, Owner::Callee, words)?,
            ("cdef_within", [buffer]) => {
                let name = self.word_name(buffer)?;
                self.set_life(word, Life::Within(name), words)?;
            }
            ("cdef_static", _) => self.set_life(word, Life::Static, words)?,
            ("cdef_transient", _) => self.set_life(word, Life::Transient, words)?,
            ("cdef_stable", _) => self.set_life(word, Life::Stable, words)?,
            ("cdef_shared", _) => words.shared = Some(span),
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn set_shape(&mut self, word: &Word, shape: Shape, words: &mut PointerWords) -> Lowered<()> {
        if words.shape.as_ref().is_some_and(|(first, _)| *first != shape) {
            return self.error(word.offset, format!("`{}` contradicts an earlier word", word.entry.name));
        }
        words.shape = Some((shape, self.source.span(word.offset)));
        Ok(())
    }

    fn set_null(&mut self, word: &Word, null: Null, words: &mut PointerWords) -> Lowered<()> {
        if words.null.is_some_and(|(first, _)| first != null) {
            return self.error(word.offset, format!("`{}` contradicts an earlier word", word.entry.name));
        }
        words.null = Some((null, self.source.span(word.offset)));
        Ok(())
    }

    fn set_owner(&mut self, word: &Word, owner: Owner, words: &mut PointerWords) -> Lowered<()> {
        if words.owner.as_ref().is_some_and(|(first, _)| *first != owner) {
            return self.error(word.offset, format!("`{}` contradicts an earlier word", word.entry.name));
        }
        words.owner = Some((owner, self.source.span(word.offset)));
        Ok(())
    }

    fn set_life(&mut self, word: &Word, life: Life, words: &mut PointerWords) -> Lowered<()> {
        if words.life.as_ref().is_some_and(|(first, _)| *first != life) {
            return self.error(word.offset, format!("`{}` contradicts an earlier word", word.entry.name));
        }
        words.life = Some((life, self.source.span(word.offset)));
        Ok(())
    }

    /// An argument that is one name.
    fn word_name(&mut self, argument: &Argument) -> Lowered<Name> {
        let is_name = |char: char| char == '_' || char == '$' || char.is_alphanumeric();
        match argument.text.chars().all(is_name) && !argument.text.starts_with(|char: char| char.is_ascii_digit()) {
            true => Ok(Name { text: argument.text.clone(), span: self.source.span(argument.offset) }),
            false => self.error(argument.offset, format!("`{}` is no name", argument.text)),
        }
    }

    fn function_word(&mut self, word: &Word, scope: &Scope<'_>, contract: &mut Contract) -> Lowered<()> {
        self.refuse_later(word)?;
        if self.returned(word, contract)? {
            return Ok(());
        }
        match (word.entry.name, word.arguments.as_slice()) {
            ("_Success_", [condition]) => contract.success = Some(self.clause(condition, scope)?),
            ("_Pre_satisfies_", [condition]) => contract.conditions.push(self.clause(condition, scope)?),
            ("_Check_return_" | "cdef_name" | "warn_unused_result" | "nodiscard" | "deprecated", _) => {}
            ("nonnull", _) => self.nonnull(word, contract)?,
            ("returns_nonnull", _) => self.set_null(word, Null::Never, &mut contract.result)?,
            ("access", _) => self.access(word, contract)?,
            ("cdef_error", parts) => contract.error = Some(self.error_word(word, parts, scope)?),
            ("cdef_requires", names) => {
                for argument in names {
                    let behind = argument.text.strip_prefix("lock").map(str::trim_start);
                    match behind.and_then(|behind| behind.strip_prefix(':')) {
                        Some(name) => {
                            let argument = Argument {
                                text: name.trim().to_owned(),
                                label: None,
                                formula: None,
                                offset: argument.offset,
                            };
                            let name = self.word_name(&argument)?;
                            contract.locks.push(name);
                        }
                        None => {
                            let name = self.word_name(argument)?;
                            contract.requires.push(name);
                        }
                    }
                }
            }
            ("cdef_provides", [name]) => contract.provides = Some(self.word_name(name)?),
            ("cdef_safe", _) => self.set_demand(word, Demand::Safe, contract)?,
            ("cdef_unsafe", _) => self.set_demand(word, Demand::Unsafe, contract)?,
            _ => return self.says_nothing(word, "a function"),
        }
        Ok(())
    }

    fn set_demand(&mut self, word: &Word, demand: Demand, contract: &mut Contract) -> Lowered<()> {
        if contract.demand.is_some_and(|(first, _)| first != demand) {
            return self.error(word.offset, "a function is `cdef_safe` or `cdef_unsafe`, not both");
        }
        contract.demand = Some((demand, self.source.span(word.offset)));
        Ok(())
    }

    fn error_word(&mut self, word: &Word, parts: &[Argument], scope: &Scope<'_>) -> Lowered<ErrorWord> {
        let mut read = Vec::new();
        for part in parts {
            let text = part.text.as_str();
            read.push(match (part.label.as_deref(), text) {
                (None, "errno") => ErrorPart::Errno,
                (None, "return") => ErrorPart::Result,
                (Some("errno"), _) => ErrorPart::ErrnoFrom(self.clause(part, scope)?),
                (label, _) => {
                    let operand = self.operand_of(part, scope)?;
                    self.note_outputs(part, operand, scope)?;
                    ErrorPart::Asked { label: label.map(str::to_owned), operand }
                }
            });
        }
        Ok(ErrorWord { span: self.source.span(word.offset), parts: read })
    }

    /// `T p[N]` says how much there is (C11 6.7.6.3p7 drops it).
    fn fixed_lengths(
        &mut self,
        tree: &Tree,
        declarator: &Declarator,
        scope: &Scope<'_>,
        contract: &mut Contract,
    ) -> Lowered<()> {
        let Some(function) = nearest_parameters(declarator) else { return Ok(()) };
        for (parameter, contract) in function.parameters.iter().zip(&mut contract.parameters) {
            let Some(declarator) = &parameter.node.declarator else { continue };
            let declarator = &declarator.node;
            if !matches!(declarator.kind.node, DeclaratorKind::Identifier(_) | DeclaratorKind::Abstract) {
                continue;
            }
            let mut arrays = declarator.derived.iter().filter_map(|part| match &part.node {
                DerivedDeclarator::Array(array) => Some(&array.node.size),
                _ => None,
            });
            let (Some(size), None) = (arrays.next(), arrays.next()) else { continue };
            let (ArraySize::VariableExpression(length) | ArraySize::StaticExpression(length)) = size else { continue };
            if contract.outer.shape.is_none() {
                let length = self.clause_at(tree, length, scope)?;
                let span = length.span;
                contract.outer.shape = Some((Shape::Fixed(length), span));
            }
        }
        Ok(())
    }
}

/// The first word that is no word of C's.
fn promise(annotations: &Annotations) -> Option<&Word> {
    let is_promise = |word: &&Word| {
        let stands_alone = matches!(word.entry.name, "cdef_name" | "cdef_error_text" | "cdef_error");
        is_ours(word.entry) && !stands_alone
    };
    let parameters = annotations.parameters.iter().flat_map(|parameter| {
        let callback = parameter.callback.iter().flat_map(|callback| &callback.item);
        parameter.words.iter().map(|placed| &placed.word).chain(callback)
    });
    let pointers = annotations.pointers.iter().map(|placed| &placed.word);
    annotations.item.iter().chain(pointers).chain(parameters).find(is_promise)
}
