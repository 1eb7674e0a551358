//! Types whose inside is C's business.

use core::ffi::c_int;
use core::mem::MaybeUninit;

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/opaque.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_opaque.so"))]
        #include "opaque.h"

        typedef ... counter;
        typedef ... *ticket;
        struct box_s;
        union mix_u;
        typedef struct { ...; } sized;
        typedef struct sized_tag { ...; } sized_tag;

        counter *counter_new(int start);
        int counter_next(counter *c);
        void counter_free(counter *c);

        ticket ticket_take(void);
        int ticket_number(ticket t);

        struct box_s *box_of(int i);
        int box_value(const struct box_s *b);
        union mix_u *mix_null(void);

        void sized_init(sized *s, int value);
        int sized_sum(const sized *s);
        void sized_tag_init(sized_tag *s);
    }
}

#[cfg(unix)]
mod implicit {
    cffi_rt::cdef! {
        #include <regex.h>
        #include <time.h>

        #define REG_EXTENDED ...
        #define REG_NOSUB ...
        int regcomp(regex_t *regex, const char *pattern, int flags);
        int regexec(const regex_t *regex, const char *text, size_t count, regmatch_t matches[], int flags);
        void regfree(regex_t *regex);
        time_t time(time_t *out);
    }
}

/// Fails to compile if the type has the trait: the path is then ambiguous.
macro_rules! assert_not {
    ($t:ty: $bound:path) => {
        const _: fn() = || {
            trait Ambiguous<A> {
                fn some_item() {}
            }
            struct Invalid;
            impl<T: ?Sized> Ambiguous<()> for T {}
            impl<T: ?Sized + $bound> Ambiguous<Invalid> for T {}
            let _ = <$t as Ambiguous<_>>::some_item;
        };
    };
}

assert_not!(c::counter: Send);
assert_not!(c::counter: Sync);
assert_not!(c::counter: Unpin);
assert_not!(c::box_s: Send);
assert_not!(c::box_s: Sync);
assert_not!(c::box_s: Copy);

#[test]
fn an_opaque_typedef_is_used_by_pointer() {
    assert_eq!(size_of::<c::counter>(), 0);
    // SAFETY: the counter lives until it is freed, once.
    unsafe {
        let counter: *mut c::counter = c::counter_new(5);
        assert_eq!(c::counter_next(counter), 5);
        assert_eq!(c::counter_next(counter), 6);
        c::counter_free(counter);
    }
}

#[test]
fn an_opaque_pointer_typedef_has_a_pointers_size() {
    assert_eq!(size_of::<c::ticket>(), size_of::<*mut u8>());
    // SAFETY: tickets live as long as the program.
    unsafe {
        let ticket: c::ticket = c::ticket_take();
        assert_eq!(c::ticket_number(ticket), 1);
    }
}

#[test]
fn a_record_without_a_body_is_opaque() {
    let _: unsafe extern "C" fn(*const c::box_s) -> c_int = c::box_value;
    // SAFETY: boxes live as long as the program, and there are four of them.
    unsafe {
        assert_eq!(c::box_value(c::box_of(3)), 33);
        let null: *mut c::mix_u = c::mix_null();
        assert!(null.is_null());
    }
}

#[test]
fn a_record_of_dots_has_the_measured_size_and_no_fields() {
    assert_eq!((size_of::<c::sized>(), align_of::<c::sized>()), (16, 4));
    assert_eq!((size_of::<c::sized_tag>(), align_of::<c::sized_tag>()), (16, align_of::<f64>()));
    let mut sized = MaybeUninit::<c::sized>::uninit();
    let mut tag = MaybeUninit::<c::sized_tag>::uninit();
    // SAFETY: the values have the size of C's, and `sized_init` fills what `sized_sum` reads.
    unsafe {
        c::sized_init(sized.as_mut_ptr(), 4);
        assert_eq!(c::sized_sum(sized.as_ptr()), 13);
        c::sized_tag_init(tag.as_mut_ptr());
    }
}

#[cfg(unix)]
#[test]
fn types_of_the_c_library_need_no_declaration() {
    use implicit::{REG_EXTENDED, REG_NOSUB, regcomp, regex_t, regexec, regfree, time, time_t};

    let mut regex = MaybeUninit::<regex_t>::uninit();
    // SAFETY: the regex is initialised by `regcomp` and freed once.
    unsafe {
        assert_eq!(regcomp(regex.as_mut_ptr(), c"^a+b$".as_ptr(), REG_EXTENDED | REG_NOSUB), 0);
        assert_eq!(regexec(regex.as_ptr(), c"aaab".as_ptr(), 0, core::ptr::null_mut(), 0), 0);
        assert_ne!(regexec(regex.as_ptr(), c"aaac".as_ptr(), 0, core::ptr::null_mut(), 0), 0);
        regfree(regex.as_mut_ptr());
        let now: time_t = time(core::ptr::null_mut());
        assert!(now > 1_500_000_000);
    }
}

