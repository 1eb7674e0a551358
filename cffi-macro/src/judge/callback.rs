//! A parameter that points to a function in, the closure that Rust gives for it out.
//!
//! The callback's prototype is read the other way round: what C passes in is what Rust gets.

use super::closed::{handle_of, is_integer, scalar, target};
use super::{Judge, Owners, Role};
use crate::model::{CallbackContract, CallbackScope, Clause, DestroyerCalled, Item, QualType, Signature, Term, Type};
use crate::plan::Abi;

/// A function that C calls with user data, which makes it a closure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Closure<T> {
    pub(crate) kept: Kept,
    /// Where the callback gets its user data.
    pub(crate) context: Option<usize>,
    /// The function's own parameter of the user data.
    pub(crate) data: Option<usize>,
    pub(crate) nullable: bool,
    /// By position, in the callback's own prototype.
    pub(crate) parameters: Vec<Given<T>>,
    pub(crate) on_panic: OnPanic,
}

/// How long C calls it.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Kept {
    Call,
    /// The same, but C passes no user data.
    WithoutData,
    Once(Threads),
    Until {
        threads: Threads,
        refused: Registration,
    },
    Forever(Threads),
}

/// Where a closure may run.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Threads {
    One,
    Any,
}

/// Who frees a closure if its registration fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Registration {
    FreedByC,
    FreedByRust,
}

/// What C gets if the closure panics.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum OnPanic {
    /// It takes nothing.
    Nothing,
    Number(i128),
    Newtype(i128),
    /// There is no `cdef_on_panic`.
    Abort,
}

/// A parameter of the closure.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Given<T> {
    Value(T),
    /// The user data, and the lengths of others.
    Hidden,
    /// `&CStr`
    Text {
        nullable: bool,
    },
    /// `&T`
    Reference {
        target: T,
        nullable: bool,
    },
    /// `&[T]`
    Run {
        element: T,
        count: Term,
    },
    /// `&[&CStr]`, `&[Option<&CStr>]`
    Texts {
        count: Term,
        nullable: bool,
    },
    /// `&mut T`
    Out {
        target: T,
        before: Before,
        nullable: bool,
    },
    /// `&mut [T]`
    OutRun {
        element: T,
        count: Term,
        before: Before,
        /// The closure's result tells how much of it there is.
        told: bool,
    },
    /// `Owned<T>`, `Shared<T>`
    Owned {
        target: T,
        owners: Owners,
        nullable: bool,
    },
}

/// What stands in memory that a closure writes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Before {
    /// Values of C's.
    Values,
    /// Nothing: it is filled with zeroes, which no closure can forget.
    Nothing,
}

impl<T> Closure<T> {
    pub(super) fn map<U>(&self, value: &dyn Fn(&T) -> U, element: &dyn Fn(&T) -> U) -> Closure<U> {
        let parameters = self.parameters.iter().map(|given| match given {
            Given::Value(ty) => Given::Value(value(ty)),
            Given::Hidden => Given::Hidden,
            Given::Text { nullable } => Given::Text { nullable: *nullable },
            Given::Reference { target, nullable } => Given::Reference { target: value(target), nullable: *nullable },
            Given::Run { element: ty, count } => Given::Run { element: element(ty), count: count.clone() },
            Given::Out { target, before, nullable } => {
                Given::Out { target: value(target), before: *before, nullable: *nullable }
            }
            Given::OutRun { element: ty, count, before, told } => {
                Given::OutRun { element: element(ty), count: count.clone(), before: *before, told: *told }
            }
            Given::Owned { target, owners, nullable } => {
                Given::Owned { target: value(target), owners: *owners, nullable: *nullable }
            }
            Given::Texts { count, nullable } => Given::Texts { count: count.clone(), nullable: *nullable },
        });
        Closure {
            kept: self.kept.clone(),
            context: self.context,
            data: self.data,
            nullable: self.nullable,
            parameters: parameters.collect(),
            on_panic: self.on_panic.clone(),
        }
    }
}

