//! An object of C's has no value that could be moved.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    let place = &*db;
    let value = *place; //- //~ E0507
    c::db_version(place);
}
