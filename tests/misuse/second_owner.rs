//! alpm RUSTSEC-2020-0032: an object with one owner gets a second one.

use library::c;

pub fn misuse() {
    let tree = cffi_rt::Shared::clone(&c::tree_new());
    let db = c::db_open(c"a");
    let other = db.clone(); //- //~ E0599
    drop((tree, db));
}
