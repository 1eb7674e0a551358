//! One of several owners gives an object something that lives shorter than the others.

use library::c;

pub fn misuse() {
    let tree = c::tree_new();
    let text = c"text".to_owned();
    let text = &*text; //- //~ E0597
    //+ let text = c"text";
    c::tree_keep(&tree, text);
}
