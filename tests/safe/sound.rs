//! What C allows of each word, and not of all together: wrappers that stand on the safe side.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdlib.h>
            #include <string.h>
            typedef struct node node; typedef struct list list; typedef struct row row;
            struct node { char *text; };
            struct list { node only; };
            struct row { list *of; };
            static const char *const texts[] = { "fine", "full" };
            static inline const char *status_text(int status) { return texts[status]; }
            static inline list *list_new(void) {
                list *made = malloc(sizeof *made);
                made->only.text = strdup("first");
                return made;
            }
            static inline void list_free(list *l) { free(l->only.text); free(l); }
            static inline node *list_node(list *l) { return &l->only; }
            static inline void list_ends(list *l, node **first, node **last) { *first = *last = &l->only; }
            static inline const char *node_text(const node *n) { return n->text; }
            static inline void node_set(node *n, const char *text) { free(n->text); n->text = strdup(text); }
            static inline row *row_new(list *l) {
                row *made = malloc(sizeof *made);
                made->of = l;
                return made;
            }
            static inline row *row_alone(void) { return row_new(NULL); }
            static inline void row_free(row *r) { free(r); }
            static inline int row_hangs(const row *r) { return r->of != NULL; }
            struct user { char *name; char tag[8]; int renamed; };
            typedef struct user *user_name;
            static inline void user_retag(user_name u) { u->tag[0]++; }
            typedef const int *number_name;
            static inline int at(number_name n) { return *n; }
            typedef list *any_list;
            static inline node *any_node(any_list l) { return &l->only; }
            static inline struct user *user_new(void) {
                struct user *made = calloc(1, sizeof *made);
                made->name = strdup("first");
                strcpy(made->tag, "a");
                return made;
            }
            static inline void user_free(struct user *u) { free(u->name); free(u); }
            static inline void user_rename(struct user *u, const char *name) {
                free(u->name);
                u->name = strdup(name);
                u->renamed++;
                u->tag[0]++;
            }
            static int last_number;
            static inline const char *last_error(int *code, long *place) {
                *code = last_number;
                *place = -5L * last_number;
                return "odd";
            }
            typedef struct counted counted_name; struct counted { int owners; };
            static inline struct counted *counted_new(void) {
                struct counted *made = malloc(sizeof *made);
                made->owners = 1;
                return made;
            }
            static inline void counted_free(struct counted *c) { if (--c->owners == 0) free(c); }
            static inline void counted_ref(struct counted *c) { c->owners++; }
            static inline int counted_owners(const struct counted *c) { return c->owners; }
            struct half_open { int status; };
            static inline struct half_open *half_new(int status) {
                struct half_open *made = malloc(sizeof *made);
                made->status = status;
                return made;
            }
            static inline int half_close(struct half_open *h) { int status = h->status; free(h); return status; }
            static inline int length(const char *text) { return (int)strlen(text); }
        "#)]
        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int status cdef_error_text(status_text);
            const char *__null_terminated cdef_static _Nonnull status_text(_In_range_(0, 1) int status);
            struct list cdef_destroy(list_free);
            struct node cdef_opaque;
            struct row cdef_destroy(row_free);
            list *cdef_owned _Nonnull list_new(void);
            void list_free(list *cdef_consumed l);
            node *_Nonnull list_node(list *l __lifetimebound);
            void list_ends(list *l __lifetimebound, _Outptr_ node **first, _Outptr_ node **last);
            const char *__null_terminated _Nonnull node_text(const node *n __lifetimebound);
            void node_set(node *n, const char *__null_terminated text);
            row *cdef_owned _Nonnull row_new(list *cdef_shared l __lifetimebound);
            row *cdef_owned cdef_static _Nonnull row_alone(void);
            void row_free(row *cdef_consumed r);
            int row_hangs(const row *r);
            static int measure(const char *__null_terminated _Nullable text)
                _Pre_satisfies_(text == NULL || length(text) < 4);
            static void limited(_Out_writes_to_(*count, *count) char *to, _Inout_ _In_range_(1, 3) size_t *count);
            static status fails(void);
            const char *__null_terminated cdef_transient last_error(_Out_ int *code, _Out_ long *place);
            typedef _Return_type_success_(return == 0) int told cdef_error(what = last_error(&code, &place));
            static told tries(int number);
            static void upto(_Out_writes_to_(room, *count) char *to, size_t room, _Inout_ size_t *count);
            static unsigned never(_Out_ int *to) _Success_(return != -1);
            static int small(_Out_ int *to) _Success_(return < 4u);
            static unsigned char byte(_Out_ int *to) _Success_(return != -1);
            static unsigned wide(_Out_ int *to) _Success_(return != -1LL);
            static int first(unsigned count) _Pre_satisfies_(count - 1 < 16);
            static void half(unsigned count, _Out_ int *__counted_by((count - 1) / 2) to);
            static void twice(int count, _Out_ char *__counted_by(2 * count) to);
            static int limit(_Out_ int *to) _Success_(return == (sizeof(int) > 2 ? -1 : 1u));
            typedef _Return_type_success_(return % 2 == 0) int even;
            struct user { char *name __null_terminated; char tag[8] __null_terminated; int renamed; } cdef_destroy(user_free);
            struct user *cdef_owned _Nonnull user_new(void);
            void user_free(struct user *cdef_consumed u);
            typedef struct user *cdef_shared user_name;
            void user_retag(user_name u);
            typedef const int *number_name;
            int at(_In_ number_name n);
            typedef list *cdef_shared any_list;
            node *_Nonnull any_node(any_list l __lifetimebound);
            void user_rename(struct user *cdef_shared u, const char *__null_terminated name);
            struct counted cdef_destroy(counted_free);
            typedef struct counted counted_name cdef_retain(counted_ref);
            struct counted *cdef_owned _Nonnull counted_new(void);
            int counted_owners(const struct counted *c);
            struct half_open cdef_destroy(half_close);
            struct half_open *cdef_owned _Nonnull half_new(int status);
            even half_close(struct half_open *cdef_consumed h);
        }
        static told tries(int number) { last_number = number; return number % 2; }
        static void upto(char *to, size_t room, size_t *count) {
            if (*count > room) *count = room;
            memset(to, 'x', *count);
        }
        static unsigned never(int *to) { (void)to; return -1; }
        static int small(int *to) { (void)to; return -1; }
        static unsigned char byte(int *to) { *to = 1; return -1; }
        static unsigned wide(int *to) { *to = 2; return -1; }
        static int first(unsigned count) { return (int)count; }
        static void half(unsigned count, int *to) { memset(to, 0, (count - 1) / 2 * sizeof *to); }
        static void twice(int count, char *to) { memset(to, 0, 2 * (size_t)count); }
        static int limit(int *to) { *to = 3; return -1; }
        static int measure(const char *text) { return text ? (int)strlen(text) : -1; }
        static void limited(char *to, size_t *count) { memset(to, 'x', *count); }
        static status fails(void) { return 1; }
    }
}

