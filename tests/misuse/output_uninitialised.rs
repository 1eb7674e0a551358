//! More of a buffer is read than C has written: only the written part is given back as values.

use core::mem::MaybeUninit;

use library::c;

pub fn misuse() -> u8 {
    let mut room = [MaybeUninit::<u8>::uninit(); 8];
    let (written, rest) = c::cipher(&mut room[..], b"text", &[7; 32]);
    let sum = written[0];
    let sum = sum + rest[0]; //- //~ E0277
    sum
}
