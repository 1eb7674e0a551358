//! A closure that C keeps: the closure in, an address for C out, which C gives back when it is done.

use core::cell::UnsafeCell;
use core::ffi::c_void;
use core::fmt;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::panic::{self, AssertUnwindSafe};

use super::{Payload, reentered, stop, wrapper};
use crate::__private::breach::broken;
use crate::__private::thread;

/// A closure on the heap, which C calls after the call that registered it, and until it is destroyed.
///
/// C gets its address as user data, a function that [enters](BoxCtx::enter) it and one that
/// [destroys](BoxCtx::destroy) it.
pub struct BoxCtx<F> {
    function: &'static str,
    /// The thread that the closure stays on, or zero if it may be on any.
    thread: usize,
    /// Twice the number of the thread that runs the closure, if one does, and [`DEAD`] once C has destroyed it.
    state: AtomicUsize,
    closure: UnsafeCell<F>,
}

/// Set if C has destroyed the closure while it ran, so that the end of the run frees it.
const DEAD: usize = 1;

impl<F: 'static> BoxCtx<F> {
    /// A closure that C may call and destroy on this thread only.
    #[must_use]
    pub fn local(function: &'static str, closure: F) -> *mut c_void {
        BoxCtx::keep(function, thread::number(), closure)
    }

    /// A closure that C may call and destroy on any thread; two that call it at once don't both run it.
    #[must_use]
    pub fn sendable(function: &'static str, closure: F) -> *mut c_void
    where
        F: Send,
    {
        BoxCtx::keep(function, 0, closure)
    }

    fn keep(function: &'static str, thread: usize, closure: F) -> *mut c_void {
        let state = AtomicUsize::new(0);
        Box::into_raw(Box::new(BoxCtx { function, thread, state, closure: UnsafeCell::new(closure) })).cast()
    }

    /// Runs `body` with the closure, in a function that C calls.
    ///
    /// C gets what `on_panic` returns if the body panics, if a panic waits on this thread, or if the closure is
    /// running. The panic resumes at the end of the call to C that is in progress on this thread, if there is one.
    /// It aborts if the closure belongs to another thread.
    ///
    /// # Safety
    ///
    /// `context` came from [`local`](BoxCtx::local) or [`sendable`](BoxCtx::sendable) with the same `F`, and C has not
    /// destroyed it.
    pub unsafe fn enter<R>(context: *mut c_void, on_panic: impl FnOnce() -> R, body: impl FnOnce(&mut F) -> R) -> R {
        let context = context.cast::<BoxCtx<F>>();
        // SAFETY: the context is alive and of this type, as the caller says, and only referred to as shared.
        let this = unsafe { &*context.cast_const() };
        this.check_thread("called a closure on another thread");
        if wrapper::is_parked() {
            return on_panic();
        }
        let running = thread::number() << 1;
        // Acquires what the run before has done to the closure.
        if let Err(state) = this.state.compare_exchange(0, running, Ordering::Acquire, Ordering::Relaxed) {
            if state & !DEAD == running {
                wrapper::park(reentered(this.function));
            }
            return on_panic();
        }
        // SAFETY: the state was zero and is this run's now, so that no other reference to the closure is in use, nor is
        // it freed, until the state changes; a closure that isn't `Send` is on its thread.
        let result = panic::catch_unwind(AssertUnwindSafe(|| body(unsafe { &mut *this.closure.get() })));
        // Releases what this run has done, and acquires what came before the end of the closure.
        if this.state.compare_exchange(running, 0, Ordering::Release, Ordering::Acquire).is_err() {
            // SAFETY: only `DEAD` can have been added, by a `destroy` that has left the context to this run.
            unsafe { free(context) };
        }
        // `this` may be gone from here on.
        result.unwrap_or_else(|payload| {
            wrapper::park(payload);
            on_panic()
        })
    }

    /// Runs `body` with a closure that C calls only once, and frees it.
    ///
    /// # Safety
    ///
    /// As [`enter`](BoxCtx::enter), and C uses the context no more.
    pub unsafe fn enter_once<R>(context: *mut c_void, on_panic: impl FnOnce() -> R, body: impl FnOnce(F) -> R) -> R {
        let context = context.cast::<BoxCtx<F>>();
        // SAFETY: the context is alive and of this type, as the caller says, and only referred to as shared.
        unsafe { &*context.cast_const() }.check_thread("called a closure on another thread");
        // SAFETY: the context came from a `Box` of this type, and nobody uses it any more; a closure that isn't `Send`
        // is on its thread.
        let this = unsafe { Box::from_raw(context) };
        let closure = this.closure.into_inner();
        panic::catch_unwind(AssertUnwindSafe(|| body(closure))).unwrap_or_else(|payload| {
            wrapper::park(payload);
            on_panic()
        })
    }

    /// Frees the closure, in a function that C calls when it is done with it, or after the run that is in progress.
    ///
    /// It aborts if the closure belongs to another thread, and if its destructor panics.
    ///
    /// # Safety
    ///
    /// As [`enter`](BoxCtx::enter), and C uses the context no more.
    pub unsafe fn destroy(context: *mut c_void) {
        let context = context.cast::<BoxCtx<F>>();
        // SAFETY: the context is alive and of this type, as the caller says, and only referred to as shared.
        let this = unsafe { &*context.cast_const() };
        this.check_thread("destroyed a closure on another thread");
        // Releases what came before to a run in progress, and acquires what the last one has done.
        match this.state.fetch_or(DEAD, Ordering::AcqRel) {
            // SAFETY: the closure isn't running, and C uses it no more; if it isn't `Send`, it is on its thread.
            0 => unsafe { free(context) },
            state if state & DEAD != 0 => broken(this.function, "destroyed a closure twice"),
            _ => {}
        }
    }

    /// Frees a closure that C has refused, from Rust.
    ///
    /// # Safety
    ///
    /// As [`enter`](BoxCtx::enter), C uses the context no more, and the closure is not running. The thread is the one
    /// that made it.
    pub unsafe fn discard(context: *mut c_void) {
        // SAFETY: the context came from a `Box` of this type, and nobody uses it any more.
        drop(unsafe { Box::from_raw(context.cast::<BoxCtx<F>>()) });
    }

    #[inline]
    fn check_thread(&self, breach: &'static str) {
        if self.thread != 0 && self.thread != thread::number() {
            broken(self.function, breach);
        }
    }
}

/// # Safety
///
/// The context came from a `Box`, and nobody uses it any more; a closure that isn't `Send` is on its thread.
unsafe fn free<F>(context: *mut BoxCtx<F>) {
    // SAFETY: as the caller says.
    let this = unsafe { Box::from_raw(context) };
    let function = this.function;
    let dropped: Result<(), Payload> = panic::catch_unwind(AssertUnwindSafe(|| drop(this)));
    if dropped.is_err() {
        stop(format_args!("the destructor of a closure of `{function}` has panicked, which C can't pass on"));
    }
}

impl<F> fmt::Debug for BoxCtx<F> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("BoxCtx").field("function", &self.function).field("state", &self.state).finish_non_exhaustive()
    }
}

#[cfg(test)]
mod tests;
