mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            struct s { int a; };
            #define DECLARE_COPY(type) struct type *type##_copy(const struct type *); int type##_free(struct type *);
            DECLARE_COPY(s)
        "#)]
        struct s { int a; };
        struct s *s_copy(struct s *);
        void s_free(struct s *);
    }
}

fn main() {}
