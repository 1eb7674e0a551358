#![preamble("#define ANSWER 42")]
/// The answer.
#define ANSWER 42
