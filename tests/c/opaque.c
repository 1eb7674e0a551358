#include "opaque.h"
#include <stdlib.h>

struct counter_s { int next; };
struct ticket_s { int number; };
struct box_s { int value; };

counter *counter_new(int start) {
    counter *c = malloc(sizeof *c);
    if (c) c->next = start;
    return c;
}
int counter_next(counter *c) { return c->next++; }
void counter_free(counter *c) { free(c); }

static struct ticket_s last_ticket;
ticket ticket_take(void) {
    last_ticket.number++;
    return &last_ticket;
}
int ticket_number(ticket t) { return t->number; }

static struct box_s boxes[4];
struct box_s *box_of(int i) {
    boxes[i].value = i * 11;
    return &boxes[i];
}
int box_value(const struct box_s *b) { return b->value; }
union mix_u *mix_null(void) { return 0; }

void sized_init(sized *s, int value) {
    for (int i = 0; i < 3; i++) s->hidden[i] = value;
    s->tail = 1;
}
int sized_sum(const sized *s) { return s->hidden[0] + s->hidden[1] + s->hidden[2] + s->tail; }
void sized_tag_init(sized_tag *s) { s->d = 1; s->i = 2; }
