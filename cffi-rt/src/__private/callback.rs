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

use super::breach;

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

/// Fills memory of C's with zeroes, which a closure may read then; NULL has none.
/// It aborts where there can't be so many elements.
///
/// # Safety
///
/// Unless the pointer is NULL or the count zero, there is memory for so many elements, which nobody else uses.
#[inline]
pub unsafe fn empty<T>(start: *mut T, count: i128, function: &'static str) {
    if let Some(count) = breach::elements(start, count, function) {
        // SAFETY: there is memory for so many elements.
        unsafe { start.write_bytes(0, count) };
    }
}

/// Refuses the answer of a closure that it has filled more of a buffer than there is.
///
/// # Panics
///
/// If it is more than the buffer holds; C then gets what it gets for a panic.
#[inline]
pub fn filled(answer: i128, is_null: bool, room: i128, function: &'static str) {
    let room = if is_null { 0 } else { room };
    assert!(
        answer <= room,
        "`{function}`: its closure says that it wrote {answer} elements, but there is room for {room}"
    );
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

#[cfg(test)]
mod tests {
    use core::ptr;

    use super::{empty, filled};
    use crate::__private::support::message;

    #[test]
    fn memory_is_emptied_as_far_as_c_says() {
        let mut there = [1_u16, 2, 3];
        // SAFETY: the elements are in the array; NULL and zero have none.
        unsafe {
            empty(there.as_mut_ptr(), 2, "f");
            empty(there.as_mut_ptr(), 0, "f");
            empty(ptr::null_mut::<u16>(), 5, "f");
        }
        assert_eq!(there, [0, 0, 3]);
    }

    #[test]
    fn a_closure_fills_what_there_is() {
        filled(4, false, 4, "f");
        filled(-1, false, 4, "f");
        let said = message(|| filled(1, true, 4, "f"));
        assert_eq!(said, "`f`: its closure says that it wrote 1 elements, but there is room for 0");
    }
}
