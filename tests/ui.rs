//! Our messages: one file each below `ui`, and those that need another environment.
//!
//! Only text of ours is pinned; what a compiler says differs between gcc and clang.

#[expect(dead_code, reason = "the other tests use the rest")]
#[path = "support/mod.rs"]
mod support;

use std::process::Command;

use support::{Crate, cargo};

#[test]
fn each_message_stands_at_its_c_token() {
    trybuild::TestCases::new().compile_fail("ui/*.rs");
}

#[test]
fn a_missing_compiler_is_named_and_only_verified_blocks_need_one() {
    let blocks = Crate::new("no_compiler")
        .block("verified", "int f(int a);", "int f(int a);", "")
        .module("declared", "cffi_rt::cdef! { int abs(int a); }");
    let report = cargo("ui_compiler", "check", &[("CC", "no-such-compiler")], &[blocks]);
    let [message] = report.messages("no_compiler", "verified") else { panic!("{report:#?}") };
    for words in ["the C compiler `no-such-compiler`", "was not found", "install gcc or clang", "`CC`"] {
        assert!(message.text.contains(words), "{}", message.text);
    }
    assert_eq!(report.messages("no_compiler", "declared"), []);
}

#[test]
fn a_missing_library_is_named_by_the_linker() {
    let program = "
mod c {
    cffi_rt::cdef! {
        #![link(\"no_such_library\")]
        int of_no_such_library(int a);
    }
}
fn main() {
    unsafe { c::of_no_such_library(1) };
}
";
    let report = cargo("ui_library", "build", &[], &[Crate::new("no_library").program(program)]);
    let [message] = report.messages("no_library", "lib") else { panic!("{report:#?}") };
    assert!(message.text.starts_with("linking with"), "{}", message.text);
    assert!(message.rendered.contains("no_such_library"), "{}", message.rendered);
}

#[test]
fn what_c_keeps_borrows_nothing_and_may_go_to_other_threads() {
    let program = |body: &str| {
        format!(
            "
mod c {{
    cffi_rt::cdef! {{
        #![preamble(\"
            struct place; struct timer;
            void timer_free(struct timer *t);
            struct timer *timer_new(const struct place *at, int (*f)(void *p), void *p);
            static inline void keep(int (*f)(void *p), void *p) {{ (void)f; (void)p; }}\")]
        unsafe extern \"C\" {{
            void keep(int (*f)(void *p) cdef_closure(p) cdef_scope(forever), void *p);
            struct place cdef_opaque;
            struct timer cdef_destroy(timer_free) cdef_send;
            struct timer *cdef_owned timer_new(const struct place *at,
                int (*f)(void *p) cdef_closure(p) cdef_scope(forever), void *p);
        }}
    }}
}}
fn main() {{
    {body}
}}
"
        )
    };
    let borrows = program("let mut calls = 0; c::keep(|| { calls += 1; calls });");
    let shares = program("let count = std::rc::Rc::new(1); c::keep(move || *count);");
    let travels =
        "let at: Option<&c::place> = None; let count = std::rc::Rc::new(1); c::timer_new(at.unwrap(), move || *count);";
    let travels = program(travels);
    let crates = [("borrows", &borrows), ("shares", &shares), ("travels", &travels)];
    let report = cargo("ui_closures", "check", &[], &crates.map(|(name, text)| Crate::new(name).program(text)));
    let [message] = report.messages("travels", "main") else { panic!("{report:#?}") };
    assert!(message.text.contains("cannot be sent between threads safely"), "{}", message.text);
    let said = format!("{report:?}");
    for words in ["closure may outlive the current function", "cannot be sent between threads safely"] {
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn an_object_that_stays_on_its_thread_says_which_word_is_missing() {
    let program = |body: &str| {
        format!(
            "
mod c {{
    cffi_rt::cdef! {{
        #![preamble(\"
            struct timer; void timer_free(struct timer *t); struct timer *timer_new(void);
            int timer_now(const struct timer *t);
        \")]
        unsafe extern \"C\" {{
            struct timer cdef_destroy(timer_free);
            struct timer *cdef_owned _Nonnull timer_new(void);
            int timer_now(const struct timer *t);
        }}
    }}
}}
fn main() {{
    let timer = c::timer_new();
    {body}
}}
"
        )
    };
    let moves = program("std::thread::spawn(move || c::timer_now(&timer));");
    let shares = program("std::thread::scope(|threads| drop(threads.spawn(|| c::timer_now(&timer))));");
    let crates = [("moves", &moves), ("shares_it", &shares)];
    let report = cargo("ui_threads", "check", &[], &crates.map(|(name, text)| Crate::new(name).program(text)));
    for (name, word) in [("moves", "ObjectWithoutCdefSend"), ("shares_it", "ObjectWithoutCdefSync")] {
        let [message] = report.messages(name, "main") else { panic!("{report:#?}") };
        assert!(message.text.contains(word), "{}", message.text);
        assert!(!message.rendered.contains("UnsafeCell"), "{}", message.rendered);
    }
}

