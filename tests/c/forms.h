#define FORMS_LETTER 'a'
#define FORMS_ESCAPE '\033'
#define FORMS_LONG 70000
#define FORMS_HEX_FLOAT 0x1.8p3
static inline int forms_add(int a, int b) { return a + b; }
enum forms { FORMS_ONE = 1, FORMS_TWO };
