//! A value that C keeps is read, not written: safe code does not know what C makes of it.

use library::c;

pub fn misuse(folder: &mut c::folder) {
    let count = c::folder_count(folder);
    let seen = *count;
    *count = seen + 1; //- //~ E0594
}
