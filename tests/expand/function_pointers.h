#![preamble("typedef void visit(void *); struct table { int (*get)(int); }; void each(visit *v, void (*free)(void *));")]
typedef void visit(void *context);
struct table { int (*get)(int); };
void each(visit *v, void (*free)(void *));
