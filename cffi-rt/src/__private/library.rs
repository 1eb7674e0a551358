//! Libraries that are loaded while the program runs: a block's names in, the addresses of its functions out.
//!
//! A block has one table of addresses, all null when the program starts, so that nothing has to run before `main`.
//! Behind the addresses stands the library's handle, twice: the first who opens a library claims the table for it, and
//! whoever has filled in the last address says so.
//! No lock is held while the library's own initialisers run, and an address is written once and never again.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::mem::ManuallyDrop;
use core::ops::Deref;
use core::ptr::{self, NonNull};
use core::slice;
use core::sync::atomic::{AtomicPtr, Ordering};
use std::error::Error;
pub use std::ffi::OsStr;
use std::process;
use std::thread;

use super::look::look;
use super::symbols::{Handle, address_of, from_raw, path_of};
use crate::load_error::{LoadError, Reason};

/// What a table has besides addresses.
pub const EXTRA: usize = 2;

/// A block whose library is loaded while the program runs.
///
/// # Safety
///
/// The table has an entry for each symbol and `EXTRA` more, and belongs to this library alone.
/// Behind each name stands what the block declares.
pub unsafe trait Library {
    /// The names to try, in order, each with a NUL behind it.
    const FILES: &'static str;
    /// The names of functions and variables, each with a NUL behind it; `?` stands before one that may be missing,
    /// `@` before one with a version, which stands behind another `@`.
    ///
    /// One text, because the addresses of many would have to be relocated when the program starts.
    const SYMBOLS: &'static str;

    /// The table.
    fn slots() -> &'static [AtomicPtr<c_void>];
}

/// One address of a block's table.
type Address = AtomicPtr<c_void>;

/// The same without a type, as C has it.
#[derive(Clone, Copy)]
struct Block {
    slots: &'static [AtomicPtr<c_void>],
    files: &'static str,
    symbols: &'static str,
}

impl Block {
    fn of<L: Library>() -> Block {
        Block { slots: L::slots(), files: L::FILES, symbols: L::SYMBOLS }
    }

    /// The addresses, the claim and the handle of what is loaded.
    fn parts(&self) -> Option<(&'static [Address], &'static Address, &'static Address)> {
        match self.slots {
            [addresses @ .., claim, loaded] => Some((addresses, claim, loaded)),
            _ => None,
        }
    }

    fn is_loaded(&self) -> bool {
        self.parts().is_some_and(|(_, _, loaded)| !loaded.load(Ordering::Acquire).is_null())
    }

    fn load(&self) -> Result<(), LoadError> {
        if self.is_loaded() {
            return Ok(());
        }
        let (library, name) = open_first(self.files)?;
        self.fill(library, name)
    }

    /// Looks all names up, then takes the library if no other was taken before.
    fn fill(&self, library: Open, name: &str) -> Result<(), LoadError> {
        let Some((slots, claim, loaded)) = self.parts() else { return Ok(()) };
        let handle = Handle::of(&library);
        let addresses = addresses(&library, name, self.symbols, slots.len())?;
        let claimed = claim.compare_exchange(ptr::null_mut(), handle.0, Ordering::AcqRel, Ordering::Acquire);
        if let Err(first) = claimed {
            if first != handle.0 {
                let path = path_of(Handle(first)).unwrap_or_default();
                let other = path_of(handle).unwrap_or_else(|| name.to_owned());
                return Err(LoadError(Box::new(Reason::AlreadyLoaded { path, other })));
            }
            // The first is between its claim and its last store, which nothing holds up.
            while !self.is_loaded() {
                thread::yield_now();
            }
            return Ok(());
        }
        for (slot, address) in slots.iter().zip(addresses) {
            slot.store(address, Ordering::Release);
        }
        loaded.store(handle.0, Ordering::Release);
        Ok(())
    }

    /// The address after the library is loaded; null if the library lacks what may be missing.
    fn resolve(&self, index: usize) -> Result<*mut c_void, LoadError> {
        self.load()?;
        Ok(self.slots.get(index).map_or(ptr::null_mut(), |slot| slot.load(Ordering::Acquire)))
    }

    #[cold]
    #[inline(never)]
    fn resolve_or_abort(&self, index: usize) -> *mut c_void {
        match self.resolve(index) {
            Ok(address) => address,
            Err(error) => {
                // As a panic in an `extern "C"` function does, which is what this is called from.
                eprintln!("a C function was called whose library can't be loaded: {error}");
                process::abort()
            }
        }
    }

