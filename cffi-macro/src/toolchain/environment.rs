//! The environment variables that change what the C compiler and pkg-config answer.

use std::env;

use super::Target;
use crate::options::Options;

/// The variables that may differ by target, in the `cc` crate's four spellings.
const COMPILER: &[&str] = &["CC", "CFLAGS"];

/// What the `cc` crate reads besides, to find the compiler and its arguments.
const DETECTION: &[&str] = &[
    "CC_FORCE_DISABLE",
    "CC_KNOWN_WRAPPER_CUSTOM",
    "CC_SHELL_ESCAPED_FLAGS",
    "CRATE_CC_NO_DEFAULTS",
    "CROSS_COMPILE",
    "WASI_SDK_PATH",
    "WASI_SYSROOT",
    "WASM_MUSL_SYSROOT",
];

/// What gcc and clang read by themselves.
const SEARCH: &[&str] = &["COMPILER_PATH", "CPATH", "C_INCLUDE_PATH", "GCC_EXEC_PREFIX"];

/// What Apple's clang and `xcrun` read.
const APPLE: &[&str] = &[
    "DEVELOPER_DIR",
    "IPHONEOS_DEPLOYMENT_TARGET",
    "MACOSX_DEPLOYMENT_TARGET",
    "SDKROOT",
    "TVOS_DEPLOYMENT_TARGET",
    "WATCHOS_DEPLOYMENT_TARGET",
    "XROS_DEPLOYMENT_TARGET",
];

/// pkg-config's variables, which the build world also spells by target.
const PACKAGES: &[&str] =
    &["PKG_CONFIG", "PKG_CONFIG_ALLOW_CROSS", "PKG_CONFIG_LIBDIR", "PKG_CONFIG_PATH", "PKG_CONFIG_SYSROOT_DIR"];

const PACKAGES_ANY_TARGET: &[&str] = &["PKG_CONFIG_ALL_DYNAMIC", "PKG_CONFIG_ALL_STATIC"];

/// All variables that are set and change what a block expands to, for the cache's key.
pub(crate) fn environment(target: &Target<'_>) -> Vec<(String, String)> {
    let mut names = compiler_names(target);
    names.extend(package_names(target));
    // Where programs are looked for decides which compiler is found.
    names.push("PATH".to_owned());
    values(names)
}

/// The names of the variables that make Cargo rebuild when they change.
///
/// `PATH` is left out: it differs between terminals and editors that find the same compiler.
pub(crate) fn tracked_environment(target: &Target<'_>, options: &Options) -> Vec<String> {
    let mut names = compiler_names(target);
    if !options.pkg_config.is_empty() {
        names.extend(package_names(target));
    }
    names
}

/// The variables that are set and decide which compiler is found, and its arguments.
pub(super) fn compiler_environment(target: &Target<'_>) -> Vec<(String, String)> {
    let mut names = compiler_names(target);
    names.extend(["PATH", "RUSTC_LINKER"].map(String::from));
    values(names)
}

/// The four spellings of a variable, the one that wins first.
pub(super) fn spellings(target: &Target<'_>, name: &str) -> [String; 4] {
    let triple = target.triple;
    let kind = if target.is_cross() { "TARGET" } else { "HOST" };
    [
        format!("{name}_{triple}"),
        format!("{name}_{}", triple.replace(['-', '.'], "_")),
        format!("{kind}_{name}"),
        name.to_owned(),
    ]
}

/// The value of the spelling that wins.
pub(super) fn targeted(target: &Target<'_>, name: &str) -> Option<String> {
    spellings(target, name).iter().find_map(|name| variable(name))
}

pub(super) fn variable(name: &str) -> Option<String> {
    env::var_os(name).map(|value| value.to_string_lossy().into_owned())
}

fn compiler_names(target: &Target<'_>) -> Vec<String> {
    let mut names: Vec<String> = COMPILER.iter().flat_map(|name| spellings(target, name)).collect();
    names.extend(DETECTION.iter().chain(SEARCH).map(|&name| name.to_owned()));
    if target.is_apple() {
        names.extend(APPLE.iter().map(|&name| name.to_owned()));
    }
    names
}

fn package_names(target: &Target<'_>) -> Vec<String> {
    let targeted = PACKAGES.iter().flat_map(|name| spellings(target, name));
    targeted.chain(PACKAGES_ANY_TARGET.iter().map(|&name| name.to_owned())).collect()
}

fn values(names: Vec<String>) -> Vec<(String, String)> {
    names.into_iter().filter_map(|name| variable(&name).map(|value| (name, value))).collect()
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::model::Span;
    use crate::options::Text;

    fn target(triple: &'static str) -> Target<'static> {
        let host = "x86_64-unknown-linux-gnu";
        Target { triple, host, opt_level: "0", debug: false, stubs: Path::new("stubs") }
    }

    #[test]
    fn a_variable_of_the_target_wins() {
        let names = spellings(&target("thumbv8m.main-none-eabi"), "CC");
        let expected = ["CC_thumbv8m.main-none-eabi", "CC_thumbv8m_main_none_eabi", "TARGET_CC", "CC"];
        assert_eq!(names, expected);
        assert_eq!(spellings(&target("x86_64-unknown-linux-gnu"), "CC")[2], "HOST_CC");
    }

    #[test]
    fn only_what_a_block_can_depend_on_is_tracked() {
        let linux = target("x86_64-unknown-linux-gnu");
        let mut options = Options::default();
        let names = tracked_environment(&linux, &options);
        assert!(names.contains(&"CFLAGS".to_owned()));
        assert!(!names.iter().any(|name| name == "PATH" || name.contains("PKG_CONFIG")));
        assert!(!names.contains(&"SDKROOT".to_owned()));
        options.pkg_config = vec![Text { text: "zlib".to_owned(), span: Span { token: 0, offset: 0 } }];
        assert!(tracked_environment(&linux, &options).contains(&"PKG_CONFIG_PATH".to_owned()));
        let apple = target("aarch64-apple-darwin");
        assert!(tracked_environment(&apple, &options).contains(&"SDKROOT".to_owned()));
    }
}
