//! C names that mean something in Rust, and names that C uses twice.

use core::ffi::c_int;

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #include "names.h"

        struct type { int match; int self; int box; int fn; int _; int u8; int async; };
        enum impl { crate, super, loop = 4 };
        typedef int mod;
        #define trait ...

        int move(int in);
        int match(int type, int where);
        int self(struct type *self);
        int dyn(mod ref);
        int Self(void);
        int try(int yield);
        int gen(int gen);
        extern int pub;
        int core(void);
        int std(void);
        int Option(int Some, int None);
        int arguments(int a0, int self_, int result);
    }
}

#[cfg(unix)]
mod stat {
    cffi_rt::cdef! {
        #include <sys/stat.h>

        #define S_IFMT ...
        #define S_IFREG ...
        typedef int... off_t;
        typedef int... mode_t;
        struct stat { mode_t st_mode; off_t st_size; ...; };
        int stat(const char *path, struct stat *out);
        int S_ISDIR(mode_t mode);
    }
}

mod words {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdlib.h>
            enum f { FIRST };
            enum other { other_first };
            #define value 1
            #define word 2
            #define bytes 3
            #define this 4
            #define len 5
            #define stub 6
            struct record { unsigned bits : 3; enum f plain; };
            struct flexible { int a; int tail[]; };
            struct partial { int a; enum other plain; };
            struct odd { char a; int moved; } __attribute__((packed, aligned(2)));
            static inline int count(enum f f, int value_) { return f + value_; }
        "#)]
        enum f { FIRST };
        enum other { other_first };
        #define value 1
        #define word 2
        #define bytes 3
        #define this 4
        #define len 5
        #define stub 6
        struct record { unsigned bits : 3; enum f plain; };
        struct flexible { int a; int tail[]; };
        struct partial { enum other plain; ...; };
        struct odd { char a; int moved; } __attribute__((packed, aligned(2)));
        int count(enum f f, int value);
        int abs(int word);
    }
}

mod wrapped {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <errno.h>
            #define f 1
            #define other 2
            #define this 3
            #define text "4"
            struct counter { int value; };
            static struct counter the_one;
            static inline struct counter *counter_new(int step) { the_one.value += step; return step ? &the_one : 0; }
            static inline void counter_free(struct counter *c) { c->value = 0; }
            static inline int counter_ref(struct counter *c) { return c->value++; }
            static inline int counter_step(struct counter *c, int step) { c->value += step; return step ? 0 : 7; }
        "#)]
        #define f ...
        #define other ...
        #define this ...
        #define text ...
        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int rc;
            struct counter cdef_destroy(counter_free) cdef_retain(counter_ref);
            struct counter *cdef_owned _Nullable counter_new(int step) cdef_error(errno);
            void counter_free(struct counter *c);
            int counter_ref(struct counter *c);
            rc counter_step(struct counter *_Nonnull c, int step) cdef_safe;
        }
    }
}

/// What generated code calls its own parameters and variables would be patterns of these.
#[test]
fn constants_and_enums_may_be_called_like_anything() {
    assert_eq!(format!("{:?} {:?}", words::FIRST, words::other(7)), "FIRST other(7)");
    assert_eq!(words::f(1) | words::f(2), words::f(3));
    let mut record = words::record::default();
    record.plain = words::FIRST;
    record.set_bits(5);
    assert_eq!(record.bits() + words::value as u32, 6);
    let mut odd = words::odd::default();
    odd.a = 1;
    odd.set_moved(words::word);
    assert_eq!(odd.moved(), words::word);
    assert_eq!(format!("{:?}", words::partial::default()), "partial { plain: other_first, .. }");
    // SAFETY: the functions take any small numbers.
    assert_eq!(unsafe { words::count(words::f(2), words::abs(-3)) }, 5);
}

#[test]
fn constants_beside_safe_functions_may_be_called_like_anything() {
    let counter = wrapped::counter_new(wrapped::f).expect("the step is not 0");
    assert_eq!(wrapped::counter_step(&counter, wrapped::other + wrapped::this), Ok(()));
    let error = wrapped::counter_step(&counter, 0).expect_err("it says so");
    assert_eq!((error, format!("{error}")), (wrapped::rc(7), "rc 7".to_owned()));
    assert_eq!(wrapped::text, c"4");
    drop(counter.clone());
}

#[test]
fn keywords_are_raw_identifiers() {
    let mut value = c::r#type { r#match: 1, self_: 2, r#box: 3, r#fn: 4, __: 5, u8: 6, r#async: 7 };
    // SAFETY: the pointer is that of a live value.
    unsafe {
        assert_eq!(c::r#move(1), 2);
        assert_eq!(c::r#match(2, 3), 6);
        assert_eq!(c::self_(&mut value), 3);
        assert_eq!(c::r#dyn(4), 4);
        assert_eq!(c::Self_(), 5);
        assert_eq!(c::r#try(6), 6);
        assert_eq!(c::r#gen(7), 7);
        assert_eq!(*c::r#pub(), 6);
    }
    let _: c::r#mod = 1 as c_int;
    assert_eq!([c::crate_.0, c::super_.0, c::r#loop.0], [0, 1, 4]);
    assert_eq!(c::crate_, c::r#impl(0));
    assert_eq!(c::r#trait, 3);
}

#[test]
fn names_of_rusts_prelude_are_free() {
    // SAFETY: the functions take any small numbers.
    unsafe {
        assert_eq!(c::core(), 7);
        assert_eq!(c::std(), 8);
        assert_eq!(c::Option(3, 1), 2);
        assert_eq!(c::arguments(1, 2, 3), 6);
    }
}

#[cfg(unix)]
#[test]
fn a_struct_and_a_function_share_a_name() {
    let mut out = stat::stat::zeroed();
    // SAFETY: the path is a string and the record a live value.
    unsafe {
        assert_eq!(stat::stat(c"/dev/null/none".as_ptr(), &mut out), -1);
        assert_eq!(stat::stat(c"Cargo.toml".as_ptr(), &mut out), 0);
        assert_eq!(out.st_mode & stat::S_IFMT as stat::mode_t, stat::S_IFREG as stat::mode_t);
        assert!(out.st_size > 0);
        assert_eq!(stat::stat(c"/".as_ptr(), &mut out), 0);
        assert_ne!(stat::S_ISDIR(out.st_mode), 0);
    }
}
