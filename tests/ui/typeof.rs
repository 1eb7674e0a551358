mod c {
    cffi_rt::cdef! {
        #![preamble("struct s { int a[3]; }; extern struct s v; extern int v_a[3]; extern int f(int); extern int (*v_f)(int);")]

        extern typeof(v.a) v_a;
        extern typeof(f) *v_f;
        extern __auto_type v_g;
        extern typeof v_h;
    }
}

fn main() {}
