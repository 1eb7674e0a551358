//! `typeof`, of types and of expressions, of the block's names and of the headers'.

use core::ffi::{c_char, c_int, c_long, c_uint};

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <sys/stat.h>
            #include <time.h>
            struct tt_pair { int first; const char *name; unsigned bits : 3; };
            typedef struct { double x; } tt_point;
            typedef size_t tt_size_type;
            static int tt_first(const struct tt_pair *p) { return p->first; }
            static int tt_deref(int *p) { return *p; }
            static size_t tt_size(size_t a) { return a + 1; }
            static off_t tt_offset(off_t a) { return a + 2; }
            static int tt_global = 7;
            static int tt_double(int a) { return 2 * a; }
            static int tt_apply(int (*f)(int), int a) { return f(a); }
            static tt_point tt_origin(void) { tt_point p = { 1.5 }; return p; }
            static double tt_x(const tt_point *p) { return p->x; }
            static int tt_year(struct tm *t) { return t->tm_year; }
            static const int tt_constant = 3;
            static int tt_same(int a) { return a; }
        "#)]
        #include <stddef.h>

        struct tt_pair { int first; const char *name; unsigned bits : 3; };
        typedef struct { double x; } tt_point;

        int tt_deref(typeof(int *) p);
        int tt_first(const __typeof__(struct tt_pair) *p);
        typedef typeof(sizeof(int)) tt_size_type;
        tt_size_type tt_size(tt_size_type a);
        typeof(((struct stat *)0)->st_size) tt_offset(__typeof(((struct stat *)0)->st_size) a);
        extern int tt_global;
        typeof(tt_global) tt_double(typeof(tt_global) a);
        int tt_apply(typeof(tt_double) *f, int a);
        tt_point tt_origin(void);
        double tt_x(const typeof(tt_origin()) *p);
        typeof(((struct tt_pair *)0)->first) tt_year(typeof(*gmtime(0)) *t);
        static const int tt_constant;
        typeof_unqual(tt_constant) tt_same(typeof_unqual(const int) a);
    }
}

mod declared {
    cffi_rt::cdef! {
        struct pair { int first; char rest[4]; };
        extern int abs(int);
        typedef typeof(((struct pair *)0)->rest) rest;
        typedef typeof(((struct pair *)0)->rest[0]) letter;
        typedef typeof(1u + 'a') sum;
        typedef typeof(1.0f * 2) product;
        typedef typeof(&abs) function;
        typeof(abs(1)) labs(typeof(1L) a);
    }
}

#[test]
fn types_of_types_are_themselves() {
    let mut value = 5;
    let mut pair = c::tt_pair::zeroed();
    pair.first = 3;
    // SAFETY: both pointers are to values that live.
    unsafe {
        assert_eq!(c::tt_deref(&mut value), 5);
        assert_eq!(c::tt_first(&pair), 3);
    }
    let _: unsafe extern "C" fn(*mut c_int) -> c_int = c::tt_deref;
    let size: c::tt_size_type = 1usize;
    // SAFETY: they take numbers.
    unsafe {
        assert_eq!(c::tt_size(size), 2);
        assert_eq!(c::tt_same(3), 3);
    }
}

#[test]
fn the_compiler_tells_the_types_of_what_headers_declare() {
    // SAFETY: it takes a number.
    let offset: i64 = unsafe { c::tt_offset(40i64) };
    assert_eq!(offset, 42);
    let mut time = [0i32; 64];
    time[5] = 99;
    // SAFETY: C's `struct tm` is smaller than the buffer and has the year as its sixth `int`.
    assert_eq!(unsafe { c::tt_year(time.as_mut_ptr().cast()) }, 99);
}

#[test]
fn types_of_the_blocks_own_names() {
    unsafe extern "C" fn negate(a: c_int) -> c_int {
        -a
    }
    // SAFETY: the function takes what C gives it, and the point lives.
    unsafe {
        assert_eq!(c::tt_double(4), 8);
        assert_eq!(c::tt_apply(Some(negate), 4), -4);
        assert_eq!(c::tt_x(&c::tt_origin()), 1.5);
        assert_eq!(*c::tt_global(), 7);
    }
    assert_eq!(c::tt_constant, 3);
}

#[test]
fn declared_blocks_work_out_types_alone() {
    let _: declared::rest = [0 as c_char; 4];
    let _: declared::letter = 0 as c_char;
    let _: declared::sum = 0 as c_uint;
    let _: declared::product = 0.0f32;
    let function: declared::function = Some(declared::abs);
    let _: unsafe extern "C" fn(c_long) -> c_int = declared::labs;
    // SAFETY: it takes a number.
    assert_eq!(function.map(|function| unsafe { function(-3) }), Some(3));
}
