int opt_more(void) { return 5; }
