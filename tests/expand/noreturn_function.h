#![preamble("_Noreturn void leave(int code); static inline _Noreturn void leave_inline(void) { leave(1); }")]
_Noreturn void leave(int code);
_Noreturn void leave_inline(void);
