//! An object that hangs on another is used when that is gone.

use library::plugin::Plugin;

pub fn misuse(plugin: Plugin) {
    let mut counter = plugin.counter_new(1);
    let cursor = plugin.cursor_new(&mut counter);
    drop(counter); //- //~ E0505
    plugin.cursor_get(&cursor);
}
