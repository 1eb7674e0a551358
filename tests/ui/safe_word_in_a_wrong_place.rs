mod c {
    cffi_rt::cdef! {
        #![preamble("
            struct s; typedef struct s again; struct r { int a; char name[4]; }; typedef int t;
            int f(const int *a); const int *g(void); int h(int **a); int i(int a), j(int a); int ***l(void);
            int k(int (*call)(int a)); extern int v;
        ")]
        unsafe extern "C" {
            int f(cdef_destroy(free) const int *a);
            int f(_Success_(return == 0) const int *a);
            int f(const int *a) cdef_destroy(free);
            const int *_Out_ g(void);
            int h(__counted_by(1) int **a);
            int *__single *__single *__single l(void);
            int i(int a) cdef_safe, j(int a);
            int k(int (*call)(int a) cdef_opaque);
            struct s _Success_(return == 0);
            typedef int t _Out_;
            typedef struct s again; again cdef_send;
            struct r cdef_opaque { int a; char name[4] _Out_; };
            int f(const int *__lifetime_capture_by(a) a);
        }
    }
}

mod alone {
    cffi_rt::cdef! { int abs(int a); cdef_safe }
}

mod outside {
    cffi_rt::cdef! {
        #![preamble("
            struct s; typedef struct s t; void s_free(struct s *a); struct s *s_new(void); int f(const int *a);
            int k(int (*call)(int a));
        ")]
        struct s cdef_destroy(s_free);
        typedef struct s t cdef_send;
        struct s *cdef_owned s_new(void);
        void s_free(struct s *cdef_consumed a);
        int f(const int *a) cdef_safe;
        int k(int (*call)(int a) cdef_closure());
    }
}

fn main() {}
