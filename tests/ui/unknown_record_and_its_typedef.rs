cffi_rt::cdef! {
    #include <stddef.h>
    typedef struct unknown_tag { int a; } unknown_name;
    typedef enum unknown_enum { UNKNOWN_ENUMERATOR } unknown_kind;
}

fn main() {}