#[test]
fn the_text_of_a_status_is_asked_for_values_that_have_one() {
    let error = c::fails().expect_err("it fails");
    assert_eq!(error.to_string(), "full");
    assert_eq!(c::status(2).to_string(), "status 2");
    assert_eq!(c::status(-1).to_string(), "status -1");
}

#[test]
fn of_two_borrows_neither_is_exclusive() {
    let mut list = c::list_new();
    c::node_set(c::list_node(&mut list), c"second");
    let (first, last): (&c::node, &c::node) = c::list_ends(&mut list);
    assert_eq!((c::node_text(first), c::node_text(last)), (c"second", c"second"));
}

#[test]
fn an_independent_object_of_a_type_that_hangs_on_others_hangs_on_nothing() {
    let alone: cffi_rt::Owned<c::row<'static>> = c::row_alone();
    assert_eq!(c::row_hangs(&alone), 0);
    let list = c::list_new();
    assert_eq!(c::row_hangs(&c::row_new(&list)), 1);
}

#[test]
fn a_word_looks_behind_a_pointer_that_is_there() {
    assert_eq!((c::measure(None), c::measure(Some(c"abc"))), (-1, 3));
    let message = crate::panic_of(|| c::measure(Some(c"abcd")));
    assert!(message.contains("length(text) < 4"), "{message}");
}

