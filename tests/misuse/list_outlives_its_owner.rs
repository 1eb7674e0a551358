//! Texts of a list are used after the object that has them.

use library::c;

pub fn misuse() -> usize {
    let folder = c::folder_open(c"here");
    let names = c::tree_names(&folder);
    drop(folder); //- //~ E0505
    names.len()
}
