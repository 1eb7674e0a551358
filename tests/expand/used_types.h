#![preamble(r#"
typedef int number;
struct opaque;
number next(number a);
int look(struct opaque *at);
"#)]

use ::core::ffi::c_int as number;
use ::core::ffi::c_void as opaque;
number next(number a);
int look(struct opaque *at);
