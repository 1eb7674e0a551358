#![preamble(r#"
#define VERSION 3
int new_one(int a);
"#)]

#if VERSION >= 2
int new_one(int a);
#else
int old_one(int a);
#endif
