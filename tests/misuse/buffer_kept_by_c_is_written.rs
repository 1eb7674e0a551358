//! The memory that an object lives in is written to.

use library::c;

pub fn misuse() -> i32 {
    let mut room = [0; 100];
    let mut arena = c::arena_in(&mut room);
    room[0] = 1; //- //~ E0506
    c::arena_use(&mut arena)
}
