//! Expansions of one block for each kind of declaration, next to their blocks in `tests/expand`.
//!
//! `UPDATE_EXPECT=1 cargo test -p cffi-macro` writes them anew.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use expect_test::expect_file;
use proc_macro2::{Ident, Literal, Span};
use quote::quote;

use crate::expand::{c_for_tests, expand_for_tests};
use crate::tokens::Tokens;
use crate::toolchain::Folder;

const HOST: &str = "x86_64-unknown-linux-gnu";

#[test]
fn each_kind_of_declaration_expands_as_blessed() {
    for path in blocks() {
        let text = fs::read_to_string(&path).expect("blocks are text");
        expect_file![path.with_extension("rs")].assert_eq(&expansion(&text));
    }
}

fn blocks() -> Vec<PathBuf> {
    let blocks = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand");
    let mut paths: Vec<_> = fs::read_dir(&blocks)
        .expect("the folder is there")
        .map(|entry| entry.expect("it is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "h"))
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "{} blocks", paths.len());
    paths
}

/// Options are tokens; the C after them is a string, which keeps its lines without a compiler's spans.
fn expansion(block: &str) -> String {
    let folder = Folder::new("blessed");
    let expansion = expand_for_tests(&tokens(block, &folder));
    let mut file: syn::File = syn::parse2(expansion).expect("an expansion is items");
    // The variables of the environment that are tracked are the same for every block, and another machine's differ.
    file.items.retain(|item| !quote!(#item).to_string().contains("option_env"));
    prettyplease::unparse(&file)
}

fn tokens(block: &str, folder: &Folder) -> Tokens {
    let stubs = folder.path().to_str().expect("the temporary folder is text");
    let rt = Ident::new("cffi_rt", Span::call_site());
    let (options, text) = split(block);
    let options: proc_macro2::TokenStream = options.parse().expect("options are tokens");
    let text = Literal::string(text);
    let stream = quote! { [#rt #HOST #HOST "0" "true" #stubs] #options #text };
    Tokens::read(stream).expect("the entry is whole")
}

/// Behind the last option, which ends its line.
fn split(block: &str) -> (&str, &str) {
    let mut end = 0;
    let mut rest = block;
    while rest.trim_start().starts_with("#!") {
        let closing = rest.find(")]\n").expect("an option ends its line") + ")]\n".len();
        end += closing;
        rest = &block[end..];
    }
    block.split_at(end)
}

#[test]
fn probes_and_stubs_compile_without_a_warning() {
    for path in blocks() {
        let folder = Folder::new("warnings");
        let block = fs::read_to_string(&path).expect("blocks are text");
        let (probe, stubs) = c_for_tests(&tokens(&block, &folder));
        for text in [probe, stubs].iter().filter(|text| !text.is_empty()) {
            let file = folder.write("file.c", text);
            for (compiler, standard) in [
                ("gcc", "c11"),
                ("gcc", "gnu17"),
                #[cfg(feature = "tools")]
                ("clang", "c11"),
                #[cfg(feature = "tools")]
                ("clang", "gnu17"),
            ] {
                let output = Command::new(compiler)
                    .args(["-Wall", "-Wextra", "-Werror", "-fsyntax-only", &format!("-std={standard}")])
                    .arg(&file)
                    .current_dir(env!("CARGO_MANIFEST_DIR"))
                    .output()
                    .expect("the compiler is installed");
                let messages = String::from_utf8_lossy(&output.stderr);
                assert!(output.status.success(), "{} {compiler} {standard}\n{messages}", path.display());
            }
        }
    }
}
