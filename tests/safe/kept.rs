//! Parameters that C keeps behind an object: they outlive it, or are there for ever.

use std::ffi::CString;

use cffi_rt::Owned;

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdlib.h>
            #include <string.h>
            typedef struct list list; typedef struct entry entry; typedef struct log log;
            struct entry { const char *text; int frees; entry *next; };
            struct list { entry *first; const entry *last; int *numbers; size_t count; };
            struct log { const char *name; int owners; };
            static int entries = 0;
            static inline int entry_count(void) { return entries; }
            static inline entry *entry_new(const char *text) {
                entry *made = calloc(1, sizeof *made);
                made->text = text; entries++;
                return made;
            }
            static inline void entry_free(entry *e) { entries--; free(e); }
            static inline list *list_new(void) { return calloc(1, sizeof(list)); }
            static inline void list_free(list *l) {
                while (l->first) { entry *next = l->first->next; entry_free(l->first); l->first = next; }
                free(l);
            }
            static inline void list_add(list *l, entry *e) { e->next = l->first; l->first = e; }
            static inline void list_mark(list *l, const entry *e) { l->last = e; }
            static inline size_t list_length(const list *l) {
                size_t all = l->last ? strlen(l->last->text) : 0;
                for (const entry *e = l->first; e; e = e->next) all += strlen(e->text);
                return all;
            }
            static inline void list_numbers(list *l, int *numbers, size_t count) { l->numbers = numbers; l->count = count; }
            static inline int list_next(list *l) {
                int sum = 0;
                for (size_t i = 0; i < l->count; i++) sum += l->numbers[i]++;
                return sum;
            }
            static inline log *log_new(void) { log *l = calloc(1, sizeof *l); l->owners = 1; return l; }
            static inline void log_ref(log *l) { l->owners++; }
            static inline void log_free(log *l) { if (!--l->owners) free(l); }
            static inline void log_name(log *l, const char *name) { l->name = name; }
            static inline size_t log_size(const log *l) { return l->name ? strlen(l->name) : 0; }
        "#)]
        #include <stddef.h>
        typedef struct list list; typedef struct entry entry; typedef struct log log;
        struct list; struct entry; struct log;

        unsafe extern "C" {
            struct list cdef_destroy(list_free) cdef_send;
            struct entry cdef_destroy(entry_free) cdef_send cdef_sync;
            struct log cdef_destroy(log_free) cdef_retain(log_ref);

            list *cdef_owned _Nonnull list_new(void) cdef_safe;
            entry *cdef_owned _Nonnull entry_new(const char *__null_terminated text __lifetimebound) cdef_safe;
            int entry_count(void) cdef_safe;
            void list_add(list *l, entry *cdef_consumed e __lifetime_capture_by(l)) cdef_safe;
            void list_mark(list *l, const entry *_Nullable e __lifetime_capture_by(l)) cdef_safe;
            size_t list_length(const list *l) cdef_safe;
            void list_numbers(list *l, int *__counted_by(count) numbers __lifetime_capture_by(l), size_t count) cdef_safe;
            int list_next(list *l) cdef_safe;

            log *cdef_owned _Nonnull log_new(void) cdef_safe;
            // Several may have it.
            void log_name(log *l, const char *__null_terminated name __lifetime_capture_by(l)) cdef_safe;
            size_t log_size(const log *l) cdef_safe;
        }
    }
}

#[test]
fn what_an_object_keeps_outlives_it() {
    let long = CString::new("a longer text").expect("it has no NUL");
    let entry = c::entry_new(&long);
    let marked = c::entry_new(c"marked");
    assert_eq!(c::entry_count(), 2);
    let mut list: Owned<c::list<'_>> = c::list_new();
    assert_eq!(c::list_length(&list), 0);
    c::list_add(&mut list, entry);
    c::list_mark(&mut list, Some(&marked));
    assert_eq!(c::list_length(&list), 19);
    c::list_mark(&mut list, None);
    assert_eq!(c::list_length(&list), 13);
    // It takes along what it has been given.
    drop(list);
    assert_eq!(c::entry_count(), 1);
    drop(marked);
    assert_eq!(c::entry_count(), 0);
}

#[test]
fn c_writes_to_what_it_keeps() {
    let mut numbers = [1, 2];
    let mut list = c::list_new();
    c::list_numbers(&mut list, &mut numbers);
    assert_eq!((c::list_next(&mut list), c::list_next(&mut list)), (3, 5));
    // On another thread, too.
    std::thread::scope(|scope| {
        let next = scope.spawn(|| c::list_next(&mut list)).join().expect("it does not panic");
        assert_eq!(next, 7);
    });
    c::list_numbers(&mut list, &mut []);
    assert_eq!(c::list_next(&mut list), 0);
    drop(list);
    assert_eq!(numbers, [4, 5]);
}

#[test]
fn what_several_may_have_keeps_what_is_there_for_ever() {
    let log = c::log_new();
    let other = log.clone();
    c::log_name(&log, c"for ever");
    drop(log);
    assert_eq!(c::log_size(&other), 8);
}
