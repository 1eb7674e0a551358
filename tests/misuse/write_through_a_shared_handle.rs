//! openssl RUSTSEC-2023-0072: a call that changes an object, through a reference that only reads.

use library::c;

pub fn misuse(db: &c::db) {
    c::db_version(db);
    c::db_exec(db, c"DROP TABLE a").unwrap(); //- //~ E0308
}