#[test]
fn an_unwritable_folder_for_stubs_is_named_with_a_way_out() {
    // What the entry macro passes on, but for the folder, which lies below a file.
    let host = host();
    let folder = format!("{}/Cargo.toml/stubs", env!("CARGO_MANIFEST_DIR"));
    let text = format!(
        "cffi_rt::__private::cdef! {{ [cffi_rt {host:?} {host:?} \"0\" \"false\" {folder:?}]\n\
         #![preamble(\"static int f(void) {{ return 1; }}\")]\nint f(void);\n}}\n"
    );
    let report = cargo("ui_folder", "build", &[], &[Crate::new("no_folder").module("unwritable", &text)]);
    let [message] = report.messages("no_folder", "unwritable") else { panic!("{report:#?}") };
    for words in [folder.as_str(), "can't be written", "`cargo clean`"] {
        assert!(message.text.contains(words), "{}", message.text);
    }
}

/// What the compiler itself says is passed on at the token that it is about.
#[test]
fn mistakes_in_c_code_are_the_compilers_to_describe() {
    let blocks = Crate::new("c_code")
        .block("body", "", "int before(void) { return 1; }\nint f(int a) { return missing + a; }", "")
        .block("preamble", "", "#![preamble(\"struct s { missing a; };\")]\nstruct s;", "")
        .block("header", "struct s { missing a; };", "struct s;", "")
        .block("arguments", "#define F(a, b) ((a) + (b))", "int F(int a);", "")
        .block("constant", "struct s { int a; }; static const struct s X = { 1 };", "static const int X;", "")
        .block("own_macro", "", "#![preamble(\"#define F(a) (a)\")]\nint F(int *a);", "")
        .block("value", "static const int X = 3;", "static const int X = missing;", "")
        .block("assertion", "extern int x;", "_Static_assert(missing, \"\");", "")
        .block("type_of", "int *f(void);", "typeof(missing) *f(void);", "")
        .block("package", "", "#![pkg_config(\"no-such-package\")]\nint f(void);", "")
        .block("source", "", "#![source(\"no/such/file.c\")]\nint f(void);", "");
    let report = cargo("ui_c_code", "build", &[], &[blocks]);
    for (module, at, words) in [
        ("body", "missing", &["the C compiler says: ", "missing"][..]),
        ("preamble", "\"struct s { missing a; };\"", &["the C compiler says: ", "missing"]),
        ("header", "\"header.h\"", &["the C compiler says of this header: ", "missing", "header.h:1"]),
        ("arguments", "F", &["`F` is a macro of the headers that takes other arguments: "]),
        ("constant", "X", &["`X` is not the constant that the block declares: "]),
        ("own_macro", "F", &["`F` as `int F(int *)`: the C compiler says: "]),
        ("value", "missing", &["the C compiler says of the value of `X`: ", "missing"]),
        ("assertion", "_Static_assert", &["the C compiler says of this assertion: ", "missing"]),
        ("type_of", "missing", &["`__typeof__(missing)` has no type: the C compiler says: ", "missing"]),
        ("package", "\"no-such-package\"", &["pkg-config ", "no-such-package"]),
        ("source", "\"no/such/file.c\"", &["no/such/file.c"]),
    ] {
        let [message] = report.messages("c_code", module) else { panic!("{module}: {report:#?}") };
        assert_eq!(message.at, at, "{module}: {}", message.text);
        for word in words {
            assert!(message.text.contains(word), "{module}: {}", message.text);
        }
    }
}

