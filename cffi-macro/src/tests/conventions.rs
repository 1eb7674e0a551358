//! Calling conventions on 32-bit x86, from the block to the expansion; nothing of a target is ever run.

use expect_test::{Expect, expect};
use quote::quote;

use crate::ask::Asker;
use crate::check;
use crate::compare::compare_passing;
use crate::diag::Diagnostics;
use crate::emit;
use crate::facts::Facts;
use crate::input;
use crate::judge;
use crate::lower::{self, DataModel, Mode};
use crate::model::Preamble;
use crate::options::{Naming, Tolerance};
use crate::parse;
use crate::plan::{self, LibraryOptions, PlanOptions};
use crate::stub;
use crate::symbol::Symbols;
use crate::tokens::tests::block;
use crate::toolchain::{Compiler, Disk, Folder, Purpose, Target, compile, compilers, flags};

const HOST: &str = "x86_64-unknown-linux-gnu";

/// No `#include`: not every target has headers here.
const HEADER: &str = r##"#![preamble(r#"
    #define CALL __attribute__((__stdcall__))
    struct pair { int a, b; };
    typedef int (CALL *proc)(int);
    int CALL f(int a, proc g);
    int __attribute__((fastcall)) fast(int a, int b);
    int __attribute__((thiscall)) this(void *a);
    int CALL variadic(int a, ...);
    int plain(int a);
    struct table { proc first; int (*second)(int); };
    CALL int with_pair(struct pair p);
    __attribute__((fastcall)) int fast_with_pair(struct pair p);
    int CALL (*returns(int a))(long);
"#)]"##;

const RIGHT: &str = "
    struct pair { int a, b; };
    typedef int (WINAPI *proc)(int);
    int __stdcall f(int a, proc g);
    int __fastcall fast(int a, int b);
    int __thiscall this(void *a);
    int __stdcall variadic(int a, ...);
    int __cdecl plain(int a);
    struct table { int (__stdcall *first)(int); int (*second)(int); };
    int WINAPI with_pair(struct pair p);
    int __fastcall fast_with_pair(struct pair p);
    int __stdcall (*returns(int a))(long);
    int __attribute__((stdcall)) own(int a) { return a + fast_with_pair((struct pair){ a, 1 }); }
";

/// The block's own way, with a compiler for any target: its errors, or else the functions of its expansion.
fn expand(compiler: &Compiler, triple: &str, mode: Mode, text: &str) -> String {
    expand_and_compile(compiler, triple, mode, text).0
}

/// As `expand`, and the object file of the stubs.
fn expand_and_compile(compiler: &Compiler, triple: &str, mode: Mode, text: &str) -> (String, Vec<u8>) {
    let folder = Folder::new("conventions");
    let target = Target { triple, host: HOST, opt_level: "2", debug: false, stubs: folder.path() };
    let diag = &mut Diagnostics::default();
    let manifest = target.stubs.to_owned();
    let input = input::read(diag, &block(text), &Disk { manifest: manifest.clone() });
    let flags = flags(diag, &input.options, &manifest, None, &target);
    let unit = parse::parse(diag, &input.source);
    let mut cdef = lower::lower(diag, &input.source, &unit, mode, DataModel::of(triple));
    cdef.preamble = Preamble { parts: input.preamble.clone(), verified: mode == Mode::Verified };
    let checked = check::check(diag, &cdef);
    let facts = match mode {
        Mode::Verified => Asker::new(compiler, &flags, &input.source, Tolerance::Exact).ask(diag, &checked),
        Mode::Declared => Some(Facts::of_target(triple)),
    };
    let facts = facts.unwrap_or_default();
    compare_passing(diag, &checked, &facts);
    if !diag.is_empty() {
        let errors = std::mem::take(diag).into_errors();
        return (errors.into_iter().map(|error| format!("{}\n", error.message)).collect(), Vec::new());
    }
    let judged = judge::judge(diag, &checked, &facts);
    let options = PlanOptions {
        link: Vec::new(),
        naming: Naming::default(),
        tracked_files: Vec::new(),
        tracked_env: Vec::new(),
        symbols: Symbols::new("0", "crate"),
        library: LibraryOptions::default(),
        has_archive: false,
    };
    let plan = plan::plan(&checked, &facts, &judged, &options);
    let object = stub::write(&plan).map(|stubs| {
        let compiled = compile(compiler, &flags, Purpose::Stubs, &stubs);
        compiled.unwrap_or_else(|failure| panic!("{failure:?}\n{stubs}")).object
    });
    (functions(&emit::emit(&plan).to_string()), object.unwrap_or_default())
}

