//! Closures that C calls: during a call, or for as long as it keeps them.

use std::cell::Cell;
use std::rc::Rc;

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdlib.h>
            #include <string.h>
            static inline int each(int count, int (*f)(int number, void *ctx), void *ctx) {
                int sum = 0;
                for (int i = 0; f && i < count; i++) {
                    int one = f(i, ctx);
                    if (one < 0) return one;
                    sum += one;
                }
                return sum;
            }
            static inline int each_bare(int count, int (*f)(int number)) {
                int sum = 0;
                for (int i = 0; i < count; i++) sum += f(i);
                return sum;
            }
            static inline void quietly(void (*f)(void *ctx), void *ctx) { f(ctx); }
            static inline size_t parts(size_t (*f)(char *p, size_t size, size_t items, void *ctx), void *ctx) {
                char text[] = "abcdef";
                return f(text, 2, 3, ctx) + f(text, 1, 0, ctx);
            }
            #define REFUSED (-2)
            static int (*kept)(int, void *);
            static void (*end)(void *);
            static void *kept_data;
            static inline int keep(int (*f)(int, void *), void *ctx, void (*done)(void *)) {
                if (kept) return -1;
                kept = f; kept_data = ctx; end = done;
                return 0;
            }
            static inline int call_kept(int number) { return kept ? kept(number, kept_data) : -7; }
            static inline void let_go(void) { if (end) end(kept_data); kept = 0; end = 0; }
            static inline int once(int (*f)(void *), void *ctx) { return f(ctx); }
            static int last_sum = -1;
            struct reading { int value; double error; };
            static inline double measured(int (*f)(int channel, struct reading *to, void *ctx), void *ctx) {
                struct reading one = { -1, -1.0 };
                int refused = f(3, &one, ctx);
                return refused ? -100.0 : one.value + one.error;
            }
            static inline int measured_twice(int (*f)(int *to, void *ctx), void *ctx) {
                int first = 100, second = 100;
                f(&first, ctx);
                f(&second, ctx);
                last_sum = first + second;
                return last_sum;
            }
            static inline int last(void) { return last_sum; }
            static inline int stepped(void (*f)(int *at, void *ctx), void *ctx) { int at = 5; f(&at, ctx); f(&at, ctx); return at; }
            static inline size_t pulled(size_t (*f)(char *to, size_t size, size_t items, void *ctx), void *ctx, char *all, size_t room) {
                size_t done = 0;
                for (;;) {
                    char part[4] = { 'x', 'x', 'x', 'x' };
                    size_t count = f(part, 1, sizeof part, ctx);
                    if (count > sizeof part) return (size_t)-1;
                    if (count == 0 || done + count > room) return done;
                    memcpy(all + done, part, count);
                    done += count;
                }
            }
            static inline int filled_bare(void (*f)(int *to, int n)) {
                int room[3] = { 7, 7, 7 };
                f(room, 3);
                f(0, 0);
                return room[0] + 10 * room[1] + 100 * room[2];
            }
            typedef struct token token;
            struct token { int number; };
            static int tokens = 0;
            static inline token *token_new(int number) { token *t = malloc(sizeof *t); t->number = number; tokens++; return t; }
            static inline void token_free(token *t) { tokens--; free(t); }
            static inline int token_number(const token *t) { return t->number; }
            static inline int tokens_alive(void) { return tokens; }
            static inline void each_token(int count, void (*f)(token *t, void *ctx), void *ctx) {
                for (int i = 0; i < count; i++) f(i == 2 ? 0 : token_new(i), ctx);
            }
            static inline int twice(int (*f)(int), int number) { return f ? f(f(number)) : -1; }
        "#)]
        #include <stddef.h>
        struct reading { int value; double error; };
        typedef struct token token;
        struct token;

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int rc;
            int each(int count, int (*_Nullable f)(int number, void *ctx)
                         cdef_closure(ctx) cdef_scope(call) cdef_on_panic(-1), void *ctx);
            int each_bare(int count, int (*f)(int number) cdef_closure() cdef_scope(call) cdef_on_panic(0));
            void quietly(void (*f)(void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx);
            size_t parts(size_t (*f)(char *__counted_by(size * items) p, size_t size, size_t items, void *ctx)
                             cdef_closure(ctx) cdef_scope(call) cdef_on_panic(0), void *ctx);
            rc keep(int (*f)(int number, void *ctx) cdef_closure(ctx) cdef_scope(until(done)) cdef_on_panic(REFUSED - 1),
                    void *ctx, void (*done)(void *) cdef_destroyer(ctx, on_success));
            int call_kept(int number);
            void let_go(void);
            int once(int (*f)(void *ctx) cdef_closure(ctx) cdef_scope(once) cdef_on_panic(0), void *ctx);
            int twice(int (*_Nullable f)(int), int number);
            double measured(int (*f)(int channel, _Out_ struct reading *to, void *ctx)
                                cdef_closure(ctx) cdef_scope(call) cdef_on_panic(1), void *ctx) cdef_safe;
            int measured_twice(int (*f)(_Out_ int *to, void *ctx) cdef_closure(ctx) cdef_scope(call) cdef_on_panic(0), void *ctx)
                cdef_safe;
            int last(void) cdef_safe;
            int stepped(void (*f)(_Inout_ int *at, void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx) cdef_safe;
            size_t pulled(size_t (*f)(_Out_writes_to_(size * items, return) char *to, size_t size, size_t items, void *ctx)
                              cdef_closure(ctx) cdef_scope(call) cdef_on_panic(0), void *ctx,
                          _Out_writes_to_(room, return) char *all, size_t room) _Success_(return != (size_t)-1) cdef_safe;
            int filled_bare(void (*f)(_Out_ int *__counted_by(n) to, int n) cdef_closure() cdef_scope(call)) cdef_safe;

            struct token cdef_destroy(token_free);
            int token_number(const token *t) cdef_safe;
            int tokens_alive(void) cdef_safe;
            void each_token(int count, void (*f)(token *cdef_owned _Nullable t, void *ctx)
                                           cdef_closure(ctx) cdef_scope(call), void *ctx) cdef_safe;
        }
    }
}

