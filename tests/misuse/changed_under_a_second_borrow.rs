//! What C may give twice is nobody's alone.

use library::c;

pub fn misuse(folder: &mut c::folder) {
    let (first, last) = c::folder_ends(folder);
    let name = c::entry_name(first);
    c::entry_rename(last, c"other"); //- //~ E0308
    //+ c::entry_name(last);
    println!("{name:?}");
}
