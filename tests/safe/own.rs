//! The rules of wrappers, each with the smallest C that shows it.

use std::mem::MaybeUninit;

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <errno.h>
            #include <stddef.h>
            #include <stdlib.h>
            #include <string.h>
            #define SIDES 4
            typedef struct counter counter;
            struct counter { int value; int step; };
            static int alive;
            static inline int sum(const int *values, size_t count) {
                int total = 0;
                for (size_t i = 0; i < count; i++) total += values[i];
                return total;
            }
            static inline int dot(const int *a, const int *b, int count) {
                int total = 0;
                for (int i = 0; i < count; i++) total += a[i] * b[i];
                return total;
            }
            static inline int area(const double sides[SIDES]) { return (int)(sides[0] * sides[3]); }
            static inline void twice(int *value) { *value *= 2; }
            static inline int split(int value, int *half, int *rest) {
                if (value < 0) return -1;
                *half = value / 2; *rest = value % 2;
                return 0;
            }
            static inline void fill(unsigned char *out, size_t length, int with) { memset(out, with, length); }
            static inline int pairs(unsigned char *out, const unsigned char *in, int count) {
                for (int i = 0; i < count; i++) out[2 * i] = out[2 * i + 1] = in[i];
                return 2 * count;
            }
            static inline int lies(unsigned char *out, size_t room) { (void)out; return (int)room + 1; }
            static inline counter *counter_new(int step) {
                if (step == 0) { errno = EINVAL; return NULL; }
                counter *made = malloc(sizeof *made);
                made->value = 0; made->step = step; alive++;
                return made;
            }
            static inline void counter_free(counter *c) { alive--; free(c); }
            static inline int counter_add(counter *c) { return c->value += c->step; }
            static inline int counter_value(const counter *c) { return c->value; }
            static inline int *counter_step(counter *c) { return &c->step; }
            static inline int counters_alive(void) { return alive; }
            static inline char *greet(const char *name) {
                char *text = malloc(strlen(name) + 8);
                strcpy(text, "hello, "); strcat(text, name);
                return text;
            }
            static inline const char *find(const char *in, size_t length, char what) {
                return memchr(in, what, length);
            }
            static inline int copy(char *to, size_t room, const char *from) {
                if (strlen(from) >= room) return 0;
                strcpy(to, from);
                return 1;
            }
        "#)]
        unsafe extern "C" {
            struct counter cdef_destroy(counter_free);
            int sum(const int *__counted_by(count) values, size_t count);
            int dot(const int *__counted_by(count) a, const int *__counted_by(count) b, int count);
            int area(const double sides[SIDES]);
            void twice(_Inout_ int *value);
            int split(int value, _Out_ int *half, _Out_ int *rest) _Success_(return == 0);
            void fill(_Out_ unsigned char *__counted_by(length) out, size_t length, int with);
            int pairs(_Out_writes_to_(2 * count, return) unsigned char *out,
                      const unsigned char *__counted_by(count) in, int count);
            int lies(_Out_writes_to_(room, return) unsigned char *out, size_t room);
            counter *cdef_owned counter_new(int step) cdef_error(errno);
            void counter_free(counter *cdef_consumed c);
            int counter_add(counter *c);
            int counter_value(const counter *c);
            int *__single _Nonnull counter_step(counter *c __lifetimebound);
            int counters_alive(void);
            char *__null_terminated cdef_owned_by(free) _Nonnull greet(const char *__null_terminated name);
            const char *cdef_within(in) find(const char *__counted_by(length) in, size_t length, char what);
            int copy(_Out_writes_z_(room) char *to, size_t room, const char *__null_terminated from)
                _Success_(return == 1) _Pre_satisfies_(room > 0);
        }
    }
}

#[test]
fn slices_carry_their_lengths() {
    assert_eq!(c::sum(&[1, 2, 3]), 6);
    assert_eq!(c::sum(&[]), 0);
    assert_eq!(c::dot(&[1, 2], &[3, 4]), 11);
    assert_eq!(c::area(&[2.0, 0.0, 0.0, 3.0]), 6);
}

#[test]
fn slices_of_one_length_have_one_length() {
    let message = crate::panic_of(|| c::dot(&[1, 2], &[3]));
    assert!(message.contains("`dot`") && message.contains("`a`") && message.contains("`b`"), "{message}");
}

#[test]
fn values_are_given_back() {
    let mut value = 21;
    c::twice(&mut value);
    assert_eq!(value, 42);
    assert_eq!(c::split(7), Some((3, 1)));
    assert_eq!(c::split(-7), None);
}

#[test]
fn buffers_may_be_uninitialised() {
    let mut room = [MaybeUninit::uninit(); 3];
    let (filled, rest) = c::fill(&mut room, 5);
    assert_eq!((&*filled, rest.len()), (&[5; 3][..], 0));

    let mut bytes = [0; 5];
    assert_eq!(c::pairs(&mut bytes, b"ab"), 4);
    assert_eq!(&bytes, b"aabb\0");
}

#[test]
fn a_buffer_must_have_room() {
    let message = crate::panic_of(|| c::pairs(&mut [0; 3], b"ab"));
    assert!(message.contains("holds 3, needs 4"), "{message}");
}

#[test]
fn objects_are_destroyed_once() {
    let before = c::counters_alive();
    let mut counter = c::counter_new(5).expect("the step is none");
    assert_eq!(c::counters_alive(), before + 1);
    assert_eq!((c::counter_add(&mut counter), c::counter_add(&mut counter)), (5, 10));
    assert_eq!(*c::counter_step(&mut counter), 5);
    c::counter_add(&mut counter);
    assert_eq!(c::counter_value(&counter), 15);
    drop(counter);
    assert_eq!(c::counters_alive(), before);
    c::counter_free(c::counter_new(1).expect("the step is none"));
    assert_eq!(c::counters_alive(), before);
    let error = c::counter_new(0).expect_err("the step is 0");
    assert_eq!(std::io::Error::from(error).kind(), std::io::ErrorKind::InvalidInput);
}

#[test]
fn memory_is_freed_by_its_function() {
    assert_eq!(&*c::greet(c"you"), c"hello, you");
}

#[test]
fn a_pointer_into_an_argument_is_an_offset() {
    assert_eq!(c::find(b"abc", b'c' as _), Some(2));
    assert_eq!(c::find(b"abc", b'd' as _), None);
}

#[test]
fn text_is_found_in_its_room() {
    let mut room = [0; 4];
    assert_eq!(c::copy(&mut room, c"abc"), Some(c"abc"));
    assert_eq!(c::copy(&mut room, c"abcd"), None);
    let message = crate::panic_of(|| c::copy(&mut [0_u8; 0], c"").map(|_| ()));
    assert!(message.contains("room > 0"), "{message}");
}
