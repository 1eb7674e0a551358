//! What a library demands of its callers as a whole: to be initialised before its functions, or used one at a time.

use core::cell::Cell;
use core::marker::PhantomData;
use core::mem;
use core::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Condvar, Mutex, MutexGuard, PoisonError};

use super::thread;

/// Whether a library is initialised (`cdef_provides`): a static for each state.
#[derive(Debug, Default)]
pub struct Provided {
    lock: ReentrantLock,
    /// Whether an initialiser runs; it is one that the thread with the lock runs.
    running: AtomicBool,
    done: AtomicBool,
}

impl Provided {
    /// A state that is not there yet.
    #[must_use]
    pub const fn new() -> Provided {
        Provided { lock: ReentrantLock::new(), running: AtomicBool::new(false), done: AtomicBool::new(false) }
    }

    /// Runs the initialiser unless one has succeeded; others wait meanwhile.
    ///
    /// # Errors
    ///
    /// The initialiser's; the next call runs one again.
    ///
    /// # Panics
    ///
    /// If the initialiser demands the state that it makes.
    #[inline]
    #[track_caller]
    pub fn provide<E>(&self, initialise: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        if self.done.load(Ordering::Acquire) { Ok(()) } else { self.run(initialise) }
    }

    #[cold]
    #[track_caller]
    fn run<E>(&self, initialise: impl FnOnce() -> Result<(), E>) -> Result<(), E> {
        struct Stop<'a>(&'a AtomicBool);
        impl Drop for Stop<'_> {
            fn drop(&mut self) {
                self.0.store(false, Ordering::Relaxed);
            }
        }
        let _guard = self.lock.lock();
        // Another thread may have been first.
        if self.done.load(Ordering::Relaxed) {
            return Ok(());
        }
        assert!(!self.running.swap(true, Ordering::Relaxed), "the library is used by its own initialiser");
        let stop = Stop(&self.running);
        let result = initialise();
        drop(stop);
        self.done.store(result.is_ok(), Ordering::Release);
        result
    }
}

/// Whether the token of a state has been given (`cdef_provides` with parameters): a static for each state.
#[derive(Debug, Default)]
pub struct Granted(AtomicBool);

/// A token while the call runs that gives it; another call can be made if this one fails.
#[derive(Debug)]
#[must_use = "the token can be given again when this is dropped"]
pub struct Grant<'a>(&'a AtomicBool);

impl Granted {
    /// A token that has not been given.
    #[must_use]
    pub const fn new() -> Granted {
        Granted(AtomicBool::new(false))
    }

    /// Claims the token for a call.
    ///
    /// # Panics
    ///
    /// If it was given, or another call is about to give it.
    #[inline]
    #[track_caller]
    pub fn claim(&self, function: &'static str, state: &'static str) -> Grant<'_> {
        if self.0.swap(true, Ordering::Acquire) {
            given(function, state);
        }
        Grant(&self.0)
    }
}

impl Grant<'_> {
    /// The token is given.
    #[inline]
    pub fn keep(self) {
        mem::forget(self);
    }
}

impl Drop for Grant<'_> {
    fn drop(&mut self) {
        self.0.store(false, Ordering::Release);
    }
}

#[cold]
#[inline(never)]
#[track_caller]
fn given(function: &'static str, state: &'static str) -> ! {
    panic!("`{function}`: the token of `{state}` was given before, and there is one a process")
}

/// A lock that a thread may take again while it has it, as a call to C does that comes from a closure below another
/// (`cdef_requires(lock: …)`): a static for each name.
#[derive(Debug, Default)]
pub struct ReentrantLock {
    holder: Mutex<Holder>,
    released: Condvar,
}

/// Which thread has a lock, and how often.
#[derive(Debug, Default)]
struct Holder {
    /// Zero is none.
    thread: usize,
    depth: usize,
}

/// A lock while a thread has it.
#[derive(Debug)]
#[must_use = "the lock is released when this is dropped"]
pub struct ReentrantGuard<'a> {
    lock: &'a ReentrantLock,
    /// The thread that took it has to release it.
    not_send: PhantomData<Cell<*mut ()>>,
}

impl ReentrantLock {
    /// A lock that nobody has.
    #[must_use]
    pub const fn new() -> ReentrantLock {
        ReentrantLock { holder: Mutex::new(Holder { thread: 0, depth: 0 }), released: Condvar::new() }
    }

