//! A buffer is read and written at once, though C takes both for `restrict`.

use library::c;

pub fn misuse(buffer: &mut [u8], key: &[u8; 32]) {
    //+ let input = buffer.to_vec();
    //+ c::cipher(buffer, &input, key);
    c::cipher(&mut *buffer, buffer, key); //- //~ E0502
}
