cffi_rt::cdef! {
    _Float128 sinf128(_Float128 x);
    int decimal(_Decimal64 x);
}

cffi_rt::cdef! {
    #![preamble("typedef __float128 (*callback)(__float128 x);")]
    typedef __float128 (*callback)(__float128 x);
}

fn main() {}
