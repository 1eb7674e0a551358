//! metacall RUSTSEC-2026-0139: whoever makes an owner of a pointer vouches for it.

use core::ptr::NonNull;

use cffi_rt::Owned;
use library::c;

pub fn misuse(pointer: NonNull<c::db>) -> Owned<c::db> {
    //+ unsafe { Owned::from_raw(pointer) }
    Owned::from_raw(pointer) //- //~ E0133
}
