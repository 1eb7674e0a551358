//! C writes what it is about to read.

use library::c;

pub fn misuse() {
    let mut room = [0; 10];
    let copy = room;
    let mut input = &room[..5]; //-
    //+ let mut input = &copy[..5];
    c::convert(&mut input, &mut room[5..]); //~ E0502
}
