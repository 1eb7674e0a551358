//! 2,000 random signatures, called from Rust into C and from C into Rust, with every byte of a value compared.
//!
//! A pointer to a function has no stub, so what needs one goes by address there, as the message advises.

use std::collections::BTreeSet;
use std::fs;

use crate::numbers::Numbers;
use crate::package::Package;
use crate::types::{self, Class, Type, line};

const COUNT: usize = 2_000;
/// So many of them, the first, hold only what pointers to functions may pass.
const DIRECT: usize = 1_000;

/// `f<N>` takes the values of its seeds and returns one; `call_<N>` calls a function in the same way.
struct Signature {
    result: usize,
    parameters: Vec<usize>,
}

fn signatures(numbers: &mut Numbers, types: &[Type]) -> Vec<Signature> {
    let random = (0..COUNT).map(|index| {
        let bound = if index < DIRECT { types::direct(types) } else { types.len() };
        Signature {
            result: numbers.below(bound),
            parameters: (0..numbers.below(11)).map(|_| numbers.below(bound)).collect(),
        }
    });
    // Each type once alone, so that none hides behind another.
    let alone = (0..types.len()).map(|ty| Signature { result: ty, parameters: vec![ty] });
    random.chain(alone).collect()
}

fn joined(parts: impl Iterator<Item = String>) -> String {
    parts.collect::<Vec<_>>().join(", ")
}

/// What a pointer to a function passes: a value, or its address.
fn pointed(ty: &Type) -> (String, String) {
    match ty.delicate {
        true => (format!("{} *", ty.c), format!("*mut {}", ty.rust)),
        false => (ty.c.clone(), ty.rust.clone()),
    }
}

/// An expression for the seed of an argument, or of the result, which comes last.
fn seed(index: usize, at: usize) -> String {
    format!("{}ull", (index * 16 + at + 1) * 0x9e37_79b9)
}

fn rust_seed(index: usize, at: usize) -> String {
    seed(index, at).replace("ull", "")
}

impl Signature {
    fn is_delicate(&self, types: &[Type]) -> bool {
        self.parameters.iter().chain([&self.result]).any(|ty| types[*ty].delicate)
    }

    fn each(&self) -> impl Iterator<Item = (usize, usize)> {
        self.parameters.iter().copied().enumerate()
    }

    fn c_parameters(&self, spell: impl Fn(usize) -> String) -> String {
        let parameters = joined(self.each().map(|(at, ty)| format!("{} a{at}", spell(ty))));
        if parameters.is_empty() { "void".to_owned() } else { parameters }
    }

    /// The head of `f<N>` and that of `call_<N>`.
    fn heads(&self, types: &[Type], index: usize) -> [String; 2] {
        let pointed = |ty: usize| pointed(&types[ty]).0;
        [
            format!("{} f{index}({})", types[self.result].c, self.c_parameters(|ty| types[ty].c.clone())),
            format!("_Bool call_{index}({} (*f)({}))", pointed(self.result), self.c_parameters(pointed)),
        ]
    }

    fn prototypes(&self, types: &[Type], index: usize) -> String {
        self.heads(types, index).map(|head| format!("{head};\n")).concat()
    }

    fn c_definitions(&self, types: &[Type], index: usize) -> String {
        let [function, call] = self.heads(types, index);
        let (result, last) = (self.result, seed(index, self.parameters.len()));
        let compares: String = self
            .each()
            .map(|(at, ty)| format!("seen |= (unsigned)same({ty}, {}, &a{at}) << {at}; ", seed(index, at)))
            .collect();
        let makes: String = self
            .each()
            .map(|(at, ty)| format!("{} a{at}; fill({ty}, {}, &a{at}); ", types[ty].c, seed(index, at)))
            .collect();
        let address = |ty: usize| if types[ty].delicate { "&" } else { "" };
        let arguments = joined(self.each().map(|(at, ty)| format!("{}a{at}", address(ty))));
        let returned = pointed(&types[result]).0;
        let place = if types[result].delicate { "r" } else { "&r" };
        format!(
            "{function} {{ seen = 0; {compares}{} r; fill({result}, {last}, &r); return r; }}\n\
             {call} {{ {makes}{returned} r = f({arguments}); return same({result}, {last}, {place}); }}\n",
            types[result].c
        )
    }

