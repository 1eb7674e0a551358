//! hexchat RUSTSEC-2025-0153: an object moves to another thread, and nobody said that it may.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    std::thread::spawn(move || c::db_version(&db));
    let timer = c::timer_new();
    std::thread::spawn(move || c::timer_now(&timer)); //- //~ E0277
}
