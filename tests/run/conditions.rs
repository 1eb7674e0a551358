//! `#if` behind the preamble: the preprocessor decides which declarations are there.

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![source("c/conditions.c")]
        #include "conditions.h"
        #include <stdlib.h>

        #if COND_VERSION >= 2
        int cond_new(int a);
        #else
        int cond_old(int a);
        struct cond_of_old { no c at all };
        #endif

        // One name in two branches: the one that is taken.
        #ifdef COND_WIDE
        typedef long cond_number;
        long cond_add(long a, long b);
        #else
        typedef int cond_number;
        int cond_add(int a, int b);
        #endif

        // Inside of a body, and of another condition.
        struct cond {
            int a;
        #if COND_VERSION >= 3
            int b;
        #endif
        };
        #ifndef COND_NONE
        enum cond_kind {
            COND_FIRST,
        # if COND_VERSION > 100
            COND_LATER,
        # elif defined(COND_WIDE)
            COND_SECOND
        # endif
        };
        # if 0
        int cond_never(void);
        # endif
        #endif

        #if defined(COND_LIMIT) && COND_LIMIT > 10
        #define COND_LIMIT ...
        static const int COND_VERSION;
        #endif
        #ifdef COND_NONE
        #define COND_NONE ...
        /** Documentation of what isn't there. */
        #endif
        int abs(int a);

        // In C code the lines are the code's own.
        static int cond_body(int a) {
        #if COND_VERSION == 3
        # define LOCAL 1
        #endif
        #ifdef LOCAL
            return a + LOCAL;
        #else
            return a;
        #endif
        }
    }
}

mod prefix {
    cffi_rt::cdef! {
        #![prefix(cond_, COND_)]
        #![include_dir("c")]
        #include "conditions.h"
        #if COND_VERSION > 2
        #define COND_LIMIT ...
        #else
        int cond_old(int a);
        #endif
    }
}

const _: () = assert!(c::HAS_cond_new && !c::HAS_cond_old && c::HAS_cond_add && !c::HAS_cond_never);
const _: () = assert!(c::HAS_COND_LIMIT && c::HAS_COND_VERSION && !c::HAS_COND_NONE);
const _: () = assert!(prefix::HAS_LIMIT && !prefix::HAS_old && prefix::LIMIT == 12);

#[test]
fn the_taken_branches_are_there() {
    // SAFETY: the functions take any number.
    unsafe {
        assert_eq!(c::cond_new(4), 7);
        let sum: c::cond_number = c::cond_add(1 << 40, 1);
        assert_eq!(sum, (1 << 40) + 1);
        assert_eq!(c::cond_body(1), 2);
        assert_eq!(c::abs(-1), 1);
    }
    assert_eq!(c::cond { a: 1, b: 2 }.b, 2);
    assert_eq!(c::COND_SECOND.0, 1);
    assert_eq!((c::COND_LIMIT, c::COND_VERSION), (12, 3));
}
