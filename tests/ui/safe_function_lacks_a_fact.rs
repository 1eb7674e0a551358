mod c {
    cffi_rt::cdef! {
        #![preamble("
            #include <stdarg.h>
            #include <stddef.h>
            #include <stdio.h>
            struct s; struct held { int *a; }; struct part { int a; int b; }; union u { int a; float b; };
            enum e { E }; struct whole { int a; int b; };
            int bytes(char *a); int numbers(int *a); int untyped(void *a); int text(char *a);
            int variable(const char *a, ...); int list(const char *a, va_list b);
            int changing(volatile int *a, _Atomic int *b); int partial(struct part *a);
            int either(union u *a); int pointers(int **a); int callback(int (*a)(int));
            int raw(int *a); int enums(enum e *a, int n);
            int flags(_Bool *a, int n);
            int handles(struct s *a, int n); int records(struct part *a, int n); int out(struct s **a);
            int out_text(char *a); int not_pointer(int *a); int wide(int *a); int by(int *a, double n);
            int out_void(void *a); int room(int *a); int numbered(int a); int value(struct held a); int shared(int *a);
            void stop(void) __attribute__((noreturn));
        ")]
        struct part { int a; ...; };
        struct held { int *a; };
        struct whole { int a; int b; };
        union u { int a; float b; };
        enum e { E };
        unsafe extern "C" {
            int bytes(char *a) cdef_safe;
            int numbers(int *a) cdef_safe;
            int untyped(_Inout_ void *a) cdef_safe;
            int text(char *__null_terminated a) cdef_safe;
            int variable(const char *__null_terminated a, ...) cdef_safe;
            int list(const char *__null_terminated a, va_list b) cdef_safe;
            int changing(volatile int *__single a, _Atomic int *__single b) cdef_safe;
            int partial(struct part *__single a) cdef_safe;
            int either(union u *__single a) cdef_safe;
            int pointers(int *__single *__single a) cdef_safe;
            int callback(int (*a)(int)) cdef_safe;
            int raw(int *__unsafe_indexable a) cdef_safe;
            int enums(enum e *__counted_by(n) a, int n) cdef_safe;
            int flags(_Inout_ _Bool *a, int n) cdef_safe;
            int handles(struct s *__counted_by(n) a, int n) cdef_safe;
            int records(struct part *__counted_by(n) a, int n) cdef_safe;
            int out(_Out_ struct s **a) cdef_safe;
            int out_text(_Out_ char *__null_terminated a) cdef_safe;
            int not_pointer(_Outptr_ int *a) cdef_safe;
            int wide(_Out_writes_z_(4) int *a) cdef_safe;
            int by(int *__counted_by(n) a, double n) cdef_safe;
            int out_void(_Out_ void *a) cdef_safe;
            int numbered(int __counted_by(3) a) cdef_safe;
            int value(struct held a) cdef_safe;
            int shared(_Inout_ int *cdef_shared a) cdef_safe;
            _Noreturn void stop(void) cdef_safe;
        }
    }
}

fn main() {}