    #[cold]
    #[inline(never)]
    #[track_caller]
    fn resolve_or_panic(&self, index: usize) -> *mut c_void {
        match self.resolve(index) {
            Ok(address) => address,
            Err(error) => panic!("{error}"),
        }
    }
}

/// A library that is never closed: its addresses are out there.
pub(super) type Open = ManuallyDrop<libloading::Library>;

/// The first of the names, each with a NUL behind it, that the loader finds.
pub(super) fn open_first(files: &'static str) -> Result<(Open, &'static str), LoadError> {
    let mut tried = Vec::new();
    for name in files.split_terminator('\0') {
        // SAFETY: whoever wrote the block vouches for the library and its initialisers.
        match unsafe { libloading::Library::new(name) } {
            Ok(library) => return Ok((ManuallyDrop::new(library), name)),
            Err(error) => tried.push((name.to_owned(), refused(OsStr::new(name), &error))),
        }
    }
    Err(LoadError(Box::new(Reason::NotLoaded(tried))))
}

/// # Safety
///
/// The library's initialisers may run.
pub(super) unsafe fn open(path: &OsStr) -> Result<Open, LoadError> {
    // SAFETY: the caller vouches for the initialisers.
    match unsafe { libloading::Library::new(path) } {
        Ok(library) => Ok(ManuallyDrop::new(library)),
        Err(error) => {
            let name = path.to_string_lossy().into_owned();
            Err(LoadError(Box::new(Reason::NotLoaded(vec![(name, refused(path, &error))]))))
        }
    }
}

/// # Safety
///
/// The handle is null or that of a library.
pub(super) unsafe fn open_handle(handle: *mut c_void) -> Result<Open, LoadError> {
    match NonNull::new(handle) {
        // SAFETY: it is a handle, as the caller says.
        Some(handle) => Ok(unsafe { from_raw(handle.as_ptr()) }),
        None => Err(LoadError(Box::new(Reason::NoHandle))),
    }
}

/// What a library is called that came as a handle.
pub(super) const OF_A_HANDLE: &str = "the library of the handle";

/// Looks all names up; null stands for one that may be missing and is.
pub(super) fn addresses(
    library: &Open,
    name: &str,
    symbols: &str,
    count: usize,
) -> Result<Vec<*mut c_void>, LoadError> {
    let handle = Handle::of(library);
    let mut addresses = Vec::with_capacity(count);
    let mut missing = Vec::new();
    let mut message = String::new();
    for symbol in split(symbols) {
        let (symbol, optional) = match symbol.strip_prefix('?') {
            Some(symbol) => (symbol, true),
            None => (symbol, false),
        };
        match address_of(library, handle, symbol) {
            Ok(address) => addresses.push(address),
            Err(error) => {
                addresses.push(ptr::null_mut());
                if !optional {
                    if missing.is_empty() {
                        message = error;
                    }
                    missing.push(symbol.trim_start_matches('@').trim_end_matches('\0').to_owned());
                }
            }
        }
    }
    if missing.is_empty() {
        return Ok(addresses);
    }
    let path = path_of(handle).unwrap_or_else(|| name.to_owned());
    Err(LoadError(Box::new(Reason::Missing { path, names: missing, message })))
}

/// The names of a block, each with its NUL.
///
/// Byte for byte: of so short texts, searching one costs more than half of what the loader needs for it.
pub(super) fn split(symbols: &str) -> impl Iterator<Item = &str> {
    let mut rest = symbols;
    core::iter::from_fn(move || {
        let end = rest.bytes().position(|byte| byte == 0)?;
        let (symbol, behind) = rest.split_at(end + 1);
        rest = behind;
        Some(symbol)
    })
}

/// What the loader says of a file, and what that means where the file tells.
fn refused(name: &OsStr, error: &libloading::Error) -> String {
    let said = said(error);
    match look(name, &said) {
        Some(what) => format!("{said} ({what})"),
        None => said,
    }
}

/// What the loader says, without what we know.
pub(super) fn said(error: &libloading::Error) -> String {
    error.source().map_or_else(|| error.to_string(), ToString::to_string)
}

/// The address of a function, for one that can't unwind.
#[inline]
pub fn symbol<L: Library>(index: usize) -> *mut c_void {
    let address = L::slots()[index].load(Ordering::Acquire);
    if address.is_null() { Block::of::<L>().resolve_or_abort(index) } else { address }
}

