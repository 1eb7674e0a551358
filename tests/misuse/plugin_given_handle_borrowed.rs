//! The same as a reference.

use library::plugin::{Plugin, counter};

pub fn misuse(plugin: Plugin) {
    let mut kept: Option<&counter> = None;
    let mut object = plugin.counter_new(1);
    plugin.counter_each(&mut object, |given| {
        //+ let _ = given;
        kept = Some(given); //- //~ E0521
    });
}
