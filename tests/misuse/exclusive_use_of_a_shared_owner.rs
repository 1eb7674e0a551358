//! An owner among several is no exclusive one.

use library::c;

pub fn misuse() {
    let tree = c::tree_new();
    let mut other = tree.clone();
    c::tree_grow(&tree);
    let exclusive: &mut c::tree = &mut other; //- //~ E0596
}
