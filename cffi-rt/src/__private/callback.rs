//! Closures that C calls: a panic, a second entry or another thread in, never undefined behaviour out.
//!
//! [`CallCtx`] holds a closure for one call, [`Slot`] finds it where C passes no pointer along, [`BoxCtx`] holds a
//! closure that C keeps, and [`Wrapper`] is a call from Rust to C, whose end resumes a panic that could not cross C.

mod boxed;
mod call;
mod slot;
mod wrapper;

use core::fmt;
use core::mem;
use std::any::Any;
use std::io::{self, Write};
use std::panic;
use std::process;

pub use boxed::BoxCtx;
pub use call::CallCtx;
pub use slot::Slot;
pub use wrapper::Wrapper;

/// What a panic carries.
type Payload = Box<dyn Any + Send>;

/// Lets go of a panic that will not be resumed.
///
/// A payload's destructor is code that may panic too, so it is only run where it is known not to.
#[cold]
fn forget(payload: Payload) {
    if !payload.is::<String>() && !payload.is::<&'static str>() {
        mem::forget(payload);
    }
}

/// What C gets for a panic where no `cdef_on_panic` says it: nothing, the process ends.
#[cold]
#[inline(never)]
pub fn no_answer(function: &'static str) -> ! {
    stop(format_args!("a closure of `{function}` has panicked, and no `cdef_on_panic` says what C gets instead"))
}

/// Ends the process where a panic can neither go on nor wait.
#[cold]
#[inline(never)]
fn stop(why: fmt::Arguments<'_>) -> ! {
    let _ = writeln!(io::stderr(), "cdef!: {why}");
    process::abort()
}

/// The panic that a closure gets that is called while it runs, reported by the hook as any other.
#[cold]
#[inline(never)]
fn reentered(function: &'static str) -> Payload {
    match panic::catch_unwind(|| panic!("`{function}`: its closure was called while it was running")) {
        Ok(never) => never,
        Err(payload) => payload,
    }
}
