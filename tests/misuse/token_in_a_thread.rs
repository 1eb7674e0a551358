//! A library that stays on one thread is used on another one.

use library::c;

pub fn misuse() {
    let Ok(video) = c::video_init(1) else { return };
    //+ let _ = c::video_draw(&video);
    std::thread::spawn(move || c::video_draw(&video)); //- //~ E0277
}