/// What words say is checked by the compiler, as far as it knows.
#[test]
fn words_that_c_contradicts_are_refused() {
    let header = "
#include <stddef.h>
struct s; struct t; void t_free(struct t *a); void t_ref(int a);
int count(const int *a, int n); int element(const int *a, int n); int f(void);
";
    let vouched = |text: &str| format!("unsafe extern \"C\" {{\n{text}\n}}");
    let cases = [
        ("destructor", "struct s cdef_destroy(t_free);", "t_free", "this function does not take such an object: "),
        ("owners", "struct t cdef_destroy(t_free) cdef_retain(t_ref);", "t_ref", "does not take such an object: "),
        ("no_destructor", "struct t cdef_destroy(t_fre);", "t_fre", "the headers declare no function `t_fre`"),
        ("text", "typedef int rc cdef_error_text(text);", "text", "the headers declare no function `text`"),
        ("free", "char *cdef_owned_by(none) f(void);", "none", "the headers declare no function `none`"),
        (
            "length",
            "int count(const int *__counted_by(length) a, int n);",
            "length",
            "`length` is neither a parameter nor declared in the headers",
        ),
        (
            "success",
            "int f(void) _Success_(return == FINE);",
            "FINE",
            "`FINE` is neither a parameter nor declared in the headers",
        ),
        (
            "element",
            "int element(const short *__counted_by(n) a, int n);",
            "element",
            "`element` is declared otherwise in the header",
        ),
    ];
    let mut blocks = Crate::new("words");
    for (module, text, ..) in cases {
        blocks = blocks.block(module, header, &vouched(text), "");
    }
    let report = cargo("ui_words", "build", &[], &[blocks]);
    for (module, _, at, words) in cases {
        let messages = report.messages("words", module);
        let first = messages.first().unwrap_or_else(|| panic!("{module}: {report:#?}"));
        assert_eq!(first.at, at, "{module}: {}", first.text);
        assert!(first.text.contains(words), "{module}: {}", first.text);
    }
}

/// What gcc's attributes and warnings know of a header, and clang's do not.
#[test]
#[cfg(feature = "libraries")]
fn words_that_gcc_contradicts_are_refused() {
    let header = "
int fixed(const int a[4]);
int mode(int *a, int n) __attribute__((access(write_only, 1, 2)));
int null(const int *a) __attribute__((nonnull(1)));
";
    let c = "unsafe extern \"C\" {
int fixed(const int a[5]);
int mode(_In_ int *__counted_by(n) a, int n);
}";
    let null = "unsafe extern \"C\" { int null(const int *_Nullable __single a); }";
    let report = cargo(
        "ui_gcc",
        "check",
        &[("CC", "gcc")],
        &[Crate::new("gcc").block("attributes", header, c, "").block("null", header, null, "")],
    );
    let [message] = report.messages("gcc", "null") else { panic!("{report:#?}") };
    assert_eq!(
        (message.at.as_str(), message.text.as_str()),
        ("_Nullable", "the header says that this parameter must not be null")
    );
    let messages = report.messages("gcc", "attributes");
    let said: Vec<&str> = messages.iter().map(|message| message.text.as_str()).collect();
    assert_eq!(
        said,
        [
            "the header declares this parameter as `const int[4]`",
            "the header says that C's use of this parameter is `write_only`",
        ]
    );
}

/// What a `use` names is rustc's to judge, at the path.
#[test]
fn paths_of_used_types_are_looked_up_by_rustc() {
    let types = "#[repr(C)]\n#[allow(non_camel_case_types, dead_code)]\npub struct div_t {\n    a: i32,\n}\n\
                 #[allow(dead_code)]\nmod deep {\n    #[repr(C)]\n    struct Hidden(i32, i32);\n}\n";
    let block = |path: &str| format!("#include <stdlib.h>\nuse {path} as div_t;\ndiv_t div(int a, int b);\n");
    let bound = "mod plugin {
    cffi_rt::cdef! {
        #![dlopen(struct Plugin)]
        void counter_free(struct counter *c);
        unsafe extern \"C\" { struct counter cdef_destroy(counter_free); }
    }
}
cffi_rt::cdef! { use self::plugin::counter; int f(counter *c); }
";
    let blocks = Crate::new("used_types")
        .block("missing", "", &block("self::missing"), types)
        .block("private", "", &block("crate::private::deep::Hidden"), types)
        .block("layout", "", &block("self::div_t"), types)
        .module("bound", bound);
    let report = cargo("ui_used_types", "check", &[], &[blocks]);
    for (module, path, words) in [
        ("missing", "use self::missing as div_t;", "cannot find type `missing`"),
        ("private", "use crate::private::deep::Hidden as div_t;", "struct `Hidden` is private"),
        ("layout", "", "`div_t` has another layout in this block's headers"),
        ("bound", "", "a handle of `dlopen(struct …)` leads to its library, too"),
    ] {
        let messages = report.messages("used_types", module);
        assert!(!messages.is_empty(), "{module}: {report:#?}");
        for message in messages {
            assert!(message.text.contains(words), "{module}: {}", message.text);
            assert!(message.rendered.contains(path), "{module}: {}", message.rendered);
        }
    }
}

