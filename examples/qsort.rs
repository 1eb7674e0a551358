//! Callbacks: C calls Rust functions, with and without a user-data pointer.

use std::cmp::Ordering;
use std::ffi::{c_int, c_void};

mod c {
    cffi_rt::cdef! {
        #include <stdlib.h>

        void qsort(void *base, size_t count, size_t size, int (*compare)(const void *, const void *));
        void *bsearch(
            const void *key, const void *base, size_t count, size_t size,
            int (*compare)(const void *, const void *)
        );

        // A callback type of our own needs no header, only C code that uses it.
        static void for_each(const int *items, size_t count, void (*visit)(int item, void *data), void *data) {
            for (size_t i = 0; i < count; i++)
                visit(items[i], data);
        }
    }
}

extern "C" fn compare_ints(a: *const c_void, b: *const c_void) -> c_int {
    // SAFETY: both point to elements of the array that is sorted or searched, which holds `c_int`s.
    let (a, b) = unsafe { (*a.cast::<c_int>(), *b.cast::<c_int>()) };
    match a.cmp(&b) {
        Ordering::Less => -1,
        Ordering::Equal => 0,
        Ordering::Greater => 1,
    }
}

/// Hands each item to a closure: the closure's address travels through C as user data.
fn for_each<F: FnMut(c_int)>(items: &[c_int], mut visit: F) {
    extern "C" fn call<F: FnMut(c_int)>(item: c_int, data: *mut c_void) {
        // SAFETY: `data` is the address of `visit` below, which nothing else uses during the call.
        let visit = unsafe { &mut *data.cast::<F>() };
        visit(item);
    }
    // SAFETY: the pointer and the count are those of one slice, and `call` matches the type behind `data`.
    unsafe { c::for_each(items.as_ptr(), items.len(), Some(call::<F>), (&raw mut visit).cast()) }
}

fn main() {
    let mut items: [c_int; 8] = [31, -4, 15, 92, -65, 35, 89, 79];
    // SAFETY: the address, count and size are those of `items`, and the callback compares such items.
    unsafe { c::qsort(items.as_mut_ptr().cast(), items.len(), size_of::<c_int>(), Some(compare_ints)) };
    assert_eq!(items, [-65, -4, 15, 31, 35, 79, 89, 92]);

    let find = |key: c_int| {
        let base = items.as_ptr();
        // SAFETY: as above, and the array is sorted.
        let found = unsafe {
            c::bsearch((&raw const key).cast(), base.cast(), items.len(), size_of::<c_int>(), Some(compare_ints))
        };
        // SAFETY: a pointer that is not null points into `items`.
        (!found.is_null()).then(|| unsafe { found.cast::<c_int>().cast_const().offset_from(base) })
    };
    assert_eq!(find(35), Some(4));
    assert_eq!(find(36), None);

    let mut sum = 0;
    for_each(&items, |item| sum += item);
    assert_eq!(sum, items.iter().sum());
}
