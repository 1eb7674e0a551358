//! Handles that one owner has: a pointer from C in, a value that destroys its object out.

use core::fmt;
use core::mem;
use core::ops::{Deref, DerefMut};
use core::ptr::NonNull;

use crate::__private::callback::Wrapper;

/// A type of C objects that a C function destroys (`cdef_destroy`).
///
/// # Safety
///
/// * The type is a place: it takes no room, its alignment is 1, it has interior mutability, and safe code can't make
///   values of it. It is `Send` only if its objects may be used and destroyed on any thread, one at a time, and `Sync`
///   only if all that takes `&Self` may run on several threads at once.
/// * `destroy` releases the object, and neither unwinds nor uses it later.
/// * If the type has a lifetime that its objects keep more than borrows of, it is invariant in it.
///
/// # Examples
///
/// ```
/// use cffi_rt::{Destroy, Owned};
/// use core::cell::UnsafeCell;
/// use core::ffi::c_void;
/// use core::ptr::NonNull;
///
/// unsafe extern "C" {
///     fn malloc(size: usize) -> *mut c_void;
///     fn free(memory: *mut c_void);
/// }
///
/// /// What a block makes of `struct counter cdef_destroy(free);`.
/// struct Counter(UnsafeCell<[u8; 0]>);
///
/// // SAFETY: the type is a place, and `free` releases what `malloc` made.
/// unsafe impl Destroy for Counter {
///     unsafe fn destroy(this: NonNull<Self>) {
///         // SAFETY: the object came from `malloc`, and is not used hereafter.
///         unsafe { free(this.as_ptr().cast()) };
///     }
/// }
///
/// // SAFETY: `malloc` may be called at any time.
/// let counter = NonNull::new(unsafe { malloc(8) }.cast::<Counter>()).unwrap();
/// // SAFETY: nobody else has the object.
/// let counter: Owned<Counter> = unsafe { Owned::from_raw(counter) };
/// drop(counter);
/// ```
pub unsafe trait Destroy {
    /// Releases the object.
    ///
    /// # Safety
    ///
    /// The object is alive, the caller owns it, or one reference to it, and does not use it hereafter.
    /// If the type is not `Send`, it is called on the thread that the object was made on.
    unsafe fn destroy(this: NonNull<Self>);
}

/// A C object that is destroyed with this value: what `Box` is to Rust's own.
///
/// It dereferences to its place, which has the methods.
/// `Option<Owned<T>>` is a pointer.
/// As with a `Box`, functions that are not the object's own are associated ones: `Owned::into_raw(handle)`.
///
/// A type with a lifetime (`Stmt<'db>`) borrows the object that it came from until it is destroyed.
///
/// A panic of a closure that C calls while a handle is dropped goes on when the call around it ends; if there is none,
/// it is reported on the standard error.
///
/// # Examples
///
/// ```
/// mod stdio {
///     cffi_rt::cdef! {
///         #include <stdio.h>
///
///         FILE *tmpfile(void);
///         int fputs(const char *text, FILE *stream);
///     }
/// }
/// use cffi_rt::Owned;
/// use core::ptr::NonNull;
///
/// // SAFETY: `tmpfile` may be called at any time (C11 7.21.4.3).
/// let stream = NonNull::new(unsafe { stdio::tmpfile() }).unwrap();
/// // SAFETY: the stream is open, and nobody else has it.
/// let stream = unsafe { Owned::from_raw(stream) };
/// // SAFETY: the text ends in NUL, and the stream is open.
/// assert!(unsafe { stdio::fputs(c"hello".as_ptr(), Owned::as_ptr(&stream)) } >= 0);
/// stream.close()?;
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// A handle can't be used once it is closed, nor can the one that another borrows be closed before that:
///
/// ```compile_fail,E0382
/// fn twice(stream: cffi_rt::Owned<cffi_rt::FILE>) {
///     let _ = stream.close();
///     let _ = stream.close();
/// }
/// ```
///
/// ```compile_fail,E0505
/// # use cffi_rt::{Destroy, Owned};
/// # use core::cell::UnsafeCell;
/// # use core::marker::PhantomData;
/// # use core::ptr::NonNull;
/// struct Db(UnsafeCell<[u8; 0]>);
/// struct Stmt<'db>(UnsafeCell<[u8; 0]>, PhantomData<&'db Db>);
/// # unsafe impl Destroy for Db {
/// #     unsafe fn destroy(_: NonNull<Self>) {}
/// # }
/// # unsafe impl Destroy for Stmt<'_> {
/// #     unsafe fn destroy(_: NonNull<Self>) {}
/// # }
///
/// fn prepare(db: &Db) -> Owned<Stmt<'_>> {
///     unimplemented!()
/// }
///
/// fn wrong_order(db: Owned<Db>) {
///     let statement = prepare(&db);
///     drop(db);
///     // The statement would be destroyed here.
/// }
/// ```
// `NonNull` is covariant, as `Box` is: what is behind it is this value's alone. `Drop` without `may_dangle` makes the
// lifetimes of `T` outlive it.
#[repr(transparent)]
pub struct Owned<T: Destroy>(NonNull<T>);

