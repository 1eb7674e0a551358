//! Long texts over real headers, each declaration checked: OpenSSL, SDL and libsodium.

use core::ffi::{CStr, c_int, c_uint};

mod sodium {
    cffi_rt::cdef! {
        #![link("sodium")]
        #![declarations("texts/sodium.h")]
    }
}

mod sdl {
    cffi_rt::cdef! {
        #![link("SDL2")]
        #![declarations("texts/sdl2.h")]
    }
}

mod openssl {
    cffi_rt::cdef! {
        #![link("crypto")]
        #![declarations("texts/openssl.h")]
    }
}

#[test]
fn libsodium_hashes() {
    let mut hash = [0; 32];
    // SAFETY: the lengths are those of the arrays.
    unsafe {
        assert!(sodium::sodium_init() >= 0);
        assert_eq!(sodium::crypto_box_publickeybytes(), sodium::crypto_box_PUBLICKEYBYTES as usize);
        assert_eq!(sodium::crypto_hash_sha256(hash.as_mut_ptr(), b"abc".as_ptr(), 3), 0);
    }
    assert_eq!(hash[..4], [0xba, 0x78, 0x16, 0xbf]);
}

#[test]
fn sdl_intersects_rectangles() {
    let a = sdl::SDL_Rect { x: 0, y: 0, w: 10, h: 10 };
    let b = sdl::SDL_Rect { x: 5, y: 6, w: 10, h: 10 };
    let mut both = sdl::SDL_Rect { x: 0, y: 0, w: 0, h: 0 };
    // SAFETY: the pointers are valid.
    unsafe {
        assert_eq!(sdl::SDL_IntersectRect(&a, &b, &mut both), sdl::SDL_TRUE);
        assert_eq!(sdl::SDL_Init(sdl::SDL_INIT_TIMER), 0);
        sdl::SDL_Quit();
    }
    assert_eq!((both.x, both.y, both.w, both.h), (5, 6, 5, 4));
}

#[test]
fn openssl_digests_and_names() {
    let mut digest = [0_u8; openssl::EVP_MAX_MD_SIZE as usize];
    let mut length: c_uint = 0;
    // SAFETY: the digest is the longest that there is, and the texts end in zeroes.
    unsafe {
        let context = openssl::EVP_MD_CTX_new();
        let done: c_int = openssl::EVP_DigestInit(context, openssl::EVP_sha256());
        assert_eq!(done, 1);
        openssl::EVP_DigestUpdate(context, b"abc".as_ptr().cast(), 3);
        openssl::EVP_DigestFinal(context, digest.as_mut_ptr(), &mut length);
        openssl::EVP_MD_CTX_free(context);
        let text = openssl::X509_verify_cert_error_string(openssl::X509_V_ERR_CERT_HAS_EXPIRED.into());
        assert_eq!(CStr::from_ptr(text), c"certificate has expired");
    }
    assert_eq!((length, digest[..4].to_vec()), (32, vec![0xba, 0x78, 0x16, 0xbf]));
}
