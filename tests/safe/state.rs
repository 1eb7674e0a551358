//! Libraries that must be initialised first, or called by one thread at a time.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            static int ready, tries, refusals = 2, inside, most;
            static inline int start(void) { tries++; if (refusals-- > 0) return -1; ready = 1; return 0; }
            static inline int times(void) { return tries; }
            static inline int use_it(int value) { return ready ? value : -100; }
            static inline int twice(int value, int *out) { if (!ready) return -2; *out = 2 * value; return 0; }
            static inline void begin(void) {}
            static inline int after(void) { return ready; }
            static inline int slowly(void) {
                int now = ++inside;
                for (volatile int i = 0; i < 100000; i++) {}
                if (now > most) most = now;
                inside--;
                return most;
            }
            static int open_windows, mode;
            static inline int video_init(int wanted, int *got) { if (wanted < 0) return -1; mode = wanted; *got = wanted + 1; return 0; }
            static inline int window(const char *title) { return mode > 0 && *title ? ++open_windows : 0; }
            static inline void quiet_init(int level) { (void)level; }
            static inline int quiet(void) { return 3; }
        "#)]
        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int rc;
            rc start(void) cdef_provides(library);
            int times(void);
            int use_it(int value) cdef_requires(library);
            rc twice(int value, _Out_ int *out) cdef_requires(library);
            void begin(void) cdef_provides(beginning);
            int after(void) cdef_requires(beginning, library);
            int slowly(void) cdef_requires(lock: one_at_a_time);
            rc video_init(int wanted, _Out_ int *got) cdef_provides(video) cdef_safe;
            int window(const char *__null_terminated title) cdef_requires(video, beginning) cdef_safe;
            void quiet_init(int level) cdef_provides(silence) cdef_requires(lock: one_at_a_time) cdef_safe;
            int quiet(void) cdef_requires(silence) cdef_safe;
        }
    }
}

#[test]
fn a_library_is_initialised_until_that_succeeds() {
    assert_eq!(c::times(), 0);
    // A call of the same error fails with it, another panics.
    assert_eq!(c::twice(4), Err(c::rc(-1)));
    let message = crate::panic_of(|| c::use_it(1));
    assert!(message.contains("`use_it`") && message.contains("`library`"), "{message}");
    assert_eq!(c::twice(4), Ok(8));
    assert_eq!(c::use_it(5), 5);
    assert_eq!(c::start(), Ok(()));
    assert_eq!((c::times(), c::after()), (3, 1));
}

#[test]
fn a_lock_lets_one_thread_in() {
    let threads: Vec<_> = (0..4)
        .map(|_| {
            std::thread::spawn(|| {
                for _ in 0..20 {
                    assert_eq!(c::slowly(), 1);
                }
            })
        })
        .collect();
    for thread in threads {
        thread.join().expect("no two are inside");
    }
}

#[test]
fn a_token_stands_for_a_state() {
    // A call that fails can be made again.
    assert_eq!(c::video_init(-1).map(|_| ()), Err(c::rc(-1)));
    let (got, video) = c::video_init(7).expect("it is a mode");
    assert_eq!((got, c::window(&video, c"first"), c::window(&video, c"")), (8, 1, 0));
    let message = crate::panic_of(|| c::video_init(7).is_ok());
    assert_eq!(message, "`video_init`: the token of `video` was given before, and there is one a process");
    drop(video);
    // The state stays, and so does what was given.
    assert!(crate::panic_of(|| c::video_init(7).is_ok()).contains("`video`"));
    // SAFETY: the first call has succeeded, and no other thread uses its state.
    let video = unsafe { c::video::assume() };
    assert_eq!((c::window(&video, c"second"), format!("{video:?}")), (2, "video".to_owned()));
}

#[test]
fn a_token_needs_no_error() {
    let silence: c::silence = c::quiet_init(1);
    assert_eq!(c::quiet(&silence), 3);
}