impl<'a> Judge<'a> {
    /// A parameter that is part of a closure which another one stands for.
    pub(super) fn closure_data(&mut self, index: usize) -> Option<Role<QualType>> {
        let contract = self.contract;
        let function = &self.cdef.functions[self.id.0];
        let name = &function.parameter_names.get(index)?.as_ref()?.text;
        let mut of_data = None;
        for (other, words) in contract.parameters.iter().enumerate() {
            let Some(callback) = &words.callback else { continue };
            if matches!(&callback.scope, Some((CallbackScope::Until(until), _)) if until.text == *name) {
                return Some(Role::Destroyer(other));
            }
            let Some((Some(context), span)) = &callback.closure else { continue };
            if self.data_of(callback, &context.text) != Some(index) {
                continue;
            }
            if of_data.replace(other).is_some() {
                let hint = "a function of C in the block can give each its own";
                self.lacks(Some(*span), format!("`{name}` is the user data of two callbacks: {hint}"));
            }
        }
        let is_pointer = target(self.cdef, self.type_of(index));
        if of_data.is_some() && !is_pointer.is_some_and(|target| *self.cdef.resolve(&target.ty) == Type::Void) {
            self.parameter_lacks(index, "is user data, but no `void *`");
        }
        of_data.map(Role::Context)
    }

    // `cdef_closure(ctx)` names the callback's own parameter, and the function's of the same name; where that has
    // another name, it is the only `void *` that nothing else is said of.
    fn data_of(&self, callback: &CallbackContract, context: &str) -> Option<usize> {
        let function = &self.cdef.functions[self.id.0];
        let named = |index: &usize| {
            function.parameter_names.get(*index).and_then(Option::as_ref).is_some_and(|name| name.text == context)
        };
        let is_data = |index: &usize| {
            let words = &self.contract.parameters[*index];
            let is_void = target(self.cdef, self.type_of(*index))
                .is_some_and(|target| *self.cdef.resolve(&target.ty) == Type::Void);
            is_void && words.outer.is_empty() && words.flow.is_none() && words.callback.is_none()
        };
        let all = 0..function.signature.parameters.len();
        all.clone().find(named).or_else(|| {
            let is_known = callback.parameter_names.iter().flatten().any(|name| name.text == context);
            let mut unsaid = all.filter(is_data);
            match (is_known, unsaid.next(), unsaid.next()) {
                (true, only, None) => only,
                _ => None,
            }
        })
    }

    pub(super) fn callback(
        &mut self,
        index: usize,
        function: &'a QualType,
        words: Option<&'a CallbackContract>,
        nullable: bool,
    ) -> Role<QualType> {
        let Type::Function(signature) = self.cdef.resolve(&function.ty) else {
            return Role::Plain { nullable };
        };
        // What Rust can't define was refused whatever the words.
        if self.traits.direct_abi(signature).is_none() {
            return Role::Plain { nullable };
        }
        let none = CallbackContract::default();
        let words = words.unwrap_or(&none);
        if signature.variadic {
            self.parameter_lacks(index, "is a callback that takes variable arguments");
        }
        self.callback_result(index, &signature.result);
        let Some((context, _)) = &words.closure else {
            return self.plain(index, signature, nullable);
        };
        let position = context.as_ref().and_then(|context| {
            let all = &words.parameter_names;
            all.iter().position(|name| name.as_ref().is_some_and(|name| name.text == context.text))
        });
        // Where C calls the user data otherwise than the callback does, the only bare `void *` must be it.
        let position = position.or_else(|| context.as_ref().and_then(|_| self.bare_pointer(signature, words)));
        let data = context.as_ref().and_then(|context| self.data_of(words, &context.text));
        if context.is_some() && (position.is_none() || data.is_none()) {
            self.parameter_lacks(index, "is a closure, but its user data are no parameter of both functions");
        }
        let kept = self.kept(index, words, context.is_some());
        if nullable && kept == Kept::WithoutData {
            self.parameter_lacks(index, "is a callback without user data that may be null");
        }
        let parameters = self.given_all(index, signature, words, position);
        let on_panic = self.on_panic(index, &signature.result, words.on_panic.as_ref());
        Role::Closure(Box::new(Closure { kept, context: position, data, nullable, parameters, on_panic }))
    }

