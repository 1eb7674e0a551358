#![dlopen(struct Plugin)]
#![names(rust)]
#![preamble(r#"
struct counter;
void counter_free(struct counter *c);
struct counter *counter_new(int start);
int counter_next(struct counter *c);
int counter_add(struct counter *c, const struct counter *other);
#define counter_twice(c) (counter_next(c) + counter_next(c))
int plain(int a);
int variadic(int a, ...);
extern int variable;
"#)]
int plain(int a);
int variadic(int a, ...);
extern int variable;
unsafe extern "C" {
struct counter cdef_destroy(counter_free);
void counter_free(struct counter *cdef_consumed c);
struct counter *cdef_owned _Nonnull counter_new(int start);
int counter_next(struct counter *_Nonnull c);
int counter_twice(struct counter *_Nonnull c);
int counter_add(struct counter *_Nonnull c, const struct counter *_Nonnull other);
}
