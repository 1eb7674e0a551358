//! hivex RUSTSEC-2026-0029: an object is destroyed twice.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    let statement = c::stmt_new(&db, c"SELECT 1");
    c::stmt_free(statement);
    drop(statement); //- //~ E0382
}
