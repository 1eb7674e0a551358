//! Generated code triggers no lint, needs no import and minds no name of the caller's.

#[expect(dead_code, reason = "the other tests use the rest")]
#[path = "support/mod.rs"]
mod support;

use std::fs;
use std::path::Path;

use support::{Crate, cargo};

/// One declaration of each kind, in a block that the C compiler checks.
const VERIFIED: &str = r##"
    #![preamble(r#"
        #include <stddef.h>
        #include <stdint.h>
        enum hy_kind { HY_A, HY_B = 2 };
        enum { HY_LOOSE = 3 };
        struct hy_exact { int a; const char *text; uint8_t bytes[3]; };
        struct hy_partial { long hidden; int a; };
        union hy_union { int i; double d; };
        struct hy_nested { struct { int x; } inner; int (*f)(int); };
        struct hy_flexible { int n; char tail[]; };
        struct hy_opaque;
        typedef struct { int hidden; } hy_sized;
        typedef struct hy_handle_s *hy_handle;
        typedef int hy_exact_int;
        typedef unsigned short hy_some_int;
        typedef float hy_some_float;
        typedef struct { int hidden[2]; } hy_implicit;
        #define HY_INT 42
        #define HY_FLOAT 1.5
        #define HY_PI 3.14159265358979323846
        #define HY_E 2.71828182845904523536f
        #define HY_TEXT "text"
        #define HY_NUL "a\0b"
        #define HY_POINTER ((char *)0)
        #define HY_MACRO(a) ((a) + 1)
        static const int HY_STATIC = 5;
        static int hy_global;
        static const int hy_constant = 4;
        static int hy_inline(int a, struct hy_partial b) { return a + b.a; }
        int hy_variadic(int a, ...);
        int hy_plain(int a, const char *b, enum hy_kind c, struct hy_exact d);
        hy_handle hy_open(hy_implicit *i, hy_sized *s, struct hy_opaque *o);
        _Noreturn void hy_exit(void);
    "#)]
    enum hy_kind { HY_A, HY_B = 2 };
    enum { HY_LOOSE = 3 };
    struct hy_exact { int a; const char *text; uint8_t bytes[3]; };
    struct hy_partial { int a; ...; };
    union hy_union { int i; double d; };
    struct hy_nested { struct { int x; } inner; int (*f)(int); };
    struct hy_flexible { int n; char tail[]; };
    struct hy_opaque;
    typedef struct { ...; } hy_sized;
    typedef ... *hy_handle;
    typedef int hy_exact_int;
    typedef int... hy_some_int;
    typedef float... hy_some_float;
    #define HY_INT ...
    #define HY_FLOAT 1.5
    #define HY_PI ...
    #define HY_E ...
    #define HY_TEXT ...
    #define HY_NUL ...
    static char *const HY_POINTER;
    static const int HY_STATIC;
    int HY_MACRO(int a);
    extern int hy_global;
    extern const int hy_constant;
    int hy_inline(int a, struct hy_partial b);
    int hy_variadic(int a, ...);
    int hy_plain(int a, const char *b, enum hy_kind c, struct hy_exact d);
    hy_handle hy_open(hy_implicit *i, hy_sized *s, struct hy_opaque *o);
    void hy_exit(void);
    int hy_body(int a, hy_some_int b, hy_some_float c) { return a + b + (int)c; }
"##;

/// One of each kind that needs no C compiler.
const DECLARED: &str = r#"
    enum hd_kind { HD_A, HD_B = 2 };
    enum { HD_LOOSE = 3 };
    struct hd_exact { int a; const char *text; uint8_t bytes[3]; };
    union hd_union { int i; double d; };
    struct hd_nested { struct { int x; } inner; int (*f)(int); };
    struct hd_flexible { int n; char tail[]; };
    struct hd_opaque;
    typedef ... *hd_handle;
    typedef int hd_exact_int;
    #define HD_INT 42
    #define HD_FLOAT 1.5
    #define HD_PI 3.14159265358979323846
    #define HD_TEXT "text"
    static const int HD_STATIC = 5;
    extern int hd_global;
    extern const int hd_constant;
    int hd_variadic(int a, ...);
    int hd_plain(int a, const char *b, enum hd_kind c, struct hd_exact d);
    hd_handle hd_open(struct hd_opaque *o);
"#;

