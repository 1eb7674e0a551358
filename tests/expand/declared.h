#![link("z")]
#define ANSWER 42
enum color { RED, GREEN };
struct point { int x; double y; };
typedef ... opaque;
extern int global;
int plain(int a, enum color b, struct point c, opaque *d);
int variadic(const char *format, ...);
