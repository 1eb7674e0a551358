/* The C library's own declarations, found compatible with annotated ones. */

void qsort(_Inout_ void *__sized_by(nmemb * size) base, size_t nmemb, size_t size,
           int (*compar)(const void *, const void *) cdef_closure() cdef_scope(call) cdef_on_panic(0)) cdef_unsafe;
ssize_t read(int fd, _Out_writes_bytes_to_(n, return) void *buf, size_t n) _Success_(return >= 0) cdef_error(errno);
ssize_t getline(_Inout_ char *cdef_owned_by(free) __sized_by(*n) *lineptr, _Inout_ size_t *n, FILE *stream)
    _Success_(return >= 0 || feof(stream)) cdef_error(errno);
struct __dirstream cdef_destroy(closedir);
DIR *cdef_owned opendir(const char *__null_terminated name) cdef_error(errno);
struct dirent *readdir(DIR *dirp __lifetimebound) _Success_(return != NULL || errno == 0) cdef_error(errno);
