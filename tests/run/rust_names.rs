//! `#![names(rust)]`: Rust's conventions, methods, and the names that the block gives itself.

mod c {
    cffi_rt::cdef! {
        #![names(rust)]
        #![prefix(kv_, KV_, kv_store_)]
        #![preamble(r#"
            #include <stdlib.h>
            typedef struct kv_store kv_store;
            typedef struct kv_cursor_s { kv_store *store; int at; } kv_cursor;
            typedef struct { int keyCount; int max_t; } kv_limits_t;
            struct kv_store { int values[4]; int count; };
            enum kv_mode { KV_READ = 1, KV_WRITE = 2 };
            typedef int kv_Word;
            static inline kv_store *kv_store_new(int count) {
                kv_store *store = count > 4 ? NULL : calloc(1, sizeof *store);
                if (store) store->count = count;
                return store;
            }
            static inline void kv_store_free(kv_store *store) { free(store); }
            static inline int kv_store_get(const kv_store *store, int at) { return store->values[at % 4]; }
            static inline void kv_put(int at, kv_store *store, int value) { store->values[at % 4] = value; }
            static inline int kv_store_type(const kv_store *store) { (void)store; return 7; }
            static inline kv_cursor *kv_walk(const kv_store *store) {
                kv_cursor *cursor = calloc(1, sizeof *cursor);
                cursor->store = (kv_store *)store;
                return cursor;
            }
            static inline int kv_cursor_next(kv_cursor *cursor) { return cursor->store->values[cursor->at++ % 4]; }
            static inline const int *kv_cursor_all(const kv_cursor *cursor) { return cursor->store->values; }
            static inline void kv_cursor_free(kv_cursor *cursor) { free(cursor); }
            static inline int kv_count(kv_store *store) { int count = store->count; free(store); return count; }
            static inline int kv_has(const kv_store *store) { return store != NULL; }
            static inline kv_limits_t kv_getLimits(void) { return (kv_limits_t){ 4, 9 }; }
            static inline kv_Word kv_twice(kv_Word word) { return 2 * word; }
            static inline int kv_mode_of(enum kv_mode mode) { return mode; }
            static int kv_lastError = 3;
        "#)]

        typedef struct { int keyCount; int max_t; } kv_limits_t;
        typedef int kv_Word;
        enum kv_mode { KV_READ = 1, KV_WRITE };
        extern int kv_lastError;
        kv_limits_t kv_getLimits(void);
        kv_Word kv_twice(kv_Word word) cdef_name(double);
        int kv_mode_of(enum kv_mode mode);

        unsafe extern "C" {
            struct kv_store cdef_destroy(kv_store_free);
            struct kv_cursor_s cdef_destroy(kv_cursor_free) cdef_name(Walk);
            kv_store *cdef_owned _Nullable kv_store_new(int count);
            int kv_store_get(const kv_store *store, int at);
            void kv_put(int at, kv_store *store, int value);
            int kv_store_type(const kv_store *store);
            int kv_count(kv_store *cdef_consumed store);
            int kv_has(const kv_store *_Nullable store);
            kv_cursor *cdef_owned _Nonnull kv_walk(const kv_store *store __lifetimebound);
            int kv_cursor_next(kv_cursor *cursor);
            const int *__counted_by(4) kv_cursor_all(const kv_cursor *cursor __lifetimebound) cdef_name(rest);
        }
    }
}

#[test]
fn types_and_functions_have_rust_names() {
    // SAFETY: the functions only compute.
    let limits: c::Limits = unsafe { c::get_limits() };
    assert_eq!((limits.keyCount, limits.max_t), (4, 9));
    let word: c::Word = 4;
    // SAFETY: as above.
    assert_eq!(unsafe { c::double(word) }, 8);
    let mode: c::Mode = c::KV_WRITE;
    // SAFETY: as above.
    assert_eq!(unsafe { c::mode_of(mode) }, 2);
    // SAFETY: nothing else uses the variable.
    assert_eq!(unsafe { c::last_error().read() }, 3);
}

#[test]
fn functions_of_an_object_are_its_methods() {
    assert!(c::Store::new(5).is_none());
    let mut store = c::Store::new(3).expect("there is memory");
    store.put(1, 42);
    assert_eq!(store.get(1), 42);
    assert_eq!(store.r#type(), 7);
    assert_eq!(c::Store::has(Some(&store)), 1);
    assert_eq!(c::Store::has(None), 0);
    assert_eq!(c::Store::count(store), 3);
}

#[test]
fn what_hangs_on_an_object_borrows_it() {
    fn first<'a>(walk: &'a c::Walk<'_>) -> &'a [i32] {
        walk.rest()
    }
    let mut store = c::Store::new(4).expect("there is memory");
    store.put(0, 1);
    let mut walk = store.walk();
    assert_eq!(walk.next(), 1);
    assert_eq!(first(&walk), [1, 0, 0, 0]);
    drop(walk);
    store.put(0, 2);
    assert_eq!(store.get(0), 2);
}

#[test]
fn raw_functions_keep_the_names_of_c() {
    // SAFETY: the function takes null.
    assert_eq!(unsafe { c::raw::kv_has(std::ptr::null()) }, 0);
}
