#![preamble("union number { int i; double d; };")]
union number { int i; double d; };
