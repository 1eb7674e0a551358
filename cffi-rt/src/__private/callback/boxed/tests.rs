//! Boxed closures, called by a registry that stands for the C library.

use core::cell::{Cell, RefCell};
use core::ffi::{c_int, c_void};
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Barrier};
use std::thread;

use super::BoxCtx;
use crate::__private::callback::Wrapper;
use crate::__private::support::{aborts, message};

/// What a C library keeps of a closure.
#[derive(Clone, Copy)]
struct Registered {
    call: unsafe fn(*mut c_void, c_int) -> c_int,
    destroy: unsafe fn(*mut c_void),
    context: *mut c_void,
}

// SAFETY: a C library passes such things between threads; the closures must bear it or abort.
unsafe impl Send for Registered {}

// SAFETY: as above.
unsafe impl Sync for Registered {}

impl Registered {
    fn new<F: FnMut(c_int) -> c_int + 'static>(context: *mut c_void, _: &F) -> Registered {
        Registered {
            // SAFETY: the context is of this type, and alive while it is registered.
            call: |context, number| unsafe { BoxCtx::<F>::enter(context, || -1, |closure| closure(number)) },
            // SAFETY: as above, and the tests use it no more.
            destroy: |context| unsafe { BoxCtx::<F>::destroy(context) },
            context,
        }
    }

    /// As C calls it.
    fn call(self, number: c_int) -> c_int {
        // SAFETY: each test calls it only until it is destroyed.
        unsafe { (self.call)(self.context, number) }
    }

    /// As C destroys it.
    fn destroy(self) {
        // SAFETY: each test destroys it once.
        unsafe { (self.destroy)(self.context) };
    }
}

macro_rules! register {
    ($make:ident, $closure:expr) => {{
        let closure = $closure;
        // The closure's type can't be written.
        fn register<F: FnMut(c_int) -> c_int + Clone + 'static>(
            closure: F,
            make: impl FnOnce(F) -> *mut c_void,
        ) -> Registered {
            let template = closure.clone();
            Registered::new(make(closure), &template)
        }
        register(closure, |closure| BoxCtx::$make("f", closure))
    }};
}

/// Counts how often it is dropped.
struct Drops(Arc<AtomicU32>);

impl Drop for Drops {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }
}

fn drops() -> (Arc<Drops>, Arc<AtomicU32>) {
    let count = Arc::new(AtomicU32::new(0));
    (Arc::new(Drops(count.clone())), count)
}

#[test]
fn a_closure_lives_until_c_destroys_it() {
    let (token, dropped) = drops();
    let kept = register!(local, move |number| {
        let _ = &token;
        number + 1
    });
    assert_eq!([kept.call(1), kept.call(2)], [2, 3]);
    assert_eq!(dropped.load(Ordering::Relaxed), 0);
    kept.destroy();
    assert_eq!(dropped.load(Ordering::Relaxed), 1);
}

#[test]
fn a_closure_that_c_destroys_while_it_runs_is_freed_after_it() {
    let (token, dropped) = drops();
    let this: Rc<Cell<Option<Registered>>> = Rc::default();
    let (inner, seen) = (this.clone(), dropped.clone());
    let kept = register!(local, move |number| {
        inner.get().expect("it is registered").destroy();
        assert_eq!(seen.load(Ordering::Relaxed), 0, "{}", Arc::strong_count(&token));
        number
    });
    this.set(Some(kept));
    assert_eq!(kept.call(4), 4);
    assert_eq!(dropped.load(Ordering::Relaxed), 1);
}

#[test]
fn a_closure_that_panics_after_c_destroyed_it_is_freed() {
    let (token, dropped) = drops();
    let this: Rc<Cell<Option<Registered>>> = Rc::default();
    let inner = this.clone();
    let kept = register!(local, move |_| {
        let _ = &token;
        inner.get().expect("it is registered").destroy();
        panic!("destroyed")
    });
    this.set(Some(kept));
    let said = message(move || {
        let wrapper = Wrapper::enter();
        assert_eq!(kept.call(0), -1);
        wrapper.finish();
    });
    assert_eq!((said.as_str(), dropped.load(Ordering::Relaxed)), ("destroyed", 1));
}

#[test]
fn a_panic_resumes_when_the_call_ends_and_others_do_not_run_before() {
    let calls = Rc::new(Cell::new(0));
    let counter = calls.clone();
    let kept = register!(local, move |number| {
        counter.set(counter.get() + 1);
        if number == 0 {
            panic!("zero")
        }
        number
    });
    let said = message(move || {
        let wrapper = Wrapper::enter();
        assert_eq!([kept.call(0), kept.call(1)], [-1, -1]);
        wrapper.finish();
    });
    assert_eq!((said.as_str(), calls.get()), ("zero", 1));
    // The next call is a new one.
    let wrapper = Wrapper::enter();
    assert_eq!(kept.call(1), 1);
    wrapper.finish();
    kept.destroy();
}

#[test]
fn a_panic_on_a_thread_of_c_is_not_resumed() {
    let kept = register!(sendable, |_| panic!("alone"));
    thread::spawn(move || {
        assert_eq!({ kept }.call(0), -1);
        Wrapper::enter().finish();
    })
    .join()
    .expect("nothing is resumed there");
    kept.destroy();
}

