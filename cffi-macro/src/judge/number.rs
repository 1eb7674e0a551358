//! Numbers that stand for objects (`typedef int fd cdef_destroy(close)`): whoever has one owns the object or borrows it.

use super::closed::{handle_of, target};
use super::{Judge, Outcome, Role};
use crate::model::{
    Cdef, Flow, Item, Life, Null, Owner, ParameterContract, PointerWords, QualType, Shape, Span, Type, TypedefId,
    TypedefKind,
};

/// The typedef whose words make a type such a number.
pub(crate) fn number_of(cdef: &Cdef, ty: &QualType) -> Option<TypedefId> {
    let mut ty = &ty.ty;
    while let Type::Typedef(id) = ty {
        if cdef.types.get(&Item::Typedef(*id)).is_some_and(|words| words.is_number) {
            return Some(*id);
        }
        match &cdef.typedefs[id.0].kind {
            TypedefKind::Exact(target) => ty = &target.ty,
            _ => return None,
        }
    }
    None
}

/// The numbers that a safe function takes or gives.
pub(crate) fn numbers<T>(function: &super::SafeFunction<T>) -> Vec<TypedefId> {
    let of_roles = function.roles.iter().filter_map(|role| match role {
        Role::Number(of) | Role::TakenNumber(of) | Role::OutNumber { of, .. } => Some(*of),
        _ => None,
    });
    let of_result = match function.result {
        Outcome::Number(of) => Some(of),
        _ => None,
    };
    of_roles.chain(of_result).collect()
}

/// Whether an object may change threads, and whether several may use it.
#[derive(Clone, Copy)]
struct Threads {
    sends: bool,
    shares: bool,
}

