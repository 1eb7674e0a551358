//! The same, in the type of the object.

use library::c;

pub fn misuse() -> i32 {
    let port = c::port { raw: 3, not_send: std::marker::PhantomData }; //- //~ E0451
    //+ let port = c::port_open(3);
    c::port_read(&port)
}
