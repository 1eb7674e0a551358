//! A statement takes the place of one whose connection lives longer.

use library::c;

pub fn misuse(long: &c::db) {
    let mut kept = c::stmt_new(long, c"SELECT 1");
    {
        let short = c::db_open(c"a");
        let mut statement = c::stmt_new(&short, c"SELECT 2"); //~ E0597
        core::mem::swap(&mut kept, &mut statement); //-
        c::stmt_step(&mut statement);
    }
    c::stmt_step(&mut kept);
}
