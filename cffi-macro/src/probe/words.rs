//! Whether the functions that words name take what the words say that they take.

use super::{About, Writer};
use crate::cdecl;
use crate::model::{
    Cdef, Clause, Flow, Item, Name, Owner, ParameterContract, PointerWords, QualType, Qualifiers, Shape, Term, Type,
};

impl Writer<'_> {
    /// Calls each destructor and its like, as the stubs will.
    pub(super) fn words(&mut self) {
        let cdef = self.cdef;
        let mut index = 0;
        for (item, words) in &cdef.types {
            if !self.lessons.asks(*item) {
                continue;
            }
            let target = match item {
                Item::Record(id) => Type::Record(*id),
                Item::Typedef(id) => Type::Typedef(*id),
                _ => continue,
            };
            let target = match words.is_number {
                true => QualType { ty: target, qualifiers: Qualifiers::default() },
                false => pointer(target),
            };
            let target = cdecl::declare(cdef, &target, "cdef_p");
            if let (Item::Typedef(id), Some(name)) = (item, &words.error_text) {
                let parameter = format!("{} cdef_p", cdef.typedefs[id.0].name.text);
                self.called(*item, name, &parameter, &mut index);
            }
            let named = words.destroy.iter().map(|destructor| &destructor.function).chain(&words.retain);
            for name in named {
                self.called(*item, name, &target, &mut index);
            }
        }
        self.header_words();
        for (id, contract) in &cdef.contracts {
            let item = Item::Function(*id);
            if !self.lessons.asks(item) {
                continue;
            }
            let parameters = contract.parameters.iter().flat_map(|words| [&words.outer, &words.inner]);
            for name in parameters.chain([&contract.result]).filter_map(freed_by) {
                self.called(item, name, "void *cdef_p", &mut index);
            }
        }
    }

    /// What the headers themselves say of parameters, as far as gcc tells (version 11 and later).
    ///
    /// `cdef_attest`: for each parameter whether it must not be null, then whether the result must be used.
    fn header_words(&mut self) {
        let cdef = self.cdef;
        if cdef.contracts.is_empty() {
            return;
        }
        self.push(format_args!(
            "#if defined(__GNUC__) && !defined(__clang__) && __GNUC__ >= 11\n\
             #pragma GCC diagnostic warning \"-Wattributes\"\n\
             #pragma GCC diagnostic warning \"-Warray-parameter=2\""
        ));
        for (id, contract) in &cdef.contracts {
            let (item, function) = (Item::Function(*id), &cdef.functions[id.0]);
            if !self.lessons.asks(item) || function.body.is_some() || cdef.optional.contains(&item) {
                continue;
            }
            let name = &function.name.text;
            let parameters = function.signature.parameters.iter().zip(&contract.parameters).enumerate();
            self.question(item, About::Doubt, function.name.span);
            self.push(format_args!("#ifndef {name}"));
            for (index, (ty, words)) in parameters.clone() {
                let span = words.flow.as_ref().map(|(_, span)| *span);
                let position = index + 1;
                if let (Some(mode), Some(span)) = (mode(cdef, ty, words), span) {
                    self.question(item, About::Doubt, span);
                    let prototype = cdecl::prototype(cdef, function);
                    self.push(format_args!("__attribute__((__access__({mode}, {position}))) {prototype};"));
                }
                if let Some((Shape::Fixed(length), span)) = &words.outer.shape
                    && self.is_outside(length)
                {
                    self.question(item, About::Doubt, *span);
                    let prototype = cdecl::prototype_with_array(cdef, function, index, &length.text);
                    self.push(format_args!("{prototype};"));
                }
            }
            let attested = parameters.map(|(index, (ty, _))| match cdef.resolve(&ty.ty) {
                Type::Pointer(_) => format!("__builtin_has_attribute({name}, __nonnull__({})), ", index + 1),
                _ => "0, ".to_owned(),
            });
            let attested: String = attested.collect();
            self.question(item, About::Doubt, function.name.span);
            self.push(format_args!(
                "CDEF_U const cdef_u64 cdef_attest{}[] = {{ {attested}__builtin_has_attribute({name}, __warn_unused_result__) \
                 }};\n#endif",
                id.0
            ));
        }
        self.push(format_args!("#endif"));
    }

    /// Whether a length has a meaning outside of the function.
    fn is_outside(&self, length: &Clause) -> bool {
        let mut outside = true;
        length.term.each(&mut |term| {
            outside &= match term {
                Term::Parameter(_) | Term::Target(_) | Term::Result | Term::Errno => false,
                Term::Operand(id) => {
                    self.cdef.operands[id.0].parameters.is_empty() && self.lessons.asks(Item::Operand(*id))
                }
                Term::Int(_)
                | Term::Typed(..)
                | Term::Not(_)
                | Term::Negative(_)
                | Term::Binary(..)
                | Term::Conditional(_) => true,
            };
        });
        outside
    }

    fn called(&mut self, item: Item, name: &Name, parameter: &str, index: &mut usize) {
        self.question(item, About::Word, name.span);
        self.push(format_args!("CDEF_U static void cdef_word{index}({parameter}) {{ (void){}(cdef_p); }}", name.text));
        *index += 1;
    }
}

/// GCC's word for what C does with the object behind a parameter.
fn mode(cdef: &Cdef, ty: &QualType, words: &ParameterContract) -> Option<&'static str> {
    let Type::Pointer(target) = cdef.resolve(&ty.ty) else { return None };
    // A record whose size is not known has no bytes to speak of.
    if matches!(cdef.resolve(&target.ty), Type::Record(_) | Type::Function(_)) {
        return None;
    }
    // That C writes to it is refused whatever the header says.
    if target.qualifiers.is_const {
        return matches!(words.flow, Some((Flow::In, _))).then_some("__read_only__");
    }
    if words.in_out {
        return Some("__read_write__");
    }
    Some(match words.flow.as_ref()?.0 {
        Flow::In => "__read_only__",
        Flow::InOut => "__read_write__",
        Flow::Out | Flow::OutPointer | Flow::Writes { .. } | Flow::WritesText { .. } => "__write_only__",
    })
}

fn freed_by(words: &PointerWords) -> Option<&Name> {
    match &words.owner {
        Some((Owner::CallerFreesBy(name), _)) => Some(name),
        _ => None,
    }
}

fn pointer(target: Type) -> QualType {
    let target = QualType { ty: target, qualifiers: Qualifiers::default() };
    QualType { ty: Type::Pointer(Box::new(target)), qualifiers: Qualifiers::default() }
}
