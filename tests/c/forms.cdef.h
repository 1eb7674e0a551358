/* Declarations for `#![declarations]`, with what Rust's lexer does not take. */
#define FORMS_LETTER 'a'
#define FORMS_ESCAPE '\033'
#define FORMS_LONG \
    70000
// A comment that isn't Rust: it's got apostrophes.
int forms_add(int a, /* between */ int b);
enum forms { FORMS_ONE = 1, /* FORMS_NONE, */ FORMS_TWO };
