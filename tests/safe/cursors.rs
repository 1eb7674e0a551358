//! Parameters that go together: cursors, ends, memory that C makes larger, and lists of texts.

use std::ffi::CStr;
use std::mem::MaybeUninit;

use cffi_rt::{GrowBuf, Owned, spare};

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #define _GNU_SOURCE
            #include <stddef.h>
            #include <stdlib.h>
            #include <string.h>
            static inline int sum(const int *from, const int *to) {
                int sum = 0;
                while (from != to) sum += *from++;
                return sum;
            }
            static inline void twice(short *from, short *to) { for (; from && from != to; from++) *from *= 2; }
            static inline void count(int *from, const int *to) { for (int i = 0; from != to; from++) *from = i++; }
            static inline size_t letters(const char *const *names) {
                size_t all = 0;
                for (; names && *names; names++) all += strlen(*names);
                return all;
            }
            static inline int longest(int count, char *const names[]) {
                size_t most = 0; int at = -1;
                for (int i = 0; i < count; i++)
                    if (names[i] && strlen(names[i]) >= most) { most = strlen(names[i]); at = i; }
                return names[count] ? -2 : at;
            }
            static const char *const days[] = { "Monday", "Tuesday", 0 };
            static inline const char *const *weekdays(int from) { return from < 0 ? 0 : days + from; }
            static inline const char **first_days(int n) { return (const char **)days; }
            struct box { const char *names[2]; };
            static inline struct box *box_new(void) {
                struct box *box = calloc(1, sizeof *box);
                box->names[0] = "inside";
                return box;
            }
            static inline void box_free(struct box *box) { free(box); }
            static inline const char **box_names(const struct box *box) { return (const char **)box->names; }
            /* Takes numbers up to zero, and moves the cursor behind them. */
            static inline int take(const unsigned short **in, size_t *left) {
                int sum = 0;
                while (*left > 0) { sum += **in; ++*in; --*left; if ((*in)[-1] == 0) return sum; }
                return -1;
            }
            static inline int word(const unsigned char **in, long length) {
                long at = 0;
                while (at < length && (*in)[at] != ' ') at++;
                *in += at;
                return at < length;
            }
            static inline void clear(char **in, size_t *left) { while (*left && **in != '.') { *(*in)++ = '-'; --*left; } }
            static inline int lie(const char **in, size_t *left) { ++*in; return 0; }
            static inline void evens(int **out, size_t *left) { for (int i = 0; *left && i < 6; i += 2) { *(*out)++ = i; --*left; } }
            static inline int more(int **numbers, size_t *room, int count) {
                if (count > 1000) return -1;
                if (*room < (size_t)count) { *numbers = realloc(*numbers, count * sizeof **numbers); *room = count; }
                for (int i = 0; i < count; i++) (*numbers)[i] = i;
                return count;
            }
        "#)]
        #include <stdio.h>
        struct box;

        unsafe extern "C" {
            int sum(const int *__ended_by(to) from, const int *to) cdef_safe;
            void twice(short *_Nullable __ended_by(to) from, short *to) cdef_safe;
            void count(_Out_ int *__ended_by(to) from, const int *to) cdef_safe;

            size_t letters(const char *__null_terminated const *_Nullable __null_terminated names) cdef_safe;
            int longest(int count, char *_In_ _Nullable __null_terminated const names[] __counted_by(count)) cdef_safe;
            const char *__null_terminated const *_Nullable __null_terminated cdef_static weekdays(int from) cdef_safe;
            const char *__null_terminated *_Nonnull __counted_by(n) cdef_transient first_days(int n) cdef_safe;
            struct box cdef_destroy(box_free);
            struct box *cdef_owned _Nonnull box_new(void) cdef_safe;
            const char *__null_terminated *_Nonnull __null_terminated box_names(const struct box *box __lifetimebound)
                cdef_safe;

            int take(_Inout_ const unsigned short *__counted_by(*left) *in, _Inout_ size_t *left)
                _Success_(return >= 0) cdef_error(return) cdef_safe;
            int word(_Inout_ const unsigned char *__counted_by(length) *in, long length) cdef_safe;
            void clear(_Inout_ char *__counted_by(*left) *_Nullable in, _Inout_ size_t *left) cdef_safe;
            void evens(_Inout_ _Out_writes_to_(*left, 0) int **out, _Inout_ size_t *left) cdef_safe;
            int lie(_Inout_ const char *__counted_by(*left) *in, _Inout_ size_t *left) cdef_safe;
            int more(_Inout_ _Out_writes_to_(*room, return) int *cdef_owned_by(free) _Nullable *numbers,
                     _Inout_ size_t *room, int count) _Success_(return >= 0) cdef_error(return) cdef_safe;
        }
    }
}

