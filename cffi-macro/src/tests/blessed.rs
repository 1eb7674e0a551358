//! Expansions of one block for each kind of declaration, next to their blocks in `tests/expand`.
//!
//! `UPDATE_EXPECT=1 cargo test -p cffi-macro` writes them anew.

use std::fs;
use std::path::Path;

use expect_test::expect_file;
use proc_macro2::{Ident, Literal, Span};
use quote::quote;

use crate::expand::expand_for_tests;
use crate::tokens::Tokens;
use crate::toolchain::Folder;

const HOST: &str = "x86_64-unknown-linux-gnu";

#[test]
fn each_kind_of_declaration_expands_as_blessed() {
    let blocks = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/expand");
    let mut paths: Vec<_> = fs::read_dir(&blocks)
        .expect("the folder is there")
        .map(|entry| entry.expect("it is readable").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "h"))
        .collect();
    paths.sort();
    assert!(paths.len() > 20, "{} blocks", paths.len());
    for path in paths {
        let text = fs::read_to_string(&path).expect("blocks are text");
        expect_file![path.with_extension("rs")].assert_eq(&expansion(&text));
    }
}

/// Options are tokens; the C after them is a string, which keeps its lines without a compiler's spans.
fn expansion(block: &str) -> String {
    let folder = Folder::new("blessed");
    let stubs = folder.path().to_str().expect("the temporary folder is text");
    let rt = Ident::new("cffi_rt", Span::call_site());
    let (options, text) = split(block);
    let options: proc_macro2::TokenStream = options.parse().expect("options are tokens");
    let text = Literal::string(text);
    let stream = quote! { [#rt #HOST #HOST "0" "true" #stubs] #options #text };
    let tokens = Tokens::read(stream).expect("the entry is whole");
    let expansion = expand_for_tests(&tokens);
    let mut file: syn::File = syn::parse2(expansion).expect("an expansion is items");
    // The variables of the environment that are tracked are the same for every block, and another machine's differ.
    file.items.retain(|item| !quote!(#item).to_string().contains("option_env"));
    prettyplease::unparse(&file)
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