impl Judge<'_> {
    /// A parameter that is such a number, or points to some.
    pub(super) fn number(&mut self, index: usize) -> Option<Role<QualType>> {
        let ty = self.type_of(index);
        let words = &self.contract.parameters[index];
        if let Some(of) = number_of(self.cdef, ty) {
            self.expect_destroyed(of, None);
            let taken = matches!(words.outer.owner, Some((Owner::Callee, _)));
            if !says_no_more(words, taken) {
                self.parameter_lacks(
                    index,
                    "is a number that stands for an object, of which only `cdef_consumed` says more",
                );
            }
            return Some(if taken { Role::TakenNumber(of) } else { Role::Number(of) });
        }
        let pointee = target(self.cdef, ty)?;
        let of = number_of(self.cdef, pointee)?;
        self.expect_destroyed(of, None);
        let owned = matches!(words.outer.owner, Some((Owner::Caller, _)));
        let never_null = !matches!(words.outer.null, Some((Null::Allowed, _)));
        let length = match (&words.flow, &words.outer.shape) {
            (Some((Flow::Out, _)), None | Some((Shape::Single, _))) if owned && never_null => None,
            (Some((Flow::Out, _)), Some((Shape::Fixed(length), _))) if owned && never_null => Some(self.before(length)),
            _ => {
                let hint = "they are given by `_Out_` and `cdef_owned`, one by one or as an array";
                self.parameter_lacks(index, &format!("points to numbers that stand for objects: {hint}"));
                None
            }
        };
        if words.always {
            self.parameter_lacks(
                index,
                "gives numbers that stand for objects even on failure, which nobody would destroy",
            );
        }
        Some(Role::OutNumber { of, length })
    }

    /// A result that is such a number.
    pub(super) fn given_number(&mut self, result: &QualType) -> Option<Outcome<QualType>> {
        let of = number_of(self.cdef, result)?;
        self.expect_destroyed(of, None);
        let words = &self.contract.result;
        match words.owner {
            Some((Owner::Caller, _)) if words.shape.is_none() && words.null.is_none() => {}
            _ => {
                let hint = "say `cdef_owned` if it is the caller's, and nothing else";
                let span = self.cdef.functions[self.id.0].name.span;
                self.lacks(Some(span), format!("its result is a number that stands for an object: {hint}"));
            }
        }
        Some(Outcome::Number(of))
    }

    fn expect_destroyed(&mut self, of: TypedefId, span: Option<Span>) {
        let words = self.cdef.types.get(&Item::Typedef(of));
        if words.is_none_or(|words| words.destroy.is_none()) {
            let name = &self.cdef.typedefs[of.0].name.text;
            self.lacks(span, format!("`{name}` has no destructor: say `cdef_destroy(f)` behind its name"));
        }
    }

    // What comes from an object may use it; where that can go to another thread, both would use it at once.
    pub(super) fn threads_of_numbers(&mut self, roles: &[Role<QualType>], result: &Outcome<QualType>) {
        let number = |of: TypedefId| self.threads_of(Item::Typedef(of));
        let is_independent = |words: &PointerWords| matches!(words.life, Some((Life::Static, _)));
        let mut made = Vec::new();
        match result {
            Outcome::Number(of) if !is_independent(&self.contract.result) => made.push((true, number(*of))),
            Outcome::Owned { target, .. } if !is_independent(&self.contract.result) => {
                made.extend(self.threads_of_object(target).map(|threads| (false, threads)));
            }
            _ => {}
        }
        for (role, words) in roles.iter().zip(&self.contract.parameters) {
            match role {
                Role::OutNumber { of, .. } if !is_independent(&words.outer) => made.push((true, number(*of))),
                Role::OutPointer { what: Outcome::Owned { target, .. }, .. } if !is_independent(&words.inner) => {
                    made.extend(self.threads_of_object(target).map(|threads| (false, threads)));
                }
                _ => {}
            }
        }
        let mut shared = Vec::new();
        for (index, role) in roles.iter().enumerate() {
            let (is_number, parent) = match role {
                Role::Number(of) => (true, number(*of)),
                Role::Reference { target, .. } => match self.threads_of_object(target) {
                    Some(threads) => (false, threads),
                    None => continue,
                },
                _ => continue,
            };
            // Of objects alone `threads` knows more.
            let risky = |(of_number, made): &(bool, Threads)| {
                (is_number || *of_number) && parent.sends && !(parent.shares && made.shares)
            };
            // A word that says nothing here is refused already.
            let bound = self.contract.parameters[index].bound.is_some();
            if !bound && made.iter().any(risky) {
                shared.push(index);
            }
        }
        for index in shared {
            let hint = "say `cdef_static` of what is given if that is independent";
            self.parameter_lacks(index, &format!("may be used by what is given while another thread has it: {hint}"));
        }
    }

    /// Whether the call uses or gives a number that may change threads, which can take others along.
    pub(super) fn numbers_that_travel(&self, roles: &[Role<QualType>], result: &Outcome<QualType>) -> bool {
        let given = match result {
            Outcome::Number(of) => Some(*of),
            _ => None,
        };
        let all = roles.iter().filter_map(|role| match role {
            Role::Number(of) | Role::OutNumber { of, .. } => Some(*of),
            _ => None,
        });
        all.chain(given).any(|of| self.threads_of(Item::Typedef(of)).sends)
    }

    /// Refuses numbers that stay on their thread, where C takes them to what does not.
    pub(super) fn refuse_moved_numbers(&mut self, roles: &[Role<QualType>], travels: bool) {
        let name = &self.cdef.functions[self.id.0].name.text;
        for (index, role) in roles.iter().enumerate() {
            let Role::TakenNumber(of) = role else { continue };
            let words = self.cdef.types.get(&Item::Typedef(*of));
            let ends = words.and_then(|words| words.destroy.as_ref()).is_some_and(|end| end.function.text == *name);
            if travels && !ends && !self.threads_of(Item::Typedef(*of)).sends {
                let own = &self.cdef.typedefs[of.0].name.text;
                let hint = format!("say `cdef_send` of `{own}` too, if that is true");
                self.parameter_lacks(index, &format!("goes with an object to other threads: {hint}"));
            }
        }
    }

    fn threads_of(&self, item: Item) -> Threads {
        let words = self.cdef.types.get(&item);
        Threads {
            sends: words.is_some_and(|words| words.send.is_some()),
            shares: words.is_some_and(|words| words.sync.is_some()),
        }
    }

    fn threads_of_object(&self, target: &QualType) -> Option<Threads> {
        let pointer = QualType { ty: Type::Pointer(Box::new(target.clone())), qualifiers: Default::default() };
        let words = handle_of(self.cdef, self.facts, &pointer)?.words(self.cdef)?;
        Some(Threads { sends: words.send.is_some(), shares: words.sync.is_some() })
    }
}

fn says_no_more(words: &ParameterContract, taken: bool) -> bool {
    let ParameterContract { outer, inner, flow, in_out, inner_read, always, range: _, bound: _, captured, callback } =
        words;
    let PointerWords { shape, null, owner, life, shared } = outer;
    let of_pointer = shape.is_some() || null.is_some() || life.is_some() || shared.is_some() || !inner.is_empty();
    let has_flow = flow.as_ref().is_some_and(|(flow, _)| *flow != Flow::In);
    let kept = captured.is_some() || callback.is_some() || inner_read.is_some();
    !of_pointer && !has_flow && !in_out && !always && !kept && (taken || owner.is_none())
}
