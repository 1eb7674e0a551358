//! A library that breaks a promise: the process ends, and says which function and which promise.

use std::process::{Command, Stdio};

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <pthread.h>
            #include <stddef.h>
            struct object { int value; };
            static struct object only;
            static inline int write_more(unsigned char *to, size_t room) { (void)to; return (int)room + 1; }
            static inline int write_less(unsigned char *to, size_t room) { (void)to; (void)room; return -1; }
            static inline const char *no_text(void) { return NULL; }
            static inline int no_object(struct object **out) { (void)out; return 0; }
            static inline void object_free(struct object *o) { (void)o; }
            static inline const char *elsewhere(const char *in, size_t length) { return in + length + 1; }
            static inline const int *many(int *count) { *count = -1; return &only.value; }
            static inline void no_end(char *to, size_t room) { for (size_t i = 0; i < room; i++) to[i] = 'a'; }
            static inline int ask(int (*f)(void *ctx), void *ctx) { return f(ctx); }
            struct question { void (*f)(void *ctx); void *ctx; };
            static void *answer(void *asked) {
                struct question *question = asked;
                question->f(question->ctx);
                return NULL;
            }
            static inline void ask_elsewhere(void (*f)(void *ctx), void *ctx) {
                struct question question = { f, ctx };
                pthread_t thread;
                if (pthread_create(&thread, NULL, answer, &question) == 0) pthread_join(thread, NULL);
            }
        "#)]
        struct object;
        unsafe extern "C" {
            struct object cdef_destroy(object_free);
            int write_more(_Out_writes_to_(room, return) unsigned char *to, size_t room) cdef_safe;
            int write_less(_Out_writes_to_(room, return) unsigned char *to, size_t room) cdef_safe;
            const char *__null_terminated cdef_static _Nonnull no_text(void) cdef_safe;
            int no_object(_Outptr_ struct object *cdef_owned *out) _Success_(return == 0) cdef_safe;
            const char *cdef_within(in) elsewhere(const char *__counted_by(length) in, size_t length) cdef_safe;
            const int *__counted_by(*count) cdef_static many(_Out_ int *count) cdef_safe;
            void no_end(_Out_writes_z_(room) char *to, size_t room) cdef_safe;
            int ask(int (*f)(void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx) cdef_safe;
            void ask_elsewhere(void (*f)(void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx) cdef_safe;
        }
    }
}

/// What a test says on the way to its abort, which happens in a process of its own.
#[track_caller]
fn expect_abort(test: &str, words: &[&str], call: impl FnOnce()) {
    const INNER: &str = "CDEF_TEST_THAT_ABORTS";
    if std::env::var_os(INNER).is_some() {
        return call();
    }
    let output = Command::new(std::env::current_exe().expect("a test has a program"))
        .args(["--exact", &format!("breach::{test}"), "--nocapture"])
        .env(INNER, "1")
        .stdin(Stdio::null())
        .output()
        .expect("the test's program starts");
    let said = String::from_utf8_lossy(&output.stderr);
    // Neither success nor a panic, for which tests end with 101.
    assert!(output.status.code().is_none(), "{test} does not abort: {said}");
    for word in words {
        assert!(said.contains(word), "{word}: {said}");
    }
}

#[test]
fn more_than_there_is_room() {
    expect_abort("more_than_there_is_room", &["`write_more`", "`to`"], || {
        c::write_more(&mut [0; 4]);
    });
}

#[test]
fn less_than_nothing() {
    expect_abort("less_than_nothing", &["`write_less`", "`to`"], || {
        c::write_less(&mut [0; 4]);
    });
}

#[test]
fn null_that_never_comes() {
    expect_abort("null_that_never_comes", &["`no_text`"], || {
        c::no_text();
    });
}

#[test]
fn success_without_an_object() {
    expect_abort("success_without_an_object", &["`no_object`"], || {
        c::no_object();
    });
}

#[test]
fn a_pointer_outside_of_its_buffer() {
    expect_abort("a_pointer_outside_of_its_buffer", &["`elsewhere`"], || {
        c::elsewhere(b"ab");
    });
}

#[test]
fn a_negative_count() {
    expect_abort("a_negative_count", &["`many`"], || {
        c::many();
    });
}

#[test]
fn text_without_an_end() {
    expect_abort("text_without_an_end", &["`no_end`", "`to`"], || {
        c::no_end(&mut [0_u8; 4]);
    });
}

#[test]
fn a_closure_on_another_thread() {
    expect_abort("a_closure_on_another_thread", &["`ask_elsewhere`", "another thread"], || {
        c::ask_elsewhere(|| ());
    });
}

#[test]
fn a_panic_that_has_no_answer() {
    expect_abort("a_panic_that_has_no_answer", &["`ask`", "no `cdef_on_panic`"], || {
        c::ask(|| panic!("there is none"));
    });
}
