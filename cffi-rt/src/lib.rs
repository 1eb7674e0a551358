//! Use C from Rust by writing C declarations in Rust code.
//!
//! [`cdef!`](macro.cdef.html) takes C text.
//! The target's own C compiler checks it against the headers that it includes while the crate compiles, and
//! answers what it leaves open (`...`).
//! There is no build script to write and no generated file to keep; nothing is parsed or loaded when the
//! program starts.
//!
//! ```
//! mod c {
//!     cffi_rt::cdef! {
//!         #include <limits.h>
//!         #include <stdlib.h>
//!
//!         #define CHAR_BIT ...
//!
//!         int abs(int number);
//!     }
//! }
//!
//! assert_eq!(c::CHAR_BIT, 8);
//! // SAFETY: `abs` has a result for -2; it has none for the least `int` (C11 7.22.6.1p2).
//! assert_eq!(unsafe { c::abs(-2) }, 2);
//! ```
//!
//! gcc or clang must be installed, or a compiler that behaves like them: the one that `CC` names, with
//! `CFLAGS`, as in a build script that uses the `cc` crate.

#![warn(missing_docs)]

#[doc(hidden)]
pub mod __private;
mod buffer;
mod close;
mod complex;
mod error;
mod file;
mod grow;
mod load_error;
mod long_double;
mod object;
mod out;
mod out_str;
mod owned;
mod pod;
mod shared;
mod va_list;
mod wide;

pub use buffer::{CBuf, CStrBuf, Free};
pub use close::{CloseError, Survival, TryDestroy};
pub use complex::Complex;
pub use error::{Errno, ErrorCode, ErrorText};
pub use file::FILE;
pub use grow::GrowBuf;
pub use load_error::LoadError;
pub use long_double::LongDouble;
pub use object::{Borrowed, BorrowedMut, Object};
pub use out::{OutBuf, Spare, spare};
pub use out_str::OutStr;
pub use owned::{Destroy, Owned};
pub use pod::Pod;
pub use shared::{Retain, Shared};
pub use va_list::VaList;
pub use wide::wchar_t;

// The build script writes `cdef!`, because the text names the target and a folder.
include!(concat!(env!("OUT_DIR"), "/entry.rs"));

/// The examples of the chapter on safe functions.
#[cfg(doctest)]
#[doc = include_str!("../../SAFETY.md")]
struct Safety;
