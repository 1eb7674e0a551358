//! Memory that one function frees is made larger by a library with another one.

use library::c;

pub fn misuse() {
    let mut text = cffi_rt::GrowBuf::new();
    c::line(&mut text);
    //+ let mut text = cffi_rt::GrowBuf::new();
    c::other_line(&mut text); //~ E0308
}
