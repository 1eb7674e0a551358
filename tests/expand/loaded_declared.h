#![dlopen("libz.so.1")]
extern int global;
int plain(int a) __asm__("plain_2@VERSION_2");
int variadic(const char *format, ...);
int maybe(void) cdef_optional;
int load(void);
