//! Closures for C functions that pass no user data: which call is in progress on this thread, in; its closure, out.

use core::cell::Cell;
use core::ffi::c_void;
use core::ptr;

use crate::__private::breach::fail;

/// A function pointer parameter without user data, as `qsort`'s `compar`; each is a static of its own.
///
/// The function that C calls is one for all closures, whose types it can't know, so that all of a slot's contexts must
/// have one type: that of a `&mut dyn FnMut`, say.
#[derive(Debug)]
pub struct Slot {
    // Not of size zero: two slots have two addresses.
    function: &'static str,
    parameter: &'static str,
}

/// What a call in progress has lent to C, on the stack of its wrapper.
struct Entry {
    slot: *const Slot,
    context: *mut c_void,
    /// The call around it.
    below: *const Entry,
}

std::thread_local! {
    /// The innermost call of this thread; it has no destructor, so that it can be asked for while a thread ends.
    static TOP: Cell<*const Entry> = const { Cell::new(ptr::null()) };
}

impl Slot {
    /// The parameter of the function, for a static.
    #[must_use]
    pub const fn new(function: &'static str, parameter: &'static str) -> Slot {
        Slot { function, parameter }
    }

    /// Makes a call during which [`top`](Slot::top) is `context`. Calls may nest.
    #[inline]
    pub fn with<R>(&'static self, context: *mut c_void, call: impl FnOnce() -> R) -> R {
        struct Restore(*const Entry);
        impl Drop for Restore {
            fn drop(&mut self) {
                TOP.set(self.0);
            }
        }
        let entry = Entry { slot: self, context, below: TOP.get() };
        let _restore = Restore(entry.below);
        TOP.set(&raw const entry);
        call()
    }

    /// The context of the innermost call on this thread; it aborts if there is none.
    #[inline]
    #[must_use]
    pub fn top(&'static self) -> *mut c_void {
        let mut next = TOP.get();
        while !next.is_null() {
            // SAFETY: an entry is on the list only while its `with` runs, on this thread, and the one below it is that
            // of a `with` around it; nobody writes to it.
            let entry = unsafe { &*next };
            if ptr::eq(entry.slot, self) {
                return entry.context;
            }
            next = entry.below;
        }
        self.is_empty()
    }

    #[cold]
    #[inline(never)]
    fn is_empty(&self) -> ! {
        fail(format_args!(
            "`{}` called `{}` after its call or on another thread, where it has no closure",
            self.function, self.parameter,
        ))
    }
}

#[cfg(test)]
mod tests {
    use core::cmp::Ordering;
    use core::ffi::{c_int, c_void};
    use std::thread;

    use super::Slot;
    use crate::__private::callback::CallCtx;
    use crate::__private::support::{aborts, message};

    unsafe extern "C" {
        fn qsort(
            base: *mut c_void,
            count: usize,
            size: usize,
            compare: unsafe extern "C" fn(*const c_void, *const c_void) -> c_int,
        );
    }

    static COMPARE: Slot = Slot::new("qsort", "compar");

    /// What all comparisons are to the one function that C calls.
    type Compare<'a> = &'a mut dyn FnMut(*const c_void, *const c_void) -> c_int;

    unsafe extern "C" fn compare(a: *const c_void, b: *const c_void) -> c_int {
        // SAFETY: the contexts of this slot are all of this type, and are there while `with` runs.
        unsafe { CallCtx::<Compare<'_>>::enter(COMPARE.top(), || 0, |closure| closure(a, b)) }
    }

    fn sort(numbers: &mut [u32], mut by: impl FnMut(u32, u32) -> Ordering) {
        let mut erased = |a: *const c_void, b: *const c_void| {
            // SAFETY: C passes elements of the array.
            let (a, b) = unsafe { (*a.cast::<u32>(), *b.cast::<u32>()) };
            by(a, b) as c_int
        };
        let context = CallCtx::<Compare<'_>>::new("qsort", &mut erased);
        COMPARE.with(context.as_ptr(), || {
            // SAFETY: the array has so many elements of this size.
            unsafe { qsort(numbers.as_mut_ptr().cast(), numbers.len(), size_of::<u32>(), compare) };
        });
        context.finish();
    }

    #[test]
    fn a_closure_without_user_data_is_found() {
        let mut numbers = [3, 1, 2];
        let mut calls = 0;
        sort(&mut numbers, |a, b| {
            calls += 1;
            b.cmp(&a)
        });
        assert_eq!(numbers, [3, 2, 1]);
        assert!(calls > 0);
    }

    #[test]
    fn calls_with_other_closures_nest() {
        let mut numbers = [3, 1, 2];
        sort(&mut numbers, |a, b| {
            let mut pair = [a, b];
            sort(&mut pair, |a, b| b.cmp(&a));
            if pair == [a, b] { Ordering::Greater } else { Ordering::Less }
        });
        assert_eq!(numbers, [1, 2, 3]);
    }

    #[test]
    fn a_panic_leaves_no_closure_behind() {
        let said = message(|| sort(&mut [2, 1], |_, _| panic!("not comparable")));
        assert_eq!(said, "not comparable");
        let mut numbers = [2, 1];
        sort(&mut numbers, |a, b| a.cmp(&b));
        assert_eq!(numbers, [1, 2]);
    }

    #[test]
    fn two_parameters_have_two_closures() {
        static FIRST: Slot = Slot::new("scandir", "filter");
        static SECOND: Slot = Slot::new("scandir", "compar");
        let (mut a, mut b) = (1, 2);
        let (a, b) = ((&raw mut a).cast::<c_void>(), (&raw mut b).cast::<c_void>());
        FIRST.with(a, || {
            SECOND.with(b, || {
                assert_eq!((FIRST.top(), SECOND.top()), (a, b));
                FIRST.with(b, || assert_eq!(FIRST.top(), b));
                assert_eq!(FIRST.top(), a);
            });
        });
    }

    #[test]
    fn another_thread_has_no_closure_and_aborts() {
        let said = aborts("__private::callback::slot::tests::another_thread_has_no_closure_and_aborts", || {
            COMPARE.with(core::ptr::null_mut(), || {
                let _ = thread::spawn(|| COMPARE.top().expose_provenance()).join();
            });
        });
        assert!(said.contains("`qsort` called `compar` after its call or on another thread"), "{said}");
    }
}
