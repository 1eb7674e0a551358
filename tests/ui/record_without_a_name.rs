mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            extern struct { int a; } g, *list[2];
            typedef struct { int a; } *pointer;
        "#)]
        extern struct { int a; } g, *list[2];
        typedef struct { int a; } *pointer, *another;
        void f(struct { int a; } *a);
        struct *h;
        struct s;
        enum s { A };
    }
}

fn main() {}
