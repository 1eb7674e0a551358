//! Handles of libraries that are values: an object of C's and the table of its library, behind one reference.
//!
//! A handle's type takes no room, so that references to it are addresses and nothing else. Here they are those of a
//! binding, which has the object's address and the table.

use core::ffi::c_void;
use core::marker::PhantomData;
use core::ptr::{self, NonNull};
use core::sync::atomic::{AtomicUsize, Ordering, fence};

use super::table::{Shape, Table};

/// A handle's type whose references are to bindings.
///
/// # Safety
///
/// The type takes no room, its alignment is 1, and all references to it and handles of it were made of what
/// [`bind`] gives.
pub unsafe trait Bound: Sized {
    /// The block that has the type.
    type Shape: Shape;
}

/// Asks whether a type is bound: `Asked::<T>::IS_BOUND`, with [`Unbound`] in scope for those that are not.
#[derive(Debug)]
pub struct Asked<T>(PhantomData<T>);

impl<T: Bound> Asked<T> {
    /// It hides the other.
    pub const IS_BOUND: bool = true;
}

/// The answer for any other type.
pub trait Unbound {
    /// As [`Asked::IS_BOUND`].
    const IS_BOUND: bool = false;
}

impl<T> Unbound for Asked<T> {}

/// An object and its library.
struct Binding<S: Shape> {
    object: NonNull<c_void>,
    table: &'static Table<S>,
    /// The owners of this binding: more than one where C counts the object's.
    owners: AtomicUsize,
}

/// A handle for the object.
#[must_use]
pub fn bind<T: Bound>(object: NonNull<c_void>, table: &'static Table<T::Shape>) -> NonNull<T> {
    let binding = Box::into_raw(Box::new(Binding { object, table, owners: AtomicUsize::new(1) }));
    // What a reference to nothing may access is nothing: whoever has one gets at the binding by its address.
    let _ = binding.expose_provenance();
    // SAFETY: a box is not null.
    unsafe { NonNull::new_unchecked(binding) }.cast()
}

/// # Safety
///
/// It is a handle of [`bind`]'s that was not released.
unsafe fn binding<'a, T: Bound>(this: *const T) -> &'a Binding<T::Shape> {
    // SAFETY: `bind` has exposed the binding, which is there, as the caller says, and is never written but for the
    // count.
    unsafe { &*ptr::with_exposed_provenance(this.addr()) }
}

/// The object, for functions of its own library.
#[inline]
#[must_use]
pub fn object<T: Bound>(this: &T) -> *mut c_void {
    // SAFETY: there are references to bindings alone.
    unsafe { binding(this) }.object.as_ptr()
}

/// The table of the object's library.
#[inline]
#[must_use]
pub fn table<T: Bound>(this: &T) -> &'static Table<T::Shape> {
    // SAFETY: there are references to bindings alone.
    unsafe { binding(this) }.table
}

/// The object, for a function of the library.
///
/// # Panics
///
/// If it is another library's.
#[inline]
#[must_use]
#[track_caller]
pub fn given<T: Bound>(this: &T, table: &'static Table<T::Shape>, function: &str, parameter: &str) -> *mut c_void {
    // SAFETY: there are references to bindings alone.
    let binding = unsafe { binding(this) };
    if !ptr::eq(binding.table, table) {
        foreign(binding.table, table, function, parameter);
    }
    binding.object.as_ptr()
}

#[cold]
#[inline(never)]
#[track_caller]
fn foreign<S: Shape>(own: &Table<S>, table: &Table<S>, function: &str, parameter: &str) -> ! {
    let (own, other) = (own.path(), table.path());
    panic!("`{function}` of `{other}` takes objects of its own library, but `{parameter}` is one of `{own}`")
}

/// The object of a handle that its owner gives up; its binding is for [`release`].
///
/// # Safety
///
/// It is a handle of [`bind`]'s that was not released.
#[inline]
#[must_use]
pub unsafe fn object_of<T: Bound>(this: NonNull<T>) -> *mut c_void {
    // SAFETY: as the caller says.
    unsafe { binding(this.as_ptr()) }.object.as_ptr()
}

/// The table of a handle that its owner gives up.
///
/// # Safety
///
/// It is a handle of [`bind`]'s that was not released.
#[inline]
#[must_use]
pub unsafe fn table_of<T: Bound>(this: NonNull<T>) -> &'static Table<T::Shape> {
    // SAFETY: as the caller says.
    unsafe { binding(this.as_ptr()) }.table
}

/// Another owner of the same binding.
///
/// # Safety
///
/// It is a handle of [`bind`]'s that was not released.
#[inline]
pub unsafe fn share<T: Bound>(this: NonNull<T>) {
    // SAFETY: as the caller says. An owner that can be counted is there, so that nothing has to be ordered.
    unsafe { binding(this.as_ptr()) }.owners.fetch_add(1, Ordering::Relaxed);
}

/// Takes an owner of the binding away, and frees it with the last.
///
/// # Safety
///
/// It is a handle of [`bind`]'s, of which one owner is the caller's, who does not use it hereafter.
#[inline]
pub unsafe fn release<T: Bound>(this: NonNull<T>) {
    // SAFETY: as the caller says.
    if unsafe { binding(this.as_ptr()) }.owners.fetch_sub(1, Ordering::Release) == 1 {
        // The other owners' uses come first.
        fence(Ordering::Acquire);
        let binding: *mut Binding<T::Shape> = ptr::with_exposed_provenance_mut(this.as_ptr().addr());
        // SAFETY: it came from a box, and its last owner is gone.
        drop(unsafe { Box::from_raw(binding) });
    }
}

/// A handle that owns its binding, but not the object: of what C has lent.
#[derive(Debug)]
pub struct Lent<T: Bound>(NonNull<T>);

impl<T: Bound> Lent<T> {
    /// A handle that lasts as long as this value; None for null.
    #[must_use]
    pub fn new(object: *mut c_void, table: &'static Table<T::Shape>) -> Option<Lent<T>> {
        NonNull::new(object).map(|object| Lent(bind(object, table)))
    }

    #[inline]
    pub(crate) fn as_ptr(&self) -> *mut T {
        self.0.as_ptr()
    }
}

impl<T: Bound> AsRef<T> for Lent<T> {
    #[inline]
    fn as_ref(&self) -> &T {
        // SAFETY: `T` takes no room and its alignment is 1, so that each address is one of a `T`.
        unsafe { self.0.as_ref() }
    }
}

impl<T: Bound> Drop for Lent<T> {
    fn drop(&mut self) {
        // SAFETY: the binding is this value's own.
        unsafe { release(self.0) };
    }
}
