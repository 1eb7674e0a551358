//! Safe wrappers, made of annotated declarations: one module a library.

#[path = "safe/attributes.rs"]
mod attributes;
#[path = "safe/breach.rs"]
mod breach;
#[path = "safe/closures.rs"]
mod closures;
#[cfg(feature = "libraries")]
#[path = "safe/curl.rs"]
mod curl;
#[path = "safe/cursors.rs"]
mod cursors;
#[cfg(feature = "libraries")]
#[path = "safe/git2.rs"]
mod git2;
#[path = "safe/header.rs"]
mod header;
#[path = "safe/kept.rs"]
mod kept;
#[path = "safe/number.rs"]
mod number;
#[cfg(feature = "libraries")]
#[path = "safe/openssl.rs"]
mod openssl;
#[path = "safe/own.rs"]
mod own;
#[path = "safe/posix.rs"]
mod posix;
#[cfg(feature = "libraries")]
#[path = "safe/rust_names.rs"]
mod rust_names;
#[path = "safe/sal.rs"]
mod sal;
#[cfg(feature = "libraries")]
#[path = "safe/sdl.rs"]
mod sdl;
#[cfg(feature = "libraries")]
#[path = "safe/sodium.rs"]
mod sodium;
#[path = "safe/sound.rs"]
mod sound;
#[cfg(feature = "libraries")]
#[path = "safe/sqlite.rs"]
mod sqlite;
#[path = "safe/state.rs"]
mod state;
#[cfg(feature = "libraries")]
#[path = "safe/zlib.rs"]
mod zlib;

/// What a panic of the function says.
fn panic_of<T>(call: impl FnOnce() -> T + std::panic::UnwindSafe) -> String {
    let payload = match std::panic::catch_unwind(call) {
        Ok(_) => panic!("the call did not panic"),
        Err(payload) => payload,
    };
    match payload.downcast::<String>() {
        Ok(text) => *text,
        Err(payload) => payload.downcast::<&str>().map_or_else(|_| String::new(), |text| (*text).to_owned()),
    }
}
