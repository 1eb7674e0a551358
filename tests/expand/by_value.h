#![preamble("union number { int whole; float part; }; struct bits { unsigned low : 3; }; struct partial { int a, b; }; static inline union number twice(union number n) { return n; } long double root(long double x, __int128 y); struct partial turn(struct bits b, struct partial p); double _Complex add(double _Complex a, int b);")]
union number { int whole; float part; };
struct bits { unsigned low : 3; };
struct partial { int b; ...; };

/// What Rust passes otherwise than C goes by address through a stub.
union number twice(union number n);
long double root(long double x, __int128 y);
struct partial turn(struct bits b, struct partial p);
double _Complex add(double _Complex a, int b);
