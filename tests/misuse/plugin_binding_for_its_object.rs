//! What a handle leads to is its object and the library, which a raw function would take for the object.

use cffi_rt::{Object, Owned};
use library::plugin::Plugin;

pub fn misuse(plugin: Plugin) {
    let counter = plugin.counter_new(1);
    unsafe { plugin.counter_peek(Object::of(&*counter)) };
    unsafe { plugin.counter_peek(Owned::as_ptr(&counter)) }; //- //~ E0308
}
