/**The answer.

```c
#define ANSWER 42
```*/
#[allow(non_upper_case_globals, dead_code, clippy::approx_constant)]
pub const ANSWER: ::core::ffi::c_int = 42;
