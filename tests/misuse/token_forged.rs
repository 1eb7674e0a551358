//! The same, with a token that no initialiser gave.

use library::c;

pub fn misuse() -> i32 {
    let video = c::video { not_send: std::marker::PhantomData }; //- //~ E0451
    //+ let Ok(video) = c::video_init(1) else { return 0 };
    c::video_draw(&video)
}
