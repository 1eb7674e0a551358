//! Tables and handles on many threads.

use std::sync::Barrier;
use std::thread;

use crate::declared::{Plugin, alive, load};
use crate::library;

fn is_free<T: Send + Sync + Copy>() {}

#[test]
fn a_table_is_everyones() {
    is_free::<Plugin>();
}

#[test]
fn sixteen_threads_load_one_library_at_once() {
    let path = library("threads", 3);
    let barrier = Barrier::new(16);
    let tables: Vec<Plugin> = thread::scope(|scope| {
        let load = |_| {
            scope.spawn(|| {
                barrier.wait();
                // SAFETY: the library is ours, and the header is its.
                let plugin = unsafe { Plugin::load_from(&path) }.expect("the library was just made");
                let mut counter = plugin.counter_new(1);
                assert_eq!(plugin.counter_next(&mut counter), 6);
                plugin
            })
        };
        let threads: Vec<_> = (0..16).map(load).collect();
        threads.into_iter().map(|thread| thread.join().expect("it does not panic")).collect()
    });
    assert!(tables.iter().all(|table| *table == tables[0]));
    assert_eq!(alive(tables[0]), 0);
}

#[test]
fn handles_end_on_other_threads() {
    let (one, two) = (load("ends", 1), load("ends", 2));
    let handles = [one.counter_new(1), two.counter_new(1), one.counter_new(1)];
    for handle in handles {
        thread::spawn(move || drop(handle)).join().expect("it does not panic");
    }
    assert_eq!((alive(one), alive(two)), (0, 0));
}