    fn rust_check(&self, types: &[Type], index: usize) -> String {
        let (result, last) = (self.result, rust_seed(index, self.parameters.len()));
        let arguments = joined(self.each().map(|(at, ty)| format!("make({ty}, {})", rust_seed(index, at))));
        let parameters = joined(self.each().map(|(at, ty)| format!("a{at}: {}", pointed(&types[ty]).1)));
        let compares: String = self
            .each()
            .map(|(at, ty)| {
                let place = if types[ty].delicate { format!("&*a{at}") } else { format!("&a{at}") };
                format!("seen |= u32::from(same({ty}, {}, unsafe {{ {place} }})) << {at};\n", rust_seed(index, at))
            })
            .collect();
        let value = format!("make::<{}>({result}, {last})", types[result].rust);
        let value = if types[result].delicate { format!("Box::leak(Box::new({value}))") } else { value };
        let all = (1_u32 << self.parameters.len()) - 1;
        format!(
            "unsafe extern \"C\" fn back{index}({parameters}) -> {} {{\nlet mut seen = 0;\n{compares}\
             SEEN.store(seen, std::sync::atomic::Ordering::SeqCst);\n{value}\n}}\n\
             fn t{index}() {{\nlet result = unsafe {{ c::f{index}({arguments}) }};\n\
             check({index}, \"from Rust\", {all}, unsafe {{ c::seen().read() }}, same({result}, {last}, &result));\n\
             let same = unsafe {{ c::call_{index}(Some(back{index})) }};\n\
             check({index}, \"from C\", {all}, SEEN.load(std::sync::atomic::Ordering::SeqCst), same);\n}}\n",
            pointed(&types[result]).1
        )
    }
}

const RUST_TOOLS: &str = r#"
static SEEN: std::sync::atomic::AtomicU32 = std::sync::atomic::AtomicU32::new(0);
fn make<T>(ty: i32, seed: u64) -> T {
    let mut value = core::mem::MaybeUninit::<T>::uninit();
    unsafe {
        c::fill(ty, seed, value.as_mut_ptr().cast());
        value.assume_init()
    }
}
fn same<T>(ty: i32, seed: u64, value: &T) -> bool {
    unsafe { c::same(ty, seed, core::ptr::from_ref(value).cast()) }
}
fn check(index: u32, direction: &str, all: u32, seen: u32, result: bool) {
    assert_eq!(all, seen, "arguments of {index} {direction}");
    assert!(result, "result of {index} {direction}");
}
/// Leaves nothing of an earlier call in the registers and on the stack of the next one.
#[inline(never)]
fn forget() {
    #[derive(Clone, Copy)]
    #[repr(C)]
    struct Large([u64; 512]);
    #[inline(never)]
    extern "C" fn take(a: f64, b: f64, c: f64, d: f64, e: f64, f: f64, g: f64, h: f64, large: Large) {
        std::hint::black_box((a, b, c, d, e, f, g, h, large.0));
    }
    take(0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, Large([0x5a5a; 512]));
}
/// A value of another seed is not taken for this one.
fn differs<T>(ty: i32) {
    assert!((1..100).any(|seed| !same::<T>(ty, seed, &make(ty, 0))), "{ty}");
}
"#;

/// The functions that go through a stub: in the C of the stubs, and as the link names of the expansion.
fn stubs(folder: &std::path::Path) -> BTreeSet<usize> {
    let read = |ending: &str| {
        let mut files =
            fs::read_dir(folder).expect("the build dumped").map(|file| file.expect("it is readable").path());
        let path = files.find(|path| path.to_string_lossy().ends_with(ending));
        fs::read_to_string(path.expect("the block has stubs")).expect("it is text")
    };
    let names = |text: &str, before: &str, after: char| -> BTreeSet<usize> {
        let names = text.split(before).skip(1).filter_map(|rest| rest.split_once(after));
        names.filter_map(|(name, _)| name.parse().ok()).collect()
    };
    let in_c = names(&read(".stubs.c"), "_f_f", '(');
    assert_eq!(in_c, names(&read(".expansion.rs"), "_f_f", '"'));
    in_c
}

/// A package with the types and functions, and its block.
fn package(name: &'static str, compiler: &str, types: &[Type], signatures: &[Signature]) -> (Package, String) {
    let mut package = Package::new(name);
    package.set("CC", compiler);
    let mut functions = format!("extern unsigned seen;\n{}", types::TOOLS);
    let mut source = format!("#include \"src/values.h\"\nunsigned seen;\n{}", types::c_tools(types));
    for (index, signature) in signatures.iter().enumerate() {
        functions.push_str(&signature.prototypes(types, index));
        source.push_str(&signature.c_definitions(types, index));
    }
    for (index, ty) in types.iter().enumerate() {
        line(&mut functions, format!("_Bool take_{index}({} a);", ty.c));
        line(&mut source, format!("_Bool take_{index}({} a) {{ return same({index}, 1, &a); }}", ty.c));
    }
    package.file("src/values.h", types::declarations(types) + &functions).file("values.c", source);
    let block =
        format!("#![source(\"values.c\")]\n#include \"values.h\"\n{}{functions}", types::block_declarations(types));
    (package, block)
}

