//! What a safe function costs beside the raw one: zlib's checksum of 16 bytes, and of few more, side by side.

use std::ffi::{c_uint, c_ulong};
use std::hint::black_box;

use criterion::{BenchmarkId, Criterion, criterion_group, criterion_main};

mod c {
    cffi_rt::cdef! {
        #![link("z")]
        #include <zlib.h>

        unsafe extern "C" {
            uLong crc32(uLong crc, const Bytef *__counted_by(len) buf, uInt len);
        }
    }
}

mod by_hand {
    use std::ffi::{c_uint, c_ulong};

    unsafe extern "C" {
        pub(crate) fn crc32(crc: c_ulong, buf: *const u8, len: c_uint) -> c_ulong;
    }
}

/// A chain of calls, each of which waits for the one before.
fn chain(text: &[u8], call: impl Fn(c_ulong, &[u8]) -> c_ulong) -> c_ulong {
    (0..1_000).fold(0, |crc, _| call(crc, black_box(text)))
}

fn raw(crc: c_ulong, text: &[u8]) -> c_ulong {
    // A cast, as calls without a check are written.
    #[expect(clippy::cast_possible_truncation, reason = "the texts are short")]
    let length = text.len() as c_uint;
    // SAFETY: the pointer comes with its length.
    unsafe { by_hand::crc32(crc, text.as_ptr(), length) }
}

fn safe(criterion: &mut Criterion) {
    let mut group = criterion.benchmark_group("1,000 checksums");
    for length in [16, 64, 1_024] {
        let text = vec![7; length];
        group.bench_with_input(BenchmarkId::new("by hand", length), &text, |bench, text| {
            bench.iter(|| chain(text, raw));
        });
        group.bench_with_input(BenchmarkId::new("safe", length), &text, |bench, text| {
            bench.iter(|| chain(text, c::crc32));
        });
    }
    group.finish();
}

criterion_group!(benches, safe);
criterion_main!(benches);
