/* What zlib, libsodium and SQLite declare, in small, before and after the words. */

typedef struct counter counter;
typedef int (*counter_row)(void *context, int count, char **values);

unsigned long checksum(unsigned long start, const unsigned char *buf, unsigned len);
int inflate_all(unsigned char *dest, unsigned long *dest_len, const unsigned char *source, unsigned long source_len);
int seal(unsigned char *c, const unsigned char *m, unsigned long long mlen, const unsigned char *n,
         const unsigned char *k);
char *to_hex(char *hex, unsigned long hex_maxlen, const unsigned char *bin, unsigned long bin_len);
int library_init(void);
int counter_open(const char *name, counter **out);
int counter_close(counter *self);
counter *counter_ref(counter *self);
const char *counter_message(counter *self);
int counter_rows(counter *self, const char *text, counter_row row, void *context, char **message);
int counter_watch(counter *self, int (*call)(void *context), void *context, void (*destroy)(void *));
const char *counter_find(const char *text, char byte);
void counter_keep(counter *self, const char *text);
void counter_free(void *memory);
int counter_sum(const int *first, const int *last);