/// One of each kind of word.
const SAFE: &str = r##"
    #![preamble(r#"
        #include <errno.h>
        #include <stddef.h>
        #include <stdlib.h>
        #include <string.h>
        struct hs_parent; struct hs_child; struct hs_counted;
        struct hs_seen { int id; char name[8]; char *text; };
        enum hs_code { HS_FINE, HS_WRONG };
        int hs_sum(const int *values, size_t count);
        int hs_write(int *out, size_t room, const char *name);
        int hs_both(unsigned char *a, size_t *length);
        int hs_rooms(unsigned char *out, int count);
        struct hs_parent *hs_open(const char *name);
        void hs_close(struct hs_parent *parent);
        int hs_child_close(struct hs_child *child);
        int hs_begin(struct hs_parent *parent, struct hs_child **out);
        const char *hs_name(struct hs_child *child);
        const int *hs_values(const struct hs_child *child);
        int hs_count(const struct hs_child *child);
        int hs_up(struct hs_counted *object);
        void hs_down(struct hs_counted *object);
        struct hs_counted *hs_shared(void);
        struct hs_seen *hs_see(struct hs_parent *parent);
        char *hs_text(void);
        int *hs_numbers(size_t *count);
        enum hs_code hs_try(int value, int *out);
        const char *hs_find(const char *in, size_t length);
        int hs_print(char *out, size_t room);
        const char *hs_message(int code);
        int hs_unsafe(void *anything);
        const char *hs_last(void);
        long hs_last_code(void);
        struct hs_keeper;
        void hs_keeper_free(struct hs_keeper *keeper);
        void hs_keep(struct hs_keeper *keeper, const char *text, int *numbers, size_t count);
        struct hs_keeper *hs_keeper_new(void);
        typedef int hs_port;
        int hs_port_close(hs_port port);
        hs_port hs_port_open(int number);
        int hs_ports(hs_port both[2], hs_port *one);
        int hs_read(hs_port port);
        int hs_start(int mode);
        int hs_started(const char *const *names);
        long hs_line(char **text, size_t *room);
        size_t hs_convert(const char **in, size_t *in_left, char **out, size_t *out_left);
        int hs_between(const short *from, const short *to);
        const char *const *hs_names(int count);
        typedef int (*hs_visit)(void *ctx, int *out, char *room, size_t size, struct hs_counted *object);
        void hs_each(hs_visit visit, void *ctx);
        void hs_sort(void (*order)(const int *a, int *b));
    "#)]
    unsafe extern "C" {
        typedef _Return_type_success_(return == 0) int hs_rc cdef_error_text(hs_message);
        const char *__null_terminated cdef_static hs_message(int code);
        struct hs_parent cdef_destroy(hs_close) cdef_send;
        struct hs_child cdef_destroy(hs_child_close);
        struct hs_counted cdef_destroy(hs_down) cdef_retain(hs_up) cdef_send cdef_sync;
        struct hs_seen cdef_opaque { int id; char name[8] __null_terminated; char *text __null_terminated; };
        enum hs_code { HS_FINE, HS_WRONG };
        int hs_sum(const int *__counted_by_or_null(count) values, size_t count);
        int hs_write(_Out_writes_to_(room, return) int *out, _In_range_(1, 9) size_t room,
                     const char *_Nullable __null_terminated name) _Success_(return >= 0) cdef_error(errno);
        hs_rc hs_both(_Inout_ unsigned char *__counted_by(*length) a, _Inout_ size_t *length);
        hs_rc hs_rooms(_Out_ unsigned char *__counted_by(count * 2 + hs_room(count)) out, int count)
            _Pre_satisfies_(count > 0);
        static int hs_room(int count);
        struct hs_parent *cdef_owned _Nullable hs_open(const char *__null_terminated name) cdef_error(errno);
        void hs_close(struct hs_parent *cdef_consumed parent);
        hs_rc hs_child_close(struct hs_child *cdef_consumed child);
        hs_rc hs_begin(struct hs_parent *cdef_shared parent __lifetimebound,
                       _Always_(_Outptr_) struct hs_child *cdef_owned _Nullable *out);
        const char *__null_terminated cdef_transient hs_name(struct hs_child *child);
        const int *__counted_by(hs_count(child)) hs_values(const struct hs_child *child __lifetimebound);
        int hs_count(const struct hs_child *child);
        struct hs_counted *cdef_owned hs_shared(void);
        struct hs_seen *_Nullable hs_see(struct hs_parent *parent __lifetimebound);
        char *__null_terminated cdef_owned_by(free) _Nonnull hs_text(void);
        int *__counted_by(*count) cdef_owned_by(free) hs_numbers(_Out_ size_t *count);
        enum hs_code hs_try(int value, _Out_ int *out) _Success_(return == HS_FINE) cdef_error(return);
        const char *cdef_within(in) hs_find(const char *__counted_by(length) in, size_t length);
        int hs_print(_Out_writes_z_(room) char *out, size_t room) _Success_(return == 0);
        int hs_unsafe(void *anything);
        static int hs_body(const unsigned char key[16]) _Success_(return > 0)
            cdef_error(code = hs_last_code(), message = hs_last()) cdef_safe;
        struct hs_keeper cdef_destroy(hs_keeper_free) cdef_send;
        void hs_keeper_free(struct hs_keeper *cdef_consumed keeper) cdef_safe;
        struct hs_keeper *cdef_owned hs_keeper_new(void) cdef_safe;
        void hs_keep(struct hs_keeper *keeper, const char *__null_terminated text __lifetime_capture_by(keeper),
                     int *__counted_by(count) numbers __lifetime_capture_by(keeper), size_t count) cdef_safe;
        typedef int hs_port cdef_destroy(hs_port_close) cdef_send cdef_sync;
        hs_rc hs_port_close(hs_port cdef_consumed port) cdef_safe;
        hs_port cdef_owned hs_port_open(int number) _Success_(return >= 0) cdef_error(errno) cdef_safe;
        hs_rc hs_ports(_Out_ hs_port both[2] cdef_owned, _Out_ hs_port *cdef_owned one) cdef_safe;
        int hs_read(hs_port port) cdef_requires(started) cdef_safe;
        hs_rc hs_start(int mode) cdef_provides(started) cdef_safe;
        int hs_started(const char *__null_terminated const *__null_terminated names) cdef_requires(started) cdef_safe;
        long hs_line(_Inout_ _Out_writes_to_(*room, return) char *cdef_owned_by(free) _Nullable *text,
                     _Inout_ size_t *room) _Success_(return >= 0) cdef_error(errno) cdef_safe;
        size_t hs_convert(_Inout_ const char *__counted_by(*in_left) *_Nullable in, _Inout_ size_t *in_left,
                          _Inout_ _Out_writes_to_(*out_left, 0) char **out, _Inout_ size_t *out_left)
            _Success_(return != (size_t)-1) cdef_error(errno) cdef_safe;
        int hs_between(const short *__ended_by(to) from, const short *to) cdef_safe;
        const char *__null_terminated const *__counted_by(count) cdef_static hs_names(int count) cdef_safe;
        typedef int (*hs_visit)(void *ctx, _Out_ int *out, _Out_writes_to_(size, return) char *room, size_t size,
                                struct hs_counted *cdef_owned object) cdef_closure(ctx) cdef_on_panic(-1);
        void hs_each(hs_visit visit cdef_scope(call), void *ctx) cdef_safe;
        void hs_sort(void (*order)(const int *__single a, _Inout_ int *b) cdef_closure() cdef_scope(call)) cdef_safe;
    }
    int hs_up(struct hs_counted *object);
    void hs_down(struct hs_counted *object);
    static int hs_room(int count) { return count; }
    static int hs_body(const unsigned char key[16]) { return key[0]; }
