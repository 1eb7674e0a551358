//! Calls from Rust to C: a panic that was parked below one in, the same panic on the Rust side of C out.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::mem::{self, ManuallyDrop};
use std::io::{self, Write};
use std::panic;

use super::{Payload, forget};

/// A call from Rust to C while it lasts, on one thread.
///
/// When it [finishes](Wrapper::finish), it resumes the panic of a boxed closure that C called meanwhile, so that no Rust
/// code goes on as if the closure had run; a closure around it parks the panic again, and so it reaches the outermost.
/// Where a call is dropped instead, by the destructor of a handle or by another panic, it leaves the panic to the call
/// around it, and if there is none only reports it.
#[must_use]
pub struct Wrapper {
    /// It counts for its thread.
    not_send: PhantomData<*mut ()>,
}

/// Nothing here has a destructor, so that all of it can be used while a thread ends.
struct Thread {
    depth: Cell<usize>,
    parked: Cell<Option<ManuallyDrop<Payload>>>,
}

std::thread_local! {
    static THREAD: Thread = const { Thread { depth: Cell::new(0), parked: Cell::new(None) } };
}

impl Wrapper {
    /// Begins a call.
    #[inline]
    pub fn enter() -> Wrapper {
        THREAD.with(|thread| thread.depth.set(thread.depth.get() + 1));
        Wrapper { not_send: PhantomData }
    }

    /// Ends the call, once its results are in hands that clean up.
    ///
    /// # Panics
    ///
    /// If a closure has panicked meanwhile, with that panic.
    #[inline]
    pub fn finish(self) {
        mem::forget(self);
        leave();
        if let Some(payload) = take() {
            panic::resume_unwind(payload);
        }
    }
}

impl Drop for Wrapper {
    #[inline]
    fn drop(&mut self) {
        if leave() == 0
            && let Some(payload) = take()
        {
            report(payload);
        }
    }
}

impl fmt::Debug for Wrapper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Wrapper")
    }
}

/// How many calls are left on this thread.
#[inline]
fn leave() -> usize {
    THREAD.with(|thread| {
        let depth = thread.depth.get() - 1;
        thread.depth.set(depth);
        depth
    })
}

#[inline]
fn take() -> Option<Payload> {
    THREAD.with(|thread| thread.parked.take().map(ManuallyDrop::into_inner))
}

/// Keeps a panic for the end of the call.
///
/// Later panics are forgotten, as is one on a thread that Rust has not called C on: the panic hook has reported it.
#[cold]
#[inline(never)]
pub(super) fn park(payload: Payload) {
    THREAD.with(|thread| {
        let first = thread.parked.take();
        if thread.depth.get() == 0 || first.is_some() {
            forget(payload);
            thread.parked.set(first);
        } else {
            thread.parked.set(Some(ManuallyDrop::new(payload)));
        }
    });
}

/// Whether a panic waits on this thread; until it is resumed, no closure is entered.
#[inline]
pub(super) fn is_parked() -> bool {
    THREAD.with(|thread| {
        let parked = thread.parked.take();
        let is_parked = parked.is_some();
        thread.parked.set(parked);
        is_parked
    })
}

/// Says what becomes of a panic that cannot be resumed.
#[cold]
#[inline(never)]
pub(super) fn report(payload: Payload) {
    let text = match (payload.downcast_ref::<String>(), payload.downcast_ref::<&str>()) {
        (Some(text), _) => text,
        (None, Some(text)) => *text,
        (None, None) => "a value that is no text",
    };
    let _ =
        writeln!(io::stderr(), "cdef!: a closure that C called has panicked, which a destructor can't pass on: {text}");
    forget(payload);
}

#[cfg(test)]
mod tests {
    use std::panic::{AssertUnwindSafe, catch_unwind};

    use super::{Wrapper, is_parked, park};
    use crate::__private::support::message;

    #[test]
    fn the_call_below_which_a_closure_panicked_resumes_the_first_panic() {
        let said = message(|| {
            let _outer = Wrapper::enter();
            let inner = Wrapper::enter();
            park(Box::new("first"));
            park(Box::new("second"));
            inner.finish();
        });
        assert_eq!(said, "first");
        assert!(!is_parked());
        Wrapper::enter().finish();
    }

    #[test]
    fn a_dropped_call_reports_a_panic_and_does_not_resume_it() {
        let outer = Wrapper::enter();
        park(Box::new("reported"));
        drop(outer);
        assert!(!is_parked());
    }

    #[test]
    fn a_dropped_inner_call_leaves_the_panic_to_the_outer() {
        let said = message(|| {
            let outer = Wrapper::enter();
            let inner = Wrapper::enter();
            park(Box::new("waits"));
            drop(inner);
            outer.finish();
        });
        assert_eq!(said, "waits");
    }

    #[test]
    fn a_panic_outside_of_all_calls_is_not_kept() {
        park(Box::new("lost"));
        assert!(!is_parked());
        Wrapper::enter().finish();
    }

    #[test]
    fn later_panics_are_forgotten_without_their_destructor() {
        struct Bomb;
        impl Drop for Bomb {
            fn drop(&mut self) {
                panic!("the destructor ran");
            }
        }
        let outer = Wrapper::enter();
        park(Box::new("first"));
        park(Box::new(Bomb));
        let resumed = catch_unwind(AssertUnwindSafe(|| outer.finish())).expect_err("it resumes");
        assert_eq!(resumed.downcast_ref(), Some(&"first"));
        park(Box::new(Bomb));
        let reported = Wrapper::enter();
        park(Box::new(Bomb));
        drop(reported);
    }
}
