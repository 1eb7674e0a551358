// libsodium 1.0.18.

#include <sodium.h>

// Sizes, which differ between versions.

#define crypto_auth_BYTES ...
#define crypto_auth_KEYBYTES ...
#define crypto_box_BEFORENMBYTES ...
#define crypto_box_BOXZEROBYTES ...
#define crypto_box_MACBYTES ...
#define crypto_box_MESSAGEBYTES_MAX ...
#define crypto_box_NONCEBYTES ...
#define crypto_box_PUBLICKEYBYTES ...
#define crypto_box_SEALBYTES ...
#define crypto_box_SECRETKEYBYTES ...
#define crypto_box_SEEDBYTES ...
#define crypto_box_ZEROBYTES ...
#define crypto_generichash_BYTES ...
#define crypto_generichash_BYTES_MAX ...
#define crypto_generichash_BYTES_MIN ...
#define crypto_generichash_KEYBYTES ...
#define crypto_generichash_KEYBYTES_MAX ...
#define crypto_generichash_KEYBYTES_MIN ...
#define crypto_hash_BYTES ...
#define crypto_kdf_BYTES_MAX ...
#define crypto_kdf_BYTES_MIN ...
#define crypto_kdf_CONTEXTBYTES ...
#define crypto_kdf_KEYBYTES ...
#define crypto_kx_PUBLICKEYBYTES ...
#define crypto_kx_SECRETKEYBYTES ...
#define crypto_kx_SEEDBYTES ...
#define crypto_kx_SESSIONKEYBYTES ...
#define crypto_onetimeauth_BYTES ...
#define crypto_onetimeauth_KEYBYTES ...
#define crypto_pwhash_ALG_DEFAULT ...
#define crypto_pwhash_BYTES_MAX ...
#define crypto_pwhash_BYTES_MIN ...
#define crypto_pwhash_MEMLIMIT_INTERACTIVE ...
#define crypto_pwhash_MEMLIMIT_MAX ...
#define crypto_pwhash_MEMLIMIT_MIN ...
#define crypto_pwhash_MEMLIMIT_MODERATE ...
#define crypto_pwhash_MEMLIMIT_SENSITIVE ...
#define crypto_pwhash_OPSLIMIT_INTERACTIVE ...
#define crypto_pwhash_OPSLIMIT_MAX ...
#define crypto_pwhash_OPSLIMIT_MIN ...
#define crypto_pwhash_OPSLIMIT_MODERATE ...
#define crypto_pwhash_OPSLIMIT_SENSITIVE ...
#define crypto_pwhash_PASSWD_MAX ...
#define crypto_pwhash_PASSWD_MIN ...
#define crypto_pwhash_SALTBYTES ...
#define crypto_pwhash_STRBYTES ...
#define crypto_pwhash_STRPREFIX ...
#define crypto_secretbox_BOXZEROBYTES ...
#define crypto_secretbox_KEYBYTES ...
#define crypto_secretbox_MACBYTES ...
#define crypto_secretbox_MESSAGEBYTES_MAX ...
#define crypto_secretbox_NONCEBYTES ...
#define crypto_secretbox_ZEROBYTES ...
#define crypto_shorthash_BYTES ...
#define crypto_shorthash_KEYBYTES ...
#define crypto_sign_BYTES ...
#define crypto_sign_MESSAGEBYTES_MAX ...
#define crypto_sign_PUBLICKEYBYTES ...
#define crypto_sign_SECRETKEYBYTES ...
#define crypto_sign_SEEDBYTES ...
#define crypto_stream_KEYBYTES ...
#define crypto_stream_MESSAGEBYTES_MAX ...
#define crypto_stream_NONCEBYTES ...

// Types.

typedef struct crypto_hash_sha512_state {
    uint64_t state[8];
    uint64_t count[2];
    uint8_t buf[128];
} crypto_hash_sha512_state;

typedef struct crypto_hash_sha256_state {
    uint32_t state[8];
    uint64_t count;
    uint8_t buf[64];
} crypto_hash_sha256_state;

typedef struct crypto_generichash_blake2b_state {
    unsigned char opaque[384];
    ...;
} crypto_generichash_state;

