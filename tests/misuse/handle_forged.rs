//! xcb RUSTSEC-2020-0097: a handle is made of nothing.

use library::c;

pub fn misuse() -> i32 {
    let db = c::db_open(c"a");
    //+ c::db_version(&db)
    c::db_version(&c::db { bytes: [] }) //- //~ E0560
}
