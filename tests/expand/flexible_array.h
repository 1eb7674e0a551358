#![preamble("struct list { int count; double values[]; };")]
struct list { int count; double values[]; };
