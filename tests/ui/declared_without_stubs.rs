//! What needs C code of ours, of which there is none without a header.

mod c {
    cffi_rt::cdef! {
        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) cdef_error_text(rc_text) int rc;
            struct missing cdef_destroy(missing_free);
            struct thing cdef_destroy(thing_free);
            struct open { int field; } cdef_opaque;
            void thing_free(int t);
            void text_free(char *t);
            char *cdef_owned_by(text_free) _Nonnull __null_terminated text_new(void) cdef_safe;
            int failing(int a) _Success_(return == 0) cdef_error(errno) cdef_safe;
        }
    }
}

fn main() {}
