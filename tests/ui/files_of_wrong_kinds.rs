mod folder {
    cffi_rt::cdef! {
        #![source(".")]
        int f(void);
    }
}

mod package {
    cffi_rt::cdef! {
        #![pkg_config("--libs")]
        int f(void);
    }
}

fn main() {}
