mod c {
    cffi_rt::cdef! {
        #include <unistd.h>

        unsafe extern "C" {
            typedef int counted cdef_destroy(close) cdef_retain(dup);
            typedef int kept cdef_destroy(close, kept_on_failure);
            typedef _Return_type_success_(return == 0) int status cdef_destroy(close);
            typedef double number cdef_destroy(close);
            typedef int *numbers cdef_destroy(close);
        }
    }
}

fn main() {}
