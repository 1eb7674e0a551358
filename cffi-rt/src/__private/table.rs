//! Libraries whose tables are values: the names of a block in, one table for each library of that shape out.
//!
//! As no library is ever closed, no table is ever freed: there is one for each library that was loaded, which all
//! values and handles of the library share. Once made, its addresses are never written again.

use core::ffi::c_void;
use core::fmt;
use core::ptr;
use core::sync::atomic::{AtomicPtr, Ordering};

use super::Provided;
use super::library::{OF_A_HANDLE, Open, OsStr, addresses, open, open_first, open_handle, split};
use super::symbols::{Handle, address_of, from_raw, path_of};
use crate::load_error::LoadError;

/// A block whose table is a value.
///
/// # Safety
///
/// `Addresses` is an array with an entry for each symbol.
/// Behind each name stands what the block declares.
pub unsafe trait Shape: Sized + 'static {
    /// As those of [`Library`](super::library::Library).
    const FILES: &'static str;
    /// As those of [`Library`](super::library::Library).
    const SYMBOLS: &'static str;
    /// How many states functions of the library provide.
    const STATES: usize;
    /// The addresses of the symbols, in their order.
    type Addresses: AsRef<[*mut c_void]> + TryFrom<Vec<*mut c_void>>;

    /// The tables that are there.
    fn tables() -> &'static Tables<Self>;
}

/// What a block has of one library.
pub struct Table<S: Shape> {
    library: Handle,
    addresses: S::Addresses,
    states: Box<[Provided]>,
    /// The table that was there before.
    next: *const Table<S>,
}

// SAFETY: addresses and the list are only read, the loader's handle may be used on any thread, and states are made for
// threads.
unsafe impl<S: Shape> Send for Table<S> {}

// SAFETY: as above.
unsafe impl<S: Shape> Sync for Table<S> {}

/// All tables of a block, for a static: a list that grows at its head.
pub struct Tables<S: Shape>(AtomicPtr<Table<S>>);

impl<S: Shape> Tables<S> {
    /// None yet.
    #[must_use]
    #[expect(clippy::new_without_default, reason = "it is for statics")]
    pub const fn new() -> Tables<S> {
        Tables(AtomicPtr::new(ptr::null_mut()))
    }

    fn find(&self, library: Handle) -> Option<&'static Table<S>> {
        find(self.0.load(Ordering::Acquire), library)
    }

    /// Keeps the table unless another thread was first.
    fn keep(&self, mut table: Box<Table<S>>) -> &'static Table<S> {
        loop {
            let head = self.0.load(Ordering::Acquire);
            if let Some(first) = find(head, table.library) {
                return first;
            }
            table.next = head;
            let raw = Box::into_raw(table);
            if self.0.compare_exchange(head, raw, Ordering::AcqRel, Ordering::Acquire).is_ok() {
                // SAFETY: it came from a box, is the list's now and never freed, and nobody writes to it any more.
                return unsafe { &*raw };
            }
            // SAFETY: it came from a box, and the list did not take it.
            table = unsafe { Box::from_raw(raw) };
        }
    }
}

fn find<S: Shape>(head: *const Table<S>, library: Handle) -> Option<&'static Table<S>> {
    // SAFETY: what a list has is never freed or written to.
    let mut next = unsafe { head.as_ref() };
    while let Some(table) = next {
        if table.library == library {
            return Some(table);
        }
        // SAFETY: as above.
        next = unsafe { table.next.as_ref() };
    }
    None
}

impl<S: Shape> Table<S> {
    fn of(library: &Open, name: &str) -> Result<&'static Table<S>, LoadError> {
        let handle = Handle::of(library);
        if let Some(table) = S::tables().find(handle) {
            return Ok(table);
        }
        let found = addresses(library, name, S::SYMBOLS, 0)?;
        let Ok(addresses) = S::Addresses::try_from(found) else {
            unreachable!("`Shape` promises an array with an entry for each symbol")
        };
        let states = (0..S::STATES).map(|_| Provided::new()).collect();
        Ok(S::tables().keep(Box::new(Table { library: handle, addresses, states, next: ptr::null() })))
    }

    /// Tries the names of the block.
    ///
    /// # Errors
    ///
    /// If there is no such library, or the one that is lacks a name.
    pub fn load() -> Result<&'static Table<S>, LoadError> {
        let (library, name) = open_first(S::FILES)?;
        Table::of(&library, name)
    }

    /// # Safety
    ///
    /// The library's initialisers may run, and behind its names stands what the block declares.
    ///
    /// # Errors
    ///
    /// If it can't be loaded or lacks a name.
    pub unsafe fn load_from(path: &OsStr) -> Result<&'static Table<S>, LoadError> {
        // SAFETY: the caller vouches for the initialisers.
        let library = unsafe { open(path) }?;
        Table::of(&library, &path.to_string_lossy())
    }

    /// # Safety
    ///
    /// The handle is that of a library which is never closed; behind its names stands what the block declares.
    ///
    /// # Errors
    ///
    /// If it is null or the library lacks a name.
    pub unsafe fn load_from_handle(handle: *mut c_void) -> Result<&'static Table<S>, LoadError> {
        // SAFETY: it is a handle, as the caller says.
        let library = unsafe { open_handle(handle) }?;
        Table::of(&library, OF_A_HANDLE)
    }

    /// The address of a function or variable; null if it may be missing and is.
    #[inline]
    #[must_use]
    pub fn address(&self, index: usize) -> *mut c_void {
        self.addresses.as_ref()[index]
    }

    /// All addresses, for stubs.
    #[inline]
    #[must_use]
    pub fn addresses(&self) -> *const *mut c_void {
        self.addresses.as_ref().as_ptr()
    }

    /// The address of a variable of which each thread has its own.
    #[must_use]
    pub fn of_this_thread(&self, index: usize) -> *mut c_void {
        let name = split(S::SYMBOLS).nth(index).unwrap_or("\0");
        // SAFETY: the handle is that of a library that is never closed.
        let library = unsafe { from_raw(self.library.0) };
        address_of(&library, self.library, name.trim_start_matches('?')).unwrap_or_else(|_| self.address(index))
    }

    /// Whether the library is in the state.
    #[inline]
    #[must_use]
    pub fn state(&self, index: usize) -> &Provided {
        &self.states[index]
    }

    pub(super) fn path(&self) -> String {
        path_of(self.library).unwrap_or_else(|| format!("{:p}", self.library.0))
    }
}

impl<S: Shape> fmt::Debug for Table<S> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.path())
    }
}