"##;

const EVERY_LINT: &str = "
#![deny(
    warnings,
    missing_docs,
    unused,
    nonstandard_style,
    future_incompatible,
    rust_2018_idioms,
    let_underscore,
    elided_lifetimes_in_paths,
    missing_debug_implementations,
    single_use_lifetimes,
    trivial_casts,
    trivial_numeric_casts,
    unreachable_pub,
    unsafe_op_in_unsafe_fn,
    unused_import_braces,
    unused_lifetimes,
    unused_qualifications,
    variant_size_differences,
    clippy::all,
    clippy::pedantic,
    clippy::nursery,
    clippy::undocumented_unsafe_blocks,
    clippy::multiple_unsafe_ops_per_block,
    clippy::missing_safety_doc,
    clippy::absolute_paths,
    clippy::as_conversions,
    clippy::indexing_slicing
)]
";

/// The safe functions that a table can have: texts of a status, numbers and tokens don't know their library.
fn safe_of_a_table() -> String {
    let (before, words) = SAFE.split_once("unsafe extern").expect("the block vouches");
    let words = words.lines().filter(|line| !line.contains("hs_port") && !line.contains("(started)"));
    let words = words.collect::<Vec<_>>().join("\n").replace(" cdef_error_text(hs_message)", "");
    format!("{before}unsafe extern{words}\n")
}

