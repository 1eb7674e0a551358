mod c {
    cffi_rt::cdef! {
        #include <stddef.h>
        extern "Python" int callback(int a);
        typedef int;
        enum e {};
        enum f { ..., A };
    }
}

fn main() {}
