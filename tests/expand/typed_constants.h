#![preamble(r#"
#define NUMBER 7
#define POINTER ((char *)0)
const char *version(void);
#define VERSION version()
"#)]
static const unsigned char NUMBER;
static char *const POINTER;
static const char *const VERSION;
