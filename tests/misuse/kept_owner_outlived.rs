//! An object is taken over by another one that outlives what it hangs on.

use library::c;

pub fn misuse() {
    //+ let room = [0; 10];
    let mut list = c::list_new();
    let room = [0; 10]; //-
    c::list_take(&mut list, c::shelf_on(&room)); //~ E0597
}