mod typedefs {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stddef.h>
            typedef int (*visit_fn)(void *ctx, const char *name, int size);
            typedef int order_fn(const int *a, const int *b);
            typedef void (*done_fn)(void *ctx);
            static inline int visit(visit_fn f, void *ctx) {
                return f(ctx, "first", 1) + f(ctx, "second", 2);
            }
            static inline int visit_maybe(visit_fn f, void *ctx) { return f ? f(ctx, "only", 7) : -1; }
            static inline int greatest(const int *all, size_t n, order_fn *order) {
                int at = -1;
                for (size_t i = 0; i < n; i++) if (at < 0 || order(&all[i], &all[at]) > 0) at = (int)i;
                return at;
            }
            static visit_fn later; static void *later_data; static done_fn later_done;
            static inline void keep(visit_fn f, void *ctx, done_fn done) { later = f; later_data = ctx; later_done = done; }
            static inline int run(void) { return later(later_data, "later", 3); }
            static inline void end(void) { later_done(later_data); later = 0; }
        "#)]
        #include <stddef.h>

        unsafe extern "C" {
            typedef int (*visit_fn)(void *ctx, const char *__null_terminated name, int size)
                cdef_closure(ctx) cdef_on_panic(0);
            typedef int order_fn(const int *__single a, const int *__single b) cdef_on_panic(0);
            typedef void (*done_fn)(void *ctx);
            int visit(visit_fn f cdef_scope(call), void *ctx) cdef_safe;
            int visit_maybe(visit_fn _Nullable f cdef_scope(call), void *ctx) cdef_safe;
            int greatest(const int *__counted_by(n) all, size_t n, order_fn *order cdef_closure() cdef_scope(call)) cdef_safe;
            void keep(visit_fn f cdef_scope(until(done)), void *ctx, done_fn done cdef_destroyer(ctx, always)) cdef_safe;
            int run(void) cdef_safe;
            void end(void) cdef_safe;
        }
    }
}

