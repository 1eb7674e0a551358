//! An object that stays on its thread is used by its number on another one.

use library::c;

pub fn misuse() {
    let port = c::port_open(3);
    //+ let _ = c::port_read(&port);
    std::thread::spawn(move || c::port_read(&port)); //- //~ E0277
}
