//! The same by the C function that closes it.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    let mut statement = c::stmt_new(&db, c"SELECT 1");
    c::db_close(db).unwrap(); //- //~ E0505
    c::stmt_step(&mut statement);
}
