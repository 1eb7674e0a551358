cffi_rt::cdef! {
    unsinged int misspelt(int a);
    EXPORTED int function(int a);
    int CALLED other(int a);
    LIBRARY_API size_t third(API int a);
    EXPORTED text *fourth(void);
    pub int public(void);
    fn abs(a: i32) -> i32;
    extern "C" int labs(int a);
    unsafe int rand(void);
    void block(void (^run)(void));
    struct s { int a };
    struct t { int a[3] } *u(void);
    constexpr int limit = 3;
    _BitInt(7) narrow(void);
    size_t strlen(const char *text);
}

fn main() {
    // SAFETY: the string ends in NUL.
    assert_eq!(unsafe { strlen(c"abc".as_ptr()) }, 3);
}