mod stdio {
    cffi_rt::cdef! {
        #define _GNU_SOURCE
        #include <errno.h>
        #include <stdio.h>
        #include <stdlib.h>

        #define EBADF ...

        unsafe extern "C" {
            FILE *cdef_owned _Nullable fopen(const char *__null_terminated path, const char *__null_terminated mode)
                cdef_error(errno) cdef_safe;
            ssize_t getline(_Inout_ _Out_writes_bytes_to_(*n, return) char *cdef_owned_by(free) _Nullable *lineptr,
                            _Inout_ size_t *n, FILE *stream)
                _Success_(return >= 0 || feof(stream)) cdef_error(errno) cdef_safe;
        }
    }
}

mod iconv {
    cffi_rt::cdef! {
        #include <errno.h>
        #include <iconv.h>

        #define E2BIG ...
        #define EILSEQ ...
        #define EINVAL ...

        unsafe extern "C" {
            typedef void *iconv_t cdef_destroy(iconv_close);
            iconv_t cdef_owned iconv_open(const char *__null_terminated to, const char *__null_terminated from)
                _Success_(return != (iconv_t)-1) cdef_error(errno) cdef_safe;
            size_t iconv(iconv_t cd, _Inout_ char *_In_ __counted_by(*inleft) *_Nullable inbuf, _Inout_ size_t *inleft,
                         _Inout_ _Out_writes_to_(*outleft, 0) char **outbuf, _Inout_ size_t *outleft)
                _Success_(return != (size_t)-1) cdef_error(errno) cdef_safe;
        }
    }
}

/// A file with a text, open to be read.
fn file(text: &str) -> Owned<cffi_rt::FILE> {
    static NUMBER: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
    let number = NUMBER.fetch_add(1, std::sync::atomic::Ordering::Relaxed);
    let path = std::env::temp_dir().join(format!("cdef-safe-lines-{}-{number}", std::process::id()));
    std::fs::write(&path, text).expect("there is room");
    let name = std::ffi::CString::new(path.to_str().expect("it is text")).expect("it has no NUL");
    let file = stdio::fopen(&name, c"r").expect("it is there");
    std::fs::remove_file(&path).expect("it is ours");
    file
}

#[test]
fn lines_come_into_memory_that_c_makes_larger() {
    let long = "x".repeat(5000);
    let mut file = file(&format!("one\n\n{long}"));
    let mut line = GrowBuf::new();
    assert_eq!(stdio::getline(&mut line, &mut file), Ok(Some(4)));
    assert_eq!(&*line, b"one\n");
    let room = line.capacity();
    assert!(room > 4);
    assert_eq!(stdio::getline(&mut line, &mut file), Ok(Some(1)));
    assert_eq!((&*line, line.capacity()), (&b"\n"[..], room));
    assert_eq!(stdio::getline(&mut line, &mut file), Ok(Some(5000)));
    assert_eq!(&*line, long.as_bytes());
    assert!(line.capacity() > 5000);
    assert_eq!(stdio::getline(&mut line, &mut file), Ok(None));
    assert_eq!(&*line, b"");
}

#[test]
fn a_line_that_can_not_be_read_is_an_error() {
    let mut sink = stdio::fopen(c"/dev/null", c"w").expect("it is there");
    let mut line = GrowBuf::new();
    let error = stdio::getline(&mut line, &mut sink).expect_err("it is open for writing");
    assert_eq!((error.raw(), line.len()), (stdio::EBADF, 0));
    assert_eq!(stdio::getline(&mut line, &mut file("still good")), Ok(Some(10)));
}

#[test]
fn memory_holds_larger_elements() {
    let mut numbers = GrowBuf::new();
    assert_eq!(c::more(&mut numbers, 3), Ok(3));
    assert_eq!((&*numbers, numbers.capacity()), (&[0, 1, 2][..], 3));
    assert_eq!(c::more(&mut numbers, 0), Ok(0));
    assert_eq!((&*numbers, numbers.capacity()), (&[][..], 3));
    assert_eq!(c::more(&mut numbers, 1001), Err(cffi_rt::ErrorCode(-1)));
    assert_eq!((numbers.len(), numbers.capacity()), (0, 3));
}

