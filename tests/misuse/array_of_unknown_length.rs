//! A slice may be shorter than the array that C reads.

use library::c;

pub fn misuse(out: &mut [u8], key: &[u8]) {
    //+ c::cipher(out, b"text", key.try_into().expect("it has 32 bytes"));
    c::cipher(out, b"text", key); //- //~ E0308
}
