//! The same C as tokens, as a string and from a file.

mod tokens {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #include "forms.h"
        #define FORMS_LETTER 'a'
        #define FORMS_LONG 70000
        // A comment between.
        int forms_add(int a, /* inside */ int b);
        enum forms { FORMS_ONE = 1, /* FORMS_NONE, */ FORMS_TWO };
    }
}

mod parentheses {
    cffi_rt::cdef!(
        #![include_dir("c")]
        #include "forms.h"
        int forms_add(int a, int b);
    );
}

mod brackets {
    cffi_rt::cdef![
        #![include_dir("c")]
        #include "forms.h"
        int forms_add(int a, int b);
    ];
}

mod string {
    cffi_rt::cdef!(
        #![include_dir("c")]
        r#"
        #include "forms.h"
        #define FORMS_LETTER 'a'
        #define FORMS_ESCAPE '\033'
        #define FORMS_HEX_FLOAT 0x1.8p3
        #define FORMS_LONG \
            70000
        // It's a comment.
        int forms_add(int a, /* inside */ int b);
        enum forms { FORMS_ONE = 1, /* FORMS_NONE, */ FORMS_TWO };
        "#
    );
}

mod strings {
    cffi_rt::cdef! {
        #![include_dir("c")]
        "#include \"forms.h\"\n"
        "int forms_add(int a, int b);\n"
        r"enum forms { FORMS_ONE = 1, FORMS_TWO };"
    }
}

mod file {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![preamble("#include \"forms.h\"")]
        #![declarations("c/forms.cdef.h")]
        static const double FORMS_HEX_FLOAT;
    }
}

mod file_and_include {
    cffi_rt::cdef! {
        #![include_dir("c")]
        #![declarations("c/forms.cdef.h")]
        #include "forms.h"
        #define FORMS_HEX_FLOAT ...
    }
}

mod declared_string {
    cffi_rt::cdef!("int abs(int i); enum { DECLARED = '\\x41' };");
}

mod empty {
    cffi_rt::cdef! {}
}

macro_rules! adds {
    ($($module:ident)*) => {$(
        // SAFETY: the function takes any small numbers.
        assert_eq!(unsafe { $module::forms_add(40, 2) }, 42, stringify!($module));
    )*};
}

#[test]
fn all_forms_declare_the_same() {
    adds!(tokens parentheses brackets string strings file file_and_include);
    assert_eq!([tokens::FORMS_TWO.0, string::FORMS_TWO.0, strings::FORMS_TWO.0, file::FORMS_TWO.0], [2; 4]);
    assert_eq!([tokens::FORMS_LONG, string::FORMS_LONG, file::FORMS_LONG], [70000; 3]);
    assert_eq!([tokens::FORMS_LETTER, string::FORMS_LETTER, file::FORMS_LETTER], [97; 3]);
}

#[test]
fn strings_and_files_hold_what_rusts_lexer_refuses() {
    assert_eq!([string::FORMS_ESCAPE, file::FORMS_ESCAPE], [27; 2]);
    assert_eq!([string::FORMS_HEX_FLOAT, file::FORMS_HEX_FLOAT], [12.0; 2]);
}

#[test]
fn constants_of_a_file_stay_constants_whatever_the_block_includes() {
    assert_eq!((file_and_include::FORMS_LONG, file_and_include::FORMS_HEX_FLOAT), (70000, 12.0));
}

#[test]
fn escapes_of_an_ordinary_string_are_rusts() {
    assert_eq!(declared_string::DECLARED, 65);
    // SAFETY: the argument is not `INT_MIN`.
    assert_eq!(unsafe { declared_string::abs(-1) }, 1);
}