    fn bare_pointer(&self, signature: &Signature, words: &CallbackContract) -> Option<usize> {
        let is_bare = |index: &usize| {
            let is_void = target(self.cdef, &signature.parameters[*index])
                .is_some_and(|target| *self.cdef.resolve(&target.ty) == Type::Void);
            is_void && words.parameters.get(*index).is_none_or(|words| words.outer.is_empty())
        };
        let mut all = (0..signature.parameters.len()).filter(is_bare);
        match (all.next(), all.next()) {
            (only, None) => only,
            _ => None,
        }
    }

    fn plain(&mut self, index: usize, signature: &Signature, nullable: bool) -> Role<QualType> {
        for ty in &signature.parameters {
            if let Err(why) = scalar(self.cdef, self.facts, ty) {
                let hint = "say `cdef_closure(user_data)` of it, and the words of its parameters";
                self.parameter_lacks(index, &format!("is a callback, a parameter of which {why}: {hint}"));
            }
        }
        Role::Plain { nullable }
    }

    fn callback_result(&mut self, index: usize, result: &QualType) {
        if *self.cdef.resolve(&result.ty) == Type::Void {
            return;
        }
        if let Err(why) = scalar(self.cdef, self.facts, result) {
            self.parameter_lacks(index, &format!("is a callback, the result of which {why}"));
        }
    }

    fn kept(&mut self, index: usize, words: &CallbackContract, has_data: bool) -> Kept {
        let scope = words.scope.as_ref().map(|(scope, _)| scope);
        match (scope, has_data) {
            (Some(CallbackScope::Call), _) if words.send => {
                self.parameter_lacks(index, "is a callback on other threads, whose closure must outlive the call");
                Kept::Call
            }
            (Some(CallbackScope::Call), true) => Kept::Call,
            (Some(CallbackScope::Call), false) => Kept::WithoutData,
            (None, _) => {
                let hint = "say `cdef_scope(call)`, `once`, `until(destroyer)` or `forever`";
                self.parameter_lacks(index, &format!("is a closure, and how long C keeps it is not said: {hint}"));
                Kept::Call
            }
            (Some(_), false) => {
                self.parameter_lacks(index, "is a closure without user data, which C can't keep");
                Kept::Call
            }
            (Some(CallbackScope::Once), true) => Kept::Once(self.closure_threads(words)),
            (Some(CallbackScope::Forever), true) => Kept::Forever(self.closure_threads(words)),
            (Some(CallbackScope::Until(name)), true) => {
                Kept::Until { threads: self.closure_threads(words), refused: self.destroyer(index, words, &name.text) }
            }
        }
    }

