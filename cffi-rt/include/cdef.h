/* cdef.h: the words of cdef! in C headers.
 *
 * A word says of a declaration what C's types can't: how long a buffer is, who frees a string, when an output is
 * initialised. cdef! reads the words; a C compiler sees none of them, because each is a macro that expands to nothing.
 *
 * Bounds and nullness are clang's words (ptrcheck.h, lifetimebound.h), the flow of data is Microsoft's (sal.h), and what
 * neither has begins with `cdef_`. Include this file behind the system's headers, which may define some of the words as
 * attributes that not every compiler takes; it may be included again wherever others have defined them anew.
 *
 * This file is in the public domain. */

/* Windows has words of SAL's of its own, which its headers need until they are read. */
#if defined(_WIN32) && defined(__has_include)
#  if __has_include(<sal.h>)
#    include <sal.h>
#  endif
#endif

/* Shape: what a pointer points to. A length may be any expression over parameters, `return` and constants. */
#undef __counted_by
#undef __counted_by_or_null
#undef __sized_by
#undef __sized_by_or_null
#undef __ended_by
#undef __null_terminated
#undef __single
#undef __unsafe_indexable
#define __counted_by(...)         /* that many elements */
#define __counted_by_or_null(...) /* that many elements, or NULL */
#define __sized_by(...)           /* that many bytes */
#define __sized_by_or_null(...)   /* that many bytes, or NULL */
#define __ended_by(...)           /* elements up to another pointer */
#define __null_terminated         /* elements up to a zero: a string, or a list of pointers */
#define __single                  /* one object */
#define __unsafe_indexable        /* nothing is said: the function stays unsafe */

/* Nullness; clang has these as keywords. */
#if !defined(__clang__)
#  undef _Nonnull
#  undef _Nullable
#  undef _Null_unspecified
#  define _Nonnull
#  define _Nullable
#  define _Null_unspecified
#endif

/* Flow: who reads and who writes, before a parameter. */
#undef _In_
#undef _In_opt_
#undef _In_z_
#undef _In_opt_z_
#undef _In_reads_
#undef _In_reads_opt_
#undef _In_reads_bytes_
#undef _In_reads_bytes_opt_
#undef _In_reads_to_ptr_
#undef _Inout_
#undef _Inout_opt_
#undef _Out_
#undef _Out_opt_
#undef _Out_writes_
#undef _Out_writes_bytes_
#undef _Out_writes_to_
#undef _Out_writes_bytes_to_
#undef _Out_writes_z_
#undef _Outptr_
#undef _Outptr_opt_
#undef _Ret_maybenull_
#undef _Ret_notnull_
#undef _Null_terminated_
#define _In_                      /* read only, in spite of a type without const */
#define _In_opt_                  /* read only, or NULL */
#define _In_z_                    /* a string that is read only */
#define _In_opt_z_                /* a string that is read only, or NULL */
#define _In_reads_(...)           /* that many elements are read */
#define _In_reads_opt_(...)       /* that many elements are read, or NULL */
#define _In_reads_bytes_(...)     /* that many bytes are read */
#define _In_reads_bytes_opt_(...) /* that many bytes are read, or NULL */
#define _In_reads_to_ptr_(...)    /* elements up to another pointer are read */
#define _Inout_                   /* read and written */
#define _Inout_opt_               /* read and written, or NULL */
#define _Out_                     /* need not be initialised before, and is after */
#define _Out_opt_                 /* as _Out_, or NULL */
#define _Out_writes_(...)         /* that many elements are written */
#define _Out_writes_bytes_(...)   /* that many bytes are written */
#define _Out_writes_to_(...)      /* capacity and number of elements written */
#define _Out_writes_bytes_to_(...) /* capacity and number of bytes written */
#define _Out_writes_z_(...)       /* capacity for a string that is written */
#define _Outptr_                  /* a pointer is written */
#define _Outptr_opt_              /* a pointer is written, or the parameter is NULL */
#define _Ret_maybenull_           /* may return NULL */
#define _Ret_notnull_             /* never returns NULL */
#define _Null_terminated_         /* ends with a zero */

