#![preamble(r#"
    typedef float floats __attribute__((vector_size(16)));
    typedef unsigned char bytes __attribute__((vector_size(8)));
    typedef float loose __attribute__((vector_size(16), aligned(1)));
    struct point { int id; floats place; };
    floats twice(floats a, struct point *p);
    floats taken(loose *p);
"#)]
typedef float floats __attribute__((vector_size(16)));
typedef unsigned char bytes __attribute__((__vector_size__(2 * sizeof(int))));
struct point { int id; floats place; };
floats twice(floats a, struct point *p);
floats taken(loose *p);
