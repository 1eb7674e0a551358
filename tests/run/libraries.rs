//! Real libraries: zlib, SQLite, libsodium and OpenSSL.

use core::ffi::{CStr, c_char, c_int, c_void};

mod zlib {
    cffi_rt::cdef! {
        #![link("z")]
        #![cfg_attr(feature = "loaded", dlopen("libz.so.1"))]
        #include <zlib.h>

        #define ZLIB_VERSION ...
        #define Z_OK 0
        #define Z_FINISH ...
        #define Z_STREAM_END ...
        #define Z_BEST_SPEED ...
        #define Z_DEFAULT_COMPRESSION ...

        typedef int... uInt;
        typedef int... uLong;
        typedef unsigned char Bytef;
        typedef struct z_stream_s {
            Bytef *next_in;
            uInt avail_in;
            Bytef *next_out;
            uInt avail_out;
            uLong total_out;
            char *msg;
            ...;
        } z_stream;
        typedef z_stream *z_streamp;

        const char *zlibVersion(void);
        unsigned long crc32(unsigned long crc, const unsigned char *buf, unsigned len);
        uLong compressBound(uLong length);
        int compress2(Bytef *to, uLong *to_length, const Bytef *from, uLong length, int level);
        int uncompress(Bytef *to, uLong *to_length, const Bytef *from, uLong length);
        int deflateInit(z_streamp stream, int level);
        int deflate(z_streamp stream, int flush);
        int deflateEnd(z_streamp stream);
    }
}

mod zlib_by_pkg_config {
    cffi_rt::cdef! {
        #![pkg_config("zlib >= 1.2")]
        #include <zlib.h>
        const char *zlibVersion(void);
        gzFile gzopen(const char *path, const char *mode);
    }
}

mod sqlite {
    cffi_rt::cdef! {
        #![pkg_config("sqlite3")]
        #![prefix(sqlite3_, SQLITE_)]
        #include <sqlite3.h>

        typedef struct sqlite3 sqlite3;
        typedef ... sqlite3_stmt;
        #define SQLITE_OK 0
        #define SQLITE_ROW ...
        #define SQLITE_DONE ...
        #define SQLITE_VERSION ...
        static void (*const SQLITE_TRANSIENT)(void *);

        int sqlite3_open(const char *name, sqlite3 **db);
        int sqlite3_close(sqlite3 *db);
        int sqlite3_exec(sqlite3 *db, const char *sql,
                         int (*callback)(void *, int, char **, char **), void *context, char **error);
        int sqlite3_prepare_v2(sqlite3 *db, const char *sql, int bytes, sqlite3_stmt **statement, const char **tail);
        int sqlite3_bind_text(sqlite3_stmt *statement, int index, const char *text, int bytes, void (*free)(void *));
        int sqlite3_step(sqlite3_stmt *statement);
        const unsigned char *sqlite3_column_text(sqlite3_stmt *statement, int column);
        int sqlite3_finalize(sqlite3_stmt *statement);
        const char *sqlite3_libversion(void);
    }
}

mod sodium {
    cffi_rt::cdef! {
        #![pkg_config("libsodium >= 1.0")]
        #include <sodium.h>

        #define crypto_generichash_BYTES ...
        #define SODIUM_VERSION_STRING ...
        int sodium_init(void);
        int crypto_generichash(unsigned char *out, size_t out_length, const unsigned char *in,
                               unsigned long long in_length, const unsigned char *key, size_t key_length);
        int sodium_memcmp(const void *a, const void *b, size_t length);
    }
}

mod openssl {
    cffi_rt::cdef! {
        #![pkg_config("libcrypto >= 1.1")]
        #include <openssl/evp.h>
        #include <openssl/sha.h>

        #define EVP_MAX_MD_SIZE ...
        #define SHA256_DIGEST_LENGTH 32
        typedef ... EVP_MD_CTX;
        typedef ... EVP_MD;
        typedef ... ENGINE;
        EVP_MD_CTX *EVP_MD_CTX_new(void);
        void EVP_MD_CTX_free(EVP_MD_CTX *context);
        const EVP_MD *EVP_sha256(void);
        int EVP_DigestInit_ex(EVP_MD_CTX *context, const EVP_MD *type, ENGINE *engine);
        int EVP_DigestUpdate(EVP_MD_CTX *context, const void *data, size_t length);
        int EVP_DigestFinal_ex(EVP_MD_CTX *context, unsigned char *out, unsigned *length);
    }
}

#[test]
fn zlib_compresses() {
    let text = b"aaaaaaaaaabbbbbbbbbbaaaaaaaaaabbbbbbbbbb";
    // SAFETY: the buffers have the lengths that are given.
    unsafe {
        assert_eq!(CStr::from_ptr(zlib::zlibVersion()).to_bytes()[0], zlib::ZLIB_VERSION.to_bytes()[0]);
        assert_eq!(zlib::crc32(0, b"123456789".as_ptr(), 9), 0xcbf4_3926);

        let mut packed = vec![0_u8; zlib::compressBound(text.len() as zlib::uLong) as usize];
        let mut packed_length = packed.len() as zlib::uLong;
        let code = zlib::compress2(
            packed.as_mut_ptr(),
            &mut packed_length,
            text.as_ptr(),
            text.len() as _,
            zlib::Z_BEST_SPEED,
        );
        assert_eq!(code, zlib::Z_OK);
        assert!((packed_length as usize) < text.len());

        let mut unpacked = vec![0_u8; text.len()];
        let mut length = unpacked.len() as zlib::uLong;
        assert_eq!(zlib::uncompress(unpacked.as_mut_ptr(), &mut length, packed.as_ptr(), packed_length), zlib::Z_OK);
        assert_eq!(unpacked, text);
    }
}

