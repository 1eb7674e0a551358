//! Bytes may have no NUL.

use std::ffi::CString;

use library::c;

pub fn misuse(name: Vec<u8>) {
    //+ let name = CString::new(name).expect("there is none inside");
    c::db_open(&name); //~ E0308
}
