//! What a call costs: from the block, from a hand-written `extern "C"` block, and through a stub.

use std::ffi::c_int;
use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};

mod c {
    cffi_rt::cdef! {
        #![source("csrc/calls.c")]
        #![include_dir("csrc")]
        #include "calls.h"

        int plus_one(int number);

        // The C compiler puts it into its stub, so this is one call too.
        int plus_one_inline(int number);

        static int plus_one_body(int number) { return number + 1; }
    }
}

mod by_hand {
    use std::ffi::c_int;

    unsafe extern "C" {
        pub(crate) fn plus_one(number: c_int) -> c_int;
    }
}

/// A chain of calls, each of which waits for the one before.
fn chain(call: impl Fn(c_int) -> c_int) -> c_int {
    (0..1_000).fold(black_box(0), |number, _| call(number))
}

fn calls(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1,000 calls");
    // SAFETY: here and below, the functions take any number below the largest.
    let by_hand = |number| unsafe { by_hand::plus_one(number) };
    group.bench_function("by hand", |bench| bench.iter(|| chain(by_hand)));
    // SAFETY: as above.
    let block = |number| unsafe { c::plus_one(number) };
    group.bench_function("block", |bench| bench.iter(|| chain(block)));
    // SAFETY: as above.
    let inline = |number| unsafe { c::plus_one_inline(number) };
    group.bench_function("inline function, through a stub", |bench| bench.iter(|| chain(inline)));
    // SAFETY: as above.
    let body = |number| unsafe { c::plus_one_body(number) };
    group.bench_function("C code in the block", |bench| bench.iter(|| chain(body)));
    group.finish();
}

criterion_group!(benches, calls);
criterion_main!(benches);
