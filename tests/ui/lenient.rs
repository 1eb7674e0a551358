mod c {
    cffi_rt::cdef! {
        #![lenient]
        #![preamble(r#"
            struct a { int a; };
            struct b { int b; };
            int arity(int);
            int by_value(struct a);
            int pointer(struct a *);
            int number(int);
            void nothing(void);
            int something(void);
            int sign(unsigned *);
            extern int variable;
            int variadic(int, ...);
        "#)]
        struct a { int a; };
        struct b { int b; };
        int arity(int a, int b);
        int by_value(struct b b);
        int pointer(struct b *b);
        int number(int *a);
        int nothing(void);
        void something(void);
        int sign(int *a);
        extern long variable;
        int variadic(long a, ...);
        int missing(void);
    }
}

fn main() {}
