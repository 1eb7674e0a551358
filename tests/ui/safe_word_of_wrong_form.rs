mod c {
    cffi_rt::cdef! {
        #![preamble("
            #define F(f) int f(const int *a, int n);
            F(f1) F(f2) F(f3) F(f4) F(f5) F(f6) F(f8) F(f9) F(f11) F(f12) F(f15)
            int g(int *a, int n); int h(void); struct s; typedef int t;
        ")]
        unsafe extern "C" {
            int f1(const int *__counted_by a, int n);
            int f2(const int *__counted_by() a, int n);
            int f3(const int *__counted_by(n, n) a, int n);
            int f4(const int *__counted_by(n +) a, int n);
            int f5(const int *__counted_by(int) a, int n);
            int g(_Out_writes_to_(n) int *a, int n);
            int f6(_In_range_(0) const int *a, int n);
            int f7(_Always_(_In_) const int *a, int n);
            int f8(_Always_ const int *a, int n);
            int f9(const int *__lifetime_capture_by(n, n) a, int n);
            int f10(const int *cdef_within(a + 1) a, int n);
            int f11(const int *a, int n) cdef_error();
            int f12(const int *a, int n) cdef_error(code =);
            int f13(const int *a, int n) _Success_(sizeof(return));
            int f14(const int *a, int n) _Success_(abs(return) == n);
            int f15(const int *a, int n) _Success_({ 1 });
            struct s cdef_destroy;
            struct s cdef_destroy(free, often);
            struct s cdef_destroy(2);
            struct s cdef_name(A, B);
            typedef _Return_type_success_(return ==) int t;
            unsafe extern "C" { int h(void); }
        }
    }
}

mod open {
    cffi_rt::cdef!(r#"unsafe extern "C" { int f(void);"#);
}

fn main() {}
