//! An object is used by its number after it is closed, when the number may stand for another one.

use library::c;

pub fn misuse() -> i32 {
    let port = c::port_open(3);
    let _ = c::port_close(port); //-
    c::port_read(&port) //~ E0382
}
