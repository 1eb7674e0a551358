cffi_rt::__private::cdef! { int f(void); }

fn main() {}
