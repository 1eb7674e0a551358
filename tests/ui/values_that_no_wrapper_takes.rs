#[derive(Clone, Copy)]
#[repr(C)]
pub struct Other(i32);

mod c {
    cffi_rt::cdef! {
        #![preamble("
            typedef struct { int a; } other; typedef struct { int a; } whole; struct s { int *a; };
            struct part { int *a; int b; };
            int absent(int a); int wide(long double a); void of_other(other *a); void unlisted(whole *a);
            void value(whole a); void parts(struct s *a); void hidden(struct part *a); void open(int (*a)[]);
        ")]
        use crate::Other as other;
        struct s { int *a; };
        struct part { int *a; ...; };
        unsafe extern "C" {
            int absent(int a) cdef_optional cdef_safe;
            int wide(long double a) _Success_(return == 0) cdef_error(errno) cdef_safe;
            void of_other(other *__single a) cdef_safe;
            void unlisted(whole *__single a) cdef_safe;
            void value(whole a) cdef_safe;
            void parts(struct s *__single a) cdef_safe;
            void hidden(struct part *__single a) cdef_safe;
            void open(int (*__single a)[]) cdef_safe;
        }
    }
}

fn main() {}