/// The address of a variable, or of what may be missing; null if it is.
#[inline]
#[track_caller]
pub fn found<L: Library>(index: usize) -> *mut c_void {
    let address = L::slots()[index].load(Ordering::Acquire);
    if address.is_null() { Block::of::<L>().resolve_or_panic(index) } else { address }
}

/// The address of a variable of which each thread has its own.
#[track_caller]
pub fn of_this_thread<L: Library>(index: usize) -> *mut c_void {
    let block = Block::of::<L>();
    let first = block.resolve_or_panic(index);
    let handle = block.parts().map_or(ptr::null_mut(), |(_, _, loaded)| loaded.load(Ordering::Acquire));
    let name = split(block.symbols).nth(index).unwrap_or("\0");
    // SAFETY: the handle is that of a library that is never closed.
    let library = unsafe { from_raw(handle) };
    address_of(&library, Handle(handle), name.trim_start_matches('?')).unwrap_or(first)
}

/// Loads the library if that wasn't done, for a function that can unwind.
#[inline]
#[track_caller]
pub fn ensure<L: Library>() {
    let loaded = L::slots().last().is_some_and(|loaded| !loaded.load(Ordering::Acquire).is_null());
    if !loaded {
        Block::of::<L>().resolve_or_panic(0);
    }
}

pub fn load<L: Library>() -> Result<(), LoadError> {
    Block::of::<L>().load()
}

/// # Safety
///
/// The library's initialisers may run, and behind its names stands what the block declares.
pub unsafe fn load_from<L: Library>(path: &OsStr) -> Result<(), LoadError> {
    // SAFETY: the caller vouches for the initialisers.
    let library = unsafe { open(path) }?;
    Block::of::<L>().fill(library, &path.to_string_lossy())
}

/// # Safety
///
/// The handle is that of a library which is never closed; behind its names stands what the block declares.
pub unsafe fn load_from_handle<L: Library>(handle: *mut c_void) -> Result<(), LoadError> {
    // SAFETY: it is a handle, as the caller says.
    let library = unsafe { open_handle(handle) }?;
    Block::of::<L>().fill(library, OF_A_HANDLE)
}

#[must_use]
pub fn is_loaded<L: Library>() -> bool {
    Block::of::<L>().is_loaded()
}

/// A variadic function: stable Rust can't define one, so this stands for a pointer to it.
pub struct Variadic<L, F, const INDEX: usize>(PhantomData<fn() -> (L, F)>);

impl<L: Library, F: Copy, const INDEX: usize> Variadic<L, F, INDEX> {
    /// # Safety
    ///
    /// `F` is the type of a pointer to the function.
    #[must_use]
    pub const unsafe fn new() -> Self {
        assert!(size_of::<F>() == size_of::<*mut c_void>());
        Variadic(PhantomData)
    }
}

impl<L: Library, F: Copy, const INDEX: usize> Deref for Variadic<L, F, INDEX> {
    type Target = F;

    #[inline]
    fn deref(&self) -> &F {
        symbol::<L>(INDEX);
        // SAFETY: the slot holds the function's address, is aligned as pointers are, and is not written again.
        unsafe { &*L::slots()[INDEX].as_ptr().cast::<F>() }
    }
}

impl<L: Library, F: Copy + core::fmt::Debug, const INDEX: usize> core::fmt::Debug for Variadic<L, F, INDEX> {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        (**self).fmt(f)
    }
}

/// The same for the stubs of a block, which keep its table.
///
/// # Safety
///
/// The arguments are those of a block: its table with its length, its texts with theirs, and a place in the table.
#[unsafe(export_name = "cffi_rt_symbol_1")]
pub unsafe extern "C" fn symbol_for_stub(
    slots: *const AtomicPtr<c_void>,
    count: usize,
    files: *const u8,
    files_length: usize,
    symbols: *const u8,
    symbols_length: usize,
    index: usize,
) -> *mut c_void {
    // SAFETY: the stubs' table is static and has this length.
    let slots = unsafe { slice::from_raw_parts(slots, count) };
    // SAFETY: the stubs' texts are constant and have this length.
    let files = unsafe { slice::from_raw_parts(files, files_length) };
    // SAFETY: as above.
    let symbols = unsafe { slice::from_raw_parts(symbols, symbols_length) };
    let text = |bytes| core::str::from_utf8(bytes).unwrap_or_default();
    Block { slots, files: text(files), symbols: text(symbols) }.resolve_or_abort(index)
}
