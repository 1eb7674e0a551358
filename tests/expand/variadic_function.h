#![preamble("int sum(int count, ...);")]
int sum(int count, ...);
