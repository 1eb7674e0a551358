//! C's `wchar_t`.

/// C's `wchar_t` as the target's ABI has it, for blocks without an `#include` (C11 7.19p2).
///
/// A block with an `#include` asks the compiler, whose flags may change the type (`-fshort-wchar`).
///
/// # Examples
///
/// ```
/// mod c {
///     cffi_rt::cdef! {
///         size_t wcslen(const wchar_t *text);
///     }
/// }
///
/// let text: [cffi_rt::wchar_t; 3] = ['h' as _, 'i' as _, 0];
/// // SAFETY: the text ends in a zero.
/// assert_eq!(unsafe { c::wcslen(text.as_ptr()) }, 2);
/// ```
#[expect(non_camel_case_types, reason = "C's name")]
pub type wchar_t = Wide;

#[cfg(windows)]
type Wide = u16;
// The procedure call standards of ARM say `unsigned int`; not all systems follow.
#[cfg(all(
    any(target_arch = "aarch64", target_arch = "arm"),
    not(any(windows, target_vendor = "apple", target_os = "netbsd", target_os = "openbsd")),
))]
type Wide = u32;
#[cfg(not(any(
    windows,
    all(
        any(target_arch = "aarch64", target_arch = "arm"),
        not(any(target_vendor = "apple", target_os = "netbsd", target_os = "openbsd")),
    ),
)))]
type Wide = i32;
