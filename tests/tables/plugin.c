#include "plugin.h"

#include <errno.h>
#include <stdarg.h>
#include <stdlib.h>

struct counter {
    int value;
    int (*f)(counter *, int, void *);
    void *data;
    void (*done)(void *);
};
struct cursor { counter *on; };
struct pool { int owners; };
struct shelf { const counter *kept; };

int plug_alive = 0;
_Thread_local int plug_calls = 0;
static int ready = 0;

int plug_scale(void) { plug_calls++; return SCALE; }

int plug_sum(int count, ...) {
    va_list list;
    int sum = 0;
    va_start(list, count);
    while (count-- > 0) sum += va_arg(list, int);
    va_end(list);
    return sum * SCALE;
}

counter *counter_new(int start) {
    counter *c = calloc(1, sizeof *c);
    c->value = start * SCALE;
    __atomic_fetch_add(&plug_alive, 1, __ATOMIC_RELAXED);
    return c;
}

static void drop(counter *c) {
    if (c->done) c->done(c->data);
    __atomic_fetch_sub(&plug_alive, 1, __ATOMIC_RELAXED);
    free(c);
}

plug_rc counter_close(counter *c) {
    if (c->value == 13) {
        c->value = 0;
        return 5;
    }
    drop(c);
    return PLUG_OK;
}

int counter_next(counter *c) {
    c->value += SCALE;
    if (c->f) c->f(c, c->value, c->data);
    return c->value;
}

int counter_add(counter *to, const counter *from) { return to->value += from->value; }
int counter_limit(const counter *c) { return c->value + 100; }
plug_rc counter_set(counter *c, int value) { return value < 0 ? 9 : (c->value = value, PLUG_OK); }
counter *counter_first(counter *c) { return c->value ? c : 0; }
void counter_eat(counter *c) { drop(c); }
const char *counter_name(const counter *c) { return c->value < 0 ? "debt" : SCALE == 1 ? "one" : "many"; }
int counter_each(counter *c, int (*f)(counter *, int, void *), void *data) { return f(c, c->value, data) * SCALE; }

int counter_make(int count, void (*f)(counter *, void *), void *data) {
    for (int i = 0; i < count; i++) f(counter_new(i), data);
    return plug_alive;
}

void counter_watch(counter *c, int (*f)(counter *, int, void *), void *data, void (*done)(void *)) {
    if (c->done) c->done(c->data);
    c->f = f;
    c->data = data;
    c->done = done;
}

cursor *cursor_new(counter *c) {
    cursor *made = malloc(sizeof *made);
    made->on = c;
    __atomic_fetch_add(&plug_alive, 1, __ATOMIC_RELAXED);
    return made;
}

void cursor_free(cursor *c) {
    c->on->value += SCALE;
    __atomic_fetch_sub(&plug_alive, 1, __ATOMIC_RELAXED);
    free(c);
}

int cursor_get(const cursor *c) { return c->on->value; }

pool *pool_new(void) {
    pool *p = malloc(sizeof *p);
    p->owners = 1;
    __atomic_fetch_add(&plug_alive, 1, __ATOMIC_RELAXED);
    return p;
}

pool *pool_ref(pool *p) {
    __atomic_fetch_add(&p->owners, 1, __ATOMIC_RELAXED);
    return p;
}

void pool_unref(pool *p) {
    if (__atomic_sub_fetch(&p->owners, 1, __ATOMIC_ACQ_REL)) return;
    __atomic_fetch_sub(&plug_alive, 1, __ATOMIC_RELAXED);
    free(p);
}

int pool_owners(const pool *p) { return __atomic_load_n(&p->owners, __ATOMIC_RELAXED); }

shelf *shelf_new(void) { return calloc(1, sizeof(shelf)); }

void shelf_free(shelf *s) {
    if (s->kept) plug_calls += s->kept->value;
    free(s);
}

void shelf_keep(shelf *s, const counter *c) { s->kept = c; }
int shelf_limit(const shelf *s) { return s->kept ? counter_limit(s->kept) : 0; }

#ifdef __x86_64__
struct gauge { int sum; };

__attribute__((ms_abi)) gauge *gauge_new(int a, int b, int c) {
    gauge *g = malloc(sizeof *g);
    g->sum = (a * 100 + b * 10 + c) * SCALE;
    __atomic_fetch_add(&plug_alive, 1, __ATOMIC_RELAXED);
    return g;
}

__attribute__((ms_abi)) int gauge_read(const gauge *g, int add) { return g->sum + add; }

__attribute__((ms_abi)) void gauge_free(gauge *g) {
    __atomic_fetch_sub(&plug_alive, 1, __ATOMIC_RELAXED);
    free(g);
}
#endif

int plug_init(void) { ready += SCALE; return 0; }
int plug_ready(void) { return ready; }
int plug_fail(int code) { errno = code * SCALE; return -1; }
long double plug_long(long double x) { return x * SCALE; }

struct weight plug_weigh(struct weight w) {
    w.whole *= SCALE;
    w.part *= SCALE;
    return w;
}
