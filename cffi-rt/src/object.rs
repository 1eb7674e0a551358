//! Objects of libraries that are values: what C has of them, and what it lends of them.

use core::ffi::c_void;
use core::fmt;
use core::marker::PhantomData;
use core::ops::{Deref, DerefMut};

use crate::__private::Place;
use crate::__private::bound::{Bound, Lent, object};
use crate::__private::table::Table;

/// The C object behind a handle of type `T` that carries its library, as raw functions take it.
///
/// In a block with `#![dlopen(struct Plugin)]` a `&T` leads to the object and to the library that it belongs to, so that
/// its address is not the object's.
///
/// # Examples
///
/// ```
/// mod plugin {
///     cffi_rt::cdef! {
///         #![dlopen(struct Plugin)]
///
///         void counter_free(struct counter *counter);
///         unsafe extern "C" {
///             struct counter cdef_destroy(counter_free);
///             struct counter *_Nonnull cdef_owned counter_new(int start);
///         }
///         int counter_peek(const struct counter *counter);
///     }
/// }
///
/// fn peek(plugin: plugin::Plugin, counter: &plugin::counter) -> i32 {
///     // SAFETY: the counter is one of this library, and alive.
///     unsafe { plugin.counter_peek(cffi_rt::Object::of(counter)) }
/// }
/// ```
#[repr(C)]
pub struct Object<T> {
    place: Place,
    handle: PhantomData<T>,
}

impl<T: Bound> Object<T> {
    /// The address of the handle's object.
    ///
    /// # Examples
    ///
    /// See [`Object`].
    #[inline]
    #[must_use]
    pub fn of(handle: &T) -> *mut Object<T> {
        object(handle).cast()
    }
}

impl<T> fmt::Debug for Object<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Object").field("place", &self.place).finish_non_exhaustive()
    }
}

/// An object that C has lent, of a library that is a value: what a `&T` is where the library is linked.
///
/// # Examples
///
/// ```
/// mod plugin {
///     cffi_rt::cdef! {
///         #![dlopen(struct Plugin)]
///
///         unsafe extern "C" {
///             struct node cdef_sync;
///             const struct node *_Nonnull cdef_static plugin_root(void);
///             int node_value(const struct node *_Nonnull node);
///         }
///     }
/// }
///
/// fn root_value(plugin: plugin::Plugin) -> i32 {
///     let root = plugin.plugin_root();
///     plugin.node_value(&root)
/// }
/// ```
pub struct Borrowed<'a, T: Bound> {
    lent: Lent<T>,
    borrow: PhantomData<&'a T>,
}

impl<T: Bound> Borrowed<'_, T> {
    /// None for null.
    ///
    /// # Safety
    ///
    /// The object is one of the library's, and good for the lifetime.
    #[doc(hidden)]
    #[must_use]
    pub unsafe fn new(object: *mut c_void, table: &'static Table<T::Shape>) -> Option<Self> {
        Lent::new(object, table).map(|lent| Borrowed { lent, borrow: PhantomData })
    }
}

impl<T: Bound> Deref for Borrowed<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.lent.as_ref()
    }
}

impl<T: Bound> fmt::Debug for Borrowed<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Borrowed").field(&object(&**self)).finish()
    }
}

/// An object that C has lent for changes: what a `&mut T` is where the library is linked.
///
/// # Examples
///
/// As [`Borrowed`], of a function that returns a pointer which is not `const`.
///
/// ```
/// fn as_shared<T>(mut object: T) -> usize
/// where
///     T: core::ops::DerefMut,
///     T::Target: Sized,
/// {
///     core::mem::size_of_val(&mut *object)
/// }
///
/// assert_eq!(as_shared(Box::new(1_u8)), 1);
/// ```
pub struct BorrowedMut<'a, T: Bound> {
    lent: Lent<T>,
    borrow: PhantomData<&'a mut T>,
}

impl<T: Bound> BorrowedMut<'_, T> {
    /// None for null.
    ///
    /// # Safety
    ///
    /// The object is one of the library's, good for the lifetime, and nobody else uses it meanwhile.
    #[doc(hidden)]
    #[must_use]
    pub unsafe fn new(object: *mut c_void, table: &'static Table<T::Shape>) -> Option<Self> {
        Lent::new(object, table).map(|lent| BorrowedMut { lent, borrow: PhantomData })
    }
}

impl<T: Bound> Deref for BorrowedMut<'_, T> {
    type Target = T;

    #[inline]
    fn deref(&self) -> &T {
        self.lent.as_ref()
    }
}

impl<T: Bound> DerefMut for BorrowedMut<'_, T> {
    #[inline]
    fn deref_mut(&mut self) -> &mut T {
        // SAFETY: `T` takes no room and its alignment is 1, so that each address is one of a `T`; nobody else has the
        // object.
        unsafe { &mut *self.lent.as_ptr() }
    }
}

impl<T: Bound> fmt::Debug for BorrowedMut<'_, T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("BorrowedMut").field(&object(&**self)).finish()
    }
}