/// The functions and types, a line each.
fn functions(expansion: &str) -> String {
    let file = syn::parse_str::<syn::File>(expansion).expect("an expansion is items");
    let mut lines = Vec::new();
    for item in file.items {
        match item {
            syn::Item::ForeignMod(block) => {
                let abi = block.abi.name.expect("it is named").value();
                for item in block.items {
                    if let syn::ForeignItem::Fn(syn::ForeignItemFn { sig, attrs, .. }) = item {
                        let link = attrs.iter().filter(|attribute| attribute.path().is_ident("link_name"));
                        lines.push(quote!(#abi: #(#link)* #sig));
                    }
                }
            }
            syn::Item::Fn(syn::ItemFn { sig, .. }) => lines.push(quote!(#sig)),
            syn::Item::Type(syn::ItemType { ident, ty, .. }) => lines.push(quote!(type #ident = #ty)),
            syn::Item::Struct(syn::ItemStruct { ident, fields, .. }) => {
                let types = fields.iter().map(|field| &field.ty);
                lines.push(quote!(struct #ident(#(#types),*)));
            }
            _ => {}
        }
    }
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    let text = text.replace(":: core :: ffi :: ", "").replace(":: core :: option :: ", "");
    let mut names = text.split("__at");
    let first = names.next().unwrap_or_default().to_owned();
    names.fold(first, |text, name| text + name.split_once('_').map_or(name, |(_, name)| name))
}

const LINUX: &str = "i686-unknown-linux-gnu";
const WINDOWS: &str = "i686-pc-windows-gnu";

fn check_linux(block: &str, expected: &Expect) {
    let folder = Folder::new("conventions-linux");
    let block = format!("#![flag(\"-m32\")]{HEADER}{block}");
    let [gcc, clang] = compilers(folder.path());
    let text = expand(&gcc, LINUX, Mode::Verified, &block);
    expected.assert_eq(&text);
    assert_eq!(expand(&clang, LINUX, Mode::Verified, &block), text);
}

fn check_windows(mode: Mode, block: &str, expected: &Expect) {
    let folder = Folder::new("conventions-windows");
    let [_, clang] = compilers(folder.path());
    let header = match mode {
        Mode::Verified => HEADER,
        Mode::Declared => "",
    };
    let block = format!("#![flag(\"--target=i686-w64-mingw32\", \"-m32\", \"-march=i686\")]{header}{block}");
    expected.assert_eq(&expand(&clang, WINDOWS, mode, &block));
}

#[test]
fn x86_of_32_bits_has_them() {
    check_linux(
        RIGHT,
        &expect![[r#"
        struct pair (c_int , c_int)
        struct table (Option < unsafe extern "stdcall" fn (c_int ,) -> c_int > , Option < unsafe extern "C" fn (c_int ,) -> c_int >)
        type proc = Option < unsafe extern "stdcall" fn (c_int ,) -> c_int >
        "C" : unsafe fn variadic (a : c_int , ...) -> c_int
        "C" : unsafe fn plain (a : c_int ,) -> c_int
        "C" : # [link_name = "cffi_0_f_fast_with_pair"] unsafe fn fast_with_pair (p : pair ,) -> c_int
        "stdcall" : unsafe fn f (a : c_int , g : proc ,) -> c_int
        "stdcall" : unsafe fn with_pair (p : pair ,) -> c_int
        "stdcall" : unsafe fn returns (a : c_int ,) -> Option < unsafe extern "C" fn (c_long ,) -> c_int >
        "stdcall" : # [link_name = "cffi_0_b_own"] unsafe fn own (a : c_int ,) -> c_int
        "fastcall" : unsafe fn fast (a : c_int , b : c_int ,) -> c_int
        "thiscall" : unsafe fn this (a : * mut c_void ,) -> c_int
    "#]],
    );
}

#[test]
fn windows_names_them_otherwise() {
    check_windows(
        Mode::Verified,
        RIGHT,
        &expect![[r#"
            struct pair (c_int , c_int)
            struct table (Option < unsafe extern "stdcall" fn (c_int ,) -> c_int > , Option < unsafe extern "C" fn (c_int ,) -> c_int >)
            type proc = Option < unsafe extern "stdcall" fn (c_int ,) -> c_int >
            "C" : unsafe fn variadic (a : c_int , ...) -> c_int
            "C" : unsafe fn plain (a : c_int ,) -> c_int
            "C" : # [link_name = "cffi_0_f_fast_with_pair"] unsafe fn fast_with_pair (p : pair ,) -> c_int
            "stdcall" : # [link_name = "\u{1}_f@8"] unsafe fn f (a : c_int , g : proc ,) -> c_int
            "stdcall" : # [link_name = "\u{1}_with_pair@8"] unsafe fn with_pair (p : pair ,) -> c_int
            "stdcall" : # [link_name = "\u{1}_returns@4"] unsafe fn returns (a : c_int ,) -> Option < unsafe extern "C" fn (c_long ,) -> c_int >
            "stdcall" : # [link_name = "\u{1}_cffi_0_b_own"] unsafe fn own (a : c_int ,) -> c_int
            "fastcall" : # [link_name = "\u{1}@fast@8"] unsafe fn fast (a : c_int , b : c_int ,) -> c_int
            "thiscall" : unsafe fn this (a : * mut c_void ,) -> c_int
        "#]],
    );
}

#[test]
fn a_declared_block_knows_its_target() {
    let block = "
        int __stdcall f(int a, int (WINAPI *g)(int)); void __fastcall h(int a); int __cdecl i(int a);
        long __attribute__((ms_abi)) j(void); int __stdcall k(int a, ...);
    ";
    check_windows(
        Mode::Declared,
        block,
        &expect![[r#"
        "C" : unsafe fn i (a : c_int ,) -> c_int
        "C" : unsafe fn j () -> c_long
        "C" : unsafe fn k (a : c_int , ...) -> c_int
        "stdcall" : unsafe fn f (a : c_int , g : Option < unsafe extern "stdcall" fn (c_int ,) -> c_int > ,) -> c_int
        "fastcall" : unsafe fn h (a : c_int ,)
    "#]],
    );
    let folder = Folder::new("conventions-declared");
    let [gcc, _] = compilers(folder.path());
    expect![[r#"
        "C" : unsafe fn f (a : c_int , g : Option < unsafe extern "C" fn (c_int ,) -> c_int > ,) -> c_int
        "C" : unsafe fn h (a : c_int ,)
        "C" : unsafe fn i (a : c_int ,) -> c_int
        "C" : unsafe fn k (a : c_int , ...) -> c_int
        "win64" : unsafe fn j () -> c_long
    "#]]
    .assert_eq(&expand(&gcc, "x86_64-unknown-linux-gnu", Mode::Declared, block));
    expect![[r#"
        "C" : unsafe fn f (a : c_int , g : Option < unsafe extern "C" fn (c_int ,) -> c_int > ,) -> c_int
        "C" : unsafe fn h (a : c_int ,)
        "C" : unsafe fn i (a : c_int ,) -> c_int
        "C" : unsafe fn j () -> c_long
        "C" : unsafe fn k (a : c_int , ...) -> c_int
    "#]]
    .assert_eq(&expand(&gcc, "x86_64-pc-windows-gnu", Mode::Declared, block));
    expect![[r#"
        "C" : unsafe fn f (a : c_int , g : Option < unsafe extern "C" fn (c_int ,) -> c_int > ,) -> c_int
        "C" : unsafe fn h (a : c_int ,)
        "C" : unsafe fn i (a : c_int ,) -> c_int
        "C" : unsafe fn j () -> c_long
        "C" : unsafe fn k (a : c_int , ...) -> c_int
    "#]]
    .assert_eq(&expand(&gcc, "aarch64-unknown-linux-gnu", Mode::Declared, block));
    let records = "struct s { int a; }; int __fastcall f(struct s a); extern int (__fastcall *g)(struct s a);";
    check_windows(
        Mode::Declared,
        records,
        &expect![[r#"
        `f` is `fastcall` and passes records by value: only a stub in C can call it; add an `#include` that declares it
        Rust can't call a pointer to a function that is `fastcall` and passes records by value; hide it behind C functions
    "#]],
    );
}

#[test]
fn another_convention_than_the_headers_is_an_error() {
    let block = "
        typedef int (*proc)(int);
        int f(int a, int (WINAPI *g)(int));
        int __stdcall fast(int a, int b);
        int __stdcall plain(int a);
        int this(void *a);
        struct table { int (__stdcall *first)(int); int (__fastcall *second)(int); };
    ";
    check_linux(
        block,
        &expect![[r#"
        `proc` is `int (__attribute__((stdcall)) *)(int)` in the header and `int (*)(int)` in the block
        `f` is `stdcall` in the header and not in the block
        header: `int CALL f(int a, proc g)` (line 5 of the preamble)
         block: `int f(int, int (__attribute__((__stdcall__)) *)(int))`
        `fast` is `fastcall` in the header and `stdcall` in the block
        header: `int __attribute__((fastcall)) fast(int a, int b)` (line 6 of the preamble)
         block: `__attribute__((__stdcall__)) int fast(int, int)`
        `plain` is `stdcall` in the block and not in the header
        header: `int plain(int a)` (line 9 of the preamble)
         block: `__attribute__((__stdcall__)) int plain(int)`
        `this` is `thiscall` in the header and not in the block
        header: `int __attribute__((thiscall)) this(void *a)` (line 7 of the preamble)
         block: `int this(void *)`
        the field `second` of `struct table` is `int (*)(int)` in the header and `int (__attribute__((__fastcall__)) *)(int)` in the block
    "#]],
    );
}

#[test]
fn what_rust_has_no_convention_for_is_refused() {
    let block = "
        #![preamble(\"extern int (__attribute__((fastcall)) *pointer)(struct pair p);\")]
        struct pair { int a, b; };
        extern int (__fastcall *pointer)(struct pair p);
    ";
    check_linux(
        block,
        &expect![[r#"
        Rust can't call a pointer to a function that is `fastcall` and passes records by value; hide it behind C functions
    "#]],
    );
}

#[test]
fn windows_imports_variables_through_their_getters() {
    let folder = Folder::new("conventions-imports");
    let [_, clang] = compilers(folder.path());
    let text = "#![flag(\"--target=x86_64-w64-mingw32\")]
        #![preamble(\"extern __declspec(dllimport) int counter; __declspec(dllimport) int next(void);\")]
        extern __declspec(dllimport) int counter;
        int next(void);
    ";
    let (functions, object) = expand_and_compile(&clang, "x86_64-pc-windows-gnu", Mode::Verified, text);
    expect![[r#"
        fn counter () -> * mut c_int
        "C" : unsafe fn next () -> c_int
    "#]]
    .assert_eq(&functions);
    let imports = |name: &[u8]| object.windows(name.len()).any(|window| window == name);
    assert!(imports(b"__imp_counter") && !imports(b"__imp_next"));
}
