//! A key has fewer bytes than C reads.

use library::c;

pub fn misuse(out: &mut [u8]) {
    //+ c::cipher(out, b"text", &[7; 32]);
    c::cipher(out, b"text", &[7; 16]); //- //~ E0308
}
