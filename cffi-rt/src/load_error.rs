//! Why a library could not be loaded.

use core::error::Error;
use core::fmt;
use std::path::Path;

/// Why a block's library could not be loaded: what was tried, what the loader says, and all names that it lacks.
///
/// # Examples
///
/// ```
/// mod c {
///     cffi_rt::cdef! {
///         #![dlopen("libno-such-library.so.1")]
///         int no_such_function(int number);
///     }
/// }
///
/// let error = c::load().unwrap_err();
/// assert!(error.to_string().starts_with("`libno-such-library.so.1` can't be loaded: "));
/// assert_eq!(error.missing().len(), 0);
/// assert!(!c::is_loaded());
/// ```
#[derive(Clone, Debug)]
pub struct LoadError(pub(crate) Box<Reason>);

#[derive(Clone, Debug)]
pub(crate) enum Reason {
    /// Each name and what the loader says of it.
    NotLoaded(Vec<(String, String)>),
    Missing {
        path: String,
        names: Vec<String>,
        /// What the loader says of the first.
        message: String,
    },
    AlreadyLoaded {
        path: String,
        other: String,
    },
    NoHandle,
}

impl LoadError {
    /// The names of the functions and variables that the library lacks; none if it could not be opened.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(target_os = "linux")] {
    /// mod c {
    ///     cffi_rt::cdef! {
    ///         #![dlopen("libc.so.6")]
    ///         int abs(int number);
    ///         int no_such_function(int number);
    ///         extern int no_such_variable;
    ///     }
    /// }
    ///
    /// let error = c::load().unwrap_err();
    /// assert_eq!(error.missing(), ["no_such_variable", "no_such_function"]);
    /// # }
    /// ```
    #[must_use]
    pub fn missing(&self) -> &[String] {
        match &*self.0 {
            Reason::Missing { names, .. } => names,
            Reason::NotLoaded(_) | Reason::AlreadyLoaded { .. } | Reason::NoHandle => &[],
        }
    }

    /// Whether another library was loaded for the block before.
    ///
    /// # Examples
    ///
    /// ```
    /// # #[cfg(target_os = "linux")] {
    /// mod c {
    ///     cffi_rt::cdef! {
    ///         #![dlopen("libc.so.6")]
    ///         double fabs(double number) cdef_optional;
    ///     }
    /// }
    ///
    /// c::load().unwrap();
    /// // SAFETY: the library's initialisers do no harm, and its functions are those of the block.
    /// let error = unsafe { c::load_from("libm.so.6") }.unwrap_err();
    /// assert!(error.is_already_loaded());
    /// # }
    /// ```
    #[must_use]
    pub fn is_already_loaded(&self) -> bool {
        matches!(&*self.0, Reason::AlreadyLoaded { .. })
    }

    /// The library that was opened, if one was.
    ///
    /// # Examples
    ///
    /// See [`LoadError`].
    #[must_use]
    pub fn path(&self) -> Option<&Path> {
        match &*self.0 {
            Reason::Missing { path, .. } => Some(Path::new(path)),
            Reason::AlreadyLoaded { other, .. } => Some(Path::new(other)),
            Reason::NotLoaded(_) | Reason::NoHandle => None,
        }
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &*self.0 {
            Reason::NotLoaded(tried) => match tried.as_slice() {
                [(name, message)] => write!(f, "`{name}` can't be loaded: {message}"),
                tried => {
                    f.write_str("none of these libraries can be loaded")?;
                    for (index, (name, message)) in tried.iter().enumerate() {
                        write!(f, "{} `{name}`: {message}", if index == 0 { ":" } else { ";" })?;
                    }
                    Ok(())
                }
            },
            Reason::Missing { path, names, message } => {
                write!(f, "`{path}` lacks")?;
                for (index, name) in names.iter().enumerate() {
                    let separator = match index {
                        0 => " ",
                        _ if index + 1 == names.len() => " and ",
                        _ => ", ",
                    };
                    write!(f, "{separator}`{name}`")?;
                }
                write!(f, ": {message}")
            }
            Reason::AlreadyLoaded { path, other } => {
                write!(f, "`{path}` is already loaded, and `{other}` can't take its place")
            }
            Reason::NoHandle => f.write_str("the handle of the library is null"),
        }
    }
}

impl Error for LoadError {}