#[test]
fn both_cursors_of_a_conversion_move_on() {
    let mut latin = iconv::iconv_open(c"UTF-8", c"ISO-8859-1").expect("it is known");
    let (mut input, mut output) = (&b"gr\xfc\xdfe"[..], Vec::new());
    let (written, result) = iconv::iconv(&mut latin, Some(&mut input), spare(&mut output, 100));
    assert_eq!((written, result, input), (7, Ok(0), &b""[..]));
    assert_eq!(output, "gr\u{fc}\u{df}e".as_bytes());
    // There is room for all but the last letter.
    let (mut input, mut room) = (&b"ab\xfc"[..], [0_u8; 3]);
    let (written, result) = iconv::iconv(&mut latin, Some(&mut input), &mut room);
    let error = result.expect_err("there is too little room");
    assert_eq!((written, error.raw(), input, &room[..2]), (2, iconv::E2BIG, &b"\xfc"[..], &b"ab"[..]));
    let mut room = [MaybeUninit::uninit(); 3];
    let ((written, rest), result) = iconv::iconv(&mut latin, Some(&mut input), &mut room);
    assert_eq!((&*written, rest.len(), result, input.len()), ("\u{fc}".as_bytes(), 1, Ok(0), 0));
}

#[test]
fn a_conversion_stops_where_the_text_is_wrong() {
    let mut ascii = iconv::iconv_open(c"UTF-16LE", c"US-ASCII").expect("it is known");
    let (mut input, mut output) = (&b"a\xffb"[..], [0_u8; 16]);
    let (written, result) = iconv::iconv(&mut ascii, Some(&mut input), &mut output);
    assert_eq!((written, result.map_err(|error| error.raw()), input), (2, Err(iconv::EILSEQ), &b"\xffb"[..]));
    let (written, result) = iconv::iconv(&mut ascii, Some(&mut &b""[..]), &mut [0_u8; 0]);
    assert_eq!((written, result), (0, Ok(0)));
    // Null begins anew.
    assert_eq!(iconv::iconv(&mut ascii, None, &mut output), (0, Ok(0)));
    assert_eq!(iconv::iconv_open(c"no such", c"US-ASCII").map_err(|error| error.raw()).err(), Some(iconv::EINVAL));
}

#[test]
fn a_cursor_may_be_in_larger_elements() {
    let mut input = &[3, 4, 0, 5][..];
    assert_eq!(c::take(&mut input,), Ok(7));
    assert_eq!(input, [5]);
    assert_eq!(c::take(&mut input), Err(cffi_rt::ErrorCode(-1)));
    assert_eq!(input, [] as [u16; 0]);
    let mut numbers = [-1; 4];
    assert_eq!(c::evens(&mut numbers), 3);
    assert_eq!(numbers, [0, 2, 4, -1]);
    assert_eq!(c::evens(&mut [0; 0]), 0);
}

#[test]
fn a_cursor_may_have_a_length_that_stays() {
    let mut text = &b"two words"[..];
    assert_eq!((c::word(&mut text), text), (1, &b" words"[..]));
    assert_eq!((c::word(&mut text), text), (1, &b" words"[..]));
    let mut text = &b"one"[..];
    assert_eq!((c::word(&mut text), text), (0, &b""[..]));
    assert_eq!((c::word(&mut text), text), (0, &b""[..]));
}

#[test]
fn c_writes_behind_a_cursor_of_its_own() {
    let mut text = *b"ab.cd";
    let mut rest = &mut text[..];
    c::clear(Some(&mut rest));
    assert_eq!(rest, b".cd");
    rest[0] = b'!';
    c::clear(None);
    assert_eq!(&text, b"--!cd");
}

#[test]
fn a_buffer_ends_where_its_slice_does() {
    assert_eq!((c::sum(&[1, 2, 3]), c::sum(&[])), (6, 0));
    let mut numbers = [1, 2];
    c::twice(Some(&mut numbers));
    assert_eq!(numbers, [2, 4]);
    c::twice(None);
    let mut room = [MaybeUninit::uninit(); 3];
    let (written, rest) = c::count(&mut room);
    assert_eq!((&*written, rest.len()), (&[0, 1, 2][..], 0));
    assert_eq!(c::count(&mut [0; 0]), 0);
}

#[test]
fn lists_of_texts_end_with_null() {
    assert_eq!(c::letters(Some(&[c"one", c"", c"three"])), 8);
    assert_eq!((c::letters(Some(&[])), c::letters(None)), (0, 0));
    assert_eq!(c::longest(&[Some(c"a"), None, Some(c"bcd"), Some(c"e")]), 2);
    assert_eq!((c::longest(&[None]), c::longest(&[])), (-1, -1));
}

#[test]
fn lists_of_texts_come_from_c() {
    let days: Vec<&'static CStr> = c::weekdays(0).expect("it is a list");
    assert_eq!(days, [c"Monday", c"Tuesday"]);
    assert_eq!((c::weekdays(2), c::weekdays(-1)), (Some(vec![]), None));
    assert_eq!(c::first_days(1), [c"Monday".to_owned()]);
    assert_eq!(c::first_days(0), [] as [std::ffi::CString; 0]);
    let boxed = c::box_new();
    assert_eq!(c::box_names(&boxed), [c"inside"]);
}
