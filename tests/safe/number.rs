//! Numbers that stand for objects: descriptors and identifiers.

use cffi_rt::spare;

mod c {
    cffi_rt::cdef! {
        #define _GNU_SOURCE
        #include <errno.h>
        #include <fcntl.h>
        #include <stdio.h>
        #include <unistd.h>

        #define EBADF ...
        #define ENOENT ...
        #define O_RDONLY ...

        unsafe extern "C" {
            typedef int fd cdef_destroy(close) cdef_send cdef_sync;
            typedef _Return_type_success_(return == 0) int closed;

            fd cdef_owned dup(fd old) _Success_(return >= 0) cdef_error(errno) cdef_safe;
            int pipe(_Out_ fd ends[2] cdef_owned) _Success_(return == 0) cdef_error(errno) cdef_safe;
            closed close(fd cdef_consumed old) cdef_safe;
            ssize_t read(fd from, _Out_writes_bytes_to_(n, return) void *buf, size_t n)
                _Success_(return >= 0) cdef_error(errno) cdef_safe;
            ssize_t write(fd to, const void *__sized_by(n) buf, size_t n) _Success_(return >= 0) cdef_error(errno) cdef_safe;
            static fd cdef_owned open_read(const char *__null_terminated path)
                _Success_(return != -1) cdef_error(errno) cdef_safe;
            FILE *cdef_owned _Nullable fdopen(fd cdef_consumed from, const char *__null_terminated mode)
                cdef_error(errno) cdef_safe;
            int fileno(FILE *file) cdef_safe;
        }

        static fd open_read(const char *path) { return open(path, O_RDONLY); }
    }
}

mod timers {
    cffi_rt::cdef! {
        #![preamble(r#"
            typedef unsigned short timer_id;
            static unsigned alive = 0;
            static inline unsigned timers_alive(void) { return alive; }
            static inline int timer_new(timer_id *id) { if (alive == 2) return 0; *id = (timer_id)++alive; return 1; }
            static inline void timer_remove(timer_id id) { if (id) alive--; }
            static inline unsigned timer_number(timer_id id) { return id; }
        "#)]

        unsafe extern "C" {
            typedef unsigned short timer_id cdef_destroy(timer_remove);
            unsigned timers_alive(void) cdef_safe;
            int timer_new(_Out_ timer_id *cdef_owned id) _Success_(return == 1) cdef_safe;
            unsigned timer_number(timer_id id) _Pre_satisfies_(id != 0) cdef_safe;
        }
    }
}

#[test]
fn a_descriptor_is_closed_with_its_value() {
    let [out, into] = c::pipe().expect("there are descriptors");
    let second = c::dup(&into).expect("there are descriptors");
    assert_eq!(c::write(&into, b"one "), Ok(4));
    drop(into);
    assert_eq!(c::write(&second, b"two"), Ok(3));
    second.close().expect("it is open");
    let mut bytes = Vec::new();
    assert_eq!(c::read(&out, spare(&mut bytes, 100)), Ok(7));
    // Both ends for writing are closed.
    assert_eq!(c::read(&out, spare(&mut bytes, 100)), Ok(0));
    assert_eq!(bytes, b"one two");
}

#[test]
fn a_failure_gives_no_descriptor() {
    let error = c::open_read(c"/nonexistent").expect_err("it is not there");
    assert_eq!(error.raw(), c::ENOENT);
    let file = c::open_read(c"/dev/null").expect("it is there");
    let raw = file.into_raw();
    // SAFETY: the descriptor was given up in the line before.
    let file = unsafe { c::fd::from_raw(raw) };
    assert_eq!(c::write(&file, b"x").map_err(|error| error.raw()), Err(c::EBADF));
    assert_eq!(c::close(file), Ok(()));
    // SAFETY: there is no such descriptor that anybody could miss.
    let none = unsafe { c::fd::from_raw(-1) };
    assert_eq!((none.as_raw(), format!("{none:?}")), (-1, "fd(-1)".to_owned()));
    assert_eq!(none.close(), Err(c::closed(-1)));
}

#[test]
fn a_descriptor_goes_over_to_c() {
    let file = c::open_read(c"/dev/null").expect("it is there");
    let raw = file.as_raw();
    let mut stream = c::fdopen(file, c"r").expect("there is memory");
    assert_eq!(c::fileno(&mut stream), raw);
}

#[test]
fn a_descriptor_moves_between_threads() {
    let [out, into] = c::pipe().expect("there are descriptors");
    std::thread::spawn(move || c::write(&into, b"there")).join().expect("it does not panic").expect("it is open");
    let mut room = [0; 8];
    assert_eq!(c::read(&out, &mut room), Ok(5));
    assert_eq!(&room[..5], b"there");
}

#[test]
fn a_number_comes_by_a_parameter() {
    let first = timers::timer_new().expect("there is room");
    let second = timers::timer_new().expect("there is room");
    assert_eq!((timers::timer_number(&first), timers::timer_number(&second)), (1, 2));
    assert!(timers::timer_new().is_none());
    drop(second);
    assert_eq!(timers::timers_alive(), 1);
    // SAFETY: zero stands for no timer, and is not removed.
    let none = unsafe { timers::timer_id::from_raw(0) };
    let none = std::panic::AssertUnwindSafe(none);
    assert!(crate::panic_of(move || timers::timer_number(&none)).contains("id != 0"));
    drop(first);
    assert_eq!(timers::timers_alive(), 0);
}
