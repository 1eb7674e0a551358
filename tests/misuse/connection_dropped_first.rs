//! A connection is closed while a statement still uses it.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    let mut statement = c::stmt_new(&db, c"SELECT 1");
    drop(db); //- //~ E0505
    c::stmt_step(&mut statement);
}