/// The same blocks with a table that is a value.
fn with_tables(crate_: Crate, path: &str) -> Crate {
    let table = |c: &str| format!("{path}::cdef! {{ #![dlopen(struct Plugin)] {c} }}\n");
    let safe = safe_of_a_table();
    let (verified, declared, safe) = (table(VERIFIED), table(DECLARED), table(&safe));
    let crate_ = crate_.module("table", &verified).module("declared_table", &declared).module("safe_table", &safe);
    crate_.module("private_table", &format!("mod table {{ {verified} }}\nmod safe {{ {safe} }}\n"))
}

/// A crate with both blocks in public and in private modules.
fn with_blocks(crate_: Crate, path: &str) -> Crate {
    let verified = format!("{path}::cdef! {{{VERIFIED}}}\n");
    let declared = format!("{path}::cdef! {{{DECLARED}}}\n");
    crate_
        .module("verified", &verified)
        .module("declared", &declared)
        .module("private", &format!("mod verified {{ {verified} }}\nmod declared {{ {declared} }}\n"))
}

/// A crate with a block of safe functions, public and private.
fn with_safe(crate_: Crate, path: &str) -> Crate {
    let safe = format!("{path}::cdef! {{{SAFE}}}\n");
    crate_.module("safe", &safe).module("private_safe", &format!("mod safe {{ {safe} }}\n"))
}

#[test]
fn no_lint_fires_and_every_edition_may_call() {
    let crates = ["2018", "2021", "2024"].map(|edition| {
        let crate_ = Crate::new(&format!("lints_{edition}")).edition(edition);
        let crate_ = crate_.root("//! Declares and never calls.\n").root(EVERY_LINT);
        with_tables(with_safe(with_blocks(crate_, "cffi_rt"), "cffi_rt"), "cffi_rt")
    });
    cargo("hygiene_lints", "clippy", &[], &crates).expect_silence();
}

#[test]
fn declaring_is_no_unsafe_code() {
    let crate_ = Crate::new("forbids_unsafe").root("#![forbid(unsafe_code)]\n");
    cargo("hygiene_unsafe", "check", &[], &[with_blocks(crate_, "cffi_rt")]).expect_silence();
}

