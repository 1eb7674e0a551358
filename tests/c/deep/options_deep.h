#define OPT_DEEP "deep"
int opt_more(void);
