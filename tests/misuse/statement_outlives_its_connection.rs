//! libpulse RUSTSEC-2018-0020: what hangs on an object must not outlive it.

use library::c;

pub fn misuse() {
    let mut kept: Option<cffi_rt::Owned<c::stmt<'_>>> = None;
    {
        let db = c::db_open(c"a");
        let mut statement = c::stmt_new(&db, c"SELECT 1"); //~ E0597
        c::stmt_step(&mut statement);
        kept = Some(statement); //-
    }
    drop(kept);
}
