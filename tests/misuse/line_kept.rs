//! A line is kept while C writes the next one to the same memory, which may move.

use library::c;

pub fn misuse() -> usize {
    let mut text = cffi_rt::GrowBuf::new();
    c::line(&mut text);
    let first = &text[..];
    c::line(&mut text); //- //~ E0502
    first.len()
}