typedef struct crypto_onetimeauth_poly1305_state {
    unsigned char opaque[256];
    ...;
} crypto_onetimeauth_state;

typedef struct crypto_secretstream_xchacha20poly1305_state {
    unsigned char k[32];
    unsigned char nonce[12];
    unsigned char _pad[8];
} crypto_secretstream_xchacha20poly1305_state;

typedef struct crypto_sign_ed25519ph_state {
    crypto_hash_sha512_state hs;
} crypto_sign_state;

typedef struct randombytes_implementation {
    const char *(*implementation_name)(void);
    uint32_t (*random)(void);
    void (*stir)(void);
    uint32_t (*uniform)(const uint32_t);
    void (*buf)(void *const, const size_t);
    int (*close)(void);
} randombytes_implementation;

// The version.

const char *sodium_version_string(void);
int sodium_library_version_major(void);
int sodium_library_version_minor(void);
int sodium_library_minimal(void);

// Start-up.

int sodium_init(void);
int sodium_set_misuse_handler(void (*handler)(void));
void sodium_misuse(void);

// Random numbers.

size_t randombytes_seedbytes(void);
void randombytes_buf(void *const buf, const size_t size);
void randombytes_buf_deterministic(void *const buf, const size_t size, const unsigned char *seed);
uint32_t randombytes_random(void);
uint32_t randombytes_uniform(const uint32_t upper_bound);
void randombytes_stir(void);
int randombytes_close(void);
int randombytes_set_implementation(randombytes_implementation *impl);
const char *randombytes_implementation_name(void);

// Memory.

void sodium_memzero(void *const pnt, const size_t len);
void sodium_stackzero(const size_t len);
int sodium_memcmp(const void *const b1_, const void *const b2_, size_t len);
int sodium_compare(const unsigned char *b1_, const unsigned char *b2_, size_t len);
int sodium_is_zero(const unsigned char *n, const size_t nlen);
void sodium_increment(unsigned char *n, const size_t nlen);
void sodium_add(unsigned char *a, const unsigned char *b, const size_t len);
void sodium_sub(unsigned char *a, const unsigned char *b, const size_t len);
char *sodium_bin2hex(char *const hex, const size_t hex_maxlen, const unsigned char *const bin,
    const size_t bin_len);
int sodium_hex2bin(unsigned char *const bin, const size_t bin_maxlen, const char *const hex,
    const size_t hex_len, const char *const ignore, size_t *const bin_len, const char **const hex_end);
size_t sodium_base64_encoded_len(const size_t bin_len, const int variant);
char *sodium_bin2base64(char *const b64, const size_t b64_maxlen, const unsigned char *const bin,
    const size_t bin_len, const int variant);
int sodium_base642bin(unsigned char *const bin, const size_t bin_maxlen, const char *const b64,
    const size_t b64_len, const char *const ignore, size_t *const bin_len, const char **const b64_end,
    const int variant);
int sodium_mlock(void *const addr, const size_t len);
int sodium_munlock(void *const addr, const size_t len);
void *sodium_malloc(const size_t size);
void *sodium_allocarray(size_t count, size_t size);
void sodium_free(void *ptr);
int sodium_mprotect_noaccess(void *ptr);
int sodium_mprotect_readonly(void *ptr);
int sodium_mprotect_readwrite(void *ptr);
int sodium_pad(size_t *padded_buflen_p, unsigned char *buf, size_t unpadded_buflen, size_t blocksize,
    size_t max_buflen);
int sodium_unpad(size_t *unpadded_buflen_p, const unsigned char *buf, size_t padded_buflen, size_t blocksize);

// Aead chacha20poly1305.

size_t crypto_aead_chacha20poly1305_ietf_keybytes(void);
size_t crypto_aead_chacha20poly1305_ietf_nsecbytes(void);
size_t crypto_aead_chacha20poly1305_ietf_npubbytes(void);
size_t crypto_aead_chacha20poly1305_ietf_abytes(void);
size_t crypto_aead_chacha20poly1305_ietf_messagebytes_max(void);
int crypto_aead_chacha20poly1305_ietf_encrypt(unsigned char *c, unsigned long long *clen_p,
    const unsigned char *m, unsigned long long mlen, const unsigned char *ad, unsigned long long adlen,
    const unsigned char *nsec, const unsigned char *npub, const unsigned char *k);
