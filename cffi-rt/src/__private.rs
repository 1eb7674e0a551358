//! What generated code names; no part of the interface that versions keep.

use core::marker::{PhantomData, PhantomPinned};

pub use cffi_macro::cdef;

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
