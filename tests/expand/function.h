#![preamble("int plain(int a, const char *b); static inline double half(double d) { return d / 2; }")]
/// Adds.
int plain(int a, const char *b);
double half(double d);
