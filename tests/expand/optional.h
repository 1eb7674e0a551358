#![preamble(r#"
typedef struct { int a, b; } pair;
int there(int a);
static inline int inline_one(int a) { return a; }
pair swap(pair a);
extern int variable;
#define NUMBER 7
"#)]

typedef struct { int a; ...; } pair;
int there(int a) cdef_optional;
int missing(const char *a) cdef_optional;
int inline_one(int a) cdef_optional;
pair swap(pair a) cdef_optional;
extern int variable cdef_optional, no_variable cdef_optional;
static const int NUMBER cdef_optional, NO_NUMBER cdef_optional;
