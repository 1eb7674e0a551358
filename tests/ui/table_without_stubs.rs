//! What would need C code of ours, which does not know the library.

mod c {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        #![preamble(r#"
            typedef int rc;
            const char *rc_text(rc code);
            typedef struct thing thing;
            void thing_free(thing *t);
            struct odd { long double part; };
            char *text_new(void);
            void text_free(char *t);
            long double maybe(long double x);
            typedef int slot;
            void slot_close(slot s);
            int lines_read(char **line, unsigned long *room);
            void session_begin(int kind);
            void session_use(void);
            struct rare; void rare_free(struct rare *r); struct huge; long double huge_free(struct huge *h);
        "#)]

        long double maybe(long double x) cdef_optional;
        void rare_free(struct rare *r) cdef_optional;
        long double huge_free(struct huge *h);

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) cdef_error_text(rc_text) int rc;
            struct thing cdef_destroy(thing_free);
            struct rare cdef_destroy(rare_free);
            struct huge cdef_destroy(huge_free);
            void text_free(char *t);
            char *cdef_owned_by(text_free) _Nonnull __null_terminated text_new(void) cdef_safe;
            void slot_close(slot s);
            typedef int slot cdef_destroy(slot_close);
            int lines_read(_Inout_ _Out_writes_bytes_to_(*room, return) char *cdef_owned_by(text_free) _Nullable *line,
                           _Inout_ unsigned long *room) _Success_(return >= 0) cdef_safe;
            void session_begin(int kind) cdef_provides(session) cdef_safe;
            void session_use(void) cdef_requires(session) cdef_safe;
        }
    }
}

fn main() {}
