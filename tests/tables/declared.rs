//! Declared blocks: no C compiler has seen them.

use cffi_rt::{Object, Owned};

use crate::{library, message};

mod c {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]

        #define ANSWER 42

        int counter_close(struct counter *c);
        void shelf_free(struct shelf *s);
        struct pool *pool_ref(struct pool *p);
        void pool_unref(struct pool *p);

        unsafe extern "C" {
            struct counter cdef_destroy(counter_close) cdef_send;
            struct counter *cdef_owned _Nonnull counter_new(int start);
            int counter_next(struct counter *_Nonnull c);
            int counter_add(struct counter *_Nonnull to, const struct counter *_Nonnull from);
            int counter_limit(const struct counter *_Nonnull c);
            struct counter *_Nullable counter_first(struct counter *_Nonnull c __lifetimebound);
            void counter_eat(struct counter *_Nonnull cdef_consumed c);
            const char *_Nonnull __null_terminated counter_name(const struct counter *_Nonnull c __lifetimebound);
            int counter_each(
                struct counter *_Nonnull c,
                int (*f)(struct counter *_Nonnull c, int now, void *data)
                    cdef_closure(data) cdef_scope(call) cdef_on_panic(-1),
                void *data
            );

            int counter_make(
                int count,
                void (*f)(struct counter *cdef_owned _Nonnull c, void *data) cdef_closure(data) cdef_scope(call),
                void *data
            );

            struct shelf cdef_destroy(shelf_free);
            struct shelf *cdef_owned _Nonnull shelf_new(void);
            void shelf_keep(struct shelf *_Nonnull s, const struct counter *_Nonnull c __lifetime_capture_by(s));
            int shelf_limit(const struct shelf *_Nonnull s);

            struct pool cdef_destroy(pool_unref) cdef_retain(pool_ref) cdef_send cdef_sync;
            struct pool *cdef_owned _Nonnull pool_new(void);
            int pool_owners(const struct pool *_Nonnull p);
        }
        int plug_scale(void);
        int plug_sum(int count, ...);
        extern int plug_alive;
        extern _Thread_local int plug_calls;
        int plug_more(void) cdef_optional;
    }
}
pub(crate) use c::Plugin;

pub(crate) fn load(name: &str, scale: u32) -> Plugin {
    // SAFETY: the libraries are ours, and the header is theirs.
    unsafe { Plugin::load_from(library(name, scale)) }.expect("the library was just made")
}

pub(crate) fn alive(plugin: Plugin) -> i32 {
    // SAFETY: the variable is one of the library's, and no other thread writes to it now.
    unsafe { *plugin.plug_alive() }
}

#[test]
fn each_library_gives_its_own_answers() {
    let (one, two) = (load("answers", 1), load("answers", 2));
    let (mut a, mut b) = (one.counter_new(3), two.counter_new(3));
    assert_eq!((one.counter_next(&mut a), two.counter_next(&mut b)), (4, 8));
    // SAFETY: the functions take any numbers, and as many as the first says.
    let scales = unsafe { [one.plug_scale(), two.plug_scale(), one.plug_sum()(2, 3, 4), two.plug_sum()(2, 3, 4)] };
    assert_eq!(scales, [1, 2, 7, 14]);
    assert!(one.plug_more().is_none());
    assert_eq!(c::ANSWER, 42);
    assert_eq!((one.counter_name(&a), two.counter_name(&b)), (c"one", c"many"));
}

#[test]
fn a_handle_is_destroyed_by_its_own_library() {
    let (one, two) = (load("destroyed", 1), load("destroyed", 2));
    let (a, b, c) = (one.counter_new(1), two.counter_new(1), two.counter_new(1));
    assert_eq!((alive(one), alive(two)), (1, 2));
    // In any order, and without the table.
    drop(b);
    assert_eq!((alive(one), alive(two)), (1, 1));
    drop((a, c));
    assert_eq!((alive(one), alive(two)), (0, 0));
    two.counter_eat(two.counter_new(1));
    assert_eq!(alive(two), 0);
}

