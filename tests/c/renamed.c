int renamed_plain(int i) { return i + 1; }
int renamed_real(int i) __asm__("renamed_real_symbol");
int renamed_real(int i) { return i + 2; }
#ifdef __linux__
int renamed_pragma_symbol(int i) { return i + 3; }
#else
int renamed_by_pragma(int i) { return i + 3; }
#endif
