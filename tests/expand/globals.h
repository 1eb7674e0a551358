#![preamble(r#"
extern int plain;
extern const char *const constant;
extern _Thread_local int per_thread;
int *address(void);
#define macro (*address())
"#)]
extern int plain;
extern const char *const constant;
extern _Thread_local int per_thread;
extern int macro;
