//! A library that may be missing: the program runs with zlib or without it, and says which.
//!
//! `cargo run --bin loaded` looks for the library while it runs, and needs nothing of zlib to be built.
//! `cargo run --bin loaded --features linked` links it: the block and its uses are the same.

use std::io::Write;

mod z {
    cffi_rt::cdef! {
        #![cfg_attr(feature = "linked", link("z"))]
        #![cfg_attr(not(feature = "linked"), dlopen("libz.so.1"))]
        #![cfg_attr(all(target_vendor = "apple", not(feature = "linked")), dlopen("libz.1.dylib"))]
        #![cfg_attr(all(windows, not(feature = "linked")), dlopen("zlib1.dll"))]

        const char *zlibVersion(void);
        unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned len);
    }
}

/// What zlib computes, a bit at a time.
fn crc32_without_zlib(text: &[u8]) -> u32 {
    !text.iter().fold(!0, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| (crc >> 1) ^ (0xedb8_8320 & (crc & 1).wrapping_neg()))
    })
}

#[cfg(feature = "linked")]
fn find_zlib() -> Result<(), std::convert::Infallible> {
    Ok(())
}

#[cfg(not(feature = "linked"))]
fn find_zlib() -> Result<(), cffi_rt::LoadError> {
    z::load()
}

fn say(line: &str) {
    writeln!(std::io::stdout(), "{line}").expect("somebody listens");
}

fn main() {
    let text = b"123456789";
    let crc = match find_zlib() {
        Ok(()) => {
            // SAFETY: the function takes nothing, and its text is static.
            let version = unsafe { std::ffi::CStr::from_ptr(z::zlibVersion()) };
            say(&format!("with zlib {}", version.to_string_lossy()));
            // SAFETY: the pointer and the length are those of the text.
            unsafe { z::crc32(0, text.as_ptr(), 9) }.try_into().expect("a checksum has 32 bits")
        }
        Err(error) => {
            say(&format!("without zlib: {error}"));
            crc32_without_zlib(text)
        }
    };
    assert_eq!(crc, 0xcbf4_3926);
}
