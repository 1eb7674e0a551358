cffi_rt::cdef! {
    #![preamble("typedef float floats __attribute__((vector_size(16)));")]
    typedef int none __attribute__((vector_size(8)));
}

cffi_rt::cdef! {
    #![preamble("typedef float floats __attribute__((vector_size(16)));")]
    int function(int __attribute__((vector_size(16))) a);
    typedef int *pointers __attribute__((vector_size(16)));
}

cffi_rt::cdef! {
    #![preamble("
        typedef float floats __attribute__((vector_size(16)));
        typedef floats (*pointer)(floats a);
        int variadic(floats a, ...);
    ")]
    typedef floats (*pointer)(floats a);
    int variadic(floats a, ...);
}

cffi_rt::cdef! {
    typedef float floats __attribute__((vector_size(16)));
}

fn main() {}