#[test]
fn the_range_of_a_length_that_c_changes_is_the_lengths() {
    assert_eq!(c::limited(&mut [0; 3]), 3);
    let message = crate::panic_of(|| c::limited(&mut [0; 4]));
    assert!(message.contains("is 4, but must be from 1 to 3"), "{message}");
}

#[test]
fn a_call_has_succeeded_where_c_says_so() {
    assert_eq!(c::never(), None, "-1 is the greatest `unsigned`");
    assert_eq!(c::small(), None, "-1 is compared as an `unsigned`");
    assert_eq!(c::byte(), Some((255, 1)), "a small type is an `int`");
    assert_eq!(c::wide(), Some((u32::MAX, 2)), "a wider type has both");
    assert_eq!(c::limit(), Some((-1, 3)), "a choice has one type");
}

#[test]
fn a_condition_is_as_c_computes_it() {
    assert_eq!(c::first(16), 16);
    let message = crate::panic_of(|| c::first(0));
    assert!(message.contains("count - 1 < 16"), "{message}");
}

#[test]
fn a_length_that_would_wrap_is_none() {
    let mut room = [1; 2];
    c::half(5, &mut room);
    assert_eq!(room, [0; 2]);
    let message = crate::panic_of(|| c::half(0, &mut [0; 2]));
    assert!(message.contains("the difference of 0 and 1"), "{message}");
    let message = crate::panic_of(|| c::twice(i32::MAX, &mut [0; 2]));
    assert!(message.contains("the product of 2 and 2147483647"), "{message}");
}

#[test]
fn the_status_of_a_destructor_is_computed_too() {
    assert!(c::half_new(4).close().is_ok());
    let refused = c::half_new(5).close().expect_err("it is odd");
    assert_eq!(refused.error().0, 5);
}

#[test]
fn fields_that_another_reference_may_change_are_copied() {
    let user = c::user_new();
    let (name, tag): (Option<std::ffi::CString>, std::ffi::CString) = (user.name(), user.tag());
    c::user_rename(&user, c"second");
    assert_eq!((name.as_deref(), &*tag), (Some(c"first"), c"a"));
    assert_eq!((user.name().as_deref(), &*user.tag(), user.renamed()), (Some(c"second"), c"b", 1));
}

#[test]
fn what_an_error_call_writes_is_a_part_of_the_error() {
    assert_eq!(c::tries(4), Ok(()));
    let error = c::tries(7).expect_err("it is odd");
    assert_eq!((error.status.0, &*error.what, error.code, error.place), (1, c"odd", 7, -35));
}

#[test]
fn a_count_that_c_reads_is_the_callers() {
    let (mut room, mut count) = ([0; 4], 2);
    assert_eq!(c::upto(&mut room, &mut count), 2);
    assert_eq!((&room, count), (b"xx\0\0", 2));
    count = 9;
    assert_eq!((c::upto(&mut room, &mut count), count), (4, 4));
}

#[test]
fn the_words_of_a_types_names_add_up() {
    let one: cffi_rt::Shared<_> = c::counted_new();
    let other = one.clone();
    assert_eq!(c::counted_owners(&one), 2);
    drop(other);
    assert_eq!(c::counted_owners(&one), 1);
}

#[test]
fn what_a_typedef_says_of_a_pointer_holds() {
    let user = c::user_new();
    c::user_retag(&user);
    assert_eq!((&*user.tag(), c::at(&7)), (c"b", 7));
    let list = c::list_new();
    let one = c::any_node(&list);
    // A reference that was exclusive would have moved.
    let same = one;
    assert_eq!(c::node_text(one), c::node_text(same));
}
