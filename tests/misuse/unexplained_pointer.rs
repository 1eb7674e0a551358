//! pancurses RUSTSEC-2019-0005: C writes to memory whose length it is not told.

use library::c;

pub fn misuse(room: &mut [u8]) -> i32 {
    //+ unsafe { c::fill(room.as_mut_ptr().cast()) }
    c::fill(room.as_mut_ptr().cast()) //- //~ E0133
}
