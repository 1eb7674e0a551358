//! The library that each file beside this one misuses: one of each kind of handle, buffer and text.

pub mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stddef.h>
            typedef struct db db; typedef struct stmt stmt; typedef struct entry entry; typedef struct folder folder;
            typedef struct tree tree; typedef struct arena arena; typedef struct timer timer;
            struct padded { char tag; int value; };
            enum kind { KIND_A, KIND_B };
            db *db_open(const char *name);
            int db_close(db *d);
            int db_exec(db *d, const char *sql);
            int db_version(const db *d);
            const char *db_name(const db *d);
            stmt *stmt_new(db *d, const char *sql);
            typedef stmt *stmt_owner;
            stmt_owner stmt_open(db *d);
            void stmt_free(stmt *s);
            int stmt_step(stmt *s);
            const char *stmt_text(stmt *s, int column);
            folder *folder_open(const char *name);
            void folder_close(folder *f);
            entry *folder_next(folder *f);
            const char *entry_name(const entry *e);
            void entry_rename(entry *e, const char *name);
            void folder_ends(folder *f, entry **first, entry **last);
            int *folder_count(folder *f);
            tree *tree_new(void);
            void tree_free(tree *t);
            void tree_ref(tree *t);
            int tree_grow(tree *t);
            arena *arena_in(unsigned char *room, size_t size);
            void arena_free(arena *a);
            int arena_use(arena *a);
            timer *timer_new(void);
            void timer_free(timer *t);
            int timer_now(const timer *t);
            const char *longer(const char *a, const char *b);
            void cipher(unsigned char *out, const unsigned char *in, size_t n, const unsigned char key[32]);
            void digest(unsigned char out[32], const unsigned char *in, size_t n);
            void samples(struct padded *out, size_t n);
            enum kind kind_of(int a);
            int show(const char *format, ...);
            int fill(void *to);
            long line(char **text, size_t *room);
            void memory_a(void *memory);
            void memory_b(void *memory);
            int other_line(char **text, size_t *room);
            int convert(const char **in, size_t *in_left, char **out, size_t *out_left);
            const char **tree_names(const folder *f);
            int video_init(int mode);
            int video_draw(void);
            typedef int port;
            port port_open(int number);
            int port_close(port p);
            int port_read(port p);
            typedef struct list list; typedef struct shelf shelf;
            list *list_new(void);
            void list_free(list *l);
            void list_keep(list *l, const char *text);
            void list_take(list *l, shelf *s);
            int list_use(list *l);
            void tree_keep(tree *t, const char *text);
            shelf *shelf_on(const unsigned char *room, size_t size);
            void shelf_free(shelf *s);
            struct seat { int taken; };
            void seat_take(struct seat *s);
            int seat_number(const struct seat *s);
        "#)]
        enum kind { KIND_A, KIND_B };
        struct padded { char tag; int value; };

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int rc;
            struct db cdef_destroy(db_close) cdef_send;
            struct stmt cdef_destroy(stmt_free);
            struct folder cdef_destroy(folder_close);
            struct tree cdef_destroy(tree_free) cdef_retain(tree_ref);
            struct arena cdef_destroy(arena_free);
            struct timer cdef_destroy(timer_free);
            struct list cdef_destroy(list_free);
            typedef int port cdef_destroy(port_close);
            rc video_init(int mode) cdef_provides(video) cdef_safe;
            int video_draw(void) cdef_requires(video) cdef_safe;
            port cdef_owned port_open(int number) cdef_safe;
            rc port_close(port cdef_consumed p) cdef_safe;
            int port_read(port p) cdef_safe;
            struct shelf cdef_destroy(shelf_free);

            db *cdef_owned _Nonnull db_open(const char *__null_terminated name) cdef_safe;
            rc db_close(db *cdef_consumed d) cdef_safe;
            rc db_exec(db *d, const char *__null_terminated sql) cdef_safe;
            int db_version(const db *d) cdef_safe;
            const char *__null_terminated _Nonnull db_name(const db *d __lifetimebound) cdef_safe;
            stmt *cdef_owned _Nonnull stmt_new(db *cdef_shared d __lifetimebound, const char *__null_terminated sql)
                cdef_safe;
            typedef stmt *cdef_owned _Nonnull stmt_owner;
            stmt_owner stmt_open(db *cdef_shared d __lifetimebound) cdef_safe;
            void stmt_free(stmt *cdef_consumed s) cdef_safe;
            int stmt_step(stmt *s) cdef_safe;
            const char *__null_terminated _Nonnull stmt_text(stmt *s __lifetimebound, int column) cdef_safe;
            folder *cdef_owned _Nonnull folder_open(const char *__null_terminated name) cdef_safe;
            entry *_Nullable folder_next(folder *f __lifetimebound) cdef_safe;
            const char *__null_terminated _Nonnull entry_name(const entry *e __lifetimebound) cdef_safe;
            void entry_rename(entry *e, const char *__null_terminated name) cdef_safe;
            void folder_ends(folder *f __lifetimebound, _Outptr_ entry **first, _Outptr_ entry **last) cdef_safe;
            int *__single _Nonnull folder_count(folder *f __lifetimebound) cdef_safe;
            tree *cdef_owned _Nonnull tree_new(void) cdef_safe;
            int tree_grow(tree *t) cdef_safe;
            arena *cdef_owned _Nonnull arena_in(unsigned char *__counted_by(size) room __lifetimebound, size_t size)
                cdef_safe;
            int arena_use(arena *a) cdef_safe;
            timer *cdef_owned _Nonnull timer_new(void) cdef_safe;
            int timer_now(const timer *t) cdef_safe;
            const char *__null_terminated _Nonnull longer(const char *__null_terminated a __lifetimebound,
                                                          const char *__null_terminated b __lifetimebound) cdef_safe;
            void cipher(_Out_ unsigned char *__counted_by(n) out, const unsigned char *__counted_by(n) in, size_t n,
                        const unsigned char key[32]) cdef_safe;
            void digest(_Out_ unsigned char out[32], const unsigned char *__counted_by(n) in, size_t n) cdef_safe;
            void samples(_Out_ struct padded *__counted_by(n) out, size_t n) cdef_safe;
            enum kind kind_of(int a) cdef_safe;
            int show(const char *__null_terminated format, ...);
            int fill(void *to);
            list *cdef_owned _Nonnull list_new(void) cdef_safe;
            void list_keep(list *l, const char *__null_terminated text __lifetime_capture_by(l)) cdef_safe;
            void list_take(list *l, shelf *cdef_consumed s __lifetime_capture_by(l)) cdef_safe;
            int list_use(list *l) cdef_safe;
            void tree_keep(tree *t, const char *__null_terminated text __lifetime_capture_by(t)) cdef_safe;
            shelf *cdef_owned _Nonnull shelf_on(const unsigned char *__counted_by(size) room __lifetimebound, size_t size)
                cdef_safe;
            long line(_Inout_ _Out_writes_to_(*room, return) char *cdef_owned_by(memory_a) _Nullable *text,
                      _Inout_ size_t *room) cdef_safe;
            int other_line(_Inout_ _Out_writes_to_(*room, return) char *cdef_owned_by(memory_b) _Nullable *text,
                           _Inout_ size_t *room) cdef_safe;
            int convert(_Inout_ const char *__counted_by(*in_left) *in, _Inout_ size_t *in_left,
                        _Inout_ _Out_writes_to_(*out_left, 0) char **out, _Inout_ size_t *out_left) cdef_safe;
            const char *__null_terminated *_Nonnull __null_terminated tree_names(const folder *f __lifetimebound)
                cdef_safe;
            struct seat { int taken; } cdef_opaque cdef_sync;
            void seat_take(struct seat *cdef_shared s) cdef_safe;
            int seat_number(const struct seat *s) cdef_safe;
        }
    }
}

/// Libraries whose tables are values.
pub mod plugin {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]

        unsafe extern "C" {
            struct counter cdef_destroy(counter_free);
            struct cursor cdef_destroy(cursor_free);
            struct other;
            struct counter *cdef_owned _Nonnull counter_new(int start) cdef_safe;
            int counter_next(struct counter *_Nonnull c) cdef_safe;
            struct counter *_Nonnull counter_top(struct counter *_Nonnull c __lifetimebound) cdef_safe;
            struct cursor *cdef_owned _Nonnull cursor_new(struct counter *_Nonnull c __lifetimebound) cdef_safe;
            int cursor_get(const struct cursor *_Nonnull c) cdef_safe;
            int counter_each(struct counter *_Nonnull c, void (*f)(struct counter *_Nonnull c, void *data)
                cdef_closure(data) cdef_scope(call), void *data) cdef_safe;
        }
        void counter_free(struct counter *c);
        void cursor_free(struct cursor *c);
        int counter_peek(const struct counter *c);
    }
}