int crypto_aead_chacha20poly1305_ietf_decrypt(unsigned char *m, unsigned long long *mlen_p,
    unsigned char *nsec, const unsigned char *c, unsigned long long clen, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *npub, const unsigned char *k);
int crypto_aead_chacha20poly1305_ietf_encrypt_detached(unsigned char *c, unsigned char *mac,
    unsigned long long *maclen_p, const unsigned char *m, unsigned long long mlen, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *nsec, const unsigned char *npub, const unsigned char *k);
int crypto_aead_chacha20poly1305_ietf_decrypt_detached(unsigned char *m, unsigned char *nsec,
    const unsigned char *c, unsigned long long clen, const unsigned char *mac, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *npub, const unsigned char *k);
void crypto_aead_chacha20poly1305_ietf_keygen(unsigned char *k);
size_t crypto_aead_chacha20poly1305_keybytes(void);
size_t crypto_aead_chacha20poly1305_nsecbytes(void);
size_t crypto_aead_chacha20poly1305_npubbytes(void);
size_t crypto_aead_chacha20poly1305_abytes(void);
size_t crypto_aead_chacha20poly1305_messagebytes_max(void);
int crypto_aead_chacha20poly1305_encrypt(unsigned char *c, unsigned long long *clen_p,
    const unsigned char *m, unsigned long long mlen, const unsigned char *ad, unsigned long long adlen,
    const unsigned char *nsec, const unsigned char *npub, const unsigned char *k);
int crypto_aead_chacha20poly1305_decrypt(unsigned char *m, unsigned long long *mlen_p, unsigned char *nsec,
    const unsigned char *c, unsigned long long clen, const unsigned char *ad, unsigned long long adlen,
    const unsigned char *npub, const unsigned char *k);
int crypto_aead_chacha20poly1305_encrypt_detached(unsigned char *c, unsigned char *mac,
    unsigned long long *maclen_p, const unsigned char *m, unsigned long long mlen, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *nsec, const unsigned char *npub, const unsigned char *k);
int crypto_aead_chacha20poly1305_decrypt_detached(unsigned char *m, unsigned char *nsec,
    const unsigned char *c, unsigned long long clen, const unsigned char *mac, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *npub, const unsigned char *k);
void crypto_aead_chacha20poly1305_keygen(unsigned char *k);

// Aead xchacha20poly1305.

size_t crypto_aead_xchacha20poly1305_ietf_keybytes(void);
size_t crypto_aead_xchacha20poly1305_ietf_nsecbytes(void);
size_t crypto_aead_xchacha20poly1305_ietf_npubbytes(void);
size_t crypto_aead_xchacha20poly1305_ietf_abytes(void);
size_t crypto_aead_xchacha20poly1305_ietf_messagebytes_max(void);
int crypto_aead_xchacha20poly1305_ietf_encrypt(unsigned char *c, unsigned long long *clen_p,
    const unsigned char *m, unsigned long long mlen, const unsigned char *ad, unsigned long long adlen,
    const unsigned char *nsec, const unsigned char *npub, const unsigned char *k);
int crypto_aead_xchacha20poly1305_ietf_decrypt(unsigned char *m, unsigned long long *mlen_p,
    unsigned char *nsec, const unsigned char *c, unsigned long long clen, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *npub, const unsigned char *k);
int crypto_aead_xchacha20poly1305_ietf_encrypt_detached(unsigned char *c, unsigned char *mac,
    unsigned long long *maclen_p, const unsigned char *m, unsigned long long mlen, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *nsec, const unsigned char *npub, const unsigned char *k);
int crypto_aead_xchacha20poly1305_ietf_decrypt_detached(unsigned char *m, unsigned char *nsec,
    const unsigned char *c, unsigned long long clen, const unsigned char *mac, const unsigned char *ad,
    unsigned long long adlen, const unsigned char *npub, const unsigned char *k);
