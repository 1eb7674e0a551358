//! Blocks without an `#include`: the text is the truth and no C compiler runs.

use core::ffi::{CStr, c_char, c_double, c_int, c_long, c_void};

mod c {
    cffi_rt::cdef! {
        size_t strlen(const char *s);
        int snprintf(char *to, size_t size, const char *format, ...);
        void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
        void *malloc(size_t size);
        void *calloc(size_t count, size_t size);
        void free(void *p);
        double strtod(const char *text, char **end);

        typedef struct { int quot, rem; } div_t;
        struct ldiv { long quot; long rem; };
        div_t div(int a, int b);
        struct ldiv ldiv(long a, long b);

        typedef int comparison(const void *, const void *);
        typedef comparison *comparison_pointer;
        typedef unsigned int word;
        typedef word words[4];

        enum order { LESS = -1, EQUAL, GREATER };
        enum { FIRST = 3, SECOND, THIRD = FIRST << 2 };
        #define ANSWER 42
        #define MASK 0xffff0000u
        #define HALF 0.5
        #define GREETING "hello"
        static const long BIG = 1 << 20;

        struct opaque;
        typedef struct opaque *handle;
        union view { unsigned u; unsigned char bytes[sizeof(unsigned)]; };
        struct outer {
            char mark;
            union view view;
            struct { short x, y; } at;
            words list;
            enum order order;
            int (*f)(struct outer *);
            struct outer *next;
        };
        struct tail { int count; char bytes[]; };
    }
}

#[cfg(unix)]
mod globals {
    cffi_rt::cdef! {
        extern char **environ;
        char *getenv(const char *name);
    }
}

#[test]
fn functions_are_called() {
    let mut buffer = [0 as c_char; 16];
    // SAFETY: the strings end in NUL, the format names its argument, and the buffer has the length.
    unsafe {
        assert_eq!(c::strlen(c"four".as_ptr()), 4);
        assert_eq!(c::snprintf(buffer.as_mut_ptr(), buffer.len(), c"<%d>".as_ptr(), 3 as c_int), 3);
        assert_eq!(CStr::from_ptr(buffer.as_ptr()), c"<3>");
        let memory: *mut c_void = c::malloc(8);
        c::free(memory);
        let number: c_double = c::strtod(c"1.5".as_ptr(), core::ptr::null_mut());
        assert_eq!(number, 1.5);
    }
}

#[test]
fn callbacks_are_called() {
    unsafe extern "C" fn compare(a: *const c_void, b: *const c_void) -> c_int {
        // SAFETY: `qsort` passes elements of the array.
        unsafe { (*a.cast::<u8>()).cmp(&*b.cast::<u8>()) as c_int }
    }
    let compare: c::comparison_pointer = Some(compare);
    let mut bytes = *b"qsort";
    // SAFETY: the length and the size are the array's.
    unsafe { c::qsort(bytes.as_mut_ptr().cast(), bytes.len(), 1, compare) };
    assert_eq!(&bytes, b"oqrst");
}

#[test]
fn exact_records_pass_by_value() {
    // SAFETY: the divisors are not zero.
    let (a, b) = unsafe { (c::div(17, 5), c::ldiv(-17, 5)) };
    assert_eq!((a.quot, a.rem), (3, 2));
    let _: c_long = b.quot;
    assert_eq!((b.quot, b.rem), (-3, -2));
}

#[test]
fn values_are_computed_without_a_compiler() {
    assert_eq!([c::LESS.0, c::EQUAL.0, c::GREATER.0], [-1, 0, 1]);
    assert_eq!([c::FIRST, c::SECOND, c::THIRD], [3, 4, 12]);
    let answer: c_int = c::ANSWER;
    let mask: u32 = c::MASK;
    let half: f64 = c::HALF;
    let greeting: &CStr = c::GREETING;
    let big: c_long = c::BIG;
    assert_eq!((answer, mask, half, greeting, big), (42, 0xffff_0000, 0.5, c"hello", 1 << 20));
}

#[test]
fn records_are_laid_out_as_c_does() {
    assert_eq!(core::mem::offset_of!(c::outer, view), 4);
    assert_eq!(core::mem::offset_of!(c::outer, at), 8);
    assert_eq!(core::mem::offset_of!(c::outer, list), 12);
    assert_eq!(core::mem::offset_of!(c::outer, order), 28);
    assert_eq!(size_of::<c::outer>(), 32 + 2 * size_of::<usize>());
    assert_eq!(size_of::<c::tail>(), 4);
    assert_eq!(size_of::<c::opaque>(), 0);
    let handle: c::handle = core::ptr::null_mut();
    assert!(handle.is_null());
    let view = c::view { u: u32::from_ne_bytes([1, 2, 3, 4]) };
    // SAFETY: all bits are values of both members.
    assert_eq!(unsafe { view.bytes }, [1, 2, 3, 4]);
    let word: c::word = 1;
    let words: c::words = [word; 4];
    assert_eq!(words.len(), 4);
}

#[cfg(unix)]
#[test]
fn globals_give_their_address() {
    let environ: *mut *mut *mut c_char = globals::environ();
    // SAFETY: no thread changes the environment.
    unsafe {
        assert!(!(*environ).is_null());
        assert!(globals::getenv(c"NO_SUCH_VARIABLE_IS_SET".as_ptr()).is_null());
    }
}

mod packed {
    cffi_rt::cdef! {
        _Pragma("pack(push, 1)") struct tight { char a; int b; }; _Pragma("pack(pop)")
        struct loose { char a; int b; };
    }
}

#[test]
fn a_pragma_operator_packs_as_the_line_does() {
    assert_eq!((size_of::<packed::tight>(), size_of::<packed::loose>()), (5, 8));
}

mod objects {
    cffi_rt::cdef! {
        void free(void *memory);
        unsafe extern "C" {
            struct room cdef_destroy(free);
            struct room *cdef_owned _Nullable calloc(size_t count, size_t size);
        }
    }
}

#[test]
fn objects_are_destroyed_without_stubs() {
    let room: cffi_rt::Owned<objects::room> = objects::calloc(1, 8).expect("there is memory for eight bytes");
    drop(room);
}

#[cfg(unix)]
mod numbers {
    cffi_rt::cdef! {
        int close(int descriptor);
        int fcntl(int descriptor, int command, ...);
        unsafe extern "C" {
            typedef int descriptor cdef_destroy(close);
            descriptor cdef_owned dup2(int old, int new) _Success_(return >= 0);
        }
    }
}

#[cfg(unix)]
#[test]
fn numbers_that_stand_for_objects_are_destroyed_without_stubs() {
    const F_GETFD: i32 = 1;
    // Nobody else takes so great a number.
    let descriptor: numbers::descriptor = numbers::dup2(1, 700).expect("there are descriptors");
    let is_open = |number| {
        // SAFETY: this only looks.
        unsafe { numbers::fcntl(number, F_GETFD) != -1 }
    };
    assert!(is_open(descriptor.as_raw()));
    drop(descriptor);
    assert!(!is_open(700));
}
