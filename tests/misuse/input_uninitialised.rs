//! C reads memory that was never written.

use core::mem::MaybeUninit;

use library::c;

pub fn misuse(out: &mut [u8]) {
    let input = [MaybeUninit::<u8>::uninit(); 4];
    c::cipher(out, b"text", &[7; 32]);
    c::cipher(out, &input, &[7; 32]); //- //~ E0308
}