void crypto_aead_xchacha20poly1305_ietf_keygen(unsigned char *k);

// Auth.

size_t crypto_auth_bytes(void);
size_t crypto_auth_keybytes(void);
const char *crypto_auth_primitive(void);
int crypto_auth(unsigned char *out, const unsigned char *in, unsigned long long inlen,
    const unsigned char *k);
int crypto_auth_verify(const unsigned char *h, const unsigned char *in, unsigned long long inlen,
    const unsigned char *k);
void crypto_auth_keygen(unsigned char *k);

// Box.

size_t crypto_box_seedbytes(void);
size_t crypto_box_publickeybytes(void);
size_t crypto_box_secretkeybytes(void);
size_t crypto_box_noncebytes(void);
size_t crypto_box_macbytes(void);
size_t crypto_box_messagebytes_max(void);
const char *crypto_box_primitive(void);
int crypto_box_seed_keypair(unsigned char *pk, unsigned char *sk, const unsigned char *seed);
int crypto_box_keypair(unsigned char *pk, unsigned char *sk);
int crypto_box_easy(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *n, const unsigned char *pk, const unsigned char *sk);
int crypto_box_open_easy(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *n, const unsigned char *pk, const unsigned char *sk);
int crypto_box_detached(unsigned char *c, unsigned char *mac, const unsigned char *m,
    unsigned long long mlen, const unsigned char *n, const unsigned char *pk, const unsigned char *sk);
int crypto_box_open_detached(unsigned char *m, const unsigned char *c, const unsigned char *mac,
    unsigned long long clen, const unsigned char *n, const unsigned char *pk, const unsigned char *sk);
size_t crypto_box_beforenmbytes(void);
int crypto_box_beforenm(unsigned char *k, const unsigned char *pk, const unsigned char *sk);
int crypto_box_easy_afternm(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *n, const unsigned char *k);
int crypto_box_open_easy_afternm(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *n, const unsigned char *k);
int crypto_box_detached_afternm(unsigned char *c, unsigned char *mac, const unsigned char *m,
    unsigned long long mlen, const unsigned char *n, const unsigned char *k);
int crypto_box_open_detached_afternm(unsigned char *m, const unsigned char *c, const unsigned char *mac,
    unsigned long long clen, const unsigned char *n, const unsigned char *k);
size_t crypto_box_sealbytes(void);
int crypto_box_seal(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *pk);
int crypto_box_seal_open(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *pk, const unsigned char *sk);
size_t crypto_box_zerobytes(void);
size_t crypto_box_boxzerobytes(void);
int crypto_box(unsigned char *c, const unsigned char *m, unsigned long long mlen, const unsigned char *n,
    const unsigned char *pk, const unsigned char *sk);
int crypto_box_open(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *n, const unsigned char *pk, const unsigned char *sk);
int crypto_box_afternm(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *n, const unsigned char *k);
int crypto_box_open_afternm(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *n, const unsigned char *k);

// Generichash.

size_t crypto_generichash_bytes_min(void);
size_t crypto_generichash_bytes_max(void);
size_t crypto_generichash_bytes(void);
size_t crypto_generichash_keybytes_min(void);
size_t crypto_generichash_keybytes_max(void);
size_t crypto_generichash_keybytes(void);
const char *crypto_generichash_primitive(void);
size_t crypto_generichash_statebytes(void);
int crypto_generichash(unsigned char *out, size_t outlen, const unsigned char *in, unsigned long long inlen,
    const unsigned char *key, size_t keylen);
int crypto_generichash_init(crypto_generichash_state *state, const unsigned char *key, const size_t keylen,
    const size_t outlen);
int crypto_generichash_update(crypto_generichash_state *state, const unsigned char *in,
    unsigned long long inlen);
int crypto_generichash_final(crypto_generichash_state *state, unsigned char *out, const size_t outlen);
void crypto_generichash_keygen(unsigned char *k);

// Hash sha256.

