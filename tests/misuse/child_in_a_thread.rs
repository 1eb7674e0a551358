//! What hangs on an object that may move does not move by itself: both would be used at once.

use library::c;

pub fn misuse(db: &c::db) {
    let mut statement = c::stmt_new(db, c"SELECT 1");
    std::thread::scope(|threads| {
        c::stmt_step(&mut statement);
        threads.spawn(move || c::stmt_step(&mut statement)); //- //~ E0277
    });
}
