//! pyo3 RUSTSEC-2025-0020: text without a NUL at its end.

use library::c;

pub fn misuse() {
    //+ c::db_open(c"a.db");
    c::db_open("a.db"); //- //~ E0308
}
