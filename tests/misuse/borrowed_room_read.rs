//! A buffer is read while what C wrote to it is still borrowed for writing.

use core::mem::MaybeUninit;

use library::c;

pub fn misuse() -> u8 {
    let mut room = [MaybeUninit::<u8>::uninit(); 8];
    let (written, _) = c::cipher(&mut room[..], b"text", &[7; 32]);
    let byte = room[0]; //- //~ E0503
    written[0]
}
