#ifndef OPT_VALUE
#error "OPT_VALUE is not defined"
#endif
#ifndef OPT_FLAG
#error "OPT_FLAG is not defined"
#endif
#ifdef OPT_BARE
#define OPT_HAS_BARE 1
#else
#define OPT_HAS_BARE 0
#endif

#define OPT_ASKED OPT_VALUE
#define OPT_FLAGGED OPT_FLAG

#ifndef OPT_FUNCTION
#define OPT_FUNCTION opt_function
#endif
int OPT_FUNCTION(void);
