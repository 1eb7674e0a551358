//! A library is used that was not initialised.

use library::c;

pub fn misuse() -> i32 {
    //+ let Ok(video) = c::video_init(1) else { return 0 };
    //+ c::video_draw(&video)
    c::video_draw() //- //~ E0061
}
