//! Arrays: of given length, of asked length, and flexible members.

use core::ffi::{CStr, c_char, c_double, c_int, c_long, c_short};

mod c {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![cfg_attr(not(feature = "loaded"), source("c/arrays.c"))]
        #![cfg_attr(feature = "loaded", dlopen("libcffi_arrays.so"))]
        #include "arrays.h"

        #define ARRAY_LENGTH 6
        struct fixed { int a[4]; char grid[2][3]; double tail[ARRAY_LENGTH]; };
        struct asked { short a[...]; int after; long grid[...][7]; };
        struct flexible { int count; char mark; double values[]; };
        struct unaligned { int count; char mark; char tail[]; };
        int unaligned_sum(const struct unaligned *u);
        typedef int array_typedef[...];
        typedef unsigned char known_typedef[2 * 8];
        struct holder { array_typedef inner; };

        extern int array_global[...];
        extern const char *const array_names[];
        extern short array_grid[3][4];

        int fixed_sum(const struct fixed *f);
        int asked_last(const struct asked *a);
        double flexible_sum(const struct flexible *f);
        int array_typedef_sum(array_typedef a);
        int array_rows(int rows[][3], int count);
    }
}

#[test]
fn given_lengths_are_the_headers() {
    let mut fixed = c::fixed { a: [1, 0, 0, 2], grid: [[0; 3]; 2], tail: [0.0; 6] };
    fixed.grid[1][2] = 30;
    fixed.tail[5] = 400.0;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::fixed_sum(&fixed) }, 433);
    let _: c::known_typedef = [0_u8; 16];
}

#[test]
fn asked_lengths_come_from_the_header() {
    let mut asked = c::asked { a: [0 as c_short; 5], after: 1, grid: [[0 as c_long; 7]; 2] };
    asked.a[4] = 20;
    asked.grid[1][6] = 300;
    // SAFETY: the pointer is that of a live value.
    assert_eq!(unsafe { c::asked_last(&asked) }, 321);

    let mut array: c::array_typedef = [1; 9];
    // SAFETY: the array has nine elements.
    assert_eq!(unsafe { c::array_typedef_sum(array.as_mut_ptr()) }, 9);
    assert_eq!(c::holder { inner: array }.inner.len(), 9);
}

#[test]
fn array_parameters_are_pointers() {
    let _: unsafe extern "C" fn(*mut [c_int; 3], c_int) -> c_int = c::array_rows;
    let mut rows = [[1, 2, 3], [4, 5, 6]];
    // SAFETY: there are two rows.
    assert_eq!(unsafe { c::array_rows(rows.as_mut_ptr(), 2) }, 6);
}

#[test]
fn global_arrays_have_their_length() {
    let global: *mut [c_int; 8] = c::array_global();
    let grid: *mut [[c_short; 4]; 3] = c::array_grid();
    // SAFETY: the arrays live as long as the program.
    unsafe {
        assert_eq!(*global, [1, 2, 3, 4, 5, 6, 7, 8]);
        assert_eq!((*grid)[1], [1, 2, 3, 4]);
        let first: *const *const c_char = c::array_names();
        assert_eq!(CStr::from_ptr(*first.add(2)), c"two");
    }
}

#[test]
fn a_flexible_member_is_reached_by_pointer_and_length() {
    assert_eq!(size_of::<c::flexible>(), 8);
    #[repr(C)]
    struct Storage {
        head: c::flexible,
        values: [c_double; 3],
    }
    // SAFETY: all zeroes are a value of the record.
    let mut storage: Storage = unsafe { core::mem::zeroed() };
    storage.head.count = 3;
    let flexible: *mut c::flexible = (&raw mut storage).cast();
    // SAFETY: three values follow the head.
    unsafe {
        (*c::flexible::values_mut(flexible, 3)).copy_from_slice(&[1.0, 2.0, 3.5]);
        assert_eq!((&*c::flexible::values(flexible, 3)).len(), 3);
        assert_eq!(c::flexible_sum(flexible), 6.5);
    }
    assert_eq!(storage.values, [1.0, 2.0, 3.5]);
}

/// The elements begin where the last field ends, inside the padding of the record.
#[test]
fn a_flexible_member_may_begin_in_the_padding() {
    assert_eq!((size_of::<c::unaligned>(), core::mem::offset_of!(c::unaligned, tail)), (8, 5));
    let mut storage = [c::unaligned { count: 3, mark: 0, tail: [] }, c::unaligned { count: 0, mark: 0, tail: [] }];
    let unaligned = storage.as_mut_ptr();
    // SAFETY: three bytes behind the fifth lie in the array.
    unsafe {
        (*c::unaligned::tail_mut(unaligned, 3)).copy_from_slice(&[1, 20, 100]);
        assert_eq!(c::unaligned_sum(unaligned), 121);
    }
}
