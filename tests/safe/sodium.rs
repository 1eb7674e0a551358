//! libsodium: capacities that C computes, arrays whose lengths are macros.

mod c {
    cffi_rt::cdef! {
        #![pkg_config("libsodium")]
        #include <sodium.h>

        #define crypto_secretbox_MACBYTES ...

        unsafe extern "C" {
            typedef _Return_type_success_(return == 0) int sodium_rc;
            sodium_rc sodium_init(void) cdef_provides(sodium);
            sodium_rc crypto_secretbox_easy(
                _Out_ unsigned char *__counted_by(mlen + crypto_secretbox_MACBYTES) c,
                const unsigned char *__counted_by(mlen) m,
                _In_range_(0, crypto_secretbox_MESSAGEBYTES_MAX) unsigned long long mlen,
                const unsigned char n[crypto_secretbox_NONCEBYTES],
                const unsigned char k[crypto_secretbox_KEYBYTES]) cdef_requires(sodium);
            sodium_rc crypto_secretbox_open_easy(
                _Out_ unsigned char *__counted_by(clen - crypto_secretbox_MACBYTES) m,
                const unsigned char *__counted_by(clen) c,
                _In_range_(crypto_secretbox_MACBYTES, crypto_secretbox_MESSAGEBYTES_MAX) unsigned long long clen,
                const unsigned char n[crypto_secretbox_NONCEBYTES],
                const unsigned char k[crypto_secretbox_KEYBYTES]) cdef_requires(sodium);
            char *__null_terminated _Nonnull sodium_bin2hex(
                _Out_writes_z_(hex_maxlen) char *hex __lifetimebound, size_t hex_maxlen,
                const unsigned char *__counted_by(bin_len) bin, size_t bin_len)
                _Pre_satisfies_(bin_len < SIZE_MAX / 2 && hex_maxlen > bin_len * 2);
            void randombytes_buf(_Out_ void *__sized_by(size) buf, size_t size) cdef_requires(sodium);
        }
    }
}

#[test]
fn c_knows_the_room_that_it_needs() {
    let (nonce, key) = ([1; 24], [2; 32]);
    let mut sealed = [0; 21];
    assert_eq!(c::crypto_secretbox_easy(&mut sealed, b"hello", &nonce, &key), Ok(21));
    let mut opened = [0; 5];
    assert_eq!(c::crypto_secretbox_open_easy(&mut opened, &sealed, &nonce, &key), Ok(5));
    assert_eq!(&opened, b"hello");
    sealed[0] ^= 1;
    assert!(c::crypto_secretbox_open_easy(&mut opened, &sealed, &nonce, &key).is_err());
    // A larger buffer is filled as far as C was told.
    let mut large = [9; 30];
    assert_eq!(c::crypto_secretbox_easy(&mut large, b"hello", &nonce, &key), Ok(21));
    assert_eq!(large[21..], [9; 9]);
    assert_eq!(c::crypto_secretbox_easy(&mut sealed[..16], b"", &nonce, &key), Ok(16));
}

#[test]
fn too_small_a_buffer_panics() {
    let message = crate::panic_of(|| c::crypto_secretbox_easy(&mut [0; 20], b"hello", &[0; 24], &[0; 32]));
    assert!(message.contains("`crypto_secretbox_easy`") && message.contains("holds 20, needs 21"), "{message}");
    let message = crate::panic_of(|| c::crypto_secretbox_open_easy(&mut [0; 20], b"short", &[0; 24], &[0; 32]));
    assert!(message.contains("`clen` is 5"), "{message}");
}

#[test]
fn a_precondition_panics_where_c_would_abort() {
    let mut room = [0; 9];
    assert_eq!(c::sodium_bin2hex(&mut room, b"\x01\xab\xff"), c"01abff");
    assert_eq!(c::sodium_bin2hex(&mut [0_u8; 1], b""), c"");
    let message = crate::panic_of(|| c::sodium_bin2hex(&mut [0_u8; 6], b"\x01\xab\xff").to_owned());
    assert!(message.contains("hex_maxlen > bin_len * 2"), "{message}");
}

#[test]
fn bytes_fill_what_there_is() {
    let mut bytes = Vec::new();
    assert_eq!(c::randombytes_buf(cffi_rt::spare(&mut bytes, 32)), 32);
    assert_ne!(bytes, [0; 32]);
    assert_eq!(c::randombytes_buf(&mut [0_u8; 0]), 0);
}
