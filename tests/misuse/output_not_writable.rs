//! glib RUSTSEC-2024-0429: C writes through a shared reference.

use library::c;

pub fn misuse(key: &[u8; 32]) {
    //+ let mut out = [0; 4];
    //+ c::cipher(&mut out, b"text", key);
    let out = [0; 4]; //-
    c::cipher(&out, b"text", key); //- //~ E0277
}
