#![preamble(r#"
typedef const char *text;
typedef int (*operation)(int, text);
typedef unsigned short some_integer;
typedef double some_float;
"#)]
typedef const char *text;
typedef int (*operation)(int a, text b);
typedef int... some_integer;
typedef float... some_float;
