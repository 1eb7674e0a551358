mod c {
    cffi_rt::cdef! {
        #![names(rust)]
        typedef int some_number;
        typedef long SomeNumber;
        void get_it(void);
        void getIt(void);
        void other(void) cdef_name(get_it);
    }
}

fn main() {}
