//! openssl RUSTSEC-2025-0022: text is freed before C reads it.

use std::ffi::CString;

use library::c;

pub fn misuse(name: &str) {
    //+ c::db_open(&CString::new(name).unwrap());
    c::db_open(CString::new(name).unwrap().as_ptr()); //- //~ E0308
}
