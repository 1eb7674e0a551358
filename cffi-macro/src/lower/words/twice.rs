//! Words of one kind that stand twice and differ.

use crate::lower::{Lowered, Lowering};
use crate::parse::{Annotations, Word};

/// The first word of a declaration.
pub(super) fn first(annotations: &Annotations) -> Option<&Word> {
    let parameters = annotations.parameters.iter().flat_map(|parameter| &parameter.words);
    let placed = annotations.pointers.iter().chain(parameters).map(|placed| &placed.word);
    annotations.item.iter().chain(placed).min_by_key(|word| word.offset)
}

impl Lowering<'_> {
    /// What a word says otherwise than the same word in front of it.
    pub(super) fn refuse_second_words(&mut self, words: &[Word]) -> Lowered<()> {
        let adds_up = |name: &str| matches!(name, "_Pre_satisfies_" | "cdef_requires");
        for (index, word) in words.iter().enumerate().filter(|(_, word)| !adds_up(word.entry.name)) {
            let says =
                |word: &Word| word.arguments.iter().map(|part| (part.label.clone(), part.text.clone())).collect();
            let said: Vec<(Option<String>, String)> = says(word);
            let mut earlier = words.iter().take(index).filter(|earlier| earlier.entry.name == word.entry.name);
            if earlier.any(|earlier| says(earlier) != said) {
                return self.error(word.offset, format!("`{}` contradicts an earlier word", word.entry.name));
            }
        }
        Ok(())
    }
}
