//! Numbers of threads, which are never used again, as addresses and the system's numbers are.

use core::cell::Cell;
use core::sync::atomic::{AtomicUsize, Ordering};
use std::process;

std::thread_local! {
    /// Zero until it is asked for. It has no destructor, so that it can be asked for while a thread ends.
    static NUMBER: Cell<usize> = const { Cell::new(0) };
}

/// The number of this thread; it is not zero, and no other thread has it or will have it.
#[inline]
pub(crate) fn number() -> usize {
    match NUMBER.get() {
        0 => first(),
        number => number,
    }
}

#[cold]
#[inline(never)]
fn first() -> usize {
    static LAST: AtomicUsize = AtomicUsize::new(0);
    let number = LAST.fetch_add(1, Ordering::Relaxed) + 1;
    // `BoxCtx` keeps a number with a bit beside it. A 32-bit process would have to start a thread a thousand million times.
    if number > usize::MAX / 4 {
        process::abort();
    }
    NUMBER.set(number);
    number
}

#[cfg(test)]
mod tests {
    use std::thread;

    use super::number;

    #[test]
    fn a_thread_keeps_its_number_and_no_other_gets_it() {
        let mine = number();
        let first = thread::spawn(number).join().expect("it does not panic");
        let second = thread::spawn(number).join().expect("it does not panic");
        assert_eq!(number(), mine);
        assert!(mine != first && first != second && mine != second);
        assert!(mine != 0);
    }
}
