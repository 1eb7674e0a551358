//! What a call costs: from the block, from a hand-written `extern "C"` block, through a stub, and where the library is
//! loaded.

use std::env;
use std::ffi::c_int;
use std::hint::black_box;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

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

/// The library is loaded while the program runs.
mod loaded {
    cffi_rt::cdef! {
        #![dlopen("libcalls.so")]
        int plus_one(int number);
        unsafe extern "C" { int plus_one_again(int number); }
    }
}

/// The same with a table that is a value.
mod table {
    cffi_rt::cdef! {
        #![dlopen(struct Calls)]
        int plus_one(int number);
    }
}

/// What one would write without a block.
static SYMBOL: OnceLock<libloading::Symbol<'static, unsafe extern "C" fn(c_int) -> c_int>> = OnceLock::new();

fn library() -> PathBuf {
    let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join("libcalls.so");
    let compiler = env::var("CC").unwrap_or_else(|_| "cc".to_owned());
    let mut command = Command::new(compiler);
    command.args(["-O2", "-shared", "-fPIC", "csrc/calls.c", "-o"]).arg(&path).current_dir(env!("CARGO_MANIFEST_DIR"));
    assert!(command.status().expect("there is a C compiler").success());
    path
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

fn loaded_calls(criterion: &mut Criterion) {
    let path = library();
    // SAFETY: the library is ours, has no initialisers, and declares the functions so.
    unsafe { loaded::load_from(&path) }.expect("the library was just made");
    // SAFETY: as above.
    let table = unsafe { table::Calls::load_from(&path) }.expect("the library was just made");
    // SAFETY: as above.
    let library = Box::leak(Box::new(unsafe { libloading::Library::new(&path) }.expect("the library was just made")));
    SYMBOL.get_or_init(|| {
        // SAFETY: it is the type of the function.
        unsafe { library.get(b"plus_one\0") }.expect("the library has it")
    });
    let mut group = criterion.benchmark_group("1,000 calls of a loaded library");
    // SAFETY: here and below, the functions take any number below the largest.
    let direct = |number| unsafe { by_hand::plus_one(number) };
    group.bench_function("a direct call, for comparison", |bench| bench.iter(|| chain(direct)));
    // SAFETY: as above.
    let block = |number| unsafe { loaded::plus_one(number) };
    group.bench_function("block", |bench| bench.iter(|| chain(block)));
    group.bench_function("safe function of the block", |bench| bench.iter(|| chain(loaded::plus_one_again)));
    // SAFETY: as above.
    let method = |number| unsafe { black_box(table).plus_one(number) };
    group.bench_function("table that is a value", |bench| bench.iter(|| chain(method)));
    // SAFETY: as above.
    let symbol = |number| unsafe { SYMBOL.get().map_or(0, |symbol| symbol(number)) };
    group.bench_function("`libloading::Symbol` in a static", |bench| bench.iter(|| chain(symbol)));
    group.finish();
}

criterion_group!(benches, calls, loaded_calls);
criterion_main!(benches);
