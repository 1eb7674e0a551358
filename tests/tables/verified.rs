//! Verified blocks: stubs get the table with each call.

use std::cell::Cell;
use std::rc::Rc;

use crate::{library, message};

mod c {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        #![names(rust)]
        #include "plugin.h"

        #define PLUG_OK ...
        struct weight { int whole; ...; };
        struct weight plug_weigh(struct weight w);
        long double plug_long(long double x);
        int plug_inline(int a);
        extern int plug_alive;
        static const int plug_alive_now;
        plug_rc counter_close(counter *c);
        void cursor_free(cursor *c);

        unsafe extern "C" {
            typedef _Return_type_success_(return == PLUG_OK) int plug_rc;
            typedef struct counter counter cdef_destroy(counter_close, kept_on_failure);
            counter *cdef_owned _Nonnull counter_new(int start) cdef_requires(plug);
            int counter_next(counter *_Nonnull c);
            int counter_twice(counter *_Nonnull c);
            int counter_add(counter *_Nonnull to, const counter *_Nonnull from);
            int counter_limit(const counter *_Nonnull c);
            plug_rc counter_set(counter *_Nonnull c, int value _In_range_(-10, counter_limit(c)));
            void counter_watch(
                counter *_Nonnull c,
                int (*f)(counter *_Nonnull c, int now, void *data)
                    cdef_closure(data) cdef_scope(until(done)) cdef_on_panic(-1),
                void *data,
                void (*done)(void *data) cdef_destroyer(data, always)
            );

            typedef struct cursor cursor cdef_destroy(cursor_free);
            cursor *cdef_owned _Nonnull cursor_new(counter *_Nonnull c __lifetimebound);
            int cursor_get(const cursor *_Nonnull c);

            int plug_init(void) cdef_provides(plug) _Success_(return == 0);
            int plug_ready(void);
            int plug_fail(int code) _Success_(return == 0) cdef_error(errno);
        }
    }
}
use c::Plugin;

fn load(name: &str, scale: u32) -> Plugin {
    // SAFETY: the libraries are ours, and the header is theirs.
    unsafe { Plugin::load_from(library(name, scale)) }.expect("the library was just made")
}

#[test]
fn methods_stand_on_handles() {
    let (one, two) = (load("methods", 1), load("methods", 2));
    let (mut a, mut b) = (one.counter_new(3), two.counter_new(3));
    assert_eq!((a.next(), b.next()), (4, 8));
    // A macro of the header, which calls the library.
    assert_eq!((a.twice(), b.twice()), (5 + 6, 10 + 12));
    let said = message(|| {
        a.add(&b);
    });
    assert!(said.contains("takes objects of its own library, but `from` is one of"), "{said}");
    let other = two.counter_new(1);
    assert_eq!(b.add(&other), 14);
}

#[test]
fn checks_ask_the_library_of_the_handle() {
    let mut b = load("checks", 2).counter_new(5);
    assert_eq!(b.set(11), Ok(()));
    assert_eq!(b.set(-1).map_err(|rc| rc.0), Err(9));
    let said = message(|| {
        let _ = b.set(112);
    });
    assert_eq!(said, "`counter_set`: `value` is 112, but must be from -10 to 111");
}

#[test]
fn children_end_before_their_parents() {
    let two = load("children", 2);
    let mut b = two.counter_new(1);
    let child = b.cursor_new();
    assert_eq!(child.get(), 2);
    drop(child);
    assert_eq!(b.next(), 6);
}

#[test]
fn a_refused_end_leaves_the_handle() {
    let two = load("refused", 2);
    let mut b = two.counter_new(1);
    assert_eq!(b.set(13), Ok(()));
    let refused = b.close().expect_err("it refuses");
    assert_eq!(refused.error().0, 5);
    let mut b = refused.into_handle().expect("the object is still there");
    assert_eq!(b.next(), 2);
    b.close().expect("it is another value");
    // SAFETY: the variable is one of the library's.
    assert_eq!(unsafe { *two.plug_alive() }, 0);
}

#[test]
fn closures_that_c_keeps_are_given_handles() {
    let mut b = load("closures", 2).counter_new(1);
    let seen = Rc::new(Cell::new(0));
    let inside = Rc::clone(&seen);
    b.watch(move |counter, now| {
        inside.set(now + counter.limit());
        0
    });
    b.next();
    assert_eq!(seen.get(), 4 + 104);
    drop(b);
    assert_eq!(Rc::strong_count(&seen), 1);
}

#[test]
fn each_library_is_initialised_once() {
    let (one, two) = (load("initialised", 1), load("initialised", 2));
    assert_eq!((one.plug_ready(), two.plug_ready()), (0, 0));
    drop((one.counter_new(1), one.counter_new(1), two.counter_new(1), two.counter_new(1)));
    assert_eq!((one.plug_ready(), two.plug_ready()), (1, 2));
}

#[test]
fn stubs_call_the_library_of_the_table() {
    let (one, two) = (load("stubs", 1), load("stubs", 2));
    assert_eq!(one.plug_fail(3).map_err(|errno| errno.raw()), Err(3));
    assert_eq!(two.plug_fail(3).map_err(|errno| errno.raw()), Err(6));
    let mut weight = c::Weight::zeroed();
    weight.whole = 4;
    // SAFETY: the functions take any values.
    unsafe {
        assert_eq!((one.plug_weigh(weight).whole, two.plug_weigh(weight).whole), (4, 8));
        assert_eq!((one.plug_long(1.5.into()).to_f64(), two.plug_long(1.5.into()).to_f64()), (1.5, 3.0));
        assert_eq!(two.plug_inline(2), 3);
    }
    let handles = [two.counter_new(1), two.counter_new(1)];
    assert_eq!((one.plug_alive_now(), two.plug_alive_now()), (0, 2));
    drop(handles);
    assert_eq!(two.plug_alive_now(), 0);
    const { assert!(c::PLUG_OK == 0) };
}
