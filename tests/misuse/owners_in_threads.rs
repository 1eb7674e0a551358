//! A counter of owners that is not atomic would be changed by two threads.

use library::c;

pub fn misuse() {
    let tree = c::tree_new();
    let other = tree.clone();
    c::tree_grow(&tree);
    std::thread::spawn(move || c::tree_grow(&other)); //- //~ E0277
}
