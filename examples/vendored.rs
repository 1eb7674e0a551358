//! C files of one's own: the block compiles them and checks its declarations against their header.

use std::ffi::c_int;
use std::ptr::NonNull;

mod c {
    cffi_rt::cdef! {
        #![source("csrc/ring.c")]
        #![include_dir("csrc")]
        #include "ring.h"

        #define RING_CAPACITY ...

        enum ring_status { RING_OK, RING_EMPTY, RING_FULL };

        struct ring;
        struct ring *ring_new(void);
        void ring_free(struct ring *ring);
        enum ring_status ring_push(struct ring *ring, int value);
        enum ring_status ring_pop(struct ring *ring, int *value);

        // A `static inline` function of the header.
        int ring_is_full(const struct ring *ring);
    }
}

/// A queue of at most `RING_CAPACITY` numbers.
struct Ring {
    raw: NonNull<c::ring>,
}

impl Ring {
    fn new() -> Option<Ring> {
        // SAFETY: the function has no conditions.
        NonNull::new(unsafe { c::ring_new() }).map(|raw| Ring { raw })
    }

    fn push(&mut self, value: c_int) -> Result<(), c::ring_status> {
        // SAFETY: `raw` comes from `ring_new`.
        match unsafe { c::ring_push(self.raw.as_ptr(), value) } {
            c::RING_OK => Ok(()),
            status => Err(status),
        }
    }

    fn pop(&mut self) -> Option<c_int> {
        let mut value = 0;
        // SAFETY: `raw` comes from `ring_new`, and `value` is writable.
        let status = unsafe { c::ring_pop(self.raw.as_ptr(), &mut value) };
        (status == c::RING_OK).then_some(value)
    }

    fn is_full(&self) -> bool {
        // SAFETY: `raw` comes from `ring_new`.
        unsafe { c::ring_is_full(self.raw.as_ptr()) != 0 }
    }
}

impl Drop for Ring {
    fn drop(&mut self) {
        // SAFETY: `raw` comes from `ring_new` and is freed once.
        unsafe { c::ring_free(self.raw.as_ptr()) }
    }
}

fn main() {
    let mut ring = Ring::new().expect("there is memory for a small ring");
    assert_eq!(ring.pop(), None);
    for value in 0..c::RING_CAPACITY {
        assert!(!ring.is_full());
        assert_eq!(ring.push(value * 10), Ok(()));
    }
    assert!(ring.is_full());
    assert_eq!(ring.push(1), Err(c::RING_FULL));
    assert_eq!(format!("{:?}", c::RING_FULL), "RING_FULL");
    let popped: Vec<c_int> = std::iter::from_fn(|| ring.pop()).collect();
    assert_eq!(popped, (0..c::RING_CAPACITY).map(|value| value * 10).collect::<Vec<_>>());
}
