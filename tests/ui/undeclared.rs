mod c {
    cffi_rt::cdef! {
        #![preamble("int present;")]
        int function(void);
        extern int variable;
        #define MACRO ...
        typedef int type;
        struct record { int a; };
        struct partial { int a; ...; };
        enum enumeration { A };
        enum { ENUMERATOR = ... };
        void user(unknown *p);
    }
}

fn main() {}
