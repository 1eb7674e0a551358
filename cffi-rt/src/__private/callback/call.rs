//! A closure for the time of one call to C: the closure in, and after the call its panic out.

use core::cell::{Cell, UnsafeCell};
use core::ffi::c_void;
use core::fmt;
use std::panic::{self, AssertUnwindSafe};

use super::{Payload, forget, reentered, wrapper};
use crate::__private::breach::broken;
use crate::__private::thread;

/// A closure on the stack of the wrapper that lends it to C.
///
/// C gets its address as user data, and a function that [enters](CallCtx::enter) it.
pub struct CallCtx<F> {
    function: &'static str,
    thread: usize,
    /// Whether the closure is running: it may be entered once at a time.
    busy: Cell<bool>,
    /// The first panic; the closure is not entered after it.
    parked: Cell<Option<Payload>>,
    closure: UnsafeCell<F>,
}

impl<F> CallCtx<F> {
    /// Holds a closure for a call to the function.
    #[inline]
    pub fn new(function: &'static str, closure: F) -> CallCtx<F> {
        CallCtx {
            function,
            thread: thread::number(),
            busy: Cell::new(false),
            parked: Cell::new(None),
            closure: UnsafeCell::new(closure),
        }
    }

    /// The user data for C, good until this value is moved or dropped.
    #[inline]
    pub fn as_ptr(&self) -> *mut c_void {
        (&raw const *self).cast_mut().cast()
    }

    /// Runs `body` with the closure, in a function that C calls.
    ///
    /// C gets what `on_panic` returns if the body panics, if it has panicked before, or if it is running.
    /// It aborts on another thread.
    ///
    /// # Safety
    ///
    /// `context` came from [`as_ptr`](CallCtx::as_ptr) of a `CallCtx<F>` with the same `F`, lifetimes aside, which has
    /// not been moved or dropped since, and what the closure borrows is still borrowed.
    pub unsafe fn enter<R>(context: *mut c_void, on_panic: impl FnOnce() -> R, body: impl FnOnce(&mut F) -> R) -> R {
        // SAFETY: the context is alive and of this type, as the caller says. It is only referred to as shared; another
        // thread reads no more than the two fields that never change.
        let this = unsafe { &*context.cast::<CallCtx<F>>().cast_const() };
        if this.thread != thread::number() {
            broken(this.function, "called a closure on another thread");
        }
        if this.has_panicked() {
            return on_panic();
        }
        if this.busy.replace(true) {
            this.park(reentered(this.function));
            return on_panic();
        }
        // SAFETY: `busy` was unset, so that no other reference to the closure is in use, on the only thread that comes
        // here; it stays set until the body has ended.
        let result = panic::catch_unwind(AssertUnwindSafe(|| body(unsafe { &mut *this.closure.get() })));
        this.busy.set(false);
        match result {
            Ok(result) => result,
            Err(payload) => {
                this.park(payload);
                on_panic()
            }
        }
    }

    /// Ends the call, once its results are in hands that clean up.
    ///
    /// # Panics
    ///
    /// If the closure has panicked, with that panic.
    #[inline]
    pub fn finish(self) {
        if let Some(payload) = self.parked.take() {
            panic::resume_unwind(payload);
        }
    }

    #[inline]
    fn has_panicked(&self) -> bool {
        let parked = self.parked.take();
        let has_panicked = parked.is_some();
        self.parked.set(parked);
        has_panicked
    }

    /// A later panic is forgotten.
    fn park(&self, payload: Payload) {
        match self.parked.take() {
            None => self.parked.set(Some(payload)),
            first @ Some(_) => {
                self.parked.set(first);
                forget(payload);
            }
        }
    }
}

impl<F> Drop for CallCtx<F> {
    /// Another panic has come before `finish`.
    #[inline]
    fn drop(&mut self) {
        if let Some(payload) = self.parked.take() {
            wrapper::report(payload);
        }
    }
}

