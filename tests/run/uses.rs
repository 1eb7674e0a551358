//! `use path::T;`: one Rust type for many blocks.

mod one {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #include "uses.h"
        typedef struct uses_point { int x; int y; } uses_point;
        typedef int... uses_number;
        typedef ... uses_hidden;
        enum uses_kind { USES_A, USES_B };
        uses_point uses_make(int x, int y);
        typedef struct { int x, y; } *uses_pair;
        FILE *uses_file(void);
    }

    pub(super) mod inner {
        cffi_rt::cdef! {
            #![include_dir("c")]
            #include "uses.h"

            use super::uses_point;
            use self::super::uses_kind;

            int uses_sum(const struct uses_point *point);
            int uses_is_b(enum uses_kind kind);
        }
    }
}

mod two {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![preamble(r#"
            #include "uses.h"
            typedef uses_point own_point;
            struct uses_line { uses_point from, to; };
        "#)]

        use crate::uses::one::uses_point;
        use super::one::uses_point as own_point;
        use super::one::uses_number;
        use super::one::uses_hidden;
        use super::one::uses_pair;

        int uses_pair_sum(uses_pair pair);
        int uses_is_open(FILE *file);
        struct uses_line { uses_point from, to; };
        uses_point uses_turn(own_point point);
        uses_number uses_next(uses_number number);
        long uses_look(const uses_hidden *hidden);
    }
}

mod declared {
    cffi_rt::cdef! {
        use super::one::uses_point as div_t;
        typedef div_t *point;
        void qsort(div_t *base, size_t count, size_t size, int (*compare)(const void *a, const void *b));
    }
}

mod string {
    cffi_rt::cdef! {
        #![include_dir("c")]
        r##"
            #include "uses.h"
            use super::one::uses_point;
            int uses_sum(const uses_point *point);
        "##
    }
}

#[test]
fn the_type_is_the_other_blocks() {
    // SAFETY: the functions read what they are given.
    unsafe {
        let point: one::uses_point = two::uses_turn(one::uses_make(1, 2));
        assert_eq!((point.x, point.y), (2, 1));
        assert_eq!(one::inner::uses_sum(&point), 3);
        assert_eq!(string::uses_sum(&point), 3);
        assert_eq!(one::inner::uses_is_b(one::USES_B), 1);
        let number: one::uses_number = two::uses_next(4);
        assert_eq!(number, 5);
        assert_eq!(two::uses_look(core::ptr::null::<one::uses_hidden>()), 7);
        let line = two::uses_line { from: point, to: one::uses_make(3, 4) };
        assert_eq!(line.to.y, 4);
        let mut pair = one::uses_pair_pointee { x: 5, y: 6 };
        let by_name: one::uses_pair = &raw mut pair;
        assert_eq!(two::uses_pair_sum(by_name), 11);
        // `FILE` is the same type in all blocks, with no `use`.
        assert_eq!(two::uses_is_open(one::uses_file()), 1);
    }
}

#[test]
fn a_declared_block_takes_it_as_it_is() {
    unsafe extern "C" fn compare(a: *const core::ffi::c_void, b: *const core::ffi::c_void) -> core::ffi::c_int {
        // SAFETY: both are points.
        unsafe { (*a.cast::<one::uses_point>()).x - (*b.cast::<one::uses_point>()).x }
    }
    let mut points = [one::uses_point { x: 2, y: 0 }, one::uses_point { x: 1, y: 0 }];
    let first: declared::point = points.as_mut_ptr();
    // SAFETY: there are two points.
    unsafe { declared::qsort(first, 2, size_of::<one::uses_point>(), Some(compare)) };
    assert_eq!(points.map(|point| point.x), [1, 2]);
}
