// What two libraries of one shape declare; `SCALE` is what tells them apart.
#ifndef PLUGIN_H
#define PLUGIN_H

typedef int plug_rc;
#define PLUG_OK 0

typedef struct counter counter;
typedef struct cursor cursor;
typedef struct pool pool;
struct weight { int whole; long double part; };

int plug_scale(void);
int plug_sum(int count, ...);
extern int plug_alive;
extern _Thread_local int plug_calls;

counter *counter_new(int start);
plug_rc counter_close(counter *c);
int counter_next(counter *c);
int counter_add(counter *to, const counter *from);
int counter_limit(const counter *c);
plug_rc counter_set(counter *c, int value);
counter *counter_first(counter *c);
void counter_eat(counter *c);
const char *counter_name(const counter *c);
int counter_make(int count, void (*f)(counter *c, void *data), void *data);
int counter_each(counter *c, int (*f)(counter *c, int now, void *data), void *data);
void counter_watch(counter *c, int (*f)(counter *c, int now, void *data), void *data, void (*done)(void *data));
#define counter_twice(c) (counter_next(c) + counter_next(c))

cursor *cursor_new(counter *c);
void cursor_free(cursor *c);
int cursor_get(const cursor *c);

pool *pool_new(void);
pool *pool_ref(pool *p);
void pool_unref(pool *p);
int pool_owners(const pool *p);

typedef struct shelf shelf;
shelf *shelf_new(void);
void shelf_free(shelf *s);
void shelf_keep(shelf *s, const counter *c);
int shelf_limit(const shelf *s);

#ifdef __x86_64__
typedef struct gauge gauge;
__attribute__((ms_abi)) gauge *gauge_new(int a, int b, int c);
__attribute__((ms_abi)) int gauge_read(const gauge *g, int add);
__attribute__((ms_abi)) void gauge_free(gauge *g);
#endif

int plug_init(void);
int plug_ready(void);
int plug_fail(int code);
long double plug_long(long double x);
struct weight plug_weigh(struct weight w);
#define plug_alive_now (plug_alive + 0)
static inline int plug_inline(int a) { return a + 1; }

#endif
