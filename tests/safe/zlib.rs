//! zlib: lengths, in and out counts, files that are closed.

use std::mem::MaybeUninit;

use cffi_rt::spare;

mod c {
    cffi_rt::cdef! {
        #![link("z")]
        #![cfg_attr(feature = "loaded", dlopen("libz.so.1"))]
        #include <stdlib.h>
        #include <zlib.h>

        #define Z_OK ...
        #define Z_BUF_ERROR ...
        #define Z_DATA_ERROR ...
        #define Z_FINISH ...
        #define Z_STREAM_END ...

        unsafe extern "C" {
            typedef _Return_type_success_(return == Z_OK) int zlib_rc cdef_error_text(zError);
            typedef struct gzFile_s gz_stream cdef_destroy(gzclose);

            const char *__null_terminated cdef_static _Nonnull zError(_In_range_(-6, 2) int code);

            uLong crc32(uLong crc, const Bytef *__counted_by(len) buf, uInt len);
            static uLong crc_of_few(uLong crc, const Bytef *__counted_by(len) buf, unsigned short len);
            static uLong crc_of_some(uLong crc, const Bytef *__counted_by(len) buf, _In_range_(1, 9) uInt len);
            uLong adler32(uLong adler, const Bytef *__counted_by_or_null(len) buf, uInt len);
            uLong compressBound(uLong sourceLen);
            zlib_rc compress2(_Out_writes_to_(*destLen, *destLen) Bytef *dest, _Inout_ uLongf *destLen,
                              const Bytef *__counted_by(sourceLen) source, uLong sourceLen, int level);
            zlib_rc uncompress(_Out_writes_to_(*destLen, *destLen) Bytef *dest, _Inout_ uLongf *destLen,
                               const Bytef *__counted_by(sourceLen) source, uLong sourceLen);

            gz_stream *cdef_owned _Nullable gzopen(const char *__null_terminated path,
                                                   const char *__null_terminated mode) cdef_error(errno);
            int gzread(gz_stream *file, _Out_writes_bytes_to_(len, return) void *buf,
                       _In_range_(0, 0x7fffffff) unsigned len)
                _Success_(return >= 0) cdef_error(gzerror(file, &errnum));
            int gzwrite(gz_stream *file, const void *__sized_by(len) buf, _In_range_(0, 0x7fffffff) unsigned len)
                _Success_(return > 0 || len == 0) cdef_error(gzerror(file, &errnum));
            const char *__null_terminated cdef_transient gzerror(gz_stream *file, _Out_ int *errnum);
            zlib_rc gzclose(gz_stream *cdef_consumed file);

            struct z_stream_s cdef_destroy(deflater_free);
            static struct z_stream_s *cdef_owned _Nullable deflater_new(int level);
            static int deflater_run(struct z_stream_s *s,
                                    const Bytef *__counted_by(*in_len) in, _Inout_ uInt *in_len,
                                    _Out_writes_to_(*out_len, *out_len) Bytef *out, _Inout_ uInt *out_len, int flush)
                _Success_(return >= 0) cdef_error(return);
        }

        static void deflater_free(struct z_stream_s *s) {
            deflateEnd(s);
            free(s);
        }

        static struct z_stream_s *deflater_new(int level) {
            struct z_stream_s *s = calloc(1, sizeof *s);
            if (s && deflateInit(s, level) != Z_OK) {
                free(s);
                s = NULL;
            }
            return s;
        }

        static int deflater_run(struct z_stream_s *s, const Bytef *in, uInt *in_len, Bytef *out, uInt *out_len,
                                int flush) {
            s->next_in = (Bytef *)in; s->avail_in = *in_len; s->next_out = out; s->avail_out = *out_len;
            int status = deflate(s, flush);
            *in_len -= s->avail_in; *out_len -= s->avail_out;
            s->next_in = NULL; s->avail_in = 0; s->next_out = NULL; s->avail_out = 0;
            return status;
        }

        static uLong crc_of_few(uLong crc, const Bytef *buf, unsigned short len) { return crc32(crc, buf, len); }
        static uLong crc_of_some(uLong crc, const Bytef *buf, uInt len) { return crc32(crc, buf, len); }
    }
}

#[test]
fn a_length_is_the_slices() {
    assert_eq!(c::crc32(0, b"123456789"), 0xcbf4_3926);
    assert_eq!(c::crc32(7, b""), 7);
    // SAFETY: the length is the text's.
    assert_eq!(unsafe { c::raw::crc32(0, b"123456789".as_ptr(), 9) }, 0xcbf4_3926);
}

#[test]
fn no_bytes_are_not_an_empty_slice() {
    // zlib gives the first value for null.
    assert_eq!(c::adler32(5, None), 1);
    assert_eq!(c::adler32(5, Some(b"")), 5);
    assert_eq!(c::adler32(1, Some(b"Wikipedia")), 0x11e6_0398);
}

#[test]
fn a_buffer_tells_what_was_written() {
    let text = b"all work and no play makes jack a dull boy, all work and no play";
    let mut packed = Vec::new();
    let bound = usize::try_from(c::compressBound(64)).expect("it is small");
    let length = c::compress2(spare(&mut packed, bound), text, 9).expect("there is room");
    assert_eq!(length, packed.len());
    assert!(length < text.len());

    let mut plain = [0; 64];
    assert_eq!(c::uncompress(&mut plain, &packed), Ok(64));
    assert_eq!(&plain, text);

    let mut room = [MaybeUninit::uninit(); 100];
    let (given, rest) = c::uncompress(&mut room, &packed).expect("there is room");
    assert_eq!((&*given, rest.len()), (&text[..], 36));
}

