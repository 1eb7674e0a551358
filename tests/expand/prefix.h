#![preamble("enum px_kind { PX_A }; static inline int px_add(int a) { return a; }")]
#![prefix(px_, PX_)]
enum px_kind { PX_A };
int px_add(int a);
