#![preamble("struct __attribute__((packed)) entry { char tag; int length; double value; }; struct point { char tag; int __attribute__((packed)) x; short y; } __attribute__((aligned(8)));")]
/// All fields close together.
struct __attribute__((packed)) entry { char tag; int length; double value; };

/// One field close to the last, and the whole aligned: the field is read and written by value.
struct point { char tag; int __attribute__((packed)) x; short y; } __attribute__((aligned(8)));
