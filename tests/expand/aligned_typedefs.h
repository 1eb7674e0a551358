#![preamble("typedef int wide __attribute__((aligned(16))); typedef long long near __attribute__((aligned(2))); struct far { char tag; wide number; }; struct close { char tag; near number; }; typedef int word __attribute__((mode(DI))); enum __attribute__((packed)) level { LOW, HIGH = 200 };")]
/// Rust's type is aligned as an `int` is.
typedef int wide __attribute__((aligned(16)));
typedef long long near __attribute__((aligned(2)));

/// The field stands where C aligns it.
struct far { char tag; wide number; };
struct close { char tag; near number; };

typedef int word __attribute__((mode(DI)));
enum __attribute__((packed)) level { LOW, HIGH = 200 };