// SAFETY: the object is this value's alone, as a `Box`'s is, and `Destroy` demands of a type that is `Send` that its
// objects may be destroyed on any thread.
unsafe impl<T: Destroy + Send> Send for Owned<T> {}

// SAFETY: all that `&Owned<T>` gives is `&T`.
unsafe impl<T: Destroy + Sync> Sync for Owned<T> {}

impl<T: Destroy> Owned<T> {
    const IS_PLACE: () = assert!(size_of::<T>() == 0 && align_of::<T>() == 1, "a handle's type takes no room");

    /// Takes the object over.
    ///
    /// # Safety
    ///
    /// The object is alive and nobody else will destroy it, or use it while this value can be used.
    /// If `T` has lifetimes, they last no longer than what the object needs.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{FILE, Owned};
    ///
    /// fn again(stream: Owned<FILE>) -> Owned<FILE> {
    ///     let raw = Owned::into_raw(stream);
    ///     // SAFETY: the stream was given up in the line before.
    ///     unsafe { Owned::from_raw(raw) }
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const unsafe fn from_raw(this: NonNull<T>) -> Owned<T> {
        const { Self::IS_PLACE };
        Owned(this)
    }

    /// Gives the object up, without destroying it.
    ///
    /// # Examples
    ///
    /// See [`from_raw`](Self::from_raw).
    #[inline]
    #[must_use]
    pub const fn into_raw(this: Owned<T>) -> NonNull<T> {
        let raw = this.0;
        mem::forget(this);
        raw
    }

    /// The object's address, for C.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{FILE, Owned};
    ///
    /// fn is_same(a: &Owned<FILE>, b: *mut FILE) -> bool {
    ///     Owned::as_ptr(a) == b
    /// }
    /// ```
    #[inline]
    #[must_use]
    pub const fn as_ptr(this: &Owned<T>) -> *mut T {
        this.0.as_ptr()
    }

    /// Keeps the object for ever.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{FILE, Owned};
    ///
    /// fn log(stream: Owned<FILE>) -> &'static mut FILE {
    ///     Owned::leak(stream)
    /// }
    /// ```
    #[inline]
    pub const fn leak<'a>(this: Owned<T>) -> &'a mut T
    where
        T: 'a,
    {
        let mut raw = Owned::into_raw(this);
        // SAFETY: `T` takes no room and its alignment is 1, so that each address is one of a `T`; the object is never
        // destroyed, and nobody else has it.
        unsafe { raw.as_mut() }
    }
}

impl<T: Destroy> Deref for Owned<T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        // SAFETY: `T` takes no room and its alignment is 1, so that each address is one of a `T`, and it has interior
        // mutability, so that C may write to the object.
        unsafe { self.0.as_ref() }
    }
}

impl<T: Destroy> DerefMut for Owned<T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: as for `deref`; nobody else has the object.
        unsafe { self.0.as_mut() }
    }
}

impl<T: Destroy> Drop for Owned<T> {
    fn drop(&mut self) {
        // Its own end reports a panic.
        let _wrapper = Wrapper::enter();
        // SAFETY: the object is this value's own, on whose thread it is, and is not used hereafter.
        unsafe { T::destroy(self.0) };
    }
}

impl<T: Destroy> fmt::Debug for Owned<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Owned").field(&self.0).finish()
    }
}

#[cfg(test)]
mod tests;