#[test]
fn no_name_of_the_callers_is_used() {
    let macros = "
#![no_implicit_prelude]
#![allow(dead_code, non_camel_case_types, unused_macros)]
extern crate cffi_rt as rt;
macro_rules! concat { ($($t:tt)*) => { the caller's macro } }
macro_rules! assert { ($($t:tt)*) => { the caller's macro } }
macro_rules! compile_error { ($($t:tt)*) => { the caller's macro } }
macro_rules! option_env { ($($t:tt)*) => { the caller's macro } }
macro_rules! include_bytes { ($($t:tt)*) => { the caller's macro } }
"
    .replace("caller's", "callers");
    let names = "
pub mod core {} pub mod std {} pub mod alloc {} pub mod cffi_rt {}
pub struct u8; pub struct u16; pub struct u32; pub struct u64; pub struct usize; pub struct i8; pub struct i32;
pub struct i64; pub struct isize; pub struct f32; pub struct f64; pub struct bool; pub struct str; pub struct char;
pub struct c_int; pub struct c_char; pub struct c_void;
pub enum Option {} pub enum Some {} pub enum None {} pub enum Result {} pub struct CStr;
pub trait Copy {} pub trait Clone {} pub trait Debug {} pub trait Default {} pub trait From {} pub trait Sized {}
pub trait PartialEq {} pub trait Eq {} pub trait Ord {} pub trait PartialOrd {} pub trait Hash {} pub trait Fn {}
";
    let block = |c: &str| format!("{names}\n::cffi_rt::cdef! {{{c}}}\n");
    let table = |c: &str| block(&format!("#![dlopen(struct Plugin)] {c}"));
    let crate_ = Crate::new("shadows")
        .root(&macros)
        .module("verified", &block(VERIFIED))
        .module("declared", &block(DECLARED))
        .module("safe", &block(SAFE))
        .module("table", &table(VERIFIED))
        .module("safe_table", &table(&safe_of_a_table()));
    cargo("hygiene_names", "check", &[], &[crate_]).expect_silence();
}

#[test]
fn the_dependency_may_be_renamed_or_reached_through_another_crate() {
    let renamed = with_safe(with_blocks(Crate::new("renamed").renamed_dependency("c"), "c"), "c");
    let hub = Crate::new("hub").root("pub use cffi_rt;\npub use cffi_rt::cdef;\n");
    let path = with_blocks(Crate::new("through_path").only_dependency("hub"), "hub::cffi_rt");
    let name = with_blocks(Crate::new("through_name").only_dependency("hub"), "hub");
    cargo("hygiene_paths", "check", &[], &[renamed, hub, path, name]).expect_silence();
}

#[test]
fn no_standard_library_is_needed() {
    let crate_ = Crate::new("without_std").root("#![no_std]\n");
    let crate_ = with_tables(with_safe(with_blocks(crate_, "cffi_rt"), "cffi_rt"), "cffi_rt");
    cargo("hygiene_no_std", "check", &[], &[crate_]).expect_silence();
}

#[test]
fn macros_of_the_callers_may_write_blocks() {
    let text = "
macro_rules! declare {
    ($name:ident, $value:literal, $ty:ty) => {
        cffi_rt::cdef! { int $name(int a); }
        /// Of the macro.
        pub const OF_MACRO: $ty = $value;
    };
}
declare!(abs, 3, i32);
";
    let crate_ = Crate::new("in_macros").module("written", text);
    cargo("hygiene_macros", "check", &[], &[crate_]).expect_silence();
}

#[test]
fn vouching_is_unsafe_code_where_the_user_writes_unsafe() {
    let crate_ = Crate::new("forbids_vouching").root("#![forbid(unsafe_code)]\n");
    let report = cargo("hygiene_vouching", "check", &[], &[with_blocks(with_safe(crate_, "cffi_rt"), "cffi_rt")]);
    let messages = report.messages("forbids_vouching", "safe");
    assert!(!messages.is_empty());
    let line = SAFE.lines().position(|line| line.contains("unsafe extern")).expect("the block vouches");
    for message in messages {
        let place = (message.text.as_str(), message.at.as_str(), message.line);
        assert_eq!(place, ("usage of an `unsafe extern` block", "unsafe", line as u64 + 1), "{}", message.rendered);
    }
    for module in ["verified", "declared", "private", "lib"] {
        assert_eq!(report.messages("forbids_vouching", module), []);
    }
}

#[test]
fn the_docs_list_objects_and_what_safe_functions_rest_on() {
    let c = "
        #![names(rust)]
        #![prefix(kv_)]
        #![preamble(\"
            typedef struct kv_store kv_store;
            kv_store *kv_open(const char *name);
            void kv_free(kv_store *store);
            int kv_get(const kv_store *store, int key);
        \")]
        struct kv_store;
        unsafe extern \"C\" {
            struct kv_store cdef_destroy(kv_free);
            kv_store *cdef_owned kv_open(const char *__null_terminated name);
            int kv_get(const kv_store *store, int key);
        }
    ";
    let crates = [Crate::new("documented").block("stores", "", c, "")];
    cargo("hygiene_docs", "doc", &[], &crates).expect_silence();
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("generated/doc/documented/stores");
    let page = |name: &str| {
        let html = fs::read_to_string(folder.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        // Without the tags.
        html.split('<').map(|part| part.split_once('>').map_or(part, |(_, text)| text)).collect::<String>()
    };
    let list = page("index.html");
    assert!(list.contains("C’s struct kv_store, an object that kv_free destroys."), "{list}");
    assert!(list.contains("The functions with C’s own signatures"), "{list}");
    let methods = page("struct.Store.html");
    for words in [
        "pub fn open(name: &amp;CStr) -&gt; Option&lt;Owned&lt;Store&gt;&gt;",
        "C’s kv_get.",
        "pub fn get(&amp;self, key: c_int)",
    ] {
        assert!(methods.contains(words), "{words}: {methods}");
    }
    assert!(page("enum.raw.html").contains("name ends in NUL (by its type)"));
}