    /// Takes the lock, once no other thread has it.
    pub fn lock(&self) -> ReentrantGuard<'_> {
        let this = thread::number();
        let mut holder = self.holder();
        while holder.thread != 0 && holder.thread != this {
            holder = self.released.wait(holder).unwrap_or_else(PoisonError::into_inner);
        }
        holder.thread = this;
        holder.depth += 1;
        ReentrantGuard { lock: self, not_send: PhantomData }
    }

    /// Nothing panics while it has the mutex.
    fn holder(&self) -> MutexGuard<'_, Holder> {
        self.holder.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for ReentrantGuard<'_> {
    fn drop(&mut self) {
        let mut holder = self.lock.holder();
        holder.depth -= 1;
        if holder.depth == 0 {
            holder.thread = 0;
            self.lock.released.notify_one();
        }
    }
}

#[cfg(test)]
mod tests {
    use core::cell::Cell;
    use core::sync::atomic::{AtomicU32, Ordering};
    use std::panic::AssertUnwindSafe;
    use std::sync::Barrier;
    use std::thread;

    use super::{Granted, Provided, ReentrantLock};
    use crate::__private::support::message;

    #[test]
    fn an_initialiser_runs_once_for_all_threads() {
        static STATE: Provided = Provided::new();
        static RUNS: AtomicU32 = AtomicU32::new(0);
        let threads = [(); 4].map(|()| {
            thread::spawn(|| {
                STATE.provide(|| {
                    RUNS.fetch_add(1, Ordering::Relaxed);
                    Ok::<(), ()>(())
                })
            })
        });
        for thread in threads {
            assert_eq!(thread.join().expect("it does not panic"), Ok(()));
        }
        assert_eq!(RUNS.load(Ordering::Relaxed), 1);
    }

    #[test]
    fn a_failed_initialiser_is_run_again() {
        let state = Provided::new();
        assert_eq!(state.provide(|| Err(3)), Err(3));
        let said = message(AssertUnwindSafe(|| {
            let _ = state.provide::<()>(|| panic!("inside"));
        }));
        assert_eq!(said, "inside");
        let runs = Cell::new(0);
        let initialise = || {
            runs.set(runs.get() + 1);
            Ok::<(), i32>(())
        };
        assert_eq!([state.provide(initialise), state.provide(initialise)], [Ok(()), Ok(())]);
        assert_eq!(runs.get(), 1);
    }

    #[test]
    fn an_initialiser_that_needs_itself_panics() {
        let state = Provided::new();
        let said = message(AssertUnwindSafe(|| {
            let _ = state.provide(|| state.provide(|| Ok::<(), ()>(())));
        }));
        assert_eq!(said, "the library is used by its own initialiser");
        assert_eq!(state.provide(|| Ok::<(), ()>(())), Ok(()));
    }

    #[test]
    fn a_token_is_given_once_unless_the_call_fails() {
        let granted = Granted::new();
        drop(granted.claim("init", "started"));
        granted.claim("init", "started").keep();
        let said = message(AssertUnwindSafe(|| drop(granted.claim("init", "started"))));
        assert_eq!(said, "`init`: the token of `started` was given before, and there is one a process");
    }

    #[test]
    fn a_thread_takes_its_lock_again() {
        let lock = ReentrantLock::new();
        let outer = lock.lock();
        drop(lock.lock());
        drop(outer);
        drop(lock.lock());
    }

    #[test]
    fn a_lock_keeps_other_threads_out_until_its_last_release() {
        static LOCK: ReentrantLock = ReentrantLock::new();
        static INSIDE: AtomicU32 = AtomicU32::new(0);
        let start = Barrier::new(4);
        thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    start.wait();
                    for _ in 0..100 {
                        let _outer = LOCK.lock();
                        assert_eq!(INSIDE.fetch_add(1, Ordering::Relaxed), 0);
                        drop(LOCK.lock());
                        assert_eq!(INSIDE.fetch_sub(1, Ordering::Relaxed), 1);
                    }
                });
            }
        });
    }

    #[test]
    fn a_lock_outlives_a_panic() {
        static LOCK: ReentrantLock = ReentrantLock::new();
        let said = message(|| {
            let _guard = LOCK.lock();
            panic!("inside");
        });
        assert_eq!(said, "inside");
        thread::spawn(|| drop(LOCK.lock())).join().expect("it does not panic");
    }
}
