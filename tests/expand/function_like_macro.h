#![preamble("#define MAX(a, b) ((a) > (b) ? (a) : (b))")]
int MAX(int a, int b);
