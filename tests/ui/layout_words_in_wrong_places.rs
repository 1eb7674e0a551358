mod c {
    cffi_rt::cdef! {
        #![pack(3)]
        #pragma pack(push, 3)
        enum __attribute__((packed)) e { A };
        struct s { _Alignas(8) struct { int a; }; };
    }
}

fn main() {}
