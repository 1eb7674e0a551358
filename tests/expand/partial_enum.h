#![preamble("typedef enum { LOW = -2, HIGH = 2, HIDDEN } level;")]
typedef enum { HIGH = ..., LOW = -2, ... } level;