impl<F> fmt::Debug for CallCtx<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CallCtx").field("function", &self.function).field("busy", &self.busy).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;
    use core::ffi::{c_int, c_void};
    use std::panic::AssertUnwindSafe;
    use std::thread;

    use super::CallCtx;
    use crate::__private::callback::no_answer;
    use crate::__private::support::{aborts, message};

    type Callback = unsafe extern "C" fn(c_int, *mut c_void) -> c_int;

    /// As a C function that calls back until it gets a negative number.
    unsafe extern "C" fn each(count: c_int, callback: Callback, context: *mut c_void) -> c_int {
        // SAFETY: the caller passes the callback and its context.
        (0..count).find(|number| unsafe { callback(*number, context) } < 0).unwrap_or(count)
    }

    /// As the macro writes it.
    unsafe extern "C" fn trampoline<F: FnMut(c_int) -> c_int>(number: c_int, context: *mut c_void) -> c_int {
        // SAFETY: `each` passes the context on that its wrapper gave it.
        unsafe { CallCtx::<F>::enter(context, || -1, |closure| closure(number)) }
    }

    fn safe_each<F: FnMut(c_int) -> c_int>(count: c_int, closure: F) -> c_int {
        let context = CallCtx::new("each", closure);
        // SAFETY: trampoline and context belong together, and the context is there until `finish`.
        let result = unsafe { each(count, trampoline::<F>, context.as_ptr()) };
        context.finish();
        result
    }

    #[test]
    fn a_closure_borrows_the_stack() {
        let mut seen = Vec::new();
        let stopped = safe_each(10, |number| {
            seen.push(number);
            if number == 2 { -1 } else { 0 }
        });
        assert_eq!((stopped, seen), (2, vec![0, 1, 2]));
    }

    #[test]
    fn a_panic_ends_the_calls_and_arrives_with_its_payload() {
        let mut calls = 0;
        let said = message(AssertUnwindSafe(|| {
            safe_each(10, |number| {
                calls += 1;
                if number == 1 {
                    panic!("at {number}")
                }
                0
            });
        }));
        assert_eq!((said.as_str(), calls), ("at 1", 2));
    }

    #[test]
    fn a_closure_is_not_entered_after_its_panic() {
        let mut calls = 0;
        let context = CallCtx::new("f", || {
            calls += 1;
            panic!("first")
        });
        fn enter<F: FnMut()>(context: &CallCtx<F>) -> c_int {
            // SAFETY: the context is borrowed, and its type is the same.
            unsafe {
                CallCtx::<F>::enter(
                    context.as_ptr(),
                    || 7,
                    |closure| {
                        closure();
                        0
                    },
                )
            }
        }
        assert_eq!([enter(&context), enter(&context)], [7, 7]);
        assert_eq!(message(AssertUnwindSafe(|| context.finish())), "first");
        assert_eq!(calls, 1);
    }

    #[test]
    fn a_second_entry_panics_after_the_call() {
        type Enter = fn(*mut c_void) -> c_int;
        type Again = Cell<Option<(Enter, *mut c_void)>>;
        // The type of a closure can't be written.
        fn run<F: FnMut() -> c_int>(closure: F, again: &Again) {
            let context = CallCtx::new("f", closure);
            // SAFETY: the context is of this type, and alive while the closure runs.
            let enter: Enter = |context| unsafe { CallCtx::<F>::enter(context, || -1, |closure| closure()) };
            again.set(Some((enter, context.as_ptr())));
            assert_eq!(enter(context.as_ptr()), 5);
            context.finish();
        }
        let said = message(|| {
            let again = Again::new(None);
            let closure = || {
                let (enter, context) = again.get().expect("it is running");
                assert_eq!(enter(context), -1);
                5
            };
            run(closure, &again);
        });
        assert_eq!(said, "`f`: its closure was called while it was running");
    }

    #[test]
    fn calls_nest() {
        let mut inner = 0;
        assert_eq!(
            safe_each(3, |_| {
                safe_each(2, |_| {
                    inner += 1;
                    0
                })
            }),
            3
        );
        assert_eq!(inner, 6);
    }

    #[test]
    fn a_panic_goes_through_nested_calls() {
        let said = message(|| {
            safe_each(3, |_| safe_each(2, |_| panic!("inside")));
        });
        assert_eq!(said, "inside");
    }

    #[test]
    fn another_thread_aborts() {
        let said = aborts("__private::callback::call::tests::another_thread_aborts", || {
            let context = CallCtx::new("each", |_: c_int| 0);
            let address = context.as_ptr().expose_provenance();
            fn enter<F: FnMut(c_int) -> c_int>(_: &CallCtx<F>) -> Callback {
                trampoline::<F>
            }
            let callback = enter(&context);
            let _ = thread::spawn(move || {
                // SAFETY: the context is alive; the thread is what it tests.
                unsafe { callback(0, core::ptr::with_exposed_provenance_mut(address)) }
            })
            .join();
        });
        assert!(said.contains("`each` called a closure on another thread"), "{said}");
    }

    #[test]
    fn without_a_value_for_c_a_panic_aborts() {
        let said = aborts("__private::callback::call::tests::without_a_value_for_c_a_panic_aborts", || {
            let context = CallCtx::new("each", || panic!("no value"));
            fn enter<F: FnMut() -> c_int>(context: &CallCtx<F>) -> c_int {
                // SAFETY: the context is borrowed, and its type is the same.
                unsafe { CallCtx::<F>::enter(context.as_ptr(), || no_answer("each"), |closure| closure()) }
            }
            enter(&context);
        });
        assert!(said.contains("a closure of `each` has panicked, and no `cdef_on_panic`"), "{said}");
    }
}
