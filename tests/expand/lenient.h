#![lenient]
#![preamble(r#"
long number(short a);
const char *name(void *of);
int exact(int a);
"#)]

int number(long a);
char *name(int *of);
int exact(int a);
