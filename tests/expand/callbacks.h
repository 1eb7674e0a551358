#![preamble("static inline int each(int (*f)(int, void *), void *ctx) { return f(1, ctx); }")]
unsafe extern "C" {
    int each(int (*f)(int number, void *ctx) cdef_closure(ctx) cdef_scope(call), void *ctx);
}
