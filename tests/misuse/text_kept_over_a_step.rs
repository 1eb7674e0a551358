//! diesel RUSTSEC-2021-0037: the text of a row is gone after the next step.

use library::c;

pub fn misuse(statement: &mut c::stmt<'_>) -> usize {
    let text = c::stmt_text(statement, 0);
    c::stmt_step(statement); //- //~ E0499
    text.count_bytes()
}
