//! Handles that count their owners: a pointer from C in, a value that holds one reference out.

use core::fmt;
use core::mem;
use core::ops::Deref;
use core::ptr::NonNull;

use crate::__private::callback::Wrapper;
use crate::Destroy;

/// A type of C objects that count their references (`cdef_retain`).
///
/// # Safety
///
/// `retain` adds a reference to the same object, which [`Destroy::destroy`] takes away again, and does not unwind.
/// It may be called while others use the object, on other threads too if the type is `Sync`.
///
/// # Examples
///
/// See [`Shared`].
pub unsafe trait Retain: Destroy {
    /// Adds a reference.
    ///
    /// # Safety
    ///
    /// The object is alive.
    unsafe fn retain(this: NonNull<Self>);
}

/// One reference to a C object that counts them: what `Arc` is to Rust's own.
///
/// A clone is a further reference to the same object, which lives until the last is dropped.
/// There is no `&mut` to the object, because others may have it.
///
/// # Examples
///
/// ```
/// use cffi_rt::{Destroy, Retain, Shared};
/// use core::cell::Cell;
/// use core::ptr::NonNull;
///
/// /// What a block makes of `struct node cdef_destroy(node_unref) cdef_retain(node_ref);`.
/// struct Node(core::cell::UnsafeCell<[u8; 0]>);
///
/// // SAFETY: the type is a place, and the count is the object's.
/// unsafe impl Destroy for Node {
///     unsafe fn destroy(this: NonNull<Self>) {
///         // SAFETY: the object is alive, and is a count.
///         let count = unsafe { this.cast::<Cell<u32>>().as_ref() };
///         count.set(count.get() - 1);
///     }
/// }
///
/// // SAFETY: as above.
/// unsafe impl Retain for Node {
///     unsafe fn retain(this: NonNull<Self>) {
///         // SAFETY: the object is alive, and is a count.
///         let count = unsafe { this.cast::<Cell<u32>>().as_ref() };
///         count.set(count.get() + 1);
///     }
/// }
///
/// let count = Cell::new(1);
/// // SAFETY: the count is above, and its one reference belongs to nobody else.
/// let node: Shared<Node> = unsafe { Shared::from_raw(NonNull::from(&count).cast()) };
/// let other = node.clone();
/// assert_eq!(count.get(), 2);
/// drop((node, other));
/// assert_eq!(count.get(), 0);
/// ```
#[repr(transparent)]
pub struct Shared<T: Retain>(NonNull<T>);

// SAFETY: another thread's reference gives it `&T`, as an `Arc`'s does, and may be the last and destroy the object.
unsafe impl<T: Retain + Send + Sync> Send for Shared<T> {}

// SAFETY: `&Shared<T>` gives `&T`, and by cloning it a reference of its own.
unsafe impl<T: Retain + Send + Sync> Sync for Shared<T> {}

impl<T: Retain> Shared<T> {
    const IS_PLACE: () = assert!(size_of::<T>() == 0 && align_of::<T>() == 1, "a handle's type takes no room");

    /// Takes over one reference.
    ///
    /// # Safety
    ///
    /// The object is alive, one reference to it belongs to the caller, and nobody uses the object exclusively.
    /// If `T` has lifetimes, they last no longer than what the object needs.
    ///
    /// # Examples
    ///
    /// See [`Shared`].
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw(this: NonNull<T>) -> Shared<T> {
        const { Self::IS_PLACE };
        Shared(this)
    }

    /// Gives the reference up, without taking it away.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{Retain, Shared};
    ///
    /// fn again<T: Retain>(handle: Shared<T>) -> Shared<T> {
    ///     let raw = Shared::into_raw(handle);
    ///     // SAFETY: the reference was given up in the line before.
    ///     unsafe { Shared::from_raw(raw) }
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn into_raw(this: Shared<T>) -> NonNull<T> {
        let raw = this.0;
        mem::forget(this);
        raw
    }

    /// The object's address, for C.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{Retain, Shared};
    ///
    /// fn is_same<T: Retain>(a: &Shared<T>, b: &Shared<T>) -> bool {
    ///     Shared::as_ptr(a) == Shared::as_ptr(b)
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_ptr(this: &Shared<T>) -> *mut T {
        this.0.as_ptr()
    }
}

impl<T: Retain> Deref for Shared<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: `T` takes no room and its alignment is 1, so that each address is one of a `T`, and it has interior
        // mutability, so that C may write to the object.
        unsafe { self.0.as_ref() }
    }
}

impl<T: Retain> Clone for Shared<T> {
    fn clone(&self) -> Shared<T> {
        // SAFETY: the object is alive, because this is a reference to it.
        unsafe { T::retain(self.0) };
        Shared(self.0)
    }
}

impl<T: Retain> Drop for Shared<T> {
    fn drop(&mut self) {
        // Its own end reports a panic.
        let _wrapper = Wrapper::enter();
        // SAFETY: one reference is this value's own, and is not used hereafter.
        unsafe { T::destroy(self.0) };
    }
}

impl<T: Retain> fmt::Debug for Shared<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Shared").field(&self.0).finish()
    }
}

#[cfg(test)]
mod tests {
    use core::ptr::NonNull;
    use core::sync::atomic::{AtomicU32, Ordering};
    use std::thread;

    use super::{Retain, Shared};
    use crate::__private::Place;
    use crate::Destroy;

    struct Node {
        _place: Place,
    }

    // SAFETY: the count is atomic.
    unsafe impl Send for Node {}

    // SAFETY: the count is atomic.
    unsafe impl Sync for Node {}

    fn count(this: NonNull<Node>) -> &'static AtomicU32 {
        // SAFETY: the count is a static of the test.
        unsafe { this.cast::<AtomicU32>().as_ref() }
    }

    // SAFETY: it is a place, and a reference is one of the count.
    unsafe impl Destroy for Node {
        unsafe fn destroy(this: NonNull<Self>) {
            count(this).fetch_sub(1, Ordering::AcqRel);
        }
    }

    // SAFETY: a reference is one of the count.
    unsafe impl Retain for Node {
        unsafe fn retain(this: NonNull<Self>) {
            count(this).fetch_add(1, Ordering::Relaxed);
        }
    }

    #[test]
    fn each_clone_is_one_reference_on_any_thread() {
        static COUNT: AtomicU32 = AtomicU32::new(1);
        // SAFETY: the object is a static, whose one reference this is.
        let node = unsafe { Shared::<Node>::from_raw(NonNull::from(&COUNT).cast()) };
        let other = node.clone();
        assert_eq!(Shared::as_ptr(&node), Shared::as_ptr(&other));
        thread::spawn(move || drop(other.clone())).join().expect("it does not panic");
        assert_eq!(COUNT.load(Ordering::Acquire), 1);
        let raw = Shared::into_raw(node);
        assert_eq!(COUNT.load(Ordering::Acquire), 1);
        // SAFETY: the reference was given up above.
        drop(unsafe { Shared::from_raw(raw) });
        assert_eq!(COUNT.load(Ordering::Acquire), 0);
    }

    #[test]
    fn an_optional_reference_is_a_pointer() {
        assert_eq!(size_of::<Option<Shared<Node>>>(), size_of::<*const u8>());
    }
}
