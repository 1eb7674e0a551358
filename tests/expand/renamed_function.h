#![preamble("int f(int a) __asm__(\"real_f\");")]
int f(int a);
