//! ncurses RUSTSEC-2019-0006: arguments that the format does not name.

use library::c;

pub fn misuse() -> i32 {
    //+ unsafe { c::show(c"%d".as_ptr(), 1) }
    c::show(c"%s".as_ptr(), 1) //- //~ E0133
}
