//! secp256k1 RUSTSEC-2022-0070: memory is freed while an object lives in it.

use library::c;

pub fn misuse() -> i32 {
    let mut room = vec![0; 100];
    let mut arena = c::arena_in(&mut room);
    drop(room); //- //~ E0505
    c::arena_use(&mut arena)
}
