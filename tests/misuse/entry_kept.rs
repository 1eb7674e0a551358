//! cassandra RUSTSEC-2024-0017: an entry is kept when the next one is read.

use library::c;

pub fn misuse(folder: &mut c::folder) -> bool {
    let Some(first) = c::folder_next(folder) else { return false };
    let second = c::folder_next(folder); //- //~ E0499
    c::entry_name(first) == c"."
}