size_t crypto_hash_sha256_statebytes(void);
size_t crypto_hash_sha256_bytes(void);
int crypto_hash_sha256(unsigned char *out, const unsigned char *in, unsigned long long inlen);
int crypto_hash_sha256_init(crypto_hash_sha256_state *state);
int crypto_hash_sha256_update(crypto_hash_sha256_state *state, const unsigned char *in,
    unsigned long long inlen);
int crypto_hash_sha256_final(crypto_hash_sha256_state *state, unsigned char *out);

// Hash sha512.

size_t crypto_hash_sha512_statebytes(void);
size_t crypto_hash_sha512_bytes(void);
int crypto_hash_sha512(unsigned char *out, const unsigned char *in, unsigned long long inlen);
int crypto_hash_sha512_init(crypto_hash_sha512_state *state);
int crypto_hash_sha512_update(crypto_hash_sha512_state *state, const unsigned char *in,
    unsigned long long inlen);
int crypto_hash_sha512_final(crypto_hash_sha512_state *state, unsigned char *out);

// Kdf.

size_t crypto_kdf_bytes_min(void);
size_t crypto_kdf_bytes_max(void);
size_t crypto_kdf_contextbytes(void);
size_t crypto_kdf_keybytes(void);
const char *crypto_kdf_primitive(void);
int crypto_kdf_derive_from_key(unsigned char *subkey, size_t subkey_len, uint64_t subkey_id, const char *ctx,
    const unsigned char *key);
void crypto_kdf_keygen(unsigned char *k);

// Kx.

size_t crypto_kx_publickeybytes(void);
size_t crypto_kx_secretkeybytes(void);
size_t crypto_kx_seedbytes(void);
size_t crypto_kx_sessionkeybytes(void);
const char *crypto_kx_primitive(void);
int crypto_kx_seed_keypair(unsigned char *pk, unsigned char *sk, const unsigned char *seed);
int crypto_kx_keypair(unsigned char *pk, unsigned char *sk);
int crypto_kx_client_session_keys(unsigned char *rx, unsigned char *tx, const unsigned char *client_pk,
    const unsigned char *client_sk, const unsigned char *server_pk);
int crypto_kx_server_session_keys(unsigned char *rx, unsigned char *tx, const unsigned char *server_pk,
    const unsigned char *server_sk, const unsigned char *client_pk);

// Onetimeauth.

size_t crypto_onetimeauth_statebytes(void);
size_t crypto_onetimeauth_bytes(void);
size_t crypto_onetimeauth_keybytes(void);
const char *crypto_onetimeauth_primitive(void);
int crypto_onetimeauth(unsigned char *out, const unsigned char *in, unsigned long long inlen,
    const unsigned char *k);
int crypto_onetimeauth_verify(const unsigned char *h, const unsigned char *in, unsigned long long inlen,
    const unsigned char *k);
int crypto_onetimeauth_init(crypto_onetimeauth_state *state, const unsigned char *key);
int crypto_onetimeauth_update(crypto_onetimeauth_state *state, const unsigned char *in,
    unsigned long long inlen);
int crypto_onetimeauth_final(crypto_onetimeauth_state *state, unsigned char *out);
void crypto_onetimeauth_keygen(unsigned char *k);

// Pwhash.

int crypto_pwhash_alg_argon2i13(void);
int crypto_pwhash_alg_argon2id13(void);
int crypto_pwhash_alg_default(void);
size_t crypto_pwhash_bytes_min(void);
size_t crypto_pwhash_bytes_max(void);
size_t crypto_pwhash_passwd_min(void);
size_t crypto_pwhash_passwd_max(void);
size_t crypto_pwhash_saltbytes(void);
size_t crypto_pwhash_strbytes(void);
const char *crypto_pwhash_strprefix(void);
size_t crypto_pwhash_opslimit_min(void);
size_t crypto_pwhash_opslimit_max(void);
size_t crypto_pwhash_memlimit_min(void);
size_t crypto_pwhash_memlimit_max(void);
size_t crypto_pwhash_opslimit_interactive(void);
size_t crypto_pwhash_memlimit_interactive(void);
size_t crypto_pwhash_opslimit_moderate(void);
size_t crypto_pwhash_memlimit_moderate(void);
size_t crypto_pwhash_opslimit_sensitive(void);
size_t crypto_pwhash_memlimit_sensitive(void);
int crypto_pwhash(unsigned char *const out, unsigned long long outlen, const char *const passwd,
    unsigned long long passwdlen, const unsigned char *const salt, unsigned long long opslimit,
    size_t memlimit, int alg);