#[test]
fn a_failure_is_the_status() {
    let mut packed = Vec::new();
    c::compress2(spare(&mut packed, 100), &[7; 50], 1).expect("there is room");
    let mut small = [0; 10];
    let error = c::uncompress(&mut small, &packed).expect_err("there is no room");
    assert_eq!(error, c::Z_BUF_ERROR);
    assert_eq!(error.to_string(), "buffer error");
    let error: Box<dyn std::error::Error + Send + Sync> = error.into();
    assert_eq!(error.to_string(), "buffer error");
    assert_eq!(c::uncompress(&mut [0; 10][..], b"no zlib").expect_err("it is none"), c::Z_DATA_ERROR);
    assert!(c::uncompress(&mut [0_u8; 0][..], &packed).is_err());
}

#[test]
fn a_file_is_closed_once() {
    let folder = std::env::temp_dir().join(format!("cdef-safe-zlib-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("there is room");
    let path = folder.join("a.gz");
    let c_path = std::ffi::CString::new(path.to_str().expect("it is text")).expect("it has no NUL");

    let mut file = c::gzopen(&c_path, c"wb").expect("the folder is there");
    assert_eq!(c::gzwrite(&mut file, b"hello"), Ok(5));
    assert_eq!(c::gzwrite(&mut file, b""), Ok(0));
    file.close().expect("all is written");

    let mut file = c::gzopen(&c_path, c"rb").expect("the file is there");
    let mut text = [0; 10];
    assert_eq!(c::gzread(&mut file, &mut text), Ok(5));
    assert_eq!(&text[..5], b"hello");
    assert_eq!(c::gzread(&mut file, &mut text), Ok(0));
    drop(file);

    let mut damaged = std::fs::read(&path).expect("it is there");
    for byte in &mut damaged[10..14] {
        *byte = !*byte;
    }
    std::fs::write(&path, damaged).expect("there is room");
    let mut file = c::gzopen(&c_path, c"rb").expect("the file is there");
    let error = c::gzread(&mut file, &mut text).expect_err("it is damaged");
    assert_eq!(error.errnum, i128::from(c::Z_DATA_ERROR));
    let (message, code) = c::gzerror(&mut file);
    assert_eq!((message.as_deref(), code), (Some(error.message.as_c_str()), c::Z_DATA_ERROR));
    assert!(error.to_string().contains("invalid"), "{error}");
    assert!(file.close().is_ok());
    std::fs::remove_dir_all(&folder).expect("it is ours");

    let error = c::gzopen(c"/nonexistent/a.gz", c"rb").expect_err("there is no such file");
    assert_eq!(std::io::Error::from(error).kind(), std::io::ErrorKind::NotFound);
}

#[test]
fn a_loan_of_buffers_ends_with_the_call() {
    let text = b"all work and no play makes jack a dull boy";
    let mut stream = c::deflater_new(9).expect("there is memory");
    let mut packed = Vec::new();
    // Room for a few bytes at a time.
    let mut rest = &text[..];
    loop {
        let room = cffi_rt::spare(&mut packed, 7);
        let (status, consumed, written) = c::deflater_run(&mut stream, rest, room, c::Z_FINISH).expect("it goes on");
        rest = &rest[consumed as usize..];
        assert!(written <= 7);
        if status == c::Z_STREAM_END {
            break;
        }
    }
    drop(stream);
    let mut plain = [0; 42];
    assert_eq!(c::uncompress(&mut plain, &packed), Ok(42));
    assert_eq!(&plain, text);
    assert!(c::deflater_new(77).is_none());
    // Without room there is no progress.
    let mut stream = c::deflater_new(9).expect("there is memory");
    let error = c::deflater_run(&mut stream, text, &mut [0_u8; 0], c::Z_FINISH).expect_err("there is no room");
    assert_eq!(error, cffi_rt::ErrorCode(c::Z_BUF_ERROR));
    let (_, consumed, written) = c::deflater_run(&mut stream, b"", &mut [0; 100], c::Z_FINISH).expect("there is room");
    assert!(consumed == 0 && written > 0);
}

#[test]
fn a_range_holds_for_a_length() {
    assert_eq!(c::crc_of_some(0, b"123456789"), 0xcbf4_3926);
    let message = crate::panic_of(|| c::crc_of_some(0, b""));
    assert!(message.contains("`len` is 0, but must be from 1 to 9"), "{message}");
    let message = crate::panic_of(|| c::crc_of_some(0, b"1234567890"));
    assert!(message.contains("`len` is 10, but must be from 1 to 9"), "{message}");
}

#[test]
fn a_length_is_not_cut_to_cs_type() {
    let zeros = vec![0; 1 << 16];
    assert_eq!(c::crc_of_few(0, &zeros[1..]), c::crc32(0, &zeros[1..]));
    let message = crate::panic_of(|| c::crc_of_few(0, &zeros));
    assert!(message.contains("`crc_of_few`") && message.contains("`buf` has 65536 elements"), "{message}");
}
