#include "records.h"
#include <string.h>

int exact_sum(const struct exact *e) {
    return e->c + e->s + e->i + (int)e->l + (int)e->d + (int)strlen(e->text);
}
void exact_fill(struct exact *e) {
    struct exact filled = { 1, 2, 3, 4, 5, "123456" };
    *e = filled;
}
int node_sum(const struct node *n) { return n ? n->value + node_sum(n->next) : 0; }
void partial_fill(struct partial *p) {
    memset(p, 0, sizeof *p);
    p->hidden_first = 1;
    p->shown = 2;
    p->hidden_middle[2] = 3;
    p->also_shown = 4;
}
int partial_hidden(const struct partial *p) {
    return p->hidden_first * 1000 + p->shown * 100 + (int)p->hidden_middle[2] * 10 + p->also_shown;
}
double number_read(const union number *n) { return n->d; }
int nested_sum(const struct nested *n) {
    return n->kind + n->position.x + n->position.y + n->value.i + n->inner.deep;
}
int anonymous_sum(const struct anonymous *a) { return a->kind + a->low + a->high + a->tail; }
int aligned_read(const struct aligned *a) { return a->i; }
int operations_run(struct operations *o, int i) { return o->apply(i) + o->self(o); }
