mod differs {
    cffi_rt::cdef! {
        #![preamble("
            #include <stddef.h>
            struct s { int a; }; typedef struct h h; void h_free(h *a); h *h_new(void); int h_get(h *a, int *to);
            int sum(const int *a, size_t n); int both(const int *a);
        ")]
        struct s { int b; };
        unsafe extern "C" {
            struct h cdef_destroy(h_free);
            h *h_new(void) cdef_safe;
            int h_get(h *a, int *to) cdef_safe;
            int sum(const int *a, size_t n) cdef_safe;
            int both(const long *a) cdef_safe;
        }
    }
}

mod misspelt {
    cffi_rt::cdef! {
        #![preamble("
            #include <stddef.h>
            typedef struct h h; void h_free(h *a); h *h_new(void); int sum(const int *a, size_t n);
        ")]
        unsafe extern "C" {
            struct h cdef_destory(h_free);
            h *cdef_owned h_new(void) cdef_safe;
            int sum(const int *a, size_t n) cdef_safe;
        }
    }
}

fn main() {}