#[test]
fn a_handle_of_another_library_is_refused() {
    let (one, two) = (load("mixed", 1), load("mixed", 2));
    let (mut a, b) = (one.counter_new(1), two.counter_new(1));
    let said = message(|| {
        one.counter_add(&mut a, &b);
    });
    assert!(said.starts_with("`counter_add` of `/"), "{said}");
    assert!(said.contains("libtables-mixed-1.so` takes objects of its own library, but `from` is one of `/"), "{said}");
    assert!(said.ends_with("libtables-mixed-2.so`"), "{said}");
    let said = message(|| {
        two.counter_next(&mut a);
    });
    assert!(said.contains("but `c` is one of"), "{said}");
    // Who is refused keeps what was to be consumed, and destroys it.
    let said = message(|| one.counter_eat(b));
    assert!(said.starts_with("`counter_eat` of"), "{said}");
    assert_eq!(alive(two), 0);
}

#[test]
fn objects_that_c_lends_carry_their_library() {
    let (one, two) = (load("lent", 1), load("lent", 2));
    let mut b = two.counter_new(0);
    assert!(two.counter_first(&mut b).is_none());
    two.counter_next(&mut b);
    let mut first = two.counter_first(&mut b).expect("it is no longer zero");
    assert_eq!(two.counter_next(&mut first), 4);
    let said = message(|| {
        one.counter_next(&mut first);
    });
    assert!(said.contains("but `c` is one of"), "{said}");
    drop(first);
    let result = two.counter_each(&mut b, |c, now| now + two.counter_limit(c));
    assert_eq!(result, (4 + 104) * 2);
    let said = message(|| {
        two.counter_each(&mut b, |c, _| one.counter_limit(c));
    });
    assert!(said.contains("takes objects of its own library"), "{said}");
}

#[test]
fn objects_that_c_gives_closures_carry_their_library() {
    let (one, two) = (load("given", 1), load("given", 2));
    let mut kept = Vec::new();
    // The first is dropped inside.
    let made = two.counter_make(3, |c| {
        if two.counter_limit(&c) > 100 {
            kept.push(c);
        }
    });
    assert_eq!((made, alive(two)), (2, 2));
    assert_eq!(two.counter_next(&mut kept[1]), 6);
    let said = message(|| {
        one.counter_next(&mut kept[0]);
    });
    assert!(said.contains("takes objects of its own library"), "{said}");
    drop(kept);
    assert_eq!(alive(two), 0);
}

#[test]
fn what_an_object_keeps_is_of_its_library() {
    let (one, two) = (load("kept", 1), load("kept", 2));
    let (a, b) = (one.counter_new(1), two.counter_new(1));
    let mut shelf: Owned<c::shelf<'_>> = two.shelf_new();
    two.shelf_keep(&mut shelf, &b);
    assert_eq!(two.shelf_limit(&shelf), 102);
    let said = message(|| two.shelf_keep(&mut shelf, &a));
    assert!(said.contains("takes objects of its own library, but `c` is one of"), "{said}");
    drop(shelf);
    drop(b);
    assert_eq!(alive(two), 0);
}

#[cfg(target_arch = "x86_64")]
mod conventions {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        struct gauge;
        __attribute__((ms_abi)) void gauge_free(struct gauge *g);
        __attribute__((ms_abi)) int gauge_maybe(int a, int b) cdef_optional;
        extern int plug_alive;
        unsafe extern "C" {
            struct gauge cdef_destroy(gauge_free);
            __attribute__((ms_abi)) struct gauge *cdef_owned _Nonnull gauge_new(int a, int b, int c);
            __attribute__((ms_abi)) int gauge_read(const struct gauge *_Nonnull g, int add);
        }
    }
}

#[cfg(target_arch = "x86_64")]
#[test]
fn methods_and_destructors_use_the_convention_that_they_name() {
    // SAFETY: the library is ours, and declared so.
    let two = unsafe { conventions::Plugin::load_from(library("conventions", 2)) }.expect("it was just made");
    let gauge = two.gauge_new(1, 2, 3);
    assert_eq!(two.gauge_read(&gauge, 5), 251);
    // SAFETY: the gauge is one of this library, and alive.
    assert_eq!(unsafe { two.raw().gauge_read(Object::of(&*gauge), 6) }, 252);
    let none: Option<unsafe extern "win64" fn(i32, i32) -> i32> = two.gauge_maybe();
    assert!(none.is_none());
    drop(gauge);
    // SAFETY: the variable is one of the library's.
    assert_eq!(unsafe { *two.plug_alive() }, 0);
}

