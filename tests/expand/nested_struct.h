#![preamble("struct outer { struct { int x; } inner; union { int i; float f; } value; };")]
struct outer { struct { int x; } inner; union { int i; float f; } value; };