/// A real header, and a text that is wrong in twenty ways: as many messages, each at its token.
#[test]
#[cfg(feature = "libraries")]
fn twenty_mistakes_are_twenty_messages() {
    let mistakes = [
        ("int EVP_PKEY_id(EVP_PKEY *pkey, int a, int b);", "EVP_PKEY_id"),
        ("int EVP_PKEY_get_bits(const EVP_PKEY *pkey, int more);", "EVP_PKEY_get_bits"),
        ("long EVP_MD_get_size(const EVP_MD *md);", "EVP_MD_get_size"),
        ("int EVP_MD_get_typo(const EVP_MD *md);", "EVP_MD_get_typo"),
        ("EVP_MD *EVP_sha256(void);", "EVP_sha256"),
        ("int EVP_DigestInit_ex(EVP_MD_CTX *ctx, EVP_MD *type, ENGINE *impl);", "EVP_DigestInit_ex"),
        ("#define EVP_MAX_MD_SIZE 65", "EVP_MAX_MD_SIZE"),
        ("#define EVP_MAX_NONE ...", "EVP_MAX_NONE"),
        ("static const int X509_V_OK = 1;", "X509_V_OK"),
        ("static const unsigned char EVP_PKEY_RSA_PSS;", "EVP_PKEY_RSA_PSS"),
        ("typedef int ASN1_BOOLEAN_;", "ASN1_BOOLEAN_"),
        ("typedef unsigned ASN1_BOOLEAN;", "ASN1_BOOLEAN"),
        ("struct evp_aead_st { int a; ...; };", "evp_aead_st"),
        ("struct asn1_string_st { int length; int type; char *data; long flags; };", "data"),
        ("struct ASN1_ENCODING_st { unsigned char *enc; long len; };", "ASN1_ENCODING_st"),
        ("struct buf_mem_st { size_t length; size_t max; char *data; ...; int flags; };", "."),
        ("int X509_get_serial(X509 *x long y);", "long"),
        ("int X509_set_version(X509_TYPO *x, long version);", "X509_TYPO"),
        ("long X509_get_version_(const X509 *x) cdef_optional, X509_get_version(X509 *x, ...);", "X509_get_version"),
        ("#if OPENSSL_VERSION_MAJOR < 3\nwrong\n#else\nint X509_up_ref(void);\n#endif", "X509_up_ref"),
    ];
    let text: Vec<&str> = mistakes.iter().map(|(text, _)| *text).collect();
    let c = format!("#include <openssl/evp.h>\n#include <openssl/x509.h>\n{}", text.join("\n"));
    let report = cargo("ui_mistakes", "check", &[], &[Crate::new("mistakes").block("twenty", "", &c, "")]);
    let said: Vec<String> = report
        .messages("mistakes", "twenty")
        .iter()
        .map(|message| format!("{}: {}", message.at, message.text))
        .collect();
    let at: Vec<&str> = report.messages("mistakes", "twenty").iter().map(|message| message.at.as_str()).collect();
    let expected: Vec<&str> = mistakes.iter().map(|(_, at)| *at).collect();
    assert_eq!(at, expected, "{said:#?}");
}

fn host() -> String {
    let output = Command::new(std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into()))
        .arg("-vV")
        .output()
        .expect("rustc runs");
    let text = String::from_utf8(output.stdout).expect("rustc writes text");
    text.lines().find_map(|line| line.strip_prefix("host: ")).expect("rustc names its host").to_owned()
}

/// gcc tells the type of a function that a macro declares; clang tells where, so that the macro's call is shown.
#[test]
#[cfg(feature = "libraries")]
fn a_macro_that_declares_a_function_is_seen_through_with_gcc() {
    let header = "
struct s { int a; };
#define DECLARE_COPY(type) struct type *type##_copy(const struct type *); int type##_free(struct type *);
DECLARE_COPY(s)
";
    let c = "struct s { int a; };
struct s *s_copy(struct s *);
void s_free(struct s *);";
    let report = cargo("ui_macro", "check", &[("CC", "gcc")], &[Crate::new("macros").block("copies", header, c, "")]);
    let [copy, free] = report.messages("macros", "copies") else { panic!("{report:#?}") };
    assert_eq!((copy.at.as_str(), free.at.as_str()), ("s_copy", "s_free"));
    assert!(copy.text.contains("header: `struct s *s_copy(const struct s *)`"), "{}", copy.text);
    assert!(free.text.contains("header: `int s_free(struct s *)`"), "{}", free.text);
}
