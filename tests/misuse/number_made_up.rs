//! A number of the program stands for an object of somebody else.

use library::c;

pub fn misuse() -> i32 {
    c::port_read(&3) //- //~ E0308
    //+ c::port_read(&c::port_open(3))
}