/* Outcome: when a call has succeeded, and what its error is. */
#undef _Success_
#undef _Return_type_success_
#undef _On_failure_
#undef _Always_
#undef _Check_return_
#undef cdef_error
#undef cdef_error_text
#define _Success_(...)             /* an expression over return, errno and outputs */
#define _Return_type_success_(...) /* the same, on a typedef */
#define _On_failure_(...)          /* an output that is written when the call fails; cdef! does not take it yet */
#define _Always_(...)              /* an output that is written in any case */
#define _Check_return_             /* the result must not be ignored */
#define cdef_error(...)            /* where the error is: errno, return, -return, or a call */
#define cdef_error_text(...)       /* the function that has the text of a status type's values */

/* Values: what a caller must keep to; it is tested before the call. */
#undef _In_range_
#undef _Pre_satisfies_
#define _In_range_(...)
#define _Pre_satisfies_(...)

/* Ownership: who destroys an object, and how. */
#undef cdef_owned
#undef cdef_owned_by
#undef cdef_consumed
#undef cdef_consumed_on
#undef cdef_destroy
#undef cdef_retain
#undef cdef_opaque
#define cdef_owned                /* the caller destroys it with its type's destructor */
#define cdef_owned_by(...)        /* the caller frees it with this function */
#define cdef_consumed             /* the callee takes it over */
#define cdef_consumed_on(...)     /* the callee takes it over only then; cdef! does not take it yet */
#define cdef_destroy(...)         /* a type's destructor */
#define cdef_retain(...)          /* the function that adds a reference to a type's object */
#define cdef_opaque               /* a type that Rust reads through C only */

/* Lifetime: how long a pointer is good for. */
#undef __lifetimebound
#undef __lifetime_capture_by
#undef __noescape
#undef cdef_within
#undef cdef_static
#undef cdef_transient
#undef cdef_stable
#undef cdef_shared
#define __lifetimebound            /* the result is good as long as this parameter */
#define __lifetime_capture_by(...) /* another parameter keeps it; cdef! does not take it yet */
#define __noescape                 /* nobody keeps it */
#define cdef_within(...)           /* the result lies in this parameter's buffer */
#define cdef_static                /* good for ever */
#define cdef_transient             /* good until the next call */
#define cdef_stable                /* good as long as its object, whatever is called */
#define cdef_shared                /* changes nothing that others may have borrowed */

/* Closures: what of a function pointer belongs together. */
#undef cdef_closure
#undef cdef_scope
#undef cdef_destroyer
#undef cdef_on_panic
#define cdef_closure(...)         /* the parameter that is handed back to the function, if there is one */
#define cdef_scope(...)           /* how long it is called: call, once, until(f), forever */
#define cdef_destroyer(...)       /* what frees the closure, and whether it does when the call fails */
#define cdef_on_panic(...)        /* what C gets if the closure panics */

/* Threads and the library's state. */
#undef cdef_send
#undef cdef_sync
#undef cdef_requires
#undef cdef_provides
#define cdef_send                 /* may be used on any thread, on one at a time */
#define cdef_sync                 /* may be used on several threads at once */
#define cdef_requires(...)        /* a state that must be there, or a lock to hold */
#define cdef_provides(...)        /* the state that this function makes */

/* The declaration itself. */
#undef cdef_safe
#undef cdef_unsafe
#undef cdef_optional
#undef cdef_export
#undef cdef_name
#define cdef_safe                 /* it is an error if there is no safe function */
#define cdef_unsafe               /* there is no safe function */
#define cdef_optional             /* the header or the library may lack it */
#define cdef_export               /* Rust's definition has a C symbol; cdef! does not take it yet */
#define cdef_name(...)            /* its name in Rust */
