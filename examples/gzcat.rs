//! A gzip reader and writer without any `unsafe` of its own: words make zlib's functions safe.

use std::ffi::{CStr, CString};
use std::io;

use cffi_rt::{Owned, spare};

mod c {
    cffi_rt::cdef! {
        #![link("z")]
        #include <errno.h>
        #include <zlib.h>

        #define Z_OK ...
        #define Z_DATA_ERROR ...

        unsafe extern "C" {
            typedef _Return_type_success_(return == Z_OK) int zlib_status cdef_error_text(zError);
            typedef struct gzFile_s gz_stream cdef_destroy(gzclose);

            const char *__null_terminated cdef_static _Nonnull zError(_In_range_(-6, 2) int code) cdef_safe;
            gz_stream *cdef_owned _Nullable gzopen(const char *__null_terminated path,
                                                   const char *__null_terminated mode) cdef_error(errno) cdef_safe;
            int gzread(gz_stream *file, _Out_writes_bytes_to_(len, return) void *buf,
                       _In_range_(0, 0x7fffffff) unsigned len)
                _Success_(return >= 0) cdef_error(message = gzerror(file, 0), code = gz_code(file)) cdef_safe;
            int gzwrite(gz_stream *file, const void *__sized_by(len) buf, _In_range_(0, 0x7fffffff) unsigned len)
                _Success_(return > 0 || len == 0) cdef_error(message = gzerror(file, 0), code = gz_code(file))
                cdef_safe;
            zlib_status gzclose(gz_stream *cdef_consumed file) cdef_safe;
            static int gz_code(gz_stream *file);
        }

        // The number of an error comes by a pointer, its text as the result.
        static int gz_code(gz_stream *file) {
            int code;
            gzerror(file, &code);
            return code;
        }
    }
}

/// Writes a file; what `gzclose` can't write any more is an error too.
fn write(path: &CStr, text: &[u8]) -> Result<(), Box<dyn std::error::Error>> {
    let mut file: Owned<c::gz_stream> = c::gzopen(path, c"wb")?;
    c::gzwrite(&mut file, text)?;
    file.close().map_err(|error| error.to_string())?;
    Ok(())
}

/// What is in a file, or the error at the place where it ends.
fn read(path: &CStr) -> Result<Vec<u8>, Box<dyn std::error::Error>> {
    let mut file = c::gzopen(path, c"rb")?;
    let mut text = Vec::new();
    while c::gzread(&mut file, spare(&mut text, 4096))? > 0 {}
    Ok(text)
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = std::env::temp_dir().join(format!("cdef-gzcat-{}", std::process::id()));
    std::fs::create_dir_all(&folder)?;
    let file = folder.join("text.gz");
    let path = CString::new(file.as_os_str().as_encoded_bytes())?;

    let text = b"to be or not to be ".repeat(1_000);
    write(&path, &text)?;
    let mut packed = std::fs::read(&file)?;
    assert!(packed.len() < text.len() / 20);
    assert_eq!(read(&path)?, text);

    // A file that was damaged: zlib's number and its text come as one error.
    packed[12] ^= 0xff;
    std::fs::write(&file, packed)?;
    let error = read(&path).expect_err("it is damaged").downcast::<c::gzerror>()?;
    assert_eq!(error.code, i128::from(c::Z_DATA_ERROR));
    assert!(!error.message.is_empty());

    // A file that is not there: `errno` was read right after the call.
    std::fs::remove_dir_all(&folder)?;
    let error = read(&path).expect_err("it is gone").downcast::<cffi_rt::Errno>()?;
    assert_eq!(io::Error::from(*error).kind(), io::ErrorKind::NotFound);
    Ok(())
}
