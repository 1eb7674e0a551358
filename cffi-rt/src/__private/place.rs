//! The contents of the types that only C knows: records by value, and the places that handles point to.

use core::cell::UnsafeCell;
use core::fmt;
use core::marker::{PhantomData, PhantomPinned};

/// The content of a type whose size and parts only C knows.
///
/// It makes the type neither `Send` nor `Sync` nor `Unpin`, as nothing is known of its threads and addresses.
/// It takes no room and can't be made elsewhere, so that such a type is only met behind pointers.
#[repr(C)]
#[derive(Clone, Copy, Debug)]
pub struct Opaque {
    // A struct of markers alone is no C type to rustc.
    bytes: [u8; 0],
    marker: PhantomData<(*mut u8, PhantomPinned)>,
}

/// The content of a handle's type: the place of an object that C keeps and changes.
///
/// As [`Opaque`], and C may write to what is behind a `&`, so that it can be neither copied nor taken for frozen.
/// It takes no room: a `&mut` to one says nothing about memory, and swapping two of them does nothing.
/// Its alignment is 1, so that each address but null is one of such a place.
#[repr(C)]
pub struct Place {
    bytes: Bytes,
    marker: PhantomData<(OneThread, OneAtATime, PhantomPinned)>,
}

/// What C keeps there.
#[repr(C)]
struct Bytes(UnsafeCell<[u8; 0]>);

// SAFETY: it takes no room, so that nobody reads or writes it; what C has there is `Place`'s business.
unsafe impl Sync for Bytes {}

/// Why an object stays on its thread; rustc shows the name.
trait ObjectWithoutCdefSend {}

/// Why an object is used by one thread at a time; rustc shows the name.
trait ObjectWithoutCdefSync {}

struct OneThread(PhantomData<dyn ObjectWithoutCdefSend>);

// SAFETY: nothing is there to be shared; it is only not `Send`.
unsafe impl Sync for OneThread {}

struct OneAtATime(PhantomData<dyn ObjectWithoutCdefSync>);

// SAFETY: nothing is there to be sent; it is only not `Sync`.
unsafe impl Send for OneAtATime {}

impl fmt::Debug for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("..")
    }
}

#[cfg(test)]
mod tests {
    use super::Place;

    /// `Probe::<T>::HAS` is the trait's constant unless the inherent one, which needs the bound, is there.
    macro_rules! has {
        ($ty:ty: $bound:path) => {{
            trait Lacks {
                const HAS: bool = false;
            }
            impl<T> Lacks for T {}
            struct Probe<T>(core::marker::PhantomData<T>);
            #[expect(dead_code, reason = "it is only there where the bound holds")]
            impl<T: $bound> Probe<T> {
                const HAS: bool = true;
            }
            <Probe<$ty>>::HAS
        }};
    }

    #[test]
    fn a_place_takes_no_room_at_any_address() {
        assert_eq!((size_of::<Place>(), align_of::<Place>()), (0, 1));
    }

    #[test]
    fn a_place_promises_nothing() {
        assert!(!has!(Place: Send));
        assert!(!has!(Place: Sync));
        assert!(!has!(Place: Unpin));
        assert!(!has!(Place: Copy));
        assert!(!has!(Place: core::panic::RefUnwindSafe), "it has an `UnsafeCell`");
    }
}