int crypto_pwhash_str(char *out, const char *const passwd, unsigned long long passwdlen,
    unsigned long long opslimit, size_t memlimit);
int crypto_pwhash_str_alg(char *out, const char *const passwd, unsigned long long passwdlen,
    unsigned long long opslimit, size_t memlimit, int alg);
int crypto_pwhash_str_verify(const char *str, const char *const passwd, unsigned long long passwdlen);
int crypto_pwhash_str_needs_rehash(const char *str, unsigned long long opslimit, size_t memlimit);
const char *crypto_pwhash_primitive(void);

// Scalarmult.

size_t crypto_scalarmult_bytes(void);
size_t crypto_scalarmult_scalarbytes(void);
const char *crypto_scalarmult_primitive(void);
int crypto_scalarmult_base(unsigned char *q, const unsigned char *n);
int crypto_scalarmult(unsigned char *q, const unsigned char *n, const unsigned char *p);

// Secretbox.

size_t crypto_secretbox_keybytes(void);
size_t crypto_secretbox_noncebytes(void);
size_t crypto_secretbox_macbytes(void);
const char *crypto_secretbox_primitive(void);
size_t crypto_secretbox_messagebytes_max(void);
int crypto_secretbox_easy(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *n, const unsigned char *k);
int crypto_secretbox_open_easy(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *n, const unsigned char *k);
int crypto_secretbox_detached(unsigned char *c, unsigned char *mac, const unsigned char *m,
    unsigned long long mlen, const unsigned char *n, const unsigned char *k);
int crypto_secretbox_open_detached(unsigned char *m, const unsigned char *c, const unsigned char *mac,
    unsigned long long clen, const unsigned char *n, const unsigned char *k);
void crypto_secretbox_keygen(unsigned char *k);
size_t crypto_secretbox_zerobytes(void);
size_t crypto_secretbox_boxzerobytes(void);
int crypto_secretbox(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *n, const unsigned char *k);
int crypto_secretbox_open(unsigned char *m, const unsigned char *c, unsigned long long clen,
    const unsigned char *n, const unsigned char *k);

// Secretstream xchacha20poly1305.

size_t crypto_secretstream_xchacha20poly1305_abytes(void);
size_t crypto_secretstream_xchacha20poly1305_headerbytes(void);
size_t crypto_secretstream_xchacha20poly1305_keybytes(void);
size_t crypto_secretstream_xchacha20poly1305_messagebytes_max(void);
unsigned char crypto_secretstream_xchacha20poly1305_tag_message(void);
unsigned char crypto_secretstream_xchacha20poly1305_tag_push(void);
unsigned char crypto_secretstream_xchacha20poly1305_tag_rekey(void);
unsigned char crypto_secretstream_xchacha20poly1305_tag_final(void);
size_t crypto_secretstream_xchacha20poly1305_statebytes(void);
void crypto_secretstream_xchacha20poly1305_keygen(unsigned char *k);
int crypto_secretstream_xchacha20poly1305_init_push(crypto_secretstream_xchacha20poly1305_state *state,
    unsigned char *header, const unsigned char *k);
int crypto_secretstream_xchacha20poly1305_push(crypto_secretstream_xchacha20poly1305_state *state,
    unsigned char *c, unsigned long long *clen_p, const unsigned char *m, unsigned long long mlen,
    const unsigned char *ad, unsigned long long adlen, unsigned char tag);
int crypto_secretstream_xchacha20poly1305_init_pull(crypto_secretstream_xchacha20poly1305_state *state,
    const unsigned char *header, const unsigned char *k);
int crypto_secretstream_xchacha20poly1305_pull(crypto_secretstream_xchacha20poly1305_state *state,
    unsigned char *m, unsigned long long *mlen_p, unsigned char *tag_p, const unsigned char *c,
    unsigned long long clen, const unsigned char *ad, unsigned long long adlen);
