#![preamble("static int helper(int a) { return a; }")]
int twice(int a) { return helper(a) * 2; }
static int once(int a) { return helper(a); }