#[test]
fn counted_objects_share_their_binding() {
    let two = load("counted", 2);
    let first = two.pool_new();
    let second = first.clone();
    assert_eq!(two.pool_owners(&second), 2);
    drop(first);
    assert_eq!(two.pool_owners(&second), 1);
    std::thread::spawn(move || drop(second.clone())).join().expect("it does not panic");
    assert_eq!(alive(two), 0);
}

#[test]
fn one_library_has_one_table() {
    let (one, again) = (load("same", 1), load("same", 1));
    assert_eq!(one, again);
    assert_ne!(one, load("same", 2));
    let mut a = one.counter_new(1);
    assert_eq!(again.counter_next(&mut a), 2);
    assert!(format!("{one:?}").ends_with("libtables-same-1.so"), "{one:?}");
}

#[test]
fn each_thread_has_its_own_variable() {
    let one = load("thread-local", 1);
    let count = move || {
        // SAFETY: the function takes nothing, and the variable is this thread's.
        unsafe {
            one.plug_scale();
            *one.plug_calls()
        }
    };
    assert_eq!((count(), count()), (1, 2));
    assert_eq!(std::thread::spawn(count).join().expect("it does not panic"), 1);
}

#[test]
fn raw_functions_take_objects() {
    let two = load("raw", 2);
    let c = two.counter_new(5);
    let object = Object::of(&*c);
    // SAFETY: the counter is one of this library, alive, and nobody else uses it.
    assert_eq!(unsafe { two.raw().counter_next(object) }, 12);
    // SAFETY: the counter is a new one of this library, which nobody else has.
    let mut made = unsafe { two.own(core::ptr::NonNull::new(two.raw().counter_new(3)).expect("there is memory")) };
    assert_eq!(two.counter_next(&mut made), 8);
    drop(made);
    assert_eq!(alive(two), 1);
    // The handle's own address is that of its binding.
    assert_ne!(Owned::as_ptr(&c).addr(), object.addr());
}

mod lacking {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        int plug_scale(void);
        int lacks_first(int a), lacks_second(void);
        extern int lacks_third;
    }
}

#[test]
fn all_missing_symbols_are_told_at_once() {
    let path = library("lacking", 1);
    // SAFETY: the library is ours.
    let error = unsafe { lacking::Plugin::load_from(&path) }.expect_err("it has none of them");
    assert_eq!(error.missing(), ["lacks_third", "lacks_first", "lacks_second"]);
    assert_eq!(error.path(), Some(path.as_path()));
    // SAFETY: nothing is loaded.
    let error = unsafe { lacking::Plugin::load_from("./no-such-library.so") }.expect_err("there is none");
    assert!(error.to_string().starts_with("`./no-such-library.so` can't be loaded: "), "{error}");
    // SAFETY: null is no handle, which is told.
    let error = unsafe { lacking::Plugin::load_from_handle(core::ptr::null_mut()) }.expect_err("it is null");
    assert_eq!(error.to_string(), "the handle of the library is null");
}

mod named {
    cffi_rt::cdef! {
        #![dlopen(struct LibC, "libno-such-library.so", "libc.so.6")]
        int abs(int number);
        int load(int number) cdef_optional;
        void *dlopen(const char *file, int mode);
    }
}

#[test]
fn a_table_may_have_names() {
    // C's own `load` goes first.
    let libc = named::LibC::load_().expect("the C library is there");
    // SAFETY: the function takes any number but the least.
    assert_eq!(unsafe { libc.abs(-4) }, 4);
    assert!(libc.load().is_none());
    // SAFETY: the library is C's own, which stays open, and the name ends in NUL; 1 is `RTLD_LAZY`.
    let same = unsafe { named::LibC::load_from_handle(libc.dlopen(c"libc.so.6".as_ptr(), 1)) };
    assert_eq!(same.expect("it has the functions"), libc);
}
