#ifndef OPAQUE_H
#define OPAQUE_H

typedef struct counter_s counter;
typedef struct ticket_s *ticket;
struct box_s;
union mix_u;
typedef struct { int hidden[3]; char tail; } sized;
typedef struct sized_tag { double d; int i; } sized_tag;

counter *counter_new(int start);
int counter_next(counter *c);
void counter_free(counter *c);

ticket ticket_take(void);
int ticket_number(ticket t);

struct box_s *box_of(int i);
int box_value(const struct box_s *b);
union mix_u *mix_null(void);

void sized_init(sized *s, int value);
int sized_sum(const sized *s);
void sized_tag_init(sized_tag *s);

#endif
