//! SDL 2: what the thread may do that has started the video subsystem.

mod c {
    cffi_rt::cdef! {
        #![pkg_config("sdl2")]
        #include <SDL.h>

        #define SDL_WINDOWPOS_UNDEFINED ...
        #define SDL_WINDOW_HIDDEN ...

        void SDL_Quit(void);

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int sdl_rc cdef_error(message = SDL_GetError());
            struct SDL_Window cdef_destroy(SDL_DestroyWindow);

            SDL_bool SDL_SetHint(const char *__null_terminated name, const char *__null_terminated value) cdef_safe;
            sdl_rc SDL_VideoInit(const char *__null_terminated _Nullable driver_name) cdef_provides(video) cdef_safe;
            struct SDL_Window *cdef_owned _Nullable
                SDL_CreateWindow(const char *__null_terminated title, int x, int y, int w, int h, Uint32 flags)
                cdef_requires(video) cdef_error(message = SDL_GetError()) cdef_safe;
            const char *__null_terminated _Nonnull cdef_transient SDL_GetWindowTitle(struct SDL_Window *window) cdef_safe;
            const char *__null_terminated _Nonnull cdef_static SDL_GetCurrentVideoDriver(void) cdef_requires(video) cdef_safe;
        }
    }
}

#[test]
fn windows_are_made_where_video_was_started() {
    // The driver that shows nothing says that it is not there unless this asks for it.
    c::SDL_SetHint(c"SDL_VIDEODRIVER", c"dummy");
    let error = c::SDL_VideoInit(Some(c"no such driver")).expect_err("there is none");
    assert!(error.message.to_string_lossy().contains("no such driver"), "{error}");
    let video = c::SDL_VideoInit(Some(c"dummy")).expect("it needs nothing");
    assert_eq!(c::SDL_GetCurrentVideoDriver(&video), c"dummy");
    let place = c::SDL_WINDOWPOS_UNDEFINED as i32;
    let window = |title| c::SDL_CreateWindow(&video, title, place, place, 1, 1, c::SDL_WINDOW_HIDDEN as u32);
    let mut first = window(c"title").expect("it is small");
    let mut second = window(c"").expect("it needs no title");
    assert_eq!(&*c::SDL_GetWindowTitle(&mut first), c"title");
    assert_eq!(&*c::SDL_GetWindowTitle(&mut second), c"");
    let again = crate::panic_of(|| c::SDL_VideoInit(None).is_ok());
    assert!(again.contains("one a process"), "{again}");
    drop((first, second));
    // SAFETY: the windows are gone, and the token is not used hereafter.
    unsafe { c::SDL_Quit() };
}
