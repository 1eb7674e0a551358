//! iana-time-zone RUSTSEC-2022-0049: text of an object is returned without the object.

use core::ffi::CStr;

use library::c;

//+ pub fn misuse() -> std::ffi::CString {
pub fn misuse() -> &'static CStr { //-
    let db = c::db_open(c"a");
    //+ c::db_name(&db).to_owned()
    c::db_name(&db) //- //~ E0515
}
