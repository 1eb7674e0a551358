mod c {
    cffi_rt::cdef! {
        typedef int (*outside_fn)(void *p) cdef_closure(p);
        unsafe extern "C" {
            typedef int number cdef_on_panic(0);
        }
    }
}

fn main() {}
