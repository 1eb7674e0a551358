//! OpenSSL: capacities that only the library knows, objects with several owners.

mod c {
    cffi_rt::cdef! {
        #![pkg_config("libcrypto")]
        #include <openssl/err.h>
        #include <openssl/evp.h>

        unsafe extern "C" {
            typedef _Return_type_success_(return == 1) int ossl_rc cdef_error(ERR_get_error());
            struct evp_md_st cdef_sync;
            struct evp_cipher_st cdef_sync;
            struct evp_md_ctx_st cdef_destroy(EVP_MD_CTX_free) cdef_send;
            struct evp_md_st cdef_sync cdef_send;
            struct evp_cipher_ctx_st cdef_destroy(EVP_CIPHER_CTX_free) cdef_send;
            struct evp_pkey_st cdef_destroy(EVP_PKEY_free) cdef_retain(EVP_PKEY_up_ref) cdef_send cdef_sync;

            EVP_MD_CTX *cdef_owned _Nullable EVP_MD_CTX_new(void) cdef_error(ERR_get_error());
            const EVP_MD *cdef_static _Nullable EVP_get_digestbyname(const char *__null_terminated name);
            ossl_rc EVP_DigestInit_ex(EVP_MD_CTX *ctx, const EVP_MD *_Nullable type, ENGINE *impl);
            static ossl_rc digest_init(EVP_MD_CTX *ctx, const EVP_MD *type);
            ossl_rc EVP_DigestUpdate(EVP_MD_CTX *ctx, const void *__sized_by(cnt) d, size_t cnt);
            ossl_rc EVP_DigestFinal_ex(EVP_MD_CTX *ctx,
                _Out_writes_to_(EVP_MD_get_size(EVP_MD_CTX_get0_md(ctx)), *s) unsigned char *md,
                _Out_ unsigned int *s);
            EVP_CIPHER_CTX *cdef_owned _Nullable EVP_CIPHER_CTX_new(void) cdef_error(ERR_get_error());
            const EVP_CIPHER *cdef_static _Nonnull EVP_aes_128_cbc(void);
            static ossl_rc encrypt_init(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher,
                const unsigned char key[16], const unsigned char iv[16]);
            ossl_rc EVP_EncryptUpdate(EVP_CIPHER_CTX *ctx,
                _Out_writes_to_(inl + EVP_CIPHER_CTX_get_block_size(ctx), *outl) unsigned char *out,
                _Out_ int *outl, const unsigned char *__counted_by(inl) in, int inl)
                _Pre_satisfies_(EVP_CIPHER_CTX_get0_cipher(ctx) != NULL);
            EVP_PKEY *cdef_owned _Nullable EVP_PKEY_new(void);
            int EVP_PKEY_get_bits(const EVP_PKEY *pkey);
        }

        static ossl_rc digest_init(EVP_MD_CTX *ctx, const EVP_MD *type) { return EVP_DigestInit_ex(ctx, type, NULL); }
        static ossl_rc encrypt_init(EVP_CIPHER_CTX *ctx, const EVP_CIPHER *cipher,
                                    const unsigned char key[16], const unsigned char iv[16]) {
            return EVP_EncryptInit_ex(ctx, cipher, NULL, key, iv);
        }
    }
}

#[test]
fn the_library_knows_how_long_a_digest_is() {
    let sha256 = c::EVP_get_digestbyname(c"sha256").expect("it is built in");
    assert!(c::EVP_get_digestbyname(c"none").is_none());
    let mut context = c::EVP_MD_CTX_new().expect("there is memory");
    c::digest_init(&mut context, sha256).expect("it is a digest");
    c::EVP_DigestUpdate(&mut context, b"").expect("it has begun");
    c::EVP_DigestUpdate(&mut context, b"abc").expect("it has begun");
    let mut digest = [0; 32];
    assert_eq!(c::EVP_DigestFinal_ex(&mut context, &mut digest), Ok(32));
    assert_eq!(digest[..4], [0xba, 0x78, 0x16, 0xbf]);
    c::digest_init(&mut context, sha256).expect("it is a digest");
    let message = crate::panic_of(std::panic::AssertUnwindSafe(|| c::EVP_DigestFinal_ex(&mut context, &mut [0; 16])));
    assert!(message.contains("holds 16, needs 32"), "{message}");
}

