mod c {
    cffi_rt::cdef! {
        r##"
            int f(int a); /* the
            comment ends here */

            # 1 "header.h"
            int g(int a) \

                , h(int 3b);
            #line 70 "other.h"


            int i(int a;
        "##
    }
}

fn main() {}
