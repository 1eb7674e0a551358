//! arrayfire RUSTSEC-2018-0011: C returns a number that no enumerator has.

use library::c;

pub fn misuse() -> i32 {
    match c::kind_of(7) { //~ E0004
        c::KIND_A => 1,
        c::KIND_B => 2,
        //+ _ => 3,
    }
}
