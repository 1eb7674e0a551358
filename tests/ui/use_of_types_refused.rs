#[allow(non_camel_case_types)]
mod other {
    pub struct t;
    pub struct u;
}

mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>

        use super::other::t;
        typedef int t;
        use super::other::u;
        use super::other::u;
        struct u { int a; };
        use super::other::{t};
        use super::other::*;
        use super::other::t as;
        use super;
        use <zlib.h> { crc32 };
        use super::other::u as no_type_of_the_header;
        void free(no_type_of_the_header *a);
    }
}

mod declared {
    cffi_rt::cdef! {
        use super::other::t;
        int f(t a);
        t g(void);
    }
}

fn main() {}