mod mentioned {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct place { double x, y; };
            union either { int number; char bytes[7]; };
            typedef void anything;
            struct room { long words[3]; };
            typedef struct room rooms[2];
            static inline struct place place_of(double x, double y) { struct place p = { x, y }; return p; }
            static inline double place_sum(struct place p) { return p.x + p.y; }
            struct holder { char tag; union either one; struct place two[2]; };
            static inline int holder_number(const struct holder *h) { return h->one.number + (int)h->two[1].y; }
            static inline void either_set(union either *e, int number) { e->number = number; }
            static inline anything *anything_at(int *i) { return i; }
            static inline int anything_read(const anything *at) { return *(const int *)at; }
        "#)]
        struct place place_of(double x, double y);
        double place_sum(struct place p);
        struct holder { char tag; union either one; struct place two[2]; };
        int holder_number(const struct holder *h);
        void either_set(union either *e, int number);
        typedef struct room rooms[2];
        anything *anything_at(int *i);
        int anything_read(const anything *at);
    }
}

#[test]
fn records_that_only_the_headers_declare_pass_by_value() {
    use mentioned::{either, holder, place};

    assert_eq!((size_of::<place>(), align_of::<either>(), size_of::<holder>()), (16, 4, 48));
    assert_eq!(size_of::<mentioned::rooms>(), 6 * size_of::<core::ffi::c_long>());
    // SAFETY: the functions only compute, and write into the room that they are given.
    unsafe {
        let two = [mentioned::place_of(1.0, 2.0), mentioned::place_of(3.0, 4.0)];
        assert_eq!(mentioned::place_sum(two[1]), 7.0);
        let mut one = either::zeroed();
        mentioned::either_set(&mut one, 38);
        assert_eq!(mentioned::holder_number(&holder { tag: 0, one, two }), 42);
    }
}

#[test]
fn a_name_of_the_headers_for_void_is_a_type_behind_pointers() {
    let mut number = 7;
    // SAFETY: the number outlives the pointer.
    unsafe {
        let at: *mut mentioned::anything = mentioned::anything_at(&mut number);
        assert_eq!(mentioned::anything_read(at), 7);
    }
}

mod decaying {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct inner { int *p; long n; };
            typedef struct inner list[1];
            typedef char name[8];
            typedef int callee(int);
            struct outer { list l; name n; long last; };
            struct close { char c; name n; short s; };
            static inline void fill(list l) { l->n = 7; l->p = 0; }
            static inline long read(list *l) { return (*l)->n; }
            static inline long first(const name n) { return n[0]; }
            static inline int twice(int a) { return 2 * a; }
            static inline callee *chosen(void) { return twice; }
            static inline int call(callee c) { return c(4); }
            static inline long sum(struct outer o, long (*f)(name)) { return o.l->n + o.last + f(o.n); }
            static list global;
        "#)]
        struct outer { list l; name n; long last; };
        struct close { char c; name n; short s; };
        void fill(list l);
        long read(list *l);
        long first(const name n);
        callee *chosen(void);
        int call(callee c);
        long sum(struct outer o, long (*f)(name));
        extern list global;
    }
}

// C11 6.7.6.3p7 and p8
#[test]
fn arrays_and_functions_of_the_headers_are_pointers_as_parameters_alone() {
    use core::ffi::{c_char, c_long};
    unsafe extern "C" fn last_letter(name: *mut decaying::name) -> c_long {
        // SAFETY: C gives the eight letters of a name.
        let letters = unsafe { name.cast::<[c_char; 8]>().read() };
        letters[7].into()
    }
    assert_eq!((size_of::<decaying::list>(), size_of::<decaying::name>()), (16, 8));
    assert_eq!((core::mem::offset_of!(decaying::close, n), size_of::<decaying::close>()), (1, 12));
    let mut outer = MaybeUninit::<decaying::outer>::zeroed();
    // SAFETY: all zeroes are a value of the record.
    let outer = unsafe { outer.assume_init_mut() };
    outer.last = 5;
    // SAFETY: the pointers lead to what C's types say, and C reads and writes there alone.
    unsafe {
        decaying::fill(&raw mut outer.l);
        assert_eq!(decaying::read(&raw mut outer.l), 7);
        (&raw mut outer.n).cast::<[c_char; 8]>().write([1, 0, 0, 0, 0, 0, 0, 30]);
        assert_eq!(decaying::first(&raw const outer.n), 1);
        assert_eq!(decaying::sum(*outer, Some(last_letter)), 42);
        assert_eq!(decaying::call(decaying::chosen()), 8);
        let global: *mut decaying::list = decaying::global();
        decaying::fill(global);
        assert_eq!(decaying::read(global), 7);
    }
}
