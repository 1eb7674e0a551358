// A plugin of the example `plugin`: it counts the letters of texts, or with `WORDS` their words.
#include <ctype.h>
#include <stdlib.h>

struct meter { unsigned long count; };

const char *meter_unit(void) {
#ifdef WORDS
    return "words";
#else
    return "letters";
#endif
}

struct meter *meter_new(void) { return calloc(1, sizeof(struct meter)); }
void meter_free(struct meter *m) { free(m); }

void meter_feed(struct meter *m, const char *text) {
    int inside = 0;
    for (; *text; text++) {
        int letter = isalpha((unsigned char)*text) != 0;
#ifdef WORDS
        m->count += letter && !inside;
        inside = letter;
#else
        m->count += letter;
#endif
    }
    (void)inside;
}

unsigned long meter_read(const struct meter *m) { return m->count; }
void meter_take(struct meter *m, struct meter *from) {
    m->count += from->count;
    from->count = 0;
}
