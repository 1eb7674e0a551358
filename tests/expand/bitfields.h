#![preamble("enum kind { NONE, SOME = 5 }; struct flags { unsigned ready : 1; int level : 5; enum kind kind : 3; unsigned : 0; _Bool set : 1; unsigned char tail; struct { long long wide : 40; }; }; union word { unsigned whole; unsigned low : 9; }; struct some { int hidden : 3; int seen : 7; };")]
enum kind { NONE, SOME };

/// Each bitfield has a getter and a setter.
struct flags {
    unsigned ready : 1;
    int level : 5;
    enum kind kind : 3;
    unsigned : 0;
    _Bool set : 1;
    unsigned char tail;
    struct { long long wide : 40; };
};

union word { unsigned whole; unsigned low : 9; };

struct some { int seen : 7; ...; };
