//! diesel RUSTSEC-2026-0172: a text that C keeps is freed before the object is used.

use library::c;

pub fn misuse(name: &std::ffi::CStr) -> i32 {
    let text = name.to_owned();
    let mut list = c::list_new();
    c::list_keep(&mut list, &text);
    drop(text); //- //~ E0505
    c::list_use(&mut list)
}
