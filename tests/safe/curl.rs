//! libcurl: objects behind `void *`, memory that has a function of its own to free it.

mod c {
    cffi_rt::cdef! {
        #![pkg_config("libcurl")]
        #include <curl/curl.h>

        unsafe extern "C" {
            typedef void CURL cdef_destroy(curl_easy_cleanup) cdef_send;
            CURL *cdef_owned _Nullable curl_easy_init(void);
            char *_Nullable cdef_owned_by(curl_free) __null_terminated
                curl_easy_escape(CURL *_Nullable handle, const char *__counted_by(length) string,
                                 _In_range_(1, 0x7fffffff) int length);
            char *_Nullable cdef_owned_by(curl_free) __counted_by(*outlength)
                curl_easy_unescape(CURL *_Nullable handle, const char *__counted_by(length) string,
                                   _In_range_(1, 0x7fffffff) int length, _Out_ int *outlength);
            const char *__null_terminated cdef_static _Nonnull curl_easy_strerror(CURLcode code);
        }
    }
}

#[test]
fn memory_is_freed_by_the_library() {
    let mut curl = c::curl_easy_init().expect("there is memory");
    let escaped = c::curl_easy_escape(Some(&mut curl), b"a b/c").expect("there is memory");
    assert_eq!(&*escaped, c"a%20b%2Fc");
    let plain = c::curl_easy_unescape(None, b"a%20%00b").expect("there is memory");
    assert_eq!(&*plain, b"a \0b");
}

#[test]
fn zero_is_not_a_length_here() {
    let message = crate::panic_of(|| c::curl_easy_escape(None, b"").is_some());
    assert!(message.contains("`length` is 0"), "{message}");
}
