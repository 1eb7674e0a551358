//! What C has lent is used when its owner is gone.

use library::plugin::Plugin;

pub fn misuse(plugin: Plugin) {
    let mut counter = plugin.counter_new(1);
    let mut top = plugin.counter_top(&mut counter);
    plugin.counter_next(&mut top);
    drop(counter); //- //~ E0505
    plugin.counter_next(&mut top);
}
