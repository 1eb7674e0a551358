//! Destructors that can fail: a handle in, and out the library's error, with the handle if its object is still there.

use core::error::Error;
use core::fmt;
use core::ptr::NonNull;

use crate::__private::callback::Wrapper;
use crate::{Destroy, Owned};

/// What becomes of an object whose destructor has failed.
///
/// # Examples
///
/// ```
/// // `fclose` frees the stream even if it can't write the rest (C11 7.21.5.1p2).
/// assert_ne!(cffi_rt::Survival::Gone, cffi_rt::Survival::Kept);
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Survival {
    /// It is destroyed in spite of the error.
    Gone,
    /// It is as it was, and still to be destroyed.
    Kept,
}

/// A type whose destructor can fail, which [`Owned::close`] reports.
///
/// # Safety
///
/// `try_destroy` releases the object unless it returns [`Survival::Kept`], and does not unwind.
///
/// # Examples
///
/// [`FILE`](crate::FILE) is such a type:
///
/// ```
/// fn error<T: cffi_rt::TryDestroy>() -> Option<T::Error> {
///     None
/// }
///
/// let none: Option<cffi_rt::Errno> = error::<cffi_rt::FILE>();
/// assert!(none.is_none());
/// ```
pub unsafe trait TryDestroy: Destroy {
    /// Why it fails.
    type Error: Error + Send + Sync + 'static;

    /// Releases the object, or says why not.
    ///
    /// # Safety
    ///
    /// As [`Destroy::destroy`]; if it returns [`Survival::Kept`], the caller still owns the object.
    ///
    /// # Errors
    ///
    /// The library's, and whether there still is an object.
    unsafe fn try_destroy(this: NonNull<Self>) -> Result<(), (Survival, Self::Error)>;
}

impl<T: TryDestroy> Owned<T> {
    /// Destroys the object, and reports what dropping it ignores.
    ///
    /// # Errors
    ///
    /// The library's error, together with the handle if the object is still there.
    ///
    /// # Panics
    ///
    /// With the panic of a closure that C called meanwhile.
    ///
    /// # Examples
    ///
    /// ```
    /// use cffi_rt::{Errno, FILE, Owned};
    ///
    /// fn save(stream: Owned<FILE>) -> Result<(), Errno> {
    ///     stream.close().map_err(|refused| refused.into_error())
    /// }
    /// ```
    pub fn close(self) -> Result<(), CloseError<T>> {
        let this = Owned::into_raw(self);
        let wrapper = Wrapper::enter();
        // SAFETY: the object was this value's own, on whose thread it is; it is used only if it is kept.
        let result = unsafe { T::try_destroy(this) };
        let result = result.map_err(|(survival, error)| CloseError {
            error,
            handle: match survival {
                Survival::Gone => None,
                // SAFETY: the object is still there, and still ours, as `TryDestroy` has it.
                Survival::Kept => Some(unsafe { Owned::from_raw(this) }),
            },
        });
        wrapper.finish();
        result
    }
}

/// Why [`Owned::close`] failed, and the handle if its object is still there.
///
/// Dropping it drops the handle, which destroys the object as far as the library can.
///
/// # Examples
///
/// ```
/// use cffi_rt::{CloseError, FILE, Owned};
///
/// fn retry(refused: CloseError<FILE>) -> Option<Owned<FILE>> {
///     eprintln!("{}: {refused}", refused.error().raw());
///     refused.into_handle()
/// }
/// ```
pub struct CloseError<T: TryDestroy> {
    error: T::Error,
    handle: Option<Owned<T>>,
}

impl<T: TryDestroy> CloseError<T> {
    /// The library's error.
    ///
    /// # Examples
    ///
    /// See [`CloseError`].
    #[must_use]
    pub const fn error(&self) -> &T::Error {
        &self.error
    }

    /// The handle, if the object is still there.
    ///
    /// # Examples
    ///
    /// See [`CloseError`].
    #[must_use]
    pub fn into_handle(self) -> Option<Owned<T>> {
        self.handle
    }

    /// The library's error alone; a handle is dropped.
    ///
    /// # Examples
    ///
    /// See [`Owned::close`].
    #[must_use]
    pub fn into_error(self) -> T::Error {
        self.error
    }
}

impl<T: TryDestroy> fmt::Debug for CloseError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("CloseError").field("error", &self.error).field("handle", &self.handle).finish()
    }
}

impl<T: TryDestroy> fmt::Display for CloseError<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.error, f)
    }
}

impl<T: TryDestroy> Error for CloseError<T> {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.error.source()
    }
}
