//! libpulse RUSTSEC-2018-0021: an object is used after it was given up.

use library::c;

pub fn misuse() -> i32 {
    let db = c::db_open(c"a");
    let version = c::db_version(&db);
    db.close().unwrap();
    c::db_version(&db); //- //~ E0382
    version
}