#[test]
fn a_typedef_says_it_for_all_its_callbacks() {
    let mut seen = Vec::new();
    let sum = typedefs::visit(|name, size| {
        seen.push(name.to_owned());
        size * 10
    });
    assert_eq!((sum, seen.as_slice()), (30, &[c"first".to_owned(), c"second".to_owned()][..]));
    let mut one = |_: &std::ffi::CStr, size| size;
    assert_eq!((typedefs::visit_maybe(Some(&mut one)), typedefs::visit_maybe(None)), (7, -1));
    assert_eq!(crate::panic_of(|| typedefs::visit(|_, _| panic!("in a typedef"))), "in a typedef");
    let order = |a: &i32, b: &i32| a.abs().cmp(&b.abs()) as i32;
    assert_eq!((typedefs::greatest(&[3, -9, 4], order), typedefs::greatest(&[], order)), (1, -1));
    typedefs::keep(|_, size| size + 1);
    assert_eq!(typedefs::run(), 4);
    typedefs::end();
}

#[test]
fn a_closure_borrows_the_stack() {
    let mut seen = Vec::new();
    let sum = c::each(
        4,
        Some(&mut |number| {
            seen.push(number);
            number * 10
        }),
    );
    assert_eq!((sum, seen), (60, vec![0, 1, 2, 3]));
    assert_eq!(c::each(4, None), 0);
}

#[test]
fn a_panic_arrives_behind_c() {
    let mut calls = 0;
    let message = crate::panic_of(std::panic::AssertUnwindSafe(|| {
        c::each(
            4,
            Some(&mut |number| {
                calls += 1;
                assert!(number < 1, "too many");
                0
            }),
        )
    }));
    assert_eq!((message.as_str(), calls), ("too many", 2));
    assert_eq!(crate::panic_of(|| c::quietly(|| panic!("quiet"))), "quiet");
}

#[test]
fn slices_tell_their_lengths() {
    let mut all = Vec::new();
    let count = c::parts(|bytes| {
        all.extend_from_slice(bytes);
        bytes.len()
    });
    assert_eq!((count, all.as_slice()), (6, &b"abcdef"[..]));
}

#[test]
fn without_user_data_closures_nest() {
    let mut inner = 0;
    let sum = c::each_bare(3, |number| {
        inner += c::each_bare(2, |number| number + 1);
        number
    });
    assert_eq!((sum, inner), (3, 9));
    assert_eq!(crate::panic_of(|| c::each_bare(2, |_| panic!("bare"))), "bare");
    assert_eq!(c::each_bare(2, |_| 1), 2);
}

/// Counts what is dropped.
struct Counted(std::sync::Arc<std::sync::atomic::AtomicUsize>);

impl Drop for Counted {
    fn drop(&mut self) {
        self.0.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    }
}

#[test]
fn c_keeps_a_closure_until_it_is_done() {
    let drops = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let dropped = || drops.load(std::sync::atomic::Ordering::Relaxed);
    let (first, second) = (Counted(drops.clone()), Counted(drops.clone()));
    let mut total = 0;
    c::keep(move |number| {
        let _ = &first;
        total += number;
        assert!(number != 13, "unlucky");
        total
    })
    .expect("there is room");
    assert_eq!((c::call_kept(2), c::call_kept(3)), (2, 5));
    // C has refused it and will not call its destroyer.
    let refused = c::keep(move |_| {
        let _ = &second;
        0
    });
    assert_eq!((refused, dropped()), (Err(c::rc(-1)), 1));
    assert_eq!(crate::panic_of(|| c::call_kept(13)), "unlucky");
    assert_eq!(c::call_kept(1), 19);
    c::let_go();
    assert_eq!((dropped(), c::call_kept(1)), (2, -7));
    // C comes back to it while it runs.
    c::keep(|number| if number > 0 { c::call_kept(number - 1) } else { 0 }).expect("there is room");
    let message = crate::panic_of(|| c::call_kept(1));
    assert_eq!(message, "`keep`: its closure was called while it was running");
    assert_eq!(c::call_kept(0), 0);
    // It lets go of itself, and is freed when it has run.
    c::let_go();
    let third = Counted(drops.clone());
    c::keep(move |_| {
        c::let_go();
        third.0.load(std::sync::atomic::Ordering::Relaxed) as i32
    })
    .expect("there is room");
    assert_eq!((c::call_kept(0), dropped()), (2, 3));
}

