struct v_small { char a, b, c; };
struct v_pair { int a; double b; };
struct v_large { long long a[5]; };
struct v_floats { float x, y, z; };
union v_union { int i; double d; };
struct v_nested { struct v_small small; struct v_floats floats; };
struct v_partial { long hidden; int shown; double also_hidden; };
struct v_tiny_partial { short hidden; short shown; };
/* In registers, of which the hidden field decides one. */
struct v_float_partial { double hidden; int shown; };
struct v_float_partial v_float_partial_next(struct v_float_partial p);
int v_float_partial_sum(struct v_float_partial p);
struct v_bits { unsigned a : 3, b : 5; };
typedef struct { int i; } v_typedef;

struct v_small v_small_next(struct v_small s);
struct v_pair v_pair_next(struct v_pair p);
struct v_large v_large_next(struct v_large l);
struct v_floats v_floats_next(struct v_floats f);
struct v_nested v_nested_next(struct v_nested n);
union v_union v_union_next(union v_union u);
v_typedef v_typedef_next(v_typedef t);
double v_mixed(int a, struct v_small b, double c, struct v_pair d, struct v_large e, float f, struct v_floats g);

struct v_partial v_partial_new(int shown);
int v_partial_sum(struct v_partial p);
struct v_partial v_partial_next(int add, struct v_partial p, struct v_tiny_partial t);
struct v_tiny_partial v_tiny_partial_new(short hidden, short shown);

struct v_char { char c; };
struct v_eight { int a, b; };
struct v_zero { int a; int none[0]; };
struct v_anonymous { int kind; union { int i; float f; }; struct { char c; struct { short s; }; }; };
struct v_zero v_zero_next(struct v_zero z);
struct v_anonymous v_anonymous_next(struct v_anonymous a);
struct v_char v_char_next(struct v_char c);
struct v_eight v_eight_swap(struct v_eight e);