#[test]
fn what_c_asks_for_before_the_call_may_be_refused() {
    let mut context = c::EVP_MD_CTX_new().expect("there is memory");
    let error = c::EVP_DigestUpdate(&mut context, b"abc").expect_err("no digest was set");
    assert!(error.to_string().starts_with("ossl_rc(0)"), "{error}");
    // C would read null.
    let message = crate::panic_of(std::panic::AssertUnwindSafe(|| c::EVP_DigestFinal_ex(&mut context, &mut [0; 16])));
    assert!(message.contains("-1"), "{message}");
}

#[test]
fn a_cipher_needs_a_block_more() {
    let mut context = c::EVP_CIPHER_CTX_new().expect("there is memory");
    c::encrypt_init(&mut context, c::EVP_aes_128_cbc(), &[1; 16], &[2; 16]).expect("the key is one");
    let mut out = [0; 33];
    assert_eq!(c::EVP_EncryptUpdate(&mut context, &mut out, &[0; 15]), Ok(0));
    assert_eq!(c::EVP_EncryptUpdate(&mut context, &mut out, &[0; 17]), Ok(32));
    let message =
        crate::panic_of(std::panic::AssertUnwindSafe(|| c::EVP_EncryptUpdate(&mut context, &mut [0; 32], &[0; 17])));
    assert!(message.contains("holds 32, needs 33"), "{message}");
    assert_eq!(c::EVP_EncryptUpdate(&mut context, &mut [0; 16], b""), Ok(0));
    // C would read null.
    let mut none = c::EVP_CIPHER_CTX_new().expect("there is memory");
    let message =
        crate::panic_of(std::panic::AssertUnwindSafe(|| c::EVP_EncryptUpdate(&mut none, &mut [0; 33], &[0; 17])));
    assert!(message.contains("EVP_CIPHER_CTX_get0_cipher(ctx) != NULL"), "{message}");
}

#[test]
fn a_key_may_have_several_owners() {
    let key: cffi_rt::Shared<c::evp_pkey_st> = c::EVP_PKEY_new().expect("there is memory");
    let other = key.clone();
    drop(key);
    let bits = std::thread::spawn(move || c::EVP_PKEY_get_bits(&other)).join().expect("it does not panic");
    assert_eq!(bits, 0);
}

mod pem {
    cffi_rt::cdef! {
        #![pkg_config("libcrypto")]
        #include <openssl/evp.h>
        #include <openssl/pem.h>

        unsafe extern "C" {
            static int unlock(int (*password)(_Out_writes_to_(size, return) char *buf, int size, int writes, void *u)
                                  cdef_closure(u) cdef_scope(call) cdef_on_panic(-1),
                              void *u) cdef_safe;
        }

        /* A key that is locked with a password of eight letters, and whether the callback's unlocks it. */
        static int unlock(int (*password)(char *buf, int size, int writes, void *u), void *u) {
            static const unsigned char bytes[32] = { 1 };
            EVP_PKEY *key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, NULL, bytes, sizeof bytes);
            BIO *bio = BIO_new(BIO_s_mem());
            int written = PEM_write_bio_PKCS8PrivateKey(bio, key, EVP_aes_128_cbc(), (char *)"sesame!!", 8, NULL, NULL);
            EVP_PKEY *again = written ? PEM_read_bio_PrivateKey(bio, NULL, password, u) : NULL;
            int opened = again && EVP_PKEY_eq(key, again) == 1;
            EVP_PKEY_free(again);
            EVP_PKEY_free(key);
            BIO_free(bio);
            return written ? opened : -1;
        }
    }
}

#[test]
fn a_closure_writes_a_password() {
    let tell = |word: &'static [u8]| {
        move |buf: &mut [u8], writes: i32| {
            assert_eq!(writes, 0);
            buf[..word.len()].copy_from_slice(word);
            word.len() as i32
        }
    };
    assert_eq!((pem::unlock(tell(b"sesame!!")), pem::unlock(tell(b"pumpkin!"))), (1, 0));
    assert_eq!((pem::unlock(tell(b"")), pem::unlock(|_, _| -1)), (0, 0));
    let message = crate::panic_of(|| pem::unlock(|buf, _| buf.len() as i32 + 1));
    assert!(message.contains("`unlock`: its closure says that it wrote 1025 elements"), "{message}");
}