    /// The parameter by which C says that it is done.
    fn destroyer(&mut self, index: usize, words: &CallbackContract, name: &str) -> Registration {
        let contract = self.contract;
        let names = &self.cdef.functions[self.id.0].parameter_names;
        let found = names.iter().position(|given| given.as_ref().is_some_and(|given| given.text == name));
        let destroyer = found.and_then(|found| contract.parameters[found].callback.as_ref()?.destroyer.as_ref());
        if let (Some(found), None) = (found, destroyer)
            && handle_of(self.cdef, self.facts, self.type_of(found)).is_some()
        {
            let hint = "a function of C in the block can set it for one call, with `cdef_scope(call)`";
            let text = format!("is kept until `{name}` is destroyed, for which there is no safe closure yet: {hint}");
            self.parameter_lacks(index, &text);
            return Registration::FreedByC;
        }
        let (Some(found), Some(destroyer)) = (found, destroyer) else {
            let hint = format!("say `cdef_destroyer(user_data, always)` or `on_success` of `{name}`");
            self.parameter_lacks(index, &format!("is kept until `{name}`, which is no destroyer: {hint}"));
            return Registration::FreedByC;
        };
        let own = words.closure.as_ref().and_then(|(context, _)| context.as_ref());
        let same = own.is_some_and(|own| own.text == destroyer.context.text);
        let takes_data = target(self.cdef, self.type_of(found)).is_some_and(|function| {
            let Type::Function(signature) = self.cdef.resolve(&function.ty) else { return false };
            let is_void = |ty: &QualType| {
                target(self.cdef, ty).is_some_and(|target| *self.cdef.resolve(&target.ty) == Type::Void)
            };
            let [only] = signature.parameters.as_slice() else { return false };
            if self.traits.abi(signature) != Some(Abi::C) {
                self.parameter_lacks(found, "is a destroyer with a calling convention of its own");
            }
            is_void(only) && *self.cdef.resolve(&signature.result.ty) == Type::Void
        });
        if !takes_data {
            self.parameter_lacks(found, "is a destroyer, which is a `void (*)(void *)` and nothing else");
        } else if !same {
            self.parameter_lacks(found, "is a destroyer, but of other user data than the closure's");
        }
        match destroyer.called {
            DestroyerCalled::Always => Registration::FreedByC,
            DestroyerCalled::OnSuccess => Registration::FreedByRust,
        }
    }

    // C may call the closure wherever the object goes that keeps it, and anywhere if there is none.
    fn closure_threads(&self, words: &CallbackContract) -> Threads {
        let signature = &self.cdef.functions[self.id.0].signature;
        let outs = signature.parameters.iter().filter_map(|ty| target(self.cdef, ty));
        let all = signature.parameters.iter().chain([&signature.result]).chain(outs);
        let mut handles = all.filter_map(|ty| handle_of(self.cdef, self.facts, ty)).peekable();
        let stays = handles.peek().is_some()
            && handles.all(|handle| {
                handle.words(self.cdef).is_some_and(|words| words.send.is_none() && words.sync.is_none())
            });
        if stays && !words.send { Threads::One } else { Threads::Any }
    }

    fn on_panic(&mut self, index: usize, result: &QualType, value: Option<&Clause>) -> OnPanic {
        let is_void = *self.cdef.resolve(&result.ty) == Type::Void;
        let value = match value {
            None if is_void => return OnPanic::Nothing,
            None => return OnPanic::Abort,
            Some(_) if is_void => {
                self.parameter_lacks(index, "returns nothing, so that `cdef_on_panic` says nothing");
                return OnPanic::Nothing;
            }
            Some(value) => value,
        };
        let (Term::Int(number), true) = (self.before(value), self.is_integral(result)) else {
            self.parameter_lacks(index, "has a `cdef_on_panic` that is no integer which C knows while it compiles");
            return OnPanic::Abort;
        };
        if self.is_newtype(result) { OnPanic::Newtype(number) } else { OnPanic::Number(number) }
    }

    fn is_integral(&self, ty: &QualType) -> bool {
        is_integer(self.cdef, self.facts, ty) || matches!(self.cdef.resolve(&ty.ty), Type::Enum(_))
    }

    /// A status or an enum.
    pub(super) fn is_newtype(&self, ty: &QualType) -> bool {
        let mut ty = &ty.ty;
        loop {
            match ty {
                Type::Enum(_) => return true,
                Type::Typedef(id) => {
                    let words = self.cdef.types.get(&Item::Typedef(*id));
                    if words.is_some_and(|words| words.success.is_some()) {
                        return true;
                    }
                    match &self.cdef.typedefs[id.0].kind {
                        crate::model::TypedefKind::Exact(exact) => ty = &exact.ty,
                        _ => return false,
                    }
                }
                _ => return false,
            }
        }
    }
}