void crypto_secretstream_xchacha20poly1305_rekey(crypto_secretstream_xchacha20poly1305_state *state);

// Shorthash.

size_t crypto_shorthash_bytes(void);
size_t crypto_shorthash_keybytes(void);
const char *crypto_shorthash_primitive(void);
int crypto_shorthash(unsigned char *out, const unsigned char *in, unsigned long long inlen,
    const unsigned char *k);
void crypto_shorthash_keygen(unsigned char *k);

// Sign.

size_t crypto_sign_statebytes(void);
size_t crypto_sign_bytes(void);
size_t crypto_sign_seedbytes(void);
size_t crypto_sign_publickeybytes(void);
size_t crypto_sign_secretkeybytes(void);
size_t crypto_sign_messagebytes_max(void);
const char *crypto_sign_primitive(void);
int crypto_sign_seed_keypair(unsigned char *pk, unsigned char *sk, const unsigned char *seed);
int crypto_sign_keypair(unsigned char *pk, unsigned char *sk);
int crypto_sign(unsigned char *sm, unsigned long long *smlen_p, const unsigned char *m,
    unsigned long long mlen, const unsigned char *sk);
int crypto_sign_open(unsigned char *m, unsigned long long *mlen_p, const unsigned char *sm,
    unsigned long long smlen, const unsigned char *pk);
int crypto_sign_detached(unsigned char *sig, unsigned long long *siglen_p, const unsigned char *m,
    unsigned long long mlen, const unsigned char *sk);
int crypto_sign_verify_detached(const unsigned char *sig, const unsigned char *m, unsigned long long mlen,
    const unsigned char *pk);
int crypto_sign_init(crypto_sign_state *state);
int crypto_sign_update(crypto_sign_state *state, const unsigned char *m, unsigned long long mlen);
int crypto_sign_final_create(crypto_sign_state *state, unsigned char *sig, unsigned long long *siglen_p,
    const unsigned char *sk);
int crypto_sign_final_verify(crypto_sign_state *state, const unsigned char *sig, const unsigned char *pk);

// Stream.

size_t crypto_stream_keybytes(void);
size_t crypto_stream_noncebytes(void);
size_t crypto_stream_messagebytes_max(void);
const char *crypto_stream_primitive(void);
int crypto_stream(unsigned char *c, unsigned long long clen, const unsigned char *n, const unsigned char *k);
int crypto_stream_xor(unsigned char *c, const unsigned char *m, unsigned long long mlen,
    const unsigned char *n, const unsigned char *k);
void crypto_stream_keygen(unsigned char *k);

// Core ristretto255.

size_t crypto_core_ristretto255_bytes(void);
size_t crypto_core_ristretto255_hashbytes(void);
size_t crypto_core_ristretto255_scalarbytes(void);
size_t crypto_core_ristretto255_nonreducedscalarbytes(void);
int crypto_core_ristretto255_is_valid_point(const unsigned char *p);
int crypto_core_ristretto255_add(unsigned char *r, const unsigned char *p, const unsigned char *q);
int crypto_core_ristretto255_sub(unsigned char *r, const unsigned char *p, const unsigned char *q);
int crypto_core_ristretto255_from_hash(unsigned char *p, const unsigned char *r);
void crypto_core_ristretto255_random(unsigned char *p);
void crypto_core_ristretto255_scalar_random(unsigned char *r);
int crypto_core_ristretto255_scalar_invert(unsigned char *recip, const unsigned char *s);
void crypto_core_ristretto255_scalar_negate(unsigned char *neg, const unsigned char *s);
void crypto_core_ristretto255_scalar_complement(unsigned char *comp, const unsigned char *s);
void crypto_core_ristretto255_scalar_add(unsigned char *z, const unsigned char *x, const unsigned char *y);
void crypto_core_ristretto255_scalar_sub(unsigned char *z, const unsigned char *x, const unsigned char *y);
void crypto_core_ristretto255_scalar_mul(unsigned char *z, const unsigned char *x, const unsigned char *y);
void crypto_core_ristretto255_scalar_reduce(unsigned char *r, const unsigned char *s);
