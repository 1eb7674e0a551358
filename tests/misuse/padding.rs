//! C would fill a record's padding, of which Rust keeps no values.

use core::mem::MaybeUninit;

use library::c;

pub fn misuse() {
    //+ let mut room = [MaybeUninit::<c::padded>::uninit(); 4];
    let mut room = [c::padded { tag: 0, value: 0 }; 4]; //-
    c::samples(&mut room); //~ E0277
}
