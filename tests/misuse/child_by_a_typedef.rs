//! An owner that a typedef makes one hangs on its parent, too.

use library::c;

pub fn misuse() {
    let db = c::db_open(c"a");
    let mut statement = c::stmt_open(&db);
    drop(db); //- //~ E0505
    c::stmt_step(&mut statement);
}
