//! Handles over an object that counts what happens to it.

use core::cell::Cell;
use core::fmt;
use core::marker::PhantomData;
use core::mem;
use core::ptr::NonNull;
use std::thread;

use super::{Destroy, Owned};
use crate::__private::Place;
use crate::{Survival, TryDestroy};

/// What a C library would have behind the pointer.
#[derive(Default)]
struct Log {
    destroyed: Cell<u32>,
    refuses: Cell<Option<Survival>>,
}

struct Thing<'log> {
    _place: Place,
    _log: PhantomData<&'log Log>,
}

#[derive(Debug)]
struct Busy;

impl fmt::Display for Busy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("busy")
    }
}

impl core::error::Error for Busy {}

impl Thing<'_> {
    fn log(this: NonNull<Self>) -> &'static Log {
        // SAFETY: each test keeps its log for longer than its handles.
        unsafe { this.cast::<Log>().as_ref() }
    }
}

// SAFETY: it is a place, and counting can be repeated.
unsafe impl Destroy for Thing<'_> {
    unsafe fn destroy(this: NonNull<Self>) {
        let log = Self::log(this);
        log.destroyed.set(log.destroyed.get() + 1);
    }
}

// SAFETY: it counts the object as destroyed unless it is kept.
unsafe impl TryDestroy for Thing<'_> {
    type Error = Busy;

    unsafe fn try_destroy(this: NonNull<Self>) -> Result<(), (Survival, Busy)> {
        let log = Self::log(this);
        let refuses = log.refuses.take();
        if refuses != Some(Survival::Kept) {
            log.destroyed.set(log.destroyed.get() + 1);
        }
        refuses.map_or(Ok(()), |survival| Err((survival, Busy)))
    }
}

fn open(log: &Log) -> Owned<Thing<'_>> {
    // SAFETY: the log outlives the handle, and one handle is made of it at a time.
    unsafe { Owned::from_raw(NonNull::from(log).cast()) }
}

#[test]
fn an_optional_handle_is_a_pointer() {
    assert_eq!(size_of::<Option<Owned<Thing<'_>>>>(), size_of::<*const u8>());
}

#[test]
fn dropping_destroys_once() {
    let log = Log::default();
    drop(open(&log));
    assert_eq!(log.destroyed.get(), 1);
}

#[test]
fn a_handle_given_up_or_leaked_is_not_destroyed() {
    let log = Log::default();
    let raw = Owned::into_raw(open(&log));
    let _: &mut Thing<'_> = Owned::leak(open(&log));
    assert_eq!(log.destroyed.get(), 0);
    // SAFETY: it was given up above.
    drop(unsafe { Owned::from_raw(raw) });
    assert_eq!(log.destroyed.get(), 1);
}

#[test]
fn swapping_places_does_nothing() {
    let (a, b) = (Log::default(), Log::default());
    let (mut one, mut other) = (open(&a), open(&b));
    mem::swap(&mut *one, &mut *other);
    drop(one);
    assert_eq!((a.destroyed.get(), b.destroyed.get()), (1, 0));
}

#[test]
fn closing_destroys_once() {
    let log = Log::default();
    assert!(open(&log).close().is_ok());
    assert_eq!(log.destroyed.get(), 1);
}

#[test]
fn a_refused_close_gives_the_handle_back() {
    let log = Log::default();
    log.refuses.set(Some(Survival::Kept));
    let refused = open(&log).close().expect_err("it refuses");
    assert_eq!(refused.to_string(), "busy");
    let handle = refused.into_handle().expect("it is kept");
    assert_eq!(log.destroyed.get(), 0);
    assert!(handle.close().is_ok());
    assert_eq!(log.destroyed.get(), 1);
}

#[test]
fn a_dropped_refusal_destroys_what_is_kept() {
    let log = Log::default();
    log.refuses.set(Some(Survival::Kept));
    drop(open(&log).close());
    assert_eq!(log.destroyed.get(), 1);
}

#[test]
fn a_failed_close_may_leave_nothing() {
    let log = Log::default();
    log.refuses.set(Some(Survival::Gone));
    let failed = open(&log).close().expect_err("it fails");
    assert!(format!("{failed:?}").contains("handle: None"), "{failed:?}");
    assert!(failed.into_handle().is_none());
    assert_eq!(log.destroyed.get(), 1);
}

#[test]
fn a_handle_moves_to_threads_if_its_type_does() {
    struct Movable {
        _place: Place,
    }
    // SAFETY: there is no object.
    unsafe impl Send for Movable {}
    // SAFETY: there is no object to release.
    unsafe impl Destroy for Movable {
        unsafe fn destroy(_: NonNull<Self>) {}
    }
    // SAFETY: there is no object.
    let handle = unsafe { Owned::<Movable>::from_raw(NonNull::dangling()) };
    thread::spawn(move || drop(handle)).join().expect("it does not panic");
}
