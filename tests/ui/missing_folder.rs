mod c {
    cffi_rt::cdef! {
        #![include_dir("no/such/folder")]
        #include <stdlib.h>
        int abs(int i);
    }
}

fn main() {}
