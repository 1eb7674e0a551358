//! One name of a library in, its address out; and what a loader tells of its handles.

use core::ffi::c_void;
use core::mem::ManuallyDrop;

use super::library::said;

/// A loader's handle of a library: one library has one.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Handle(pub(super) *mut c_void);

impl Handle {
    #[cfg(unix)]
    pub(super) fn of(library: &libloading::Library) -> Handle {
        // SAFETY: the raw handle is only looked at, and never closed.
        let library = unsafe { core::ptr::read(library) };
        Handle(libloading::os::unix::Library::from(library).into_raw())
    }

    #[cfg(windows)]
    pub(super) fn of(library: &libloading::Library) -> Handle {
        // SAFETY: the raw handle is only looked at, and never closed.
        let library = unsafe { core::ptr::read(library) };
        Handle(libloading::os::windows::Library::from(library).into_raw() as *mut c_void)
    }
}

/// # Safety
///
/// It is the handle of a library.
#[cfg(unix)]
pub(super) unsafe fn from_raw(handle: *mut c_void) -> ManuallyDrop<libloading::Library> {
    // SAFETY: the caller says so.
    ManuallyDrop::new(unsafe { libloading::os::unix::Library::from_raw(handle) }.into())
}

/// # Safety
///
/// It is the handle of a library.
#[cfg(windows)]
pub(super) unsafe fn from_raw(handle: *mut c_void) -> ManuallyDrop<libloading::Library> {
    // SAFETY: the caller says so.
    ManuallyDrop::new(unsafe { libloading::os::windows::Library::from_raw(handle as _) }.into())
}

/// The address of `name\0` or `@name@version\0`, or what the loader says.
pub(super) fn address_of(library: &libloading::Library, handle: Handle, name: &str) -> Result<*mut c_void, String> {
    if let Some(versioned) = name.strip_prefix('@') {
        let (name, version) = versioned.split_once('@').unwrap_or((versioned, "\0"));
        return of_version(handle, name, version.trim_start_matches('@'));
    }
    if let Some(address) = known(handle, name) {
        return Ok(address);
    }
    // SAFETY: only the address is taken; what stands behind it is the block's business.
    match unsafe { library.get::<*mut c_void>(name.as_bytes()) } {
        Ok(symbol) => Ok(*symbol),
        Err(error) => Err(said(&error)),
    }
}

// `libloading` asks for an error before and after each symbol, which costs as much as the symbol itself.
#[cfg(unix)]
fn known(handle: Handle, name: &str) -> Option<*mut c_void> {
    unsafe extern "C" {
        fn dlsym(handle: *mut c_void, name: *const core::ffi::c_char) -> *mut c_void;
    }
    if !name.ends_with('\0') {
        return None;
    }
    // SAFETY: the library is open, and the name ends in a NUL.
    let address = unsafe { dlsym(handle.0, name.as_ptr().cast()) };
    (!address.is_null()).then_some(address)
}

#[cfg(not(unix))]
fn known(_handle: Handle, _name: &str) -> Option<*mut c_void> {
    None
}

#[cfg(any(target_os = "linux", target_os = "android", target_os = "freebsd"))]
fn of_version(handle: Handle, name: &str, version: &str) -> Result<*mut c_void, String> {
    use core::ffi::CStr;

    unsafe extern "C" {
        fn dlvsym(
            handle: *mut c_void,
            name: *const core::ffi::c_char,
            version: *const core::ffi::c_char,
        ) -> *mut c_void;
        fn dlerror() -> *const core::ffi::c_char;
    }
    let name = format!("{name}\0");
    let (Ok(name), Ok(version)) =
        (CStr::from_bytes_with_nul(name.as_bytes()), CStr::from_bytes_with_nul(version.as_bytes()))
    else {
        return Err("the name or its version holds a NUL".to_owned());
    };
    // SAFETY: the library is open, and the texts end in a NUL.
    let address = unsafe { dlvsym(handle.0, name.as_ptr(), version.as_ptr()) };
    if !address.is_null() {
        return Ok(address);
    }
    // SAFETY: it takes nothing, and its text lives until the next call of this thread.
    let message = unsafe { dlerror() };
    if message.is_null() {
        return Err("the loader does not say why".to_owned());
    }
    // SAFETY: it is a string of the loader's.
    Err(unsafe { CStr::from_ptr(message) }.to_string_lossy().into_owned())
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "freebsd")))]
fn of_version(_handle: Handle, name: &str, _version: &str) -> Result<*mut c_void, String> {
    Err(format!("this system has no versions of symbols, so none of `{name}`"))
}

/// The file of a library.
#[cfg(any(target_os = "linux", target_os = "android", target_os = "freebsd"))]
pub(super) fn path_of(handle: Handle) -> Option<String> {
    /// The public part of the loader's `struct link_map`.
    #[repr(C)]
    struct LinkMap {
        address: *const c_void,
        name: *const core::ffi::c_char,
    }
    unsafe extern "C" {
        fn dlinfo(handle: *mut c_void, request: core::ffi::c_int, result: *mut c_void) -> core::ffi::c_int;
    }
    const RTLD_DI_LINKMAP: core::ffi::c_int = 2;
    let mut map: *const LinkMap = core::ptr::null();
    // SAFETY: the handle is that of an open library, and the request writes a pointer.
    let failed = unsafe { dlinfo(handle.0, RTLD_DI_LINKMAP, (&raw mut map).cast()) };
    if failed != 0 || map.is_null() {
        return None;
    }
    // SAFETY: the loader keeps the map while the library is open, which is for ever.
    let name = unsafe { (*map).name };
    if name.is_null() {
        return None;
    }
    // SAFETY: it is a string of the loader's.
    let name = unsafe { core::ffi::CStr::from_ptr(name) }.to_string_lossy().into_owned();
    // The program itself has none.
    (!name.is_empty()).then_some(name)
}

#[cfg(not(any(target_os = "linux", target_os = "android", target_os = "freebsd")))]
pub(super) fn path_of(_handle: Handle) -> Option<String> {
    None
}