#[test]
fn a_second_entry_gets_the_value_for_c_and_a_panic() {
    let this: Rc<Cell<Option<Registered>>> = Rc::default();
    let inner = this.clone();
    let kept = register!(local, move |number| {
        assert_eq!(inner.get().expect("it is registered").call(number), -1);
        number
    });
    this.set(Some(kept));
    let said = message(move || {
        let wrapper = Wrapper::enter();
        assert_eq!(kept.call(3), 3);
        wrapper.finish();
    });
    assert_eq!(said, "`f`: its closure was called while it was running");
    kept.destroy();
}

#[test]
fn an_entry_on_a_second_thread_gets_the_value_for_c() {
    let barrier = Arc::new(Barrier::new(2));
    let inside = barrier.clone();
    let kept = register!(sendable, move |number| {
        inside.wait();
        inside.wait();
        number
    });
    let first = thread::spawn(move || { kept }.call(1));
    barrier.wait();
    assert_eq!(kept.call(2), -1);
    barrier.wait();
    assert_eq!(first.join().expect("it does not panic"), 1);
    kept.destroy();
}

#[test]
fn a_closure_that_another_thread_destroys_while_it_runs_is_freed_after_it() {
    let (token, dropped) = drops();
    let barrier = Arc::new(Barrier::new(2));
    let inside = barrier.clone();
    let kept = register!(sendable, move |number| {
        let _ = &token;
        inside.wait();
        inside.wait();
        number
    });
    let first = thread::spawn(move || { kept }.call(1));
    barrier.wait();
    kept.destroy();
    assert_eq!(dropped.load(Ordering::Relaxed), 0);
    barrier.wait();
    assert_eq!(first.join().expect("it does not panic"), 1);
    assert_eq!(dropped.load(Ordering::Relaxed), 1);
}

#[test]
fn many_threads_run_a_closure_one_at_a_time() {
    let mut count = 0_u64;
    let runs = Arc::new(AtomicU32::new(0));
    let last = Arc::new(AtomicU32::new(0));
    let seen = last.clone();
    let kept = register!(sendable, move |_| {
        count += 1;
        seen.store(u32::try_from(count).expect("there are few"), Ordering::Relaxed);
        0
    });
    let threads = [(); 4].map(|()| {
        let runs = runs.clone();
        thread::spawn(move || {
            for _ in 0..200 {
                if { kept }.call(0) == 0 {
                    runs.fetch_add(1, Ordering::Relaxed);
                }
            }
        })
    });
    for thread in threads {
        thread.join().expect("it does not panic");
    }
    assert_eq!(runs.load(Ordering::Relaxed), last.load(Ordering::Relaxed));
    kept.destroy();
}

#[test]
fn a_closure_for_one_call_is_moved_out() {
    fn once<F: FnOnce(c_int) -> String + 'static>(closure: F) -> String {
        let context = BoxCtx::local("f", closure);
        // SAFETY: the context has just been made, with this type, and is used once.
        unsafe { BoxCtx::<F>::enter_once(context, String::new, |closure| closure(7)) }
    }
    let text = String::from("seven ");
    assert_eq!(once(move |number| text + &number.to_string()), "seven 7");
    assert_eq!(once(|_| panic!("once")), "");
}

#[test]
fn a_refused_closure_is_freed() {
    fn refuse<F: 'static>(closure: F) {
        let context = BoxCtx::local("f", closure);
        // SAFETY: the context has just been made, with this type, and is not used hereafter.
        unsafe { BoxCtx::<F>::discard(context) };
    }
    let (token, dropped) = drops();
    let text = RefCell::new(String::from("owned"));
    refuse(move || {
        let _ = (&token, &text);
    });
    assert_eq!(dropped.load(Ordering::Relaxed), 1);
}

#[test]
fn a_local_closure_on_another_thread_aborts() {
    let said = aborts("__private::callback::boxed::tests::a_local_closure_on_another_thread_aborts", || {
        let kept = register!(local, |number| number);
        let _ = thread::spawn(move || { kept }.call(0)).join();
    });
    assert!(said.contains("`f` called a closure on another thread"), "{said}");
}

#[test]
fn a_local_closure_destroyed_on_another_thread_aborts() {
    let said = aborts("__private::callback::boxed::tests::a_local_closure_destroyed_on_another_thread_aborts", || {
        let kept = register!(local, |number| number);
        let _ = thread::spawn(move || { kept }.destroy()).join();
    });
    assert!(said.contains("`f` destroyed a closure on another thread"), "{said}");
}

#[test]
fn a_closure_whose_destructor_panics_aborts() {
    #[derive(Clone)]
    struct Bomb;
    impl Drop for Bomb {
        fn drop(&mut self) {
            panic!("dropped");
        }
    }
    let said = aborts("__private::callback::boxed::tests::a_closure_whose_destructor_panics_aborts", || {
        fn destroy<F: 'static>(closure: F) {
            let context = BoxCtx::local("f", closure);
            // SAFETY: the context has just been made, with this type, and is not used hereafter.
            unsafe { BoxCtx::<F>::destroy(context) };
        }
        let bomb = Bomb;
        destroy(move || {
            let _ = &bomb;
        });
    });
    assert!(said.contains("the destructor of a closure of `f` has panicked"), "{said}");
}
