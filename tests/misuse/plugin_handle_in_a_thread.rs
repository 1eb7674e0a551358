//! The table may go to another thread, but no object of which nobody said so.

use library::plugin::Plugin;

pub fn misuse(plugin: Plugin) {
    std::thread::spawn(move || drop(plugin.counter_new(1)));
    let counter = plugin.counter_new(1);
    std::thread::spawn(move || drop(counter)); //- //~ E0277
}