fn every_value_arrives(name: &'static str, compiler: &str) {
    let numbers = &mut Numbers(0xab1e);
    let types = types::types(numbers);
    let signatures = signatures(numbers, &types);
    let (mut package, block) = package(name, compiler, &types, &signatures);
    let mut program = format!(
        "#![allow(improper_ctypes, improper_ctypes_definitions, clashing_extern_declarations, clippy::all)]\n\
         mod c {{\ncffi_rt::cdef! {{\n{block}}}\n}}\n{RUST_TOOLS}"
    );
    let (mut calls, mut externs, mut takes) = (String::new(), String::new(), String::new());
    for (index, signature) in signatures.iter().enumerate() {
        program.push_str(&signature.rust_check(&types, index));
        line(&mut calls, format!("t{index}();"));
    }
    for (index, Type { rust, .. }) in types.iter().enumerate() {
        line(&mut calls, format!("differs::<{rust}>({index});"));
        line(&mut externs, format!("pub fn take_{index}(a: {rust}) -> bool;"));
        line(
            &mut takes,
            format!(
                "assert!(unsafe {{ c::take_{index}(make({index}, 1)) }});\n\
                 let value = make({index}, 1);\nforget();\n\
                 println!(\"{index} {{}}\", unsafe {{ direct::take_{index}(value) }});"
            ),
        );
    }
    line(
        &mut program,
        format!(
            "mod direct {{\nuse super::c;\nunsafe extern \"C\" {{\n{externs}}}\n}}\nfn main() {{\n{calls}{takes}}}"
        ),
    );
    package.file("src/main.rs", program);
    let dump = package.path("dump");
    package.set("CDEF_DUMP", &dump);
    let output = package.run();
    let delicate = (0..signatures.len()).filter(|index| signatures[*index].is_delicate(&types));
    // As each type has a function of its own, that is also a stub for each class, and none for what Rust can pass.
    assert_eq!(stubs(&dump), delicate.collect());
    // Which registers a wrong call reads differs between machines.
    if cfg!(all(target_arch = "x86_64", target_os = "linux")) {
        assert_eq!(lost_without_stubs(&types, &output), NEEDED);
    }
}

/// The classes of which Rust, without the stub, loses a value even where it is the only argument.
///
/// The stubs of the others do no harm here, and are needed on other targets or behind other arguments.
const NEEDED: &[Class] = &[Class::LongDouble, Class::Partial];

fn lost_without_stubs(types: &[Type], output: &str) -> Vec<Class> {
    let mut lost = BTreeSet::new();
    let mut rows = 0;
    for (row, index) in output.lines().zip(0..) {
        rows += 1;
        match row.split_once(' ') {
            Some((number, "true")) if number == index.to_string() => {}
            Some((number, "false")) if number == index.to_string() => _ = lost.insert(types[index].class),
            _ => panic!("{row}"),
        }
    }
    assert_eq!(rows, types.len());
    lost.into_iter().collect()
}

#[test]
fn every_value_arrives_with_gcc() {
    every_value_arrives("values-gcc", "gcc");
}

#[cfg(feature = "tools")]
#[test]
fn every_value_arrives_with_clang() {
    every_value_arrives("values-clang", "clang");
}

/// What goes through a stub elsewhere is refused where a pointer to a function passes it, and nothing else is.
#[test]
fn pointers_to_functions_refuse_what_needs_a_stub() {
    let types = types::types(&mut Numbers(0xab1e));
    let (package, block) = package("values-refused", "cc", &types, &[]);
    let pointers: String = types
        .iter()
        .enumerate()
        .map(|(index, ty)| {
            format!("void takes_{index}(void (*f)({} a));\n{1} (*gives_{index}(void))(void);\n", ty.c, ty.c)
        })
        .collect();
    let header = fs::read_to_string(package.path("src/values.h")).expect("it was just written");
    package.file("src/values.h", header + &pointers);
    package.file("src/main.rs", format!("mod c {{\ncffi_rt::cdef! {{\n{block}{pointers}}}\n}}\nfn main() {{}}\n"));
    let output = package.try_cargo(&["check"]);
    let messages = String::from_utf8_lossy(&output.stderr);
    let mut refused: Vec<&str> = messages
        .lines()
        .filter_map(|line| line.strip_prefix("error: a pointer to a function can't pass `"))
        .filter_map(|rest| Some(rest.split_once("` by value: ")?.0))
        .collect();
    let delicate = types.iter().filter(|ty| ty.delicate);
    // Once as an argument and once as a result.
    let mut expected: Vec<&str> = delicate.flat_map(|ty| [ty.c.as_str(), ty.c.as_str()]).collect();
    refused.sort_unstable();
    expected.sort_unstable();
    assert_eq!(refused, expected, "{messages}");
}
