//! What generated code names; no part of the interface that versions keep.

pub mod bound;
pub mod breach;
pub mod callback;
pub mod check;
pub mod library;
mod look;
mod memory;
pub mod number;
mod place;
mod state;
mod symbols;
pub mod table;
mod thread;
mod wrapper;

pub use breach::{advanced, broken, cstr, reference, slice_parts, slice_parts_mut, written};
pub use cffi_macro::cdef;
pub use check::{capacity, in_range, length, narrow, precondition, same_length};
pub use memory::{
    buffer, copied_texts, grow_fill, grow_parts, grow_put, list, list_with_gaps, owned, shared, text, texts,
};
pub use place::{Opaque, Place};
pub use state::{Grant, Granted, Provided, ReentrantGuard, ReentrantLock};
pub use std::boxed::Box;
pub use std::ffi::CString;
pub use std::vec::Vec;
pub use wrapper::{copied_text, errno, fmt_text, offset, operand, unavailable, unavailable_because};

#[cfg(test)]
pub(crate) mod support;
