//! zlib: a library of the system, a string constant, a partial struct, and a macro that acts as a function.

mod c {
    cffi_rt::cdef! {
        #![link("z")]
        #define ZLIB_CONST
        #include <zlib.h>

        #define ZLIB_VERSION ...
        #define Z_OK ...
        #define Z_STREAM_END ...
        #define Z_FINISH ...
        #define Z_DATA_ERROR ...
        #define Z_BEST_COMPRESSION ...

        typedef struct z_stream_s {
            const Bytef *next_in;
            uInt avail_in;
            Bytef *next_out;
            uInt avail_out;
            uLong total_out;
            ...;
        } z_stream;

        const char *zlibVersion(void);
        uLong crc32(uLong crc, const Bytef *buf, uInt len);
        uLong compressBound(uLong sourceLen);
        int compress2(Bytef *dest, uLongf *destLen, const Bytef *source, uLong sourceLen, int level);
        int inflateInit(z_stream *stream);
        int inflate(z_stream *stream, int flush);
        int inflateEnd(z_stream *stream);
    }
}

fn compress(text: &[u8]) -> Vec<u8> {
    let text_len = text.len().try_into().expect("the text is short");
    // SAFETY: the function only computes.
    let mut len = unsafe { c::compressBound(text_len) };
    let mut packed = vec![0; usize::try_from(len).expect("the bound of a short text is small")];
    // SAFETY: both pointers come with their lengths.
    let code = unsafe { c::compress2(packed.as_mut_ptr(), &mut len, text.as_ptr(), text_len, c::Z_BEST_COMPRESSION) };
    assert_eq!(code, c::Z_OK);
    packed.truncate(usize::try_from(len).expect("it only shrinks"));
    packed
}

/// What `inflate` says at the end, and the text up to there.
fn decompress(packed: &[u8]) -> (i32, Vec<u8>) {
    let mut text = vec![0; 4096];
    let mut stream = c::z_stream::zeroed();
    stream.next_in = packed.as_ptr();
    stream.avail_in = packed.len().try_into().expect("the input is short");
    stream.next_out = text.as_mut_ptr();
    stream.avail_out = text.len().try_into().expect("the output is short");
    // SAFETY: a zeroed stream with its input set is what `inflateInit` asks for.
    assert_eq!(unsafe { c::inflateInit(&mut stream) }, c::Z_OK);
    // SAFETY: the stream is initialised, and its pointers come with their lengths.
    let code = unsafe { c::inflate(&mut stream, c::Z_FINISH) };
    text.truncate(usize::try_from(stream.total_out).expect("at most 4096"));
    // SAFETY: the stream is initialised and ended once.
    assert_eq!(unsafe { c::inflateEnd(&mut stream) }, c::Z_OK);
    (code, text)
}

fn main() {
    // SAFETY: zlib returns a static string.
    let version = unsafe { std::ffi::CStr::from_ptr(c::zlibVersion()) };
    assert_eq!(version.to_bytes().first(), c::ZLIB_VERSION.to_bytes().first());

    let digits = b"123456789";
    // SAFETY: the pointer comes with its length.
    assert_eq!(unsafe { c::crc32(0, digits.as_ptr(), 9) }, 0xcbf4_3926);

    let text = b"to be or not to be ".repeat(40);
    let packed = compress(&text);
    assert!(packed.len() < text.len() / 10);
    assert_eq!(decompress(&packed), (c::Z_STREAM_END, text));
    assert_eq!(decompress(b"not zlib's format").0, c::Z_DATA_ERROR);
}
