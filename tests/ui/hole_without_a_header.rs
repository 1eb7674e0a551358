mod c {
    cffi_rt::cdef! {
        #define MACRO ...
        static const int CONSTANT;
        typedef int... integer;
        struct partial { int a; ...; };
        enum partial_enum { A, ... };
        enum asked { B = ... };
        extern int array[...];
        typedef struct { ...; } sized;
    }
}

fn main() {}
