//! C's `va_list`.

use core::ffi::c_void;

/// C's `va_list` as a parameter: the arguments behind `...` of some C function (C11 7.16).
///
/// Rust can't read them. It can hand them on, once, from a function that C calls to one of C's, such as `vsnprintf`.
/// On every target such a parameter is an address: of the first argument, of an array's element, or of a copy that is
/// the callee's own.
///
/// # Examples
///
/// ```
/// mod c {
///     cffi_rt::cdef! {
///         #include <stdarg.h>
///         #include <stdio.h>
///
///         int vsnprintf(char *to, size_t size, const char *format, va_list arguments);
///
///         void report(void (*log)(const char *, va_list), const char *format, ...) {
///             va_list arguments;
///             va_start(arguments, format);
///             log(format, arguments);
///             va_end(arguments);
///         }
///     }
/// }
/// use core::ffi::{CStr, c_char};
/// use std::sync::Mutex;
///
/// static LINE: Mutex<String> = Mutex::new(String::new());
///
/// unsafe extern "C" fn log(format: *const c_char, arguments: cffi_rt::VaList) {
///     let mut line = [0; 64];
///     // SAFETY: C made the format and the arguments for each other, and the text ends in a NUL within the array.
///     let text = unsafe {
///         c::vsnprintf(line.as_mut_ptr(), line.len(), format, arguments);
///         CStr::from_ptr(line.as_ptr())
///     };
///     LINE.lock().unwrap().push_str(text.to_str().unwrap());
/// }
///
/// // SAFETY: the arguments are those that the format asks for.
/// unsafe { c::report(Some(log), c"%d of %s".as_ptr(), 3, c"four".as_ptr()) };
/// assert_eq!(*LINE.lock().unwrap(), "3 of four");
/// ```
#[derive(Debug)]
#[repr(transparent)]
pub struct VaList(*mut c_void);
