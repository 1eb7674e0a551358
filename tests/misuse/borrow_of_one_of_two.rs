//! openssl RUSTSEC-2025-0004: a result that comes from either argument is bound to both.

use core::ffi::CStr;
use std::ffi::CString;

use library::c;

pub fn misuse(a: &CStr) -> usize {
    let longest;
    {
        let b = CString::new("b").unwrap();
        longest = c::longer(a, &b); //~ E0597
        c::longer(a, longest);
    }
    //+ a.count_bytes()
    longest.count_bytes() //-
}
