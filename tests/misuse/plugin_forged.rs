//! A table of no library.

use library::plugin::Plugin;

pub fn misuse(plugin: Plugin) -> i32 {
    //+ let other = plugin;
    let other = Plugin(unsafe { core::mem::zeroed() }); //- //~ E0423
    other.counter_next(&mut plugin.counter_new(1))
}
