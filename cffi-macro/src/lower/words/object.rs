//! The words of a type in, kept at the item that they are about: a record, a typedef, or what a pointer points to.

use super::super::{Lowered, Lowering};
use crate::model::{Item, Path, QualType, Qualifiers, RecordKind, Type, TypeContract, TypedefId, TypedefKind};
use crate::parse::{Annotations, Declaration};

/// Where a typedef's words belong.
enum Home {
    Itself,
    /// What is said of an object's typedef is said of its record.
    Named(Item),
    /// What is said of a pointer to an object is said of the object.
    Pointee(Item),
    /// The same, of an object that has no type of its own in C.
    New {
        path: Path,
        qualifiers: Qualifiers,
    },
    /// An integer that stands for an object.
    Number,
    Nowhere,
}

impl Lowering<'_> {
    /// `cdef_name(…)`
    pub(super) fn rust_name(&mut self, annotations: &Annotations, item: Item) -> Lowered<()> {
        let words = annotations.item.iter().filter(|word| word.entry.name == "cdef_name");
        for (word, argument) in words.flat_map(|word| word.arguments.iter().map(move |argument| (word, argument))) {
            let name = self.word_name(argument)?;
            if self.cdef.rust_names.get(&item).is_some_and(|first| first.text != name.text) {
                return self.error(word.offset, "`cdef_name` contradicts an earlier word");
            }
            self.cdef.rust_names.insert(item, name);
        }
        Ok(())
    }

    pub(super) fn keep_type_words(
        &mut self,
        item: Item,
        mut contract: TypeContract,
        declaration: &Declaration,
    ) -> Lowered<()> {
        let Item::Typedef(id) = item else {
            if !matches!(item, Item::Record(_)) || !declaration.annotations.is_empty() {
                self.add_words(item, contract, declaration)?;
            }
            return Ok(());
        };
        let home = if contract.is_handle() { self.home(id) } else { Home::Itself };
        let mut own = TypeContract {
            vouched: contract.vouched,
            pointer: std::mem::take(&mut contract.pointer),
            ..TypeContract::default()
        };
        let about = match home {
            Home::Itself => {
                contract.pointer = own.pointer;
                return self.add_words(item, contract, declaration);
            }
            Home::Named(about) => about,
            Home::Pointee(about) => {
                own.object = Some(about);
                about
            }
            Home::New { path, qualifiers } => {
                let record = self.push_record(RecordKind::Struct, path, declaration.range.clone());
                if let Some(typedef) = self.cdef.typedefs.get_mut(id.0) {
                    let pointee = QualType { ty: Type::Record(record), qualifiers };
                    let ty = Type::Pointer(Box::new(pointee));
                    typedef.kind = TypedefKind::Exact(QualType { ty, qualifiers: Qualifiers::default() });
                }
                own.object = Some(Item::Record(record));
                Item::Record(record)
            }
            Home::Number => {
                let kept = contract.destroy.as_ref().is_some_and(|destructor| destructor.kept_on_failure);
                if contract.retain.is_some() || contract.opaque.is_some() || contract.shared.is_some() || kept {
                    let message = "a number stands for one with `cdef_destroy(f)`, `cdef_send` and `cdef_sync` alone";
                    return self.refuse_words(id, message);
                }
                if contract.success.is_some() {
                    let message = "a number that stands for one is no status; say `_Success_` of functions";
                    return self.refuse_words(id, message);
                }
                contract.pointer = own.pointer;
                contract.is_number = true;
                self.cdef.types.insert(item, contract);
                return Ok(());
            }
            Home::Nowhere => {
                return self.refuse_words(id, "words about an object stand at its type, or at that of a pointer to it");
            }
        };
        self.add_words(item, own, declaration)?;
        self.add_words(about, contract, declaration)
    }

    /// A type may have several names, and words at each.
    fn add_words(&mut self, item: Item, contract: TypeContract, declaration: &Declaration) -> Lowered<()> {
        let Some(earlier) = self.cdef.types.get(&item) else {
            self.cdef.types.insert(item, contract);
            return Ok(());
        };
        if let Some(word) = earlier.contradicts(&contract) {
            let words = &declaration.annotations.item;
            let offset = words.iter().find(|found| found.entry.name == word).map_or(0, |found| found.offset);
            return self.error(offset, format!("`{word}` contradicts an earlier word"));
        }
        let both = earlier.clone().or(contract);
        self.cdef.types.insert(item, both);
        Ok(())
    }

    fn refuse_words(&mut self, id: TypedefId, message: &str) -> Lowered<()> {
        let typedef = self.cdef.typedefs.get(id.0);
        let (offset, name) = typedef.map_or((0, ""), |typedef| (typedef.name.span.offset as usize, &typedef.name.text));
        let message = format!("`{name}` is no object: {message}");
        self.error(offset, message)
    }

    fn home(&self, id: TypedefId) -> Home {
        let ty = match self.cdef.typedefs.get(id.0).map(|typedef| &typedef.kind) {
            Some(TypedefKind::Exact(ty)) => ty,
            Some(TypedefKind::OpaquePointer) => {
                return Home::New { path: Path::Pointee(id), qualifiers: Qualifiers::default() };
            }
            Some(TypedefKind::SomeInteger) => return Home::Number,
            Some(TypedefKind::SomeFloat) => return Home::Nowhere,
            Some(TypedefKind::Opaque | TypedefKind::TypeOf | TypedefKind::Implicit) | None => return Home::Itself,
        };
        match &ty.ty {
            Type::Record(record) => Home::Named(Item::Record(*record)),
            Type::Pointer(pointee) => match self.cdef.resolve(&pointee.ty) {
                Type::Record(record) => Home::Pointee(Item::Record(*record)),
                Type::Typedef(target) => Home::Pointee(Item::Typedef(*target)),
                Type::Void => Home::New { path: Path::Object(id), qualifiers: pointee.qualifiers },
                _ => Home::Nowhere,
            },
            Type::Float(_) | Type::Complex(_) | Type::Function(_) | Type::Array(..) | Type::Enum(_) => Home::Nowhere,
            Type::Int(_) | Type::Known(_) => Home::Number,
            Type::Typedef(_) => match self.cdef.resolve(&ty.ty) {
                Type::Int(_) | Type::Known(_) => Home::Number,
                Type::Float(_) | Type::Complex(_) | Type::Pointer(_) | Type::Enum(_) => Home::Nowhere,
                _ => Home::Itself,
            },
            Type::Void | Type::VaList => Home::Itself,
        }
    }
}
