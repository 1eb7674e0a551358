//! Typedefs of pointers and integers that stand for objects.

mod c {
    cffi_rt::cdef! {
        #![preamble(r#"
            #include <stdlib.h>
            #include <errno.h>
            #include <iconv.h>
            typedef struct box_s *box_p;
            static inline box_p box_new(int value) { int *box = malloc(sizeof *box); *box = value; return (box_p)box; }
            static inline int box_get(box_p box) { return *(int *)box; }
            static inline void box_free(box_p box) { free(box); }
        "#)]

        unsafe extern "C" {
            typedef void *iconv_t cdef_destroy(iconv_close);
            iconv_t cdef_owned iconv_open(const char *__null_terminated to, const char *__null_terminated from)
                _Success_(return != (iconv_t)-1) cdef_error(errno);
            typedef ... *box_p cdef_destroy(box_free);
            box_p cdef_owned _Nonnull box_new(int value);
            int box_get(box_p box);
        }
    }
}

mod rust {
    cffi_rt::cdef! {
        #![names(rust)]
        #include <iconv.h>

        unsafe extern "C" {
            typedef void *iconv_t cdef_destroy(iconv_close);
            iconv_t cdef_owned iconv_open(const char *__null_terminated to, const char *__null_terminated from)
                _Success_(return != (iconv_t)-1) cdef_error(errno);
        }
    }
}

#[test]
fn a_pointer_s_typedef_names_the_pointer() {
    let open: fn(&std::ffi::CStr, &std::ffi::CStr) -> Result<cffi_rt::Owned<c::iconv_t_pointee>, cffi_rt::Errno> =
        c::iconv_open;
    let handle = open(c"UTF-8", c"ISO-8859-1").expect("both are known");
    let _: c::iconv_t = cffi_rt::Owned::as_ptr(&handle);
    assert!(open(c"UTF-8", c"no such code").is_err());
    let mut object: cffi_rt::Owned<c::box_p_pointee> = c::box_new(5);
    assert_eq!(c::box_get(&mut object), 5);
}

#[test]
fn by_rust_s_conventions_it_names_the_object() {
    let handle: cffi_rt::Owned<rust::Iconv> = rust::Iconv::open(c"UTF-8", c"ISO-8859-1").expect("both are known");
    drop(handle);
    assert_eq!(rust::Iconv::open(c"UTF-8", c"no such code").err().map(|errno| errno.raw()), Some(22));
}
