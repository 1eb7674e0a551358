mod c {
    cffi_rt::cdef! {
        #![preamble("int f(const int *a, int n); int g(int *a, int n); int h(void); struct s; typedef int t;")]
        unsafe extern "C" {
            int f(const int *__counted_by a, int n);
            int f(const int *__counted_by() a, int n);
            int f(const int *__counted_by(n, n) a, int n);
            int f(const int *__counted_by(n +) a, int n);
            int f(const int *__counted_by(int) a, int n);
            int g(_Out_writes_to_(n) int *a, int n);
            int f(_In_range_(0) const int *a, int n);
            int f(_Always_(_In_) const int *a, int n);
            int f(const int *cdef_within(a + 1) a, int n);
            int f(const int *a, int n) cdef_error();
            int f(const int *a, int n) cdef_error(code =);
            int f(const int *a, int n) _Success_(sizeof(return));
            struct s cdef_destroy;
            struct s cdef_destroy(free, often);
            struct s cdef_destroy(2);
            typedef _Return_type_success_(return ==) int t;
            unsafe extern "C" { int h(void); }
        }
    }
}

mod open {
    cffi_rt::cdef!(r#"unsafe extern "C" { int f(void);"#);
}

fn main() {}
