#![preamble(r#"
struct partial { char before; int shown; long after; };
struct partial pass(struct partial p);
"#)]
struct partial { int shown; ...; };
struct partial pass(struct partial p);
