//! openssl RUSTSEC-2023-0022: an object that may move is used by two threads at once.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    c::db_version(&db);
    std::thread::scope(|threads| {
        threads.spawn(|| c::db_version(&db)); //- //~ E0277
    });
}
