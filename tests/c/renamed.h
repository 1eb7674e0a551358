int renamed_plain(int i);
int renamed_label(int i) __asm__("renamed_real_symbol");
int renamed_by_pragma(int i);
#ifdef __linux__
#pragma redefine_extname renamed_by_pragma renamed_pragma_symbol
#endif
