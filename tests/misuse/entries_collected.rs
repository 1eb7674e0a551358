//! The same in a loop.

use library::c;

pub fn misuse(folder: &mut c::folder) {
    let mut names = Vec::new();
    while let Some(entry) = c::folder_next(folder) { //~ E0499
        let name = c::entry_name(entry);
        //+ let name = name.to_owned();
        names.push(name);
    }
}
