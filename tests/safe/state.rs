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
