mod c {
    cffi_rt::cdef! {
        #include <unistd.h>

        unsafe extern "C" {
            typedef int unix_fd cdef_destroy(close);
            typedef double number cdef_destroy(close);
            typedef int *numbers cdef_destroy(close);
        }
    }
}

fn main() {}
