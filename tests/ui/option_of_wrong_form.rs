mod c {
    cffi_rt::cdef! {
        #![link(z)]
        #![flag(O2)]
        #![define("A")]
        #![prefix(a = 1)]
        #![pkg_config(zlib)]
        #![source("a.c", b)]
        #![preamble]
        int f(void);
    }
}

fn main() {}
