mod c {
    cffi_rt::cdef! {
        #![pack(3)]
        #pragma pack(push, 3)
        enum __attribute__((aligned(8))) e { A };
        typedef int word __attribute__((mode(DI)));
        struct s { _Alignas(8) struct { int a; }; };
    }
}

fn main() {}
