//! A callee gives an object something that lives shorter than it.

use library::c;

pub fn misuse(list: &mut c::list<'_>) {
    let text = c"text".to_owned();
    //+ let mut own = c::list_new();
    //+ let list = &mut own;
    c::list_keep(list, &text); //~ E0597
}