#[test]
fn zlib_streams_through_a_partial_struct_and_a_macro() {
    let text = [b'x'; 1000];
    let mut out = [0_u8; 64];
    let mut stream = zlib::z_stream::zeroed();
    // SAFETY: the stream is zeroed as `deflateInit` asks, and the buffers have the lengths that are given.
    unsafe {
        assert_eq!(zlib::deflateInit(&mut stream, zlib::Z_DEFAULT_COMPRESSION), zlib::Z_OK);
        stream.next_in = text.as_ptr().cast_mut();
        stream.avail_in = text.len() as zlib::uInt;
        stream.next_out = out.as_mut_ptr();
        stream.avail_out = out.len() as zlib::uInt;
        assert_eq!(zlib::deflate(&mut stream, zlib::Z_FINISH), zlib::Z_STREAM_END);
        assert!(stream.total_out < 64);
        assert_eq!(zlib::deflateEnd(&mut stream), zlib::Z_OK);
    }
}

#[test]
fn pkg_config_finds_zlib() {
    let _: unsafe extern "C" fn(*const c_char, *const c_char) -> zlib_by_pkg_config::gzFile =
        zlib_by_pkg_config::gzopen;
    // SAFETY: the version is a string.
    assert!(unsafe { CStr::from_ptr(zlib_by_pkg_config::zlibVersion()) }.to_bytes().starts_with(b"1."));
}

#[test]
fn sqlite_stores_and_calls_back() {
    unsafe extern "C" fn row(
        context: *mut c_void,
        columns: c_int,
        values: *mut *mut c_char,
        _: *mut *mut c_char,
    ) -> c_int {
        // SAFETY: the context is the vector below, and SQLite passes as many values as columns.
        unsafe {
            assert_eq!(columns, 1);
            (*context.cast::<Vec<String>>()).push(CStr::from_ptr(*values).to_string_lossy().into_owned());
        }
        0
    }
    let mut db = core::ptr::null_mut();
    let mut statement = core::ptr::null_mut();
    let mut rows: Vec<String> = Vec::new();
    // SAFETY: the database and the statement are closed once, after their last use.
    unsafe {
        assert_eq!(sqlite::open(c":memory:".as_ptr(), &mut db), sqlite::OK);
        assert_eq!(
            sqlite::exec(db, c"create table t (a text)".as_ptr(), None, core::ptr::null_mut(), core::ptr::null_mut()),
            sqlite::OK
        );
        let sql = c"insert into t values (?)";
        assert_eq!(sqlite::prepare_v2(db, sql.as_ptr(), -1, &mut statement, core::ptr::null_mut()), sqlite::OK);
        assert_eq!(sqlite::bind_text(statement, 1, c"hello".as_ptr(), -1, sqlite::TRANSIENT()), sqlite::OK);
        assert_eq!(sqlite::step(statement), sqlite::DONE);
        assert_eq!(sqlite::finalize(statement), sqlite::OK);
        assert_eq!(
            sqlite::exec(db, c"select a from t".as_ptr(), Some(row), (&raw mut rows).cast(), core::ptr::null_mut()),
            sqlite::OK
        );
        assert_eq!(sqlite::close(db), sqlite::OK);
        assert_eq!(CStr::from_ptr(sqlite::libversion()).to_bytes()[0], sqlite::VERSION.to_bytes()[0]);
    }
    assert_eq!(rows, ["hello"]);
}

#[test]
fn sodium_hashes() {
    let mut hash = [0_u8; 32];
    assert_eq!(sodium::crypto_generichash_BYTES as usize, hash.len());
    // SAFETY: the buffers have the lengths that are given.
    unsafe {
        assert!(sodium::sodium_init() >= 0);
        assert_eq!(
            sodium::crypto_generichash(hash.as_mut_ptr(), hash.len(), b"abc".as_ptr(), 3, core::ptr::null(), 0),
            0
        );
        assert_eq!(sodium::sodium_memcmp(hash.as_ptr().cast(), hash.as_ptr().cast(), hash.len()), 0);
    }
    assert_eq!(hash[..4], [0xbd, 0xdd, 0x81, 0x3c]);
}

#[test]
fn openssl_digests() {
    let mut digest = [0_u8; openssl::EVP_MAX_MD_SIZE as usize];
    let mut length = 0;
    // SAFETY: the context is freed once, and the buffers have the lengths that are given.
    unsafe {
        let context = openssl::EVP_MD_CTX_new();
        assert_eq!(openssl::EVP_DigestInit_ex(context, openssl::EVP_sha256(), core::ptr::null_mut()), 1);
        assert_eq!(openssl::EVP_DigestUpdate(context, b"abc".as_ptr().cast(), 3), 1);
        assert_eq!(openssl::EVP_DigestFinal_ex(context, digest.as_mut_ptr(), &mut length), 1);
        openssl::EVP_MD_CTX_free(context);
    }
    assert_eq!(length as i32, openssl::SHA256_DIGEST_LENGTH);
    assert_eq!(digest[..4], [0xba, 0x78, 0x16, 0xbf]);
}
