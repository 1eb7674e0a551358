//! A handle goes to a function of another type.

use library::c;

pub fn misuse(db: &mut c::db, statement: &mut c::stmt<'_>) {
    c::stmt_step(statement);
    c::stmt_step(db); //- //~ E0308
}