#[test]
fn a_closure_that_runs_once_is_freed_by_that() {
    let drops = std::sync::Arc::new(std::sync::atomic::AtomicUsize::new(0));
    let counted = Counted(drops.clone());
    assert_eq!(
        c::once(move || {
            drop(counted);
            8
        }),
        8
    );
    assert_eq!(drops.load(std::sync::atomic::Ordering::Relaxed), 1);
}

#[test]
fn a_plain_function_is_one_that_is_safe() {
    extern "C" fn add_two(number: i32) -> i32 {
        number + 2
    }
    assert_eq!((c::twice(Some(add_two), 1), c::twice(None, 1)), (5, -1));
}

#[test]
fn calls_of_its_own_are_no_second_entry() {
    // What stays in the call need not be `Send`.
    let depth = Rc::new(Cell::new(0));
    let own = depth.clone();
    let sum = c::each(
        2,
        Some(&mut |number| {
            own.set(own.get() + 1);
            c::each(1, Some(&mut |_| number))
        }),
    );
    assert_eq!((sum, depth.get()), (1, 2));
}

#[test]
fn a_closure_gives_a_value_back() {
    let mut seen = c::reading { value: 9, error: 9.0 };
    let sum = c::measured(|channel, to| {
        // Nothing of C's memory shows.
        seen = *to;
        *to = c::reading { value: channel, error: 0.5 };
        0
    });
    assert_eq!((sum, seen.value, seen.error), (3.5, 0, 0.0));
    // What is not written is zero.
    assert_eq!((c::measured(|_, _| 0), c::measured(|_, _| 1)), (0.0, -100.0));
    assert_eq!(crate::panic_of(|| c::measured(|_, _| panic!("unreadable"))), "unreadable");
}

#[test]
fn c_reads_zero_from_a_closure_that_panics() {
    let said = crate::panic_of(|| {
        c::measured_twice(|to| {
            *to = 5;
            panic!("half done")
        })
    });
    // It is not entered a second time.
    assert_eq!((said.as_str(), c::last()), ("half done", 5));
}

#[test]
fn a_closure_changes_a_value_of_cs() {
    assert_eq!(c::stepped(|at| *at *= 3), 45);
}

#[test]
fn a_closure_fills_a_buffer() {
    let mut source = &b"more than four"[..];
    let mut all = [0; 32];
    let copied = c::pulled(
        |room| {
            assert_eq!(room, [0; 4]);
            let count = room.len().min(source.len());
            room[..count].copy_from_slice(&source[..count]);
            source = &source[count..];
            count
        },
        &mut all,
    );
    assert_eq!((copied, &all[..14]), (Some(14), &b"more than four"[..]));
    // It does not get to say that there is more than it was given.
    let message = crate::panic_of(|| c::pulled(|room| room.len() + 1, &mut [0; 8]));
    assert_eq!(message, "`pulled`: its closure says that it wrote 5 elements, but there is room for 4");
}

#[test]
fn a_closure_without_user_data_fills_a_buffer() {
    let mut lengths = Vec::new();
    let sum = c::filled_bare(|room| {
        lengths.push(room.len());
        room.iter_mut().zip(1..).for_each(|(one, number)| *one = number);
    });
    assert_eq!((sum, lengths), (321, vec![3, 0]));
    assert_eq!(c::filled_bare(|_| ()), 0);
}

#[test]
fn a_closure_keeps_an_object() {
    let mut kept = Vec::new();
    c::each_token(4, |token| kept.extend(token));
    assert_eq!(kept.iter().map(|token| c::token_number(token)).collect::<Vec<_>>(), [0, 1, 3]);
    assert_eq!(c::tokens_alive(), 3);
    drop(kept);
    c::each_token(2, drop);
    assert_eq!(c::tokens_alive(), 0);
}
