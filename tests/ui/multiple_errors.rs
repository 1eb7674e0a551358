mod c {
    cffi_rt::cdef! {
        #![link("z", kind = "dynamic")]
        #![preamble(r#"
        double f(double d);
        struct s { int a; };
        enum e { A };
        #define X 1
        extern int g;
        "#)]
        double f(float d);
        struct s { char a; };
        enum e { A = 3 };
        #define X 2
        extern short g;
        int absent(void);
    }
}

fn main() {}
