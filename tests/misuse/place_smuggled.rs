//! The same by the place behind the handle, which is invariant in what it hangs on.

use library::c;

pub fn misuse<'long>(kept: &mut c::stmt<'long>, short: &c::db) {
    let mut statement = c::stmt_new(short, c"SELECT 2");
    c::stmt_step(&mut statement);
    let same: &mut c::stmt<'long> = &mut statement; //- //~ E0621
    c::stmt_step(kept);
}
