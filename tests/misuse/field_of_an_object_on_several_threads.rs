//! A field that another thread may change is not read beside it.

use library::c;

pub fn misuse(seat: &c::seat) -> i32 {
    c::seat_take(seat);
    seat.taken() //- //~ E0599
    //+ c::seat_number(seat)
}
