enum color { RED, GREEN = 5, BLUE };
enum sign { NEGATIVE = -1, ZERO, POSITIVE };
enum wide { NARROW = 1, WIDE = 0xffffffffu };
enum flags { FLAG_A = 1, FLAG_B = 2, FLAG_C = 4, FLAG_AB = FLAG_A | FLAG_B };
enum level { LEVEL_LOW = 10, LEVEL_MIDDLE = 20, LEVEL_HIGH = 30 };
typedef enum { TD_ONE = 1, TD_TWO } td_enum;
enum { ANON_A = 7, ANON_B = -8 };
enum both { BOTH_A };

enum color enum_next(enum color c);
int enum_is_sign(enum sign s);
td_enum enum_other(td_enum t);
int both(void);
enum level enum_level(void);
extern enum color enum_global;
