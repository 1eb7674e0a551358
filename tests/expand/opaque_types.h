#![preamble(r#"
typedef struct opaque_s opaque;
typedef struct handle_s *handle;
struct tagged;
typedef struct { long hidden[2]; } sized;
typedef struct { int hidden; } implicit;
void f(opaque *a, handle b, struct tagged *c, sized *d, implicit *e);
"#)]
typedef ... opaque;
typedef ... *handle;
struct tagged;
typedef struct { ...; } sized;
void f(opaque *a, handle b, struct tagged *c, sized *d, implicit *e);
