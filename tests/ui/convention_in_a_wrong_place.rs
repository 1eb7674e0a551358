cffi_rt::cdef! {
    extern int __stdcall x;
    int __stdcall two(int a) __attribute__((fastcall));
    void parameter(int WINAPI a);
    int __attribute__((regparm(3))) unsupported(int a);
}

cffi_rt::cdef! {
    int __attribute__((ms_abi)) variadic(const char *format, ...);
    typedef int (__attribute__((ms_abi)) *pointer)(int a, ...);
}

fn main() {}
