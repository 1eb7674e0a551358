//! The words of records and typedefs.

use super::clause::Scope;
use super::promise;
use crate::lower::{Lowered, Lowering};
use crate::model::{Destructor, Item, PointerWords, Type, TypeContract, TypedefKind};
use crate::parse::{Declaration, Subject, Word};

impl Lowering<'_> {
    /// The words of a record or a typedef.
    pub(in crate::lower) fn type_words(&mut self, declaration: &Declaration, item: Item) -> Lowered<()> {
        let annotations = &declaration.annotations;
        if annotations.is_empty() && declaration.vouched.is_none() {
            return Ok(());
        }
        let scope = Scope { function: None, parameters: &[] };
        let mut contract = TypeContract { vouched: declaration.vouched, ..TypeContract::default() };
        for placed in &annotations.pointers {
            let mut inner = PointerWords::default();
            let words = match placed.depth {
                Some(0) => &mut contract.pointer,
                Some(1) => &mut inner,
                _ => return self.misplaced(placed),
            };
            if !self.pointer_word(&placed.word, &scope, words)? {
                return self.says_nothing(&placed.word, "a type");
            }
        }
        self.rust_name(annotations, item)?;
        self.refuse_second_words(&annotations.item)?;
        for word in &annotations.item {
            match word.entry.subject {
                Subject::Callback if self.is_callback(item) => {}
                _ => self.type_word(word, &scope, &mut contract)?,
            }
        }
        for (field, word) in &annotations.fields {
            let words = contract.fields.entry(u32::try_from(*field).unwrap_or(u32::MAX)).or_default();
            if !self.pointer_word(word, &scope, words)? {
                return self.says_nothing(word, "a field");
            }
        }
        if let (None, Some(word)) = (declaration.vouched, promise(annotations)) {
            return self.unvouched(word);
        }
        if contract.vouched.is_none() && annotations.item.iter().all(|word| word.entry.name == "cdef_name") {
            return Ok(());
        }
        self.keep_type_words(item, contract, declaration)
    }

    /// A typedef of a function, or of a pointer to one.
    fn is_callback(&self, item: Item) -> bool {
        let Item::Typedef(id) = item else { return false };
        let Some(TypedefKind::Exact(ty)) = self.cdef.typedefs.get(id.0).map(|typedef| &typedef.kind) else {
            return false;
        };
        match self.cdef.resolve(&ty.ty) {
            Type::Function(_) => true,
            Type::Pointer(target) => matches!(self.cdef.resolve(&target.ty), Type::Function(_)),
            _ => false,
        }
    }

    pub(super) fn type_word(&mut self, word: &Word, scope: &Scope<'_>, contract: &mut TypeContract) -> Lowered<()> {
        let span = self.source.span(word.offset);
        match (word.entry.name, word.arguments.as_slice()) {
            ("_Return_type_success_", [condition]) => contract.success = Some(self.clause(condition, scope)?),
            ("cdef_error", parts) => contract.error = Some(self.error_word(word, parts, scope)?),
            ("cdef_error_text", [function]) => contract.error_text = Some(self.word_name(function)?),
            ("cdef_destroy", [function, rest @ ..]) => {
                let kept_on_failure = match rest {
                    [] => false,
                    [only] if only.text == "kept_on_failure" => true,
                    [other, ..] => {
                        let message =
                            "`cdef_destroy` is written `cdef_destroy(f)` or `cdef_destroy(f, kept_on_failure)`";
                        return self.error(other.offset, message);
                    }
                };
                contract.destroy = Some(Destructor { function: self.word_name(function)?, kept_on_failure });
            }
            ("cdef_retain", [function]) => contract.retain = Some(self.word_name(function)?),
            ("cdef_send", _) => contract.send = Some(span),
            ("cdef_sync", _) => contract.sync = Some(span),
            ("cdef_opaque", _) => contract.opaque = Some(span),
            ("cdef_shared", _) => contract.shared = Some(span),
            ("cdef_name", _) => {}
            _ => {
                if !self.pointer_word(word, scope, &mut contract.pointer)? {
                    return self.says_nothing(word, "a type");
                }
            }
        }
        Ok(())
    }
}
